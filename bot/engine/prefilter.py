"""Which letters a pattern can't do without, so that most patterns need not be tried on most drafts.

A trigram is three characters in a row. Before a pattern can match, one of its trigrams must stand in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from re import _constants as code  # type: ignore[attr-defined]
from typing import Any

from bot.engine.patterns import tree_of

Trigram = tuple[str, str, str]
Needed = frozenset[Trigram] | None
"""Trigrams of which a text has one if the pattern matches; None: nothing is known, the pattern must be tried."""

_MANY = 200
"""From so many spellings on, a part of a pattern counts as anything."""
_FOREIGN = re.compile(r"\[:|\{[^\d,]|\(\?[a-zA-Z^]*[i|]")
"""What `regex` and the parser of `re` read differently: `[[:alpha:]]`, fuzzy `{e<=1}`, flags, `(?|`."""
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_NOTHING_WRITTEN = (code.AT, code.ASSERT, code.ASSERT_NOT)


def trigrams(text: str) -> set[Trigram]:
    return set(zip(text, text[1:], text[2:], strict=False))


def needed_trigrams(source: str) -> Needed:
    """The trigrams of which one stands wherever the pattern matches."""
    if _FOREIGN.search(source):
        return None
    tree = tree_of(source)
    return None if tree is None or tree.state.flags & re.IGNORECASE else _read(tree).needed()


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of a pattern matches: every spelling, as far as they can be listed, or else what it needs."""

    spellings: frozenset[str] | None
    needs: Needed = None

    def needed(self) -> Needed:
        if self.spellings is None:
            return self.needs
        if any(len(spelling) < 3 for spelling in self.spellings):
            return None
        return frozenset(map(_rarest, self.spellings))


def _rarest(spelling: str) -> Trigram:
    """The trigram that should be rare: inside a word, and of letters that texts seldom have."""
    return max(zip(spelling, spelling[1:], spelling[2:], strict=False), key=_rarity)


def _rarity(trigram: Trigram) -> int:
    return -sum(_COMMON.find(character) + 1 for character in trigram)


_COMMON = "zwykrudmlpcvhdsntkairoeąęшцзыяукмпдвлртсниаео ,"
"""Letters of three alphabets and signs, the most frequent ones last."""


_EMPTY = _Part(frozenset({""}))
_ANYTHING = _Part(None)


def _read(tree: Any) -> _Part:
    """A sequence: what stands side by side is spelled together, and the run that tells most is what it needs."""
    runs = [_EMPTY]
    for operator, argument in tree:
        part = _piece(operator, argument)
        joined = _joined(runs[-1], part)
        if joined is None:
            runs += [part, _EMPTY] if part.spellings is None else [part]
        else:
            runs[-1] = joined
    if len(runs) == 1:
        return runs[0]
    return _Part(None, _fewest(run.needed() for run in runs))


def _joined(before: _Part, after: _Part) -> _Part | None:
    if before.spellings is None or after.spellings is None or len(before.spellings) * len(after.spellings) > _MANY:
        return None
    return _Part(frozenset(map("".join, product(before.spellings, after.spellings))))


def _fewest(choices: Iterable[Needed]) -> Needed:
    return min((choice for choice in choices if choice is not None), key=len, default=None)


def _piece(operator: Any, argument: Any) -> _Part:
    if operator is code.LITERAL:
        return _Part(frozenset({chr(argument)}))
    if operator is code.IN:
        return _one_of(argument)
    if operator is code.SUBPATTERN:
        return _read(argument[-1])
    if operator is code.ATOMIC_GROUP:
        return _read(argument)
    if operator is code.BRANCH:
        return _either([_read(branch) for branch in argument[1]])
    if operator in _REPEATS:
        return _repeated(*argument)
    return _EMPTY if operator in _NOTHING_WRITTEN else _ANYTHING


def _one_of(members: Sequence[tuple[Any, Any]]) -> _Part:
    if all(operator is code.LITERAL for operator, _ in members):
        return _Part(frozenset(chr(argument) for _, argument in members))
    return _ANYTHING


def _either(branches: Sequence[_Part]) -> _Part:
    spellings = list(_all_spellings(branches))
    if len(spellings) == len(branches) and sum(map(len, spellings)) <= _MANY:
        return _Part(frozenset().union(*spellings))
    needs = [branch.needed() for branch in branches]
    known = [need for need in needs if need is not None]
    return _Part(None, frozenset().union(*known) if len(known) == len(needs) else None)


def _all_spellings(branches: Iterable[_Part]) -> Iterator[frozenset[str]]:
    return (branch.spellings for branch in branches if branch.spellings is not None)


def _repeated(low: int, high: int, body: Any) -> _Part:
    part = _read(body)
    if (low, high) == (1, 1):
        return part
    if (low, high) == (0, 1) and part.spellings is not None:
        return _Part(part.spellings | {""})
    return _Part(None, part.needed() if low else None)
