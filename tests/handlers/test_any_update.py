"""Whatever Telegram sends, also what it will only invent next year: nothing gets stuck, and nothing breaks.

`python -m tests.bench.updates` does the same with a hundred thousand of them, down to what is sent.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.store import pieces
from tests.handlers.conftest import scored
from tests.support.any_update import BROKEN, UPDATES
from tests.support.chat import open_bot

# Each example is dozens of updates on a database of its own; making a failing one smaller would take minutes.
FEW = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.generate,),
)


async def handle(contents: list[dict[str, Any]]) -> list[str]:
    """Handle them all; says why any was put aside."""
    rules: Any = SimpleNamespace(current=SimpleNamespace(cards={}, rules=()))
    with tempfile.TemporaryDirectory() as folder:
        async with open_bot(Path(folder), scored, rules) as bot:
            bot.house.worker.pauses = ()
            updates = [{"update_id": number, **content} for number, content in enumerate(contents, start=1)]
            await bot.house.inbox.store(json.loads(json.dumps(updates)))
            await bot.work()
            bot.clock.forward(seconds=pieces.WAIT / 1000)
            await bot.work()
            assert await bot.house.inbox.waiting() == 0
            return [row.reason for row in await bot.house.inbox.quarantined()]


@FEW
@given(st.lists(UPDATES, min_size=20, max_size=60))
def test_every_well_formed_update_is_handled(contents: list[dict[str, Any]]) -> None:
    assert asyncio.run(handle(contents)) == []


@FEW
@given(st.lists(BROKEN, min_size=20, max_size=60))
def test_broken_update_is_done_or_put_aside_as_unreadable(contents: list[dict[str, Any]]) -> None:
    assert all(reason.startswith("can't be read: ") for reason in asyncio.run(handle(contents)))
