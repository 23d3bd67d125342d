"""`make bench`: runs every measurement and prints what it found."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import engine, report, rules, start, throughput

SUBJECTS: tuple[Callable[[], Iterator[tuple[str, str]]], ...] = (
    start.measure,
    engine.measure,
    rules.measure,
    report.measure,
    throughput.measure,
)
RESULT = Path("build/bench.json")


def main() -> None:
    print(f"Python {platform.python_version()} on {platform.machine()}")
    figures = {}
    for measure in SUBJECTS:
        for name, figure in measure():
            print(f"{name:58} {figure:>12}", flush=True)
            figures[name] = figure
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(figures, indent=1, ensure_ascii=False), encoding="utf-8")
    print(f"The same as JSON: {RESULT}")


if __name__ == "__main__":
    main()
