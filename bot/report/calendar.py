"""Weeks as people in a time zone have them: from Monday to Monday, also where a day has 23 or 25 hours."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

DAYS = 7

# From this day of the week on (Thursday) a week has more behind it than before it.
MIDDLE = 3

WEEK = re.compile(r"(?:(\d{4})-?)?w(\d{1,2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Weeks:
    """One week or several in a row."""

    monday: date
    """The first day."""
    zone: str
    count: int = 1

    @property
    def after(self) -> date:
        """The Monday after the last day."""
        return self.monday + timedelta(days=DAYS * self.count)

    @property
    def since(self) -> int:
        """The first moment, in ms since 1970."""
        return moment(self.monday, self.zone)

    @property
    def until(self) -> int:
        """The moment after the last one."""
        return moment(self.after, self.zone)

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(self.monday + timedelta(days=day) for day in range(DAYS * self.count))

    @property
    def last(self) -> date:
        return self.after - timedelta(days=1)

    @property
    def name(self) -> str:
        """The first week's name by ISO 8601: 2026-W46."""
        year, week, _ = self.monday.isocalendar()
        return f"{year}-W{week:02}"

    def earlier(self, weeks: int | None = None) -> Weeks:
        """So many weeks before; by default as many as there are."""
        return replace(self, monday=self.monday - timedelta(days=DAYS * (weeks or self.count)))

    def later(self) -> Weeks:
        return replace(self, monday=self.after)

    def each(self) -> tuple[Weeks, ...]:
        return tuple(Weeks(self.monday + timedelta(days=DAYS * week), self.zone) for week in range(self.count))

    def before(self, count: int) -> Weeks:
        """The weeks that lie right before these."""
        return Weeks(self.monday - timedelta(days=DAYS * count), self.zone, count)


def moment(day: date, zone: str) -> int:
    """When a day begins in a time zone, in ms since 1970; an hour that a clock leaves out begins with the next one."""
    return int(datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).timestamp() * 1000)


def day_of(at: int, zone: str) -> date:
    """The date that a calendar in that time zone shows at a moment."""
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(zone)).date()


def week_of(at: int, zone: str) -> Weeks:
    day = day_of(at, zone)
    return Weeks(day - timedelta(days=day.weekday()), zone)


def timely_week(at: int, zone: str) -> Weeks:
    """The week that people mean: until Wednesday the last one, from Thursday on the one they are in."""
    week = week_of(at, zone)
    return week if day_of(at, zone).weekday() >= MIDDLE else week.earlier()


def week_called(name: str, zone: str, at: int) -> Weeks | None:
    """The week of a name like 2026-W46, or W46 of this year; None if there is no such week."""
    found = WEEK.fullmatch(name.strip())
    if not found:
        return None
    year = int(found[1]) if found[1] else day_of(at, zone).isocalendar().year
    try:
        return Weeks(date.fromisocalendar(year, int(found[2]), 1), zone)
    except ValueError:
        return None


def is_week_name(name: str) -> bool:
    """Whether somebody means a week by this, right or wrong: 2026-W54 is meant to be one."""
    return WEEK.fullmatch(name.strip()) is not None


def zone_called(name: str) -> str | None:
    """The time zone of a name in any capitals, or of its city alone: "Europe/Warsaw", "warsaw"."""
    wanted = name.strip().casefold().replace(" ", "_")
    return _zones().get(wanted) if wanted else None


@cache
def _zones() -> dict[str, str]:
    names = sorted(available_timezones() - {"localtime", "Factory"})
    cities = {name.rpartition("/")[2].casefold(): name for name in names if name.count("/") == 1}
    return {**cities, **{name.casefold(): name for name in names}}
