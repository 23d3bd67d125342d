"""One line each for the report: what followers said, an idea that came of it, what a post brought back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, select
from sqlalchemy import delete as delete_from

from bot.store.clock import Clock, now
from bot.store.connection import Database, storable
from bot.store.tables import brands, drafts, notes

Kind = Literal["heard", "idea", "result"]


@dataclass(frozen=True, slots=True)
class Note:
    id: int
    brand: int | None
    kind: Kind
    draft: int | None
    text: str
    at: int
    person: int | None


class Notes:
    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self._clock = clock

    async def add(
        self, workspace: int, kind: Kind, text: str, person: int, *, brand: int | None = None, draft: int | None = None
    ) -> int | None:
        """Keep a note; None if the brand or the draft is not of this workspace."""

        def add(connection: Connection) -> int | None:
            for table, id_ in ((brands, brand), (drafts, draft)):
                known = select(table.c.id).where(table.c.workspace == workspace, table.c.id == id_)
                if id_ is not None and connection.execute(known).first() is None:
                    return None
            made = notes.insert().values(
                workspace=workspace,
                brand=brand,
                kind=kind,
                draft=draft,
                text=storable(text),
                at=self._clock(),
                person=person,
            )
            note: int = connection.execute(made.returning(notes.c.id)).scalar_one()
            return note

        return await self._database.keep(add)

    async def between(self, workspace: int, since: int, until: int, *, brand: int | None = None) -> list[Note]:
        """The notes from `since` until before `until` (milliseconds), of one brand or of all, oldest first."""
        query = select(notes).where(notes.c.workspace == workspace, notes.c.at >= since, notes.c.at < until)
        if brand is not None:
            query = query.where(notes.c.brand == brand)

        def between(connection: Connection) -> list[Note]:
            rows = connection.execute(query.order_by(notes.c.at, notes.c.id))
            return [Note(row.id, row.brand, row.kind, row.draft, row.text, row.at, row.person) for row in rows]

        return await self._database.ask(between)

    async def remove(self, workspace: int, note: int) -> bool:
        gone = delete_from(notes).where(notes.c.workspace == workspace, notes.c.id == note)
        return await self._database.keep(lambda connection: connection.execute(gone).rowcount > 0)
