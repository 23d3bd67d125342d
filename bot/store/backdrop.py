"""What is known around a draft before it is judged: whose it is, its brand, and what that brand published."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Row, bindparam, select

from bot.engine.model import Feed
from bot.store.brands import Brand, current, find
from bot.store.feed import drafted, published
from bot.store.mutes import called_unfair, muted
from bot.store.tables import drafts, members, people, workspaces


@dataclass(frozen=True, slots=True)
class Backdrop:
    draft: int | None
    """The draft's number; None for one that is new."""
    brand: Brand | None
    muted: frozenset[str]
    """Rules that the brand muted."""
    unfair: frozenset[str]
    """Findings that were called unfair in this draft."""
    network: str | None
    """Chosen for this draft; None leaves it to the brand."""
    feed: Feed
    guessed: bool
    """Whether the feed is made of drafts, since nothing is known to be published."""


# Written out once: building a statement costs ten times what running it does.
MINE = select(members.c.workspace).where(members.c.person == bindparam("person"))
BEGAN = (
    select(drafts.c.workspace)
    .where(drafts.c.chat == bindparam("chat"), drafts.c.message == bindparam("message"), drafts.c.workspace.in_(MINE))
    .order_by(drafts.c.id.desc())
    .limit(1)
)
CHOSEN = select(people.c.sends_to).where(people.c.id == bindparam("person"), people.c.sends_to.in_(MINE))
OWN = select(workspaces.c.id).where(
    workspaces.c.kind == "private", workspaces.c.chat == bindparam("person"), workspaces.c.id.in_(MINE)
)
KNOWN = select(drafts.c.id, drafts.c.brand, drafts.c.network).where(
    drafts.c.workspace == bindparam("workspace"),
    drafts.c.chat == bindparam("chat"),
    drafts.c.message == bindparam("message"),
)


def workspace_of(connection: Connection, person: int, chat: int, message: int | None) -> int | None:
    """Where a draft of a private chat belongs; None for a person who has no workspace yet.

    An edited draft stays where it began, as long as its author is in there; a new one goes where they send theirs.
    """
    asked = {"person": person, "chat": chat, "message": message}
    for query in (BEGAN, CHOSEN, OWN):
        found: int | None = connection.execute(query, asked).scalar()
        if found is not None:
            return found
    return None


def backdrop(
    connection: Connection, workspace: int, person: int | None, chat: int, message: int | None, text: str
) -> Backdrop:
    """A known draft keeps the brand it was sent for; a new one is for the brand its author writes for now."""
    known = connection.execute(KNOWN, {"workspace": workspace, "chat": chat, "message": message}).first()
    brand = _brand(connection, workspace, person, known)
    id_ = None if known is None else known.id
    feed = Feed() if brand is None else published(connection, workspace, brand.id, without=id_, text=text)
    guessed = not feed.posts
    if guessed:
        feed = drafted(connection, workspace, None if brand is None else brand.id, without=id_)
    return Backdrop(
        draft=id_,
        brand=brand,
        muted=frozenset() if brand is None else muted(connection, workspace, brand.id),
        unfair=frozenset() if id_ is None else called_unfair(connection, workspace, id_),
        network=None if known is None else known.network,
        feed=feed,
        guessed=guessed,
    )


def _brand(
    connection: Connection, workspace: int, person: int | None, known: Row[int, int | None, str | None] | None
) -> Brand | None:
    if known is None:
        return current(connection, workspace, person)
    return None if known.brand is None else find(connection, workspace, known.brand)
