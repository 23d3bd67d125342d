"""What one draft costs in the engine, whole and by parts, beside a bare loop over the same patterns and other tools.

Times are those of the processor, so that a busy machine disturbs them less; what is compared is measured in turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from statistics import median
from time import process_time

import regex

from bot.engine.cues import Vocabulary
from bot.engine.entries import Pattern, compiled, parse
from bot.engine.judge import judge, look_over
from bot.engine.language import detect
from bot.engine.loader import Loaded, load
from bot.engine.model import LANGUAGES, Draft, Language
from bot.engine.ruleset import RuleSet
from bot.engine.text import read
from bot.settings import shipped_rules
from tests.bench.peers import peers
from tests.bench.tenfold import tenfold
from tests.bench.texts import post

ROUNDS = {20: 300, 280: 300, 1000: 100, 4096: 40}
"""How often each length of draft is measured."""
TURNS = 15
"""How often two things are measured in turn to tell how much more one of them costs."""
PEER_TURNS = 3
VARIED = 100
"""Different English posts: the rules' own examples."""


def measure() -> Iterator[tuple[str, str]]:
    began = process_time()
    loaded = load(shipped_rules())
    loaded.rules.ready()
    yield "load all rules, all languages", f"{(process_time() - began) * 1000:.0f} ms"
    for length, rounds in ROUNDS.items():
        for language in LANGUAGES:
            for part, work in parts(loaded, language, post(language, length)).items():
                yield f"{part}, {length} characters, {language}", f"{milliseconds(work, rounds):.3f} ms"
    for language in LANGUAGES:
        yield f"times the floor, 280 characters, {language}", f"{_times_the_floor(loaded, language):.2f}"
    yield (
        "times en, 280 characters, pl or ru",
        f"{max(_times_english(loaded, language) for language in ('pl', 'ru')):.2f}",
    )
    yield "times as much with 10 times the rules, 280 characters, en", f"{_times_with_tenfold(loaded):.2f}"
    yield from _beside_peers(loaded)


def parts(loaded: Loaded, language: Language, text: str) -> dict[str, Callable[[], object]]:
    """The whole way of a draft, and its steps; the floor is a bare loop over the same patterns."""
    rules, vocabulary = loaded.rules, loaded.rules.programs[language].vocabulary
    draft, known = Draft(text), read(text)
    patterns = _patterns(vocabulary, loaded, language)
    return {
        "whole": lambda: judge(draft, rules),
        "text": lambda: read(text),
        "language": lambda: detect(read(text)),
        "matching": lambda: vocabulary.search(read(text)),
        "matching and rules": lambda: look_over(draft, read(text), language, rules),
        "floor: every pattern": lambda: [list(pattern.finditer(known.folded)) for pattern in patterns],
    }


def _patterns(vocabulary: Vocabulary, loaded: Loaded, language: Language) -> list[regex.Pattern[str]]:
    parsed = (parse(entry.text, loaded.lexicons[language]) for entry in vocabulary.entries if entry.text[0] == "/")
    return [compiled(item.source) for item in parsed if isinstance(item, Pattern)]


def _times_the_floor(loaded: Loaded, language: Language) -> float:
    work = parts(loaded, language, post(language, 280))
    return times(work["whole"], work["floor: every pattern"])


def _times_english(loaded: Loaded, language: Language) -> float:
    drafts = Draft(post(language, 280)), Draft(post("en", 280))
    return times(lambda: judge(drafts[0], loaded.rules), lambda: judge(drafts[1], loaded.rules))


def _times_with_tenfold(loaded: Loaded) -> float:
    many, draft = tenfold(loaded, "en"), Draft(post("en", 280))
    return times(lambda: judge(draft, many), lambda: judge(draft, loaded.rules))


def _beside_peers(loaded: Loaded) -> Iterator[tuple[str, str]]:
    """The same English posts through the tools that people would otherwise run."""
    posts = [post("en", length) for length in ROUNDS]
    varied = [
        example.text
        for rule in loaded.rules.rules
        for example in rule.examples
        if example.lang == "en" and example.text
    ]
    step = max(1, len(varied) // VARIED)
    posts += varied[::step]
    for peer in peers():
        turns = [(peer.seconds(posts, 10), _our_seconds(posts, loaded.rules)) for _ in range(PEER_TURNS)]
        for place, length in enumerate(ROUNDS):
            yield f"{peer.name}, {length} characters", f"{median(theirs[place] for theirs, _ in turns) * 1000:.3f} ms"
            ratio = median(theirs[place] / ours[place] for theirs, ours in turns)
            yield f"times faster than {peer.name}, {length} characters", f"{ratio:.2f}"
        ratio = median(sum(theirs[len(ROUNDS) :]) / sum(ours[len(ROUNDS) :]) for theirs, ours in turns)
        yield f"times faster than {peer.name}, {len(varied[::step])} different posts", f"{ratio:.2f}"


def _our_seconds(posts: Sequence[str], rules: RuleSet) -> list[float]:
    return [milliseconds(lambda text=text: judge(Draft(text), rules), 10) / 1000 for text in posts]  # type: ignore[misc]


def times(work: Callable[[], object], other: Callable[[], object]) -> float:
    """How many times as much the one costs: the median of many pairs, each measured in turn."""
    return median(milliseconds(work, 10) / milliseconds(other, 10) for _ in range(TURNS))


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """The median of many rounds, after one that warms up."""
    work()
    return median(_timed(work) for _ in range(rounds)) * 1000


def _timed(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began


def main() -> None:
    for name, figure in measure():
        print(f"{name:66} {figure:>12}", flush=True)


if __name__ == "__main__":
    main()
