"""`rules test`: runs the rules' own examples and underlines what differs."""

from __future__ import annotations

from collections.abc import Iterable

from bot.cli.rules.cores import spread
from bot.cli.rules.folder import (
    FormatOption,
    IdsArgument,
    folder,
    known_ids,
    mistakes_of,
    plural,
    say_mistakes,
    tell,
)
from bot.cli.rules.progress import progress
from bot.engine.examples import Failure, examples_of
from bot.engine.model import Span

WHAT = {
    "silent": "should fire and does not",
    "loud": "should stay quiet and fires",
    "elsewhere": "fires on other words",
    "gap-closed": "this known gap is closed: mark the words with [[…]] or say quiet: true",
    "not-fixed": "still fires after the fix",
    "not-better": "the fix does not raise the score",
    "other-level": "the evidence has another level",
    "other-parts": "other parts were found",
}


def run(ids: IdsArgument = None, output: FormatOption = "text") -> None:
    """Run the rules' own examples."""
    loaded = folder().load()
    chosen = known_ids(loaded, ids or ())
    if output == "text":
        say_mistakes(mistakes_of(loaded, chosen))
    examples = examples_of(loaded, chosen)
    loaded.rules.ready()
    with spread(lambda example: example.failures(), examples) as found:
        failures = [failure for some in progress(found, "Testing", len(examples)) for failure in some]
    total = f"{plural(len(examples), 'example', 'examples')}, {plural(len(failures), 'failure', 'failures')}"
    told = {"examples": len(examples), "failures": [record(failure) for failure in failures]}
    tell(output, told, [*("\n".join(described(failure)) for failure in failures), total], failed=bool(failures))


def record(failure: Failure) -> dict[str, object]:
    return {
        "path": failure.place.path,
        "line": failure.place.line,
        "column": failure.place.column,
        "rule": failure.rule,
        "lang": failure.language,
        "what": failure.what,
        "text": failure.text,
        "wanted": [list(span) for span in failure.wanted],
        "got": [list(span) for span in failure.got],
        "note": failure.note,
    }


def described(failure: Failure) -> list[str]:
    """The failure in lines: place and reason, the text, and under it what was wanted and what came."""
    note = f" ({failure.note})" if failure.note else ""
    lines = [f"{failure.place}: {failure.rule} ({failure.language}): {WHAT[failure.what]}{note}"]
    spans = (*failure.wanted, *failure.got)
    for text, start in _lines(failure.text):
        touched = any(span[0] < start + len(text) and start < span[1] for span in spans)
        if spans and not touched:
            continue
        lines.append(f"           {text}")
        lines += _underlined("wanted", failure.wanted, "~", start, len(text))
        lines += _underlined("got", failure.got, "^", start, len(text))
    return lines


def _lines(text: str) -> Iterable[tuple[str, int]]:
    start = 0
    for line in text.split("\n"):
        yield line, start
        start += len(line) + 1


def _underlined(name: str, spans: Iterable[Span], mark: str, start: int, length: int) -> list[str]:
    marks = "".join(
        mark if any(span[0] <= at < span[1] for span in spans) else " " for at in range(start, start + length)
    )
    return [f"    {name:>6} {marks.rstrip()}"] if marks.strip() else []
