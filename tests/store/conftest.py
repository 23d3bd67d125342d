"""A database of its own for each test, of each kind in turn, and a clock that moves when it is told."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.store.connection import Database, open_database
from tests.support.clock import HandClock
from tests.support.databases import each_backend

__all__ = ["each_backend"]


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    async with open_database(url) as opened:
        yield opened


@pytest.fixture
def clock() -> HandClock:
    return HandClock()
