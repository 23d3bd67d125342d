"""A scheduled report and the real process: a picture comes over HTTP, once, also when the process dies in between."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.engine.model import Draft
from bot.report.calendar import timely_week
from bot.store.clock import now
from bot.store.connection import open_database
from bot.store.stores import stores_on
from tests.support.bot_api import BotApi
from tests.support.bot_api_server import serve
from tests.support.process import running_bot
from tests.support.reviews import review
from tests.support.updates import message_update

DRAFT = "Rain on Friday? Our covered stands are free until 18:00."


async def due_now(folder: Path) -> str:
    """A lead with three drafts, whose report is due this very moment; says the database's address."""
    url = f"sqlite+aiosqlite:///{folder / 'bot.db'}"
    async with open_database(url) as database:
        # In the week that is meant, whatever day these tests run on.
        began = timely_week(now(), "UTC").since + 3_600_000
        stores = stores_on(database, lambda: began)
        home = await stores.teams.home(7)
        for score in (20, 50, 80):
            draft = Draft(f"score {score}")
            await stores.history.save(home.workspace, draft, review(draft, score))
        await stores.schedules.set(
            home.workspace, 7, person=7, weekday=6, minute=0, zone="UTC", language="en", next_due=now()
        )
    return url


@pytest.mark.parametrize("dies", [False, True], ids=["lives", "dies"])
async def test_a_report_arrives_once(tmp_path: Path, dies: bool) -> None:
    api = BotApi()
    api.messages[7][api.number(7)] = "hello"
    async with serve(api) as address:
        settings = {
            "TELEGRAM_TOKEN": api.token,
            "TELEGRAM_API_URL": address,
            "DATABASE_URL": await due_now(tmp_path),
        }
        if dies:
            # Written, but not delivered: Telegram asks to wait, and meanwhile the process dies.
            api.fail("sendPhoto", 429, "Too Many Requests: retry after 1", retry_after=1)
            async with running_bot(tmp_path, **settings) as bot:
                await api.until(lambda: bool(api.called("sendPhoto")))
                bot.process.kill()
                await bot.ended()
        async with running_bot(tmp_path, **settings) as bot:
            await api.until(lambda: bool(api.sent))
            # A draft that is answered afterwards shows that nothing else was waiting.
            update = message_update(0, chat=7, number=api.number(7), text=DRAFT)
            api.push(message=update["message"])
            await api.until(lambda: any("of 100" in sent.text for sent in api.sent))
            bot.tell_to_stop()
            assert await bot.ended() == 0
    assert [sent.kind for sent in api.sent] == ["photo", "text"]
    assert api.sent[0].files[0].content.startswith(b"\x89PNG")
    with closing(sqlite3.connect(tmp_path / "bot.db")) as database:
        [(due, sent)] = database.execute("SELECT next_due, last_sent FROM schedules").fetchall()
    assert due > now() > sent
