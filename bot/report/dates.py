"""Dates, times and shares as readers of each language write them."""

from __future__ import annotations

from datetime import date
from math import floor
from typing import Literal

from bot.engine.model import Language
from bot.report.calendar import Weeks

Width = Literal["abbreviated", "narrow", "short", "wide"]


def when(weeks: Weeks, language: Language) -> str:
    """From the first to the last day: "Nov 16 – 22, 2026"."""
    from babel.dates import format_interval

    return str(format_interval(weeks.monday, weeks.last, "yMMMd", locale=language))


def day_and_month(day: date, language: Language) -> str:
    from babel.dates import format_skeleton

    return str(format_skeleton("MMMd", day, locale=language))


def month(day: date, language: Language) -> str:
    """Its short name alone: "Nov"."""
    from babel.dates import format_skeleton

    return str(format_skeleton("MMM", day, locale=language))


def weekday(number: int, language: Language, width: Width = "wide") -> str:
    """The name of a day, 0 is Monday."""
    from babel.dates import get_day_names

    return str(get_day_names(width, "stand-alone", locale=language)[number])


def clock(minute: int) -> str:
    """A minute of the day: 9:05."""
    return f"{minute // 60}:{minute % 60:02}"


def percent(share: float, language: Language) -> str:
    from babel.numbers import format_percent

    return str(format_percent(floor(share * 100 + 0.5) / 100, locale=language))


def whole(value: float) -> int:
    """Rounded half up, as scores are."""
    return floor(value + 0.5)
