"""Findings into a score that adds up, and what each fix would be worth.

Every dimension starts at a level, findings move it by whole points, the sum is the raw score, and the strongest brake
multiplies it. `rules/scoring.yaml` holds every number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor

from bot.engine.kinds.combine import HINT, REASON
from bot.engine.model import Brake, Line, Stance
from bot.engine.rule import BrakeRule, DimensionLine, Scoring

UNIT = "unit"
"""Stands for at least one usable unit, where brakes name findings."""

_GAINS = {"opening": 1, "takeaway": -1}
"""What a stance gives `opening`, it takes from `takeaway`."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What one finding does to the score."""

    id: str
    dimension: str
    points: int
    reason: int = 0
    """What it gives as a reason to follow, already lowered if its evidence is weak."""
    clear: bool = True


@dataclass(frozen=True, slots=True)
class Score:
    """A score with every line that leads to it: the lines' values and the brake's cost add up to `value`."""

    value: int
    raw: int
    lines: tuple[Line, ...]
    brake: Brake | None


def half_up(value: float) -> int:
    """Rounds to the nearest whole number, halves up (away from what Python's round does)."""
    return floor(value + 0.5)


def score_findings(effects: Sequence[Effect], scoring: Scoring, stance: Stance = "balanced") -> Score:
    """Adds the effects up: dimensions, raw score, brake, score."""
    ids = ids_of(effects, scoring)
    lines = tuple(Line(*line) for line in _lines(effects, ids, scoring, stance))
    raw = sum(line.value for line in lines)
    brake = _brake(raw, ids, scoring)
    return Score(raw + (brake.cost if brake else 0), raw, lines, brake)


def value_of(effects: Sequence[Effect], scoring: Scoring, stance: Stance = "balanced") -> int:
    """The value of the score alone, for those who ask "what if" many times."""
    ids = ids_of(effects, scoring)
    raw = sum(value for *_, value in _lines(effects, ids, scoring, stance))
    brake = _strongest(ids, scoring)
    return half_up(raw * brake.times) if brake else raw


_Moves = Sequence[tuple[str, int]]


def _lines(
    effects: Sequence[Effect], ids: set[str], scoring: Scoring, stance: Stance
) -> Iterator[tuple[str, int, int, tuple[tuple[str, int], ...], int]]:
    """What each dimension's line says."""
    moves = _moves(effects, ids, scoring)
    gain = scoring.stances[stance] - scoring.size("opening")
    for line in scoring.dimensions:
        own = _GAINS.get(line.id, 0) * gain
        size, start, moved = _sized(line, own, moves[line.id]) if own else (line.size, line.start, moves[line.id])
        value = max(0, min(size, start + sum([points for _, points in moved])))
        yield line.id, size, start, tuple(moved), value


def ids_of(effects: Sequence[Effect], scoring: Scoring) -> set[str]:
    """The ids that brakes and combined findings ask for: the findings, and what stands for reasons and units."""
    ids = {effect.id for effect in effects}
    for effect in effects:
        if effect.reason:
            ids.add(HINT)
            if effect.clear:
                ids.add(REASON)
    if scoring.named.detail in ids:
        ids.add(UNIT)
    return ids


def _moves(effects: Sequence[Effect], ids: set[str], scoring: Scoring) -> dict[str, list[tuple[str, int]]]:
    """What moves each dimension, in order: reasons and proportion first, then the findings."""
    moves: dict[str, list[tuple[str, int]]] = defaultdict(list)
    moves["reason-to-follow"] = _reason_moves(effects, ids, scoring)
    moves["promotion"] = _proportion_moves(ids, scoring)
    for effect in effects:
        if effect.points:
            moves[effect.dimension].append((effect.id, effect.points))
    return moves


def _sized(line: DimensionLine, gain: int, moves: _Moves) -> tuple[int, int, _Moves]:
    """Under a stance that gives the dimension more or less room, its start and moves grow or shrink with it."""
    size = line.size + gain
    return (
        size,
        half_up(line.start * size / line.size),
        [(name, half_up(points * size / line.size)) for name, points in moves],
    )


def _reason_moves(effects: Sequence[Effect], ids: set[str], scoring: Scoring) -> list[tuple[str, int]]:
    reasons = sorted((effect.reason for effect in effects if effect.reason), reverse=True)
    if not reasons:
        return [("detail", scoring.reasons.detail)] if UNIT in ids else []
    return [("reason", reasons[0]), *([("more-reasons", scoring.reasons.more)] if len(reasons) > 1 else [])]


def _proportion_moves(ids: set[str], scoring: Scoring) -> list[tuple[str, int]]:
    if REASON in ids:
        return [("in-proportion", scoring.proportion.reason)]
    return [("in-proportion", scoring.proportion.detail)] if UNIT in ids else []


def _brake(raw: int, ids: set[str], scoring: Scoring) -> Brake | None:
    brake = _strongest(ids, scoring)
    if brake is None:
        return None
    causes = tuple(sorted({*brake.any, *brake.all} & ids - {REASON, UNIT, HINT}))
    return Brake(brake.id, brake.times, half_up(raw * brake.times) - raw, causes)


def _strongest(ids: set[str], scoring: Scoring) -> BrakeRule | None:
    return min((brake for brake in scoring.brakes if _holds(brake, ids)), key=lambda brake: brake.times, default=None)


def _holds(brake: BrakeRule, ids: set[str]) -> bool:
    if brake.any and ids.isdisjoint(brake.any):
        return False
    return ids.issuperset(brake.all) and ids.isdisjoint(brake.none)
