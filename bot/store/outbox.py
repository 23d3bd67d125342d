"""Answers on their way out: written together with what they answer, sent afterwards, in order within a chat.

A row is `new` until Telegram took it (`sent`) or will never take it (`dropped`, with the reason).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from sqlalchemy import RowMapping, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.clock import Clock, now
from bot.store.connection import Database, storable
from bot.store.inbox import finish_once, quarantine, set_mark
from bot.store.tables import drafts, marks, outbox

NEW, SENT, DROPPED = "new", "sent", "dropped"

Buttons = tuple[tuple[tuple[str, str], ...], ...]
"""Rows of (label, callback data)."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to send, or one of the bot's messages to change."""

    chat: int
    html: str
    buttons: Buttons = ()
    reply_to: int | None = None
    edits: int | None = None
    """The bot's message to change; None sends a new one."""
    draft: int | None = None
    """The draft whose one answer this is: it changes that answer if there is one already."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A letter that is due."""

    id: int
    letter: Letter
    tries: int


class Outbox:
    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self.now = clock

    async def answer(self, update_id: int, *letters: Letter) -> None:
        """Record the letters and mark the update done, in one transaction."""
        at = self.now()
        async with self._database.write() as connection:
            await finish_once(connection, update_id, at)
            for letter in letters:
                await put(connection, letter, at, update_id)

    async def write(self, *letters: Letter) -> None:
        """Record letters that answer nobody: news from the bot itself."""
        at = self.now()
        async with self._database.write() as connection:
            for letter in letters:
                await put(connection, letter, at)

    async def give_up(self, update_id: int, reason: str, *letters: Letter) -> None:
        """Put an update aside, and tell its author so, in one transaction."""
        at = self.now()
        async with self._database.write() as connection:
            if await quarantine(connection, update_id, reason, at):
                for letter in letters:
                    await put(connection, letter, at, update_id)

    async def due(self, limit: int, *, without: Collection[int] = ()) -> list[Outgoing]:
        """The oldest unsent letter of each chat that is due, except of chats that have to wait."""
        heads = select(func.min(outbox.c.id)).where(outbox.c.state == NEW).group_by(outbox.c.chat)
        if without:
            heads = heads.where(outbox.c.chat.not_in(without))
        query = (
            select(outbox, drafts.c.answer)
            .outerjoin(drafts, drafts.c.id == outbox.c.draft)
            .where(outbox.c.id.in_(heads), outbox.c.due <= self.now())
            .order_by(outbox.c.id)
            .limit(limit)
        )
        async with self._database.read() as connection:
            return [_outgoing(row) for row in (await connection.execute(query)).mappings()]

    async def next_due(self, *, without: Collection[int] = ()) -> int | None:
        """When the next letter is due; None if there is none."""
        heads = select(func.min(outbox.c.id)).where(outbox.c.state == NEW).group_by(outbox.c.chat)
        if without:
            heads = heads.where(outbox.c.chat.not_in(without))
        async with self._database.read() as connection:
            query = select(func.min(outbox.c.due)).where(outbox.c.id.in_(heads))
            due: int | None = (await connection.execute(query)).scalar()
        return due

    async def sent(self, outgoing: Outgoing, message: int | None) -> None:
        """Telegram has it, as this message; the answer to a draft is remembered for its edits."""
        at = self.now()
        async with self._database.write() as connection:
            await _close(connection, outgoing.id, state=SENT, message=message, finished=at)
            if outgoing.letter.draft is not None and message is not None:
                await connection.execute(
                    update(drafts).where(drafts.c.id == outgoing.letter.draft).values(answer=message)
                )

    async def drop(self, outgoing: Outgoing, reason: str) -> None:
        """Telegram will never take it."""
        async with self._database.write() as connection:
            await _close(connection, outgoing.id, state=DROPPED, reason=reason, finished=self.now())

    async def postpone(self, outgoing: Outgoing, reason: str, *, after: int) -> None:
        """Try this one again after so many milliseconds; what comes after it in the chat waits with it."""
        due = self.now() + after
        async with self._database.write() as connection:
            await _close(connection, outgoing.id, due=due, tries=outgoing.tries + 1, reason=reason)

    async def move(self, chat: int, to: int) -> None:
        """A group became a supergroup: what waits for the old id goes to the new one."""
        async with self._database.write() as connection:
            await connection.execute(update(outbox).where(outbox.c.chat == chat, outbox.c.state == NEW).values(chat=to))

    async def pause(self, until: int) -> None:
        """Nothing is sent before this time, also after a restart."""
        async with self._database.write() as connection:
            await set_mark(connection, "pause", until, self.now())

    async def paused_until(self) -> int:
        async with self._database.read() as connection:
            query = select(marks.c.value).where(marks.c.name == "pause")
            until: int | None = (await connection.execute(query)).scalar()
        return until or 0

    async def waiting(self) -> int:
        """How many letters are unsent."""
        async with self._database.read() as connection:
            query = select(func.count()).select_from(outbox).where(outbox.c.state == NEW)
            count: int = (await connection.execute(query)).scalar_one()
        return count


async def put(connection: AsyncConnection, letter: Letter, at: int, update_id: int | None = None) -> None:
    """Record a letter inside the caller's transaction."""
    await connection.execute(
        outbox.insert().values(
            chat=letter.chat,
            update_id=update_id,
            draft=letter.draft,
            html=storable(letter.html),
            buttons=[[list(button) for button in row] for row in letter.buttons],
            reply_to=letter.reply_to,
            edits=letter.edits,
            state=NEW,
            created=at,
            due=0,
            tries=0,
        )
    )


async def _close(connection: AsyncConnection, id_: int, **values: object) -> None:
    await connection.execute(update(outbox).where(outbox.c.id == id_, outbox.c.state == NEW).values(**values))


def _outgoing(row: RowMapping) -> Outgoing:
    buttons = tuple(tuple((label, data) for label, data in line) for line in row["buttons"] or ())
    letter = Letter(row["chat"], row["html"], buttons, row["reply_to"], row["edits"], row["draft"])
    if letter.edits is None and row["answer"] is not None:
        letter = replace(letter, edits=row["answer"])
    return Outgoing(row["id"], letter, row["tries"])
