"""The pictures: drawn for anything that a week may hold, in every language, without a letter missing."""

from __future__ import annotations

import struct
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

import bot
from bot.engine.model import LANGUAGES, Language
from bot.report.calendar import Weeks, week_of
from bot.report.canvas import INNER, Canvas, drawable
from bot.report.charts import curve, picture
from bot.report.mine import curve_of
from bot.report.week import Material, Report, report
from bot.store.brands import BrandSettings
from tests.report.month import KINDS, LAST_WEEK, MONTH, ZONE, drafted, month

NAMES = (
    "Mill", "Щукинская пекарня «Съешь ещё этих мягких французских булок»", "Zażółć gęślą jaźń " * 8, "🥐🥐🥐",
    "ひまわり", "W" * 200, "a\nb\tc", "$x^2$ _y_ \\alpha", "",
)  # fmt: skip


def size_of(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def week_with(drafts: int) -> Report:
    chance = Random(drafts)
    written = []
    for number in range(drafts):
        one = drafted(3, chance.randrange(15))
        written.append(replace(one, id=number, last=replace(one.last, score=chance.randint(0, 100))))
    brands = {1: BrandSettings(promise=("guidance", "exclusive", "support"))}
    return report(replace(month(), drafts=written, brands=brands), LAST_WEEK, KINDS, LAST_WEEK.until)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("drafts", [0, 1, 3, 30, 300])
def test_a_week_with_any_number_of_drafts_is_drawn_for_a_phone(language: Language, drafts: int) -> None:
    width, height = size_of(picture(week_with(drafts), "Mill", language))
    assert width == 1080
    # Telegram takes pictures whose sides add up to 10,000; a phone shows two of its widths well.
    assert 1200 < height < 2000


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_drawn(name: str) -> None:
    """What the font has no shape for would be a warning, and warnings are errors here."""
    assert size_of(picture(week_with(3), name, "ru"))[0] == 1080


@pytest.mark.parametrize(
    "weeks", [MONTH, Weeks(LAST_WEEK.monday, ZONE, 2).earlier(1), Weeks(LAST_WEEK.monday, ZONE, 12)]
)
def test_several_weeks_are_drawn(weeks: Weeks) -> None:
    assert size_of(picture(report(month(), weeks, KINDS, weeks.until), "Mill", "pl"))[0] == 1080


def test_the_same_week_is_the_same_picture() -> None:
    assert picture(week_with(30), "Mill", "en") == picture(week_with(30), "Mill", "en")
    assert picture(week_with(30), "Mill", "en") != picture(week_with(3), "Mill", "en")


def test_every_score_has_its_dot(monkeypatch: pytest.MonkeyPatch) -> None:
    dots: list[tuple[float, float]] = []

    def noted(_: Canvas, xs: list[float], ys: list[float], *__: object) -> None:
        assert len(xs) == len(ys)
        dots.extend(zip(xs, ys, strict=True))

    monkeypatch.setattr(Canvas, "dots", noted)
    found = week_with(300)
    picture(found, "Mill", "en")
    assert len(dots) == sum(len(day.scores) for day in found.days) == 300
    assert all(0 < x < 1080 for x, _ in dots)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_curve_is_drawn_with_and_without_weeks_between(language: Language) -> None:
    weeks = week_of(LAST_WEEK.since, ZONE).later().before(9)
    for drafts in (month().drafts, [], [drafted(0, 1), drafted(3, 1)]):
        assert size_of(curve(curve_of(drafts, weeks).past, language))[0] == 1080


def test_words_that_are_too_long_are_made_smaller_and_then_cut() -> None:
    sheet = Canvas()
    assert sheet.text(0, 0, "W" * 500, 20, room=INNER) <= INNER
    assert sheet.text(0, 0, "short", 20, room=INNER) < INNER


def test_polish_and_cyrillic_letters_can_be_drawn_and_emoji_cannot() -> None:
    letters = "zażółć gęślą jaźń ŁÓDŹ съешь ещё булок ЁЖ – „” «» … ✓ ‹ ›"
    assert drawable(letters) == letters
    assert drawable("Mill 🥐 Café") == "Mill  Café"


def test_matplotlib_is_loaded_with_the_first_picture_and_not_before() -> None:
    code = (
        "import sys, bot.app, bot.report.schedule, bot.report.charts, bot.report.tables\n"
        "assert not {'matplotlib', 'numpy', 'xlsxwriter'} & set(sys.modules), 'too early'\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(bot.__file__).parent.parent)


def test_an_empty_week_is_no_error() -> None:
    assert picture(report(Material([]), LAST_WEEK, KINDS, LAST_WEEK.until), "Mill", "en").startswith(b"\x89PNG")
