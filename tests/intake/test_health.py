"""Health and metrics: what is wrong is said in words, what is normal is not called wrong, and no text gets out."""

from __future__ import annotations

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.errors import StoreError
from bot.intake import health as module
from bot.intake.health import FETCH_PATIENCE, WORK_PATIENCE, Health
from bot.intake.metrics import exposition
from bot.intake.polling import Polling
from bot.observe.meter import BOUNDS, Meter
from bot.store.connection import Database
from bot.store.inbox import Inbox
from bot.store.outbox import Letter, Outbox
from bot.store.queues import Queues, queues
from tests.support.bot_api import BotApi
from tests.support.clock import HandClock
from tests.support.fake_telegram import FakeTelegram
from tests.support.updates import message_update

MINUTE = 60


@pytest.fixture
def meter() -> Meter:
    return Meter()


@pytest.fixture
def polls(database: Database, meter: Meter, clock: HandClock) -> Health:
    return Health(database, meter, polls=True, since=clock(), now=clock)


@pytest.fixture
def hooked(database: Database, meter: Meter, clock: HandClock) -> Health:
    return Health(database, meter, polls=False, since=clock(), now=clock)


async def test_a_quiet_bot_is_well(polls: Health, hooked: Health, clock: HandClock) -> None:
    assert await polls.look() == (
        True,
        {
            "ok": True,
            "wrong": [],
            "receives_by": "polling",
            "leads": True,
            "heard_seconds_ago": None,
            "undone": 0,
            "oldest_undone_seconds": None,
            "database": "ok",
        },
    )
    clock.forward(seconds=30 * 24 * 60 * MINUTE)
    well, facts = await hooked.look()
    assert (well, facts["receives_by"]) == (True, "webhook")


async def test_polling_that_hears_nothing_is_wrong_until_it_hears(
    polls: Health, meter: Meter, clock: HandClock, api: BotApi, inbox: Inbox
) -> None:
    clock.forward(seconds=FETCH_PATIENCE / 1000)
    assert (await polls.look())[0]
    clock.forward(seconds=1)
    well, facts = await polls.look()
    assert (well, facts["wrong"]) == (False, ["no fetch from Telegram succeeded for 181 s"])
    api.push(message=message_update(0, text="one")["message"])
    polling = Polling(
        FakeTelegram(api), f"http://fake/bot{api.token}", inbox, stored=api.changed.set, long_poll=0, meter=meter
    )
    await polling.fetch()
    assert (meter.received, (await polls.look())[0]) == (1, True)
    # An empty fetch is a sign of life, too.
    clock.forward(seconds=100)
    await polling.fetch()
    assert (meter.received, (await polls.look())[1]["heard_seconds_ago"]) == (1, 0.0)


async def test_an_update_that_waits_too_long_is_wrong(hooked: Health, inbox: Inbox, clock: HandClock) -> None:
    await inbox.store([message_update(1, text="secret words")])
    clock.forward(seconds=WORK_PATIENCE / 1000)
    assert (await hooked.look())[0]
    clock.forward(seconds=5)
    well, facts = await hooked.look()
    assert (well, facts["undone"], facts["oldest_undone_seconds"]) == (False, 1, 605.0)
    assert facts["wrong"] == ["an update waits for 605 s to be handled"]
    assert "secret" not in str(facts)
    await inbox.done(1)
    assert (await hooked.look())[0]


async def test_a_long_pause_of_telegram_is_not_the_bots_fault(
    hooked: Health, inbox: Inbox, outbox: Outbox, clock: HandClock
) -> None:
    await inbox.store([message_update(1)])
    await outbox.answer(1, Letter(7, "answer"))
    clock.forward(seconds=60 * MINUTE)
    assert (await hooked.look())[0]


async def test_a_database_that_does_not_answer_is_wrong(
    hooked: Health, meter: Meter, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_: Database) -> Queues:
        raise StoreError("disk I/O error")

    monkeypatch.setattr(module, "queues", broken)
    well, facts = await hooked.look()
    assert (well, facts["database"], facts["undone"]) == (False, "no answer", None)


async def test_a_database_that_hangs_is_not_waited_for(hooked: Health, monkeypatch: pytest.MonkeyPatch) -> None:
    import asyncio

    async def hangs(_: Database) -> Queues:
        await asyncio.Event().wait()
        raise AssertionError

    monkeypatch.setattr(module, "queues", hangs)
    monkeypatch.setattr(module, "DATABASE_SECONDS", 0.01)
    assert not (await hooked.look())[0]


async def test_queues_are_counted_with_the_age_of_their_oldest(
    database: Database, inbox: Inbox, outbox: Outbox, clock: HandClock
) -> None:
    assert await queues(database) == Queues(0, None, 0, None, 0)
    began = clock()
    await inbox.store([message_update(number, chat=number) for number in range(1, 6)])
    clock.forward(seconds=9)
    await inbox.store([message_update(number, chat=number) for number in range(6, 8)])
    await outbox.answer(1, Letter(1, "a"), Letter(1, "b"))
    await outbox.give_up(2, "broken")
    assert await queues(database) == Queues(5, began, 2, clock(), 1)


def values(text: bytes) -> dict[str, float]:
    return {
        sample.name + (f"<{sample.labels['le']}" if "le" in sample.labels else ""): sample.value
        for family in text_string_to_metric_families(text.decode())
        for sample in family.samples
    }


def test_metrics_tell_what_was_counted() -> None:
    meter = Meter(received=9, handled=5, quarantined=1, sent=6, dropped=2, postponed=3, strangers=4, heard=10_000)
    for seconds in (0.004, 0.005, 0.3, 99.0):
        meter.reviews.add(seconds)
    found = values(exposition(meter, Queues(3, 5_000, 1, 9_000, 1), at=15_000))
    totals = {name.removeprefix("whyfollow_"): value for name, value in found.items()}
    assert {name: value for name, value in totals.items() if "bucket" not in name} == {
        "updates_received_total": 9,
        "updates_handled_total": 5,
        "updates_quarantined_total": 1,
        "answers_sent_total": 6,
        "answers_failed_total": 2,
        "answers_postponed_total": 3,
        "webhook_strangers_total": 4,
        "review_seconds_count": 4,
        "review_seconds_sum": pytest.approx(99.309),
        "heard_timestamp_seconds": 10,
        "database_up": 1,
        "inbox_rows": 3,
        "inbox_oldest_seconds": 10,
        "outbox_rows": 1,
        "outbox_oldest_seconds": 6,
        "quarantine_rows": 1,
    }
    buckets = [totals[f"review_seconds_bucket<{bound}"] for bound in (*BOUNDS, "+Inf")]
    assert buckets == [2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4]


def test_metrics_without_a_database_still_tell_the_counts() -> None:
    found = values(exposition(Meter(received=2), None, at=0))
    assert (found["whyfollow_database_up"], found["whyfollow_updates_received_total"]) == (0, 2)
    assert not any("rows" in name for name in found)
    assert "whyfollow_heard_timestamp_seconds" not in found
