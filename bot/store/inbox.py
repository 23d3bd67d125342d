"""Updates on their way in: stored before Telegram may forget them, handled in order, never lost.

A row is `new` until somebody handled it: then it is `done`, or `quarantined` with the reason why it can't be.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

from sqlalchemy import ARRAY, BigInteger, Connection, Integer, bindparam, func, select, text, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from bot.errors import StoreError
from bot.store import pieces
from bot.store.clock import Clock, now
from bot.store.connection import Database
from bot.store.tables import inbox, marks

NEW, DONE, QUARANTINED = "new", "done", "quarantined"

# Whoever works on a row has it this long; after that the work is taken to be dead and another may have the row.
LEASE = 60_000

# Telegram numbers updates at random again after a week without any: an older offset would skip them.
OFFSET_LIFE = 6 * 24 * 3600 * 1000

RawUpdate = Mapping[str, Any]
"""An update as Telegram sent it."""


@dataclass(frozen=True, slots=True)
class Received:
    """A row that was claimed: this process, and nobody else, handles it until the lease ends."""

    id: int
    update_id: int
    lane: int
    body: str
    tries: int
    """How often it was tried before, without success."""


@dataclass(frozen=True, slots=True)
class Quarantined:
    update_id: int
    lane: int
    body: str
    tries: int
    reason: str
    received: int


class AlreadyDoneError(StoreError):
    """Somebody else finished this update meanwhile: whatever is being written for it must not be kept."""


# Written out once: building a statement costs more than running it.
HEADS = select(func.min(inbox.c.id)).where(inbox.c.state == NEW).group_by(inbox.c.lane)
CLAIMABLE = (
    select(inbox.c.id)
    .where(
        inbox.c.id.in_(HEADS),
        # Said once more: a row that another process has just changed PostgreSQL looks at again, but not at the heads.
        inbox.c.state == NEW,
        inbox.c.due <= bindparam("at"),
        inbox.c.leased <= bindparam("at"),
    )
    .order_by(inbox.c.id)
    .limit(bindparam("most", type_=Integer))
)
CLAIMED = inbox.c["id", "update_id", "lane", "body", "tries"]
LEASE_ROWS = update(inbox).where(inbox.c.id.in_(CLAIMABLE)).values(leased=bindparam("until")).returning(*CLAIMED)
# Several processes share a PostgreSQL: what another one claims at this moment is passed over.
UNLOCKED = CLAIMABLE.with_for_update(skip_locked=True).cte("unlocked")
LEASE_UNLOCKED_ROWS = (
    update(inbox)
    .where(inbox.c.id.in_(select(UNLOCKED.c.id)))
    .values(leased=bindparam("until"), holder=bindparam("replica"))
    .returning(*CLAIMED)
)
# They also store side by side; what belongs to one chat one after the other, or its pieces would miss each other.
LOCK_LANES = text("SELECT pg_advisory_xact_lock(hashint8extended(lane, 0)) FROM unnest(:lanes) AS lane").bindparams(
    bindparam("lanes", type_=ARRAY(BigInteger))
)
NEXT_DUE = select(func.min(func.max(inbox.c.due, inbox.c.leased))).where(inbox.c.id.in_(HEADS))
NEXT_DUE_GREATEST = select(func.min(func.greatest(inbox.c.due, inbox.c.leased))).where(inbox.c.id.in_(HEADS))
FINISH = (
    update(inbox)
    .where(inbox.c.update_id == bindparam("number"), inbox.c.state == NEW)
    .values(state=DONE, finished=bindparam("at"), leased=0)
)
HAND_BACK = (
    update(inbox).where(inbox.c.state == NEW, inbox.c.id.in_(bindparam("rows", expanding=True))).values(leased=0)
)
INSERT = sqlite_insert(inbox).on_conflict_do_nothing(index_elements=["update_id"])
INSERT_UNKNOWN = postgresql_insert(inbox).on_conflict_do_nothing(index_elements=["update_id"])
KNOWN = select(inbox.c.update_id).where(inbox.c.update_id.in_(bindparam("numbers", expanding=True)))
OFFSET = select(marks).where(marks.c.name == "offset")


class Inbox:
    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self.now = clock

    async def store(self, updates: Sequence[RawUpdate], *, offset: int | None = None) -> int:
        """Keep a batch, all of it or nothing, with the offset that confirms it; says how many were not known yet."""
        at = self.now()

        insert = INSERT if self._database.sqlite else INSERT_UNKNOWN

        def store(connection: Connection) -> int:
            if not self._database.sqlite:
                connection.execute(LOCK_LANES, {"lanes": sorted(set(map(lane, updates)))})
            if rows := _rows(connection, updates, at):
                connection.execute(insert, rows)
            if offset is not None:
                set_mark(connection, "offset", offset, at)
            return len(rows)

        return await self._database.keep(store)

    async def offset(self) -> int | None:
        """What to ask Telegram for next; None where it should decide itself."""
        row = await self._database.ask(lambda connection: connection.execute(OFFSET).first())
        return row.value if row is not None and row.at > self.now() - OFFSET_LIFE else None

    async def claim(self, limit: int, *, handled: Sequence[int] = (), given_up: Sequence[int] = ()) -> list[Received]:
        """The oldest undone row of each lane, if it is due and nobody works on it.

        Before that, and in the same transaction, `handled` updates are done, and the leases of rows that were
        `given_up` end.
        """
        at = self.now()
        lease = LEASE_ROWS if self._database.sqlite else LEASE_UNLOCKED_ROWS

        def claim(connection: Connection) -> list[Received]:
            for update_id in handled:
                finish(connection, update_id, at)
            if given_up:
                connection.execute(HAND_BACK, {"rows": list(given_up)})
            asked = {"at": at, "most": limit, "until": at + LEASE}
            if not self._database.sqlite:
                asked["replica"] = self._database.replica
            rows = connection.execute(lease, asked)
            claimed = [Received(row.id, row.update_id, row.lane, row.body, row.tries) for row in rows]
            return sorted(claimed, key=lambda row: row.id)

        return await self._database.keep(claim)

    async def next_due(self) -> int | None:
        """When the next undone row may be claimed; None if there is none."""
        query = NEXT_DUE if self._database.sqlite else NEXT_DUE_GREATEST
        due: int | None = await self._database.ask(lambda connection: connection.execute(query).scalar())
        return due

    async def done(self, update_id: int) -> None:
        """Nothing more to do for this update; calling it twice changes nothing."""
        at = self.now()
        await self._database.keep(lambda connection: finish(connection, update_id, at))

    async def retry(self, update_id: int, reason: str, *, after: int) -> None:
        """It did not work: try again after so many milliseconds."""
        at = self.now()
        later = (
            update(inbox)
            .where(inbox.c.update_id == update_id, inbox.c.state == NEW)
            .values(due=at + after, leased=0, tries=inbox.c.tries + 1, reason=reason)
        )
        await self._database.keep(lambda connection: connection.execute(later).close())

    async def quarantined(self) -> list[Quarantined]:
        query = select(inbox).where(inbox.c.state == QUARANTINED).order_by(inbox.c.id)
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return [
            Quarantined(row.update_id, row.lane, row.body, row.tries, row.reason or "", row.received) for row in rows
        ]

    async def run_again(self, update_id: int) -> bool:
        """Let a quarantined update have another go; False if there is no such row."""
        async with self._database.write() as connection:
            result = await connection.execute(
                update(inbox)
                .where(inbox.c.update_id == update_id, inbox.c.state == QUARANTINED)
                .values(state=NEW, due=0, leased=0, tries=0, finished=None)
            )
        return result.rowcount > 0

    async def hand_back(self, ids: Sequence[int] | None = None) -> None:
        """End the leases of these rows; without any, of all that belong to nobody, as a process does when it starts.

        On SQLite that is every lease. On a server others may be at work: see store/replicas.py for those that died.
        """
        statement = update(inbox).where(inbox.c.state == NEW, inbox.c.leased > 0).values(leased=0)
        if ids is not None:
            statement = statement.where(inbox.c.id.in_(ids))
        elif not self._database.sqlite:
            statement = statement.where(inbox.c.holder.is_(None))
        async with self._database.write() as connection:
            await connection.execute(statement)
            if ids is None:
                # The other pieces may not have been fetched yet when the process ended.
                await connection.execute(update(inbox).where(*WAITING).values(due=self.now() + pieces.WAIT))

    async def waiting(self) -> int:
        """How many rows are undone."""
        async with self._database.read() as connection:
            query = select(func.count()).select_from(inbox).where(inbox.c.state == NEW)
            count: int = (await connection.execute(query)).scalar_one()
        return count


def finish(connection: Connection, update_id: int, at: int) -> bool:
    """Mark an update done inside the caller's transaction; False if it was not open any more."""
    result = connection.execute(FINISH, {"number": update_id, "at": at})
    return result.rowcount > 0


def finish_once(connection: Connection, update_id: int, at: int) -> None:
    """As `finish`, but the caller's transaction must fail where another was first: nothing is answered twice."""
    if not finish(connection, update_id, at):
        raise AlreadyDoneError(f"update {update_id} is done already")


def quarantine(connection: Connection, update_id: int, reason: str, at: int) -> bool:
    """Put an update aside, with the reason, inside the caller's transaction."""
    result = connection.execute(
        update(inbox)
        .where(inbox.c.update_id == update_id, inbox.c.state == NEW)
        .values(state=QUARANTINED, finished=at, leased=0, tries=inbox.c.tries + 1, reason=reason)
    )
    return result.rowcount > 0


def set_mark(connection: Connection, name: str, value: int, at: int) -> None:
    insert = sqlite_insert(marks) if connection.dialect.name == "sqlite" else postgresql_insert(marks)
    row = insert.values(name=name, value=value, at=at)
    connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": value, "at": at}))


# A row that nobody tried yet, and that is not due at once, waits for its other pieces.
WAITING = (inbox.c.state == NEW, inbox.c.tries == 0, inbox.c.due > 0, inbox.c.leased == 0)


# What passed through is kept for a week; nobody's message can be edited after two days.
JOINED = (
    select(inbox.c.body)
    .where(
        inbox.c.state.in_((NEW, DONE, QUARANTINED)),
        inbox.c.lane == bindparam("lane"),
        inbox.c.body.contains(f'"{pieces.PIECES}":', autoescape=True),
    )
    .order_by(inbox.c.id.desc())
    .limit(20)
)
PIECES = (
    select(inbox)
    .where(*WAITING, inbox.c.lane.in_(bindparam("lanes", expanding=True)))
    .order_by(inbox.c.id)
    .with_for_update()
)


def _rows(connection: Connection, updates: Sequence[RawUpdate], at: int) -> list[dict[str, Any]]:
    """The rows of updates that are not known yet; a piece goes into the row that waits for it."""
    numbers = [raw["update_id"] for raw in updates]
    known = set(connection.execute(KNOWN, {"numbers": numbers}).scalars())
    waiting = {row.lane: row._asdict() for row in connection.execute(PIECES, {"lanes": [*map(lane, updates)]})}
    rows: list[dict[str, Any]] = []
    for raw in updates:
        if raw["update_id"] in known:
            # A second delivery: its words may be part of another row already.
            continue
        known.add(raw["update_id"])
        raw = _edit_of_whole(connection, rows, raw)
        row = _row(raw, at)
        # Only what comes next in the chat can be the next piece.
        head = waiting.pop(row["lane"], None)
        if head is not None and (joined := pieces.join(json.loads(head["body"]), raw)) is not None:
            head.update(body=_body(joined), due=row["due"])
            _rewrite(connection, head)
            _close(row, head["update_id"])
        elif (album := pieces.album_of(raw)) and (first := _album(connection, row["lane"], album)):
            _close(row, first)
            head = None
        else:
            head = row
        if head is not None and head["due"]:
            waiting[row["lane"]] = head
        rows.append(row)
    return rows


def _rewrite(connection: Connection, head: Mapping[str, Any]) -> None:
    """For a head of this same batch this changes nothing: it is stored afterwards, whole."""
    changed = update(inbox).where(inbox.c.update_id == head["update_id"], *WAITING)
    connection.execute(changed.values(body=head["body"], due=head["due"]))


def _edit_of_whole(connection: Connection, rows: Sequence[Mapping[str, Any]], raw: RawUpdate) -> RawUpdate:
    """Who edits one message of a long paste has edited the paste: as it was joined, or as it was last edited."""
    if pieces.EDITED not in raw:
        return raw
    found = [row["body"] for row in rows if row["lane"] == lane(raw)]
    found += connection.execute(JOINED, {"lane": lane(raw)}).scalars().all()[::-1]
    wholes = (json.loads(body) for body in reversed(found) if pieces.PIECES in body)
    return next((edit for whole in wholes if (edit := pieces.joined_edit(whole, raw)) is not None), raw)


def _album(connection: Connection, lane: int, album: str) -> int | None:
    """The update that brought this album, if it was not long ago: a picture that comes late needs no answer."""
    query = select(inbox.c.update_id, inbox.c.body).where(inbox.c.lane == lane).order_by(inbox.c.id.desc()).limit(10)
    for number, body in connection.execute(query):
        message = json.loads(body).get("message")
        if isinstance(message, dict) and message.get("media_group_id") == album:
            found: int = number
            return found
    return None


def _close(row: dict[str, Any], head: int) -> None:
    row.update(state=DONE, due=0, finished=row["received"], reason=f"part of update {head}")


def _body(raw: RawUpdate) -> str:
    # ASCII: half of an emoji (a lone surrogate) is legal in JSON's escapes and nowhere in a database.
    return json.dumps(raw, ensure_ascii=True, separators=(",", ":"))


def _row(raw: RawUpdate, at: int) -> dict[str, Any]:
    return {
        "update_id": raw["update_id"],
        "lane": lane(raw),
        "body": _body(raw),
        "state": NEW,
        "received": at,
        "due": at + pieces.WAIT if pieces.more_may_come(raw) else 0,
        "leased": 0,
        "tries": 0,
        "finished": None,
        "reason": None,
    }


def is_update(found: object) -> TypeGuard[RawUpdate]:
    """Whether something that arrived can be kept as an update, whatever else is in it."""
    number = found.get("update_id") if isinstance(found, dict) else None
    return isinstance(number, int) and not isinstance(number, bool) and abs(number) < 2**63


def lane(raw: RawUpdate) -> int:
    """The chat that an update belongs to, else its author, else the update itself."""
    for name, content in raw.items():
        if name == "update_id" or not isinstance(content, Mapping):
            continue
        chat, inner_chat = content.get("chat"), _inner(content, "message", "chat")
        for place in (chat, inner_chat, content.get("from"), content.get("user")):
            if isinstance(place, Mapping) and isinstance(place.get("id"), int):
                found: int = place["id"]
                return found if abs(found) < 2**62 else 0
    fallback: int = raw["update_id"]
    return fallback


def _inner(content: Mapping[str, Any], *names: str) -> object:
    inside: object = content
    for name in names:
        inside = inside.get(name) if isinstance(inside, Mapping) else None
    return inside
