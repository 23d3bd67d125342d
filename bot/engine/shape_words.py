"""The words and patterns behind the built-in shapes, native to each language: calendar, clock, money, units, places.

Patterns meet folded text: lower case, one kind of quote, dash and space. They are verbose: blanks in them mean nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.engine.model import Language


def listed(words: str) -> tuple[str, ...]:
    """A table of words written as running text, which stays readable where a list of quotes would not."""
    return tuple(words.split())


# Calendar

_EN_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_EN_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_EN_SHORT = r"(?:mon|tues?|wed|thurs?|fri|sat|sun)"
_PL_MONTH = (
    r"(?:stycz(?:eń|nia|niu|niem)|lut(?:y|ego|ym)|mar(?:zec|ca|cu|cem)|kwie(?:cień|tnia|tniu|tniem)|maj(?:a|u|em)?"
    r"|czerw(?:iec|ca|cu|cem)|lip(?:iec|ca|cu|cem)|sierp(?:ień|nia|niu|niem)|wrze(?:sień|śnia|śniu|śniem)"
    r"|październik(?:a|u|iem)?|listopad(?:a|zie|em)?|grud(?:zień|nia|niu|niem))"
)
_PL_DAY = (
    r"(?:poniedział(?:ek|ku|kiem|ki|kach|kami|kow\w+)|wtor(?:ek|ku|kiem|ki|kach|kami|kow\w+)|śro(?:da|dę|dy|dzie|dą"
    r"|dach|dami)"
    r"|środow\w+|czwart(?:ek|ku|kiem|ki|kach|kami|kow\w+)|piąt(?:ek|ku|kiem|ki|kach|kami|kow\w+)"
    r"|sobot(?:a|ę|y|ą|ach|ami|ni\w+)|sobocie|niedziel(?:a|ę|i|ą|e|ach|ami|n\w+))"
)
_PL_SHORT = r"(?:pon|pn|wt|śr|czw|pt|sob|sb|niedz|nd)\.?"
_RU_MONTH = (
    r"(?:январ(?:ь|я|е|ю|ем)|феврал(?:ь|я|е|ю|ем)|март(?:а|е|у|ом)?|апрел(?:ь|я|е|ю|ем)|ма(?:й|я|е|ю|ем)|июн(?:ь|я|е"
    r"|ю|ем)"
    r"|июл(?:ь|я|е|ю|ем)|август(?:а|е|у|ом)?|сентябр(?:ь|я|е|ю|ем)|октябр(?:ь|я|е|ю|ем)|ноябр(?:ь|я|е|ю|ем)"
    r"|декабр(?:ь|я|е|ю|ем))"
)
_RU_DAY = (
    r"(?:понедельник(?:а|у|ам|и|ов)?|вторник(?:а|у|ам|и|ов)?|сред(?:а|у|ы|е|ам)|четверг(?:а|у|ам|и|ов)?|пятниц(?:а|у"
    r"|ы|е|ам)?"
    r"|суббот(?:а|у|ы|е|ам)?|воскресень(?:е|я|ю|ям))"
)
_RU_SHORT = r"(?:пн|вт|ср|чт|пт|сб|вс)\.?"
_DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:19|20)\d\d"
_NUMERIC = (
    rf"{_YEAR}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])|{_DAY_NUMBER}[./](?:0?[1-9]|1[0-2])[./](?:{_YEAR}|\d\d)(?!\d|[.,]\d)"
)

DATE: Mapping[Language, str] = {
    "en": rf"""
        {_NUMERIC}
      | (?:{_EN_DAY},?\s)? {_DAY_NUMBER}(?:st|nd|rd|th)? (?:\s?(?:-|–|and|to|&)\s?{_DAY_NUMBER}(?:st|nd|rd|th)?)?
            \s(?:of\s)? {_EN_MONTH}\b (?:,?\s{_YEAR}(?!-\d))?
      | (?:{_EN_DAY},?\s)? {_EN_MONTH}\.?\s{_DAY_NUMBER}(?:st|nd|rd|th)? (?:\s?[-–]\s?{_DAY_NUMBER})?
            (?![\d:%]) (?:,?\s{_YEAR}(?!-\d))?
      | {_EN_MONTH}\s{_YEAR}
      | (?<=\b(?:in|by|until|till|from|since|through|early|mid|late|next|last|this|end\sof|start\sof)[\s-])
            {_EN_MONTH} (?!\w|'|\s(?:be|not|have)\b)
      | (?<=\b(?:on|by|until|till|before|after|from)\s) the\s{_DAY_NUMBER}(?:st|nd|rd|th)
      | (?<!\b(?:happy|it's|its|black|cyber|good|finally|another|lovely|fabulous|hello|hey|yay|god|beautiful)\s)
            {_EN_DAY}(?:s|'s)? (?:\s(?:morning|afternoon|evening|night)s?)?
            (?!\w|\s(?:is\shere|again|moods?|feels?|feelings?|vibes?|motivation|blues|everyone|folks|friends|fun
              |treat)\b)
      | {_EN_SHORT} (?:\s?[-–&/]\s?{_EN_SHORT}|(?=,?\s\d))
      | tomorrow(?:\s(?:morning|afternoon|evening|night))? | tonight | the\sday\safter\stomorrow
      | today (?=\s(?:at|from|until|till|by|between|after|before|only)\b|\s?[:–]|\s\d)
      | (?:this|next)\s(?:morning|afternoon|evening|week(?:end)?|month|spring|summer|autumn|fall|winter)
      | (?:at|over)\sthe\sweekend
      | in\s(?:a|one|two|three|four|five|six|\d{{1,2}})\s(?:days?|weeks?|months?)
    """,
    "pl": rf"""
        {_NUMERIC}
      | (?<=\b(?:do|od|dnia|dniu|dni|po|przed|na|{_PL_DAY}|{_PL_SHORT}),?\s|\() {_DAY_NUMBER}\.(?:0[1-9]
            |1[0-2])(?![\d]|\.\d)
      | (?:{_PL_DAY},?\s)? {_DAY_NUMBER}\.? (?:\s?(?:-|–|i|do|oraz)\s?{_DAY_NUMBER}\.?)?
            \s{_PL_MONTH}\b (?:\s{_YEAR}(?:\sr\.|\sroku)?)?
      | {_PL_MONTH}\s{_YEAR}
      | (?<=\b(?:w|we|do|od|na|po|przed|koniec|końca|końcem|końcu|początk\w+|połow\w+|z)\s) {_PL_MONTH}\b
      | (?<=\b(?:w|we|do|od|po|przed|na|każd\w+|co|ten|tę|ta|najbliższ\w+|następn\w+|przyszł\w+|między|a|i|lub|albo
            |oraz)\s)
            {_PL_DAY} (?:\s(?:rano|wieczorem|po\społudniu|wieczór|poranek))?
      | {_PL_DAY} (?=\s?[-–:(]|,?\s(?:o|od|do)\s|,?\s\d|,?\sgodz|\s(?:rano|wieczorem|po\społudniu)\b)
      | (?<=\b{_PL_DAY}\s?[-–]\s?) {_PL_DAY} | poniedziałkami|wtorkami|środami|czwartkami|piątkami|sobotami|niedzielami
      | {_PL_SHORT} (?:\s?[-–&/]\s?{_PL_SHORT}|(?=,?\s\d))
      | (?:jutr(?:o|a)|pojutrze)(?:\s(?:rano|wieczorem|po\społudniu))?
      | (?:dziś|dzisiaj)\s(?:rano|wieczorem|po\społudniu|w\snocy) | (?<=\b(?:do|od|jeszcze)\s)(?:dziś|dzisiaj)
      | (?:dziś|dzisiaj) (?=\s(?:do|od|o|w\sgodz|po|przed|między)\s|\s?[:–]|\s\d)
      | (?:w|na)\s(?:ten|przyszły|najbliższy|następny)\s(?:tydzień|weekend|miesiąc) | po\sweekendzie | w\sweekendy?
      | w\s(?:tym|przyszłym|następnym|najbliższym)\s(?:tygodniu|miesiącu)
      | za\s(?:tydzień|miesiąc|(?:dwa|trzy|cztery|\d{{1,2}})\s(?:dni|tygodnie|miesiące)|(?:pięć|sześć)\s(?:dni|tygodni))
    """,
    "ru": rf"""
        {_NUMERIC}
      | (?<=\b(?:до|с|по|к|от|на|{_RU_DAY}|{_RU_SHORT}),?\s|\() {_DAY_NUMBER}\.(?:0[1-9]|1[0-2])(?![\d]|\.\d)
      | (?:{_RU_DAY},?\s)? {_DAY_NUMBER}(?:-?го|-?е|-?му)? (?:\s?(?:-|–|и|по|до)\s?{_DAY_NUMBER}(?:-?го|-?е)?)?
            \s{_RU_MONTH}\b (?:\s{_YEAR}(?:\sг\.?|\sгода)?)?
      | {_RU_MONTH}\s{_YEAR}
      | (?<=\b(?:в|до|к|с|на|по|начал\w+|конц\w+|середин\w+)\s) {_RU_MONTH}\b
      | (?<=\b(?:в|во|до|с|со|по|к|ко|на|кажд\w+|эт[уоа]\w?|следующ\w+|ближайш\w+|прошл\w+|после|и|или)\s)
            (?<!чер[нн]\w+\s) {_RU_DAY} (?:\s(?:утром|вечером|днем|ночью))?
      | {_RU_DAY} (?=\s?[-–:(]|,?\s(?:в|с|до|к)\s\d|,?\s\d|\s(?:утром|вечером|днем|ночью)\b)
      | (?<=\b{_RU_DAY}\s?[-–]\s?) {_RU_DAY}
      | {_RU_SHORT} (?:\s?[-–&/]\s?{_RU_SHORT}|(?=,?\s\d))
      | (?:после)?завтра(?:\s(?:утром|вечером|днем|ночью))? | сегодня\s(?:утром|вечером|днем|ночью)
      | (?<=\b(?:до|с|только)\s)сегодня | сегодня (?=\s(?:до|с|в|к|после|около)\s\d|\s?[:–]|\s\d)
      | на\s(?:этой|следующей|будущей|той)\sнеделе | (?:в|на)\s(?:эти\s|ближайшие\s|следующие\s)?выходн(?:ые|ых)
      | в\s(?:этом|следующем)\sмесяце
      | через\s(?:неделю|месяц|день|(?:два|две|три|четыре|пять|\d{{1,2}})\s(?:дн\w+|недел\w+|месяц\w*))
    """,
}
# What a date can begin with when it does not begin with a digit: a stem, or a whole word of one or two letters.
# "in+week" is a word that begins a date as a whole only, before words that begin so or before a digit; with nothing
# after the sign ("ave+") it does before any word.
DATE_STEMS: Mapping[Language, tuple[str, ...]] = {
    "en": listed(
        """
        monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun jan feb mar apr may jun
        jul aug sep oct nov dec today tonight tomorrow the+day at+the over+the in+a in+one in+two in+three in+four
        in+five in+six this+mor this+aft this+eve this+we this+mon this+spr this+sum this+aut this+fal this+win
        next+mor next+aft next+eve next+we next+mon next+spr next+sum next+aut next+fal next+win
        """
    ),
    "pl": listed(
        """
        poniedz wtor śro czwart piąt sobo niedziel pon pn wt śr czw pt sob nd stycz lut mar kwie maj czerw lip sierp
        wrze październ listopad grud jutr pojutrz dziś dzisiaj sb niedz w+te w+tym w+przyszł w+najbliższ w+następn
        w+weekend na+ten na+przyszł na+najbliższ na+następn po+weekend za+tydzień za+miesiąc za+dwa za+trzy za+cztery
        za+pięć za+sześć
        """
    ),
    "ru": listed(
        """
        понедел вторн сред четверг пятниц суббот воскрес пн вт ср чт пт сб вс январ феврал март апрел май мая мае
        июн июл август сентяб октяб нояб декаб завтра послезавтра сегодня на+эт на+следующ на+будущ на+той на+ближайш
        на+выходн в+эт в+следующ в+ближайш в+выходн через+недел через+месяц через+день через+два через+две через+три
        через+четыре через+пять
        """
    ),
}

# Clock

_HOUR = r"(?:2[0-4]|1\d|0?\d)"
_CLOCK = rf"{_HOUR}:[0-5]\d(?![\d:])"
_DOTTED = r"(?:2[0-4]|1\d|0?\d)\.[0-5]\d(?![\d.%])"
# A bare hour ("at 7") is one only when the sentence goes on without a noun after it.
_EN_ON = r"""(?=\s*(?:$|[;:!?)\n–\u2600-\u27bf\U0001f300-\U0001faff]|[.,](?!\d)|\s-)(?!\s?[-–]\s?\d)
            |\s(?:on|in|at|and|or|to|till|until|tonight|today
            |tomorrow|sharp|every|the|for|we|with|from|when|if|so|but|by|near|this|each|outside|as|a\.m|p\.m|monday
            |tuesday|wednesday|thursday|friday|saturday|sunday)\b)"""
_PL_ON = r"""(?=\s*(?:$|[;:!?)\n–\u2600-\u27bf\U0001f300-\U0001faff]|[.,](?!\d)|\s-)(?!\s?[-–]\s?\d)
            |\s(?:i|a|do|w|we|na|oraz|lub|albo|przy|u|z|ze
            |jest|będzie|czeka\w*|startuj\w*|zaczyna\w*|rano|wieczorem|po|pod|dla|ale|więc|czyli|każd\w+|co|dziś
            |jutro|poniedział\w+|wtor\w+|śro\w+|czwart\w+|piąt\w+|sobo\w+|niedziel\w+)\b)"""
_RU_ON = r"""(?=\s*(?:$|[;:!?)\n–\u2600-\u27bf\U0001f300-\U0001faff]|[.,](?!\d)|\s-)(?!\s?[-–]\s?\d)
            |\s(?:и|а|до|в|во|на|или|у|с|со|по|для|но|будет
            |ждем|начн\w+|начало|каждый|каждую|сегодня|завтра|понедельник\w*|вторник\w*|сред\w+|четверг\w*|пятниц\w*
            |суббот\w*|воскресень\w*)\b)"""
_PL_ORDINAL = (
    r"(?:pierwszej|drugiej|trzeciej|czwartej|piątej|szóstej|siódmej|ósmej|dziewiątej|dziesiątej|jedenastej|dwunastej"
    r"|(?:trzy|czter|pięt|szes|siedem|osiem|dziewięt)nastej|dwudziestej)"
)
_RU_HOUR = r"(?:два|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|двенадцать|час)"

TIME: Mapping[Language, str] = {
    "en": rf"""
        {_HOUR}(?:[:.][0-5]\d)?\s?(?:[ap]m\b|[ap]\.m\.|o'clock) (?:\s?(?:-|–
          |to)\s?{_HOUR}(?:[:.][0-5]\d)?\s?(?:[ap]m|[ap]\.m\.)?)?
      | {_HOUR}(?:[:.][0-5]\d)?\s?(?:-|–|to)\s?{_HOUR}(?:[:.][0-5]\d)?\s?(?:[ap]m\b|[ap]\.m\.)
      | {_CLOCK}(?:\s?(?:-|–|to|till|until)\s?{_CLOCK})?
      | (?<=\b(?:at|by|until|till|before|after|around|from|about|past)\s) {_HOUR}(?:\.[0-5]\d)? \s?(?:-|–|to|till
            |until)\s? {_HOUR}(?:\.[0-5]\d)? {_EN_ON}
      | (?<=\b(?:open|closed|daily|day|days?|weekdays|weekends|hours:?|{_EN_DAY}s?),?\s) {_HOUR}\s?(?:-|–|to|till
            |until)\s?{_HOUR} {_EN_ON}
      | (?<=\bbetween\s) {_HOUR}\sand\s{_HOUR} {_EN_ON}
      | (?<=\b(?:at|until|till|before|after|around|open\sfrom|opens?|by)\s) (?:{_DOTTED}|{_HOUR}) {_EN_ON}
      | (?<=\b{_EN_DAY}s?,?\s) (?:{_DOTTED}|{_HOUR}) {_EN_ON}
      | (?<=\bfrom\s) {_HOUR} (?=\s(?:on|every|each|tonight|tomorrow)\b|[.,!?]?$)
      | [89]\sto\s[5-9] | \d\d?\s?-\s?\d\d?\s?[ap]m
      | (?:at|until|till|by|before|after|to)\s(?:noon|midday|midnight) | (?:half|quarter)\s(?:past|to)\s\w+
    """,
    "pl": rf"""
        {_CLOCK}(?:\s?(?:-|–|do|a)\s?{_CLOCK})?
      | (?:godz\.?|godzin(?:a|y|ie|ę|ą|ach))\s?{_HOUR}(?:[.:][0-5]\d)?(?:\s?(?:-|–|do|a)\s?{_HOUR}(?:[.:][0-5]\d)?)?
      | (?<=\b(?:o|od|do|po|przed|około|ok\.|k\.|między)\s) {_DOTTED} (?:\s?(?:-|–|do|a)\s?{_DOTTED})?
      | {_DOTTED}\s?(?:-|–|do)\s?{_DOTTED}
      | (?<=\b(?:od)\s) {_HOUR}\sdo\s{_HOUR} {_PL_ON} | (?<=\b(?:między)\s) {_HOUR}\sa\s{_HOUR} {_PL_ON}
      | (?<=\b{_PL_DAY},?\s) (?:{_DOTTED}|{_HOUR}\s?[-–]\s?{_HOUR}) {_PL_ON}
      | (?<=\b(?:o|od|do|po|przed|około|ok\.|k\.)\s) {_HOUR}(?:\s(?:rano|wieczorem|po\społudniu|w\snocy)
            |(?!\sdo\s\d){_PL_ON})
      | (?<=\bo\s) {_PL_ORDINAL} (?!\s(?:stron|częśc|edycj|osob|klas)\w*) | (?<=\b(?:od|do|po|przed)\s) (?:(?:siódm
            |ósm|dziewiąt|dziesiąt|jedenast|dwunast)ej|\w+nastej|dwudziestej)
      | w\społudnie | o\spółnocy | do\s(?:południa|północy) | wpół\sdo\s\w+
    """,
    "ru": rf"""
        {_CLOCK}(?:\s?(?:-|–|до)\s?{_CLOCK})?
      | (?<=\b(?:в|к|с|до|после|около|часов:?)\s) {_DOTTED}(?:\s?(?:-|–|до)\s?{_DOTTED})? (?!\s?(?:%|руб|₽|млн|тыс
            |мм|см|м|кг|км|л)\b)
      | {_HOUR}\s(?:утра|вечера|ночи|дня)\b
      | (?<=\b(?:в|к|с|до|после|около|ко)\s) {_HOUR}\s?(?:час(?:ов|а|ам|у)?|ч\.?)(?!\w)
      | (?<=\b(?:с)\s) {_HOUR}\s?(?:-|–|до)\s?{_HOUR}(?:\s(?:час(?:ов|а)|утра|вечера))? {_RU_ON}
      | (?<=\b(?:{_RU_DAY},?|{_RU_DAY}\sв)\s) {_HOUR} {_RU_ON}
      | (?<=\b(?:в|к|до|после|около|с)\s) {_HOUR} (?!\s(?:до|по)\s\d) {_RU_ON}
      | (?<=\b(?:в|к|с|до|после|около)\s) {_RU_HOUR}\s(?:часов|часа|утра|вечера|дня|ночи)\b
      | в\s(?:полдень|полночь) | (?:до|после)\s(?:полудня|полуночи) | в\sполовине\s\w+
    """,
}
TIME_STEMS: Mapping[Language, tuple[str, ...]] = {
    "en": listed(
        """
        at+noon at+mid until+noon until+mid till+noon till+mid by+noon by+mid before+noon before+mid after+noon
        after+mid to+noon to+mid half+past half+to quarter+past quarter+to
        """
    ),
    "pl": listed(
        """
        w+połud o+półn do+połud do+półn godz wpół pierwszej drugiej trzeciej czwartej piątej szóstej siódmej ósmej
        dziewiątej dziesiątej jedenastej dwunastej trzynastej czternastej piętnastej szesnastej siedemnastej
        osiemnastej dziewiętnastej dwudziestej
        """
    ),
    "ru": listed(
        """
        в+полдень в+полночь в+полов до+полу после+полу час два три четыре пять шесть семь восемь девять десять
        одиннадцать двенадцать
        """
    ),
}

# What makes a date or time an end, standing just before it.
DEADLINE: Mapping[Language, str] = {
    "en": r"""\b(?:until|till|til|by|before|through|ends?(?:\son|\sat)?|ending(?:\son|\sat)?|clos(?:es?|ing)(?:\son
            |\sat)?|expires?(?:\son)?
        |deadline(?:\sis)?:?|last\sday:?(?:\sis)?|last\sorders(?:\sat)?|(?:no\slater|later)\sthan|up\sto
        |due(?:\son)?|apply\sby|valid\sto)\s(?:the\s|end\sof\s|midnight\son\s)?$""",
    "pl": r"""\b(?:do|przed|kończ\w+(?:\ssię)?(?:\sw|\so|\sz)?|upływa(?:\sw|\so)?|termin\w*:?(?:\sto|\sdo|\sw
            |\smija)?|najpóźniej(?:\sw|\sdo|\so)?
        |ostatni\sdzień(?:\sto)?:?|zamykamy(?:\sw|\so)?|ważn\w+\sdo)\s(?:końca\s|dnia\s)?$""",
    "ru": r"""\b(?:до|к|ко|перед|не\sпозднее|заканчива\w+(?:\sв|\sво)?|кончается(?:\sв)?|закрыва\w+(?:\sв|\sво)?
            |последний\sдень:?|срок:?
        |дедлайн:?|завершается(?:\sв)?|истекает(?:\sв)?)\s(?:конца\s|начала\s)?$""",
}
LEFT: Mapping[Language, str] = {
    "en": r"""\d+\s(?:days?|hours?|minutes?|places?|seats?|spots?|tickets?)\s(?:left|remaining|to\sgo)
            | last\s\d+\s(?:days?|hours?|places?|seats?|tickets?)""",
    "pl": r"""(?:został[oy]?|pozostał[oy]?)\s(?:jeszcze\s|nam\s|tylko\s){0,2}\d+\s(?:dni|godzin\w*|miejsc\w*
            |sztuk\w*|szt|bilet\w*|par) | ostatnie\s\d+\s(?:dni|godzin\w*|miejsc\w*|sztuk\w*|bilet\w*)""",
    "ru": r"""остал(?:ось|ось\sвсего|ись|ся)\s(?:всего\s|только\s|еще\s)?\d+\s(?:дн\w+|час\w*|мест\w*|штук\w*|шт
            |билет\w*|пар\w*) | последние\s\d+\s(?:дн\w+|час\w*|мест\w*|штук\w*|билет\w*)""",
}

# Money

MONEY_WORD = (
    r"(?:zł(?:ot\w{1,3})?|zl|pln|gr(?:osz\w{1,2})?|₽|руб(?:л\w{1,2})?|р\b\.?|rub|usd|eur|euros?|gbp|chf|czk|uah"
    r"|dollars?|bucks|quid|pounds?|pence|cents?"
    r"|долл\w*|евро|коп(?:е\w+)?|грн|тенге|₸|₴|£|€|\$|dolar\w{1,3}|funt\w{0,3}|cent\w{0,3})"
)
AMOUNT = r"\d{1,3}(?:[ .,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
THOUSAND = r"(?:tys|mln|mld|тыс|млн|млрд|k|к|m|bn|thousand|million|billion)\b\.?"

# Units and countable things

MEASURES_OF: Mapping[Language, frozenset[str]] = {
    "en": frozenset(
        listed(
            """
        bed beds children cup cups day days degree degrees drop drops feet foot ft gram grams h hour hours hr hrs
        inch inches kids kilo kilos lb lbs liter liters litre litres men meter meters metre metres mile miles min
        mins minute minutes month months night nights oz page pages pair pairs people person piece pieces pt seat
        seats sec second seconds spoon step steps tablespoon tablespoons teaspoon teaspoons teeth tonnes volts watt
        watts week weeks women
        """
        )
    ),
    "pl": frozenset(
        listed(
            """
        dag deko dni dnia dzieci dzień egzemplarzy godz godzin godziny godzinę gramy gramów h kilo kilogram
        kilogramy kilogramów km krok kroki kroków kromki krople kropli litr litry litrów metr metry metrów miejsc
        miejsca miesiące miesięcy min minut minuta minuty minutę noc noce nocy osoba osobach osoby osób par pary
        porcje porcji przystanki sek sekund sekundy stopni stopnie stron strony szklanek szklanki szt sztuk sztuki
        tomów tygodni tygodnie ząbki zębów łyżeczki łyżek łyżki
        """
        )
    ),
    "ru": frozenset(
        listed(
            """
        вт г га гб градус градуса градусов грамм грамма граммов день детей дней дня зуба зубов капель капли квт кг
        кило килограмм килограмма килограммов км л литр литра литров ложек ложка ложки людей м мб мест места место
        месяца месяцев метр метра метров мин минут минуту минуты мл мм недели недель неделю ночей ночи остановки пар
        пара пары порции порций сек секунд секунду секунды см стакан стакана стаканов страниц страницы суток ч час
        часа часов человек человека шаг шага шагов шт штук штуки экземпляров
        """
        )
    ),
}
SYMBOLS = frozenset(
    listed(
        """
    bar cl cm db dl g gb ha hz kcal kg km km² kw kwh l m m2 m3 mah mb mg ml mm mph m² m³ px tb ккал м2 м²
    """
    )
)
# Things that are counted; a word that begins so and follows a number is a unit in any of its forms.
THINGS: Mapping[Language, tuple[str, ...]] = {
    "en": (),
    "pl": listed(
        """
        bilet książ kot ps pies drzew zdję kaw krom ław skrzyn pudeł pacz półe pół stolik rower wagon przystan punkt
        stanowis pokoi pokoj sal ulic sklep bibliote szkół szkoł kilometr warsztat kurs lekcj odcin składnik jajk
        jaj ząbk kropl torb toreb worecz work puszk słoik butel talerz kubk kubków śrub gwoźdz pól znak głos zgłosze
        odpowied uwag pyta ros krzes mat koszul skarpet kurt but lamp żarów
        """
    ),
    "ru": listed(
        """
        билет книг кот кошек кошк собак дерев фото коф ломт скаме короб пакет полок полк стол велосипед вагон остан
        точ кабинет комнат зал улиц библиотек школ километр заняти урок лекци серии серий ингредиент яйц яиц зубчик
        сумк сумок меш банк банок бутыл тарел круж болт гвозд знак голос заяв ответ вопрос кресел стуль рубаш носк
        куртк ботин лампоч луковиц перекрест дом квартир двор рейс автобус поезд перегон
        """
    ),
}
# Counts that flatter the page, or promise a list without giving it, are no use to a reader.
EMPTY_COUNTS: Mapping[Language, tuple[str, ...]] = {
    "en": listed(
        """
        follower subscriber fan like view share reaction repost download reason way thing year time star deal
        discount offer award prize birthday customer client user member secret tip trick hack percent pound dollar
        euro cent always this was is has does us plus less across towards thousand million perks benefits features
        """
    ),
    "pl": listed(
        """
        obserwu obserwator fan polub lajk subskryb wyświet udostęp powod sposob lat rok raz gwiazd rabat zniż ofert
        nagr urodzin klient użytk członk procent złot zł tys mln grosz trik porad zalet korzyści promocj followers
        """
    ),
    "ru": listed(
        """
        подписчик фанат лайк просмотр репост причин способ лет год раз звезд скид акци приз подар клиент пользоват
        участник процент руб тыс млн секрет лайфхак совет евро преимуществ фишек долл копе предложен
        """
    ),
}
NUMBER_WORDS: Mapping[Language, frozenset[str]] = {
    "en": frozenset(
        listed(
            """
        eight fifteen fifty five forty four half nine one seven six ten thirty three twelve twenty two
        """
        )
    ),
    "pl": frozenset(
        listed(
            """
        czterdzieści cztery dwa dwadzieścia dwanaście dwie dwóch dziesięć dziewięć jeden jedna jedną kwadrans osiem
        piętnaście pięć pół półtorej siedem sześć trzech trzy trzydzieści
        """
        )
    ),
    "ru": frozenset(
        listed(
            """
        восемь два двадцать две двенадцать девять десять один одна одну полтора полторы пятнадцать пять семь сорок
        три тридцать четыре шесть
        """
        )
    ),
}
OFF: Mapping[Language, str] = {
    "en": r"\boff\b|discount|\bsave\b|\bsale\b|cheaper|\bdeal|price|rabate|cashback",
    "pl": r"rabat|zniżk|zniżek|tani|promocj|przecen|mniej\b|wyprzeda|obniż|cen[ayęi]\b|kod\b",
    "ru": r"скид|дешевл|распрод|акци|кэшб|кешб|промокод|выгод|цен[аыу]\b|сниж",
}

# Questions

OPEN: Mapping[Language, str] = {
    "en": r"""\b(?:which|what|what's|how|how's|why|where|where's|when|who|whose|whom)\b(?!\s(?:a\s|an\s|not\?|else\?))
        | (?<!\b(?:yes|ready|right|true)\s)\bor\b(?!\s(?:not|no|what|yes|nah|never|false)\b)""",
    "pl": r"""\b(?:któr(?:y|a|e|ą|ego|ej|ych|ym|zy)|co|czego|czym|czemu|jak|jaki|jaka|jakie|jaką|jakich|jakiego
            |jakiej|dlaczego|gdzie|skąd|dokąd|ile|ilu|kiedy|kto|kogo|komu|kim)\b
        | (?<=\w\s)(?<!\b(?:tak|nie\swiem|wiesz|wiecie|sprawdź|sprawdzić|ciekawe|pytanie)\s)czy\b(?!\snie\b)
        | (?<!\btak\s)\b(?:albo|lub)\b(?!\snie\b)""",
    "ru": r"""\b(?:как(?:ой|ая|ое|ие|ую|их|им|ими|ого|ому)?|котор(?:ый|ая|ое|ые|ую|ых)|что|чего|чем|чему|почему
            |зачем|отчего|где|куда|откуда|сколько|когда|кто|кого|кому|чей|чья)\b(?!-)
        | (?<!\bда\s)\bили\b(?!\s(?:нет|да|не)\b)""",
}

# Places

PLACE: Mapping[Language, str] = {
    "en": r"""
        \d{1,4}[a-z]?\s(?:[\w']+\s){1,2}(?:street|st|road|rd|avenue|ave|lane|square|way|drive|row|quay|hill|terrace
          |close|court)\b
      | (?<!\bhigh\s)(?:[\w']+\s)(?:street|road|avenue|lane|square|quay)\b(?=\s\d|[,.!?;:)]|\s(?:in|at|on|from|by|is
            |will|and)\b|$)
      | (?:platform|room|gate|hall|stand|booth|window|counter|unit|bay|dock|aisle|track|door|level|floor|locker|stop
            |pier|ward|desk|exit|table|row)\s(?:no\.?\s)?(?:\d{1,3}[a-z]?|[a-h])\b
      | (?:ground|first|second|third|fourth|top|lower)\sfloor
      | (?:at|behind|outside|opposite|next\sto|near|in\sfront\sof|inside|in|by|beside|to|from|under)\s(?:the|our
            |your)\s(?:[\w'-]+\s){0,2}?
        (?:library|station|centre|center|park|museum|school|town\shall|village\shall|hall|market|entrance|exit
          |car\spark|bridge|bus\sstop|church|stall|desk|depot|canteen
          |harbour|pier|playground|courtyard|foyer|lobby|workshop|studio|garden|theatre|stadium|pool|gym|pharmacy
          |clinic|hospital|university|reception|gate|river|beach)\b
    """,
    "pl": r"""
        (?:ul|al|pl|os)\.\s\w+(?:\s\w+)?(?:\s\d{1,3}[a-z]?(?:/\d+)?)? | (?:ulic[aęyą]|alej[ae]|aleją|plac(?:u|em)?
          |osiedl[eau]|rondo|rondzie|bulwar\w*)\s\w+(?:\s\d{1,3}[a-z]?)?
      | (?:peron|sal[aię]|pokój|pokoju|stoisk[oau]|hal[aię]|bram[aiye]|okienk[ou]|wejści[eau]|kas[aię]|pietr[oz]e?
            |piętr[oz]e?|boks\w*|gabine\w+|tor|stolik\w*|przystan\w+|lokal\w*|budyn\w+
            |zatok\w)\s(?:nr\s)?(?:\d{1,3}[a-z]?|[a-h])\b
      | (?:na\s)?(?:parterze|poddaszu) | (?:na\s)?(?:pierwszym|drugim|trzecim|czwartym|ostatnim|\d\.)\spiętrze
      | (?:w|we|na|przy|za|obok|koło|naprzeciwko|przed|pod|do|sprzed)\s(?:\w+\s){0,1}?(?:bibliote\w+|dwor(?:cu|ca
            |zec|cem)|rynku|rynek|parku|parkiem|muzeum|szko[łl]\w*
          |kościo\w+|stadion\w*|świetlic\w+|ratusz\w*|przychodni\w*|przystank\w+|targ(?:u|owisku|iem)|most(?:u|em
          |cie)|wejści\w+|parking\w*|kawiarni\w*|czytelni\w*|basen\w*|dziedziń\w+|hol\w|recepcj\w+|teatr\w*
          |szpital\w*|uczeln\w+|piekarn\w+|magazyn(?:u|em|ie)|oczyszczaln\w+|schronisk\w+|dom\w*\skultury|portierni\w*)
    """,
    "ru": r"""
        (?:ул|пр|просп|пер|пл|наб|ш|бул)\.\s\w+(?:\s\w+)?(?:,?\s(?:д\.\s?)?\d{1,3}\w?)? | (?:улиц\w+|проспект\w*
    |площад(?:ь|и|ью)|переул\w+|набережн\w+|шоссе|бульвар\w*|(?<=(?:на|в|по)\s)проезде?у?)\s\w+(?:,?\s(?:д\.\s?)?\d{
    1,3}\w?)?
      | \w+(?:ая|ой|ую)\s(?:улиц\w+|площад\w+|набережн\w+)(?:,?\s\d{1,3})? | \w+(?:ого|ом|ий|ый)\s(?:проспект\w*
            |переул\w+|бульвар\w*|шоссе)(?:,?\s\d{1,3})?
      | (?:платформ\w|зал\w?|кабинет\w?|этаж\w?|павильон\w?|стенд\w?|корпус\w?|перрон\w?|вход\w?|офис\w?|комнат\w
            |аудитори\w|окн[оуе]|касс\w|подъезд\w?|путь|ворота|причал\w?|дом|стойк\w)\s(?:№\s?)?(?:\d{1,3}\w?
            |[а-г](?=\s*(?:[.,;:)!?]|$)))(?!\w)
      | (?:на\s)?(?:перв\w+|втор\w+|треть\w+|четверт\w+|\d{1,2}(?:-м|-й)?)\sэтаже?
      | (?:в|во|на|у|возле|около|за|напротив|перед|рядом\sс|под|из|от|до|к)\s(?:\w+\s){0,1}?(?:библиотек\w+
    |вокзал\w*|станци\w+|парк(?:е|а|у|ом)|музе\w+|школ[еуыа]\w*|рынк(?:е|ом|у)|(?<=(?:у|от|до|около|возле|напротив)\
    s)рынка|стадион\w*|театр\w*|поликлиник\w*
            |больниц\w+|остановк\w+|мост(?:у|а|ом)
          |вход(?:а|у|ом|е)|парковк\w+|фойе|дворе|двора|двор|депо|бассейн\w*|пристан\w+|причал\w*|депо|общежити\w+
          |университет\w*|столов\w+|клуб[еа]|дом\w*\sкультуры|метро|ресепшен\w*|стойк\w+)(?!\w)
    """,
}
# What every such place has somewhere: without one of these stems the pattern need not run.
PLACE_STEMS: Mapping[Language, tuple[str, ...]] = {
    "en": listed(
        """
        street st road rd avenue ave lane square way drive row quay hill terrace close court platform room gate hall
        stand booth window counter unit bay dock door level floor locker pier ward desk exit table library centre
        center park museum school town village market entrance car bridge bus church stall depot harbour playground
        yard foyer lobby workshop studio garden theatre stadium pool pharmacy clinic hospital university reception
        river beach leisure gym canteen aisle track station stop court
        """
    ),
    "pl": listed(
        """
        ul ulic al alej pl plac os osiedl rond bulwar peron sal pok stoisk hal bram okien wejści kas boks gabine tor
        stolik przysta lokal budyn zatok parter poddasz bibliote dwor park muze szk kości stadion świetlic ratusz
        przychod targ most kawiar czytel dziedzi hol recep teatr szpital uczeln piekar magazyn oczyszcz schron dom
        portier piet piętr ryn basen
        """
    ),
    "ru": listed(
        """
        ул улиц пр просп+ проспект проезд пер+ переул пл наб+ набережн ш бул+ бульвар площад шоссе платформ зал кабинет
        этаж стенд корпус вход офис комнат аудитор окн касс перрон подъезд путь ворот причал дом библиотек вокзал станц
        парк музе школ рынк стадион театр поликлиник больниц мост фойе двор депо бассейн пристан общежит университет
        столов клуб метро стойк павильон останов ресепшен
        """
    ),
}
PLACE_BEFORE_NAME: Mapping[Language, frozenset[str]] = {
    "en": frozenset(
        listed(
            """
        across around at behind from in near off opposite outside to
        """
        )
    ),
    "pl": frozenset(
        listed(
            """
        do koło na nad naprzeciwko obok pod przy w we z ze
        """
        )
    ),
    "ru": frozenset(
        listed(
            """
        в во возле до из к на над около под у
        """
        )
    ),
}
# Capitalised after a preposition, but no place: networks, seasons, holidays, courtesy, months and days (English).
NO_PLACE = listed(
    """
    facebook instagram insta telegram twitter tiktok youtube vk zoom linkedin threads whatsapp google app ios
    android netflix spotify fejs face messeng discord pinterest allegro wb ozon black valentine mother father pdf
    excel wi-fi usb bio christmas monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december easter halloween english twoj twoi twó wasz wam
    was państw pana pani panu ciebie tob ci wy nas wielkanoc boż now mikołaj walentyn i the you we our ваш тво вам
    вас телеграм инстаграм фейсбук ютуб вконтакте вк тикток тг дзен нов рождеств пасх
    """
)

# People: first names in the nominative stem; the other cases only add letters.
NAMES = listed(
    """
    anna anne amy alice ben beth carl carol charlie chloe chris clara daisy dan david emily emma ellie eva fiona
    frank george grace hannah harry helen henry ian jack james jane jean jenny jess jim joan joe john jo julia kate
    kevin laura leo lily lisa lucy luke marcus maria mark martin mary matt maya megan michael mike mia nick nina
    noah oliver olivia oscar paul peter priya rachel rob rosa rose ruth sam sarah simon sophie steve sue susan tom
    tim tony vera will zoe ahmed ali yusuf fatima dora nora ann ani ania aniu agat adam agniesz aleks alicj andrzej
    antoni art barbar bas bartek bartosz beat bożen celin dari dariusz dorot ew ewel filip franek gosi grzegorz
    grześ halin han irek iren iz jac jadwig  jan janek jol joann julk kac kamil karolin kasi katarzyn kinga kingi
    krystyn krzyś krzysztof kub leszek łukasz maćk maciej maciek magd małgorzat marcin marek mari mart mateusz
    michał mirek monik natali ol paweł pawł piotr piotrek rafał renat robert ryszard staś stanisław stefan sylwi
    szymon teres tomasz tomek tomk urszul wand weronik wiktor wojciech wojt zbigniew zofi zosi zuz александр алексе
    ален алин алис алл анастаси андре антон анн артем борис вадим валентин валери варвар вер виктор виктори виталий
    владимир вячеслав галин георги григори даниил данил дарь даш денис диан дмитри дим евгени екатерин елен елизавет
    жен заур зин зо иван игор иль ин ирин карин катерин кат кирилл константин ксени лариса ларис лен лид лиз любов
    людмил максим макс марат маргарит марин мари маш миш михаил наталь наташ никит николай нин оксан олег ольг ол
    павел павл пол полин пет петр рита роман руслан саш светлан свет серге соф сон станислав степан тамар тан татьян
    тимур федор юли юр
    albert alex alfie andrew angela arthur barry brenda brian bridget bruce camille carla carlos cathy cecil
    charlotte christine christopher claire claudia colin connor craig cynthia darren deborah debbie denise derek
    diana dominic donna doris dorothy douglas duncan edith edward eileen elaine eleanor elena elijah elliot erin
    esther ethan felix fergus freya gareth gavin gemma geoff gerald gillian graham greta hamid harriet hassan heidi
    hilda hugo ibrahim ines isaac isabel jackie jacob jamal jamie janet jasmine jason jeff jennifer jerome jessica
    joanne joel jonathan joseph josh judith karen karim karl kathleen katie keith kelly kemal kieran kyle lauren
    layla lena leonard lewis liam linda liz lorna louise lydia malcolm margaret marion marta martha matthew maureen
    melanie mohammed molly monica nadia naomi nathan neil nicola nigel omar patricia patrick paula pauline philip
    phoebe ravi raymond rebecca reggie rhys richard rita roger ronald rory rupert ryan sally samuel sandra sanjay
    scott sean sharon sheila sinead sonia stacey stephen sylvia tanya theo theresa thomas tina toby tracy trevor
    valerie vanessa vincent vivian wendy wilfred yasmin yvonne zara adrian agnieszk aleksandr aleksander alfred
    andżelik anet anit apoloni arkadiusz artur aureli bogdan bogumił bogusław bolesław bronisław cezar czesław
    damian daniel danut dawid dominik edyt elżbiet emil emili eugeni eugeniusz fabian felik franciszk franciszek
    gabriel genowef gerard grażyn gustaw henryk hieronim hubert igor ilon jagod jarosław jaśmin joachim józef józek
    julian julit juliusz justyn kajetan karin karol kasper kazimierz klaudi klemens konrad kornel lidi liliann
    lucjan ludmił ludwik łucj maksymilian malwin marcel marianna marian mariusz marlen martyn maurycy melani
    michalin mieczysław mikołaj miron nadi nikodem norbert oliwi oskar otyli patrycj patryk przemysław radek
    radosław roksan roland romuald sabin sebastian sewer stefani sylwester tadeusz tadek tekl teodor tymek tymk
    tymon tymoteusz wacław waldemar waleri wawrzyniec wiesław wilhelm wincent witold władysław włodzimierz zdzisław
    zenon zygmunt абрам азат айгул айдар алес альберт альбин альфи анатоли анжелик аркади арсен артур аслан афанаси
    ашот богдан борислав василис васили вениамин вероник викентий влад всеволод гаврил гевор геннади  глеб
    гульнар давид демьян джамил динар добрын евдоки егор еремей ефим жанн захар зарин земфир зинаид игнат ильдар
    илон иннокенти ираид искандер камил карл клавди кузьм лаврент леонид леон лукерь людвиг магомед макар марианн
    марсел мартын марф матве мирон мирослав мурат назар нелл нонн остап оскар пелаге прохор раис рамил ринат роберт
    родион розали роксан рузанн рустам савели сабин семен софи спартак стас тарас тимофе ульян фарид федот феликс
    филипп харитон эдуард элеонор эльвир эльдар эльмир эмил эрик яков ярослав jakub kacp
    olg magdalen bartłomiej zuzann samanth christin alexandr isabell nicole natasha oleksandr natalie ewelin janusz
    janin olek oleńk kasień grzesi mikoła никола паш гош жор вов катюш анют настен танюш
    rashid hett gunther wilm inez kwame amira aisha ahmad bilal fatou farah ivan jamila keisha khalid luis nasir
    pavel rafael rania samir sofia tariq vikram yara zainab idris рашид идрис инес гюнтер вильм ахмед мурад саид
    лейл самир леночк анечк катеньк машеньк олечк танечк сашеньк дашеньк ванечк
    abi gwen femi otis imran anjali deepa kofi chidi ngozi siobhan niamh aoife dylan cerys callum iain hamish isla
    ella evie archie freddie stanley elsie mabel mavis beryl norma marge trish trev clive kev stu stuart angus
    alistair wayne kerry lorraine gail leila kenji sven lars ingrid astrid pablo diego lucia giulia pierre otto klaus
    sian owain bronwen tamsin saskia josie jodie rosie millie maisie lottie jurek jurk jarek jark darek arek przemek
    przemk sławek mietek heniek rysiek krzysiek krzyśk staszek staszk zbyszek zbyszk jadzi krysi marysi gabrysi iwon
    bogusi marzen jolant lucyn lesław mirosław ameli зухр ильнур алсу валер толик славик боря борю кеша ростислав
    святослав люда римм платон тихон эдик юлиан яна яну варя варю устинь кира киру инесс злат галя галю гале вика вику
    викой виолетт ася асю коля колю митя леш арин
    """
)
# How a first name may end, and words that only look like one: "jak", "marka", "свет".
NAME_ENDINGS: Mapping[str, frozenset[str]] = {
    "latin": frozenset(
        (
            "",
            *listed(
                """
                s 's a y i u o e ę ą ie em iem owi om ia io ii ię ią iu iego iemu im ego emu ek ka kę ki ką ko ce ku
                kiem kowi cie ze rze szu ju jem jowi ja ji ję ją ni niu niem niowi nia nię nią sia się sią siu siem
                """
            ),
        )
    ),
    "cyrillic": frozenset(
        (
            "",
            *listed(
                """
                а я у ю ы и е о ой ей ом ем ою ею ь ью ем ий ия ии ию ие ием ией й ья ьи ье ьей ла лу ле лом ша ши ше
                шу
                """
            ),
        )
    ),
}
NO_NAMES = frozenset(
    listed(
        """
        will time same sample art basic join dana dane danii dania danią danię jak jaka jaki jaką jakie kubek kubki
        marka markę marki marką marce mała miała sama sami samo samą samego samemu suma ole kata evo
        германия германии германию германией свет пол пола поло полы поле поля полю полем полей лен лени кат ката
        верой верь максимум романы любовь любови любовью петь петля май мая артель марк марка марки марку марке тома
        """
    )
)
ROLE: Mapping[Language, str] = {
    "en": r"""(?:our|the)\s(?:[\w-]+\s)?(?:baker|driver|mechanic|editor|vet|gardener|librarian|teacher|follower
            |customer|reader|colleague|engineer|nurse|chef|cook|designer|guide|founder|owner|volunteer|neighbour
            |seamstress|carpenter|barista|courier|technician|intern|author|member|manager)\s?,?\s?$""",
    "pl": r"""(?:nasz[aey]?|pan[i]?|naszej|naszego|naszemu)?\s?(?:piekar\w+|kierow\w+|mechani\w+|redaktor\w*
            |bibliotekar\w+|nauczyciel\w*|obserwator\w*|klient\w*|czytelni\w+|koleżan\w+|koleg\w|inżynier\w*
            |kuchar\w+|projektant\w*|przewodni\w+|wolontariusz\w*|sąsiad\w*|krawcow\w+|barist\w+|kurier\w*
            |stażyst\w+|autor\w*|pan|pani|panu|paną|panią|panem)\s$""",
    "ru": r"""(?:наш\w*\s)?(?:пекар\w+|водител\w+|механик\w*|редактор\w*|библиотекар\w+|учител\w+|подписчи\w+
            |клиент\w*|читател\w+|коллег\w+|инженер\w*|повар\w*|дизайнер\w*|экскурсовод\w*|волонтер\w*|сосед\w*|швея
            |швеи|бариста|курьер\w*|стажер\w*|автор\w*|мастер\w*|врач\w*|директор\w*|куратор\w*)\s$""",
}
FROM_TEAM: Mapping[Language, str] = {
    "en": r"(?:\sfrom\s(?:our\s|the\s|[A-Z])|,\s(?:our|who|a|the)\s|\s\(@|\s[A-Z]\.)",
    "pl": r"(?:\s(?:z|ze)\s\w|,\s(?:nasz\w*|któr\w+)\s|\s\(@|\s[A-ZŁŚŻ]\.)",
    "ru": r"(?:\s(?:из|с)\s\w|,\s(?:наш\w*|котор\w+)\s|\s\(@|\s[А-Я]\.)",
}

VERSION = r"v\d+(?:\.\d+)*|\d+\.\d+\.\d+(?:\.\d+)*(?!\.?\d)|(?:version|wersj\w+|верси\w+|ios|android)\s\d+(?:\.\d+)*"

# Words that say nothing about what a link opens: pointing, wonder, time, and the verbs of looking and clicking.
EMPTY_AROUND_LINKS: Mapping[Language, frozenset[str]] = {
    "en": frozenset(
        listed(
            """
            see seeing look looking watch check click clicking tap tapping go going come know knew believe
            guess say said tell find follow visit open press hit swipe scroll wow omg oh yes yay ok okay hey
            hi psst boom ta-da whoa yep news new update big huge exciting great amazing awesome cool nice
            best good fun fantastic incredible crazy link links below above here's it's finally today
            tonight tomorrow soon already live ready curious interested want need love like enjoy everyone
            everybody guys folks friends people you'll you've you'd please don't can't wait miss missed
            right away worth time moment thing things something anything everything nothing someone detail
            details info information full further learn read really simply just must never ever ahead that's
            what's we're i'm let's didn't couldn't wouldn't still always surprise drop dropped happening
            happened
            excited proud happy long waited waiting coming came made make take took get got out up
            asked delivered enjoy part honestly whole made our excited network finally
            well anyway right boom video videos clip post posts blog blogs article articles episode story stories page
            website site
            channel profile content company team brand day morning afternoon evening yet loved brilliant
            important special latest fresh reading watching listen listening share shared published posted
            uploaded launched launch released release comments bio button screen swipe first next finally
            seriously honestly please kindly
            """
        )
    ),
    "pl": frozenset(
        listed(
            """
            zobacz zobaczcie zobaczyć zobaczenia widzieć widzieliście widziałeś patrz patrzcie spójrz spójrzcie
            sprawdź
            sprawdźcie sprawdzajcie klik kliknij kliknijcie klikaj klikajcie kliknięcia wejdź wejdźcie wchodź
            wchodźcie
            zajrzyj zajrzyjcie idź idźcie leć lećcie chodź chodźcie przejdź przejdźcie musisz musicie warto koniecznie
            wow wooow ojej och łał hej cześć ej no hura bum psst tadam tak nareszcie wreszcie w końcu dziś dzisiaj
            jutro
            teraz zaraz wkrótce niebawem gotowe gotowi jest news newsa newsy nowość nowości nowe nowego nowy nowa
            wieści
            wieść coś nic ciekawi ciekawe ciekawy ciekawa zaintrygowani zaintrygowany zainteresowani zaciekawieni
            chcesz chcecie wiesz wiecie wiedzieć więcej szczegóły szczegółów informacje informacji info link linku
            linka
            linkiem poniżej powyżej poniższy super extra hit mega rewelacja petarda sztos świetne fajne fajnego duże
            wielkie wielki ważne ważny kochani drodzy państwo ludzie wszyscy proszę naprawdę po prostu koniec tam stąd
            uwierzycie uwierzysz wierzycie zgadnij zgadnijcie zgadniecie czeka czekaliście czekacie czekaj czekajcie
            mija zachęcamy zapraszamy zapraszam polecamy polecam sami sam sama niespodzianka niespodziankę stało
            dzieje
            dumni szczęśliwi cieszymy ruszyło ruszyliśmy ruszamy wystartowało mamy
            prosiliście rzućcie okiem część druga drugi trzecia miłego miłej oglądania lektury serio radością dzielę
            dzielimy siecią
            ekipa ludziska wielka wielkiego ogromny ogromna spory fajny świetny film filmik filmy filmu wideo wpis
            wpisy wpisu post posta artykuł artykułu tekst odcinek odcinka materiał
            materiału blog blogu bloga stronie strona stronę strony kanale kanał profilu profil treści firma firmy
            firmie
            zespół zespołu marka marki dzień dnia poranek rano wieczór dobry dobrego czytaj czytajcie przeczytaj
            przeczytajcie poczytajcie obejrzyj obejrzyjcie oglądaj oglądajcie posłuchaj posłuchajcie słuchajcie
            wrzuciliśmy wrzuciłam wrzuciłem dodaliśmy opublikowaliśmy pojawił pojawiła pojawiło ukazał wyszedł wyszła
            najnowszy najnowsza najnowsze świeży specjalne specjalnie wyjątkowe pierwszy czas chwila chwili okazja
            zapoznania zapoznajcie udostępniamy klikamy wchodzimy polećcie przycisk guzik
            """
        )
    ),
    "ru": frozenset(
        listed(
            """
            смотри смотрите смотреть гляди гляньте глянь посмотри посмотрите посмотреть увидеть увидите увидишь видели
            жми жмите нажми нажмите кликай кликайте клик тык жмяк переходи переходите перейди перейдите заходи
            заходите
            зайди зайдите загляни загляните беги бегите идите иди лови ловите узнай узнайте узнать должны обязательно
            стоит хотите хочешь вау ого ура эй привет всем бум наконец наконец-то сегодня завтра сейчас теперь скоро
            совсем готово готовы свершилось случилось новость новости новостей новинка новое новый новая новинки
            что-то
            нечто кое-что ничего любопытно интересно интересное интригует заинтригованы хотели спрашивали ждали ждете
            ждем подробнее подробности детали деталей информация больше дальше далее ссылка ссылке ссылку ссылки ниже
            выше сюда туда туда-то туда-сюда супер круто крутое класс классное огонь бомба отличная отличные хорошие
            важно важное большая большое друзья ребята дорогие люди просто действительно правда поверите верится
            угадайте угадай сюрприз вышло вышла запустили запустились началось долгожданное долгожданная рады гордимся
            делимся приглашаем рекомендуем советуем пожалуйста сами сам сама
            просили получайте получите держите честно шоке часть вторая второй третья приятного просмотра
            народ ну вот-вот видеть слушать открыть открывайте зайти перейти оценить большой громкий громкая важный
            классный крутой видео ролик ролики видос пост поста посты запись статья статью материал материалы выпуск
            выпуска эпизод блог
            блоге блога сайт сайте сайта страница странице страницу канал канале канала профиль профиле компания
            компании
            команда команды бренд бренда день дня утро вечер доброе добрый читай читайте читать прочитай прочитайте
            послушай послушайте слушайте смотрим читаем слушаем опубликовали выложили залили сняли вышел появился
            появилась
            появилось свежий свежая свежее последний последняя специально особенный особенное уникальный первый время
            момент минутку ждет ждёт кнопка кнопку прямо эфир подъехал подъехало прилетело заценить зацени зацените
            """
        )
    ),
}
