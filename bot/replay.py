"""Old drafts, new rules: who would move, by how much, across which band edge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.engine.judge import judge
from bot.engine.model import Band, Draft, Review
from bot.engine.ruleset import RuleSet


@dataclass(frozen=True, slots=True)
class Move:
    """One draft under both sets of rules."""

    id: str
    text: str
    before: int | None
    after: int | None
    band_before: Band | None
    band_after: Band | None
    gained: tuple[str, ...]
    """Findings that only the new rules have."""
    lost: tuple[str, ...]
    marked: Band | None = None
    """The band that a person gave it."""

    @property
    def by(self) -> int:
        return (self.after or 0) - (self.before or 0)

    @property
    def crosses(self) -> bool:
        return self.band_before != self.band_after

    @property
    def changed(self) -> bool:
        return bool(
            self.by or self.crosses or self.gained or self.lost or (self.before is None) != (self.after is None)
        )


def compare(id_: str, draft: Draft, old: RuleSet, new: RuleSet, marked: Band | None = None) -> Move:
    """Judges a draft by both sets of rules."""
    first, second = judge(draft, old), judge(draft, new)
    had, has = _ids(first), _ids(second)
    return Move(
        id=id_,
        text=draft.text,
        before=first.score,
        after=second.score,
        band_before=first.band,
        band_after=second.band,
        gained=tuple(sorted(has - had)),
        lost=tuple(sorted(had - has)),
        marked=marked,
    )


def _ids(review: Review) -> set[str]:
    return {finding.id for finding in review.findings}


@dataclass(frozen=True, slots=True)
class Summary:
    """All moves in figures."""

    drafts: int
    moved: int
    mean: float
    """The mean change of all scores."""
    edges: Mapping[tuple[Band | None, Band | None], int]
    """How many went from one band to another."""
    findings: Mapping[str, tuple[int, int]]
    """How many drafts gained and lost each finding."""
    agreement: tuple[int, int, int] | None
    """How many bands agreed with the marks before and after, of how many; None without marks."""


def summary(moves: Sequence[Move]) -> Summary:
    gained, lost = _count(move.gained for move in moves), _count(move.lost for move in moves)
    marked = [move for move in moves if move.marked]
    agreement = (
        sum(move.band_before == move.marked for move in marked),
        sum(move.band_after == move.marked for move in marked),
        len(marked),
    )
    return Summary(
        drafts=len(moves),
        moved=sum(move.by != 0 for move in moves),
        mean=sum(move.by for move in moves) / len(moves) if moves else 0.0,
        edges=Counter((move.band_before, move.band_after) for move in moves if move.crosses),
        findings={id_: (gained[id_], lost[id_]) for id_ in sorted(gained.keys() | lost.keys())},
        agreement=agreement if marked else None,
    )


def _count(groups: Iterable[Iterable[str]]) -> Counter[str]:
    return Counter(id_ for group in groups for id_ in group)
