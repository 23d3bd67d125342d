"""What a measured process used: told by itself in its last line, since only then it is complete."""

from __future__ import annotations

import json
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

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
        print(SIGN + json.dumps(asdict(Usage(used.ru_utime + used.ru_stime, peak()))), flush=True)


def peak() -> float:
    """The most memory this process held. Linux hands `ru_maxrss` down from the process that started this one."""
    status = Path("/proc/self/status")
    if status.exists():
        [line] = [line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM")]
        return int(line.split()[1]) / 2**10
    # macOS counts bytes.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def told(output: list[str]) -> Usage:
    [line] = [line for line in output if line.startswith(SIGN)]
    return Usage(**json.loads(line.removeprefix(SIGN)))
