"""What a brand has published: the posts of its audits and the drafts that were marked as posted."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, RowMapping, Select, bindparam, func, or_, select, update
from sqlalchemy import delete as delete_from
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from bot.engine.feed import post_of
from bot.engine.model import Feed, Post, Review
from bot.store.brands import find
from bot.store.clock import Clock, now
from bot.store.connection import Database, storable
from bot.store.tables import drafts, posts, versions

Source = Literal["audit", "posted"]
AUDIT: Source = "audit"
POSTED: Source = "posted"

# Posts a draft is judged with. The rules look at ten; the last post with a reason may lie further back.
FEED_POSTS = 30

# Drafts that stand in for posts.
GUESSED_POSTS = 10

# Rows in one statement; SQLite takes 32,766 values in one.
BATCH = 500


@dataclass(frozen=True, slots=True)
class Published:
    """A post of the feed as it is kept."""

    id: int
    brand: int
    draft: int | None
    at: int | None
    text: str
    network: str
    source: Source
    score: int | None
    band: str | None
    act: str | None
    promo: float
    reasons: tuple[str, ...]


class Feeds:
    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self._clock = clock

    async def add(self, workspace: int, brand: int, judged: Sequence[tuple[Review, int | None]]) -> int:
        """Put audited posts, oldest first, each with its time in ms if known, into a feed; says how many were new."""
        at = self._clock()
        rows = [_row(workspace, brand, AUDIT, review, published, at) for review, published in judged]

        def add(connection: Connection) -> int:
            if find(connection, workspace, brand) is None:
                return 0
            return sum(_insert(connection, rows[start : start + BATCH]) for start in range(0, len(rows), BATCH))

        return await self._database.keep(add)

    async def posted(self, workspace: int, draft: int) -> bool:
        """The newest version of this draft went out: it is part of its brand's feed, once.

        False if the workspace has no such draft. A draft without a brand is only marked.
        """
        at = self._clock()

        def posted(connection: Connection) -> bool:
            newest = _newest(connection, workspace, draft)
            if newest is None:
                return False
            of = drafts.c.workspace == workspace, drafts.c.id == draft
            connection.execute(update(drafts).where(*of).values(posted_at=at))
            if newest["brand"] is not None:
                connection.execute(delete_from(posts).where(*_of_draft(workspace, draft)))
                _insert(connection, [_row_of_version(newest, at)])
            return True

        return await self._database.keep(posted)

    async def not_posted(self, workspace: int, draft: int) -> bool:
        """Take back what `posted` did; False if the workspace has no such draft."""

        def not_posted(connection: Connection) -> bool:
            of = drafts.c.workspace == workspace, drafts.c.id == draft
            known = connection.execute(update(drafts).where(*of).values(posted_at=None))
            connection.execute(delete_from(posts).where(*_of_draft(workspace, draft)))
            return known.rowcount > 0

        return await self._database.keep(not_posted)

    async def of(self, workspace: int, brand: int, limit: int = 100, *, skip: int = 0) -> list[Published]:
        """The posts of a brand, newest first."""
        query = select(posts).where(posts.c.workspace == workspace, posts.c.brand == brand).order_by(*NEWEST_FIRST)

        def of(connection: Connection) -> list[Published]:
            rows = connection.execute(query.limit(limit).offset(skip))
            return [_published(row) for row in rows.mappings()]

        return await self._database.ask(of)

    async def count(self, workspace: int, brand: int) -> int:
        query = select(func.count()).where(posts.c.workspace == workspace, posts.c.brand == brand)

        def count(connection: Connection) -> int:
            count: int = connection.execute(query).scalar_one()
            return count

        return await self._database.ask(count)

    async def clear(self, workspace: int, brand: int, source: Source = AUDIT) -> int:
        """Take audited (or posted) posts out of a feed; says how many."""
        of = posts.c.workspace == workspace, posts.c.brand == brand, posts.c.source == source
        return await self._database.keep(lambda connection: connection.execute(delete_from(posts).where(*of)).rowcount)


# A post without a time came from a file without times: it is older than all that came since.
NEWEST_FIRST = (posts.c.at.desc().nulls_last(), posts.c.id.desc())


def published(connection: Connection, workspace: int, brand: int, *, without: int | None, text: str) -> Feed:
    """The feed that a draft of this brand is judged with: not itself, nor a post with the very same words."""
    query = (
        select(posts.c.text, posts.c.at, posts.c.promo, posts.c.reasons)
        .where(
            posts.c.workspace == workspace,
            posts.c.brand == brand,
            posts.c.hash != hash_of(text),
            or_(posts.c.draft.is_(None), posts.c.draft != without) if without is not None else posts.c.id > 0,
        )
        .order_by(*NEWEST_FIRST)
        .limit(FEED_POSTS)
    )
    return Feed(tuple(_post(row) for row in connection.execute(query)))


def _drafted(of_brand: ColumnElement[bool]) -> Select[Any]:
    """Built once: that costs ten times what running it does. No draft has the number 0."""
    last = (
        select(drafts.c.id)
        .where(drafts.c.workspace == bindparam("workspace"), of_brand, drafts.c.id != bindparam("without"))
        .order_by(drafts.c.id.desc())
        .limit(FEED_POSTS)
        .subquery()
    )
    newest = select(func.max(versions.c.id)).where(versions.c.draft.in_(select(last.c.id))).group_by(versions.c.draft)
    return (
        select(versions.c.text, versions.c.at, versions.c.promo, versions.c.findings)
        .where(versions.c.workspace == bindparam("workspace"), versions.c.id.in_(newest), versions.c.score.is_not(None))
        .order_by(versions.c.id.desc())
    )


DRAFTED = _drafted(drafts.c.brand == bindparam("brand"))
DRAFTED_WITHOUT_BRAND = _drafted(drafts.c.brand.is_(None))


def drafted(connection: Connection, workspace: int, brand: int | None, *, without: int | None) -> Feed:
    """The last versions of the last drafts: the best guess at a feed while nothing is known to be published."""
    last = (
        select(drafts.c.id)
        .where(
            drafts.c.workspace == workspace,
            drafts.c.brand.is_(None) if brand is None else drafts.c.brand == brand,
            drafts.c.id != without if without is not None else drafts.c.id > 0,
        )
        .order_by(drafts.c.id.desc())
        .limit(GUESSED_POSTS)
    )
    newest = select(func.max(versions.c.id)).where(versions.c.draft.in_(last)).group_by(versions.c.draft)
    # By ids alone, which are the workspace's own: asked for the workspace as well, SQLite would read all its versions.
    query = (
        select(versions.c.text, versions.c.at, versions.c.promo, versions.c.findings)
        .where(versions.c.id.in_(connection.execute(newest).scalars().all()), versions.c.score.is_not(None))
        .order_by(versions.c.id.desc())
    )
    return Feed(
        tuple(
            Post(row.text, _moment(row.at), row.promo or 0.0, proven(row.findings)) for row in connection.execute(query)
        )
    )


def proven(findings: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """Ids of the proven reasons among a version's findings as they are kept."""
    return tuple(one["id"] for one in findings if one["reason"] and one["clear"] and not one["trial"])


def hash_of(text: str) -> str:
    """The same for posts that differ in nothing but spaces and capitals."""
    return hashlib.sha256(" ".join(storable(text).casefold().split()).encode()).hexdigest()


def _insert(connection: Connection, rows: list[dict[str, Any]]) -> int:
    insert = sqlite_insert(posts) if connection.dialect.name == "sqlite" else postgresql_insert(posts)
    once = insert.values(rows).on_conflict_do_nothing(index_elements=["brand", "hash"])
    return connection.execute(once).rowcount


def _newest(connection: Connection, workspace: int, draft: int) -> RowMapping | None:
    query = (
        select(versions, drafts.c.brand)
        .join(drafts, drafts.c.id == versions.c.draft)
        .where(versions.c.workspace == workspace, drafts.c.workspace == workspace, drafts.c.id == draft)
        .order_by(versions.c.id.desc())
        .limit(1)
    )
    return connection.execute(query).mappings().first()


def _of_draft(workspace: int, draft: int) -> tuple[ColumnElement[bool], ...]:
    return posts.c.workspace == workspace, posts.c.draft == draft, posts.c.source == POSTED


def _row(workspace: int, brand: int, source: Source, review: Review, at: int | None, added: int) -> dict[str, Any]:
    post = post_of(review, None)
    return {
        "workspace": workspace,
        "brand": brand,
        "draft": None,
        "at": at,
        "added": added,
        "text": storable(post.text),
        "network": review.draft.network,
        "source": source,
        "score": review.score,
        "band": review.band,
        "act": review.act,
        "promo": post.promo,
        "reasons": list(post.reasons),
        "hash": hash_of(post.text),
    }


def _row_of_version(version: RowMapping, at: int) -> dict[str, Any]:
    same = ("workspace", "brand", "draft", "text", "network", "score", "band", "act")
    return {
        **{name: version[name] for name in same},
        "at": at,
        "added": at,
        "source": POSTED,
        "promo": version["promo"] or 0.0,
        "reasons": list(proven(version["findings"])),
        "hash": hash_of(version["text"]),
    }


def _post(row: Row[*tuple[Any, ...]]) -> Post:
    return Post(row.text, _moment(row.at), row.promo, tuple(row.reasons))


def _moment(at: int | None) -> datetime | None:
    return None if at is None else datetime.fromtimestamp(at / 1000, UTC)


def _published(row: RowMapping) -> Published:
    return Published(
        id=row["id"],
        brand=row["brand"],
        draft=row["draft"],
        at=row["at"],
        text=row["text"],
        network=row["network"],
        source=row["source"],
        score=row["score"],
        band=row["band"],
        act=row["act"],
        promo=row["promo"],
        reasons=tuple(row["reasons"]),
    )
