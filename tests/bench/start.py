"""What a person waits for at the command line: a whole process, from its start to its end, beside proselint's.

Both are started in turn with the same post. Times are those of the processor; the clock's are told besides.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.peers import PROSELINT, proselint_command
from tests.bench.texts import post

TURNS = 7
POST = post("en", 280)
OURS = {"--version": ["--version"], "score --text": ["score", "--text", POST]}


def measure() -> Iterator[tuple[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "post.txt"
        file.write_text(POST, encoding="utf-8")
        commands = {name: [sys.executable, "-m", "bot", *arguments] for name, arguments in OURS.items()}
        proselint = proselint_command()
        if proselint:
            commands[PROSELINT] = [str(proselint), "check", str(file)]
        # The first start of each finds cold files, and may leave something for the next.
        runs = [{name: _process(command) for name, command in commands.items()} for _ in range(TURNS + 1)][1:]
    for name in commands:
        yield f"start: {name}, processor", f"{median(run[name][0] for run in runs) * 1000:.0f} ms"
        yield f"start: {name}, clock", f"{median(run[name][1] for run in runs) * 1000:.0f} ms"
    if proselint:
        ratio = median(run["score --text"][0] / run[PROSELINT][0] for run in runs)
        yield f"start: score, times {PROSELINT}", f"{ratio:.2f}"


def _process(command: Sequence[str]) -> tuple[float, float]:
    """Seconds of the processor and of the clock."""
    began, used = perf_counter(), _used()
    # proselint ends with 1 where it found something.
    ran = subprocess.run(command, check=False, capture_output=True)
    assert ran.returncode in (0, 1), ran.stderr
    return _used() - used, perf_counter() - began


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def main() -> None:
    for name, figure in measure():
        print(f"{name:54} {figure:>12}", flush=True)


if __name__ == "__main__":
    main()
