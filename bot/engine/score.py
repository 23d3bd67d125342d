"""Findings into a score that adds up, and what each fix would be worth.

Every dimension starts at a level, findings move it by whole points, the sum is the raw score, and the strongest brake
multiplies it. `rules/scoring.yaml` holds every number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor

from bot.engine.kinds.combine import HINT, REASON
from bot.engine.model import Brake, Line, Stance
from bot.engine.rule import BrakeRule, Scoring

UNIT = "unit"
"""Stands for at least one usable unit, where brakes name findings."""


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
    ids = _ids(effects, scoring)
    lines = tuple(
        _line(line.id, line.size, _sized(scoring, line.id, stance), line.start, effects, ids, scoring)
        for line in scoring.dimensions
    )
    raw = sum(line.value for line in lines)
    brake = _brake(raw, ids, scoring)
    return Score(raw + (brake.cost if brake else 0), raw, lines, brake)


def _ids(effects: Sequence[Effect], scoring: Scoring) -> set[str]:
    ids = {effect.id for effect in effects}
    if any(effect.reason and effect.clear for effect in effects):
        ids.add(REASON)
    if any(effect.reason for effect in effects):
        ids.add(HINT)
    if scoring.named.detail in ids:
        ids.add(UNIT)
    return ids


def _sized(scoring: Scoring, dimension: str, stance: Stance) -> int:
    """A dimension's size under a stance: what `opening` gains, `takeaway` gives."""
    sizes: dict[str, int] = {line.id: line.size for line in scoring.dimensions}
    gain = scoring.stances[stance] - sizes["opening"]
    return sizes[dimension] + {"opening": gain, "takeaway": -gain}.get(dimension, 0)


def _line(
    dimension: str, base: int, size: int, start: int, effects: Sequence[Effect], ids: set[str], scoring: Scoring
) -> Line:
    moves = [*_reason_moves(dimension, effects, ids, scoring), *_proportion_moves(dimension, ids, scoring)]
    moves += [(effect.id, effect.points) for effect in effects if effect.dimension == dimension and effect.points]
    if size != base:
        start = half_up(start * size / base)
        moves = [(name, half_up(points * size / base)) for name, points in moves]
    value = max(0, min(size, start + sum(points for _, points in moves)))
    return Line(dimension, size, start, tuple(moves), value)


def _reason_moves(
    dimension: str, effects: Sequence[Effect], ids: set[str], scoring: Scoring
) -> Iterable[tuple[str, int]]:
    if dimension != "reason-to-follow":
        return
    reasons = sorted((effect.reason for effect in effects if effect.reason), reverse=True)
    if reasons:
        yield "reason", reasons[0]
        if len(reasons) > 1:
            yield "more-reasons", scoring.reasons.more
    elif UNIT in ids:
        yield "detail", scoring.reasons.detail


def _proportion_moves(dimension: str, ids: set[str], scoring: Scoring) -> Iterable[tuple[str, int]]:
    if dimension != "promotion":
        return
    if REASON in ids:
        yield "in-proportion", scoring.proportion.reason
    elif UNIT in ids:
        yield "in-proportion", scoring.proportion.detail


def _brake(raw: int, ids: set[str], scoring: Scoring) -> Brake | None:
    holding = [brake for brake in scoring.brakes if _holds(brake, ids)]
    if not holding:
        return None
    brake = min(holding, key=lambda brake: brake.times)
    causes = tuple(sorted({*brake.any, *brake.all} & ids - {REASON, UNIT, HINT}))
    return Brake(brake.id, brake.times, half_up(raw * brake.times) - raw, causes)


def _holds(brake: BrakeRule, ids: set[str]) -> bool:
    if brake.any and not ids & {*brake.any}:
        return False
    return ids >= {*brake.all} and not ids & {*brake.none}
