"""Texts built from a regular expression: some that it should match, and some made to keep it busy."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import regex

_UNKNOWN = regex.compile(r"\\([pP])\{(\w+)\}")
_CATEGORIES = {
    code.CATEGORY_DIGIT: "7",
    code.CATEGORY_SPACE: " ",
    code.CATEGORY_WORD: "a",
    code.CATEGORY_NOT_DIGIT: "a",
    code.CATEGORY_NOT_SPACE: "a",
    code.CATEGORY_NOT_WORD: " ",
}
_PLAIN = 'aж7 ,-"!'
"""Characters to try where a class only says what is forbidden."""


@lru_cache(maxsize=1)
def tree_of(source: str) -> Any:
    """The pattern as a tree, or None where it uses what only the `regex` module knows."""
    simple = _UNKNOWN.sub(lambda match: r"\W" if match[1] == "P" else r"\w", source)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return parser.parse(simple)
    except (parser.error, RecursionError, OverflowError):
        return None


@dataclass(slots=True)
class _Writer:
    """Writes one text from a pattern; `turn` picks among branches and lengths, `ahead` writes lookarounds out."""

    turn: int
    ahead: bool = True
    groups: dict[int, str] = field(default_factory=dict)

    def text(self, tree: Any) -> str:
        return "".join(self.piece(operator, argument) for operator, argument in tree)

    def piece(self, operator: Any, argument: Any) -> str:  # noqa: C901 - one line for each kind of node
        match operator:
            case code.LITERAL:
                return chr(argument)
            case code.NOT_LITERAL:
                return next(char for char in _PLAIN if ord(char) != argument)
            case code.ANY:
                return "a"
            case code.IN:
                return self.one_of(argument)
            case code.CATEGORY:
                return _CATEGORIES.get(argument, "a")
            case code.BRANCH:
                branches = argument[1]
                return self.text(branches[self.turn % len(branches)])
            case code.MAX_REPEAT | code.MIN_REPEAT | code.POSSESSIVE_REPEAT:
                low, high, body = argument
                times = min(high, max(low, (self.turn // 2) % 3))
                return "".join(self.text(body) for _ in range(times))
            case code.SUBPATTERN:
                written = self.text(argument[-1])
                if argument[0]:
                    self.groups[argument[0]] = written
                return written
            case code.ATOMIC_GROUP:
                return self.text(argument)
            case code.ASSERT:
                return self.text(argument[1]) if self.ahead else ""
            case code.GROUPREF:
                return self.groups.get(argument, "")
            case _:
                return ""

    def one_of(self, members: list[tuple[Any, Any]]) -> str:
        if members and members[0][0] is code.NEGATE:
            forbidden = [self.matcher(member) for member in members[1:]]
            return next((char for char in _PLAIN if not any(test(char) for test in forbidden)), "ж")
        operator, argument = members[self.turn % len(members)]
        if operator is code.RANGE:
            return chr(argument[0] + self.turn % (argument[1] - argument[0] + 1))
        return self.piece(operator, argument)

    @staticmethod
    def matcher(member: tuple[Any, Any]) -> Any:
        operator, argument = member
        if operator is code.RANGE:
            return lambda char: argument[0] <= ord(char) <= argument[1]
        if operator is code.CATEGORY:
            test = {
                code.CATEGORY_DIGIT: str.isdigit,
                code.CATEGORY_SPACE: str.isspace,
                code.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
            }.get(argument)
            return test or (lambda char: False)
        return lambda char: ord(char) == argument


def texts(source: str, most: int = 24) -> list[str]:
    """Different texts that the pattern should match, as far as they can be written from it."""
    tree = tree_of(source)
    if tree is None:
        return []
    found = dict.fromkeys(_Writer(turn, ahead).text(tree) for turn in range(most) for ahead in (True, False))
    return [text for text in found if text.strip()]


@dataclass(frozen=True, slots=True)
class Pump:
    """A text that leads up to a repetition of the pattern, and what to repeat there."""

    before: str
    body: str

    def string(self, end: str, length: int) -> str:
        """A text of that length and then the end."""
        return (self.before + self.body * (length // max(1, len(self.body)) + 1))[:length] + end


def pumps(source: str) -> list[Pump]:
    """Every repetition of a pattern with some texts that it repeats."""
    tree = tree_of(source)
    if tree is None:
        return []
    found: dict[Pump, None] = {}
    for before, body in _repetitions(tree, ""):
        for turn in range(3):
            written = _Writer(turn).text(body)
            doubled = written + _Writer(turn + 1).text(body)
            for piece in (written, doubled, written + " "):
                if piece:
                    found[Pump(before, piece)] = None
    return list(found)


def _repetitions(tree: Any, before: str) -> Iterator[tuple[str, Any]]:
    for operator, argument in tree:
        if operator in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            if argument[1] > 3:
                yield before, argument[2]
            yield from _repetitions(argument[2], before)
        else:
            for inner in _inside(operator, argument):
                yield from _repetitions(inner, before)
        before += _Writer(0).piece(operator, argument)


def _inside(operator: Any, argument: Any) -> list[Any]:
    match operator:
        case code.SUBPATTERN:
            return [argument[-1]]
        case code.BRANCH:
            return list(argument[1])
        case code.ATOMIC_GROUP:
            return [argument]
        case code.ASSERT | code.ASSERT_NOT:
            return [argument[1]]
        case _:
            return []
