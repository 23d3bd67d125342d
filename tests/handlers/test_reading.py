"""Reading a message: UTF-16 offsets, cut-out names, rich posts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Chat, Message, MessageEntity

from bot.handlers.reading import rich_text, span_of, without

AROUND = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(AROUND, AROUND, AROUND)
def test_entity_means_the_same_characters(before: str, inside: str, after: str) -> None:
    entity = MessageEntity("text_link", units(before), units(inside), url="https://example.com")
    start, end = span_of(before + inside + after, entity)
    assert (start, end) == (len(before), len(before) + len(inside))


@given(AROUND, AROUND, st.integers(0, 20), st.integers(0, 20))
def test_cut_keeps_the_words_of_links(before: str, after: str, first: int, length: int) -> None:
    name = "@whyfollow_bot"
    text = before + name + after
    link = (min(first, len(text)), min(first + length, len(text)))
    cut = (len(before), len(before) + len(name))
    shorter, links = without(text, (link,), cut)
    for start, end in links:
        assert shorter[start:end].strip() == text[link[0] : link[1]].strip()


def message(**content: Any) -> Message:
    return Message(1, datetime.now(UTC), Chat(7, "private"), api_kwargs=content)


@pytest.mark.parametrize(
    ("blocks", "text"),
    [
        ([{"type": "paragraph", "text": "One"}, {"type": "paragraph", "text": "Two"}], "One\nTwo"),
        ([{"type": "heading", "text": ["A ", {"type": "bold", "text": "bold"}, " word"], "size": 1}], "A bold word"),
        ([{"type": "paragraph", "text": {"type": "url", "text": "here", "url": "https://example.com"}}], "here"),
        ([{"type": "list", "items": [{"label": "1.", "blocks": [{"type": "paragraph", "text": "First"}]}]}], "First"),
        ([{"type": "details", "summary": "More", "blocks": [{"type": "paragraph", "text": "Inside"}]}], "More\nInside"),
        ([{"type": "table", "cells": [[{"text": "a"}, {"text": "b"}], [{"text": "c"}, {"text": "d"}]]}], "a\nb\nc\nd"),
        ([{"type": "photo", "caption": {"text": "A caption", "credit": "me"}}], "A caption"),
        ([{"type": "divider"}, "?", None, {"text": 5}], ""),
        ("nonsense", ""),
    ],
)
def test_words_of_a_rich_post(blocks: object, text: str) -> None:
    assert rich_text(message(rich_message={"blocks": blocks})) == text


def test_message_without_a_rich_post() -> None:
    assert rich_text(message()) == ""
    assert rich_text(message(rich_message="?")) == ""
