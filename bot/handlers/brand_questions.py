"""What the coach asks about a brand: in which order, with which answers. The words are in `brand.ftl`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from bot.engine.model import LANGUAGES, NETWORKS
from bot.store.brands import MOST_PROMISES, PROMISES, BrandSettings

DAY = 24 * 3600 * 1000

NAME = "name"
LONGEST_NAME = 60
LONGEST_TEXT = 300

DEFAULTS = {field.name: field.default for field in fields(BrandSettings)}


@dataclass(frozen=True, slots=True)
class Question:
    field: str
    """The setting that it is about, or the brand's name."""
    options: Mapping[str, Any]
    """What each button sets, by the code in its data; none: the answer is a text."""
    most: int = 1
    """How many may be chosen."""
    longest: int = LONGEST_TEXT


def _text(field: str, longest: int = LONGEST_TEXT) -> Question:
    return Question(field, {}, longest=longest)


# Codes are in the buttons of messages that are out there: never reuse one for something else.
QUICK = (
    Question("promise", {kind: kind for kind in PROMISES}, most=MOST_PROMISES),
    Question("networks", {network: network for network in NETWORKS}, most=len(NETWORKS)),
    Question("stance", {"b": "broadcast", "m": "balanced", "c": "conversation"}),
    Question("answerer", {"y": True, "n": False}),
)
"""Enough to begin with."""

REST = (
    _text(NAME, LONGEST_NAME),
    _text("reach"),
    _text("manifesto"),
    # How long ago, in days: nobody remembers the date.
    Question("asked_at", {"w": 3, "m": 20, "y": 180, "o": 500, "n": None}),
    _text("said"),
    Question("channel", {"m": "mass", "c": "community"}),
    Question("space", {"l": "library", "b": "bookshop", "m": "mixed"}),
    Question("promo_limit", {"10": 0.1, "20": 0.2, "30": 0.3, "40": 0.4, "50": 0.5}),
    _text("answers"),
    Question("language", {**{language: language for language in LANGUAGES}, "any": None}),
    Question("address", {"pt": "ty", "pw": "wy", "pp": "panstwo", "rt": "ты", "rv": "вы", "no": ""}),
    _text("topics"),
    Question("legal", {"off": "off", "us": "us", "pl": "eu-pl", "ru": "ru"}),
)

QUESTIONS: Mapping[str, Question] = {question.field: question for question in (*QUICK, *REST)}


def following(field: str, settings: BrandSettings) -> Question | None:
    """The next question of the set-up that makes sense after what was said; None where a round of it ends."""
    for part in (QUICK, REST):
        names = [question.field for question in part]
        if field in names:
            return next(
                (question for question in part[names.index(field) + 1 :] if makes_sense(question, settings)), None
            )
    return None


def makes_sense(question: Question, settings: BrandSettings) -> bool:
    answered_by_others = {
        "said": settings.asked is not True,
        "promo_limit": settings.space != "mixed",
        "answers": settings.answerer is False,
        "address": settings.language == "en",
    }
    return not answered_by_others.get(question.field, False)


def chosen(question: Question, settings: BrandSettings, now: int) -> frozenset[str]:
    """The codes of what is set now."""
    value = getattr(settings, question.field)
    if question.most > 1:
        return frozenset(code for code, option in question.options.items() if option in value)
    if question.field == "asked_at":
        return _asked(settings, now)
    return frozenset(code for code, option in question.options.items() if option == value)


def change(question: Question, code: str, settings: BrandSettings, now: int) -> dict[str, Any] | None:
    """What a tap on this option sets; None where that can't be: an unknown code, or one too many."""
    if code not in question.options:
        return None
    option = question.options[code]
    if question.field == "asked_at":
        return {"asked": option is not None, "asked_at": None if option is None else now - option * DAY}
    if question.most == 1:
        return {question.field: option}
    before = getattr(settings, question.field)
    after = tuple(one for one in before if one != option) if option in before else (*before, option)
    return {question.field: after} if len(after) <= question.most else None


def _asked(settings: BrandSettings, now: int) -> frozenset[str]:
    if settings.asked is None:
        return frozenset()
    if settings.asked_at is None:
        return frozenset("n")
    ago = (now - settings.asked_at) / DAY
    return frozenset("w" if ago < 8 else "m" if ago < 32 else "y" if ago < 366 else "o")
