"""Retention: what was kept long enough goes, and what somebody still waits for stays."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from bot.engine.model import Draft
from bot.store import retention
from bot.store.connection import Database
from bot.store.dialogues import Dialogue
from bot.store.history import History, Origin, Place
from bot.store.inbox import Inbox
from bot.store.outbox import Letter, Outbox
from bot.store.retention import Retention
from bot.store.stores import stores_on
from bot.store.tables import metadata
from tests.support.clock import HandClock
from tests.support.reviews import review
from tests.support.updates import message_update

DAY = 24 * 3600


async def answer(
    database: Database, clock: HandClock, number: int, text: str = "Bread at 9.", brand: int | None = None
) -> None:
    """A draft arrives, is judged and answered, but the answer is not sent yet."""
    inbox, history = Inbox(database, clock), History(database, clock)
    await inbox.store([message_update(number, number=number, text=text)])
    draft = Draft(text)
    workspace = await history.workspace("private", 7)
    place, origin = Place(number, 7, number), Origin(7, brand)
    await history.answer(workspace, place, draft, review(draft), Letter(7, "Good"), origin)


async def send(database: Database, clock: HandClock) -> None:
    outbox = Outbox(database, clock)
    while due := await outbox.due(1):
        await outbox.sent(due[0], 99)


async def rows(database: Database) -> dict[str, int]:
    async with database.read() as connection:
        return {
            name: (await connection.execute(select(func.count()).select_from(metadata.tables[name]))).scalar_one()
            for name in ("drafts", "versions", "inbox", "outbox")
        }


async def test_what_passed_goes_after_a_week_and_drafts_after_their_days(database: Database, clock: HandClock) -> None:
    keep = Retention(database, 30, clock)
    await answer(database, clock, 1)
    await send(database, clock)
    clock.forward(seconds=7 * DAY)
    assert await keep.clean() == 0
    clock.forward(seconds=1)
    assert await keep.clean() == 2
    assert await rows(database) == {"drafts": 1, "versions": 1, "inbox": 0, "outbox": 0}
    clock.forward(seconds=23 * DAY)
    assert await keep.clean() == 2
    assert set((await rows(database)).values()) == {0}


async def test_days_fewer_than_a_week_hold_for_everything(database: Database, clock: HandClock) -> None:
    await answer(database, clock, 1)
    await send(database, clock)
    clock.forward(seconds=2 * DAY + 1)
    await Retention(database, 2, clock).clean()
    assert set((await rows(database)).values()) == {0}


async def test_what_waits_is_never_deleted(database: Database, clock: HandClock) -> None:
    await Inbox(database, clock).store([message_update(5, chat=8, text="not handled")])
    await answer(database, clock, 1)
    clock.forward(seconds=1000 * DAY)
    await Retention(database, 1, clock).clean()
    # The version is old enough to go; the draft stays as long as its answer is not sent.
    assert await rows(database) == {"drafts": 1, "versions": 0, "inbox": 1, "outbox": 1}
    await send(database, clock)


async def test_what_was_put_aside_stays_as_long_as_drafts_do(database: Database, clock: HandClock) -> None:
    inbox = Inbox(database, clock)
    await inbox.store([message_update(5, text="strange")])
    await Outbox(database, clock).give_up(5, "ValueError: strange")
    clock.forward(seconds=29 * DAY)
    await Retention(database, 30, clock).clean()
    assert [row.update_id for row in await inbox.quarantined()] == [5]
    clock.forward(seconds=2 * DAY)
    await Retention(database, 30, clock).clean()
    assert await inbox.quarantined() == []


async def test_a_draft_that_still_changes_keeps_its_place(database: Database, clock: HandClock) -> None:
    await answer(database, clock, 1)
    clock.forward(seconds=40 * DAY)
    inbox, history = Inbox(database, clock), History(database, clock)
    await inbox.store([message_update(2, number=1, kind="edited_message", text="Bread at 10.")])
    workspace = await history.workspace("private", 7)
    draft = Draft("Bread at 10.")
    await history.answer(workspace, Place(2, 7, 1), draft, review(draft), Letter(7, "Better"))
    await send(database, clock)
    await Retention(database, 30, clock).clean()
    assert [version.text for version in await history.versions(workspace)] == ["Bread at 10."]


async def test_many_rows_go_a_little_at_a_time(
    database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "BATCH", 3)
    for number in range(1, 8):
        await answer(database, clock, number)
    await send(database, clock)
    clock.forward(seconds=31 * DAY)
    assert await Retention(database, 30, clock).clean() == 7 * 4


async def test_feeds_and_notes_stay_as_long_as_drafts_and_what_is_over_does_not(
    database: Database, clock: HandClock
) -> None:
    stores = stores_on(database, clock)
    team = await stores.teams.make(7, "Bakery")
    brand = await stores.brands.add(team, 7, "Bread")
    assert brand is not None
    await stores.feeds.add(team, brand, [(review(Draft("Bread at 9.")), 1)])
    await stores.notes.add(team, "heard", "Earlier, please", 7, brand=brand)
    await stores.teams.invite(team, 7, "member")
    await stores.dialogues.open(Dialogue(7, 7, "brand", "name"))
    keep = Retention(database, 30, clock)
    assert await keep.clean() == 0
    clock.forward(seconds=3_601)
    assert await keep.clean() == 1
    clock.forward(seconds=14 * DAY)
    assert await keep.clean() == 1
    assert await stores.feeds.count(team, brand) == 1
    clock.forward(seconds=16 * DAY)
    assert await keep.clean() == 2
    assert await stores.feeds.count(team, brand) == 0
    assert await stores.brands.get(team, brand) is not None
    assert await stores.teams.member(team, 7) is not None


async def test_post_outlives_its_draft(database: Database, clock: HandClock) -> None:
    keep, stores = Retention(database, 30, clock), stores_on(database, clock)
    home = (await stores.teams.home(7)).workspace
    brand = await stores.brands.add(home, 7, "Bread")
    assert brand is not None
    await answer(database, clock, 1, brand=brand)
    [version] = await stores.history.versions(home)
    await send(database, clock)
    clock.forward(seconds=20 * DAY)
    assert await stores.feeds.posted(home, version.draft)
    clock.forward(seconds=15 * DAY)
    await keep.clean()
    assert (await rows(database))["drafts"] == 0
    [post] = await stores.feeds.of(home, brand)
    assert (post.text, post.draft) == ("Bread at 9.", None)
