"""A database, a strict Telegram and a clock that moves when it is told."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.store.connection import Database, open_database
from bot.store.inbox import Inbox
from bot.store.outbox import Outbox
from tests.support.bot_api import BotApi
from tests.support.clock import HandClock


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    async with open_database(url) as opened:
        yield opened


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def inbox(database: Database, clock: HandClock) -> Inbox:
    return Inbox(database, clock)


@pytest.fixture
def outbox(database: Database, clock: HandClock) -> Outbox:
    return Outbox(database, clock)


@pytest.fixture
def api(clock: HandClock) -> BotApi:
    return BotApi(clock=lambda: clock() / 1000)
