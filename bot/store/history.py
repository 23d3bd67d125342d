"""Every version of every draft with what the coach said about it, each team's apart from the others'."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, select, update

from bot.engine.feed import selling_share
from bot.engine.model import Brake, Draft, Finding, Line, Review, Span
from bot.store.backdrop import Backdrop, backdrop, workspace_of
from bot.store.clock import Clock, now
from bot.store.connection import Database, open_database, storable
from bot.store.inbox import finish_once
from bot.store.outbox import Letter, put
from bot.store.tables import brands, drafts, versions, workspaces
from bot.store.teams import make_home


@dataclass(frozen=True, slots=True)
class Place:
    """Where a draft came from: the update that brought it, and its author's message."""

    update_id: int
    chat: int
    message: int


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a draft as it is kept."""

    id: int
    draft: int
    at: int
    text: str
    picture: bool
    network: str
    language: str | None
    score: int | None
    band: str | None
    no_score: str | None
    act: str | None
    findings: tuple[str, ...]
    """Ids of what was found."""
    weaknesses: tuple[str, ...]
    """Ids of those among them that lower the score."""
    rules_version: str
    rules_hash: str
    links: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Who sent a draft, and for which brand; kept with its first version."""

    author: int | None = None
    brand: int | None = None
    asks_again: bool = False
    """Whether the answer asks if the brand's settings still hold."""


# Written out once: building a statement costs ten times what running it does.
FIND_DRAFT = select(drafts.c.id).where(
    drafts.c.workspace == bindparam("workspace"),
    drafts.c.chat == bindparam("chat"),
    drafts.c.message == bindparam("message"),
)
LATEST = (
    select(versions)
    .join(drafts, drafts.c.id == versions.c.draft)
    .where(
        versions.c.workspace == bindparam("workspace"),
        drafts.c.workspace == bindparam("workspace"),
        drafts.c.chat == bindparam("chat"),
        drafts.c.message == bindparam("message"),
    )
    .order_by(versions.c.id.desc())
    .limit(1)
)
NEW_DRAFT = drafts.insert().returning(drafts.c.id)
ADD_VERSION = versions.insert()


class History:
    """Every question names the workspace: nobody reads another team's drafts."""

    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self.now = clock

    async def workspace(self, kind: str = "terminal", chat: int = 0) -> int:
        """The workspace of a chat, made when first asked for."""
        query = select(workspaces.c.id).where(workspaces.c.kind == kind, workspaces.c.chat == chat)
        known: int | None = await self._database.ask(lambda connection: connection.execute(query).scalar())
        if known is not None:
            return known
        at = self.now()

        def make(connection: Connection) -> int:
            known: int | None = connection.execute(query).scalar()
            if known is None:
                made = workspaces.insert().values(kind=kind, chat=chat, created=at)
                known = connection.execute(made.returning(workspaces.c.id)).scalar_one()
            return known

        return await self._database.keep(make)

    async def save(self, workspace: int, draft: Draft, review: Review, *, of: int | None = None) -> int:
        """Keep a draft that did not come through Telegram; says the draft's number, for its next version."""
        at = self.now()

        def save(connection: Connection) -> int:
            known = _new_draft(connection, workspace, 0, None, Origin(), at) if of is None else of
            _add_version(connection, workspace, known, draft, review, at)
            return known

        return await self._database.keep(save)

    async def workspace_of(self, person: int, place: Place) -> int:
        """Where this person's draft of a private chat belongs; their own workspace is made when first needed."""

        def find(connection: Connection) -> int | None:
            return workspace_of(connection, person, place.chat, place.message)

        found = await self._database.ask(find)
        if found is None:
            at = self.now()
            await self._database.keep(lambda connection: make_home(connection, person, at))
            found = await self._database.ask(find)
            assert found is not None
        return found

    async def move_group(self, chat: int, to: int) -> None:
        """A group has another number now; telling it twice changes nothing."""

        def move(connection: Connection) -> None:
            group = select(workspaces.c.id).where(workspaces.c.kind == "group", workspaces.c.chat == to)
            if connection.execute(group).first() is None:
                mine = update(workspaces).where(workspaces.c.kind == "group", workspaces.c.chat == chat)
                connection.execute(mine.values(chat=to))

        await self._database.keep(move)

    async def backdrop(self, workspace: int, person: int | None, place: Place, text: str) -> Backdrop:
        """What is known around the draft in this message."""
        return await self._database.ask(
            lambda connection: backdrop(connection, workspace, person, place.chat, place.message, text)
        )

    async def answer(
        self, workspace: int, place: Place, draft: Draft, review: Review, letter: Letter, origin: Origin = Origin()
    ) -> None:
        """The version, the answer and "done" in one transaction: all three are kept, or none."""
        at = self.now()

        def answer(connection: Connection) -> None:
            finish_once(connection, place.update_id, at)
            known = _find_draft(connection, workspace, place)
            if known is None:
                known = _new_draft(connection, workspace, place.chat, place.message, origin, at)
            _add_version(connection, workspace, known, draft, review, at)
            put(connection, replace(letter, edits=None, draft=known), at, place.update_id)
            if origin.asks_again:
                asked = update(brands).where(brands.c.workspace == workspace, brands.c.id == origin.brand)
                connection.execute(asked.values(asked_again=at))

        await self._database.keep(answer)

    async def latest(self, workspace: int, place: Place) -> Version | None:
        """The newest version of the draft in this message."""
        asked = {"workspace": workspace, "chat": place.chat, "message": place.message}
        row = await self._database.ask(lambda connection: connection.execute(LATEST, asked).mappings().first())
        return version_of(row) if row is not None else None

    async def versions(self, workspace: int, limit: int = 100) -> list[Version]:
        """Versions of this workspace, newest first."""
        query = select(versions).where(versions.c.workspace == workspace).order_by(versions.c.id.desc()).limit(limit)
        async with self._database.read() as connection:
            return [version_of(row) for row in (await connection.execute(query)).mappings()]

    async def newest(self, limit: int) -> list[Version]:
        """Versions of all workspaces, newest first: for whoever runs the machine and tries new rules on old drafts."""
        query = select(versions).order_by(versions.c.id.desc()).limit(limit)
        async with self._database.read() as connection:
            return [version_of(row) for row in (await connection.execute(query)).mappings()]


@asynccontextmanager
async def open_history(url: str) -> AsyncIterator[History]:
    """The history alone, for commands that don't need Telegram."""
    async with open_database(url) as database:
        yield History(database)


def _find_draft(connection: Connection, workspace: int, place: Place) -> int | None:
    asked = {"workspace": workspace, "chat": place.chat, "message": place.message}
    found: int | None = connection.execute(FIND_DRAFT, asked).scalar()
    return found


def _new_draft(connection: Connection, workspace: int, chat: int, message: int | None, origin: Origin, at: int) -> int:
    made = {
        "workspace": workspace,
        "chat": chat,
        "message": message,
        "created": at,
        "author": origin.author,
        "brand": origin.brand,
    }
    id_: int = connection.execute(NEW_DRAFT, made).scalar_one()
    return id_


def _add_version(connection: Connection, workspace: int, of: int, draft: Draft, review: Review, at: int) -> None:
    connection.execute(
        ADD_VERSION,
        {
            "workspace": workspace,
            "draft": of,
            "at": at,
            "text": storable(draft.text),
            "picture": int(draft.picture),
            "network": draft.network,
            "language": review.language,
            "score": review.score,
            "band": review.band,
            "no_score": review.no_score,
            "act": review.act,
            "confidence": review.confidence,
            "findings": [_finding(finding) for finding in review.findings],
            "lines": [_line(line) for line in review.lines],
            "brake": _brake(review.brake),
            "rules_version": review.rules.version,
            "rules_hash": review.rules.hash,
            "promo": selling_share(review),
            "links": [list(link) for link in draft.links],
        },
    )


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "sign": finding.sign,
        "dimension": finding.dimension,
        "points": finding.points,
        "reason": finding.reason,
        "clear": finding.clear,
        "spans": [list(span) for span in finding.spans],
        "trial": finding.trial,
    }


def _line(line: Line) -> dict[str, Any]:
    return {"dimension": line.dimension, "size": line.size, "start": line.start, "value": line.value}


def _brake(brake: Brake | None) -> dict[str, Any] | None:
    return None if brake is None else {"id": brake.id, "factor": brake.factor, "cost": brake.cost}


def version_of(row: RowMapping) -> Version:
    return Version(
        id=row["id"],
        draft=row["draft"],
        at=row["at"],
        text=row["text"],
        picture=bool(row["picture"]),
        network=row["network"],
        language=row["language"],
        score=row["score"],
        band=row["band"],
        no_score=row["no_score"],
        act=row["act"],
        findings=tuple(finding["id"] for finding in row["findings"]),
        weaknesses=tuple(finding["id"] for finding in row["findings"] if finding["sign"] == "-"),
        rules_version=row["rules_version"],
        rules_hash=row["rules_hash"],
        links=tuple((start, end) for start, end in row["links"] or ()),
    )
