"""What a team wrote between two moments, as its report needs it: a week is read, whatever lies behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, func, select

from bot.engine.model import Span
from bot.store.connection import Database
from bot.store.tables import drafts, posts, unfair, versions

# More drafts than this in one reading would keep others waiting for the database.
MOST = 500


@dataclass(frozen=True, slots=True)
class Found:
    """One finding of a version as it is kept."""

    id: str
    sign: str
    dimension: str
    points: int
    proven: bool
    """Whether it is a reason to follow with clear evidence."""
    spans: tuple[Span, ...] = ()
    trial: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """One version of a draft and what the coach said about it."""

    at: int
    text: str
    language: str | None
    score: int | None
    act: str | None
    promo: float
    """The share of its sentences that sell."""
    found: tuple[Found, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.found if one.proven)

    @property
    def weaknesses(self) -> tuple[Found, ...]:
        return tuple(one for one in self.found if one.sign == "-" and not one.trial)

    def has(self, id_: str) -> bool:
        return any(one.id == id_ for one in self.found)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft from its first version to its last one."""

    id: int
    created: int
    brand: int | None
    author: int | None
    first: Judged
    last: Judged
    versions: int = 1
    seen: frozenset[str] = frozenset()
    """Ids of all that was ever found in it."""


@dataclass(frozen=True, slots=True)
class Out:
    """A post that went out, as far as its texts need not be read again."""

    at: int
    promo: float
    reasons: tuple[str, ...]


class Journal:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def drafts(
        self, workspace: int, since: int, until: int, *, brand: int | None = None, author: int | None = None
    ) -> list[Drafted]:
        """The drafts that began between two moments, with all their later versions, oldest first.

        Read a part at a time: whoever sends a draft meanwhile waits for one part at most.
        """
        found: list[Drafted] = []
        started = await self._database.ask(
            lambda connection: _started(connection, workspace, since, until, brand, author)
        )
        for start in range(0, len(started), MOST):
            part = started[start : start + MOST]
            found += await self._database.ask(lambda connection, part=part: _drafts(connection, workspace, part))  # type: ignore[misc]
        return found

    async def posts(self, workspace: int, since: int, until: int, *, brand: int | None = None) -> list[Out]:
        """What is known to have gone out between two moments, oldest first."""
        query = select(posts.c.at, posts.c.promo, posts.c.reasons).where(
            posts.c.workspace == workspace, posts.c.at >= since, posts.c.at < until
        )
        if brand is not None:
            query = query.where(posts.c.brand == brand)

        def read(connection: Connection) -> list[Out]:
            rows = connection.execute(query.order_by(posts.c.at, posts.c.id))
            return [Out(row.at, row.promo, tuple(row.reasons)) for row in rows]

        return await self._database.ask(read)

    async def unfair(self, workspace: int, since: int, until: int, *, brand: int | None = None) -> dict[str, int]:
        """How often each rule was called unfair between two moments."""
        query = select(unfair.c.rule, func.count()).where(
            unfair.c.workspace == workspace, unfair.c.at >= since, unfair.c.at < until
        )
        if brand is not None:
            query = query.join(drafts, drafts.c.id == unfair.c.draft).where(drafts.c.brand == brand)

        def read(connection: Connection) -> dict[str, int]:
            return {row[0]: row[1] for row in connection.execute(query.group_by(unfair.c.rule))}

        return await self._database.ask(read)


def _started(
    connection: Connection, workspace: int, since: int, until: int, brand: int | None, author: int | None
) -> list[int]:
    """Every draft has a version from the moment it began, so the index of versions by time finds it.

    A version's workspace is its draft's. It is asked for where an index leads to the rows of these moments alone:
    anywhere else SQLite would begin with all that the team ever wrote.
    """
    query = (
        select(versions.c.draft)
        .join(drafts, drafts.c.id == versions.c.draft)
        .where(
            versions.c.workspace == workspace,
            versions.c.at >= since,
            versions.c.at < until,
            drafts.c.created >= since,
            drafts.c.created < until,
        )
        .distinct()
        .order_by(versions.c.draft)
    )
    if brand is not None:
        query = query.where(drafts.c.brand == brand)
    if author is not None:
        query = query.where(drafts.c.author == author)
    return list(connection.execute(query).scalars())


def _drafts(connection: Connection, workspace: int, ids: Sequence[int]) -> list[Drafted]:
    query = (
        select(
            versions.c.draft,
            drafts.c.created,
            drafts.c.brand,
            drafts.c.author,
            versions.c.at,
            versions.c.text,
            versions.c.language,
            versions.c.score,
            versions.c.act,
            versions.c.promo,
            versions.c.findings,
        )
        .join(drafts, drafts.c.id == versions.c.draft)
        .where(drafts.c.workspace == workspace, drafts.c.id.in_(ids))
        .order_by(versions.c.draft, versions.c.id)
    )
    rows = connection.execute(query).all()
    return [_drafted(list(of_draft)) for _, of_draft in groupby(rows, lambda row: row.draft)]


def _drafted(rows: Sequence[Row[*tuple[Any, ...]]]) -> Drafted:
    first, last = _judged(rows[0]), _judged(rows[-1])
    seen = frozenset(one["id"] for row in rows for one in row.findings)
    start = rows[0]
    return Drafted(start.draft, start.created, start.brand, start.author, first, last, len(rows), seen)


def _judged(row: Row[*tuple[Any, ...]]) -> Judged:
    return Judged(
        at=row.at,
        text=row.text,
        language=row.language,
        score=row.score,
        act=row.act,
        promo=row.promo or 0.0,
        found=tuple(_found(one) for one in row.findings),
    )


def _found(one: dict[str, Any]) -> Found:
    return Found(
        id=one["id"],
        sign=one["sign"],
        dimension=one["dimension"],
        points=one["points"],
        proven=bool(one["reason"] and one["clear"] and not one["trial"]),
        spans=tuple((start, end) for start, end in one["spans"]),
        trial=one["trial"],
    )
