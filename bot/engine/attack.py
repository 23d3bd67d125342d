"""Attacks every pattern with strings built from it, and names those that would hold a draft up."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from bot.engine.cues import PATTERN_SECONDS, compiled
from bot.engine.patterns import pumps, texts

SHORT, LONG = 300, 4096
"""A post, and the longest that Telegram carries."""
LONG_SECONDS = 5 * PATTERN_SECONDS
"""What a pattern may take for the longest draft that is made to trouble it."""


def explodes(source: str) -> str | None:
    """The beginning of a text on which the pattern runs out of time, or None."""
    pattern = compiled(source)
    for length, seconds in ((SHORT, PATTERN_SECONDS), (LONG, LONG_SECONDS)):
        for text in attacks(source, length):
            # A busy machine may stop a good pattern once, not thrice.
            if all(_runs_out(pattern, text, seconds) for _ in range(3)):
                return text[:60]
    return None


def attacks(source: str, length: int) -> Iterator[str]:
    """Texts of a length that keep the pattern busy: what it repeats, repeated, and an end that does not fit."""
    for pump in pumps(source)[:40]:
        yield from pump.strings(length)
    for text in texts(source, 6):
        yield (text + " ") * (length // (len(text) + 1))
    yield "a" * length + "!"
    yield "7 " * (length // 2) + "!"


def _runs_out(pattern: regex.Pattern[str], text: str, seconds: float) -> bool:
    try:
        for _ in pattern.finditer(text, timeout=seconds):
            pass
    except TimeoutError:
        return True
    return False
