"""Findings into a score that adds up, and what each fix would be worth.

Every dimension starts at a level, findings move it by whole points, the sum is the raw score, and the strongest brake
multiplies it. `rules/scoring.yaml` holds every number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
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
    moves = _moves(effects, ids, scoring)
    gain = scoring.stances[stance] - scoring.size("opening")
    lines = tuple(_line(line, _GAINS.get(line.id, 0) * gain, moves.get(line.id, ())) for line in scoring.dimensions)
    raw = sum(line.value for line in lines)
    brake = _brake(raw, ids, scoring)
    return Score(raw + (brake.cost if brake else 0), raw, lines, brake)


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


def _line(line: DimensionLine, gain: int, moves: Sequence[tuple[str, int]]) -> Line:
    """Under a stance that gives the dimension more or less room, its start and moves grow or shrink with it."""
    size, start = line.size + gain, line.start
    if gain:
        start = half_up(start * size / line.size)
        moves = [(name, half_up(points * size / line.size)) for name, points in moves]
    value = max(0, min(size, start + sum(points for _, points in moves)))
    return Line(line.id, size, start, tuple(moves), value)


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
    brake = min((brake for brake in scoring.brakes if _holds(brake, ids)), key=lambda brake: brake.times, default=None)
    if brake is None:
        return None
    causes = tuple(sorted({*brake.any, *brake.all} & ids - {REASON, UNIT, HINT}))
    return Brake(brake.id, brake.times, half_up(raw * brake.times) - raw, causes)


def _holds(brake: BrakeRule, ids: set[str]) -> bool:
    if brake.any and ids.isdisjoint(brake.any):
        return False
    return ids.issuperset(brake.all) and ids.isdisjoint(brake.none)
