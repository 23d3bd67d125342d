"""What the bot waits for in a chat: it survives a restart, and is forgotten when nobody goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy import delete as delete_from

from bot.store.clock import Clock, now
from bot.store.connection import Database
from bot.store.tables import dialogues

# After an hour a text is a draft again, and not the answer to a question that everybody forgot.
LIFE = 3600 * 1000


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One person's open conversation in one chat; a new one takes the place of the last."""

    chat: int
    person: int
    name: str
    """Which conversation: the handler's file ("brand", "team", "audit")."""
    step: str
    """What the next message answers."""
    state: Mapping[str, Any] = field(default_factory=dict)


class Dialogues:
    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self._clock = clock

    async def open(self, dialogue: Dialogue) -> None:
        """Wait for the next message; whatever was waited for in this chat before is over."""

        def open(connection: Connection) -> None:
            begin(connection, dialogue, self._clock())

        await self._database.keep(open)

    async def get(self, chat: int, person: int) -> Dialogue | None:
        """What is waited for, unless that was too long ago."""
        query = select(dialogues).where(
            dialogues.c.chat == chat, dialogues.c.person == person, dialogues.c.updated > self._clock() - LIFE
        )

        def get(connection: Connection) -> Dialogue | None:
            row = connection.execute(query).first()
            return None if row is None else Dialogue(row.chat, row.person, row.name, row.step, row.state)

        return await self._database.ask(get)

    async def close(self, chat: int, person: int) -> bool:
        """Wait for nothing more; False if nothing was waited for."""
        open_ = await self.get(chat, person) is not None

        def close(connection: Connection) -> bool:
            end(connection, chat, person)
            return open_

        return await self._database.keep(close)


def begin(connection: Connection, dialogue: Dialogue, at: int) -> None:
    """As `Dialogues.open`, inside the caller's transaction."""
    end(connection, dialogue.chat, dialogue.person)
    connection.execute(
        dialogues.insert().values(
            chat=dialogue.chat,
            person=dialogue.person,
            name=dialogue.name,
            step=dialogue.step,
            state=dict(dialogue.state),
            updated=at,
        )
    )


def end(connection: Connection, chat: int, person: int) -> None:
    connection.execute(delete_from(dialogues).where(dialogues.c.chat == chat, dialogues.c.person == person))
