"""Everything in one database into another one, of whichever kind: in parts, so that it can be broken off and go on.

The bot has to be stopped meanwhile. At the end both are read once more, and must hold the same rows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, Integer, RowMapping, Select, Table, func, select, text, tuple_
from sqlalchemy import delete as delete_from
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from bot.errors import StoreError, UsageError
from bot.store.connection import Database
from bot.store.inbox import set_mark
from bot.store.migrate import NEWEST, current
from bot.store.tables import marks, metadata

# Rows in one transaction; reports with pictures are among them.
BATCH = 200

# Marks of a database itself. The first says that it is being filled.
MOVING = "moving"
ITS_OWN = (MOVING, "leader")

Found = Callable[[int], Awaitable[None]]
"""Called once, with the number of rows to move."""

Told = Callable[[str, int], None]
"""Called with what is being done, and how many more rows that is done for."""


async def rows_in(database: Database) -> int:
    counts = [select(func.count()).select_from(table) for table in metadata.sorted_tables]
    return await database.ask(lambda connection: sum(connection.execute(count).scalar_one() for count in counts))


async def move(source: Database, target: Database, found: Found, told: Told) -> Mapping[str, int]:
    """Copy, then compare; says how many rows each table has. What an earlier try has copied is not copied again."""
    await _check(source, target)
    await found(await rows_in(source))
    for table in metadata.sorted_tables:
        await _copy(source, target, table, told)
    if not target.sqlite:
        await target.keep(_count_on)
    held = {table.name: await _compare(source, target, table, told) for table in metadata.sorted_tables}
    await target.keep(lambda connection: connection.execute(delete_from(marks).where(marks.c.name == MOVING)).close())
    return held


async def _check(source: Database, target: Database) -> None:
    version = await source.ask(current)
    if version != NEWEST:
        raise StoreError(
            f"the database to move is at version {version or 'none'}, the newest is {NEWEST}: check --from, "
            "and bring it up to date first, with DATABASE_URL on it: python -m bot migrate"
        )
    if await rows_in(target) and not await target.ask(_begun):
        raise UsageError("the database named by --to holds something already: name an empty one")
    await target.keep(lambda connection: set_mark(connection, MOVING, 1, 0))


def _begun(connection: Connection) -> bool:
    return connection.execute(select(marks.c.value).where(marks.c.name == MOVING)).first() is not None


async def _copy(source: Database, target: Database, table: Table, told: Told) -> None:
    # Words are not in the same order everywhere: where they are keys, an earlier try is looked through from the start.
    numbered = all(isinstance(key.type, Integer) for key in table.primary_key)
    last = await target.ask(partial(_last, table=table)) if numbered else None
    while rows := await source.ask(partial(_rows, table=table, after=last)):
        await target.keep(partial(_insert, table=table, rows=rows))
        last = _key(table, rows[-1])
        told(f"copying {table.name}", len(rows))


def _rows(connection: Connection, table: Table, after: Sequence[Any] | None) -> list[RowMapping]:
    return [*connection.execute(_following(table, after)).mappings()]


def _following(table: Table, after: Sequence[Any] | None) -> Select[Any]:
    """The next rows in the order of their keys."""
    keys = tuple(table.primary_key)
    query = select(table).order_by(*keys).limit(BATCH)
    if table is marks:
        query = query.where(marks.c.name.not_in(ITS_OWN))
    return query if after is None else query.where(tuple_(*keys) > tuple_(*after))


def _last(connection: Connection, table: Table) -> tuple[Any, ...] | None:
    keys = tuple(table.primary_key)
    row = connection.execute(select(*keys).order_by(*(key.desc() for key in keys)).limit(1)).first()
    return None if row is None else tuple(row)


def _key(table: Table, row: RowMapping) -> tuple[Any, ...]:
    return tuple(row[key.name] for key in table.primary_key)


def _insert(connection: Connection, table: Table, rows: Sequence[RowMapping]) -> None:
    insert = sqlite_insert(table) if connection.dialect.name == "sqlite" else postgresql_insert(table)
    connection.execute(insert.on_conflict_do_nothing(), [dict(row) for row in rows])


def _count_on(connection: Connection) -> None:
    """New rows get numbers above those that were brought along."""
    for table in metadata.sorted_tables:
        if table.autoincrement_column is not None:
            highest = f"SELECT coalesce(max(id), 0) + 1 FROM {table.name}"  # noqa: S608
            connection.execute(text(f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), ({highest}), false)"))


async def _compare(source: Database, target: Database, table: Table, told: Told) -> int:
    ours, theirs = [await _checksum(database, table, told) for database in (source, target)]
    if ours != theirs:
        raise StoreError(
            f"{table.name}: {ours[0]} rows here and {theirs[0]} there, or not the same ones: was the bot running? "
            "Stop it, empty the database named by --to, and start over"
        )
    return ours[0]


async def _checksum(database: Database, table: Table, told: Told) -> tuple[int, int]:
    """How many rows, and one number over all that is in them, whatever their order."""
    count, total, last = 0, 0, None
    while rows := await database.ask(partial(_rows, table=table, after=last)):
        total = (total + sum(map(_number, rows))) % 2**256
        count, last = count + len(rows), _key(table, rows[-1])
        told(f"comparing {table.name}", len(rows))
    return count, total


def _number(row: RowMapping) -> int:
    values = {name: value.hex() if isinstance(value, bytes) else value for name, value in row.items()}
    return int.from_bytes(hashlib.sha256(json.dumps(values, sort_keys=True).encode()).digest())
