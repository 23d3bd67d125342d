"""`make bench`: runs every measurement and prints what it found."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator

from tests.bench import engine, rules, start

SUBJECTS: tuple[Callable[[], Iterator[tuple[str, str]]], ...] = (start.measure, engine.measure, rules.measure)


def main() -> None:
    print(f"Python {platform.python_version()} on {platform.machine()}")
    for measure in SUBJECTS:
        for name, figure in measure():
            print(f"{name:54} {figure:>12}", flush=True)


if __name__ == "__main__":
    main()
