"""The time as the tables keep it."""

from __future__ import annotations

import time
from collections.abc import Callable

Clock = Callable[[], int]
"""Says the time in milliseconds since 1970, UTC. Tests pass their own."""


def now() -> int:
    return time.time_ns() // 1_000_000
