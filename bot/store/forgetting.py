"""Forgets at once: a draft, a person or a workspace, so that their words are in no file any more.

Deleted rows are overwritten (`secure_delete`); what the journal beside the file still holds is cut off right after.
What Telegram sent and what was sent to it quotes drafts as well, so the rows of the chat that are done lose their
words too: all that stays is that they were handled.
"""

from __future__ import annotations

import logging
from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, select, update
from sqlalchemy import delete as delete_from

from bot.errors import StoreError
from bot.store.clock import Clock, now
from bot.store.connection import Database
from bot.store.feed import hash_of
from bot.store.inbox import NEW, finish_once
from bot.store.outbox import Letter, put
from bot.store.tables import (
    dialogues,
    drafts,
    inbox,
    members,
    notes,
    outbox,
    people,
    posts,
    unfair,
    versions,
    workspaces,
)
from bot.store.teams import LEAD, TEAM
from bot.store.together import Work

log = logging.getLogger(__name__)

EMPTY = "{}"


class Forgetting:
    """Each of these answers the update in the transaction that forgets.

    False, and nothing is forgotten or answered, where there is no right to it.
    """

    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self._clock = clock

    async def draft(self, workspace: int, draft: int, update_id: int, letter: Letter) -> bool:
        """All words of one draft. That there was one stays known: an edit of it is not a new draft."""
        at = self._clock()
        of = select(drafts.c.id).where(drafts.c.workspace == workspace, drafts.c.id == draft)

        def forget(connection: Connection) -> bool:
            if connection.execute(of).first() is None:
                return False
            finish_once(connection, update_id, at)
            forget_drafts(connection, drafts.c.id == draft, keep_numbers=True)
            forget_passed(connection, [letter.chat])
            put(connection, letter, at, update_id)
            return True

        return await self._do(forget)

    async def workspace(self, workspace: int, by: int, update_id: int, letter: Letter) -> bool:
        """Everything of a team or of a private workspace, which a lead asks for."""
        at = self._clock()
        lead = select(members.c.person).where(
            members.c.workspace == workspace, members.c.person == by, members.c.role == LEAD
        )

        def forget(connection: Connection) -> bool:
            if connection.execute(lead).first() is None:
                return False
            finish_once(connection, update_id, at)
            forget_workspace(connection, workspace, letter.chat)
            put(connection, letter, at, update_id)
            return True

        return await self._do(forget)

    async def person(self, person: int, update_id: int, letter: Letter) -> bool:
        """Everything about a person: their own workspace, their places in teams, their name in what teams keep.

        False, and nothing is forgotten, while they are the only lead of a team that has other members.
        """
        at = self._clock()

        def forget(connection: Connection) -> bool:
            if teams_without_another_lead(connection, person):
                return False
            finish_once(connection, update_id, at)
            for workspace in own_workspaces(connection, person):
                forget_workspace(connection, workspace, letter.chat)
            forget_name(connection, person)
            forget_passed(connection, [letter.chat, person])
            put(connection, letter, at, update_id)
            return True

        return await self._do(forget)

    async def hindered_by(self, person: int) -> list[str]:
        """The names of the teams that a person has to hand over first."""
        return await self._database.ask(lambda connection: teams_without_another_lead(connection, person))

    async def _do(self, forget: Work[bool]) -> bool:
        done = await self._database.keep(forget)
        try:
            await self._database.cut_journal()
        except StoreError as failure:
            log.warning("the journal could not be emptied: %s; the next clean-up does it", failure)
        return done


def forget_drafts(connection: Connection, which: ColumnElement[bool], *, keep_numbers: bool = False) -> None:
    """Delete drafts with all that quotes them, inside the caller's transaction."""
    ids = [*connection.execute(select(drafts.c.id).where(which)).scalars()]
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        forget_copies(connection, some)
        for table in (outbox, versions, posts, notes, unfair):
            connection.execute(delete_from(table).where(table.c.draft.in_(some)))
        of = drafts.c.id.in_(some)
        if keep_numbers:
            connection.execute(update(drafts).where(of).values(author=None, brand=None, network=None, posted_at=None))
        else:
            connection.execute(delete_from(drafts).where(of))


def forget_copies(connection: Connection, ids: Collection[int]) -> None:
    """The same words that came into a feed by an audit."""
    query = select(versions.c.workspace, versions.c.text).where(versions.c.draft.in_(ids)).distinct()
    for workspace, text in connection.execute(query).all():
        connection.execute(delete_from(posts).where(posts.c.workspace == workspace, posts.c.hash == hash_of(text)))


def forget_passed(connection: Connection, chats: Collection[int]) -> None:
    """Take the words out of all that was handled and sent in these chats; what still waits stays."""
    came = inbox.c.lane.in_(chats), inbox.c.state != NEW
    connection.execute(update(inbox).where(*came).values(body=EMPTY, reason=None))
    connection.execute(delete_from(outbox).where(outbox.c.chat.in_(chats), outbox.c.state != NEW))
    connection.execute(delete_from(dialogues).where(dialogues.c.chat.in_(chats)))


def forget_workspace(connection: Connection, workspace: int, chat: int) -> None:
    """A workspace with all it holds; its members' chats quote it too."""
    came = select(drafts.c.chat).where(drafts.c.workspace == workspace).distinct()
    talked = select(members.c.person).where(members.c.workspace == workspace)
    chats = {chat, *connection.execute(came).scalars(), *connection.execute(talked).scalars()}
    forget_drafts(connection, drafts.c.workspace == workspace)
    forget_passed(connection, chats)
    connection.execute(delete_from(workspaces).where(workspaces.c.id == workspace))


def forget_name(connection: Connection, person: int) -> None:
    """What teams keep of a person's work stays with the team, without the person."""
    for column in (drafts.c.author, unfair.c.person, notes.c.person):
        connection.execute(update(column.table).where(column == person).values({column.name: None}))
    connection.execute(delete_from(dialogues).where(dialogues.c.person == person))
    connection.execute(delete_from(people).where(people.c.id == person))


def own_workspaces(connection: Connection, person: int) -> list[int]:
    """The private workspace, and teams in which nobody else is."""
    others = members.alias()
    alone = (
        ~select(others.c.person).where(others.c.workspace == members.c.workspace, others.c.person != person).exists()
    )
    query = select(members.c.workspace).where(members.c.person == person, alone)
    return [*connection.execute(query).scalars()]


def teams_without_another_lead(connection: Connection, person: int) -> list[str]:
    others = members.alias()
    of_team = others.c.workspace == members.c.workspace, others.c.person != person
    query = (
        select(workspaces.c.name)
        .join(members, members.c.workspace == workspaces.c.id)
        .where(
            workspaces.c.kind == TEAM,
            members.c.person == person,
            members.c.role == LEAD,
            select(others.c.person).where(*of_team).exists(),
            ~select(others.c.person).where(*of_team, others.c.role == LEAD).exists(),
        )
    )
    return [name or "" for name in connection.execute(query).scalars()]
