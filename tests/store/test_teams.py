"""Teams: who is in, who leads, how one gets in and out; nothing of it can be done from outside."""

from __future__ import annotations

import pytest

from bot.store.connection import Database
from bot.store.schedules import Schedules
from bot.store.teams import INVITATION_LIFE, LEAD, MEMBER, PRIVATE, TEAM, Teams
from tests.support.clock import HandClock

OLA, JAN, EWA, STRANGER = 7, 8, 9, 66


@pytest.fixture
def teams(database: Database, clock: HandClock) -> Teams:
    return Teams(database, clock)


async def team_of(teams: Teams, *others: int) -> int:
    """Ola's team, with these members."""
    team = await teams.make(OLA, "Bakery")
    for person in others:
        token = await teams.invite(team, OLA, MEMBER)
        assert token is not None
        assert await teams.accept(token, person) is not None
    return team


async def test_everybody_leads_a_private_workspace(teams: Teams) -> None:
    home = await teams.home(OLA)
    assert (home.kind, home.role, home.person) == (PRIVATE, LEAD, OLA)
    assert await teams.home(OLA) == home == await teams.current(OLA)
    assert (await teams.home(JAN)).workspace != home.workspace


async def test_who_makes_a_team_leads_it_and_writes_for_it(teams: Teams) -> None:
    team = await teams.make(OLA, "Bakery")
    place = await teams.current(OLA)
    assert (place.workspace, place.kind, place.team, place.role) == (team, TEAM, "Bakery", LEAD)
    assert [one.kind for one in await teams.memberships(OLA)] == [PRIVATE, TEAM]


async def test_several_teams_and_private_workspaces_live_side_by_side(teams: Teams) -> None:
    first, second = await teams.make(OLA, "One"), await teams.make(OLA, "Two")
    assert first != second
    assert await teams.choose(OLA, first)
    assert (await teams.current(OLA)).workspace == first


async def test_link_lets_one_person_in_once(teams: Teams) -> None:
    team = await team_of(teams)
    token = await teams.invite(team, OLA, MEMBER)
    assert token is not None
    invitation = await teams.invitation(token)
    assert invitation is not None
    assert (invitation.workspace, invitation.team, invitation.role) == (team, "Bakery", MEMBER)
    joined = await teams.accept(token, JAN)
    assert joined is not None
    assert (joined.workspace, joined.role) == (team, MEMBER)
    assert (await teams.current(JAN)).workspace == team
    assert await teams.accept(token, EWA) is None
    assert await teams.invitation(token) is None


async def test_who_is_in_already_does_not_use_a_link_up(teams: Teams) -> None:
    team = await team_of(teams)
    token = await teams.invite(team, OLA, MEMBER)
    assert token is not None
    again = await teams.accept(token, OLA)
    assert again is not None
    assert again.role == LEAD
    assert await teams.accept(token, JAN) is not None


async def test_link_ends_after_its_time(teams: Teams, clock: HandClock) -> None:
    team = await team_of(teams)
    token = await teams.invite(team, OLA, MEMBER)
    assert token is not None
    clock.forward(seconds=INVITATION_LIFE / 1000)
    assert await teams.accept(token, JAN) is None
    assert await teams.open_invitations(team) == 0


@pytest.mark.parametrize("token", ["", "x" * 10_000, "\ud83d", "\0", "' OR 1=1 --"])
async def test_link_that_was_made_up(teams: Teams, token: str) -> None:
    await team_of(teams)
    assert await teams.accept(token, JAN) is None


async def test_withdrawn_link_is_useless(teams: Teams) -> None:
    team = await team_of(teams)
    token = await teams.invite(team, OLA, LEAD)
    assert token is not None
    assert await teams.withdraw(team, OLA)
    assert await teams.accept(token, JAN) is None


@pytest.mark.parametrize("who", [JAN, STRANGER])
async def test_only_a_lead_does_a_leads_work(teams: Teams, who: int) -> None:
    team = await team_of(teams, JAN, EWA)
    before = await teams.members(team)
    assert not await teams.rename(team, who, "Mine")
    assert not await teams.set_zone(team, who, "Asia/Tokyo")
    assert await teams.invite(team, who, LEAD) is None
    assert not await teams.withdraw(team, who)
    assert not await teams.set_role(team, who, who, LEAD)
    assert not await teams.remove(team, who, EWA)
    assert not await teams.hand_over(team, who, JAN if who != JAN else EWA)
    assert await teams.members(team) == before
    assert await teams.open_invitations(team) == 0


async def test_removed_is_removed_at_once(teams: Teams, database: Database, clock: HandClock) -> None:
    team = await team_of(teams, JAN)
    assert await teams.set_role(team, OLA, JAN, LEAD)
    token = await teams.invite(team, JAN, MEMBER)
    schedules = Schedules(database, clock)
    await schedules.set(
        team, JAN, person=JAN, weekday=0, minute=540, zone="Europe/Warsaw", language="pl", next_due=clock.at
    )
    assert await teams.remove(team, OLA, JAN)
    assert await teams.member(team, JAN) is None
    assert (await teams.current(JAN)).kind == PRIVATE
    assert not await teams.choose(JAN, team)
    assert not await teams.rename(team, JAN, "Still mine")
    assert token is not None
    assert await teams.accept(token, EWA) is None
    assert await schedules.of(team) == []


async def test_last_lead_can_neither_go_nor_be_made_a_member(teams: Teams) -> None:
    team = await team_of(teams, JAN)
    assert not await teams.leave(team, OLA)
    assert not await teams.set_role(team, OLA, OLA, MEMBER)
    assert not await teams.remove(team, OLA, OLA)
    assert await teams.hand_over(team, OLA, JAN)
    assert [(one.person, one.role) for one in await teams.members(team)] == [(OLA, MEMBER), (JAN, LEAD)]
    assert await teams.leave(team, OLA)


async def test_handing_over_to_a_stranger_changes_nothing(teams: Teams) -> None:
    team = await team_of(teams, JAN)
    assert not await teams.hand_over(team, OLA, STRANGER)
    assert not await teams.hand_over(team, OLA, OLA)
    assert [(one.person, one.role) for one in await teams.members(team)] == [(OLA, LEAD), (JAN, MEMBER)]


async def test_private_workspace_has_its_owner_and_nobody_else(teams: Teams) -> None:
    home = (await teams.home(OLA)).workspace
    assert await teams.invite(home, OLA, MEMBER) is None
    assert not await teams.leave(home, OLA)
    assert not await teams.choose(JAN, home)
    assert [one.person for one in await teams.members(home)] == [OLA]


async def test_name_and_department_are_kept_for_one_team_only(teams: Teams) -> None:
    one, two = await teams.make(OLA, "One"), await teams.make(OLA, "Two")
    assert await teams.introduce(one, OLA, name="Ola", function="support")
    seen = {place.workspace: (place.name, place.function) for place in await teams.memberships(OLA)}
    assert (seen[one], seen[two]) == (("Ola", "support"), (None, None))
    assert await teams.introduce(one, OLA, name="")
    changed = await teams.member(one, OLA)
    assert changed is not None
    assert (changed.name, changed.function) == (None, "support")
    assert not await teams.introduce(one, STRANGER, name="Anna")


async def test_who_belongs_to_a_team(teams: Teams) -> None:
    await team_of(teams, JAN)
    await teams.home(EWA)
    assert [await teams.in_a_team(person) for person in (OLA, JAN, EWA, STRANGER)] == [True, True, False, False]
