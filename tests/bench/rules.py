"""What a maintainer waits for, and how many of a hundred accidents in the rules `test` and `prove` notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bot.engine.check import steps
from bot.engine.examples import run_examples
from bot.engine.judge import judge
from bot.engine.loader import load
from bot.engine.model import LANGUAGES, Draft
from bot.engine.prove import prove
from bot.replay import compare
from tests.bench.texts import post
from tests.rules.edits import measure as noticed
from tests.support.rulebook import SHIPPED, folder_of, whole_rule

WORDS = ("bread", "chleb", "хлеб")


def measure() -> Iterator[tuple[str, str]]:
    yield "load 200 generated rules", f"{generated():.2f} s"
    yield from _shipped()
    yield "replay 10,000 drafts of 280 characters (from 300)", _replay()
    with TemporaryDirectory() as place:
        outcome = noticed(SHIPPED, Path(place), number=100, seed=1)
    yield "accidents noticed, of 100", str(sum(seen for _, seen in outcome))


def generated() -> float:
    """Seconds to load two hundred rules with words of their own."""
    with TemporaryDirectory() as place:
        files = {}
        for number in range(200):
            en, pl, ru = (f"{word}{'abcdefghij'[number % 10]}{number}" for word in WORDS)
            files[f"clarity/rule-{number}.yaml"] = whole_rule(f"rule-{number}", en=en, pl=pl, ru=ru)
        folder = folder_of(Path(place), files)
        began = perf_counter()
        assert load(folder).mistakes == ()
        return perf_counter() - began


def _shipped() -> Iterator[tuple[str, str]]:
    began = perf_counter()
    loaded = load(SHIPPED)
    for step in steps(loaded):
        step.look()
    checked = perf_counter()
    failures = len([*run_examples(loaded)])
    tested = perf_counter()
    yield "check all rules", f"{checked - began:.1f} s"
    yield "check and test all rules", f"{tested - began:.1f} s"
    yield "examples that fail", str(failures)
    yield "prove all rules", f"{_seconds_of(lambda: len([*prove(loaded)])):.1f} s"


def _replay() -> str:
    rules = load(SHIPPED).rules
    drafts = [Draft(post(LANGUAGES[number % 3], 280), language=LANGUAGES[number % 3]) for number in range(300)]
    judge(drafts[0], rules)
    return f"{_seconds_of(lambda: [compare('', draft, rules, rules) for draft in drafts]) * 10_000 / 300:.0f} s"


def _seconds_of(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began
