"""Runs the rules' own examples: what must fire does, just there; what must be quiet is; what is fixed improves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.engine.entries import Place
from bot.engine.judge import judge
from bot.engine.loader import Loaded
from bot.engine.model import Draft, Feed, Finding, Language, Review, Span
from bot.engine.rule import Example, Rule
from bot.engine.ruleset import RuleSet

_MARK = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold: where it stands, what was wanted, and what came."""

    place: Place
    rule: str
    language: Language
    what: Literal["silent", "loud", "elsewhere", "gap-closed", "not-fixed", "not-better", "other-level", "other-parts"]
    text: str
    wanted: tuple[Span, ...] = ()
    got: tuple[Span, ...] = ()
    note: str = ""


def run_examples(loaded: Loaded, rules: Iterable[str] = ()) -> Iterator[Failure]:
    """The failures of the examples of the named rules, or of all."""
    for case in examples_of(loaded, rules):
        yield from case.failures()


def examples_of(loaded: Loaded, rules: Iterable[str] = ()) -> list[Case]:
    """The examples of the named rules, or of all."""
    chosen = set(rules)
    return [
        Case(rule, example, place, loaded.rules)
        for rule in loaded.rules.rules
        if not chosen or rule.id in chosen
        for example, place in zip(rule.examples, _places(loaded, rule), strict=True)
    ]


def _places(loaded: Loaded, rule: Rule) -> list[Place]:
    return loaded.documents[rule.id].places(("examples",), len(rule.examples))


@dataclass(frozen=True, slots=True)
class Case:
    """One example of a rule, to be held against the rules."""

    rule: Rule
    example: Example
    place: Place
    rules: RuleSet

    def failures(self) -> list[Failure]:
        """What of it does not hold."""
        return list(_run(self))

    def review(self, text: str) -> Review:
        return judge(draft_of(self.example, text), self.rules)

    def found(self, review: Review) -> Finding | None:
        return next((finding for finding in review.findings if finding.id == self.rule.id), None)

    def failure(
        self,
        what: Literal[
            "silent", "loud", "elsewhere", "gap-closed", "not-fixed", "not-better", "other-level", "other-parts"
        ],
        text: str,
        wanted: Sequence[Span] = (),
        got: Sequence[Span] = (),
        note: str = "",
    ) -> Failure:
        return Failure(self.place, self.rule.id, self.example.lang, what, text, tuple(wanted), tuple(got), note)


def _run(case: Case) -> Iterator[Failure]:
    if case.example.before is not None and case.example.after is not None:
        yield from _run_pair(case, case.example.before, case.example.after)
    elif case.example.text is not None:
        yield from _run_text(case, case.example.text)


def _run_pair(case: Case, before: str, after: str) -> Iterator[Failure]:
    first, second = case.review(before), case.review(after)
    weakness = case.rule.points < 0
    had, has = case.found(first), case.found(second)
    if weakness and had is None:
        yield case.failure("silent", before)
    if weakness and has is not None:
        yield case.failure("not-fixed", after, got=has.spans)
    if not weakness and has is None:
        yield case.failure("silent", after)
    # A rule on trial moves nothing yet.
    if case.rule.status == "stable" and (second.score or 0) <= (first.score or 0):
        yield case.failure("not-better", after, note=f"{first.score} → {second.score}")


def _run_text(case: Case, marked: str) -> Iterator[Failure]:
    text, wanted = unmarked(marked)
    finding = case.found(case.review(text))
    if case.example.gap is not None:
        if finding is not None:
            yield case.failure("gap-closed", text, got=finding.spans, note=case.example.gap)
    elif case.example.quiet:
        if finding is not None:
            yield case.failure("loud", text, got=finding.spans)
    elif finding is None:
        yield case.failure("silent", text, wanted)
    else:
        yield from _compare(case, finding, text, wanted)


def _compare(case: Case, finding: Finding, text: str, wanted: tuple[Span, ...]) -> Iterator[Failure]:
    if case.example.span != "none" and set(wanted) != set(finding.spans):
        yield case.failure("elsewhere", text, wanted, finding.spans)
    if case.example.level and finding.clear != (case.example.level == "clear"):
        yield case.failure("other-level", text, note="clear" if finding.clear else "weak")
    parts = finding.slots.get("parts", ())
    if case.example.parts and isinstance(parts, tuple) and set(parts) != set(case.example.parts):
        yield case.failure("other-parts", text, note=", ".join(map(str, parts)))


def draft_of(example: Example, text: str) -> Draft:
    """The draft that an example describes."""
    return Draft(
        text,
        network=example.network,
        language=example.lang,
        brand=example.brand,
        feed=Feed(example.feed),
        now=example.now,
    )


def unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """A marked text without its marks, and the spans they stood around."""
    spans: list[Span] = []
    pieces: list[str] = []
    at = length = 0
    for match in _MARK.finditer(marked):
        before = marked[at : match.start()]
        length += len(before)
        spans.append((length, length + len(match[1])))
        pieces += [before, match[1]]
        length += len(match[1])
        at = match.end()
    return "".join((*pieces, marked[at:])), tuple(spans)
