"""Posts out of the files that people have: Telegram's export `result.json`, a `.csv` table, a `.txt` file."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

KINDS = (".json", ".csv", ".txt", ".md")

# A line of nothing but these stands between two posts of a text file.
RULE = re.compile(r"^\s*(?:-{3,}|\*{3,}|={3,}|_{3,})\s*$", re.MULTILINE)
GAP = re.compile(r"\n[ \t]*\n[ \t]*\n\s*")
PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")

# What the column with the posts is called, the likeliest first, and the one with the time.
TEXTS = (
    "text",
    "post",
    "message",
    "caption",
    "content",
    "body",
    "tekst",
    "treść",
    "wpis",
    "текст",
    "пост",
    "сообщение",
)
TIMES = (
    "date",
    "time",
    "datetime",
    "created_at",
    "created",
    "published",
    "published_at",
    "data",
    "czas",
    "дата",
    "время",
)


@dataclass(frozen=True, slots=True)
class FoundPost:
    text: str
    at: datetime | None = None


class UnreadableFileError(Exception):
    """What is wrong with a file: the key of the sentence that says so, and its values."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def posts_in(name: str, content: bytes) -> list[FoundPost]:
    """The posts of a file, the oldest first where their times are known; UnreadableFileError if there are none."""
    kind = PurePath(name).suffix.lower()
    if kind not in KINDS:
        raise UnreadableFileError("file-kind", name=name)
    text = text_in(content)
    read = {".json": _from_json, ".csv": _from_table}.get(kind, _from_text)
    found = [post for post in read(text) if post.text.strip()]
    if not found:
        raise UnreadableFileError("file-no-posts")
    return sorted(found, key=_moment) if all(post.at for post in found) else found


def text_in(content: bytes) -> str:
    """A file as text; UnreadableFileError if it is none."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\0" in content:
        raise UnreadableFileError("file-not-text")
    else:
        encoding = "utf-8-sig"
    try:
        return content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise UnreadableFileError("file-not-text") from error


def _moment(post: FoundPost) -> datetime:
    assert post.at is not None
    return post.at


def _from_json(text: str) -> Iterator[FoundPost]:
    try:
        data = json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise UnreadableFileError("file-broken-json", line=line) from error
    except RecursionError as error:
        raise UnreadableFileError("file-broken-json", line=1) from error
    for message in _messages(data):
        if isinstance(message, str):
            yield FoundPost(message)
        elif isinstance(message, Mapping) and message.get("type", "message") == "message":
            yield FoundPost(_words(message.get("text", message.get("caption", ""))), _json_time(message))


def _messages(data: Any) -> Sequence[Any]:
    """The messages of one exported chat, of the largest of several, or a plain list."""
    if isinstance(data, list):
        return data
    if not isinstance(data, Mapping):
        return ()
    messages = data.get("messages")
    if isinstance(messages, list):
        return messages
    chats = data.get("chats")
    listed = chats.get("list") if isinstance(chats, Mapping) else None
    several = [_messages(chat) for chat in listed] if isinstance(listed, list) else []
    return max(several, key=len, default=())


def _words(text: Any) -> str:
    """Telegram cuts a text into plain strings and objects wherever a part of it is bold, a link, a tag."""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(_words(part) for part in text)
    return _words(text.get("text", "")) if isinstance(text, Mapping) else ""


def _json_time(message: Mapping[str, Any]) -> datetime | None:
    seconds = str(message.get("date_unixtime", ""))
    if seconds.isascii() and seconds.isdigit() and len(seconds) < 12:
        return datetime.fromtimestamp(int(seconds), UTC)
    return _time(str(message.get("date", "")))


def _from_table(text: str) -> Iterator[FoundPost]:
    try:
        dialect: Any = csv.Sniffer().sniff(text[:20_000], delimiters=",;\t")
    except csv.Error:
        dialect = csv.excel
    csv.field_size_limit(1_000_000)
    try:
        rows = [row for row in csv.reader(io.StringIO(text), dialect) if any(row)]
    except csv.Error as error:
        raise UnreadableFileError("file-broken-table") from error
    if not rows:
        return
    head = [cell.strip().casefold() for cell in rows[0]]
    words, when = _column(head, TEXTS), _column(head, TIMES)
    if words is None and len(rows[0]) > 1:
        raise UnreadableFileError("file-no-column", names=", ".join(TEXTS[:3]))
    body = rows if words is None else rows[1:]
    for row in body:
        if len(row) > (words or 0):
            yield FoundPost(row[words or 0], _time(row[when]) if when is not None and len(row) > when else None)


def _column(head: Sequence[str], names: Sequence[str]) -> int | None:
    return next((head.index(name) for name in names if name in head), None)


def _time(text: str) -> datetime | None:
    """ISO 8601, with the time zone or in UTC; None for anything else."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _from_text(text: str) -> Iterator[FoundPost]:
    """Posts apart by a line of dashes; else by two empty lines; else by one."""
    between = next((mark for mark in (RULE, GAP) if mark.search(text)), PARAGRAPH)
    yield from (FoundPost(part.strip()) for part in between.split(text))
