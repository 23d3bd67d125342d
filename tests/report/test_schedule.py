"""When reports come: by the clock on the wall, through its changes, once, and late rather than never."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.ruleset import RuleSet
from bot.report.reporter import Reporter
from bot.report.schedule import DAY, Post, next_due
from bot.store.connection import Database, open_database
from bot.store.outbox import Letter, Outbox
from bot.store.schedules import LEASE
from bot.store.stores import Stores, stores_on
from bot.store.teams import LEAD, MEMBER
from tests.support.clock import HandClock

WARSAW, KATHMANDU = "Europe/Warsaw", "Asia/Kathmandu"


def at(zone: str, *moment: int) -> int:
    return int(datetime(*moment, tzinfo=ZoneInfo(zone)).timestamp() * 1000)  # type: ignore[arg-type, misc]


def utc(moment: int) -> str:
    return f"{datetime.fromtimestamp(moment / 1000, UTC):%m-%d %H:%M}"


def times(weekday: int, minute: int, zone: str, start: int, count: int) -> list[str]:
    """So many due times in a row, in UTC."""
    found: list[str] = []
    for _ in range(count):
        start = next_due(weekday, minute, zone, start)
        found.append(utc(start))
    return found


def test_nine_in_warsaw_stays_nine_when_summer_time_begins() -> None:
    # On 29 March 2026 clocks go from 2:00 to 3:00.
    assert times(0, 540, WARSAW, at(WARSAW, 2026, 3, 17), 3) == ["03-23 08:00", "03-30 07:00", "04-06 07:00"]


def test_nine_in_warsaw_stays_nine_when_summer_time_ends() -> None:
    # On 25 October 2026 clocks go from 3:00 back to 2:00.
    assert times(0, 540, WARSAW, at(WARSAW, 2026, 10, 13), 3) == ["10-19 07:00", "10-26 08:00", "11-02 08:00"]


def test_a_time_that_is_left_out_comes_an_hour_later_and_returns() -> None:
    # Sunday 2:30 does not exist on 29 March: 3:30 summer time is the same distance from midnight.
    assert times(6, 150, WARSAW, at(WARSAW, 2026, 3, 17), 3) == ["03-22 01:30", "03-29 01:30", "04-05 00:30"]


def test_a_time_that_comes_twice_counts_once() -> None:
    # Sunday 2:30 is there at 0:30 and 1:30 UTC on 25 October.
    assert times(6, 150, WARSAW, at(WARSAW, 2026, 10, 13), 3) == ["10-18 00:30", "10-25 00:30", "11-01 01:30"]


def test_kathmandu_is_three_quarters_of_an_hour_off_and_never_changes() -> None:
    assert times(0, 540, KATHMANDU, at(KATHMANDU, 2026, 10, 19, 9), 2) == ["10-26 03:15", "11-02 03:15"]


@given(
    st.integers(0, 6), st.integers(0, 1439), st.sampled_from([WARSAW, KATHMANDU, "America/New_York", "Pacific/Apia"]),
    st.integers(1_700_000_000_000, 1_900_000_000_000),
)  # fmt: skip
def test_the_next_time_lies_ahead_and_within_eight_days(weekday: int, minute: int, zone: str, after: int) -> None:
    due = next_due(weekday, minute, zone, after)
    assert after < due <= after + 8 * DAY
    wall = datetime.fromtimestamp(due / 1000, UTC).astimezone(ZoneInfo(zone))
    assert wall.weekday() == weekday
    # Only a clock that jumps can show something else than the time that was asked for.
    assert (wall.hour * 60 + wall.minute - minute) % 1440 in (0, 60)


# The task that makes and sends them.

Rules = Callable[[], RuleSet]


@pytest.fixture
def stores(database: Database, clock: HandClock) -> Stores:
    return stores_on(database, clock)


@pytest.fixture
def outbox(database: Database, clock: HandClock) -> Outbox:
    return Outbox(database, clock)


@pytest.fixture
def woken() -> list[int]:
    return []


@pytest.fixture
def post(stores: Stores, clock: HandClock, woken: list[int], no_rules: Rules) -> Post:
    return Post(Reporter(stores, no_rules, clock), lambda: woken.append(1))


async def asked(stores: Stores, clock: HandClock, *, chat: int = 7, weekday: int = 0, zone: str = WARSAW) -> int:
    """A lead's schedule for Mondays at nine; says when the first report is due."""
    home = await stores.teams.home(7)
    due = next_due(weekday, 540, zone, clock())
    await stores.schedules.set(
        home.workspace, chat, person=7, weekday=weekday, minute=540, zone=zone, language="pl", next_due=due
    )
    return due


async def test_nothing_is_sent_before_its_time_and_then_once(
    stores: Stores, clock: HandClock, post: Post, outbox: Outbox, woken: list[int]
) -> None:
    due = await asked(stores, clock)
    clock.at = due - 1000
    assert await post.step() == 1.0
    clock.at = due
    assert await post.step() == 0.0
    assert (await outbox.waiting(), woken) == (1, [1])
    assert await post.step() == 30.0
    [letter] = await outbox.due(10)
    assert "Twoje szkice" in letter.letter.html
    [schedule] = await stores.schedules.of((await stores.teams.home(7)).workspace)
    assert (schedule.next_due, schedule.last_sent) == (next_due(0, 540, WARSAW, due), due)


async def test_a_restart_at_the_very_minute_sends_it_once(
    url: str, stores: Stores, clock: HandClock, post: Post, outbox: Outbox, no_rules: Rules
) -> None:
    clock.at = await asked(stores, clock)
    # The process dies after it has claimed the report, before anything is written: the next one waits for the lease.
    assert await stores.schedules.claim() is not None
    async with open_database(url) as again:
        restarted = Post(Reporter(stores_on(again, clock), no_rules, clock), lambda: None)
        assert await restarted.step() > 0
        clock.forward(seconds=LEASE / 1000)
        await restarted.step()
        await restarted.step()
    await post.step()
    assert await outbox.waiting() == 1


async def test_two_processes_at_the_same_minute_send_it_once(stores: Stores, clock: HandClock, outbox: Outbox) -> None:
    clock.at = await asked(stores, clock)
    claimed = await stores.schedules.claim()
    assert claimed is not None
    clock.forward(seconds=LEASE / 1000)
    second = await stores.schedules.claim()
    assert second is not None
    following = next_due(0, 540, WARSAW, clock())
    assert await stores.schedules.send(second, following, Letter(7, "a"))
    assert not await stores.schedules.send(claimed, following, Letter(7, "b"))
    assert await outbox.waiting() == 1


@pytest.mark.parametrize(("late", "letters"), [(0, 1), (DAY, 1), (DAY + 60_000, 0), (30 * DAY, 0)])
async def test_after_down_time_a_report_is_caught_up_within_a_day(
    stores: Stores, clock: HandClock, post: Post, outbox: Outbox, late: int, letters: int
) -> None:
    clock.at = await asked(stores, clock) + late
    await post.step()
    assert await outbox.waiting() == letters
    [schedule] = await stores.schedules.of((await stores.teams.home(7)).workspace)
    assert schedule.next_due == next_due(0, 540, WARSAW, clock.at)


async def test_whoever_leads_no_more_gets_none(stores: Stores, clock: HandClock, post: Post, outbox: Outbox) -> None:
    team = await stores.teams.make(7, "Mill")
    token = await stores.teams.invite(team, 7, LEAD)
    assert token
    await stores.teams.accept(token, 8)
    due = next_due(0, 540, WARSAW, clock())
    await stores.schedules.set(team, 8, person=8, weekday=0, minute=540, zone=WARSAW, language="en", next_due=due)
    await stores.teams.set_role(team, 7, 8, MEMBER)
    clock.at = due
    await post.step()
    assert await outbox.waiting() == 0
    assert await stores.schedules.of(team) == []


async def test_one_report_that_fails_leaves_the_others_alone(
    stores: Stores, clock: HandClock, post: Post, outbox: Outbox, caplog: pytest.LogCaptureFixture
) -> None:
    clock.at = await asked(stores, clock, chat=8)
    home = await stores.teams.home(7)
    await stores.schedules.set(
        home.workspace, 7, person=7, weekday=0, minute=540, zone="No/Where", language="en", next_due=clock.at - 1
    )
    await post.step()
    await post.step()
    assert [one.letter.chat for one in await outbox.due(10)] == [8]
    assert "failed" in caplog.text
