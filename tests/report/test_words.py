"""The words under a picture: what they say, and that they always fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine import loader
from bot.engine.model import LANGUAGES, Card, Language
from bot.render.telegram import plain
from bot.render.wording import units
from bot.report.week import Report, report
from bot.report.words import MOST_UNITS, Words
from bot.settings import shipped_rules
from tests.report.month import KINDS, LAST_WEEK, month
from tests.support.telegram_html import parse
from tests.support.words import ANY_TEXT


@pytest.fixture(scope="module")
def cards() -> Mapping[str, Card]:
    return loader.load(shipped_rules()).rules.cards


@pytest.fixture(scope="module")
def week() -> Report:
    return report(month(), LAST_WEEK, KINDS, LAST_WEEK.until)


def test_the_words_say_what_was_counted(week: Report, cards: Mapping[str, Card]) -> None:
    said = plain(Words("en", cards).caption(week, "Mill"))
    assert said.startswith("Mill\n")
    for words in (
        "Score: 74 · usually 54", "Reasons to stay: 6 of 15 · usually 40% · the last one 4 days ago",
        "kept in 2 of 8 · one gave something else", "8 ask or urge, 6 give · 4 of the last 10 sell · limit 30%",
        "heard: 3 · ideas: 1 · followers asked 10 days ago", "5 drafts: 60 → 72", "in 5 drafts: “SALE”", "in 2 drafts",
        "For each post that sells", "workshop 5", "Results noted: 2, not scored",
    ):  # fmt: skip
        assert words in said


def test_nobody_is_named_or_ranked(week: Report, cards: Mapping[str, Card]) -> None:
    assert "Marek" not in Words("en", cards).caption(week, "Mill")


@pytest.mark.parametrize("language", LANGUAGES)
def test_too_few_drafts_are_told_as_such_and_compared_with_nothing(
    language: Language, cards: Mapping[str, Card]
) -> None:
    few = report(replace(month(), drafts=[*month().drafts[:47]]), LAST_WEEK, KINDS, LAST_WEEK.until)
    assert few.now.drafts == 2
    said = Words(language, cards).caption(few, "Mill")
    assert Words(language, cards).caption(few, "Mill").count("54") == 0
    assert said != Words(language, cards).nothing(few, "Mill")


@given(st.sampled_from(LANGUAGES), ANY_TEXT, st.lists(ANY_TEXT, max_size=6), ANY_TEXT)
def test_words_always_fit_under_a_picture(language: Language, name: str, functions: list[str], text: str) -> None:
    made = month()
    drafts = [replace(one, last=replace(one.last, text=text)) for one in made.drafts]
    people = dict(enumerate(functions, start=100))
    unfair = {f"rule-{number}" * 20: 10**9 for number in range(5)}
    found = report(replace(made, drafts=drafts, functions=people, unfair=unfair), LAST_WEEK, KINDS, LAST_WEEK.until)
    html = Words(language, {}).caption(found, name)
    assert units(plain(html)) <= MOST_UNITS
    # Telegram's own reading of it.
    parse(html)
    assert units(parse(html)) <= MOST_UNITS


def test_a_rule_that_is_gone_is_called_by_its_id() -> None:
    assert Words("en", {}).title("old-rule") == "old rule"


def test_every_dimension_has_an_exercise(week: Report) -> None:
    words = Words("pl", {})
    dimensions = ("reason-to-follow", "takeaway", "promotion", "opening", "listening", "honesty", "clarity", "network")
    said = {
        words.exercise(replace(week, recurring=(replace(week.recurring[0], dimension=dimension),)))
        for dimension in dimensions
    }
    assert len(said) == 8
    assert words.exercise(replace(week, recurring=())) not in said
    assert words.exercise(replace(week, recurring=(replace(week.recurring[0], dimension="new"),))) == words.exercise(
        replace(week, recurring=())
    )
