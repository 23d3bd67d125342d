"""What one message of the bot shows: it changes in place as the person taps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from bot.store.outbox import Buttons

Button = tuple[str, str]
"""Label and callback data."""


@dataclass(frozen=True, slots=True)
class Screen:
    html: str = ""
    """Empty: the message stays as it is."""
    buttons: Buttons = ()
    hint: str = ""
    """Pops up over the chat for a moment."""


def pairs(buttons: Sequence[Button]) -> Buttons:
    """Two in a row: what still can be read on a phone."""
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))


def safe(text: str) -> str:
    return escape(text, quote=False)
