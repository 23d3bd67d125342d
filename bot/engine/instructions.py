"""Instructions that no list foresaw: an imperative seen by its shape, unless it asks for a purchase, a click or cheers.

English tells an imperative by its place (it opens a clause and takes an object), Polish and Russian by their endings.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from bot.engine.model import Language, Span
from bot.engine.shape_words import listed
from bot.engine.text import Text

_UNMARKED = str.maketrans("ąćęłńóśźż", "acelnoszz")
_OBJECTS = frozenset({"the", "your", "it", "them"})
_DIRECTIONS = frozenset({"off", "up", "out", "back", "away"})

# Words that open English clauses and are no verbs, and verbs that sell, cheer or ask for reach.
_NO_INSTRUCTION = frozenset(
    listed(
        """
        about above across after against all along also among and any are around at because been before
        behind below beside besides between book both bring browse but buy by can celebrate check choose
        claim click comment could despite did discover does don during each either elevate embrace enjoy
        enter even every experience explore feel find follow for from get give grab guess had has have
        help here hit how imagine in inside into introduce is it join just keep let like love made make
        may meet might more most much near neither not of off on once only onto or order our out outside
        over own past per plus present put rate read redeem regarding reserve round save say see send
        share shop should show since so some start stop subscribe such support tag take tap taste tell
        than thank that the then there these they this those through throughout till to today toward
        towards treat try turn under unleash unless unlike unlock until unveil up upgrade upon use via
        visit vote want need got seen heard tried bought missed lost found know think was watch we
        welcome were what when where whether which while who whose why will win
        wish with within without would yes yet you your
        again anyway because dear double everyone ever far given half happy hello hence hey honest instead
        later lest long maybe meanwhile merry nearest nobody nope nothing now often okay opposite
        otherwise people perhaps someone something sometime soon sorry still though today together tomorrow
        tonight twice well worth yeah yep yesterday
        cold fresh hot inside late live new power snow straight water
        ate became began bent bit blew bore broke brought built came caught chose dealt drank drew drove dug
        fed felt flew forgot froze gave grew held hid hung kept knew laid led left lent lit met paid ran rang
        redrew rewrote rode rose sang sat sent shook shot sold spent spoke stole stood struck stuck swam swept
        taught thought threw told took went woke won wore wrote
        """
    )
)

# How verbs begin that sell, cheer, greet or ask for reach; everything else that ends as an imperative instructs.
_NOT_STEMS: Mapping[Language, tuple[str, ...]] = {
    "pl": listed(
        """
        baw bierz bądź chodź chwal ciesz daj dajcie dawaj delekt dołącz dziel dzięk głosuj inspir klik
        koment korzyst kup lajk mówcie napiszcie obser oddaj odkry odwiedz opowied oznacz patrz piszcie
        pobier pochwal pokoch poleca polub poznaj pozw przych przyjd przyłącz rezerw skoment skorzyst
        smakuj sprawdz subskr trzymaj udost umawiaj wchodź wejdź wpad wskakuj wybier wygr zagl zagłos
        zajrz zakoch zam zaobs zapis zaprasz zapro zasubs zgarn zobacz zostań łap śled ślij świat
        świętuj
        """
    ),
    "ru": listed(
        """
        байт болей бронир будь верь встреч вступ выбир выигр голос давай дел доверьте думай жела забир загляд
        заказ зарабат заход здравс знайте игра кликай комментир листай ловите люби мечта нажим наряж
        насла наслажд обсужд открыв отмет отмеча отправляйте оформ оценив переда пересыл побалуй побежд
        поддерж подпис поем сайт позволь поздрав пойте покуп получ попроб порадуй поставь празднуй превра
        представь приглаш приобр присоед пробуй провед провод проголос рад радуй регистр свайп скачив
        след слуша смотр ставь стань танц узна успев участв хватай читай
        """
    ),
}
# Before "-cie" these stand in imperatives; a vowel or ś makes a statement ("macie", "byliście"), k, r, t a noun.
_PL_ENDINGS = tuple(f"{letters}cie" for letters in listed("j ź ć ż rz sz cz l ń b p m w"))
# "-ите" is left out: "говорите" may state as well as ask.
_RU_ENDINGS = ("айте", "яйте", "уйте", "юйте", "ейте", "ойте", "ьте")
_SHORTEST = 5


def instruction(text: Text, language: Language) -> tuple[Span, ...]:
    """Imperatives: "loosen the lid", "odkręćcie", "разрежьте"; not "buy the", "kupujcie", "подписывайтесь"."""
    if language == "en":
        return tuple(_english(text))
    endings, stems = _forms(language, plain=language == "pl" and text.plain)
    return tuple(
        (start, end)
        for word, start, end in zip(text.words, text.starts, text.ends, strict=True)
        if word.endswith(endings) and len(word) >= _SHORTEST and not word.startswith(stems)
    )


def _english(text: Text) -> list[Span]:
    return [
        (text.starts[index], text.ends[index + 1])
        for index in range(len(text.words) - 1)
        if text.clause_start[index]
        and _takes_object(text.words, index + 1)
        and _may_instruct(text.words[index])
        and text.folded[text.ends[index] : text.starts[index + 1]] == " "
    ]


def _takes_object(words: tuple[str, ...], index: int) -> bool:
    """An object stands here, or after a direction: "loosen the lid", "flick off the stalk"."""
    if words[index] in _OBJECTS:
        return True
    return words[index] in _DIRECTIONS and index + 1 < len(words) and words[index + 1] in _OBJECTS


def _may_instruct(word: str) -> bool:
    plain = len(word) >= 3 and word.isascii() and word.isalpha()
    return plain and word not in _NO_INSTRUCTION and not word.endswith(("ing", "ed", "ly", "s"))


@cache
def _forms(language: Language, *, plain: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    endings = _PL_ENDINGS if language == "pl" else _RU_ENDINGS
    stems = _NOT_STEMS[language]
    if not plain:
        return endings, stems
    return tuple(word.translate(_UNMARKED) for word in endings), tuple(word.translate(_UNMARKED) for word in stems)
