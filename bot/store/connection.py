"""Opening the database: safe SQLite settings, one kind of transaction for reading and one for writing."""

from __future__ import annotations

import asyncio
import secrets
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing, contextmanager, nullcontext
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import StoreError
from bot.store import server
from bot.store.migrate import migrate
from bot.store.together import T, Together, Work

# How long a write waits for another process (a backup, a second command) before it is an error.
BUSY_SECONDS = 10

SQLITE_SETTINGS = (
    f"busy_timeout={BUSY_SECONDS * 1000}",
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "foreign_keys=ON",
)


class Database:
    """An open database. `read()` and `write()` are one transaction each, to be used at leisure.

    `ask()` and `keep()` are for what every draft needs: on SQLite they share transactions, and the way to the thread.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self.sqlite = engine.dialect.name == "sqlite"
        self.address = engine.url
        self.replica = 0 if self.sqlite else secrets.randbelow(2**31 - 1) + 1
        """The number of this process among those on one server."""
        self._reading = engine
        self._glancing = engine if self.sqlite else engine.execution_options(isolation_level="AUTOCOMMIT")
        self._writing = engine.execution_options(writes=True)
        # SQLite has one writer. Waiting here is fair and wakes at once; waiting inside SQLite polls.
        self._turn: AbstractAsyncContextManager[Any] = asyncio.Lock() if self.sqlite else nullcontext()
        self._asking = Together(plain(engine, writes=False), nullcontext()) if self.sqlite else None
        self._keeping = Together(plain(engine, writes=True), self._turn) if self.sqlite else None

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        with told_plainly():
            async with self._reading.connect() as connection:
                yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """All that happens inside is kept, on the disk, or none of it."""
        with told_plainly():
            async with self._turn, self._writing.begin() as connection:
                yield connection

    async def ask(self, work: Work[T]) -> T:
        """What `work` reads."""
        if self._asking is None:
            # Without a transaction around it each question is one way to the server and back instead of three.
            with told_plainly():
                async with self._glancing.connect() as connection:
                    return await connection.run_sync(work)
        with told_plainly():
            return await self._asking.do(work)

    async def keep(self, work: Work[T]) -> T:
        """All that `work` writes is kept, on the disk, or none of it. `work` may be called a second time."""
        if self._keeping is not None:
            with told_plainly():
                return await self._keeping.do(work)
        try:
            return await self._keep_alone(work)
        except StoreError as failure:
            if server.state(failure.__cause__) not in server.MET_ANOTHER:
                raise
        return await self._keep_alone(work)

    async def _keep_alone(self, work: Work[T]) -> T:
        async with self.write() as connection:
            return await connection.run_sync(work)

    async def cut_journal(self) -> None:
        """Move what SQLite's journal holds into the file and empty it, so that deleted words are in neither.

        Waits for those who read at this moment; where they take long, the next time does it.
        """
        path = self._reading.url.database
        if self.sqlite and path:
            await asyncio.to_thread(cut_journal, path)

    async def close(self) -> None:
        for together in (self._asking, self._keeping):
            if together is not None:
                await together.close()
        # An aiosqlite connection left open throws from its own thread at exit.
        await self._reading.dispose()


@asynccontextmanager
async def open_database(url: str) -> AsyncIterator[Database]:
    """Open (or create) the database and bring its tables up to date."""
    async with open_as_it_is(url) as database:
        async with database.write() as connection:
            await connection.run_sync(migrate)
        yield database


@asynccontextmanager
async def open_as_it_is(url: str) -> AsyncIterator[Database]:
    """Open (or create) the database, whatever tables it has."""
    address = address_of(url)
    if address.get_backend_name() == "sqlite":
        await asyncio.to_thread(probe, address.database)
    database = Database(connect(address))
    try:
        yield database
    finally:
        await database.close()


def connect(address: URL) -> AsyncEngine:
    """An engine with our settings; nothing is opened yet."""
    # hide_parameters: an error must not carry a draft's text into a log.
    if address.get_backend_name() == "postgresql":
        return connect_server(address)
    engine = create_async_engine(address, hide_parameters=True, pool_size=4, max_overflow=4)
    event.listen(engine.sync_engine, "connect", set_up_sqlite)
    event.listen(engine.sync_engine, "begin", begin_sqlite)
    return engine


def connect_server(address: URL) -> AsyncEngine:
    """As `connect`; a connection that broke while nobody used it, like all after a restart, is replaced unseen."""
    try:
        return create_async_engine(
            address,
            hide_parameters=True,
            pool_size=4,
            max_overflow=4,
            pool_pre_ping=True,
            connect_args={"async_creator_fn": server.connect},
        )
    except ImportError as missing:
        raise StoreError(f"PostgreSQL needs {missing.name}: pip install 'whyfollow[postgres]'") from missing


def plain(engine: AsyncEngine, *, writes: bool) -> Engine:
    """The same SQLite file without asyncio between, for a thread that has it to itself."""
    address = engine.url.set(drivername="sqlite+pysqlite")
    found = create_engine(address, hide_parameters=True, pool_size=1, max_overflow=0)
    event.listen(found, "connect", set_up_sqlite)
    event.listen(found, "begin", begin_sqlite)
    return found.execution_options(writes=writes)


def address_of(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise StoreError("DATABASE_URL is not a database address: try sqlite+aiosqlite:///whyfollow.db") from error
    if address.drivername not in ("sqlite+aiosqlite", "postgresql+asyncpg"):
        raise StoreError(
            f"DATABASE_URL: {address.drivername} is not supported: use sqlite+aiosqlite:///file or postgresql+asyncpg://…"
        )
    return address


def probe(path: str | None) -> None:
    """Open the file once in the plain way: where that fails, aiosqlite's thread would add a traceback of its own."""
    if not path or path == ":memory:":
        raise StoreError("DATABASE_URL names no file: try sqlite+aiosqlite:///whyfollow.db")
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as database:
            database.execute("PRAGMA schema_version")
    except sqlite3.Error as error:
        raise StoreError(
            f"{path}: {error}; check DATABASE_URL, and that its folder exists and may be written"
        ) from error


def cut_journal(path: str) -> None:
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error as error:
        raise StoreError(str(error)) from error


def set_up_sqlite(connection: Any, _record: object) -> None:
    """WAL and synchronous=FULL survive a power cut; secure_delete overwrites what people asked to forget."""
    connection.isolation_level = None  # the driver would begin by itself, and deferred; see begin_sqlite
    try:
        cursor = connection.cursor()
        for setting in SQLITE_SETTINGS:
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()
    except Exception:
        # The pool does not know this connection yet: nobody else would close it.
        connection.close()
        raise


def begin_sqlite(connection: Connection) -> None:
    """A deferred read-then-write fails at once with "database is locked", whatever the timeout: take the lock first."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def told_plainly() -> Iterator[None]:
    """The driver's own words and nothing else: no statement and no values."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"database: {server.plainly(error)}") from error
    except SQLAlchemyError as error:
        raise StoreError(f"database: {getattr(error, 'orig', None) or type(error).__name__}") from error


def storable(text: str) -> str:
    """Half an emoji (a lone surrogate) and the NUL character are text that no database takes."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\N{REPLACEMENT CHARACTER}")
