"""What stands behind /report, in whatever order and in three languages: weeks, a brand, or when to send it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.report.calendar import Weeks, is_week_name, timely_week, week_called, week_of, zone_called
from bot.store.brands import Brand

MOST_WEEKS = 12

SPAN = re.compile(r"(\d{1,4})\s?(?:w|t|tyg|tydz|н|нед)\.?", re.IGNORECASE)
TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s?(am|pm)?", re.IGNORECASE)

WEEKLY = frozenset({"weekly", "tygodniowo", "cotygodniowo", "еженедельно"})
OFF = frozenset({"off", "stop", "wył", "wyłącz", "выкл", "выключить", "стоп"})
# How the names of the days begin, Monday first; long enough to be told apart, in whatever case they stand.
DAYS: tuple[tuple[str, ...], ...] = (
    ("mo", "pon", "pn", "пон", "пн"),
    ("tu", "wt", "вто", "вт"),
    ("we", "śr", "sr", "сре", "ср"),
    ("th", "czw", "чет", "чт"),
    ("fr", "pi", "pt", "пят", "пт"),
    ("sa", "sob", "sb", "суб", "сб"),
    ("su", "nie", "nd", "вос", "вс"),
)
# Words that people put between: "on Monday at 9", "w poniedziałek o 9", "по понедельникам в 9".
SMALL = frozenset({"on", "at", "every", "w", "we", "o", "co", "każdy", "в", "во", "по", "каждый", "каждую", "каждое"})


class Problem(Exception):  # noqa: N818
    """What was asked for can't be had: a sentence of the catalogue, with its values."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True, slots=True)
class Show:
    weeks: Weeks
    brand: Brand | None
    chosen: bool
    """Whether the weeks were asked for; else they are those that people usually mean."""


@dataclass(frozen=True, slots=True)
class Weekly:
    weekday: int
    """0 is Monday."""
    minute: int
    zone: str | None
    """None: the team's own."""


@dataclass(frozen=True, slots=True)
class Off:
    pass


def request(words: Sequence[str], brands: Sequence[Brand], zone: str, now: int) -> Show | Weekly | Off:
    """What these words ask for; Problem says what can't be had."""
    if words and words[0].casefold() in OFF:
        return Off()
    if words and words[0].casefold() in WEEKLY:
        return weekly(words[1:])
    weeks: Weeks | None = None
    rest: list[str] = []
    for word in words:
        found = asked_weeks(word, zone, now)
        weeks, rest = (found, rest) if found is not None else (weeks, [*rest, word])
    return Show(weeks or timely_week(now, zone), asked_brand(" ".join(rest), brands), weeks is not None)


def weekly(words: Sequence[str]) -> Weekly | Off:
    """A day and a time, like "monday 9:00 Europe/Warsaw"."""
    said = [word for word in words if word.casefold() not in SMALL]
    if said and said[0].casefold() in OFF:
        return Off()
    weekday = next((number for number, _ in _weekdays(said[:1])), None)
    minute = _minute(said[1]) if len(said) > 1 else None
    if weekday is None or minute is None:
        raise Problem("schedule-how")
    asked = " ".join(said[2:])
    zone = zone_called(asked) if asked else None
    if asked and zone is None:
        raise Problem("schedule-no-zone", zone=asked)
    return Weekly(weekday, minute, zone)


def asked_weeks(word: str, zone: str, now: int) -> Weeks | None:
    """Weeks named in a word, like 2w or 2026-W46; None if it names none."""
    if is_week_name(word):
        week = week_called(word, zone, now)
        if week is None:
            raise Problem("report-no-week", week=word)
        if week.since > now:
            raise Problem("report-future", week=week.name)
        return week
    span = SPAN.fullmatch(word)
    if not span:
        return None
    count = int(span[1])
    if not 1 <= count <= MOST_WEEKS:
        raise Problem("report-too-many-weeks", most=MOST_WEEKS)
    return week_of(now, zone).later().before(count)


def asked_brand(name: str, brands: Sequence[Brand]) -> Brand | None:
    """The brand of this name, or the only one whose name begins so; None for no name."""
    wanted = name.casefold()
    if not wanted:
        return None
    exact = [brand for brand in brands if brand.name.casefold() == wanted]
    close = [brand for brand in brands if brand.name.casefold().startswith(wanted)]
    if exact or len(close) == 1:
        return (exact or close)[0]
    if not brands:
        raise Problem("report-no-brands", brand=name)
    raise Problem("report-no-brand", brand=name, brands=", ".join(brand.name for brand in brands))


def _weekdays(words: Sequence[str]) -> list[tuple[int, str]]:
    return [
        (number, word)
        for word in words
        for number, beginnings in enumerate(DAYS)
        if word.casefold().startswith(beginnings)
    ]


def _minute(word: str) -> int | None:
    """9, 9:30, 9.30, 21:15 or 9pm as a minute of the day."""
    found = TIME.fullmatch(word)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None
