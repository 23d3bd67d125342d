"""Polling: Telegram learns that it may forget an update only after it is stored."""

from __future__ import annotations

import asyncio
import json

import pytest
from telegram.error import NetworkError

from bot.errors import StoreError, TelegramError
from bot.intake.polling import ALLOWED_UPDATES, Polling
from bot.store.connection import Database
from bot.store.inbox import Inbox
from tests.support.bot_api import BotApi
from tests.support.databases import each_backend
from tests.support.fake_telegram import FakeTelegram
from tests.support.updates import message_update

__all__ = ["each_backend"]


class FullDisk(Inbox):
    async def store(self, updates: object, *, offset: int | None = None) -> int:
        raise StoreError("database or disk is full")


def polling(api: BotApi, inbox: Inbox, line: FakeTelegram | None = None) -> Polling:
    url = f"http://fake/bot{api.token}"
    return Polling(line or FakeTelegram(api), url, inbox, stored=api.changed.set, long_poll=0)


def push(api: BotApi, **content: object) -> int:
    return api.push(message=message_update(0, **content)["message"])  # type: ignore[arg-type]


async def test_batch_is_stored_and_confirmed_by_the_next_fetch(api: BotApi, inbox: Inbox) -> None:
    first, second = push(api, text="one"), push(api, text="two")
    fetch = polling(api, inbox).fetch
    await fetch()
    assert (await inbox.waiting(), api.confirmed) == (2, 0)
    await fetch()
    assert api.confirmed == 2
    assert [call.get("offset") for call in api.called("getUpdates")] == [None, str(second + 1)]
    assert first < second


async def test_nothing_is_confirmed_while_the_disk_is_full(api: BotApi, database: Database, inbox: Inbox) -> None:
    push(api, text="one")
    for _ in range(2):
        with pytest.raises(StoreError):
            await polling(api, FullDisk(database)).fetch()
    assert api.confirmed == 0
    await polling(api, inbox).fetch()
    assert await inbox.waiting() == 1


async def test_offset_survives_a_restart(api: BotApi, inbox: Inbox, database: Database) -> None:
    push(api, text="one")
    await polling(api, inbox).fetch()
    await polling(api, Inbox(database, inbox.now)).fetch()
    assert api.confirmed == 1


async def test_update_kinds_are_named(api: BotApi, inbox: Inbox) -> None:
    await polling(api, inbox).fetch()
    [call] = api.called("getUpdates")
    assert json.loads(call["allowed_updates"]) == list(ALLOWED_UPDATES)


async def test_update_that_no_library_can_read_does_not_block(api: BotApi, inbox: Inbox) -> None:
    api.push(message={"message_id": "not a number", "chat": 5})
    push(api, text="good")
    await polling(api, inbox).fetch()
    rows = await inbox.claim(10)
    assert len(rows) == 2


async def test_wrong_token_is_told_plainly(api: BotApi, inbox: Inbox) -> None:
    wrong = Polling(FakeTelegram(api), "http://fake/bot1:wrong", inbox, stored=api.changed.set, long_poll=0)
    with pytest.raises(TelegramError, match="TELEGRAM_TOKEN"):
        await wrong.run()


async def test_fetching_goes_on_when_telegram_is_back(
    api: BotApi, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    line = FakeTelegram(api)
    line.away = NetworkError("away")

    async def no_sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            line.away = None

    push(api, text="one")
    monkeypatch.setattr("bot.intake.polling.asyncio.sleep", no_sleep)
    task = asyncio.create_task(polling(api, inbox, line).run())
    await api.until(lambda: api.confirmed == 1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert pauses == [1.0, 2.0, 4.0]
    assert await inbox.waiting() == 1
