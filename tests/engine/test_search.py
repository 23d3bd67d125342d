"""The words of the last drafts are remembered, and what is found does not depend on it."""

from __future__ import annotations

import pytest

from bot.engine import search
from bot.engine.cues import Vocabulary
from bot.engine.entries import Entry, Lexicon, Place, parse
from bot.engine.text import read

PLACE = Place("rules/x.yaml", 1, 1)
ENTRIES = ["bread", "fresh bread", "^bake", "our ... oven", "at $time"]
DRAFTS = ["Bake fresh bread in our big old oven at 9:00.", "We bake bread.", "Our oven bakes at 10:30: fresh bread!"]


def vocabulary() -> Vocabulary:
    lexicon = Lexicon("en", lambda lemma, tag: None, {})
    found = Vocabulary("en")
    for text in ENTRIES:
        found.add(found.open_slot(), Entry(text, PLACE), parse(text, lexicon))
    return found


def hits(words: Vocabulary, draft: str) -> list[tuple[str, str]]:
    """What was found: each entry with the words it stands for."""
    text = read(draft)
    found = [hit for hits in words.search(text).by_slot.values() for hit in hits]
    return sorted((words.entries[number].text, text.folded[start:end]) for start, end, number in found)


def test_what_is_found_is_the_same_the_second_time() -> None:
    words = vocabulary()
    first = [hits(words, draft) for draft in DRAFTS]
    assert first[0] == [
        ("^bake", "bake"),
        ("at $time", "at 9:00"),
        ("bread", "bread"),
        ("fresh bread", "fresh bread"),
        ("our ... oven", "our big old oven"),
    ]
    assert [hits(words, draft) for draft in DRAFTS] == first == [hits(vocabulary(), draft) for draft in DRAFTS]


def test_words_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_REMEMBERED", 2)
    words = vocabulary()
    assert [hits(words, draft) for draft in DRAFTS] == [hits(vocabulary(), draft) for draft in DRAFTS]
    (table,) = words._tables.values()
    assert len(table.known) <= 2
