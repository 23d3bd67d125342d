"""What each fix is worth: the score with a weakness gone and, where the change adds something, with that there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.engine.kinds.base import Find, strength_at
from bot.engine.kinds.combine import Combine
from bot.engine.kinds.count import Count
from bot.engine.model import Finding, Fix, Stance
from bot.engine.rule import Rule, Scoring
from bot.engine.ruleset import Program
from bot.engine.score import Effect, half_up, ids_of, value_of

_ADDED_REASON = "added-reason"


def effect_of(finding: Finding) -> Effect:
    """What a finding does to the score."""
    return Effect(finding.id, finding.dimension, finding.points, finding.reason, finding.clear)


def fixes(
    findings: Sequence[Finding], program: Program, scoring: Scoring, stance: Stance, muted: frozenset[str] = frozenset()
) -> tuple[Fix, ...]:
    """Every weakness with what its fix is worth, the most useful first, alone and together with those before it.

    Muted findings stay away whatever a fix brings.
    """
    bench = _Bench(program, [effect_of(f) for f in findings if not f.trial], scoring, stance, muted)
    weak = [finding for finding in findings if finding.sign == "-" and not finding.trial]
    alone = {finding.id: bench.without((finding.id,)) for finding in weak}
    weak.sort(key=lambda finding: (-alone[finding.id], finding.points, finding.id))
    ids = [finding.id for finding in weak]
    return tuple(
        Fix(finding, alone[finding.id], bench.without(tuple(ids[: index + 1])) if index else alone[finding.id])
        for index, finding in enumerate(weak)
    )


@dataclass(frozen=True, slots=True)
class _Bench:
    """Re-scores one draft with some findings gone."""

    program: Program
    effects: Sequence[Effect]
    scoring: Scoring
    stance: Stance
    muted: frozenset[str]

    def without(self, ids: tuple[str, ...]) -> int:
        effects = [effect for effect in self.effects if effect.id not in ids]
        for finding in ids:
            effects = self._with_added(effects, self.program.by_id[finding])
        return value_of(self._recombined(effects, self.muted.union(ids)), self.scoring, self.stance)

    def _with_added(self, effects: list[Effect], fixed: Rule) -> list[Effect]:
        adds = fixed.adds
        if adds.reason and not any(effect.reason and effect.clear for effect in effects):
            effects = [*effects, Effect(_ADDED_REASON, "", 0, adds.reason)]
        there = {effect.id for effect in effects}
        for finding in adds.findings:
            rule = self.program.by_id.get(finding)
            if rule and finding not in there:
                effects = [*effects, self._effect(rule)]
        return self._with_units(effects, adds.units) if adds.units else effects

    def _with_units(self, effects: list[Effect], units: int) -> list[Effect]:
        detail = self.program.by_id.get(self.scoring.named.detail)
        if detail is None:
            return effects
        points = half_up(detail.points * _share(detail.find, units))
        had = next((effect for effect in effects if effect.id == detail.id), None)
        if had and had.points >= points:
            return effects
        return [effect for effect in effects if effect is not had] + [Effect(detail.id, detail.dimension, points)]

    def _recombined(self, effects: list[Effect], gone: frozenset[str]) -> list[Effect]:
        """The findings that are made of others, asked again."""
        ids = ids_of(effects, self.scoring)
        for rule in self.program.combined:
            fires = rule.status == "stable" and rule.id not in gone and _fires(rule.find, ids)
            if fires and rule.id not in ids:
                effects = [*effects, self._effect(rule)]
                ids = ids_of(effects, self.scoring)
            elif not fires and rule.id in ids:
                effects = [effect for effect in effects if effect.id != rule.id]
                ids = ids_of(effects, self.scoring)
        return effects

    @staticmethod
    def _effect(rule: Rule) -> Effect:
        return Effect(rule.id, rule.dimension, rule.points, rule.reason)


def _share(find: Find, units: int) -> float:
    """The share of its points that a finding gives for so many units."""
    return strength_at(find.curve, units) if isinstance(find, Count) and find.curve else 1.0


def _fires(find: Find, ids: set[str]) -> bool:
    assert isinstance(find, Combine)
    enough = not find.any or len({*find.any} & ids) >= find.at_least
    return enough and {*find.all} <= ids and not ids & {*find.none, *find.unless_finding}
