"""What Telegram sends in pieces, put together again: a paste over 4,096 characters, the pictures of an album.

Works on raw updates, so that the joined one is what is stored: a crash leaves the pieces or the whole, never both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Raw = Mapping[str, Any]

EDITED = "edited_message"

# Our own fields in a joined message: what it was joined from, and what stands before each piece.
PIECES = "whyfollow_pieces"
JOINT = "joint"

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


def joined_edit(whole: Raw, edit: Raw) -> Raw | None:
    """The edit of one piece as an edit of the whole; None if this message is no piece of it."""
    known, edited = _pieces(_message(whole) or _message(whole, EDITED)), _message(edit, EDITED)
    places = [place for place, piece in enumerate(known) if piece["message_id"] == edited.get("message_id")]
    if not places:
        return None
    [place] = places[:1]
    words, marks = _names(known[0])
    if not _words(edited, words):
        return None
    known[place] = {**known[place], words: edited[words], marks: _list(edited.get(marks))}
    first, *others = known
    message = {**edited, **first, PIECES: known}
    for piece in others:
        message = {**_appended(message, piece, words, marks), PIECES: known}
    return {**edit, EDITED: message}


def has_pieces(raw: Raw) -> bool:
    return bool(_pieces(_message(raw) or _message(raw, EDITED)))


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
    known = _pieces(before) or [_piece(before, words, marks, "")]
    last = _piece(after, words, marks, joint)
    return {**_appended(before, last, words, marks), PIECES: [*known, last]}


def _piece(message: Raw, words: str, marks: str, joint: str) -> dict[str, Any]:
    """What has to be known of a piece to join all of them anew when one of them is edited."""
    number = message.get("message_id")
    return {"message_id": number, words: message[words], marks: _list(message.get(marks)), JOINT: joint}


def _pieces(message: Raw) -> list[dict[str, Any]]:
    """What Telegram sends can have a field of any name, and with anything in it: only ours is taken."""
    known = _list(message.get(PIECES))
    return [dict(piece) for piece in known] if all(map(_is_piece, known)) else []


def _is_piece(piece: object) -> bool:
    if not isinstance(piece, Mapping) or "message_id" not in piece or not isinstance(piece.get(JOINT), str):
        return False
    words, _ = _names(piece)
    return isinstance(piece.get(words), str)


def _names(piece: Raw) -> tuple[str, str]:
    return ("caption", "caption_entities") if "caption" in piece else ("text", "entities")


def _appended(before: Raw, after: Raw, words: str, marks: str) -> Raw:
    text = before[words] + after[JOINT]
    moved = [
        {**mark, "offset": mark["offset"] + units(text)}
        for mark in _list(after.get(marks))
        if isinstance(mark, Mapping) and isinstance(mark.get("offset"), int)
    ]
    joined = {**before, words: text + after[words]}
    return {**joined, marks: [*_list(before.get(marks)), *moved]} if moved else joined


def _message(raw: Raw, kind: str = "message") -> Raw:
    message = raw.get(kind)
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
