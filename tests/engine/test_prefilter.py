"""Patterns are only tried where their letters are; what they find is the same."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.cues import Vocabulary
from bot.engine.entries import Entry, Pattern, Place, compiled
from bot.engine.loader import load
from bot.engine.model import LANGUAGES, Language
from bot.engine.patterns import texts
from bot.engine.prefilter import needed, trigrams
from bot.engine.text import fold, read
from bot.settings import shipped_rules


def may_match(source: str, text: str) -> bool:
    return needed(source).stands_in(text, trigrams(text))


@pytest.mark.parametrize(
    ("source", "text", "tried"),
    [
        (r"\w{2,}(?:liśmy|łyśmy)", "zrobiliśmy", True),
        (r"\w{2,}(?:liśmy|łyśmy)", "zrobili", False),
        (r"(?:just |finally )*(?:reached|hit) \d+", "we hit 7", True),
        (r"(?:just |finally )*(?:reached|hit) \d+", "we passed 7", False),
        (r"colou?r", "color", True),
        (r"(?:at|on)(?=:? (?:https?:|www\.))", "on: www.example.com", True),
        (r"(?:at|on)(?=:? (?:https?:|www\.))", "on the web", False),
        (r"[$€]\s?\d+", "€ 5", True),
        (r"[$€]\s?\d+", "5 pounds", False),
        (r"(?:abc)*", "", True),
        (r"(?:abc)+", "ab", False),
        (r"(?<!no )refunds", "refunds", True),
        (r"(?i)refunds", "REFUNDS", True),
        (r"(?:refunds){e<=1}", "refundz", True),
        (r"[[:alpha:]]bc", "abc", True),
        (r"\p{Lu}x", "anything", True),
    ],
)
def test_a_pattern_is_tried_where_its_letters_are(source: str, text: str, tried: bool) -> None:
    assert may_match(source, text) == tried


@cache
def shipped(language: Language) -> tuple[str, ...]:
    vocabulary = load(shipped_rules()).rules.programs[language].vocabulary
    return tuple(sorted({entry.text[1:-1] for entry in vocabulary.entries if entry.text.startswith("/")}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_made_from_a_shipped_pattern_is_tried(language: Language) -> None:
    for source in shipped(language):
        for text in map(fold, texts(source)):
            assert may_match(source, text) or not compiled(source).search(text), (source, text)


@given(st.sampled_from(LANGUAGES), st.data())
def test_what_patterns_find_does_not_depend_on_the_filter(language: Language, data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(shipped(language)))
    pieces = st.sampled_from(texts(source) or ["x"]) | st.text(max_size=8)
    text = read(" ".join(data.draw(st.lists(pieces, max_size=4))))
    vocabulary = Vocabulary(language)
    vocabulary.add(vocabulary.open_slot(), Entry(f"/{source}/", Place("x.yaml", 1, 1)), Pattern(source))
    spans = [(start, end) for start, end, _ in vocabulary.search(text).by_slot.get(0, ())]
    if language != "pl" or not text.plain:
        assert spans == [match.span() for match in compiled(source).finditer(text.folded) if match.group()]


@pytest.mark.parametrize(
    ("source", "text", "first"),
    [
        (r"(?:harbour|bridge) \w+ed", "no bridge here, but the harbour closed", 3),
        (r"(?:harbour|bridge) \w+ed", "nothing here", -1),
        (r"(?:the )?(?:harbour|bridge)", "see the harbour", 4),
        (r"\d+ (?:boxes|bags) left", "in all 12 boxes left", 7),
        (r"(?:\d+|seven) boxes", "boxes: seven boxes", 7),
        (r"\d+ boxes", "boxes", -1),
        (r"\w+ed boxes", "opened boxes", 0),
        (r"(?<=\n)(?:harbour|bridge)", "on\nbridge", 3),
    ],
)
def test_a_pattern_is_tried_from_where_it_may_begin(source: str, text: str, first: int) -> None:
    number = text.find(next((char for char in text if char.isdigit()), "none"))
    assert needed(source).first_place(text, trigrams(text), number) == first


@pytest.mark.parametrize(
    ("source", "anchored"), [(r"\Ayes", True), ("^yes", True), (r"\Ayes|no", False), ("yes", False)]
)
def test_a_pattern_of_the_beginning_is_tried_there_alone(source: str, anchored: bool) -> None:
    assert needed(source).anchored == anchored
