"""Attacks every pattern with strings built from it, and names those that would hold a draft up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import islice
from time import perf_counter

import regex

from bot.engine.entries import compiled
from bot.engine.patterns import pumps, texts
from bot.engine.search import PATTERN_SECONDS

Attack = Callable[[int], str]
"""Writes a text of about that many characters."""

LENGTH = 4096
"""The longest draft that Telegram carries."""
SECONDS = 5 * PATTERN_SECONDS
"""What a pattern may take for a draft of that length which is made to trouble it."""
MOST = 60
"""Strings for one pattern."""
_ENDS = ("!", "\n", "a\u0001")
"""What a repetition hardly goes on with."""
_SHORTER = 8
"""Each string is tried so many times shorter first: most patterns then need no long one."""


@cache
def explodes(source: str) -> str | None:
    """The beginning of a text on which the pattern runs out of time, or None."""
    pattern = compiled(source)
    for attack in islice(attacks(source), MOST):
        if _is_quick(pattern, attack(LENGTH // _SHORTER)):
            continue
        text = attack(LENGTH)
        # A busy machine may stop a good pattern once, not twice.
        if _runs_out(pattern, text) and _runs_out(pattern, text):
            return text[:60]
    return None


def attacks(source: str) -> Iterator[Attack]:
    """Texts that keep the pattern busy: what it repeats, repeated, and an end that does not fit."""
    for pump in pumps(source):
        yield from (partial(pump.string, end) for end in _ENDS)
    yield from (partial(_repeated, f"{text} ") for text in texts(source, 2))
    yield from (partial(_repeated, text, end="!") for text in ("a", "7 "))


def _repeated(text: str, length: int, end: str = "") -> str:
    return text * max(1, length // len(text)) + end


def _is_quick(pattern: regex.Pattern[str], short: str) -> bool:
    """So quick on a shorter text that the long one can't take too long, even if time grows with the length's cube."""
    began = perf_counter()
    in_time = not _runs_out(pattern, short)
    return in_time and (perf_counter() - began) * _SHORTER**3 < SECONDS


def _runs_out(pattern: regex.Pattern[str], text: str) -> bool:
    try:
        for _ in pattern.finditer(text, timeout=SECONDS):
            pass
    except TimeoutError:
        return True
    return False
