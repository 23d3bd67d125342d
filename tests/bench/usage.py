"""What a measured process used: told by itself in its last line, since only then it is complete."""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

SIGN = "used: "


@dataclass(frozen=True, slots=True)
class Usage:
    cpu: float
    """Seconds of the processor, the start included."""
    memory: float
    """The most it ever held, in MB."""


@contextmanager
def tell_at_the_end() -> Iterator[None]:
    try:
        yield
    finally:
        used = resource.getrusage(resource.RUSAGE_SELF)
        # Linux counts KB, macOS bytes.
        unit = 2**20 if sys.platform == "darwin" else 2**10
        print(SIGN + json.dumps(asdict(Usage(used.ru_utime + used.ru_stime, used.ru_maxrss / unit))), flush=True)


def told(output: list[str]) -> Usage:
    [line] = [line for line in output if line.startswith(SIGN)]
    return Usage(**json.loads(line.removeprefix(SIGN)))
