"""The engine in one function: a draft and a rule set in, a review out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.engine.fixes import effect_of, fixes
from bot.engine.kinds.combine import HINT, REASON
from bot.engine.language import detect
from bot.engine.model import LANGUAGES, Act, Band, Brake, Confidence, Draft, Finding, Language, NoScore, Review, Tests
from bot.engine.reader import Reader
from bot.engine.rule import Rule
from bot.engine.ruleset import Program, RuleSet
from bot.engine.score import Score, half_up, score_findings
from bot.engine.sheet import NOTHING, Outcome, Sheet
from bot.engine.text import Text, read


def judge(draft: Draft, rules: RuleSet) -> Review:
    """Scores one draft and explains every point. Pure: the same draft and rules give the same review."""
    text = read(draft.text, draft.links)
    language, sure = _language(draft, text)
    unfit = _unfit(text, language, rules)
    if language is None or unfit == "empty":
        return _no_score(draft, language, sure, unfit or "language", None, rules)
    sheet = look_over(draft, text, language, rules)
    act = dominant_act(sheet, rules.programs[language])
    if unfit:
        return _no_score(draft, language, sure, unfit, act, rules)
    return _Judgement(sheet, act, rules).review(sure)


def look_over(draft: Draft, text: Text, language: Language, rules: RuleSet) -> Sheet:
    """Runs every rule over a draft; what each saw is on the sheet."""
    program = rules.programs[language]
    sheet = Sheet(
        draft,
        text,
        language,
        rules.profiles[draft.network].beside(draft.picture),
        program.vocabulary.search(text),
        program.vocabulary.entries,
    )
    muted, there, whole = _muted(draft, rules), sheet.there, sheet.whole
    for rule, check in program.rules:
        looks = check.may_fire(there) and rule.id not in muted
        outcome = check.look(sheet, whole) if looks else NOTHING
        sheet.note(rule.id, outcome)
        if outcome and rule.reason and rule.status == "stable":
            sheet.note(HINT, Outcome(1.0))
            if outcome.clear:
                sheet.note(REASON, Outcome(1.0))
    return sheet


def dominant_act(sheet: Sheet, program: Program) -> Act:
    """What the draft does above all: the act with the most evidence, the first of equals."""
    weights: dict[Act, float] = {}
    for rule, check in program.acts:
        outcome = check(sheet, sheet.whole)
        weight = outcome.slots.get("weight", outcome.strength) if outcome else 0.0
        weights[rule.act] = rule.base + (weight if isinstance(weight, int | float) else 0.0)
    return max(weights, key=lambda act: weights[act]) if weights else "tell"


def _muted(draft: Draft, rules: RuleSet) -> frozenset[str]:
    """Findings that somebody switched off; those that protect readers stay on."""
    return (draft.unfair | draft.brand.muted).difference(rules.scoring.named.protected)


def _language(draft: Draft, text: Text) -> tuple[Language | None, float]:
    if draft.language:
        return draft.language, 1.0
    found, sure = detect(text)
    return next((language for language in LANGUAGES if language == found), None), sure


def _unfit(text: Text, language: Language | None, rules: RuleSet) -> NoScore | None:
    if not text.folded.strip():
        return "empty"
    if len(text.words) < rules.scoring.fewest_words:
        return "too-little"
    if language is None:
        # Numbers and signs are of no language: whoever sends them alone has not written in a foreign one.
        lettered = sum(any(char.isalpha() for char in word) for word in text.words)
        return "too-little" if lettered < rules.scoring.fewest_words else "language"
    return None


def _no_score(
    draft: Draft, language: Language | None, sure: float, why: NoScore, act: Act | None, rules: RuleSet
) -> Review:
    return Review(
        draft=draft, language=language, sure=sure, score=None, no_score=why, band=None, raw=0, lines=(), brake=None,
        act=act, confidence="low", near_edge=False, findings=(), tests=Tests(None, False, 0, 0, "broadcast"),
        takeaway=None, left=(), fixes=(), rules=rules.version,
    )  # fmt: skip


@dataclass(slots=True)
class _Judgement:
    """One draft's sheet on its way to a review."""

    sheet: Sheet
    act: Act
    rules: RuleSet

    def review(self, sure: float) -> Review:
        sheet, scoring = self.sheet, self.rules.scoring
        fired = [(rule, sheet.outcomes[rule.id]) for rule, _ in self._program.rules if sheet.outcomes[rule.id]]
        findings = tuple(self._finding(rule, outcome) for rule, outcome in fired)
        score = self._score(findings)
        reader = Reader(sheet, scoring.named, findings)
        return Review(
            draft=sheet.draft,
            language=sheet.language,
            sure=sure,
            score=score.value,
            no_score=None,
            band=self._band(score.value),
            raw=score.raw,
            lines=score.lines,
            brake=score.brake,
            act=self.act,
            confidence=self._confidence(findings, sure),
            near_edge=self._near_edge(score, score.brake),
            findings=findings,
            tests=reader.tests(self.act),
            takeaway=reader.takeaway(),
            left=reader.left(),
            fixes=fixes(findings, self._program, scoring, sheet.draft.brand.stance, _muted(sheet.draft, self.rules)),
            rules=self.rules.version,
            notes=self._notes(),
        )

    @property
    def _program(self) -> Program:
        return self.rules.programs[self.sheet.language]

    def _finding(self, rule: Rule, outcome: Outcome) -> Finding:
        spans = tuple(dict.fromkeys(self.sheet.text.origin(span) for span in outcome.spans))
        counts = rule.status == "stable"
        reason = _reason_points(rule, outcome, self.rules) if counts else 0
        return Finding(
            card=self.rules.cards[rule.id],
            sign=rule.sign,
            dimension=rule.dimension,
            points=half_up(rule.points * outcome.strength * self._times(rule)) if counts else 0,
            reason=reason,
            clear=outcome.clear,
            spans=spans,
            quotes=tuple(self.sheet.draft.text[start:end] for start, end in spans),
            slots=outcome.slots,
            trial=not counts,
        )

    def _times(self, rule: Rule) -> int:
        doubled = rule.doubled
        return 2 if doubled and doubled.holds(self.sheet.draft, doubled.of_brand()) else 1

    def _score(self, findings: Iterable[Finding]) -> Score:
        effects = [effect_of(finding) for finding in findings if not finding.trial]
        return score_findings(effects, self.rules.scoring, self.sheet.draft.brand.stance)

    def _band(self, score: int) -> Band:
        bands = self.rules.scoring.bands
        return "weak" if score < bands.mixed else "mixed" if score < bands.strong else "strong"

    def _near_edge(self, score: Score, brake: Brake | None) -> bool:
        bands = self.rules.scoring.bands
        return brake is None and any(abs(score.value - edge) <= bands.edge for edge in (bands.mixed, bands.strong))

    def _confidence(self, findings: Sequence[Finding], sure: float) -> Confidence:
        words = len(self.sheet.text.words)
        evidence = sum(1 for finding in findings if finding.points or finding.reason)
        if words < 12 or sure < 0.6 or not evidence or self._notes():
            return "low"
        return "high" if words >= 30 and evidence >= 3 and sure >= 0.85 else "medium"

    def _notes(self) -> tuple[str, ...]:
        notes = []
        if self.rules.scoring.named.irony and self.sheet.fired(self.rules.scoring.named.irony):
            notes.append("irony")
        if self.sheet.draft.picture:
            notes.append("picture")
        if self.sheet.found.slow:
            notes.append("slow-pattern")
        return tuple(notes)


def _reason_points(rule: Rule, outcome: Outcome, rules: RuleSet) -> int:
    """A weak reason gives less, but never less than a usable detail would."""
    if not rule.reason or outcome.clear:
        return rule.reason
    reasons = rules.scoring.reasons
    return max(half_up(rule.reason * reasons.weak), reasons.least)
