"""The weekly reports that leads asked for: when each is due, who is making it, when it was last sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select, update
from sqlalchemy import delete as delete_from

from bot.store.clock import Clock, now
from bot.store.connection import Database
from bot.store.outbox import Letter, put
from bot.store.tables import schedules

# Whoever makes a report has this long; after that another may.
LEASE = 5 * 60_000


@dataclass(frozen=True, slots=True)
class Schedule:
    id: int
    workspace: int
    brand: int | None
    """None: the whole team."""
    person: int
    """The lead who asked for it."""
    chat: int
    weekday: int
    """0 is Monday."""
    minute: int
    """Of the day, in the time zone."""
    zone: str
    language: str
    next_due: int
    last_sent: int | None


class Schedules:
    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self._clock = clock

    async def set(
        self,
        workspace: int,
        chat: int,
        *,
        person: int,
        weekday: int,
        minute: int,
        zone: str,
        language: str,
        next_due: int,
        brand: int | None = None,
    ) -> None:
        """One report a week into this chat; it takes the place of the one there was."""

        def put(connection: Connection) -> None:
            connection.execute(
                delete_from(schedules).where(schedules.c.workspace == workspace, schedules.c.chat == chat)
            )
            connection.execute(
                schedules.insert().values(
                    workspace=workspace,
                    brand=brand,
                    person=person,
                    chat=chat,
                    weekday=weekday,
                    minute=minute,
                    zone=zone,
                    language=language,
                    next_due=next_due,
                    leased=0,
                )
            )

        await self._database.keep(put)

    async def of(self, workspace: int) -> list[Schedule]:
        query = select(schedules).where(schedules.c.workspace == workspace).order_by(schedules.c.id)
        return await self._database.ask(lambda connection: [_schedule(row) for row in connection.execute(query)])

    async def remove(self, workspace: int, chat: int) -> bool:
        gone = delete_from(schedules).where(schedules.c.workspace == workspace, schedules.c.chat == chat)
        return await self._database.keep(lambda connection: connection.execute(gone).rowcount > 0)

    async def claim(self) -> Schedule | None:
        """The report that is due longest and that nobody is making, of whatever workspace; it is the caller's now."""
        at = self._clock()
        due = (
            select(schedules.c.id)
            .where(schedules.c.next_due <= at, schedules.c.leased <= at)
            .order_by(schedules.c.next_due)
            .limit(1)
        )
        if not self._database.sqlite:
            due = due.with_for_update(skip_locked=True)
        taken = update(schedules).where(schedules.c.id.in_(due)).values(leased=at + LEASE).returning(schedules)

        def claim(connection: Connection) -> Schedule | None:
            row = connection.execute(taken).first()
            return None if row is None else _schedule(row)

        return await self._database.keep(claim)

    async def next_due(self) -> int | None:
        """When the next report is due; None if nobody asked for one."""
        query = select(schedules.c.next_due).order_by(schedules.c.next_due).limit(1)

        def next_due(connection: Connection) -> int | None:
            due: int | None = connection.execute(query).scalar()
            return due

        return await self._database.ask(next_due)

    async def send(self, schedule: Schedule, next_due: int, *letters: Letter) -> bool:
        """The report into the outbox, and the note that it is sent: both or neither. False as for `done`."""
        at = self._clock()

        def send(connection: Connection) -> bool:
            if not _close(connection, schedule, {"next_due": next_due, "leased": 0, "last_sent": at}):
                return False
            for letter in letters:
                put(connection, letter, at)
            return True

        return await self._database.keep(send)

    async def done(self, schedule: Schedule, next_due: int, *, sent: bool = True) -> bool:
        """It is sent (or too late to send); False if it was already, or is not wanted any more."""
        values: dict[str, int] = {"next_due": next_due, "leased": 0, **({"last_sent": self._clock()} if sent else {})}
        return await self._database.keep(lambda connection: _close(connection, schedule, values))


def _close(connection: Connection, schedule: Schedule, values: dict[str, int]) -> bool:
    """Whoever comes second finds another due time, or none, and changes nothing."""
    of = schedules.c.id == schedule.id, schedules.c.next_due == schedule.next_due
    return connection.execute(update(schedules).where(*of).values(**values)).rowcount > 0


def _schedule(row: Row[*tuple[Any, ...]]) -> Schedule:
    return Schedule(
        id=row.id,
        workspace=row.workspace,
        brand=row.brand,
        person=row.person,
        chat=row.chat,
        weekday=row.weekday,
        minute=row.minute,
        zone=row.zone,
        language=row.language,
        next_due=row.next_due,
        last_sent=row.last_sent,
    )
