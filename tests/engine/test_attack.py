"""Patterns that explode are named, and can't hold a draft longer than the budget."""

from __future__ import annotations

import random
from pathlib import Path
from time import process_time

import pytest

from bot.engine import search
from bot.engine.attack import explodes
from bot.engine.cues import Vocabulary
from bot.engine.entries import Entry, Pattern, Place
from bot.engine.judge import judge
from bot.engine.model import Draft
from bot.engine.search import DRAFT_SECONDS
from bot.engine.text import read
from tests.support.rulebook import rules_of

EXPLODING = [
    r"^(a|aa)+$",
    r"(\w+\s?){1,26}$",
    r"(?:a+)+b",
    r"(?:\w+ )+\w+!",
    r"(?:[a-z]+[a-z]*)+\d",
    r"(?:x+x+)+y",
    r"\d[\d., ]*\s?k? (?:likes|followers)",
]
CALM = [
    r"\d+ (?:awards|countries)",
    r"(?:in|on) the \w+",
    r"\d[\d., ]{0,12}\s?k? (?:likes|followers)",
    r"[^\n.!?]{1,60}? now",
    r"\w{2,}(?:liśmy|łyśmy)",
]


@pytest.mark.parametrize("source", EXPLODING)
def test_an_exploding_pattern_is_named_with_a_text(source: str) -> None:
    assert explodes(source)


@pytest.mark.parametrize("source", CALM)
def test_a_calm_pattern_is_left_alone(source: str) -> None:
    assert explodes(source) is None


def nested(chance: random.Random) -> str:
    """A repetition inside a repetition, over letters that both can take."""
    letter = chance.choice(["a", "[ab]", r"\w", "(?:a|b|ab)"])
    inner = chance.choice([f"{letter}+", f"{letter}*{letter}", f"(?:{letter}|{letter}{letter})"])
    outer = chance.choice(["+", "{2,}", "*"])
    end = chance.choice(["$", "!x", r"[^\w!]{2}"])
    return f"(?:{inner}){outer}{end}"


@pytest.mark.parametrize("seed", range(8))
def test_random_nested_repetitions_end_within_the_budget(seed: int) -> None:
    source = nested(random.Random(seed))
    start = process_time()
    vocabulary_of([source]).search(read("a" * 400 + "b" * 400 + "! " + "ab" * 300))
    assert process_time() - start < DRAFT_SECONDS


def vocabulary_of(sources: list[str]) -> Vocabulary:
    vocabulary = Vocabulary("en")
    slot = vocabulary.open_slot()
    for line, source in enumerate(sources):
        vocabulary.add(slot, Entry(source, Place("rules.yaml", line, 1)), Pattern(source))
    return vocabulary


BUSY = "a" * 60 + "!"


def test_a_pattern_out_of_time_is_counted_and_the_others_still_look() -> None:
    vocabulary = vocabulary_of([r"(?:a|aa)+$", "b+"])
    found = vocabulary.search(read(f"{BUSY} bbb"))
    assert found.slow == (0,)
    assert [hit[2] for hit in found.by_slot[0]] == [1]


def test_patterns_after_the_budget_are_skipped_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty exploding patterns would take 600 ms at 20 ms each: the draft's budget ends it at 200."""
    sources = [rf"(?:a|aa)+[^a]{{{number + 9}}}$" for number in range(30)]
    vocabulary = vocabulary_of([*sources, "b+"])
    text = read(f"{BUSY} bbb")
    vocabulary.search(read("warm up"))
    start = process_time()
    found = vocabulary.search(text)
    assert process_time() - start < DRAFT_SECONDS + 0.1
    assert set(found.slow) == set(range(31))
    monkeypatch.setattr(search, "DRAFT_SECONDS", 60.0)
    assert set(vocabulary.search(text).slow) == set(range(30))


def test_a_review_says_that_a_pattern_was_too_slow(tmp_path: Path) -> None:
    loaded = rules_of(tmp_path, {"busy": "{kind: presence, any: ['/(?:a|aa)+$/']}"})
    review = judge(Draft(f"We bake bread and say {BUSY} to all of you", language="en"), loaded.rules)
    assert "slow-pattern" in review.notes
    assert review.confidence == "low"
