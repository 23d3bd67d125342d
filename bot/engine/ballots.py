"""Emoji that stand for answers: "❤️ for tea, 👍 for coffee", "koty = 🔥, psy = ❤️", "чай или кофе? 🍵 чай ☕ кофе"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import regex

from bot.engine.model import Language, Span
from bot.engine.text import Text

_REACTIONS = frozenset("❤👍👎🔥😍😂😮👏🎉💙💚💛🧡💜🖤🤍🤎🙌🤔😢😡🥰🙏👀💯🤩😁🤯👌✅❌")
"""Signs that networks offer as reactions; any other sign may stand before a line of an ordinary list."""

_LINKS: Mapping[Language, str] = {
    "en": "for|if|when|means?",
    "pl": "za|dla|jeśli|jesli|jeżeli|jezeli|gdy|jak|to",
    "ru": "за|если|кто|для|это|когда|тем",
}
_FOR: Mapping[Language, str] = {"en": "for|if", "pl": "za|dla|jeśli|jeżeli", "ru": "за|если|для|кто"}
_EITHER: Mapping[Language, str] = {"en": "or|vs", "pl": "czy|lub|albo|vs", "ru": "или|либо|vs"}

_WHICH: Mapping[Language, str] = {
    "en": "which|who|whose|what",
    "pl": "który|która|które|którą|co|kto|kogo|jaki|jaka|jakie",
    "ru": "какой|какая|какое|какие|какую|что|кто|кого|чей",
}

_GIVE: Mapping[Language, str] = {
    "en": r"(?:give|drop|leave|send|hit|press|tap|show|throw|post)(?: us| me)?(?: a| an)?",
    "pl": r"daj\w*|rzu[ćc]\w*|rzucaj\w*|zostaw\w*|wrzu\w+|ślij\w*|slij\w*|klik\w*|stawia\w*",
    "ru": r"став\w+|постав\w+|леп\w+|кида\w+|кинь\w*|жми\w*|жмет|шли\w*|шлет|броса\w+|оставля\w+|тык\w+",
}
"""The verb right before a sign that asks to give it."""

_IF: Mapping[Language, str] = {"en": "if|who", "pl": "kto|jak|jeśli|jesli|jeżeli|jezeli|gdy", "ru": "кто|если"}

_NEAR = 70  # signs in one line of answers stand closer than that
_SHORT = 45  # one answer after its sign and the next before it stand closer still
_ASKED = 110  # the question that is answered stands right before them


def ballot_signs(text: Text, language: Language) -> tuple[Span, ...]:
    """Two different emoji in a row, each with the answer that it stands for: a vote by reaction."""
    if len(text.emoji) < 2:
        return ()
    return tuple(_joined(_pairs(text, language)))


def _pairs(text: Text, language: Language) -> Iterator[Span]:
    for left, right in pairwise(_runs(text)):
        between = text.folded[left[1] : right[0]]
        if len(between) > _NEAR or "\n\n" in between or _sign(text, left) == _sign(text, right):
            continue
        if _are_answers(text, language, left, right):
            yield left[0], right[1]


def _runs(text: Text) -> Iterator[Span]:
    """Emoji; the same sign repeated ("🔥🔥🔥") and a variation mark after it count as one."""
    start, end = text.emoji[0]
    for following in text.emoji[1:]:
        if not text.folded[end : following[0]].strip("\ufe0f ") and _sign(text, following) == text.folded[start]:
            end = following[1]
            continue
        yield start, end
        start, end = following
    yield start, end


def _sign(text: Text, span: Span) -> str:
    return text.folded[span[0]]


def _are_answers(text: Text, language: Language, left: Span, right: Span) -> bool:
    signs, folded = _signs(language), text.folded
    between = folded[left[1] : right[0]].lstrip("\ufe0f")
    if signs.either.fullmatch(between):
        return True
    if "\n" not in between and all(_names_after(text, signs, span) for span in (left, right)):
        return True
    before = folded[max(0, left[0] - 40) : left[0]]
    if signs.named.search(before) and signs.named.search(between):
        return True
    reactions = _sign(text, left) in _REACTIONS and _sign(text, right) in _REACTIONS
    if reactions and _each_for_its_own(signs, before, between):
        return True
    if len(between) < _SHORT and _names_after(text, signs, left) and signs.clause.search(between):
        return True
    if reactions and _FEW_WORDS.search(before):
        return bool(_NEXT_WORDS.fullmatch(between))
    if not all(_WORD_AFTER.match(folded, span[1]) for span in (left, right)):
        return False
    asked = _asked_before(folded, left[0])
    reaction = _sign(text, left) in _REACTIONS or _sign(text, right) in _REACTIONS
    return bool(signs.choice.search(asked) or (reaction and signs.which.search(asked)))


def _each_for_its_own(signs: _Signs, before: str, between: str) -> bool:
    """Each sign is given in a clause of its own: "sweet? give 😍, savoury? give 🔥", "кто за, 👍, кто против, 👎"."""
    if signs.given.search(before) and signs.given.search(between):
        return len(between.split()) > 2
    return bool(signs.clause.search(before) and signs.clause.search(between))


def _names_after(text: Text, signs: _Signs, span: Span) -> bool:
    if signs.names.match(text.folded, span[1]):
        return True
    return _sign(text, span) in _REACTIONS and bool(_DASH.match(text.folded, span[1]))


def _asked_before(folded: str, at: int) -> str:
    """The question that stands right before: "sweet or salty?", "which colour?"."""
    asked = folded[max(0, at - _ASKED) : at]
    return asked[: asked.rfind("?") + 1]


@dataclass(frozen=True, slots=True)
class _Signs:
    """What joins a sign with its answer in one language."""

    names: regex.Pattern[str]
    named: regex.Pattern[str]
    either: regex.Pattern[str]
    given: regex.Pattern[str]
    clause: regex.Pattern[str]
    choice: regex.Pattern[str]
    which: regex.Pattern[str]


@cache
def _signs(language: Language) -> _Signs:
    return _Signs(
        regex.compile(rf"\ufe0f?\s*(?:[-–:=,]?\s*(?:{_LINKS[language]})(?!\w)|=\s*[\w\"])"),
        regex.compile(rf"\w\"?\s*=\s*$|(?<!\w)(?:{_FOR[language]})\s[\w-]+(?:\s[\w-]+){{0,2}}\s*[-–:]?\s*(?:\w+\s)?$"),
        regex.compile(rf"\s*(?:{_EITHER[language]})\s*"),
        regex.compile(rf"(?<!\w)(?:{_GIVE[language]})\s*[-–:]?\s*$"),
        regex.compile(rf"(?<!\w)(?:{_IF[language]})\s[\w\s-]{{2,30}}[,:–-]?\s*(?:\w+\s*)?$"),
        regex.compile(rf"(?<!\w)(?:{_EITHER[language]})(?!\w)"),
        regex.compile(rf"(?<!\w)(?:{_WHICH[language]})(?!\w)"),
    )


_DASH = regex.compile(r"\ufe0f?\s*[-–:]\s*[\w\"]")
_WORD_AFTER = regex.compile(r"\ufe0f?\s?[-–=:]?\s?\w")
_FEW_WORDS = regex.compile(r"(?:^|[.!?\n:]\s*)[\w-]+(?:\s[\w-]+)?\s*[-–:]?\s*$")
_NEXT_WORDS = regex.compile(r"\s*[,/;|]\s*[\w-]+(?:\s[\w-]+)?\s*[-–:]?\s*")


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Chains of answers are one vote."""
    open_span: Span | None = None
    for span in spans:
        if open_span and span[0] <= open_span[1]:
            open_span = open_span[0], span[1]
            continue
        if open_span:
            yield open_span
        open_span = span
    if open_span:
        yield open_span
