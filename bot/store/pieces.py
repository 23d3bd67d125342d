"""What Telegram sends in pieces, put together again: a paste over 4,096 characters, the pictures of an album.

Works on raw updates, so that the joined one is what is stored: a crash leaves the pieces or the whole, never both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Raw = Mapping[str, Any]

# Pieces of one paste, or of one album, arrive within a second.
WAIT = 1_500
SECONDS = 5

# Telegram's limit for one message, in UTF-16 units; apps prefer to cut at a space or a line a little before it.
FULL = 4_096
NEARLY_FULL = 3_500

# No post is longer on any network; more would only keep others waiting.
LONGEST = 20_000


def more_may_come(raw: Raw) -> bool:
    """Whether this update may be the first of several pieces, or one in their middle."""
    message = _message(raw)
    return "media_group_id" in message or (not _forwarded(message) and units(_words(message)) >= NEARLY_FULL)


def join(first: Raw, next_: Raw) -> Raw | None:
    """Both as one update with the number of the first; None if they don't belong together."""
    before, after = _message(first), _message(next_)
    if not before or not after or _author(before) != _author(after):
        return None
    of_albums = "media_group_id" in before or "media_group_id" in after
    joined = _album(before, after) if of_albums else _paste(before, after)
    return None if joined is None else {**first, "message": joined}


def album_of(raw: Raw) -> str | None:
    """The album of a picture without words of its own."""
    message = _message(raw)
    album = message.get("media_group_id")
    return album if isinstance(album, str) and not _words(message, "caption") else None


def units(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _album(before: Raw, after: Raw) -> Raw | None:
    """The caption stays with its own message: an edit of it comes under that message's number."""
    if before.get("media_group_id") != after.get("media_group_id"):
        return None
    if not _words(after, "caption"):
        return before
    if not _words(before, "caption"):
        return after
    return _longer(before, after, "caption", "caption_entities", "\n\n")


def _paste(before: Raw, after: Raw) -> Raw | None:
    start, rest = _words(before), _words(after)
    apart = _date(after) - _date(before)
    if not start or not rest or rest.startswith("/") or not 0 <= apart <= SECONDS:
        return None
    # Several posts forwarded at once are several drafts.
    if _forwarded(before) or _forwarded(after) or len(start) + len(rest) > LONGEST:
        return None
    # A cut before the limit was made at a space or a line, and Telegram trims what stood there.
    return _longer(before, after, "text", "entities", "" if units(start) % FULL == 0 else "\n")


def _longer(before: Raw, after: Raw, words: str, marks: str, joint: str) -> Raw:
    text = before[words] + joint
    moved = [
        {**mark, "offset": mark["offset"] + units(text)}
        for mark in _list(after.get(marks))
        if isinstance(mark, Mapping) and isinstance(mark.get("offset"), int)
    ]
    joined = {**before, words: text + after[words]}
    return {**joined, marks: [*_list(before.get(marks)), *moved]} if moved else joined


def _message(raw: Raw) -> Raw:
    message = raw.get("message")
    return message if isinstance(message, Mapping) else {}


def _words(message: Raw, name: str = "text") -> str:
    text = message.get(name)
    return text if isinstance(text, str) else ""


def _date(message: Raw) -> int:
    date = message.get("date")
    return date if isinstance(date, int) else 0


def _author(message: Raw) -> object:
    author = message.get("from")
    return author.get("id") if isinstance(author, Mapping) else None


def _forwarded(message: Raw) -> bool:
    return "forward_origin" in message or "forward_date" in message


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
