"""The worker: every stored update is handled in order within its chat, tried again, or put aside with its reason."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from telegram import Update

from bot.errors import StoreError
from bot.intake.worker import Worker
from bot.store.clock import Clock
from bot.store.connection import Database
from bot.store.inbox import Inbox, RawUpdate
from bot.store.outbox import Letter, Outbox
from tests.support.bot_api import BotApi
from tests.support.databases import each_backend
from tests.support.fake_telegram import bot_at
from tests.support.updates import message_update

__all__ = ["each_backend"]

Handle = Callable[[Update], Awaitable[None]]


class Watched(Inbox):
    """Tells when the worker found nothing to do now, and when there is nothing undone at all."""

    def __init__(self, database: Database, clock: Clock) -> None:
        super().__init__(database, clock)
        self.idle, self.empty = asyncio.Event(), asyncio.Event()

    async def next_due(self) -> int | None:
        due = await super().next_due()
        self.idle.set()
        if due is None:
            self.empty.set()
        return due


class Desk:
    """Runs a worker and remembers what it handed out."""

    def __init__(self, inbox: Inbox, outbox: Outbox, handle: Handle, pauses: tuple[int, ...] = ()) -> None:
        self.inbox, self.outbox = Watched(inbox._database, inbox.now), outbox
        self.handled: list[int] = []
        self._handle = handle
        self.worker = Worker(self.inbox, bot_at(BotApi())[0], self.handle, self.give_up, pauses=pauses)

    async def handle(self, update: Update) -> None:
        self.handled.append(update.update_id)
        await self._handle(update)

    async def give_up(self, raw: RawUpdate, reason: str) -> None:
        await self.outbox.give_up(raw["update_id"], reason, Letter(7, "sorry"))

    async def until_empty(self) -> None:
        """Ends when every row is done or put aside, however long that takes the machine."""
        running = asyncio.create_task(self.worker.run())
        async with asyncio.timeout(20):
            await self.inbox.empty.wait()
        self.worker.stop()
        await running


async def nothing(update: Update) -> None:
    pass


async def test_everything_is_handled_and_done(inbox: Inbox, outbox: Outbox) -> None:
    await inbox.store([message_update(number, chat=number % 3 + 1) for number in range(30)])
    desk = Desk(inbox, outbox, nothing)
    await desk.until_empty()
    assert sorted(desk.handled) == list(range(30))
    for lane in range(3):
        of_lane = [number for number in desk.handled if number % 3 == lane]
        assert of_lane == sorted(of_lane)


async def test_chat_with_a_slow_update_keeps_its_order_while_others_go_on(inbox: Inbox, outbox: Outbox) -> None:
    gate = asyncio.Event()

    async def slow_for_seven(update: Update) -> None:
        if update.update_id == 1:
            await gate.wait()
        if update.update_id == 4:
            gate.set()

    await inbox.store(
        [message_update(1, chat=7), message_update(2, chat=7), message_update(3, chat=8), message_update(4, chat=8)]
    )
    desk = Desk(inbox, outbox, slow_for_seven)
    await desk.until_empty()
    assert desk.handled[-1] == 2
    assert desk.handled.index(4) < desk.handled.index(2)


async def test_error_is_tried_again(inbox: Inbox, outbox: Outbox) -> None:
    tries: list[int] = []

    async def fail_twice(update: Update) -> None:
        tries.append(update.update_id)
        if len(tries) < 3:
            raise ValueError("no")

    await inbox.store([message_update(1)])
    await Desk(inbox, outbox, fail_twice, pauses=(0, 0)).until_empty()
    assert tries == [1, 1, 1]
    assert await inbox.quarantined() == []


async def test_update_that_keeps_failing_is_put_aside_and_its_author_told(inbox: Inbox, outbox: Outbox) -> None:
    async def fail(update: Update) -> None:
        if update.update_id == 1:
            raise ValueError("no")

    await inbox.store([message_update(1), message_update(2)])
    desk = Desk(inbox, outbox, fail, pauses=(0, 0))
    await desk.until_empty()
    assert desk.handled == [1, 1, 1, 2]
    [put_aside] = await inbox.quarantined()
    assert (put_aside.update_id, put_aside.reason) == (1, "ValueError: no")
    assert [out.letter.html for out in await outbox.due(10)] == ["sorry"]


async def test_update_that_the_library_cannot_read_is_put_aside_at_once(inbox: Inbox, outbox: Outbox) -> None:
    unreadable = {"update_id": 1, "message": {"message_id": 1, "chat": {"id": 7}, "date": "yesterday"}}
    await inbox.store([unreadable, message_update(2)])
    desk = Desk(inbox, outbox, nothing, pauses=(60_000,))
    await desk.until_empty()
    assert desk.handled == [2]
    [put_aside] = await inbox.quarantined()
    assert put_aside.reason.startswith("can't be read: ")


async def test_trouble_with_the_database_never_puts_an_update_aside(inbox: Inbox, outbox: Outbox) -> None:
    tries: list[int] = []

    async def locked(update: Update) -> None:
        tries.append(update.update_id)
        if len(tries) < 9:
            raise StoreError("database is locked")

    await inbox.store([message_update(1)])
    desk = Desk(inbox, outbox, locked, pauses=())
    desk.worker.store_pause = 0
    await desk.until_empty()
    assert len(tries) == 9
    assert await inbox.quarantined() == []


async def test_hanging_handler_is_ended_before_its_lease(inbox: Inbox, outbox: Outbox) -> None:
    async def hang(update: Update) -> None:
        await asyncio.Event().wait()

    await inbox.store([message_update(1)])
    desk = Desk(inbox, outbox, hang, pauses=())
    desk.worker.patience = 0.01
    await desk.until_empty()
    [put_aside] = await inbox.quarantined()
    assert put_aside.reason.startswith("TimeoutError")


async def test_stop_finishes_what_is_claimed_and_claims_nothing_more(inbox: Inbox, outbox: Outbox) -> None:
    begun, gate = asyncio.Event(), asyncio.Event()

    async def slow(update: Update) -> None:
        begun.set()
        await gate.wait()

    await inbox.store([message_update(1), message_update(2)])
    desk = Desk(inbox, outbox, slow)
    running = asyncio.create_task(desk.worker.run())
    await begun.wait()
    desk.worker.stop()
    gate.set()
    await running
    assert desk.handled == [1]
    assert [row.update_id for row in await inbox.claim(10)] == [2]


async def test_cancelled_work_is_handed_back_at_once(inbox: Inbox, outbox: Outbox) -> None:
    begun = asyncio.Event()

    async def hang(update: Update) -> None:
        begun.set()
        await asyncio.Event().wait()

    await inbox.store([message_update(1)])
    desk = Desk(inbox, outbox, hang)
    running = asyncio.create_task(desk.worker.run())
    await begun.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert [row.update_id for row in await inbox.claim(10)] == [1]


async def test_new_update_is_handled_without_waiting_for_a_timer(inbox: Inbox, outbox: Outbox) -> None:
    done = asyncio.Event()

    async def note(update: Update) -> None:
        done.set()

    desk = Desk(inbox, outbox, note)
    async with running(desk.worker):
        await desk.inbox.idle.wait()
        await inbox.store([message_update(1)])
        desk.worker.wake()
        async with asyncio.timeout(10):
            await done.wait()


@asynccontextmanager
async def running(worker: Worker) -> AsyncIterator[None]:
    task = asyncio.create_task(worker.run())
    yield
    worker.stop()
    await task
