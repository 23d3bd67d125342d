"""Reads Telegram's messages: the draft inside one, and the language of its reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC
from typing import Any

from telegram import Message, MessageEntity, Update

from bot.engine.model import Draft, Language, Span
from bot.render.catalogue import closest


def reader_language(update: Update) -> Language:
    """The language of the author's Telegram, if the bot speaks it; else English."""
    user = update.effective_user
    return closest(user.language_code if user is not None else None)


def draft_from(message: Message, cut: Span | None = None) -> Draft:
    """The post in a message; `cut` leaves out a part that is meant for the bot, such as its name."""
    text, links = text_of(message), links_of(message)
    if cut is not None:
        text, links = without(text, links, cut)
    return Draft(text=text, links=links, picture=has_picture(message), now=message.date.astimezone(UTC))


def text_of(message: Message) -> str:
    """Text, caption, or the text of a forwarded rich post; "" if there is none of them."""
    return message.text or message.caption or rich_text(message)


def has_picture(message: Message) -> bool:
    if message.photo or message.video or message.animation or message.video_note:
        return True
    return message.document is not None and (message.document.mime_type or "").startswith(("image/", "video/"))


def links_of(message: Message) -> tuple[Span, ...]:
    """Words that carry a link which the text does not show."""
    text = message.text or message.caption or ""
    entities = message.entities if message.text else message.caption_entities
    return tuple(
        span_of(text, entity) for entity in entities if entity.type == MessageEntity.TEXT_LINK and entity.length > 0
    )


def span_of(text: str, entity: MessageEntity) -> Span:
    """Telegram counts in UTF-16 units, in which an emoji is two; Python counts characters."""
    units = text.encode("utf-16-le", "surrogatepass")
    start, end = entity.offset * 2, (entity.offset + entity.length) * 2
    return _characters(units[:start]), _characters(units[:end])


def _characters(units: bytes) -> int:
    return len(units.decode("utf-16-le", "replace"))


def without(text: str, links: tuple[Span, ...], cut: Span) -> tuple[str, tuple[Span, ...]]:
    """The text without one part and the space around it, and the links where they are then."""
    start, end = cut
    before, after = text[:start].rstrip(), text[end:].lstrip()
    joint = " " if before and after else ""
    moved = len(before) + len(joint) - (len(text) - len(after))
    kept = [
        link if link[1] <= len(before) else (link[0] + moved, link[1] + moved)
        for link in links
        if link[1] <= len(before) or link[0] >= end
    ]
    return before + joint + after, tuple(kept)


# What a rich message is built from, in the order in which it is read: Bot API 10.1, newer than the library's objects.
RICH_PARTS = ("summary", "blocks", "title", "items", "cells", "text", "caption", "credit")


def rich_text(message: Message) -> str:
    """The words of a rich post, one block a line; its formatting is left out."""
    rich = message.api_kwargs.get("rich_message")
    if not isinstance(rich, Mapping):
        return ""
    return "\n".join(line for line in _lines(rich.get("blocks")) if line.strip())


def _lines(blocks: Any) -> Iterable[str]:
    for block in blocks if isinstance(blocks, list) else ():
        if not isinstance(block, Mapping):
            continue
        for part in RICH_PARTS:
            content = block.get(part)
            if part in ("blocks", "items", "cells"):
                yield from _lines(_flat(content))
            elif content is not None:
                yield _inline(content)


def _flat(content: Any) -> Any:
    """A table's cells come in rows."""
    if isinstance(content, list) and content and all(isinstance(row, list) for row in content):
        return [cell for row in content for cell in row]
    return content


def _inline(content: Any) -> str:
    """A run of text: a string, a list of runs, or a run with a style around it."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "".join(_inline(run) for run in content)
    if isinstance(content, Mapping):
        return _inline(content.get("text")) or str(content.get("alternative_text") or "")
    return ""
