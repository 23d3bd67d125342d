"""Work on all cores: what is read stays where it is, only numbers go out and results come back.

The workers are copies of this process (fork), so nothing has to be loaded again and only results are sent. Where that
is not possible, or not worth it, the same work is done here.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_FEWEST = 8
"""So many items are done sooner than workers are started."""
_WIDEST = 50
"""Items that a worker takes at once, at most: so the last ones end together, and a bar moves."""

_shared: tuple[Callable[[Any], Any], Sequence[Any]] | None = None
"""What the workers inherit: the work and its items."""


@contextmanager
def spread(work: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Iterator[Result]]:
    """The results of the work for every item, in their order. Results must be picklable, work and items need not be."""
    cores = min(_cores(), len(items))
    if cores < 2 or len(items) < _FEWEST or not _can_fork():
        yield map(work, items)
        return
    global _shared
    _shared = work, items
    pool = ProcessPoolExecutor(cores, get_context("fork"), _leave_interrupts)
    try:
        # All workers are forked here, before anything such as a progress bar starts a thread.
        yield pool.map(_one, range(len(items)), chunksize=max(1, min(_WIDEST, len(items) // (16 * cores))))
    finally:
        pool.shutdown(cancel_futures=True)
        _shared = None


def _one(number: int) -> Any:
    assert _shared is not None
    work, items = _shared
    return work(items[number])


def _cores() -> int:
    """Those that this process may use, where the system tells."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _can_fork() -> bool:
    """A copy of a process with threads could wait for ever on a lock that none of its own threads holds."""
    return "fork" in get_all_start_methods() and threading.active_count() == 1


def _leave_interrupts() -> None:
    """Ctrl-C reaches the whole group: the first process ends the others, which would print a traceback each."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
