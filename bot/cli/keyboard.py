"""Drafts as people type, paste or pipe them: lines up to an empty one."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator

COMMAND = re.compile(r":[a-z]+(?:\s+\S+)?\s*")
ReadLine = Callable[[], str | None]
"""The next line without its end; None when there are no more."""


def entries(read_line: ReadLine, more_waits: Callable[[], bool] = lambda: False) -> Iterator[str]:
    """Drafts and `:commands`, one at a time.

    An empty line ends a draft, unless more is already waiting: then it stands inside a paste, between paragraphs.
    """
    lines: list[str] = []
    while (line := read_line()) is not None:
        if not lines and COMMAND.fullmatch(line):
            yield line.strip()
        elif line.strip():
            lines.append(line)
        elif lines and more_waits():
            lines.append("")
        elif lines:
            yield "\n".join(lines)
            lines = []
    if lines:
        yield "\n".join(lines)


def piped_line() -> str | None:
    """A line of standard input that is a file or a pipe."""
    line = sys.stdin.buffer.readline()
    return line.decode("utf-8", "replace").rstrip("\r\n").removeprefix("\ufeff") if line else None


def typed_line() -> str | None:
    """A line, or a whole paste, from a person at the terminal."""
    try:
        return input("› ")
    except EOFError:
        print()
        return None


def prepare_terminal() -> None:
    """Line editing where the system has it; it also lifts the terminal's limit of 4,095 characters a line."""
    try:
        import readline
    except ImportError:
        return
    # A paste then arrives as one piece, its empty lines included.
    readline.parse_and_bind("set enable-bracketed-paste on")


def paste_goes_on() -> bool:
    """Whether more input is waiting: nobody types that fast, so it belongs to a paste."""
    import select

    try:
        return bool(select.select([sys.stdin], [], [], 0.05)[0])
    except (OSError, ValueError):
        return False
