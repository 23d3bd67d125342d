"""The shipped rules hold what they promise: no mistake, every example, every entry, in every language."""

from __future__ import annotations

from functools import cache

import pytest

from bot.engine.check import steps
from bot.engine.examples import run_examples
from bot.engine.inflect import Forms, stale
from bot.engine.loader import LOCK, Loaded, load
from bot.engine.model import Brand, Draft
from bot.engine.prove import subjects
from bot.engine.schema import SCHEMA, schema_text
from tests.rules.posts import review
from tests.support.rulebook import SHIPPED


@cache
def loaded() -> Loaded:
    return load(SHIPPED)


IDS = sorted(path.stem for path in SHIPPED.glob("*/*.yaml") if path.parent.name not in ("cues", "acts"))
NAMES = sorted(f"@{path.stem}" for path in SHIPPED.glob("cues/*.yaml"))
ACTS = sorted(f"act:{path.stem}" for path in SHIPPED.glob("acts/*.yaml"))


def test_no_mistake_is_found_in_loading() -> None:
    assert [*map(str, loaded().mistakes)] == []


@pytest.mark.parametrize("finding", IDS)
def test_every_example_holds(finding: str) -> None:
    failures = run_examples(loaded(), [finding])
    assert [f"{failure.place}: {failure.what}: {failure.text} {failure.note}" for failure in failures] == []


@pytest.mark.parametrize("name", [*IDS, *NAMES, *ACTS])
def test_every_file_is_checked(name: str) -> None:
    assert [str(mistake) for step in steps(loaded()) if step.name == name for mistake in step.look()] == []


@pytest.mark.parametrize("name", [*IDS, *NAMES, *ACTS])
def test_every_entry_is_proven_in_every_language(name: str) -> None:
    doubts = [doubt for subject in subjects(loaded(), [name]) for doubt in subject.prove()]
    assert [f"{doubt.place} {doubt.language} {doubt.entry}: {doubt.what} {doubt.note}" for doubt in doubts] == []


def test_the_schema_is_the_one_of_the_format() -> None:
    assert (SHIPPED / SCHEMA).read_text(encoding="utf-8") == schema_text()


def test_the_lock_holds_just_the_words_of_the_rules() -> None:
    asked = load(SHIPPED, forms=Forms.read(SHIPPED / LOCK)).words.asked
    assert [*map(str, stale(Forms.read(SHIPPED / LOCK), asked))] == []


def test_beside_a_picture_a_telegram_post_is_over_length_sooner() -> None:
    long = "The library moves on 4 March, and every borrower may keep six more books. " * 15
    found = [
        {one.id for one in review(Draft(long, picture=picture, language="en")).findings} for picture in (False, True)
    ]
    assert ["over-length" in ids for ids in found] == [False, True]


def test_in_a_community_a_question_without_an_answerer_counts_twice() -> None:
    asked = "Which opening hours suit you better from May: 7 to 15 or 9 to 17? We count your answers on Friday."

    def lost(brand: Brand) -> list[int]:
        findings = review(Draft(asked, language="en", brand=brand)).findings
        return [finding.points for finding in findings if finding.id == "question-without-answerer"]

    once = lost(Brand(answerer=False))
    assert once == [-4]
    assert lost(Brand(answerer=False, channel="community")) == [2 * once[0]]
    assert lost(Brand(answerer=True, channel="community")) == []
