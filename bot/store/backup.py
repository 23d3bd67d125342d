"""A copy of the database while the bot runs: one file, whole, read back before it counts."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from bot.errors import StoreError, UsageError
from bot.store.connection import BUSY_SECONDS, address_of
from bot.store.tables import metadata

TABLES = sorted(metadata.tables)


def back_up(url: str, to: Path) -> Mapping[str, int]:
    """Copy the database to a new file; says how many rows of each table the copy was proved to hold."""
    address = address_of(url)
    if address.get_backend_name() != "sqlite":
        raise UsageError("backup copies an SQLite file; PostgreSQL has pg_dump for this")
    source = Path(address.database or "")
    if not source.is_file():
        raise StoreError(f"{source}: there is no database here; check DATABASE_URL")
    if to.exists():
        raise UsageError(f"{to} is there already: name a new file")
    # Under the name that was asked for there is a proven copy or nothing.
    part = to.with_name(f"{to.name}.part")
    try:
        # Drafts are in it: nobody else on the machine should read them.
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise StoreError(f"{part}: {error.strerror}") from error
    try:
        held = copy(source, part)
        if (found := read_back(part)) != held:
            raise StoreError(f"the copy is not whole: it holds {found} rows instead of {held}; the disk may be failing")
        part.rename(to)
    except sqlite3.Error as error:
        raise StoreError(f"the copy failed: {error}") from error
    finally:
        part.unlink(missing_ok=True)
    return held


def copy(source: Path, to: Path) -> dict[str, int]:
    """Copy within one reading transaction, and count in the same one: writers go on meanwhile."""
    with (
        closing(sqlite3.connect(source, timeout=BUSY_SECONDS, isolation_level=None)) as database,
        closing(sqlite3.connect(to, isolation_level=None)) as target,
    ):
        database.execute("BEGIN")
        held = count(database)
        database.backup(target)
        # One file, with nothing of it in a second one.
        target.execute("PRAGMA journal_mode=DELETE")
        return held


def read_back(copied: Path) -> dict[str, int]:
    with closing(sqlite3.connect(copied)) as database:
        [(verdict,)] = database.execute("PRAGMA integrity_check(1)").fetchall()
        if verdict != "ok":
            raise StoreError(f"the copy is damaged: {verdict}")
        return count(database)


def count(database: sqlite3.Connection) -> dict[str, int]:
    return {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}  # noqa: S608
