"""Whatever one does or forges, nothing of another team is shown or changed; a member can't do a lead's work."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.handlers.menus import PRIVATE
from bot.store.stores import stores_on
from bot.store.teams import LEAD
from tests.support.bot_api import BOT
from tests.support.chat import Chat
from tests.support.two_teams import (
    BOSS,
    FIRST_NUMBER,
    HAND,
    INTRUDER,
    LEADS_TABLES,
    SECRET,
    World,
    belongings,
    reopened,
    seen_by,
    set_up,
)

THEIRS = (BOSS, HAND)
NUMBERS = (FIRST_NUMBER + 2, 2, 9)
# The only draft of each member when the world was set up, and the answer to it.
OLD_DRAFT, OLD_ANSWER = 1, 2


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return asyncio.run(set_up(tmp_path_factory.mktemp("world")))


def test_the_buttons_of_the_other_team_were_really_gathered(world: World) -> None:
    """Else the tests below would prove nothing."""
    kinds = {re.match(r"[a-z]+", data) for data in world.buttons}
    assert {found[0] for found in kinds if found} >= {"b", "t", "sample"}
    assert len(world.buttons) > 40


async def test_a_stranger_presses_every_button_of_the_other_team(world: World, tmp_path: Path) -> None:
    async with reopened(world, tmp_path) as bot:
        intruder = Chat(bot, id=INTRUDER, author=INTRUDER)
        await intruder.send("/start")
        before = await belongings(bot, THEIRS)
        assert SECRET in before
        for data in world.buttons:
            await intruder.press(FIRST_NUMBER + 2, data)
        assert await belongings(bot, THEIRS) == before
        assert SECRET not in seen_by(bot, INTRUDER)
        assert await bot.house.inbox.quarantined() == []


async def test_who_was_removed_holds_useless_buttons(world: World, tmp_path: Path) -> None:
    async with reopened(world, tmp_path) as bot:
        stores = stores_on(bot.database, bot.clock)
        assert await stores.teams.set_role(world.team, BOSS, HAND, LEAD)
        assert await stores.teams.remove(world.team, BOSS, HAND)
        hand = Chat(bot, id=HAND, author=HAND)
        await hand.send("/start")
        before = await belongings(bot, (BOSS,))
        for data in world.buttons:
            await hand.press(FIRST_NUMBER + 2, data)
        # Also under the answer to a draft of their own, which stays with the team.
        for data in (data for data in world.buttons if data.startswith("a:")):
            await hand.press(OLD_ANSWER, data)
        assert await belongings(bot, (BOSS,)) == before
        assert SECRET not in seen_by(bot, HAND)


async def test_who_was_removed_takes_an_edited_draft_home(world: World, tmp_path: Path) -> None:
    async with reopened(world, tmp_path) as bot:
        stores = stores_on(bot.database, bot.clock)
        assert await stores.teams.remove(world.team, BOSS, HAND)
        hand = Chat(bot, id=HAND, author=HAND)
        before = await belongings(bot, (BOSS,))
        await hand.edit("score 60", number=OLD_DRAFT)
        quoted = {"message_id": OLD_ANSWER, "date": 0, "chat": hand.chat, "from": BOT, "text": "…"}
        await hand.send("score 70", reply_to_message=quoted)
        assert await belongings(bot, (BOSS,)) == before
        home = (await stores.teams.home(HAND)).workspace
        assert [version.text for version in await stores.history.versions(home)] == ["score 70", "score 60"]


async def test_a_member_presses_every_button_of_the_lead(world: World, tmp_path: Path) -> None:
    async with reopened(world, tmp_path) as bot:
        stores = stores_on(bot.database, bot.clock)
        hand = Chat(bot, id=HAND, author=HAND)
        await hand.send("/start")
        before = await belongings(bot, (BOSS,), LEADS_TABLES)
        boss = await stores.teams.member(world.team, BOSS)
        for data in world.buttons:
            await hand.press(FIRST_NUMBER + 2, data)
            mine = await stores.teams.member(world.team, HAND)
            assert mine is None or not mine.leads
        assert await belongings(bot, (BOSS,), LEADS_TABLES) == before
        assert await stores.teams.member(world.team, BOSS) == boss


# Each example is a database of its own and dozens of updates; making a failing one smaller would take minutes.
FEW = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


def forged(world: World, data: str, pick: list[int]) -> str:
    """The same data with other numbers: of things that exist, in this team or the other one, or that don't."""
    numbers = iter(pick)
    known = (*world.numbers, 0, 10**9, 10**17)
    return re.sub(r"\d+", lambda _: str(known[next(numbers, 0) % len(known)]), data)[:64]


@FEW
@given(data=st.data())
def test_whatever_is_forged_stays_in_ones_own_team(world: World, data: st.DataObject) -> None:
    picks = st.lists(st.integers(0, 10_000), min_size=1, max_size=3)
    taps = st.tuples(st.sampled_from(world.buttons), picks, st.booleans()).map(
        lambda made: ("tap", forged(world, made[0], made[1]) if made[2] else made[0])
    )
    words = st.one_of(
        st.sampled_from([f"/{command}" for command in PRIVATE]),
        st.tuples(st.sampled_from(PRIVATE), st.sampled_from([*map(str, world.numbers), f"j_{'x' * 24}", "brand"])).map(
            lambda made: f"/{made[0]} {made[1]}"
        ),
        st.sampled_from(["score 40", "Some name", "on", "@whyfollow_test_bot"]),
    ).map(lambda text: ("say", text))
    steps = data.draw(st.lists(st.one_of(taps, taps, words), min_size=15, max_size=40))
    asyncio.run(try_all(world, steps))


async def try_all(world: World, steps: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with reopened(world, Path(folder)) as bot:
            intruder = Chat(bot, id=INTRUDER, author=INTRUDER)
            await intruder.send("/start")
            before = await belongings(bot, THEIRS)
            for kind, text in steps:
                if kind == "say":
                    await intruder.send(text)
                else:
                    # Under the newest answer, under an own draft's, and under one that only the other team has.
                    await intruder.press(NUMBERS[len(text) % len(NUMBERS)], text)
            assert await belongings(bot, THEIRS) == before
            assert SECRET not in seen_by(bot, INTRUDER)
            assert await bot.house.inbox.quarantined() == []


async def test_a_tap_from_somebody_elses_chat_does_nothing(world: World, tmp_path: Path) -> None:
    async with reopened(world, tmp_path) as bot:
        elsewhere = Chat(bot, id=BOSS, author=INTRUDER)
        before = await belongings(bot, THEIRS)
        for data in world.buttons:
            # The sample is the same for everybody, and goes where it was asked for.
            if not data.startswith("sample:"):
                await elsewhere.press(1, data)
        assert await belongings(bot, THEIRS) == before
