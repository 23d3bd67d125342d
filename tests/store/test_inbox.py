"""The inbox: what Telegram was told to forget is here, in order, until somebody finished it."""

from __future__ import annotations

import json

import pytest

from bot.store.connection import Database
from bot.store.inbox import LEASE, OFFSET_LIFE, AlreadyDoneError, Inbox, finish_once, lane
from bot.store.outbox import Outbox
from tests.support.clock import HandClock
from tests.support.databases import ON_SQLITE
from tests.support.updates import message_update, tap_update


@pytest.fixture
def inbox(database: Database, clock: HandClock) -> Inbox:
    return Inbox(database, clock)


async def claimed(inbox: Inbox, limit: int = 10) -> list[int]:
    return [row.update_id for row in await inbox.claim(limit)]


async def test_batch_and_offset_are_kept_together(inbox: Inbox) -> None:
    assert await inbox.offset() is None
    assert await inbox.store([message_update(5), message_update(6)], offset=7) == 2
    assert await inbox.offset() == 7
    assert await inbox.waiting() == 2


async def test_second_delivery_changes_nothing(inbox: Inbox) -> None:
    await inbox.store([message_update(5, text="first")])
    assert await inbox.store([message_update(5, text="second"), message_update(6, chat=8)]) == 1
    assert [json.loads(row.body)["message"].get("text") for row in await inbox.claim(10)] == ["first", None]


async def test_offset_is_forgotten_before_telegram_numbers_at_random_again(inbox: Inbox, clock: HandClock) -> None:
    await inbox.store([message_update(5)], offset=6)
    clock.forward(seconds=OFFSET_LIFE / 1000 + 1)
    assert await inbox.offset() is None


async def test_one_chat_is_handled_in_order_and_chats_side_by_side(inbox: Inbox) -> None:
    await inbox.store([message_update(1, chat=7), message_update(2, chat=7), message_update(3, chat=8)])
    assert await claimed(inbox) == [1, 3]
    assert await claimed(inbox) == []
    await inbox.done(1)
    assert await claimed(inbox) == [2]


async def test_order_is_that_of_arrival_even_when_numbers_start_again(inbox: Inbox) -> None:
    await inbox.store([message_update(900)])
    await inbox.store([message_update(4)])
    assert await claimed(inbox) == [900]


async def test_lease_ends_by_itself(inbox: Inbox, clock: HandClock) -> None:
    await inbox.store([message_update(1)])
    assert await claimed(inbox) == [1]
    clock.forward(seconds=LEASE / 1000 - 1)
    assert await claimed(inbox) == []
    clock.forward(seconds=1)
    assert await claimed(inbox) == [1]


async def test_rows_handed_back_can_be_claimed_at_once(inbox: Inbox) -> None:
    await inbox.store([message_update(1, chat=7), message_update(2, chat=8)])
    rows = await inbox.claim(10)
    await inbox.hand_back([rows[1].id])
    assert await claimed(inbox) == [2]


@ON_SQLITE
async def test_single_process_finds_all_rows_free_when_it_starts(inbox: Inbox) -> None:
    await inbox.store([message_update(1, chat=7), message_update(2, chat=8)])
    await inbox.claim(10)
    await inbox.hand_back()
    assert await claimed(inbox) == [1, 2]


async def test_failed_row_waits_and_keeps_its_chat_in_order(inbox: Inbox, clock: HandClock) -> None:
    await inbox.store([message_update(1, chat=7), message_update(2, chat=7), message_update(3, chat=8)])
    await claimed(inbox)
    await inbox.retry(1, "boom", after=4_000)
    assert await claimed(inbox) == []
    assert await inbox.next_due() == clock.at + 4_000
    clock.forward(seconds=4)
    [row] = await inbox.claim(10)
    assert (row.update_id, row.tries) == (1, 1)


async def test_quarantine_frees_the_chat_and_can_be_undone(inbox: Inbox, database: Database, clock: HandClock) -> None:
    await inbox.store([message_update(1), message_update(2)])
    await claimed(inbox)
    await Outbox(database, clock).give_up(1, "ValueError: no")
    assert await claimed(inbox) == [2]
    [put_aside] = await inbox.quarantined()
    assert (put_aside.update_id, put_aside.reason, put_aside.tries) == (1, "ValueError: no", 1)
    assert await inbox.run_again(1)
    assert not await inbox.run_again(1)
    assert await inbox.quarantined() == []


async def test_finished_twice_undoes_the_second_transaction(inbox: Inbox, database: Database, clock: HandClock) -> None:
    await inbox.store([message_update(1)])
    await inbox.done(1)
    with pytest.raises(AlreadyDoneError):
        await database.keep(lambda connection: finish_once(connection, 1, clock()))


async def test_half_an_emoji_survives(inbox: Inbox) -> None:
    await inbox.store([message_update(1, text="\ud83d oops \0")])
    [row] = await inbox.claim(1)
    assert json.loads(row.body)["message"]["text"] == "\ud83d oops \0"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (message_update(1, chat=70), 70),
        (message_update(1, chat=-100123, kind="edited_message"), -100123),
        (tap_update(1, "x", chat=71), 71),
        ({"update_id": 9, "inline_query": {"from": {"id": 72}}}, 72),
        ({"update_id": 9, "poll_answer": {"user": {"id": 73}}}, 73),
        ({"update_id": 9, "poll": {"id": "1"}}, 9),
        ({"update_id": 9}, 9),
        ({"update_id": 9, "message": {"chat": {"id": "x"}}}, 9),
        ({"update_id": 9, "message": {"chat": {"id": 10**30}}}, 0),
        ({"update_id": 9, "message": None, "new_kind": [1]}, 9),
    ],
)
def test_lane_is_the_chat_else_the_author_else_the_update(raw: dict[str, object], expected: int) -> None:
    assert lane(raw) == expected
