"""Replicas: one leads, another takes over, and what a dead one had claimed is not lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from bot.store.clock import now
from bot.store.connection import Database, open_database
from bot.store.inbox import Inbox
from bot.store.replicas import ALONE, Leadership, Replica, among_replicas
from tests.support.updates import message_update


@pytest.fixture
def backend() -> str:
    return "postgresql"


@pytest.fixture
async def other(url: str) -> AsyncIterator[Database]:
    """The same database as another process has it."""
    async with open_database(url) as opened:
        yield opened


async def until_it_leads(replica: Leadership) -> None:
    led = asyncio.Event()

    async def work() -> None:
        led.set()

    async with asyncio.timeout(20):
        await replica.led(work)
    assert led.is_set()


async def test_only_process_leads_at_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("alone") / "test.db"
    async with open_database(f"sqlite+aiosqlite:///{file}") as database, among_replicas(database) as leadership:
        assert leadership is ALONE
        await until_it_leads(leadership)


async def test_one_of_two_leads_and_the_other_when_it_goes(database: Database, other: Database) -> None:
    async with AsyncExitStack() as first, among_replicas(other) as second:
        assert isinstance(second, Replica)
        await until_it_leads(second)
        following = await first.enter_async_context(among_replicas(database))
        ends = asyncio.Event()

        async def work() -> None:
            try:
                await asyncio.Event().wait()
            finally:
                ends.set()

        doing = asyncio.create_task(second.led(work))
        assert following.since is None
        # Cut off from the server: it leads no more, and what it does as the leader ends.
        async with other.read() as connection:
            await connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' "
                f"AND objid = {other.replica}"
            )
        async with asyncio.timeout(20):
            await ends.wait()
        doing.cancel()
        await asyncio.gather(doing, return_exceptions=True)


async def test_claims_of_the_dead_are_free_and_those_of_the_living_stay(database: Database, other: Database) -> None:
    inbox, theirs = Inbox(database), Inbox(other, lambda: now() - 5_000)
    await inbox.store([message_update(1, chat=7), message_update(2, chat=8)])
    dead = Database.__new__(Database)
    dead.__dict__.update(vars(other))
    dead.replica = other.replica % 2**30 + 1
    async with among_replicas(other):
        [living] = await theirs.claim(1)
        [left] = await Inbox(dead, lambda: now() - 5_000).claim(1)
        async with among_replicas(database), asyncio.timeout(20):
            while not (claimed := await inbox.claim(10)):  # noqa: ASYNC110 - a database calls nobody
                await asyncio.sleep(0.05)
    assert [row.update_id for row in claimed] == [left.update_id]
    assert living.update_id != left.update_id


async def test_two_replicas_never_claim_the_same_row(database: Database, other: Database) -> None:
    inboxes = Inbox(database), Inbox(other)
    await inboxes[0].store([message_update(number, chat=number % 40) for number in range(1, 201)])
    claimed: list[int] = []

    async def work(inbox: Inbox) -> None:
        while rows := await inbox.claim(5):
            claimed.extend(row.update_id for row in rows)
            for row in rows:
                await inbox.done(row.update_id)

    await asyncio.gather(*(work(inbox) for inbox in inboxes * 3))
    assert len(claimed) == len(set(claimed))
    for inbox in inboxes:
        await work(inbox)
    assert sorted(claimed) == list(range(1, 201))
