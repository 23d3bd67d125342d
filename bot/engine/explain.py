"""Why a rule fired on a draft, or why it did not: what it saw, what stopped it, and the points with and without."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.engine.entries import Entry
from bot.engine.fixes import effect_of
from bot.engine.judge import judge, look_over
from bot.engine.language import detect
from bot.engine.model import LANGUAGES, Draft, Language, Review, Span
from bot.engine.rule import Rule
from bot.engine.ruleset import Program, RuleSet
from bot.engine.score import Effect, score_findings
from bot.engine.sheet import NOTHING, Sheet, Stop
from bot.engine.text import read
from bot.errors import UsageError


@dataclass(frozen=True, slots=True)
class Seen:
    """One hit of a rule's entries in the draft."""

    list: str
    """Which list of the rule: "ask", "parts ours any" …"""
    entry: Entry
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a rule did with a draft."""

    rule: Rule
    language: Language
    fired: bool
    strength: float
    clear: bool
    spans: tuple[Span, ...]
    seen: tuple[Seen, ...]
    empty: tuple[str, ...]
    """Lists of the rule of which nothing is in the draft."""
    slots: Mapping[str, object]
    """What the kind counted: "count", "share", "found", "missing" …"""
    stops: tuple[Stop, ...]
    score: int | None
    without: int | None
    """The score if the rule did not exist (or, when it is silent, the same as `score`)."""
    if_fired: int | None
    """The score if a silent rule fired in full (or, when it fires, the same as `score`)."""


def explain(finding: str, draft: Draft, rules: RuleSet) -> Explanation:
    """Looks at one rule's work on one draft.

    Raises:
        UsageError: there is no such rule, or the draft is in no language that the rules know.
    """
    text = read(draft.text, draft.links)
    language = draft.language or next((known for known in LANGUAGES if known == detect(text)[0]), None)
    if language is None:
        raise UsageError("the draft's language is none of en, pl, ru: name it with --lang")
    program = rules.programs[language]
    found = next(((rule, check) for rule, check in program.rules if rule.id == finding), None)
    if found is None:
        raise UsageError(f'there is no rule "{finding}" at work: see "python -m bot rules check"')
    rule, check = found
    sheet = look_over(draft, text, language, rules)
    sheet.stops.clear()
    sheet.thorough = True
    looked = check(sheet, sheet.whole)
    outcome = sheet.outcomes.get(finding, NOTHING)
    seen = tuple(_seen(sheet, program, finding))
    named = replace(draft, language=language)
    review = judge(named, rules)
    return Explanation(
        rule=rule,
        language=language,
        fired=bool(outcome),
        strength=outcome.strength,
        clear=outcome.clear,
        spans=tuple(text.origin(span) for span in outcome.spans),
        seen=seen,
        empty=_empty(program, finding, seen),
        slots=outcome.slots if outcome or looked else looked.slots,
        stops=tuple(replace(stop, span=text.origin(stop.span)) if stop.span else stop for stop in sheet.stops),
        score=review.score,
        without=judge(named, _without(finding, rules, language)).score,
        if_fired=review.score if outcome else _if_fired(rule, review, rules),
    )


def _if_fired(rule: Rule, review: Review, rules: RuleSet) -> int | None:
    if review.score is None:
        return None
    effects = [effect_of(finding) for finding in review.findings if not finding.trial]
    fired = Effect(rule.id, rule.dimension, rule.points, rule.reason)
    return score_findings([*effects, fired], rules.scoring, review.draft.brand.stance).value


def _without(finding: str, rules: RuleSet, language: Language) -> RuleSet:
    program = rules.programs[language]
    kept = tuple((rule, check) for rule, check in program.rules if rule.id != finding)
    return replace(rules, programs={language: replace(program, rules=kept)})


def _seen(sheet: Sheet, program: Program, finding: str) -> list[Seen]:
    return [
        Seen(entries.name, sheet.entries[entry], span, sheet.draft.text[span[0] : span[1]])
        for entries in program.lists[finding]
        for start, end, entry in sheet.hits(entries.slot, sheet.whole)
        for span in (sheet.text.origin((start, end)),)
    ]


def _empty(program: Program, finding: str, seen: tuple[Seen, ...]) -> tuple[str, ...]:
    there = {hit.list for hit in seen}
    return tuple(entries.name for entries in program.lists[finding] if entries.name not in there)
