"""What one draft costs in the engine, whole and by parts, and what loading the rules costs.

Times are those of the processor, so that a busy machine disturbs them less.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import median
from time import process_time

import regex

from bot.engine.cues import Vocabulary
from bot.engine.entries import Pattern, compiled, parse
from bot.engine.judge import judge, look_over
from bot.engine.language import detect
from bot.engine.loader import Loaded, load
from bot.engine.model import LANGUAGES, Draft, Language
from bot.engine.text import read
from bot.settings import shipped_rules
from tests.bench.texts import post

ROUNDS = {20: 300, 280: 300, 1000: 100, 4096: 40}
"""How often each length of draft is measured."""


def measure() -> Iterator[tuple[str, str]]:
    began = process_time()
    loaded = load(shipped_rules())
    yield "load all rules", f"{(process_time() - began) * 1000:.0f} ms"
    for length, rounds in ROUNDS.items():
        for language in LANGUAGES:
            for part, work in _parts(loaded, language, post(language, length)).items():
                yield f"{part}, {length} characters, {language}", f"{milliseconds(work, rounds):.3f} ms"


def _parts(loaded: Loaded, language: Language, text: str) -> dict[str, Callable[[], object]]:
    """The whole way of a draft, and its steps; the floor is a bare loop over the same patterns."""
    rules, vocabulary = loaded.rules, loaded.rules.programs[language].vocabulary
    draft, folded = Draft(text), read(text).folded
    patterns = _patterns(vocabulary, loaded, language)
    return {
        "judge": lambda: judge(draft, rules),
        "read": lambda: read(text),
        "language": lambda: detect(read(text)),
        "search": lambda: vocabulary.search(read(text)),
        "search and rules": lambda: look_over(draft, read(text), language, rules),
        "floor: every pattern": lambda: [list(pattern.finditer(folded)) for pattern in patterns],
    }


def _patterns(vocabulary: Vocabulary, loaded: Loaded, language: Language) -> list[regex.Pattern[str]]:
    parsed = (parse(entry.text, loaded.lexicons[language]) for entry in vocabulary.entries if entry.text[0] == "/")
    return [compiled(item.source) for item in parsed if isinstance(item, Pattern)]


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """The median of many rounds, after one that warms up."""
    work()
    return median(_timed(work) for _ in range(rounds)) * 1000


def _timed(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began
