"""Points that agree better with people's marks, each within its sign: proposed, and proven on drafts left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.engine.judge import look_over
from bot.engine.language import detect
from bot.engine.model import LANGUAGES, Band, Draft
from bot.engine.rule import Rule, Scoring
from bot.engine.ruleset import RuleSet
from bot.engine.score import Effect, half_up, score_findings
from bot.engine.text import read

CENTRES: Mapping[Band, float] = {"weak": 22.0, "mixed": 54.0, "strong": 82.0}
"""What a mark without a figure stands for."""
WRONG_BAND = 150.0
"""What a wrong band costs, in squared points."""
CHANGE = 1.5
"""What each point of change costs: no proposal without a gain that outweighs it."""
LEAST, MOST = 0.5, 1.5
"""How far points may go from where people put them: a rule keeps its weight, roughly."""
_STEPS = (-4, -2, -1, 1, 2, 4)

Points = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule on a draft, before its points are known."""

    id: str
    dimension: str
    strength: float
    reason: int
    clear: bool


@dataclass(frozen=True, slots=True)
class Case:
    """A marked draft with all that fired on it."""

    fired: tuple[Fired, ...]
    draft: Draft
    band: Band | None
    score: float | None


@dataclass(frozen=True, slots=True)
class Quality:
    """How well scores agree with marks."""

    loss: float
    error: float
    """Mean distance in points."""
    bands: float
    """Share of bands that agree."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """New points for some rules, and what they are worth on drafts that they were not made from."""

    points: Points
    before: Quality
    after: Quality
    """By cross-validation: each draft is judged by points that were found without it."""


def case_of(draft: Draft, band: Band | None, score: float | None, rules: RuleSet) -> Case | None:
    """A marked draft ready for fitting; None if the coach gives it no score."""
    text = read(draft.text, draft.links)
    language = draft.language or next((known for known in LANGUAGES if known == detect(text)[0]), None)
    if language is None or len(text.words) < rules.scoring.fewest_words or (band is None and score is None):
        return None
    sheet = look_over(draft, text, language, rules)
    weak = rules.scoring.reasons
    fired = []
    for rule, _ in rules.programs[language].rules:
        outcome = sheet.outcomes[rule.id]
        if outcome and rule.status == "stable":
            reason = (
                rule.reason if outcome.clear or not rule.reason else max(half_up(rule.reason * weak.weak), weak.least)
            )
            fired.append(Fired(rule.id, rule.dimension, outcome.strength, reason, outcome.clear))
    return Case(tuple(fired), draft, band, score)


def propose(
    cases: Sequence[Case], rules: RuleSet, folds: int = 5, watch: Callable[[], object] = lambda: None
) -> Proposal:
    """Searches points for all rules that have some; `watch` is called after each fold."""
    fitter = _Fitter(rules.scoring, {rule.id: rule.points for rule in rules.rules if _may_move(rule)})
    held_out: list[float] = []
    order: list[Case] = []
    for fold in range(folds):
        learned = fitter.fit([case for number, case in enumerate(cases) if number % folds != fold])
        rest = [case for number, case in enumerate(cases) if number % folds == fold]
        held_out += [fitter.score(case, learned) for case in rest]
        order += rest
        watch()
    points = fitter.fit(cases)
    watch()
    changed = {id_: value for id_, value in points.items() if value != fitter.start[id_]}
    before = fitter.quality(cases, [fitter.score(case, fitter.start) for case in cases])
    return Proposal(changed, before, fitter.quality(order, held_out))


def _may_move(rule: Rule) -> bool:
    return rule.status == "stable" and rule.points != 0


@dataclass(frozen=True, slots=True)
class _Fitter:
    scoring: Scoring
    start: Points

    def fit(self, cases: Sequence[Case]) -> dict[str, int]:
        """Coordinate search: one rule's points after the other, until no step helps."""
        points = dict(self.start)
        where = {
            id_: [n for n, case in enumerate(cases) if any(fired.id == id_ for fired in case.fired)] for id_ in points
        }
        losses = [self._loss(case, self.score(case, points)) for case in cases]
        for _ in range(4):
            if not [id_ for id_ in points if self._improve(id_, points, where[id_], cases, losses)]:
                break
        return points

    def _improve(
        self, id_: str, points: dict[str, int], where: Sequence[int], cases: Sequence[Case], losses: list[float]
    ) -> bool:
        best, gain, kept = points[id_], 1e-9, None
        for step in _STEPS:
            value = points[id_] + step
            if not LEAST <= value / self.start[id_] <= MOST:
                continue
            trial = {**points, id_: value}
            tried = [self._loss(cases[n], self.score(cases[n], trial)) for n in where]
            price = CHANGE * (abs(value - self.start[id_]) - abs(points[id_] - self.start[id_]))
            won = sum(losses[n] for n in where) - sum(tried) - price
            if won > gain:
                best, gain, kept = value, won, tried
        if kept is None:
            return False
        points[id_] = best
        for n, loss in zip(where, kept, strict=True):
            losses[n] = loss
        return True

    def score(self, case: Case, points: Points) -> float:
        effects = [
            Effect(f.id, f.dimension, half_up(points.get(f.id, 0) * f.strength), f.reason, f.clear) for f in case.fired
        ]
        return score_findings(effects, self.scoring, case.draft.brand.stance).value

    def _loss(self, case: Case, score: float) -> float:
        return (score - self._wanted(case)) ** 2 + (WRONG_BAND if case.band and self._band(score) != case.band else 0.0)

    @staticmethod
    def _wanted(case: Case) -> float:
        if case.score is not None:
            return case.score
        assert case.band is not None
        return CENTRES[case.band]

    def _band(self, score: float) -> Band:
        bands = self.scoring.bands
        return "weak" if score < bands.mixed else "mixed" if score < bands.strong else "strong"

    def quality(self, cases: Sequence[Case], scores: Iterable[float]) -> Quality:
        pairs = list(zip(cases, scores, strict=True))
        marked = [(case, score) for case, score in pairs if case.band]
        return Quality(
            loss=sum(self._loss(case, score) for case, score in pairs) / len(pairs),
            error=sum(abs(score - self._wanted(case)) for case, score in pairs) / len(pairs),
            bands=sum(self._band(score) == case.band for case, score in marked) / len(marked) if marked else 0.0,
        )
