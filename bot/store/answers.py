"""A draft as the buttons under its answer find it: by the message they are under, and only for those it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, or_, select, update

from bot.store.connection import Database
from bot.store.history import Version, version_of
from bot.store.tables import drafts, members, versions, workspaces


@dataclass(frozen=True, slots=True)
class Answered:
    """A draft that the coach answered, with its newest version."""

    workspace: int
    draft: int
    chat: int
    message: int
    """The author's message."""
    author: int | None
    posted: bool
    version: Version


class Answers:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def under(self, person: int, chat: int, answer: int) -> Answered | None:
        """The draft whose answer this message is.

        None for everybody else's: in a private chat the person has to be in the draft's workspace now; in a group,
        which all of its people read, the workspace has to be the group's own.
        """
        return await self._find(person, drafts.c.chat == chat, drafts.c.answer == answer)

    async def meant(self, person: int, chat: int, message: int) -> Answered | None:
        """The draft that somebody replies to, by the draft's own message or by its answer; rights as for `under`."""
        either = or_(drafts.c.answer == message, drafts.c.message == message)
        return await self._find(person, drafts.c.chat == chat, either)

    async def known(self, person: int, chat: int, draft: int) -> Answered | None:
        """The draft with this number, if it came from this chat; rights as for `under`."""
        return await self._find(person, drafts.c.chat == chat, drafts.c.id == draft)

    async def last(self, person: int, chat: int) -> Answered | None:
        """The newest draft of this chat; rights as for `under`."""
        return await self._find(person, drafts.c.chat == chat)

    async def _find(self, person: int, *where: ColumnElement[bool]) -> Answered | None:
        mine = select(members.c.workspace).where(members.c.person == person)
        groups = and_(workspaces.c.kind == "group", workspaces.c.chat == drafts.c.chat)
        query = (
            select(versions, drafts.c.message, drafts.c.chat, drafts.c.author, drafts.c.posted_at)
            .join(drafts, drafts.c.id == versions.c.draft)
            .join(workspaces, workspaces.c.id == drafts.c.workspace)
            .where(*where, drafts.c.message.is_not(None), or_(drafts.c.workspace.in_(mine), groups))
            .order_by(versions.c.draft.desc(), versions.c.id.desc())
            .limit(1)
        )

        def find(connection: Connection) -> Answered | None:
            row = connection.execute(query).mappings().first()
            if row is None:
                return None
            return Answered(
                workspace=row["workspace"],
                draft=row["draft"],
                chat=row["chat"],
                message=row["message"],
                author=row["author"],
                posted=row["posted_at"] is not None,
                version=version_of(row),
            )

        return await self._database.ask(find)

    async def choose_network(self, workspace: int, draft: int, network: str) -> bool:
        """Judge this draft for that network from now on; False if the workspace has no such draft."""
        of = drafts.c.workspace == workspace, drafts.c.id == draft
        chosen = update(drafts).where(*of).values(network=network)
        return await self._database.keep(lambda connection: connection.execute(chosen).rowcount > 0)
