"""What many ask of the database at the same moment, done in one transaction: one wait for the disk, for all of them.

A thread that works on the database is reached by one hop for a whole group, where a driver for asyncio takes several
for each statement: with hundreds of drafts a second, hops are most of what a statement costs.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

T = TypeVar("T")

Work = Callable[[Connection], T]
"""What to do inside a transaction. It may be done twice: again alone, after another one spoilt the common one."""

Outcome = tuple[Any, Exception | None]
"""What a work gave, or why it failed."""

# More would keep a reader of their answers waiting for the last of them.
MOST = 64


class _SpoiltError(Exception):
    """One work failed, and with it the transaction that it shared."""


@dataclass(slots=True)
class Together:
    """One thread with one connection; whatever is asked while it is busy becomes the next group."""

    engine: Engine
    turn: AbstractAsyncContextManager[Any]
    """Held while a group is done."""
    _thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "database"))
    _waiting: list[tuple[Work[Any], asyncio.Future[Any]]] = field(default_factory=list)
    _busy: asyncio.Task[None] | None = None

    async def do(self, work: Work[T]) -> T:
        """Ends when the transaction is committed. Whoever stops waiting does not stop the work."""
        result: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, result))
        if self._busy is None or self._busy.done():
            self._busy = asyncio.create_task(self._work())
        return await result

    async def close(self) -> None:
        """Finish what is asked for, then close the connection."""
        if self._busy is not None:
            await asyncio.gather(self._busy, return_exceptions=True)
        await asyncio.get_running_loop().run_in_executor(self._thread, self.engine.dispose)
        self._thread.shutdown()

    async def _work(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
            works = [work for work, _ in group]
            async with self.turn:
                done = asyncio.get_running_loop().run_in_executor(self._thread, all_of, self.engine, works)
                outcomes = await done
            for (_, result), outcome in zip(group, outcomes, strict=True):
                _tell(result, outcome)


def all_of(engine: Engine, works: Sequence[Work[Any]]) -> list[Outcome]:
    """All in one transaction; each in its own if one of them fails, so that it takes no other with it."""
    try:
        return [(value, None) for value in _one_transaction(engine, works)]
    except _SpoiltError:
        return [_alone(engine, work) for work in works]
    except Exception as error:
        # The transaction could not begin or could not be kept: the same would happen to each of them.
        return [(None, error)] * len(works)


def _one_transaction(engine: Engine, works: Sequence[Work[Any]]) -> list[Any]:
    with engine.begin() as connection:
        try:
            return [work(connection) for work in works]
        except Exception as error:
            raise _SpoiltError from error


def _alone(engine: Engine, work: Work[Any]) -> Outcome:
    try:
        with engine.begin() as connection:
            return work(connection), None
    except Exception as error:
        return None, error


def _tell(result: asyncio.Future[Any], outcome: Outcome) -> None:
    value, error = outcome
    if result.done():
        return
    if error is None:
        result.set_result(value)
    else:
        result.set_exception(error)
