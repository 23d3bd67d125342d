"""Which letters a pattern can't do without, so that most patterns need not be tried on most drafts.

A text's trigrams (three characters in a row) are gathered once and sort out most patterns; those that are left are
held against whole pieces of their spelling. Where it is known how every match begins, a pattern is tried only there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from re import _constants as code  # type: ignore[attr-defined]
from typing import Any

import regex

from bot.engine.entries import compiled
from bot.engine.patterns import tree_of

Trigram = tuple[str, str, str]
Clause = frozenset[str]
"""Pieces of text of which one stands in every match."""

Piece = tuple[str, Trigram]
"""A piece with a second one of its trigrams: looking for that tells sooner than looking through a long text."""
LongClause = tuple[frozenset[Trigram], Mapping[Trigram, tuple[Piece, ...]]]
"""A clause of pieces that have trigrams: those to look for, and the pieces behind each."""

_MANY = 200
"""From so many spellings on, a part of a pattern counts as anything."""
_FEW = 12
"""Short pieces are looked for one by one, so a clause of many costs more than it saves."""
_FOREIGN = re.compile(r"\[:|(?<!\\[pP])\{[^\d,]|\(\?[a-zA-Z^]*[i|]")
"""What `regex` and the parser of `re` read differently: `[[:alpha:]]`, fuzzy `{e<=1}`, flags, `(?|`."""
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)


def trigrams(text: str) -> set[Trigram]:
    return set(zip(text, text[1:], text[2:], strict=False))


@dataclass(frozen=True, slots=True)
class Needed:
    """What a text has wherever a pattern matches: one piece of each clause."""

    long: tuple[LongClause, ...] = ()
    short: tuple[tuple[str, ...], ...] = ()
    """Clauses of short pieces."""
    anchored: bool = False
    """It matches at the beginning of the text only."""
    heads: LongClause | None = None
    """How every match begins, if that is known; one may begin with a digit besides, if `digits` says so."""
    digits: bool = False

    def stands_in(self, text: str, there: Set[Trigram]) -> bool:
        """`there` holds the text's trigrams."""
        return (not self.long or _one_stands_in(text, there, self.long[0])) and self.goes_on_in(text, there)

    def goes_on_in(self, text: str, there: Set[Trigram]) -> bool:
        """Whether all but the first long clause stand in the text."""
        for clause in self.long[1:]:
            if not _one_stands_in(text, there, clause):
                return False
        return not self.short or all(any(piece in text for piece in clause) for clause in self.short)

    def first_place(self, text: str, there: Set[Trigram], digit: int) -> int:
        """Where the first match may begin, or -1. `digit` is the place of the first number, or -1."""
        if self.heads is None:
            return 0
        wanted, pieces = self.heads
        first = digit if self.digits else -1
        for trigram in wanted & there:
            for piece, second in pieces[trigram]:
                at = text.find(piece, 0, first + len(piece) if first >= 0 else None) if second in there else -1
                first = at if at >= 0 else first
        return first


def _one_stands_in(text: str, there: Set[Trigram], clause: LongClause) -> bool:
    wanted, pieces = clause
    for trigram in wanted & there:
        for piece, second in pieces[trigram]:
            if second in there and piece in text:
                return True
    return False


class Patterns:
    """Patterns by what they need, so that one look at a text's trigrams tells which of them to try."""

    def __init__(self) -> None:
        self._patterns: list[tuple[regex.Pattern[str], int, Needed]] = []
        self._by_trigram: dict[Trigram, list[tuple[str, Trigram, int]]] = {}
        """The pieces that a trigram stands for, each with its pattern: those of the clause that sorts out most."""
        self._wanted: frozenset[Trigram] = frozenset()
        self._always: list[int] = []

    def add(self, source: str, number: int) -> None:
        needs = needed(source)
        at = len(self._patterns)
        self._patterns.append((compiled(source), number, needs))
        if not needs.long:
            self._always.append(at)
        else:
            self._wanted |= needs.long[0][0]
            for trigram, pieces in needs.long[0][1].items():
                self._by_trigram.setdefault(trigram, []).extend((*piece, at) for piece in pieces)

    def worth_trying(self, text: str) -> Iterator[tuple[regex.Pattern[str], int, int | None]]:
        """The patterns that may match, in the order in which they were added, each with where it may begin to.

        None: only at the very beginning.
        """
        if not self._patterns:
            return
        there = trigrams(text)
        number_at = _NUMBER.search(text)
        digit = number_at.start() if number_at else -1
        known = self._by_trigram
        may = {
            at
            for trigram in self._wanted & there
            for piece, second, at in known[trigram]
            if second in there and piece in text
        }
        for at in sorted((*self._always, *may)):
            pattern, number, needs = self._patterns[at]
            if needs.goes_on_in(text, there):
                first = needs.first_place(text, there, digit)
                if first >= 0:
                    yield pattern, number, None if needs.anchored else first


_NUMBER = regex.compile(r"(?<!\w)\d")


def needed(source: str) -> Needed:
    """What a pattern can't do without."""
    if _FOREIGN.search(source):
        return Needed()
    tree = tree_of(source)
    if tree is None or tree.state.flags & (re.IGNORECASE | re.MULTILINE):
        return Needed()
    whole = _read(tree)
    clauses = sorted(map(_shortest, whole.clauses()), key=_telling, reverse=True)
    long = tuple(_by_trigram(clause) for clause in clauses if min(map(len, clause)) > 2)
    short = tuple(tuple(clause) for clause in clauses if len(clause) <= _FEW and all(map(_is_sign, clause)))
    return Needed(long, short, _is_anchored(tree), *_heads(whole.heads))


def _is_anchored(tree: Any) -> bool:
    first: tuple[Any, Any] | None = next(iter(tree), None)
    return first in ((code.AT, code.AT_BEGINNING), (code.AT, code.AT_BEGINNING_STRING))


def _heads(heads: Clause | None) -> tuple[LongClause | None, bool]:
    """The beginnings of all matches and whether digits are among them, if all others are long enough to be found."""
    words = [head for head in heads or () if head != _DIGIT]
    if heads is None or min(map(len, words), default=3) < 3:
        return None, False
    return _by_trigram(frozenset(words)), _DIGIT in heads


def _shortest(clause: Clause) -> Clause:
    """The pieces that hold no other piece."""
    return frozenset(piece for piece in clause if not any(other in piece for other in clause if other != piece))


def _is_sign(piece: str) -> bool:
    """Letters, digits and blanks stand in every text, so looking for single ones sorts nothing out."""
    return len(piece) < 3 and not any(character.isalnum() or character.isspace() for character in piece)


@lru_cache(maxsize=4)
def _by_trigram(clause: Clause) -> LongClause:
    pieces: dict[Trigram, tuple[Piece, ...]] = {}
    for piece in clause:
        trigram, second = _rarest(piece)
        pieces[trigram] = (*pieces.get(trigram, ()), (piece, second))
    return frozenset(pieces), pieces


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of a pattern matches: every spelling, as far as they can be listed, and what else it needs."""

    spellings: frozenset[str] | None
    needs: tuple[Clause, ...] = ()
    starts: Clause | None = None
    """How it begins where not every spelling can be listed; "" if it may be left out."""

    @property
    def heads(self) -> Clause | None:
        """How it begins, if that is known."""
        return self.starts if self.spellings is None else self.spellings

    def clauses(self) -> tuple[Clause, ...]:
        return self.needs if self.spellings is None or "" in self.spellings else (self.spellings, *self.needs)

    def then(self, after: _Part) -> _Part | None:
        """Both as one, or None if their spellings can't be listed together."""
        if self.spellings is None or after.spellings is None or len(self.spellings) * len(after.spellings) > _MANY:
            return None
        return _Part(frozenset(map("".join, product(self.spellings, after.spellings))), self.needs + after.needs)


_DIGIT = "\0digit"
"""Stands for any digit among the beginnings of matches."""
_EMPTY = _Part(frozenset({""}))
_ANYTHING = _Part(None)


def _telling(clause: Clause) -> tuple[int, int]:
    """How much a clause sorts out: long pieces, and few of them."""
    return min(3, min(map(len, clause))), -len(clause)


def _rarest(piece: str) -> tuple[Trigram, Trigram]:
    """The two trigrams that should be rarest (the same one twice if there is no other)."""
    ordered = sorted(set(zip(piece, piece[1:], piece[2:], strict=False)), key=lambda own: (_rarity(own), own))
    return ordered[-1], ordered[-2] if len(ordered) > 1 else ordered[-1]


def _rarity(trigram: Trigram) -> tuple[bool, int]:
    first, second, third = trigram
    often = _OFTEN.get(first, 1) * _OFTEN.get(second, 1) * _OFTEN.get(third, 1)
    return trigram not in _USUAL, -often


_OFTEN = {
    letter: number
    for number, letters in (
        (9, " eaoеоа"),
        (6, "inтниtszrw"),
        (4, "cdyslukmрвлсk"),
        (3, "pmhłкдпмуя,."),
        (2, "bgjęążbfśćzзбыьйчг"),
    )
    for letter in letters
}
"""How often letters of three alphabets stand in texts, against the rarest ones."""
_USUAL = frozenset(
    tuple(word[at : at + 3])
    for word in (
        *(
            " the ",
            " and ",
            " for ",
            " from ",
            " with ",
            " you ",
            " your ",
            " our ",
            " this ",
            " that ",
            "ing ",
            " have ",
        ),
        *(" will ", " are ", " not ", " all ", " day ", " about ", "tion ", "ment ", "ter ", "ther "),
        *(
            " nie ",
            " jest ",
            " się ",
            " przy",
            " przez ",
            " prze",
            " dzień ",
            " czy",
            "szcze",
            "eszcz",
            " dla ",
            "ego ",
        ),
        *(" jak ", " tak ", " pro", "owa", "ści", "śmy ", " już ", "rzy", "ych "),
        *(" что ", " это ", " как ", " для ", " или ", " при", " про", " пере", " под", "ого ", "его ", "ить ", "ать "),
        *("ость ", "ени", "ста", " год", " мож", " наш", " ваш"),
    )
    for at in range(len(word) - 2)
)
"""Trigrams that stand in every other text."""


def _read(tree: Any) -> _Part:
    """A sequence: what stands side by side is spelled together, and every run of it is needed."""
    runs = [_EMPTY]
    for operator, argument in tree:
        part = _piece(operator, argument)
        joined = runs[-1].then(part)
        if joined is not None:
            runs[-1] = joined
        else:
            runs += [part] if part.spellings is not None else [part, _EMPTY]
    if len(runs) == 1:
        return runs[0]
    return _Part(None, tuple(clause for run in runs for clause in run.clauses()), _first_heads(runs))


def _first_heads(runs: Iterable[_Part]) -> Clause | None:
    """How a sequence begins: as its first run does, or the next one where that may be left out."""
    found: Clause = frozenset()
    for run in runs:
        heads = run.heads
        if heads is None or len(found) + len(heads) > _MANY:
            return None
        found |= heads
        if "" not in heads:
            return found - {""}
    return found


def _piece(operator: Any, argument: Any) -> _Part:
    if operator in _REPEATS:
        return _repeated(*argument)
    read = _READERS.get(operator)
    return read(argument) if read else _ANYTHING


def _one_of(members: Sequence[tuple[Any, Any]]) -> _Part:
    if all(operator is code.LITERAL for operator, _ in members):
        return _Part(frozenset(chr(argument) for _, argument in members))
    if all(member in _DIGITS for member in members):
        return _Part(None, starts=frozenset({_DIGIT}))
    return _ANYTHING


_DIGITS = ((code.CATEGORY, code.CATEGORY_DIGIT), (code.RANGE, (ord("0"), ord("9"))))


def _either(branches: Iterable[_Part]) -> _Part:
    parts = list(branches)
    spellings = [part.spellings for part in parts if part.spellings is not None]
    if len(spellings) == len(parts) and sum(map(len, spellings)) <= _MANY and not any(part.needs for part in parts):
        return _Part(frozenset[str]().union(*spellings))
    clauses = [max(part.clauses(), key=_telling, default=None) for part in parts]
    known = [clause for clause in clauses if clause is not None]
    heads = [part.heads for part in parts if part.heads is not None]
    return _Part(
        None,
        (frozenset[str]().union(*known),) if len(known) == len(parts) else (),
        frozenset[str]().union(*heads) if len(heads) == len(parts) and sum(map(len, heads)) <= _MANY else None,
    )


def _repeated(low: int, high: int, body: Any) -> _Part:
    part = _read(body)
    if (low, high) == (1, 1):
        return part
    if (low, high) == (0, 1) and part.spellings is not None:
        return _Part(part.spellings | {""})  # what it needs is needed only where it is
    heads = part.heads
    return _Part(None, part.clauses() if low else (), heads if low or heads is None else heads | {""})


_READERS: dict[Any, Callable[[Any], _Part]] = {
    code.AT: lambda edge: _EMPTY,
    code.ASSERT: lambda look: _Part(frozenset({""}), _read(look[1]).clauses()),
    code.ASSERT_NOT: lambda look: _EMPTY,
    code.LITERAL: lambda character: _Part(frozenset({chr(character)})),
    code.IN: _one_of,
    code.SUBPATTERN: lambda group: _read(group[-1]),
    code.ATOMIC_GROUP: lambda group: _read(group),
    code.BRANCH: lambda branch: _either(map(_read, branch[1])),
}
