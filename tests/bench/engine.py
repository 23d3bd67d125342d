"""What one draft costs in the engine, and what loading the rules costs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from statistics import median
from time import perf_counter

from bot.engine.judge import judge
from bot.engine.loader import load
from bot.engine.model import LANGUAGES, Draft
from bot.settings import shipped_rules
from tests.bench.texts import post

ROUNDS = {280: 300, 4096: 40}


def measure() -> Iterator[tuple[str, str]]:
    began = perf_counter()
    rules = load(shipped_rules()).rules
    yield "load all rules", f"{(perf_counter() - began) * 1000:.0f} ms"
    for length, rounds in ROUNDS.items():
        for language in LANGUAGES:
            judging = partial(judge, Draft(post(language, length)), rules)
            yield f"judge {length} characters, {language}", f"{milliseconds(judging, rounds):.2f} ms"


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """The median of many rounds, after one that warms up."""
    work()
    return median(_timed(work) for _ in range(rounds)) * 1000


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began
