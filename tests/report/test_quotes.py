"""Examples in the drafts' own words, without anything that points at a person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.report.quotes import example, personal
from bot.report.week import Recurring
from bot.store.journal import Drafted, Found, Judged


def found(*texts: str, span: tuple[int, int] | None = None) -> Recurring:
    where = []
    for number, text in enumerate(texts):
        weak = Found("hurry", "-", "honesty", -6, proven=False, spans=(span or (0, len(text)),))
        judged = Judged(0, text, "en", 50, "tell", 0.0, (weak,))
        where.append(Drafted(number, 0, None, None, judged, judged))
    return Recurring("hurry", "honesty", len(where), tuple(where))


@pytest.mark.parametrize(
    "text",
    [
        "write to anna@example.com", "ask @anna_k", "call 600 700 800", "+48 (22) 555-12-34", "PESEL 85010112345",
        "born 3.05.1990", "see https://example.com/anna", "wpłaty: 12 3456 7890", "Anna Nowak wins", "А. Петрова ждёт",
        "Łukasz Żak poleca", "t.me/anna",
    ],
)  # fmt: skip
def test_what_may_point_at_a_person_is_personal(text: str) -> None:
    assert personal(text)


@pytest.mark.parametrize(
    "text", ["MEGA SALE", "only until Friday", "30 % taniej", "ЛУЧШИЕ цены", "from 9 to 17", "Ostatnia szansa", "2026"]
)
def test_plain_words_are_not(text: str) -> None:
    assert not personal(text)


def test_the_newest_words_that_can_be_shown_are_shown() -> None:
    shown = example(found("Hurry, Anna Nowak", "Hurry, call 600700800", "Hurry up", "Be quick"))
    assert shown is not None
    assert shown[0] == "Hurry up"


def test_half_a_name_is_not_cut_out_of_a_whole_one() -> None:
    assert example(found("Anna Nowak calls", span=(0, 4))) is None
    assert example(found("600 700 800", span=(0, 7))) is None


def test_what_has_no_words_of_its_own_is_known_by_the_beginning_of_the_draft() -> None:
    missing = found("Good morning, dear all. " * 9)
    where = tuple(
        replace(one, last=replace(one.last, found=tuple(replace(weak, spans=()) for weak in one.last.found)))
        for one in missing.where
    )
    shown = example(replace(missing, where=where))
    assert shown is not None
    assert shown[0].startswith("Good morning, dear all.")
    assert len(shown[0]) <= 70


def test_nothing_is_shown_where_nothing_can_be() -> None:
    assert example(found("mail anna@example.com")) is None
    assert example(found("   ")) is None
