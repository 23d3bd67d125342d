"""Drafts from a keyboard, a paste or a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bot.cli.keyboard import entries


def typed(*lines: str) -> Callable[[], str | None]:
    rest: Iterator[str] = iter(lines)
    return lambda: next(rest, None)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((), []),
        (("", "  ", ""), []),
        (("one", ""), ["one"]),
        (("one",), ["one"]),
        (("", "one", "two", "", "", "three"), ["one\ntwo", "three"]),
        ((":lang pl", "draft", "", ":quit"), [":lang pl", "draft", ":quit"]),
        (("draft", ":quit", ""), ["draft\n:quit"]),
        ((":) hello", ""), [":) hello"]),
        ((": not a command", ""), [": not a command"]),
        (("a whole\n\npaste", ""), ["a whole\n\npaste"]),
        (("  indented", ""), ["  indented"]),
    ],
)
def test_an_empty_line_ends_a_draft(lines: tuple[str, ...], expected: list[str]) -> None:
    assert list(entries(typed(*lines))) == expected


def test_an_empty_line_inside_a_paste_stands_between_paragraphs() -> None:
    waiting = iter([True, False])
    assert list(entries(typed("one", "", "two", "", "three", ""), lambda: next(waiting, False))) == [
        "one\n\ntwo",
        "three",
    ]
