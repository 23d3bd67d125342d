"""`rules time`: what each rule costs, its share of the whole, and the text that it takes longest for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from bot.cli.rules.drafts import read_drafts
from bot.cli.rules.folder import FormatOption, folder, in_json, plural
from bot.cli.rules.progress import progress
from bot.engine.examples import draft_of, unmarked
from bot.engine.judge import look_over
from bot.engine.loader import Loaded
from bot.engine.model import Draft, Language
from bot.engine.text import read

READING, FINDING = "(reading the text)", "(finding all cues)"


@dataclass(slots=True)
class Cost:
    """What one part of the work took, in seconds."""

    name: str
    total: float = 0.0
    longest: float = 0.0
    text: str = field(default="")
    """The text that took longest."""

    def add(self, seconds: float, text: str) -> None:
        self.total += seconds
        if seconds > self.longest:
            self.longest, self.text = seconds, text


def time(
    drafts: Annotated[Path | None, typer.Option("--drafts", "-d", help="Drafts; left out, the examples.")] = None,
    output: FormatOption = "text",
) -> None:
    """Measure what each rule costs."""
    loaded = folder().load(drafts=False)
    texts = [item.draft for item in read_drafts(drafts, loaded.rules)] if drafts else _examples(loaded)
    costs = sorted(measure(texts, loaded), key=lambda cost: -cost.total)
    whole = sum(cost.total for cost in costs)
    if output == "json":
        in_json({"drafts": len(texts), "seconds": whole, "parts": [_record(cost, whole, len(texts)) for cost in costs]})
        return
    print(f"{'part':36} {'µs a draft':>10} {'share':>6} {'longest':>8}  on")
    for cost in costs:
        first = cost.text.strip().split("\n")[0][:48]
        mean = cost.total / len(texts) * 1e6
        print(f"{cost.name:36} {mean:>10.1f} {cost.total / whole:>6.1%} {cost.longest * 1e6:>8.0f}  “{first}”")
    print(f"{plural(len(texts), 'draft', 'drafts')}, {whole / len(texts) * 1e3:.2f} ms each")


def _examples(loaded: Loaded) -> list[Draft]:
    return [
        draft_of(example, text)
        for rule in loaded.rules.rules
        for example in rule.examples
        for text in filter(None, (example.text and unmarked(example.text)[0], example.before, example.after))
    ]


def measure(texts: list[Draft], loaded: Loaded) -> list[Cost]:
    """Times reading, finding and every rule on every text."""
    costs: dict[str, Cost] = defaultdict(lambda: Cost(""))
    for draft in progress(texts, "Timing"):
        language: Language = draft.language or "en"
        start = perf_counter()
        text = read(draft.text, draft.links)
        _add(costs, READING, start, draft)
        program = loaded.rules.programs[language]
        start = perf_counter()
        program.vocabulary.search(text)
        _add(costs, FINDING, start, draft)
        sheet = look_over(draft, text, language, loaded.rules)
        for rule, check in program.rules:
            start = perf_counter()
            check(sheet, sheet.whole)
            _add(costs, rule.id, start, draft)
    return list(costs.values())


def _add(costs: dict[str, Cost], name: str, start: float, draft: Draft) -> None:
    cost = costs[name]
    cost.name = name
    cost.add(perf_counter() - start, draft.text)


def _record(cost: Cost, whole: float, drafts: int) -> dict[str, object]:
    return {
        "part": cost.name,
        "microseconds": cost.total / drafts * 1e6,
        "share": cost.total / whole,
        "longest": cost.longest * 1e6,
        "text": cost.text,
    }
