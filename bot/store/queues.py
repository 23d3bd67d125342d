"""How much waits in the database, and since when: what a look from outside wants to know."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from bot.store import inbox as received
from bot.store import outbox as letters
from bot.store.connection import Database
from bot.store.tables import inbox, outbox


@dataclass(frozen=True, slots=True)
class Queues:
    """Counts of rows, and when the oldest of them was written; None where there are none."""

    undone: int
    undone_since: int | None
    unsent: int
    unsent_since: int | None
    quarantined: int


async def queues(database: Database) -> Queues:
    undone = select(func.count(), func.min(inbox.c.received)).where(inbox.c.state == received.NEW)
    unsent = select(func.count(), func.min(outbox.c.created)).where(outbox.c.state == letters.NEW)
    aside = select(func.count()).select_from(inbox).where(inbox.c.state == received.QUARANTINED)
    async with database.read() as connection:
        undone_rows, undone_since = (await connection.execute(undone)).one()
        unsent_rows, unsent_since = (await connection.execute(unsent)).one()
        quarantined: int = (await connection.execute(aside)).scalar_one()
    return Queues(undone_rows, undone_since, unsent_rows, unsent_since, quarantined)
