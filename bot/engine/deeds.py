"""Who did or will do what, seen by the form of the verb: "we'll read", "napisaliście", "вы просили", "she found".

Polish and Russian verbs show person and tense by their endings, English ones by the pronoun beside them. Words that
only look like such verbs (nouns and adjectives with the same ending) are named; one slip proves nothing, since every
rule asks for something else beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import cache, lru_cache

import regex

from bot.engine.model import Language, Span
from bot.engine.shape_words import listed
from bot.engine.text import Text

_UNMARKED = str.maketrans("ąćęłńóśźż", "acelnoszz")

_EN_PAST = frozenset(
    listed(
        """
        arrived ate became began bent bit blew bought broke brought built burst came caught chose climbed crept cut
        dealt
        drank dreamt drew drove dug fed fell felt flew forgot fought found froze gave got grew had held hid hung
        kept knelt knew laid leant left lent lit lost made meant met paid ran rang redrew rewrote rode rose said
        sang sat
        saw sent shook shone shot slept sold spent spoke spun stole stood stuck struck swam swept swore swung taught
        thought threw told took understood went woke won wore wrote
        """
    )
)
_EN_NO_PAST = frozenset(
    listed(
        """
        advanced allowed based bed bleed breed closed crowded dedicated detailed embed exceed excited expected
        experienced feed hundred included indeed interested licensed limited located married need pleased proceed proud
        qualified red related required seed shared shed speed succeed supposed thrilled tired tried trusted unlimited
        united used wed weed wicked exhausted rated sponsored updated
        """
    )
)
_EN_PASSIVE = frozenset(listed("am is are be been being get gets getting s re not m"))

_PL_PAST = regex.compile(
    r"\p{L}+(?:[aeiyęóuą]ł|[bcdgkpsśtzr]ł|[aeięyu]ł[aoy]|[dgkpsztr]ł[aoy]|[aeiyu]li|(?:sz|dz|gl|dl|kl|źl|śl|tl)li)"
)
_PL_NO_PAST = listed(
    """
    ciepł hasł krzesł masł okoł tł
    artykuł biał był by cał ciał chwal chwil czyl dział dla dojrzał doskonał detal fal feral finał fest formuł hal
    handl idealn jeśl jeżel kanał kościół koszul kryształ mał materiał medal miał mił moduł mydł niedziel oddział okazał
    pomysł podział pozostał powol protokół przemysł przedział regał rozdział rol sal serial sił siódł skal skrzydł stal
    stał stół styl szkoł sygnał światł świetl szpital śmiał tabel tytuł trwał udział umysł wasal wesoł wspaniał wol
    wydział wzgl zdrow zespoł zespół zmysł źródł żywioł żagl kapitał krawal lokal oryginał portal terminal
    """
)
_RU_PAST = regex.compile(
    r"\p{L}+(?:[аяеиуыю]л(?:[аои]|ся)?|[аяеиуыю]л[аои]сь|[шгкзсб]л[аи](?:сь)?|[ш]ло(?:сь)?)"
    r"|(?:по|с|пре)мог|(?:при|у|вы|за|от|до|пере|раз)?(?:нес|вез|вел|лез|полз|рос|пек)(?:ся)?|исчез|погас"
    r"|замерз|замолк|привык"
)
_RU_NO_PAST = listed(
    """
    автомобил акул апрел арсенал артикул бал бел вафел весел вокзал генерал дел детал девал ел жал журнал зал зал-
    идеал или илл если кабел канал капитал квартал кегл коал корабл кремл криминал крыл масл материал мебел медал металл
    мил модел мул мыл мысл начал недел нал отел оригинал панел перва персонал потенциал правил портал предел пил
    родител ритуал сал сериал сигнал сил скал стал стекл стил сыл тарел тел терминал тыл туннел угл февул финал
    филиал формул цел числ шал штурвал уровн яблон ярл ясл учител жител читател посетител зрител любител тепл светл
    """
)
_RU_TIMES = frozenset(
    listed(
        """
        вчера сегодня утром днем вечером ночью уже теперь наконец сразу снова потом тогда поэтому так и а но за в во на
        неделю день месяц выходные эту этой прошлой прошлую весной летом осенью зимой специально даже тоже заодно
        """
    )
)
_RU_TEL = regex.compile(r"\p{L}+тел[ия]")

_PL_NO_WE = frozenset(
    listed(
        """
        cieszymy czekamy chcemy dziękujemy gratulujemy jesteśmy kochamy lubimy mamy możemy oferujemy musimy pamiętamy
        polecamy potrzebujemy pozdrawiamy pracujemy prosimy przepraszamy sprzedajemy staramy szukamy tworzymy wiemy
        wierzymy
        wspieramy zapewniamy zapraszamy zależy zatrudniamy zachęcamy znamy życzymy żyjemy tymczasem
        problemy systemy kremy tematy reklamy bramy damy firmy mamy mapamy gamy panoramy dramy ramy rymy zimy formy dymy
        programy normy kosztujemy dbamy realizujemy przypominamy informujemy gwarantujemy witamy
        """
    )
)
_PL_WE = regex.compile(r"\p{L}{2,}[aeiy]my")
_PL_WE_DID = regex.compile(r"\p{L}+(?:liśmy|łyśmy|lismy|lysmy)")
_PL_YOU_DID = regex.compile(r"\p{L}+(?:liście|łyście|łeś|łaś|liscie|lyscie)")

_RU_WE = regex.compile(
    r"(?:\p{L}{3,}(?:ываем|иваем|уем|аем|яем|еем|юем)|(?:вы|вс|воз|до|за|из|ис|на|об|о|от|пере|по|под|при"
    r"|про|раз|рас|с|со|у|"
    r"в)\p{L}{2,}(?:[вдзклмнпрстшчщбжг](?:им|ем)))(?:ся)?|будем|идем|дадим|решим|решаем|жарим|варим"
)
_RU_NO_WE = frozenset(
    listed(
        """
        ожидаем желаем знаем любим предлагаем приглашаем продаем рекомендуем советуем работаем стараемся поздравляем
        благодарим напоминаем гарантируем заботимся просим скучаем понимаем считаем обожаем уважаем умеем имеем
        вашим всем совсем самим своим последним средним осенним весенним общим прошлым старшим ужасным уникальным
        временем весельем восьмидесятым интересным хорошим следующим новейшим большим подробнейшим соседним раннем
        позднем утреннем вечернем внутренним внешнем внешним собственном приветствуем вместим способом праздничным
        развиваемся нуждаемся обучаем обеспечиваем помогаем
        """
    )
)
_RU_ADJECTIVE = ("ским", "цким", "щим", "шим", "ным", "ним", "ным", "жим", "ником", "ием", "лем", "рем")


def past(text: Text, language: Language) -> tuple[Span, ...]:
    """Somebody or something did something: the verbs that carry a story."""
    if language == "en":
        return tuple(_span(text, index) for index in range(len(text.words)) if _en_past(text, index))
    tells = _pl_past if language == "pl" else _ru_past
    plain = language == "pl" and text.plain
    return tuple(_span(text, index) for index, word in enumerate(text.words) if tells(word, plain))


def you_did(text: Text, language: Language) -> tuple[Span, ...]:
    """What you, the readers, said or did."""
    if language == "pl":
        return tuple(_span(text, index) for index, word in enumerate(text.words) if _pl_you_did(word))
    if language == "ru":
        return tuple(_after(text, {"вы", "ты"}, 3, lambda index: _ru_past(text.words[index], False)))
    return tuple(_after(text, {"you", "you've"}, 2, lambda index: _en_past(text, index)))


def we_did(text: Text, language: Language) -> tuple[Span, ...]:
    """What the brand did. A Russian plural with nobody named before it in the clause speaks of the writer too."""
    if language == "pl":
        return tuple(_span(text, index) for index, word in enumerate(text.words) if _pl_we_did(word))
    if language == "ru":
        return tuple(_ru_we_did(text))
    return tuple(_after(text, {"we", "we've", "i", "i've"}, 2, lambda index: _en_past(text, index)))


def we_will(text: Text, language: Language) -> tuple[Span, ...]:
    """What the brand will do next; never an offer, an invitation, thanks or a promise of care."""
    if language == "en":
        return tuple(_en_we_will(text))
    known = _unmarked(_PL_NO_WE) if language == "pl" and text.plain else _PL_NO_WE
    found = _PL_WE if language == "pl" else _RU_WE
    barred = known if language == "pl" else _RU_NO_WE
    return tuple(
        _span(text, index)
        for index, word in enumerate(text.words)
        if word.endswith(("my", "м", "мся"))
        and found.fullmatch(word)
        and word not in barred
        and not (language == "pl" and _pl_we_did(word))
        and not (language == "ru" and word.endswith(_RU_ADJECTIVE))
    )


def _span(text: Text, index: int) -> Span:
    return text.starts[index], text.ends[index]


def _en_past(text: Text, index: int) -> bool:
    word = text.words[index]
    if word in _EN_PAST:
        return True
    if not word.endswith("ed") or len(word) < 5 or word in _EN_NO_PAST:
        return False
    return index == 0 or text.words[index - 1] not in _EN_PASSIVE


def _pl_past(word: str, plain: bool) -> bool:
    if plain or len(word) < 3 or not word.endswith(("ł", "ła", "ło", "ły", "li")):
        return False
    return _PL_PAST.fullmatch(word) is not None and not word.startswith(_PL_NO_PAST)


def _pl_we_did(word: str) -> bool:
    return word.endswith(("śmy", "smy")) and _PL_WE_DID.fullmatch(word) is not None


def _pl_you_did(word: str) -> bool:
    return word.endswith(("ście", "scie", "łeś", "łaś")) and _PL_YOU_DID.fullmatch(word) is not None


@lru_cache(maxsize=4_000)
def _ru_past(word: str, plain: bool) -> bool:
    if len(word) < 3 or word.startswith(_RU_NO_PAST) or _RU_TEL.fullmatch(word):
        return False
    return _RU_PAST.fullmatch(word) is not None


def _after(text: Text, pronouns: Set[str], reach: int, tells: Callable[[int], bool]) -> list[Span]:
    """From the pronoun to the verb that follows it within `reach` words of the same sentence."""
    found: list[Span] = []
    for index, word in enumerate(text.words):
        if word in pronouns:
            for at in range(index + 1, min(index + 1 + reach, len(text.words))):
                if text.sentence_at[at] != text.sentence_at[index]:
                    break
                if tells(at):
                    found.append((text.starts[index], text.ends[at]))
                    break
    return found


def _ru_we_did(text: Text) -> list[Span]:
    found = _after(text, {"мы"}, 3, lambda index: _ru_past(text.words[index], False))
    opens = {
        index
        for index, word in enumerate(text.words)
        if word.endswith(("ли", "лись")) and _ru_opens(text, index) and _ru_past(word, False)
    }
    return sorted({*found, *(_span(text, index) for index in opens)})


def _ru_opens(text: Text, index: int) -> bool:
    """The verb opens its clause, or only words of time stand before it: "вчера ночью подняли"."""
    for at in range(index, max(-1, index - 4), -1):
        if at < index and text.words[at] not in _RU_TIMES:
            return False
        if text.clause_start[at]:
            return True
    return False


_EN_WILL = regex.compile(
    r"(?<![\w'])(?:we'll|we will|we are going to|we're going to|i'll|i will)(?: (?:then|all|also|only"
    r"|just|even))? (?!be (?:happy|glad|there)|love|miss|never|always)[a-z]+"
)
_EN_WE_DO = regex.compile(
    r"(?<![\w'])(?:we|we're|we are) (?!(?:are|were|was|have|had|can|could|would|do|don't|know|love|like"
    r"|want|need|believe|offer|sell|care|'re|hope|think|wish|also|always|help|work|got|made|did)\b)"
    r"[a-z]+(?: [^.!?\n]{1,60})? (?:on|by|next|this|from|until|in) (?:the )?(?:\d{1,2}|mon|tues|wednes"
    r"|thurs|fri|satur|sun|week|month|spring|summer|autumn|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
    r"|nov|dec)\w*"
)


def _en_we_will(text: Text) -> list[Span]:
    if "we" not in text.folded and "i" not in text.words and "i'll" not in text.words:
        return []
    return sorted(match.span() for pattern in (_EN_WILL, _EN_WE_DO) for match in pattern.finditer(text.folded))


@cache
def _unmarked(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word.translate(_UNMARKED) for word in words)
