"""`/team`: from making one to leaving it, the way people go; and nothing for those who have no right to it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.engine.model import LANGUAGES, Language
from bot.render.catalogue import closest, say
from bot.store.stores import Stores, stores_on
from bot.store.teams import INVITATION_LIFE, LEAD, MEMBER, PRIVATE
from tests.handlers.conftest import scored
from tests.support.chat import Bot, Chat, open_bot

OLA, JAN, EWA = 7, 8, 9


@pytest.fixture
def stores(bot: Bot) -> Stores:
    return stores_on(bot.database, bot.clock)


@pytest.fixture
def ola(bot: Bot) -> Chat:
    return Chat(bot)


@pytest.fixture
def jan(bot: Bot) -> Chat:
    return Chat(bot, id=JAN, author=JAN)


async def team_of(ola: Chat, name: str = "Bakery") -> int:
    language = closest(ola.language)
    await ola.send("/team")
    if not ola.texts[-1].startswith(say(language, "team-none")[:20]):
        await ola.tap(say(language, "team-all"))
    await ola.tap(say(language, "team-make"))
    await ola.send(name)
    return int(ola.answers[-1].buttons[-1][-1]["callback_data"].split(":")[1])


async def link_of(ola: Chat, label: str = "Invite a member") -> str:
    await ola.tap(label)
    found = re.search(r"https://t\.me/whyfollow_test_bot\?start=(j_[\w-]+)", ola.texts[-1])
    assert found
    return found[1]


async def join(ola: Chat, jan: Chat, label: str = "Invite a member") -> None:
    await jan.send(f"/start {await link_of(ola, label)}")
    await jan.tap("Join")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_from_nothing_to_a_team_of_two(
    bot: Bot, ola: Chat, jan: Chat, stores: Stores, language: Language
) -> None:
    ola.language = jan.language = language
    team = await team_of(ola)
    assert ola.texts[-1].startswith("Bakery")
    await jan.send(f"/start {await link_of(ola, say(language, 'team-invite'))}")
    assert jan.texts[-1] == say(language, "team-invited-member", team="Bakery")
    assert await stores.teams.member(team, JAN) is None
    await jan.tap(say(language, "team-join"))
    assert [(one.person, one.role) for one in await stores.teams.members(team)] == [(OLA, LEAD), (JAN, MEMBER)]
    await jan.send("score 50")
    assert [version.text for version in await stores.history.versions(team)] == ["score 50"]


async def test_link_is_good_for_one_person(bot: Bot, ola: Chat, jan: Chat, stores: Stores) -> None:
    team, ewa = await team_of(ola), Chat(bot, id=EWA, author=EWA)
    link = await link_of(ola)
    await jan.send(f"/start {link}")
    await ewa.send(f"/start {link}")
    await jan.tap("Join")
    await ewa.tap("Join")
    assert ewa.texts[-1] == say("en", "team-link-used")
    await ewa.send(f"/start {link}")
    assert ewa.texts[-1] == say("en", "team-link-used")
    assert await stores.teams.member(team, EWA) is None


async def test_old_link_says_so(bot: Bot, ola: Chat, jan: Chat) -> None:
    await team_of(ola)
    link = await link_of(ola)
    bot.clock.forward(seconds=INVITATION_LIFE / 1000)
    await jan.send(f"/start {link}")
    assert jan.texts[-1] == say("en", "team-link-used")


@pytest.mark.parametrize("token", ["j_", "j_short", f"j_{'x' * 24}", f"j_{'x' * 900}", "j_ two words", "j_\ud83d"])
async def test_link_that_was_made_up_says_so(jan: Chat, stores: Stores, token: str) -> None:
    await jan.send(f"/start {token}")
    assert jan.texts == [say("en", "team-link-used")]
    assert not await stores.teams.in_a_team(JAN)


async def test_removed_is_removed_at_once_also_for_old_buttons(bot: Bot, ola: Chat, jan: Chat, stores: Stores) -> None:
    team = await team_of(ola)
    await join(ola, jan)
    await jan.send("/team")
    old = jan.answers[-1]
    await ola.send("/team")
    for label in ("Roles and members", "Member 2", "Remove", "Yes, remove"):
        await ola.tap(label)
    assert await stores.teams.member(team, JAN) is None
    for button in [button for row in old.buttons for button in row]:
        await jan.press(old.number, button["callback_data"])
        if button["text"] != "Where drafts go":
            assert jan.answers[-1].text == say("en", "team-gone"), button
    await jan.send("score 50")
    home = await stores.teams.current(JAN)
    assert home.kind == PRIVATE
    assert await stores.history.versions(team) == []


async def test_roles_and_handing_over(bot: Bot, ola: Chat, jan: Chat, stores: Stores) -> None:
    team = await team_of(ola)
    await join(ola, jan)
    await ola.send("/team")
    for label in ("Roles and members", "Member 2", "Make a lead"):
        await ola.tap(label)
    assert [one.role for one in await stores.teams.members(team)] == [LEAD, LEAD]
    for label in (
        "Roles and members",
        "Member 2",
        "Make a member",
        "Roles and members",
        "Member 2",
        "Hand the team over",
    ):
        await ola.tap(label)
    await ola.tap("Yes, hand over")
    assert [one.role for one in await stores.teams.members(team)] == [MEMBER, LEAD]
    await ola.press(ola.answers[-1].number, f"t:{team}:inv:l")
    assert await stores.teams.open_invitations(team) == 0


async def test_last_lead_hands_over_before_leaving(ola: Chat, stores: Stores) -> None:
    team = await team_of(ola)
    await ola.tap("Leave")
    await ola.tap("Yes, leave")
    assert await stores.teams.member(team, OLA) is not None


async def test_several_teams_and_a_choice(ola: Chat, stores: Stores) -> None:
    first, second = await team_of(ola, "One"), await team_of(ola, "Two")
    await ola.send("/team")
    await ola.tap("Where drafts go")
    await ola.tap("One")
    for place, text in ((first, "score 1"), (second, "score 2")):
        await ola.press(ola.answers[0].number, f"t:{place}:use")
        await ola.send(text)
        assert [version.text for version in await stores.history.versions(place)] == [text]
    await ola.send("/team one")
    assert (await stores.teams.current(OLA)).workspace == first
    await ola.tap("Where drafts go")
    await ola.tap("Just me")
    assert (await stores.teams.current(OLA)).kind == PRIVATE


async def test_name_is_shown_only_to_a_team_that_was_told(ola: Chat, jan: Chat, stores: Stores) -> None:
    team = await team_of(ola)
    await join(ola, jan)
    await ola.send("/team")
    assert "Member 2" in ola.texts[-1]
    await jan.tap("Show my name")
    await jan.tap("My department")
    await jan.send("Customer service")
    await ola.send("/team")
    assert "2. Ola · member · Customer service" in ola.texts[-1]
    await jan.tap("Hide my name")
    one = await stores.teams.member(team, JAN)
    assert one is not None
    assert (one.name, one.function) == (None, "Customer service")


@pytest.mark.parametrize("name", ["x" * 4_000, "<b>&amp;", "'; DROP TABLE members; --", "\ud83d"])
async def test_strange_names(ola: Chat, stores: Stores, name: str) -> None:
    await ola.send("/team")
    await ola.tap("Make a team")
    await ola.send(name)
    teams = [place.team for place in await stores.teams.memberships(OLA)][1:]
    assert teams == ([name] if len(name) < 60 and name.isascii() else [])
    await ola.send("/cancel")


async def test_member_gets_no_buttons_of_a_lead(ola: Chat, jan: Chat) -> None:
    await team_of(ola)
    await join(ola, jan)
    await jan.send("/team")
    labels = {button["text"] for row in jan.answers[-1].buttons for button in row}
    assert labels == {"My department", "Show my name", "Where drafts go", "Leave"}
    assert "tg://user" not in jan.answers[-1].html


@pytest.fixture
async def invited_only(tmp_path: Path) -> AsyncIterator[Bot]:
    rules: Any = SimpleNamespace(current=SimpleNamespace(cards={}, rules=()))
    async with open_bot(tmp_path, scored, rules, access="invite", owners=(OLA,)) as opened:
        yield opened


@pytest.mark.parametrize("language", LANGUAGES)
async def test_by_invitation_strangers_are_told_so(invited_only: Bot, language: Language) -> None:
    stranger = Chat(invited_only, id=JAN, author=JAN, language=language)
    for text in ("/start", "score 50", "/brand", "/team"):
        await stranger.send(text)
        assert stranger.texts[-1] == say(language, "by-invitation")
    await stranger.press(1, "b:n")
    await stranger.edit("score 60")
    assert len(stranger.answers) == 4
    assert invited_only.judged == []
    assert all(invited_only.api.taps.values())


async def test_by_invitation_groups_of_strangers_hear_nothing(invited_only: Bot) -> None:
    group = Chat(invited_only, id=-5, type="supergroup", author=JAN)
    text = "@whyfollow_test_bot score 50"
    await group.send(text, entities=[{"type": "mention", "offset": 0, "length": 19}])
    assert group.answers == []
    await Chat(invited_only, id=-5, type="supergroup", author=OLA).send(
        text, entities=[{"type": "mention", "offset": 0, "length": 19}]
    )
    assert len(group.answers) == 1


async def test_by_invitation_a_link_lets_in_and_removal_shuts_out(invited_only: Bot) -> None:
    ola, jan = Chat(invited_only), Chat(invited_only, id=JAN, author=JAN)
    await team_of(ola)
    await join(ola, jan)
    await jan.send("score 50")
    assert jan.headlines[-1].endswith("50 of 100")
    await ola.send("/team")
    for label in ("Roles and members", "Member 2", "Remove", "Yes, remove"):
        await ola.tap(label)
    await jan.send("score 60")
    assert jan.texts[-1] == say("en", "by-invitation")


@pytest.mark.parametrize("command", ["/brand", "/crisis on", "/mute", "/audit"])
async def test_member_of_a_team_without_a_brand_is_told_who_can_make_one(ola: Chat, jan: Chat, command: str) -> None:
    await team_of(ola)
    await join(ola, jan)
    await jan.send(command)
    key = "audit-no-brand" if command == "/audit" else "brand-none-member"
    assert jan.texts[-1] == say("en", key)
    assert not jan.answers[-1].buttons


async def test_history_shows_nobody_the_drafts_of_others(ola: Chat, jan: Chat, bot: Bot) -> None:
    await team_of(ola)
    await join(ola, jan)
    for number in range(9):
        await ola.send(f"score 8{number} is of Ola")
    await jan.send("score 70 is of Jan")
    await jan.send("/history")
    assert [button["text"].split("·")[-1] for row in jan.answers[-1].buttons for button in row] == [
        " score 70 is of Jan"
    ]
    mine = jan.answers[-1].buttons[0][0]["callback_data"]
    await ola.send("/history")
    assert "Jan" not in str(ola.answers[-1].buttons)
    assert say("en", "history-older") in str(ola.answers[-1].buttons)
    await ola.press(ola.answers[-1].number, mine)
    assert say("en", "history-gone") in ola.texts[-1]
    assert "Jan" not in str([message.texts for message in ola.answers])
