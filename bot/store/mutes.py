"""What people switched off: rules for a whole brand, and findings that they called unfair in one draft."""

from __future__ import annotations

from sqlalchemy import Connection, func, select
from sqlalchemy import delete as delete_from
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from bot.store.brands import find
from bot.store.clock import Clock, now
from bot.store.connection import Database
from bot.store.tables import drafts, mutes, unfair


class Mutes:
    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self._clock = clock

    async def of(self, workspace: int, brand: int) -> frozenset[str]:
        """The rules that a brand muted."""
        return await self._database.ask(lambda connection: muted(connection, workspace, brand))

    async def mute(self, workspace: int, brand: int, rule: str) -> bool:
        """False if the workspace has no such brand; muting twice changes nothing."""

        def mute(connection: Connection) -> bool:
            if find(connection, workspace, brand) is None:
                return False
            insert = sqlite_insert(mutes) if self._database.sqlite else postgresql_insert(mutes)
            row = insert.values(workspace=workspace, brand=brand, rule=rule, at=self._clock())
            connection.execute(row.on_conflict_do_nothing(index_elements=["brand", "rule"]))
            return True

        return await self._database.keep(mute)

    async def unmute(self, workspace: int, brand: int, rule: str) -> bool:
        """False if it was not muted."""
        gone = delete_from(mutes).where(mutes.c.workspace == workspace, mutes.c.brand == brand, mutes.c.rule == rule)
        return await self._database.keep(lambda connection: connection.execute(gone).rowcount > 0)

    async def call_unfair(self, workspace: int, draft: int, rule: str, person: int) -> bool:
        """False if the workspace has no such draft; calling it twice counts once."""

        def call_unfair(connection: Connection) -> bool:
            known = select(drafts.c.id).where(drafts.c.workspace == workspace, drafts.c.id == draft)
            if connection.execute(known).first() is None:
                return False
            insert = sqlite_insert(unfair) if self._database.sqlite else postgresql_insert(unfair)
            row = insert.values(workspace=workspace, draft=draft, rule=rule, person=person, at=self._clock())
            connection.execute(row.on_conflict_do_nothing(index_elements=["draft", "rule"]))
            return True

        return await self._database.keep(call_unfair)

    async def call_fair(self, workspace: int, draft: int, rule: str) -> bool:
        """Take it back; False if nobody had called it unfair."""
        gone = delete_from(unfair).where(
            unfair.c.workspace == workspace, unfair.c.draft == draft, unfair.c.rule == rule
        )
        return await self._database.keep(lambda connection: connection.execute(gone).rowcount > 0)

    async def unfair_in(self, workspace: int, draft: int) -> frozenset[str]:
        """The findings that were called unfair in a draft."""
        return await self._database.ask(lambda connection: called_unfair(connection, workspace, draft))

    async def unfair_counts(self, workspace: int, since: int, until: int) -> dict[str, int]:
        """By rule: how often a team called it unfair from `since` until before `until` (milliseconds)."""
        query = (
            select(unfair.c.rule, func.count())
            .where(unfair.c.workspace == workspace, unfair.c.at >= since, unfair.c.at < until)
            .group_by(unfair.c.rule)
        )
        return await self._database.ask(lambda connection: {row[0]: row[1] for row in connection.execute(query)})


def muted(connection: Connection, workspace: int, brand: int) -> frozenset[str]:
    query = select(mutes.c.rule).where(mutes.c.workspace == workspace, mutes.c.brand == brand)
    return frozenset(connection.execute(query).scalars())


def called_unfair(connection: Connection, workspace: int, draft: int) -> frozenset[str]:
    query = select(unfair.c.rule).where(unfair.c.workspace == workspace, unfair.c.draft == draft)
    return frozenset(connection.execute(query).scalars())
