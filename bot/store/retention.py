"""Forgets what has been kept long enough: drafts after RETENTION_DAYS, what passed in and out after a week."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, and_, delete, exists, or_, select

from bot.store.clock import Clock, now
from bot.store.connection import Database
from bot.store.dialogues import LIFE
from bot.store.inbox import DONE, QUARANTINED
from bot.store.outbox import NEW
from bot.store.tables import dialogues, drafts, inbox, invitations, notes, outbox, posts, versions

DAY = 24 * 3600 * 1000

# Telegram delivers again for one day at most; a week leaves time to look into what went wrong.
PASSED_DAYS = 7

# Rows in one transaction: nobody who sends a draft meanwhile should wait.
BATCH = 500


@dataclass(frozen=True, slots=True)
class Retention:
    database: Database
    days: int
    now: Clock = now

    async def clean(self) -> int:
        """Delete all that is due, a little at a time; says how many rows that were.

        What is not handled or not sent yet stays, however old. What is put aside stays as long as drafts do.
        """
        at = self.now()
        kept_from, passed_from = at - self.days * DAY, at - min(self.days, PASSED_DAYS) * DAY
        removed = await self._delete(outbox, and_(outbox.c.state != NEW, outbox.c.finished < passed_from))
        removed += await self._delete(
            inbox,
            or_(
                and_(inbox.c.state == DONE, inbox.c.finished < passed_from),
                and_(inbox.c.state == QUARANTINED, inbox.c.finished < kept_from),
            ),
        )
        removed += await self._delete(invitations, invitations.c.expires < passed_from)
        removed += await self._delete(notes, notes.c.at < kept_from)
        removed += await self._delete(posts, posts.c.added < kept_from)
        removed += await self._delete(versions, versions.c.at < kept_from)
        removed += await self._delete(
            drafts,
            and_(
                drafts.c.created < kept_from,
                ~exists().where(versions.c.draft == drafts.c.id),
                ~exists().where(outbox.c.draft == drafts.c.id),
            ),
        )
        async with self.database.write() as connection:
            over = delete(dialogues).where(dialogues.c.updated < at - LIFE)
            removed += (await connection.execute(over)).rowcount
        await self.database.cut_journal()
        return removed

    async def _delete(self, table: Table, old: ColumnElement[bool]) -> int:
        batch = select(table.c.id).where(old).limit(BATCH)
        removed = 0
        while True:
            async with self.database.write() as connection:
                gone = (await connection.execute(delete(table).where(table.c.id.in_(batch)))).rowcount
            removed += gone
            if gone < BATCH:
                return removed
