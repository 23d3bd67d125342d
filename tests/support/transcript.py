"""A conversation as a text that a person can read: what was written and tapped, and what the bot showed.

Kept as golden files beside the tests: `UPDATE_GOLDEN=1 pytest tests/handlers` writes them anew; the diff is the review.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.bot_api import Sent
from tests.support.chat import Chat


@dataclass
class Transcript:
    """Walks through a chat and notes down both sides."""

    chat: Chat
    lines: list[str] = field(default_factory=list)
    _seen: dict[int, int] = field(default_factory=dict)
    """How many texts of each message are noted down."""

    async def say(self, text: str) -> None:
        self.lines.append(f"> {text}")
        await self.chat.send(text)
        self._note()

    async def tap(self, label: str) -> None:
        self.lines.append(f"> [{label}]")
        await self.chat.tap(label)
        self._note()

    def _note(self) -> None:
        for message in self.chat.answers:
            if len(message.texts) > self._seen.get(message.number, 0):
                self._write(message, edited=message.number in self._seen)
            self._seen[message.number] = len(message.texts)

    def _write(self, message: Sent, *, edited: bool) -> None:
        mark = "  ~ " if edited else "  "
        self.lines += [f"{mark}{line}".rstrip() for line in message.text.split("\n")]
        self.lines += ["    " + " ".join(f"[{button['text']}]" for button in row) for row in message.buttons]
        self.lines.append("")

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def assert_golden(path: Path, text: str) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"{path.name} differs; UPDATE_GOLDEN=1 writes it anew"
