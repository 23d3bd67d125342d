"""Random accidents in the shipped rules are noticed: a few here, a hundred in `make bench`."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bot.engine.entries import Place
from tests.rules.edits import Edit, changed_letter, edited, measure
from tests.support.rulebook import SHIPPED


def test_accidents_are_noticed(tmp_path: Path) -> None:
    outcome = measure(SHIPPED, tmp_path, number=6, seed=20)
    assert [f"{edit.kind} {edit.place} {edit.entry}" for edit, noticed in outcome if not noticed] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("хлд", {"xлд"}),
        ("@ab", {"@ab"}),
        ("~zd.imp", {"~zd.imp"}),
        (r"/\bz/", {r"/\bz/"}),
        ("$date dzo", {"$date dzо"}),
    ],
)
def test_a_letter_is_changed_in_words_only(text: str, wanted: set[str]) -> None:
    assert {changed_letter(text, random.Random(seed)) for seed in range(5)} == wanted


def test_edits_are_made_where_they_are_named() -> None:
    text = "any:\n  en: [one, 'o''two']\n"
    cut = Edit("entry", "x", Place("x.yaml", 2, 8), "one")
    assert edited(text, cut) == "any:\n  en: ['o''two']\n"
    letter = Edit("letter", "@x", Place("x.yaml", 2, 13), "o'two", "en")
    assert "'о''two'" in edited(text, letter, 1) or "'o''twо'" in edited(text, letter, 1)
