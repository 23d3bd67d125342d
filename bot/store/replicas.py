"""One process among several on one database: all of them judge, and one leads.

Whoever leads fetches, sends, posts reports and tidies up, so that Telegram's limits and pauses hold for all together.
The lead is a lock of PostgreSQL's that ends with its connection: when the leading process dies, another one has it
within two seconds. On SQLite there is one process, and it leads.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.errors import StoreError
from bot.store.clock import Clock, now
from bot.store.connection import Database
from bot.store.inbox import LEASE
from bot.store.server import connect, options, refusals, server_of

log = logging.getLogger(__name__)

Work = Callable[[], Coroutine[Any, Any, object]]

# The first numbers of our advisory locks: the second is the process, or nothing.
PRESENT, LEAD = 730_001, 730_002

BEAT = 0.5
BEAT_SECONDS = 10.0

# Whoever led before may still be there, only cut off: it stops after the message under way, and has to note that one.
TAKEOVER = 1.5

# A process that was cut off from the server has so many milliseconds to come back before its work is given to others.
CUT_OFF = 2_000

LED_BEFORE = "SELECT value FROM marks WHERE name = 'leader'"
NOW_LEADS = (
    "INSERT INTO marks (name, value, at) VALUES ('leader', $1, $2) "
    "ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = excluded.at"
)
# What processes that are gone had claimed can be claimed again.
RELIEVE = f"""
    UPDATE inbox SET leased = 0
    WHERE state = 'new' AND leased > 0 AND leased < $1 AND holder NOT IN (
        SELECT objid::bigint FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
        WHERE datname = current_database() AND locktype = 'advisory' AND classid = {PRESENT} AND objsubid = 2
    )
"""  # noqa: S608


class Leadership(Protocol):
    @property
    def since(self) -> int | None:
        """Since when this process leads, in ms since 1970; None while another one does."""

    async def led(self, work: Work) -> None:
        """Do this work whenever, and as long as, this process leads."""


@dataclass(frozen=True, slots=True)
class Alone:
    """The only process: nobody else could lead."""

    since: int | None = 0

    async def led(self, work: Work) -> None:
        await work()


ALONE = Alone()


@dataclass(slots=True)
class Replica:
    database: Database
    now: Clock = now
    since: int | None = None
    _present: asyncio.Event = field(default_factory=asyncio.Event)
    _leading: asyncio.Event = field(default_factory=asyncio.Event)
    _following: asyncio.Event = field(default_factory=asyncio.Event)

    async def led(self, work: Work) -> None:
        while True:
            await self._leading.wait()
            doing = asyncio.create_task(work())
            losing = asyncio.create_task(self._following.wait())
            try:
                await asyncio.wait([doing, losing], return_when=asyncio.FIRST_COMPLETED)
                if doing.done():
                    await doing
                    return
            finally:
                for task in (doing, losing):
                    task.cancel()
                await asyncio.gather(doing, losing, return_exceptions=True)

    async def present(self) -> None:
        """Until the others can see that this process is there, and leave it what it claims."""
        await self._present.wait()

    async def run(self) -> None:
        """Be present, and lead where nobody does; after every trouble again."""
        while True:
            try:
                await self._attend()
            except StoreError as failure:
                log.warning("cut off from the other replicas: %s; trying again", failure)
            await asyncio.sleep(BEAT)

    async def _attend(self) -> None:
        asked = options(self.database.address)
        connection = await connect(**asked)
        connection.add_termination_listener(lambda _: self._lead(None))
        try:
            with refusals(server_of(asked), asked):
                await connection.execute("SELECT pg_advisory_lock($1, $2)", PRESENT, self.database.replica)
                self._present.set()
                while True:
                    await self._beat(connection)
                    await asyncio.sleep(BEAT)
        except asyncio.CancelledError:
            await self._say_goodbye(connection)
            raise
        finally:
            self._lead(None)
            connection.terminate()

    async def _beat(self, connection: Any) -> None:
        async with asyncio.timeout(BEAT_SECONDS):
            if self.since is None:
                if not await connection.fetchval("SELECT pg_try_advisory_lock($1, 0)", LEAD):
                    return
                await self._take_over(connection)
            await connection.execute(RELIEVE, self.now() + LEASE - CUT_OFF)

    async def _take_over(self, connection: Any) -> None:
        before = await connection.fetchval(LED_BEFORE)
        if before not in (None, 0, self.database.replica):
            await asyncio.sleep(TAKEOVER)
        await connection.execute(NOW_LEADS, self.database.replica, self.now())
        log.info("this process leads: it fetches, sends and tidies up for all replicas")
        self._lead(self.now())

    async def _say_goodbye(self, connection: Any) -> None:
        """In order: whoever leads next need not wait for us."""
        if self.since is not None and not connection.is_closed():
            with suppress(Exception):
                await connection.execute(NOW_LEADS, 0, self.now(), timeout=2)

    def _lead(self, since: int | None) -> None:
        self.since = since
        begins, ends = (self._following, self._leading) if since is None else (self._leading, self._following)
        ends.clear()
        begins.set()


@asynccontextmanager
async def among_replicas(database: Database) -> AsyncIterator[Leadership]:
    """Present, as long as the context lasts."""
    if database.sqlite:
        yield ALONE
        return
    replica = Replica(database)
    attending = asyncio.create_task(replica.run(), name="replica")
    try:
        await replica.present()
        yield replica
    finally:
        attending.cancel()
        await asyncio.gather(attending, return_exceptions=True)
