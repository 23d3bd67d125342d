from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.model import Card
from bot.render.wording import clean, cut, filled, quoted, signed, units, within
from tests.render.samples import MISSING_TERMS, find, words
from tests.support.words import ANY_TEXT


@given(ANY_TEXT, st.integers(min_value=2, max_value=120))
def test_a_cut_text_never_exceeds_its_limit_and_stays_printable(text: str, limit: int) -> None:
    short = cut(text, limit)
    assert units(short) <= limit
    assert units(short) == len(short.encode("utf-16-le")) // 2
    assert "\n" not in short
    assert "\x1b" not in short


@given(ANY_TEXT, st.integers(min_value=2, max_value=120))
def test_a_cut_text_is_the_beginning_of_the_cleaned_one(text: str, limit: int) -> None:
    assert clean(text).startswith(cut(text, limit).removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("shop now", 60, "shop now"),
        ("Only this week, and only in our shop", 16, "Only this week…"),
        ("Only this week, and only in our shop", 15, "Only this week…"),
        ("Only this week, and only in our shop", 14, "Only this…"),
        ("https://example.com/a/very/long/address", 20, "https://example.com…"),
        ("two\n  lines\tand a tab", 60, "two lines and a tab"),
        ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 24, "👨‍👩‍👧‍👦👨‍👩‍👧‍👦…"),
        ("\x1b[31mred\x1b[0m", 60, "[31mred [0m"),
        ("\u202eabc\u2066", 60, "abc"),
        ("half \ud83d of an emoji", 60, "half of an emoji"),
        ("", 5, ""),
    ],
)
def test_quotes_are_cut_gracefully(text: str, limit: int, expected: str) -> None:
    assert cut(text, limit) == expected


def test_one_letter_under_a_thousand_accents_is_cut_all_the_same() -> None:
    assert 0 < units(cut("a" + "\u0301" * 1000, 40)) <= 40


def test_the_same_words_are_quoted_once() -> None:
    assert quoted("en", ["Shop now", "shop now", "", "BEST"], 60, 3) == ("“Shop now”", "“BEST”")


def test_words_inside_a_longer_quote_are_not_quoted_again() -> None:
    quotes = ["best", "the best in town", "Best", "to", "tomorrow", "closed", "closed on"]
    assert quoted("en", quotes, 60, 4) == ("“the best in town”", "“to”", "“tomorrow”", "“closed on”")


def test_each_reader_gets_the_quotation_marks_of_their_language() -> None:
    assert [quoted(language, ["a"], 60, 1)[0] for language in ("en", "pl", "ru")] == ["“a”", "„a”", "«a»"]


SALE = "MEGA SALE"


def say_with(template: str, slots: Mapping[str, object]) -> str:
    finding = find(replace_card(template), SALE, SALE, dimension="honesty", points=-4, slots=slots)
    return filled(finding.card.say, finding, "pl", 300)


def replace_card(template: str) -> Card:
    return replace(MISSING_TERMS, say=words(template, template, template))


@pytest.mark.parametrize(
    ("template", "slots", "expected"),
    [
        ("„{quote}”", {}, "„MEGA SALE”"),
        ("{count} z {limit}", {"count": 1.5, "limit": 63206}, "1,5 z 63\u00a0206"),
        ("{count} słów, {limit} razy", {"count": 303.5, "limit": 9.5}, "304 słów, 9,5 razy"),
        ("Brakuje: {missing}.", {"missing": words("a date", "terminu", "срока")}, "Brakuje: terminu."),
        ("{found}", {"found": [words("a", "cena", "б"), words("c", "data", "д")]}, "cena, data"),
        ("{unknown} i {0} i {", {}, "… i {0} i {"),
        ("[data] i [n]", {}, "[data] i [n]"),
    ],
)
def test_slots_are_filled_in_the_language_of_the_sentence(
    template: str, slots: Mapping[str, object], expected: str
) -> None:
    assert say_with(template, slots) == expected


def test_a_rule_written_in_one_language_only_still_says_something() -> None:
    finding = find(replace(replace_card(""), say={"en": "Only English."}), SALE, dimension="honesty", points=-4)
    assert filled(finding.card.say, finding, "ru", 300) == "Only English."


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Every sentence sells", "every sentence sells"),
        ("FOMO", "FOMO"),
        ("I and we", "I and we"),
        ("A call", "a call"),
        ("", ""),
    ],
)
def test_a_title_inside_a_sentence_starts_small_unless_it_is_a_name(title: str, expected: str) -> None:
    assert within(title) == expected


def test_points_carry_a_real_minus_sign() -> None:
    assert [signed(points) for points in (-12, 0, 4)] == ["−12", "+0", "+4"]
