"""The chat: its commands, and when a draft counts as the next version of the last one."""

from __future__ import annotations

import pytest

from bot.cli.chat import Desk, Version, is_command, is_next_version, obeyed
from bot.engine.model import LANGUAGES, Draft
from tests.support.reviews import review

DESK = Desk("telegram", None, "en")


@pytest.mark.parametrize(
    ("command", "value", "after"),
    [
        (":network", "x", Desk("x", None, "en")),
        (":lang", "pl", Desk("telegram", "pl", "en")),
        (":reader", "ru", Desk("telegram", None, "ru")),
    ],
)
def test_a_command_changes_one_thing(command: str, value: str, after: Desk) -> None:
    assert obeyed(DESK, command, value) == (after, f"{command}: {value}")


def test_auto_leaves_the_language_to_the_coach_again() -> None:
    assert obeyed(Desk("x", "pl", "en"), ":lang", "auto")[0].language is None


@pytest.mark.parametrize(
    ("command", "value"), [(":network", "myspace"), (":network", ""), (":lang", "de"), (":reader", "auto")]
)
def test_a_wrong_value_changes_nothing_and_lists_the_right_ones(command: str, value: str) -> None:
    after, answer = obeyed(DESK, command, value)
    assert after == DESK
    assert "en, pl, ru" in answer or "x, facebook" in answer


def test_new_forgets_the_last_draft() -> None:
    desk = Desk("x", None, "en", Version(review(Draft("a")), 3))
    assert obeyed(desk, ":new", "")[0] == Desk("x", None, "en")


@pytest.mark.parametrize("reader", LANGUAGES)
def test_help_names_every_command(reader: str) -> None:
    _, answer = obeyed(Desk("x", None, reader), ":help", "")  # type: ignore[arg-type]
    assert all(command in answer for command in (":network", ":lang", ":reader", ":new", ":quit"))
    _, unknown = obeyed(Desk("x", None, reader), ":frobnicate", "")  # type: ignore[arg-type]
    assert ":frobnicate" in unknown


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("Buy our boots now, the best boots", "Buy our boots until Friday, the warmest boots", True),
        ("Buy our boots now", "How to clean a kettle: two spoons of citric acid", False),
        ("a b c d", "A B C D e", True),
        ("", "a", False),
    ],
)
def test_a_draft_that_shares_half_its_words_is_the_next_version(before: str, after: str, same: bool) -> None:
    assert is_next_version(before, after) is same


@pytest.mark.parametrize(
    ("entry", "command"), [(":quit", True), (":network x", True), (":) hi", False), (":a\nb", False)]
)
def test_a_smile_is_no_command(entry: str, command: bool) -> None:
    assert is_command(entry) is command
