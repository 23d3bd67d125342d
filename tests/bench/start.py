"""What a person waits for at the command line: a whole process, from its start to its end."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from statistics import median
from time import perf_counter

from tests.bench.texts import post

COMMANDS = {"start, --version": ["--version"], "start, score one draft": ["score", "--text", post("en", 280)]}


def measure() -> Iterator[tuple[str, str]]:
    for name, arguments in COMMANDS.items():
        yield name, f"{median(_process(arguments) for _ in range(5)) * 1000:.0f} ms"


def _process(arguments: list[str]) -> float:
    began = perf_counter()
    subprocess.run([sys.executable, "-m", "bot", *arguments], check=True, capture_output=True)
    return perf_counter() - began
