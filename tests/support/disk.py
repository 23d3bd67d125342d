"""A disk that is full: SQLite itself says so, at the statement that needs one page more."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

from sqlalchemy import Connection

from bot.store.connection import Database

NO_LIMIT = 2**30


@asynccontextmanager
async def full_disk(database: Database) -> AsyncIterator[None]:
    """Inside, what every draft needs to write finds no room; small changes of what is there still do."""
    file = database._reading.url.database
    assert file is not None
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        # No page that was given back is left to be used again.
        other.execute("VACUUM")
    await database.keep(lambda connection: _limit(connection, 1))
    try:
        yield
    finally:
        await database.keep(lambda connection: _limit(connection, NO_LIMIT))


def _limit(connection: Connection, pages: int) -> None:
    # SQLite raises the limit to the pages that there are already.
    connection.exec_driver_sql(f"PRAGMA max_page_count={pages}").close()
