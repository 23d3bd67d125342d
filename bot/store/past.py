"""One's own drafts as a person looks through them: newest first, by page, or by a word in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select

from bot.store.connection import Database
from bot.store.tables import brands, drafts, versions

# Rows in one reading while words are looked for.
BATCH = 200


@dataclass(frozen=True, slots=True)
class PastDraft:
    draft: int
    chat: int
    author: int | None
    brand: str
    """The brand's name; "" for none."""
    at: int
    """Of the newest version, as all that follows."""
    text: str
    network: str
    score: int | None
    band: str | None
    posted: bool


@dataclass(frozen=True, slots=True)
class Page:
    drafts: tuple[PastDraft, ...]
    more: bool
    """Whether older ones follow."""


class Past:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, workspace: int, person: int, number: int, size: int, words: str = "") -> Page:
        """The page with this number, the first one 0; with `words` only drafts that contain all of them."""

        def page(connection: Connection) -> Page:
            wanted = words.casefold().split()
            found = _matching(connection, workspace, person, wanted)
            rows = [row for _, row in zip(range((number + 1) * size + 1), found, strict=False)]
            shown = rows[number * size : (number + 1) * size]
            return Page(tuple(_draft(row) for row in shown), len(rows) > (number + 1) * size)

        return await self._database.ask(page)

    async def one(self, workspace: int, person: int, draft: int) -> PastDraft | None:
        """One of a person's drafts in this workspace."""
        query = _newest(workspace, person).where(drafts.c.id == draft)

        def one(connection: Connection) -> PastDraft | None:
            row = connection.execute(query).first()
            return None if row is None else _draft(row)

        return await self._database.ask(one)

    async def scores(self, workspace: int, draft: int) -> list[int | None]:
        """What the versions of a draft scored, the first one first."""
        query = (
            select(versions.c.score)
            .where(versions.c.workspace == workspace, versions.c.draft == draft)
            .order_by(versions.c.id)
        )
        return await self._database.ask(lambda connection: [*connection.execute(query).scalars()])


def _newest(workspace: int, person: int) -> Select[Any]:
    last = (
        select(func.max(versions.c.id).label("version"))
        .where(versions.c.workspace == workspace)
        .group_by(versions.c.draft)
        .subquery()
    )
    return (
        select(
            versions.c.draft,
            versions.c.at,
            versions.c.text,
            versions.c.network,
            versions.c.score,
            versions.c.band,
            versions.c.id,
            drafts.c.chat,
            drafts.c.author,
            drafts.c.posted_at,
            brands.c.name,
        )
        .join(last, last.c.version == versions.c.id)
        .join(drafts, drafts.c.id == versions.c.draft)
        .outerjoin(brands, (brands.c.id == drafts.c.brand) & (brands.c.workspace == drafts.c.workspace))
        .where(versions.c.workspace == workspace, drafts.c.workspace == workspace, _by(person))
    )


def _by(person: int) -> ColumnElement[bool]:
    """Drafts from before authors were noted are known by their chat."""
    return or_(drafts.c.author == person, and_(drafts.c.author.is_(None), drafts.c.chat == person))


def _matching(connection: Connection, workspace: int, person: int, wanted: Sequence[str]) -> Iterator[Row[Any]]:
    """Compared here: SQLite's own LIKE knows no capitals but the English ones."""
    query, last = _newest(workspace, person).order_by(versions.c.id.desc()).limit(BATCH), None
    while True:
        rows = connection.execute(query if last is None else query.where(versions.c.id < last)).all()
        yield from (row for row in rows if all(word in row.text.casefold() for word in wanted))
        if len(rows) < BATCH:
            return
        last = rows[-1].id


def _draft(row: Row[Any]) -> PastDraft:
    return PastDraft(
        draft=row.draft,
        chat=row.chat,
        author=row.author,
        brand=row.name or "",
        at=row.at,
        text=row.text,
        network=row.network,
        score=row.score,
        band=row.band,
        posted=row.posted_at is not None,
    )
