"""Who belongs where: everybody's private workspace, the teams, their members and the invitations to them.

What only a lead may do asks for the person who does it and looks up the role in the transaction that changes
something: whoever was removed a moment ago, or lost the role, changes nothing any more.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select, update
from sqlalchemy import delete as delete_from

from bot.store.clock import Clock, now
from bot.store.connection import Database, storable
from bot.store.people import meet
from bot.store.tables import invitations, members, people, schedules, workspaces

Role = Literal["lead", "member"]
Kind = Literal["private", "group", "terminal", "team"]

PRIVATE: Kind = "private"
TEAM: Kind = "team"
LEAD: Role = "lead"
MEMBER: Role = "member"

# How long an invitation can be used.
INVITATION_LIFE = 7 * 24 * 3600 * 1000


@dataclass(frozen=True, slots=True)
class Membership:
    """One person in one workspace."""

    workspace: int
    kind: Kind
    team: str
    """The name of the team; "" for other workspaces."""
    zone: str | None
    person: int
    role: Role
    brand: int | None
    """The brand that the person chose to write for; None leaves it to the workspace."""
    name: str | None
    """How the person wants to be named in this team; None: not at all."""
    function: str | None

    @property
    def leads(self) -> bool:
        return self.role == LEAD


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation as it lies in the database: without its token, which only the link has."""

    workspace: int
    team: str
    role: Role
    expires: int


class Teams:
    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self._clock = clock

    # Where somebody is.

    async def home(self, person: int) -> Membership:
        """The person's private workspace, made when first asked for; its owner leads it."""
        query = _memberships().where(
            members.c.person == person, workspaces.c.kind == PRIVATE, workspaces.c.chat == person
        )
        known = await self._one(query)
        if known is None:
            at = self._clock()
            await self._database.keep(lambda connection: make_home(connection, person, at))
            known = await self._one(query)
            assert known is not None
        return known

    async def current(self, person: int) -> Membership:
        """Where the person's drafts go: the team they chose, as long as they are in it, else their own workspace."""
        chosen = _memberships().where(members.c.person == person, people.c.sends_to == members.c.workspace)
        return await self._one(chosen) or await self.home(person)

    async def memberships(self, person: int) -> list[Membership]:
        """Every workspace of a person, the private one first."""
        query = _memberships().where(members.c.person == person).order_by(members.c.workspace)

        def memberships(connection: Connection) -> list[Membership]:
            found = [_membership(row) for row in connection.execute(query)]
            return sorted(found, key=lambda membership: membership.kind != PRIVATE)

        return await self._database.ask(memberships)

    async def member(self, workspace: int, person: int) -> Membership | None:
        """This person in this workspace; None for everybody who is not in it."""
        return await self._one(_memberships().where(members.c.workspace == workspace, members.c.person == person))

    async def members(self, workspace: int) -> list[Membership]:
        """Everybody in a workspace, in the order in which they came."""
        query = _memberships().where(members.c.workspace == workspace).order_by(members.c.joined, members.c.person)
        return await self._database.ask(lambda connection: [_membership(row) for row in connection.execute(query)])

    async def zone(self, workspace: int) -> str | None:
        """The time zone of a workspace; None while nobody said."""
        query = select(workspaces.c.zone).where(workspaces.c.id == workspace)

        def zone(connection: Connection) -> str | None:
            known: str | None = connection.execute(query).scalar()
            return known

        return await self._database.ask(zone)

    async def in_a_team(self, person: int) -> bool:
        query = (
            select(func.count())
            .select_from(members.join(workspaces, workspaces.c.id == members.c.workspace))
            .where(members.c.person == person, workspaces.c.kind == TEAM)
        )
        return await self._database.ask(lambda connection: bool(connection.execute(query).scalar_one()))

    async def _one(self, query: Select[Any]) -> Membership | None:
        row = await self._database.ask(lambda connection: connection.execute(query).first())
        return None if row is None else _membership(row)

    # What everybody may do.

    async def make(self, person: int, name: str) -> int:
        """A new team with this lead, whose drafts go there from now on; says its workspace."""
        at = self._clock()

        def make(connection: Connection) -> int:
            make_home(connection, person, at)
            made = workspaces.insert().values(kind=TEAM, chat=0, name=storable(name), created=at)
            team: int = connection.execute(made.returning(workspaces.c.id)).scalar_one()
            _join(connection, team, person, LEAD, at)
            return team

        return await self._database.keep(make)

    async def choose(self, person: int, workspace: int) -> bool:
        """Send the person's drafts to this workspace from now on; False if they are not in it."""

        def choose(connection: Connection) -> bool:
            if _role(connection, workspace, person) is None:
                return False
            connection.execute(update(people).where(people.c.id == person).values(sends_to=workspace))
            return True

        return await self._database.keep(choose)

    async def introduce(
        self, workspace: int, person: int, *, name: str | None = None, function: str | None = None
    ) -> bool:
        """Keep what a member says of themselves in this team: "" takes it back, None leaves it."""
        said = {"name": name, "function": function}
        values = {key: storable(value) or None for key, value in said.items() if value is not None}

        def introduce(connection: Connection) -> bool:
            mine = update(members).where(members.c.workspace == workspace, members.c.person == person)
            return bool(values) and connection.execute(mine.values(**values)).rowcount > 0

        return await self._database.keep(introduce)

    async def invitation(self, token: str) -> Invitation | None:
        """What a link invites to; None if it is wrong, was used, or is too old."""
        query = (
            select(workspaces.c.id, workspaces.c.name, invitations.c.role, invitations.c.expires)
            .join(workspaces, workspaces.c.id == invitations.c.workspace)
            .where(*_open(token, self._clock()))
        )

        def invitation(connection: Connection) -> Invitation | None:
            row = connection.execute(query).first()
            return None if row is None else Invitation(row.id, row.name or "", row.role, row.expires)

        return await self._database.ask(invitation)

    async def accept(self, token: str, person: int) -> Membership | None:
        """Join by a link, once; who is in already does not use it up. None if the link is not good (any more)."""
        at = self._clock()
        query = select(invitations.c.id, invitations.c.workspace, invitations.c.role).where(*_open(token, at))

        def accept(connection: Connection) -> int | None:
            found = connection.execute(query.with_for_update()).first()
            if found is None:
                return None
            if _role(connection, found.workspace, person) is None:
                make_home(connection, person, at)
                _join(connection, found.workspace, person, found.role, at)
                used = update(invitations).where(invitations.c.id == found.id)
                connection.execute(used.values(used_by=person, used_at=at))
            return int(found.workspace)

        joined = await self._database.keep(accept)
        return None if joined is None else await self.member(joined, person)

    async def leave(self, workspace: int, person: int) -> bool:
        """Go by oneself; False for the last lead, who has to hand over first, and for private workspaces."""
        return await self._database.keep(lambda connection: _remove(connection, workspace, person))

    # What a lead may do. Each says False, and changes nothing, if `by` does not lead the workspace.

    async def rename(self, workspace: int, by: int, name: str) -> bool:

        def rename(connection: Connection) -> bool:
            if not _leads(connection, workspace, by):
                return False
            connection.execute(update(workspaces).where(workspaces.c.id == workspace).values(name=storable(name)))
            return True

        return await self._database.keep(rename)

    async def set_zone(self, workspace: int, by: int, zone: str) -> bool:

        def set_zone(connection: Connection) -> bool:
            if not _leads(connection, workspace, by):
                return False
            connection.execute(update(workspaces).where(workspaces.c.id == workspace).values(zone=zone))
            return True

        return await self._database.keep(set_zone)

    async def invite(self, workspace: int, by: int, role: Role) -> str | None:
        """A token that lets one person in; only its hash is kept. None if `by` leads no such team."""
        at, token = self._clock(), secrets.token_urlsafe(18)

        def invite(connection: Connection) -> str | None:
            if not _leads(connection, workspace, by, TEAM):
                return None
            connection.execute(
                invitations.insert().values(
                    workspace=workspace,
                    hash=_hash(token),
                    role=role,
                    created=at,
                    expires=at + INVITATION_LIFE,
                    invited_by=by,
                )
            )
            return token

        return await self._database.keep(invite)

    async def open_invitations(self, workspace: int) -> int:
        """How many links of a team can still be used."""
        query = select(func.count()).where(
            invitations.c.workspace == workspace, invitations.c.used_at.is_(None), invitations.c.expires > self._clock()
        )

        def open_invitations(connection: Connection) -> int:
            count: int = connection.execute(query).scalar_one()
            return count

        return await self._database.ask(open_invitations)

    async def withdraw(self, workspace: int, by: int) -> bool:
        """Make every unused link of a team useless."""

        def withdraw(connection: Connection) -> bool:
            if not _leads(connection, workspace, by, TEAM):
                return False
            unused = invitations.c.workspace == workspace, invitations.c.used_at.is_(None)
            connection.execute(delete_from(invitations).where(*unused))
            return True

        return await self._database.keep(withdraw)

    async def set_role(self, workspace: int, by: int, person: int, role: Role) -> bool:
        """Also False if no lead would be left."""

        def set_role(connection: Connection) -> bool:
            if not _leads(connection, workspace, by, TEAM):
                return False
            if role == MEMBER and _last_lead(connection, workspace, person):
                return False
            of = update(members).where(members.c.workspace == workspace, members.c.person == person)
            return connection.execute(of.values(role=role)).rowcount > 0

        return await self._database.keep(set_role)

    async def remove(self, workspace: int, by: int, person: int) -> bool:
        """Also False if no lead would be left."""
        return await self._database.keep(
            lambda connection: _leads(connection, workspace, by, TEAM) and _remove(connection, workspace, person)
        )

    async def hand_over(self, workspace: int, by: int, to: int) -> bool:
        """Another member leads from now on, and `by` is a member: both in one step."""

        def hand_over(connection: Connection) -> bool:
            if by == to or not _leads(connection, workspace, by, TEAM):
                return False
            for person, role in ((to, LEAD), (by, MEMBER)):
                of = update(members).where(members.c.workspace == workspace, members.c.person == person)
                if not connection.execute(of.values(role=role)).rowcount:
                    return False
            return True

        return await self._database.keep(hand_over)


def make_home(connection: Connection, person: int, at: int) -> None:
    """See to it that a person is known and has a private workspace, inside the caller's transaction."""
    meet(connection, person, at)
    of = select(workspaces.c.id).where(workspaces.c.kind == PRIVATE, workspaces.c.chat == person)
    workspace: int | None = connection.execute(of).scalar()
    if workspace is None:
        made = workspaces.insert().values(kind=PRIVATE, chat=person, created=at)
        workspace = connection.execute(made.returning(workspaces.c.id)).scalar_one()
    if _role(connection, workspace, person) is None:
        connection.execute(members.insert().values(workspace=workspace, person=person, role=LEAD, joined=at))


def _join(connection: Connection, workspace: int, person: int, role: Role, at: int) -> None:
    """In a team, and writing for it from now on."""
    connection.execute(members.insert().values(workspace=workspace, person=person, role=role, joined=at))
    connection.execute(update(people).where(people.c.id == person).values(sends_to=workspace))


def _remove(connection: Connection, workspace: int, person: int) -> bool:
    """Out of a team, with what was sent to this person for it."""
    if _last_lead(connection, workspace, person):
        return False
    teams = select(workspaces.c.id).where(workspaces.c.id == workspace, workspaces.c.kind == TEAM)
    gone = delete_from(members).where(members.c.workspace.in_(teams), members.c.person == person)
    if not connection.execute(gone).rowcount:
        return False
    connection.execute(delete_from(schedules).where(schedules.c.workspace == workspace, schedules.c.person == person))
    connection.execute(
        delete_from(invitations).where(
            invitations.c.workspace == workspace, invitations.c.invited_by == person, invitations.c.used_at.is_(None)
        )
    )
    connection.execute(
        update(people).where(people.c.id == person, people.c.sends_to == workspace).values(sends_to=None)
    )
    return True


def _role(connection: Connection, workspace: int, person: int) -> Role | None:
    query = select(members.c.role).where(members.c.workspace == workspace, members.c.person == person)
    role: Role | None = connection.execute(query).scalar()
    return role


def _leads(connection: Connection, workspace: int, person: int, kind: Kind | None = None) -> bool:
    query = (
        select(workspaces.c.kind)
        .join(members, members.c.workspace == workspaces.c.id)
        .where(workspaces.c.id == workspace, members.c.person == person, members.c.role == LEAD)
    )
    found: str | None = connection.execute(query.with_for_update(of=members)).scalar()
    return found is not None and kind in (None, found)


def _last_lead(connection: Connection, workspace: int, person: int) -> bool:
    leads = select(members.c.person).where(members.c.workspace == workspace, members.c.role == LEAD)
    return list(connection.execute(leads.with_for_update()).scalars()) == [person]


def _open(token: str, at: int) -> tuple[ColumnElement[bool], ...]:
    return invitations.c.hash == _hash(token), invitations.c.used_at.is_(None), invitations.c.expires > at


def _hash(token: str) -> str:
    return hashlib.sha256(storable(token).encode()).hexdigest()


def _memberships() -> Select[Any]:
    return (
        select(
            members.c.workspace,
            members.c.person,
            members.c.role,
            members.c.brand,
            members.c.name,
            members.c.function,
            workspaces.c.kind,
            workspaces.c.name.label("team"),
            workspaces.c.zone,
        )
        .join(workspaces, workspaces.c.id == members.c.workspace)
        .join(people, people.c.id == members.c.person)
    )


def _membership(row: Row[*tuple[Any, ...]]) -> Membership:
    return Membership(
        workspace=row.workspace,
        kind=row.kind,
        team=row.team or "",
        zone=row.zone,
        person=row.person,
        role=row.role,
        brand=row.brand,
        name=row.name,
        function=row.function,
    )
