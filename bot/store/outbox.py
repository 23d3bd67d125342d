"""Answers on their way out: written together with what they answer, sent afterwards, in order within a chat.

A row is `new` until Telegram took it (`sent`) or will never take it (`dropped`, with the reason).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy import Connection, Integer, RowMapping, bindparam, func, select, update

from bot.store.clock import Clock, now
from bot.store.connection import Database, storable
from bot.store.inbox import finish_once, quarantine, set_mark
from bot.store.tables import drafts, marks, outbox

NEW, SENT, DROPPED = "new", "sent", "dropped"

Buttons = tuple[tuple[tuple[str, str], ...], ...]
"""Rows of (label, callback data)."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that travels with a letter, whose words become its caption (1,024 units at most)."""

    kind: Literal["photo", "document"]
    name: str
    content: bytes


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
    file: Attached | None = None
    """Goes before the words; with `edits` it takes the place of the file there was."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A letter that is due."""

    id: int
    letter: Letter
    tries: int


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to send."""

    pause: int
    """Nothing may be sent before this time."""
    letters: list[Outgoing]
    """The oldest unsent letter of each chat, of those that are due."""
    next_due: int | None
    """Where no letter is due: when the next one will be."""


# Written out once: building a statement costs more than running it.
HEADS = (
    select(func.min(outbox.c.id))
    .where(outbox.c.state == NEW, outbox.c.chat.not_in(bindparam("without", expanding=True)))
    .group_by(outbox.c.chat)
)
DUE = (
    select(outbox, drafts.c.answer)
    .outerjoin(drafts, drafts.c.id == outbox.c.draft)
    .where(outbox.c.id.in_(HEADS), outbox.c.due <= bindparam("at"))
    .order_by(outbox.c.id)
    .limit(bindparam("most", type_=Integer))
)
NEXT_DUE = select(func.min(outbox.c.due)).where(outbox.c.id.in_(HEADS))
PAUSED = select(marks.c.value).where(marks.c.name == "pause")
CLOSE_SENT = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"), outbox.c.state == NEW, outbox.c.html == bindparam("words"))
    .values(state=SENT, message=bindparam("message"), finished=bindparam("finished"))
)
NOW_EDITS = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"), outbox.c.state == NEW)
    .values(edits=bindparam("became"), due=0)
)
# A picture or a table may quote drafts of other people than the chat's own. It is not kept once it is delivered, so
# that a draft that somebody wanted forgotten is nowhere.
WITHOUT_FILE = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"), outbox.c.state != NEW)
    .values(html="", file_kind=None, file_name=None, file=None)
)
ANSWERED = update(drafts).where(drafts.c.id == bindparam("known")).values(answer=bindparam("answer"))
PUT = outbox.insert()


class Outbox:
    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self.now = clock

    async def answer(self, update_id: int, *letters: Letter) -> None:
        """Record the letters and mark the update done, in one transaction."""
        at = self.now()

        def answer(connection: Connection) -> None:
            finish_once(connection, update_id, at)
            for letter in letters:
                put(connection, letter, at, update_id)

        await self._database.keep(answer)

    async def renew(self, before: int | None, update_id: int, letter: Letter) -> None:
        """As `answer`, but in place of what answered the update `before`: of the message that became, or will."""
        at = self.now()
        query = select(outbox.c.id, outbox.c.state, outbox.c.message).where(
            outbox.c.state.in_((NEW, SENT)), outbox.c.chat == letter.chat, outbox.c.update_id == before
        )

        def renew(connection: Connection) -> None:
            finish_once(connection, update_id, at)
            row = None if before is None else connection.execute(query.order_by(outbox.c.id)).first()
            if row is not None and row.state == NEW:
                buttons = [[list(button) for button in line] for line in letter.buttons]
                _close(connection, row.id, html=letter.html, buttons=buttons)
            else:
                put(connection, replace(letter, edits=None if row is None else row.message), at, update_id)

        await self._database.keep(renew)

    async def write(self, *letters: Letter) -> None:
        """Record letters that answer nobody: news from the bot itself."""
        at = self.now()

        def write(connection: Connection) -> None:
            for letter in letters:
                put(connection, letter, at)

        await self._database.keep(write)

    async def give_up(self, update_id: int, reason: str, *letters: Letter) -> None:
        """Put an update aside, and tell its author so, in one transaction."""
        at = self.now()

        def give_up(connection: Connection) -> None:
            if quarantine(connection, update_id, reason, at):
                for letter in letters:
                    put(connection, letter, at, update_id)

        await self._database.keep(give_up)

    async def look(self, limit: int, *, without: Collection[int] = ()) -> Look:
        """What a sender wants to know, read at once; chats in `without` have to wait and are passed over."""
        asked = {"without": list(without), "at": self.now(), "most": limit}

        def look(connection: Connection) -> Look:
            pause = connection.execute(PAUSED).scalar() or 0
            letters = [*map(_outgoing, connection.execute(DUE, asked).mappings())]
            return Look(pause, letters, None if letters else connection.execute(NEXT_DUE, asked).scalar())

        return await self._database.ask(look)

    async def due(self, limit: int, *, without: Collection[int] = ()) -> list[Outgoing]:
        """The oldest unsent letter of each chat that is due, except of chats that have to wait."""
        return (await self.look(limit, without=without)).letters

    async def sent(self, outgoing: Outgoing, message: int | None) -> None:
        """Telegram has it, as this message; the answer to a draft is remembered for its edits."""
        at = self.now()

        def sent(connection: Connection) -> None:
            now = {"row": outgoing.id, "words": outgoing.letter.html, "message": message, "finished": at}
            closed = connection.execute(CLOSE_SENT, now)
            if not closed.rowcount and message is not None:
                # Its words were changed while it was under way: the new ones are an edit of what arrived.
                connection.execute(NOW_EDITS, {"row": outgoing.id, "became": message})
            if outgoing.letter.draft is not None and message is not None:
                connection.execute(ANSWERED, {"known": outgoing.letter.draft, "answer": message})
            if outgoing.letter.file is not None:
                connection.execute(WITHOUT_FILE, {"row": outgoing.id})

        await self._database.keep(sent)

    async def drop(self, outgoing: Outgoing, reason: str) -> None:
        """Telegram will never take it."""
        values = {"state": DROPPED, "reason": reason, "finished": self.now()}

        def drop(connection: Connection) -> None:
            _close(connection, outgoing.id, **values)
            if outgoing.letter.file is not None:
                connection.execute(WITHOUT_FILE, {"row": outgoing.id})

        await self._database.keep(drop)

    async def postpone(self, outgoing: Outgoing, reason: str, *, after: int) -> None:
        """Try this one again after so many milliseconds; what comes after it in the chat waits with it."""
        values = {"due": self.now() + after, "tries": outgoing.tries + 1, "reason": reason}
        await self._database.keep(lambda connection: _close(connection, outgoing.id, **values))

    async def move(self, chat: int, to: int) -> None:
        """A group became a supergroup: what waits for the old id goes to the new one."""
        moved = update(outbox).where(outbox.c.chat == chat, outbox.c.state == NEW).values(chat=to)
        await self._database.keep(lambda connection: connection.execute(moved).close())

    async def pause(self, until: int) -> None:
        """Nothing is sent before this time, also after a restart."""
        at = self.now()
        await self._database.keep(lambda connection: set_mark(connection, "pause", until, at))

    async def waiting(self) -> int:
        """How many letters are unsent."""
        async with self._database.read() as connection:
            query = select(func.count()).select_from(outbox).where(outbox.c.state == NEW)
            count: int = (await connection.execute(query)).scalar_one()
        return count


def put(connection: Connection, letter: Letter, at: int, update_id: int | None = None) -> None:
    """Record a letter inside the caller's transaction."""
    connection.execute(
        PUT,
        {
            "chat": letter.chat,
            "update_id": update_id,
            "draft": letter.draft,
            "html": storable(letter.html),
            "buttons": [[list(button) for button in row] for row in letter.buttons],
            "reply_to": letter.reply_to,
            "edits": letter.edits,
            "file_kind": letter.file.kind if letter.file else None,
            "file_name": letter.file.name if letter.file else None,
            "file": letter.file.content if letter.file else None,
            "state": NEW,
            "created": at,
            "due": 0,
            "tries": 0,
        },
    )


def _close(connection: Connection, id_: int, **values: object) -> None:
    connection.execute(update(outbox).where(outbox.c.id == id_, outbox.c.state == NEW).values(**values))


def _outgoing(row: RowMapping) -> Outgoing:
    buttons = tuple(tuple((label, data) for label, data in line) for line in row["buttons"] or ())
    file = Attached(row["file_kind"], row["file_name"], bytes(row["file"])) if row["file_kind"] else None
    letter = Letter(row["chat"], row["html"], buttons, row["reply_to"], row["edits"], row["draft"], file)
    if letter.edits is None and row["answer"] is not None:
        letter = replace(letter, edits=row["answer"])
    return Outgoing(row["id"], letter, row["tries"])
