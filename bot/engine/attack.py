"""Attacks every pattern with strings built from it, and names those that would hold a draft up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

import regex

from bot.engine.entries import compiled
from bot.engine.patterns import pumps, texts
from bot.engine.search import PATTERN_SECONDS

LENGTH = 4096
"""The longest draft that Telegram carries."""
SECONDS = 5 * PATTERN_SECONDS
"""What a pattern may take for a draft of that length which is made to trouble it."""
MOST = 60
"""Strings for one pattern."""


@cache
def explodes(source: str) -> str | None:
    """The beginning of a text on which the pattern runs out of time, or None."""
    pattern = compiled(source)
    for text in islice(attacks(source), MOST):
        # A busy machine may stop a good pattern once, not twice.
        if _runs_out(pattern, text) and _runs_out(pattern, text):
            return text[:60]
    return None


def attacks(source: str) -> Iterator[str]:
    """Texts that keep the pattern busy: what it repeats, repeated, and an end that does not fit."""
    for pump in pumps(source):
        yield from pump.strings(LENGTH)
    for text in texts(source, 2):
        yield (text + " ") * (LENGTH // (len(text) + 1))
    yield "a" * LENGTH + "!"
    yield "7 " * (LENGTH // 2) + "!"


def _runs_out(pattern: regex.Pattern[str], text: str) -> bool:
    try:
        for _ in pattern.finditer(text, timeout=SECONDS):
            pass
    except TimeoutError:
        return True
    return False
