"""`make bench`: runs every measurement, or the parts that are named, and prints what it found and what was wanted."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import engine, report, rules, start, throughput
from tests.bench.peers import PROSELINT

Figures = Mapping[str, str]

PARTS: Mapping[str, Callable[[], Iterator[tuple[str, str]]]] = {
    "start": start.measure,
    "engine": engine.measure,
    "rules": rules.measure,
    "report": report.measure,
    "throughput": throughput.measure,
}
RESULT = Path("build/bench.json")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A figure that says whether the bot is fast enough: a ratio, which another machine changes little."""

    what: str
    figures: tuple[str, ...]
    """The worst of these counts."""
    least: float
    aim: float
    more_is_better: bool = False

    def found(self, figures: Figures) -> float | None:
        values = [float(figures[name]) for name in self.figures if name in figures]
        if not values:
            return None
        return min(values) if self.more_is_better else max(values)

    def line(self, figures: Figures) -> str:
        found = self.found(figures)
        at, least = ("at least", self.least) if self.more_is_better else ("at most", self.least)
        if found is None:
            return f"| {self.what} | {at} {least:g} | {self.aim:g} | not measured | |"
        reached = found >= least if self.more_is_better else found <= least
        return f"| {self.what} | {at} {least:g} | {self.aim:g} | {found:.2f} | {'yes' if reached else 'NO'} |"


WANTED = (
    Wanted(
        "280 characters, times faster than proselint", (f"times faster than {PROSELINT}, 280 characters",), 4, 8, True
    ),
    Wanted(
        "280 characters, times the bare loop",
        tuple(f"times the floor, 280 characters, {x}" for x in ("en", "pl", "ru")),
        3,
        1.5,
    ),
    Wanted("pl and ru, times en", ("times en, 280 characters, pl or ru",), 1.3, 1.1),
    Wanted("10 times the rules, times the time", ("times as much with 10 times the rules, 280 characters, en",), 4, 2),
    Wanted("cold start of score, times proselint's", (f"start: score, times {PROSELINT}",), 1.5, 0.7),
    Wanted(
        "durable drafts a second, share of the echo bot's", ("throughput, share of the echo bot's",), 0.5, 0.9, True
    ),
    Wanted("memory, times the echo bot's", ("memory, times the echo bot's",), 2.8, 2.0),
    Wanted(
        "report at 1,000,000 reviews, times 10,000",
        ("report, times as much with a hundred times the reviews",),
        1.2,
        1.05,
    ),
)


def main() -> None:
    named = sys.argv[1:] or list(PARTS)
    unknown = [part for part in named if part not in PARTS]
    if unknown:
        sys.exit(f"there is no part {unknown[0]!r}: name some of {', '.join(PARTS)}")
    print(f"Python {platform.python_version()} on {platform.machine()}")
    figures: dict[str, str] = {}
    for part in named:
        for name, figure in PARTS[part]():
            print(f"{name:66} {figure:>14}", flush=True)
            figures[name] = figure
    print("\n| measure | reach | aim | found | reached |\n|---|---|---|---|---|")
    print(*(wanted.line(figures) for wanted in WANTED), sep="\n")
    keep(figures)


def keep(figures: Figures) -> None:
    """As JSON beside the table."""
    RESULT.parent.mkdir(exist_ok=True)
    made = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "python": platform.python_version()}
    RESULT.write_text(json.dumps({**made, "figures": figures}, indent=1, ensure_ascii=False), encoding="utf-8")
    print(f"\nThe same as JSON: {RESULT}")


if __name__ == "__main__":
    main()
