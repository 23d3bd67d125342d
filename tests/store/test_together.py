"""What many ask at the same moment shares a transaction, and nobody pays for what another one did wrong."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import nullcontext
from pathlib import Path
from threading import Event as ThreadEvent

import pytest
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import OperationalError

from bot.store.together import MOST, Together

TABLE = text("CREATE TABLE seen (number INTEGER PRIMARY KEY)")


def opened(folder: Path) -> Together:
    engine = create_engine(f"sqlite+pysqlite:///{folder / 'test.db'}", pool_size=1, max_overflow=0)
    return Together(engine, nullcontext())


@pytest.fixture
async def together(tmp_path: Path) -> AsyncIterator[Together]:
    found = opened(tmp_path)
    await found.do(lambda connection: connection.execute(TABLE).close())
    yield found
    await found.close()


def note(connection: Connection, number: int) -> int:
    connection.execute(text("INSERT INTO seen VALUES (:number)"), {"number": number})
    return number


def seen(connection: Connection) -> list[int]:
    return list(connection.execute(text("SELECT number FROM seen ORDER BY number")).scalars())


def commits(engine: Engine) -> list[Connection]:
    """Grows by one with each transaction that is kept."""
    found: list[Connection] = []
    event.listen(engine, "commit", found.append)
    return found


async def test_what_is_asked_at_once_shares_a_transaction(together: Together) -> None:
    kept = commits(together.engine)
    given = await asyncio.gather(
        *(together.do(lambda connection, number=number: note(connection, number)) for number in range(10))  # type: ignore[misc]
    )
    assert given == list(range(10))
    assert len(kept) == 1
    assert await together.do(seen) == given


async def test_what_is_asked_while_it_is_busy_is_the_next_group_and_no_group_is_endless(together: Together) -> None:
    kept, gate = commits(together.engine), ThreadEvent()
    first = asyncio.create_task(together.do(lambda _: gate.wait()))
    await asyncio.sleep(0)
    others = [asyncio.create_task(together.do(lambda _: None)) for _ in range(MOST + 1)]
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(first, *others)
    assert len(kept) == 3


async def test_one_that_fails_takes_no_other_with_it(together: Together) -> None:
    works = [1, 1, 2]
    given = await asyncio.gather(
        *(together.do(lambda connection, number=number: note(connection, number)) for number in works),  # type: ignore[misc]
        return_exceptions=True,
    )
    assert [type(outcome) for outcome in given] == [int, type(given[1]), int]
    assert "UNIQUE" in str(given[1])
    assert await together.do(seen) == [1, 2]


async def test_transaction_that_cannot_begin_fails_for_all_and_the_next_one_works(together: Together) -> None:
    def locked(_: Connection) -> None:
        raise OperationalError("BEGIN", None, ValueError("locked"))

    event.listen(together.engine, "begin", locked)
    given = await asyncio.gather(together.do(seen), together.do(seen), return_exceptions=True)
    assert [type(outcome) for outcome in given] == [OperationalError, OperationalError]
    event.remove(together.engine, "begin", locked)
    assert await together.do(seen) == []


async def test_who_stops_waiting_does_not_stop_the_work_of_the_others(together: Together) -> None:
    impatient = asyncio.create_task(together.do(lambda connection: note(connection, 1)))
    patient = asyncio.create_task(together.do(lambda connection: note(connection, 2)))
    await asyncio.sleep(0)
    impatient.cancel()
    assert await patient == 2
    assert impatient.cancelled()
    assert await together.do(seen) == [1, 2]


async def test_closing_finishes_what_was_asked(tmp_path: Path) -> None:
    together = opened(tmp_path)
    last = asyncio.create_task(together.do(lambda _: 1))
    await asyncio.sleep(0)
    await together.close()
    assert await last == 1
