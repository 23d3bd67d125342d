"""What people write behind /report."""

from __future__ import annotations

from datetime import date

import pytest

from bot.report.calendar import Weeks, timely_week, week_called, zone_called
from bot.report.request import Off, Problem, Show, Weekly, request
from bot.store.brands import Brand, BrandSettings
from tests.report.month import LAST_WEEK, ZONE

NOW = LAST_WEEK.since + 3 * 24 * 3600 * 1000
"""Thursday, 26 November 2026."""

BRANDS = [
    Brand(id_, 1, name, BrandSettings(), 0, 0, None) for id_, name in enumerate(["Mill", "Mill Café", "Łódka"], 1)
]


def shown(words: str) -> Show:
    found = request(words.split(), BRANDS, ZONE, NOW)
    assert isinstance(found, Show)
    return found


@pytest.mark.parametrize(
    ("words", "monday", "count", "brand", "chosen"),
    [
        ("", date(2026, 11, 23), 1, None, False),
        ("2w", date(2026, 11, 16), 2, None, True),
        ("1w", date(2026, 11, 23), 1, None, True),
        ("3tyg", date(2026, 11, 9), 3, None, True),
        ("2нед.", date(2026, 11, 16), 2, None, True),
        ("2026-W46", date(2026, 11, 9), 1, None, True),
        ("2026-w46", date(2026, 11, 9), 1, None, True),
        ("w46", date(2026, 11, 9), 1, None, True),
        ("2020-W53", date(2020, 12, 28), 1, None, True),
        ("mill", date(2026, 11, 23), 1, "Mill", False),
        ("mill c", date(2026, 11, 23), 1, "Mill Café", False),
        ("ŁÓDKA 2w", date(2026, 11, 16), 2, "Łódka", True),
        ("2026-W46 łó", date(2026, 11, 9), 1, "Łódka", True),
    ],
)
def test_weeks_and_brand_in_any_order(words: str, monday: date, count: int, brand: str | None, chosen: bool) -> None:
    found = shown(words)
    assert (found.weeks, found.chosen) == (Weeks(monday, ZONE, count), chosen)
    assert (found.brand.name if found.brand else None) == brand


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("2026-W54", "report-no-week"), ("2025-W53", "report-no-week"), ("0000-W01", "report-no-week"),
        ("w00", "report-no-week"), ("2027-W01", "report-future"), ("0w", "report-too-many-weeks"),
        ("13w", "report-too-many-weeks"), ("Ghost", "report-no-brand"), ("mil", "report-no-brand"),
        ("weekly", "schedule-how"), ("weekly monday", "schedule-how"), ("weekly 9:00", "schedule-how"),
        ("weekly monday 24:00", "schedule-how"), ("weekly monday 9:60", "schedule-how"),
        ("weekly monday 13pm", "schedule-how"), ("weekly monday 9:00 Narnia", "schedule-no-zone"),
    ],
)  # fmt: skip
def test_what_cannot_be_had_is_a_sentence(words: str, key: str) -> None:
    with pytest.raises(Problem) as raised:
        request(words.split(), BRANDS, ZONE, NOW)
    assert raised.value.key == key


@pytest.mark.parametrize(
    ("words", "weekday", "minute", "zone"),
    [
        ("weekly monday 9:00", 0, 540, None),
        ("weekly on Friday at 4pm", 4, 960, None),
        ("weekly w środę o 9.05", 2, 545, None),
        ("tygodniowo niedziela 21", 6, 1260, None),
        ("еженедельно по понедельникам в 9:30", 0, 570, None),
        ("weekly во вторник в 8", 1, 480, None),
        ("weekly пт 12am Asia/Kathmandu", 4, 0, "Asia/Kathmandu"),
        ("weekly sobota 12pm new york", 5, 720, "America/New_York"),
    ],
)
def test_a_day_and_a_time_as_people_write_them(words: str, weekday: int, minute: int, zone: str | None) -> None:
    assert request(words.split(), BRANDS, ZONE, NOW) == Weekly(weekday, minute, zone)


@pytest.mark.parametrize("words", ["off", "weekly off", "wyłącz", "выключить", "STOP"])
def test_it_can_be_turned_off(words: str) -> None:
    assert request(words.split(), BRANDS, ZONE, NOW) == Off()


def test_until_wednesday_last_week_is_meant() -> None:
    days = [timely_week(LAST_WEEK.since + day * 24 * 3600 * 1000, ZONE) for day in range(7)]
    assert days == [LAST_WEEK.earlier()] * 3 + [LAST_WEEK] * 4


@pytest.mark.parametrize("name", ["", "2026", "W", "2026-46", "46W", "2026-W460", "two weeks"])
def test_other_words_are_no_week(name: str) -> None:
    assert week_called(name, ZONE, NOW) is None


@pytest.mark.parametrize(
    ("name", "zone"),
    [("europe/warsaw", "Europe/Warsaw"), ("Kathmandu", "Asia/Kathmandu"), ("utc", "UTC"), ("", None), ("../etc", None)],
)
def test_zones_by_their_name_or_city(name: str, zone: str | None) -> None:
    assert zone_called(name) == zone
