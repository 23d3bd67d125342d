"""Hard times: Telegram says "slow down" or is away, the database is locked, the disk is full. Nothing is lost by it.

All parts are the real ones; only the clock is moved by hand. `python -m tests.bench.hardship` does it in real time.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from telegram.error import NetworkError

from bot.errors import StoreError
from bot.render.catalogue import say
from bot.store import connection
from tests.handlers.conftest import scored
from tests.support.bot_api import Sent
from tests.support.chat import Bot, Chat, open_bot
from tests.support.disk import full_disk
from tests.support.updates import message_update

PEOPLE, EACH = 40, 5
# Long enough to need pages of its own on the disk, and short enough to be no piece of a longer paste.
DRAFT = "Черновик, score 50. " * 150


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Bot]:
    rules: Any = SimpleNamespace(current=SimpleNamespace(cards={}, rules=()))
    async with open_bot(tmp_path, scored, rules) as opened:
        yield opened


def write(bot: Bot, chat: int, text: str = DRAFT, language: str = "en") -> None:
    update = message_update(0, chat=chat, number=bot.api.number(chat), text=text, language=language)
    bot.api.push(message=update["message"])


async def burst(bot: Bot) -> None:
    """Two hundred answers wait to be sent."""
    for _ in range(EACH):
        for chat in range(1, PEOPLE + 1):
            write(bot, chat, "A draft with score 50")
    for _ in range(PEOPLE * EACH // 100 + 1):
        await bot.polling.fetch()
    await bot.work()
    assert await bot.house.outbox.waiting() == PEOPLE * EACH


async def send_all(bot: Bot, after_each: Callable[[], None]) -> list[tuple[int, Sent]]:
    """Everything that arrives until nothing waits, and when."""
    arrived: list[tuple[int, Sent]] = []
    for _ in range(10_000):
        known = len(bot.api.sent)
        seconds = await bot.house.sender.step()
        arrived += [(bot.clock.at, sent) for sent in bot.api.sent[known:]]
        if not await bot.house.outbox.waiting():
            return arrived
        bot.clock.forward(seconds=seconds)
        after_each()
    raise AssertionError("answers are stuck")


def in_order(arrived: list[tuple[int, Sent]]) -> bool:
    """Each person got one answer to each draft, in the order in which the drafts were written."""
    by_chat = {chat: [sent.reply_to for _, sent in arrived if sent.chat == chat] for chat in range(1, PEOPLE + 1)}
    return all(answers == list(range(1, EACH + 1)) for answers in by_chat.values())


async def test_nothing_is_sent_while_telegram_asks_for_a_pause_and_everything_after_it(bot: Bot) -> None:
    await burst(bot)
    began: list[int] = []

    def flood_in_the_middle() -> None:
        if not began and len(bot.api.sent) >= 50:
            began.append(bot.clock.at)
            bot.api.flood(3)

    arrived = await send_all(bot, flood_in_the_middle)
    assert bot.api.calls_in_flood == 1
    assert [at for at, _ in arrived if began[0] < at < began[0] + 3_000] == []
    assert len(arrived) == PEOPLE * EACH
    assert in_order(arrived)


async def test_everything_arrives_in_order_after_telegram_was_away_for_thirty_seconds(bot: Bot) -> None:
    await burst(bot)
    began: list[int] = []

    def away_in_the_middle() -> None:
        if not began and len(bot.api.sent) >= 50:
            began.append(bot.clock.at)
            bot.line.away = NetworkError("away")
        if began and bot.clock.at >= began[0] + 30_000:
            bot.line.away = None

    arrived = await send_all(bot, away_in_the_middle)
    assert [at for at, _ in arrived if began[0] < at < began[0] + 30_000] == []
    # The pauses grow, but nobody waits for another half a minute.
    assert arrived[-1][0] - began[0] < 120_000
    assert in_order(arrived)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Another process writes, and does not come to an end."""
    with closing(sqlite3.connect(folder / "bot.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


async def test_short_lock_makes_everybody_wait_and_nobody_fail(bot: Bot, tmp_path: Path) -> None:
    write(bot, 7)
    with locked(tmp_path):
        fetching = asyncio.create_task(bot.polling.fetch())
        await bot.api.until(lambda: bool(bot.api.called("getUpdates")))
        # Reading goes on meanwhile.
        assert await bot.house.inbox.waiting() == 0
        assert not fetching.done()
    await fetching
    await bot.settle()
    assert len(Chat(bot, 7).texts) == 1


async def test_long_lock_loses_nothing_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    impatient = ["busy_timeout=10", *(line for line in connection.SQLITE_SETTINGS if "busy" not in line)]
    monkeypatch.setattr(connection, "SQLITE_SETTINGS", impatient)
    rules: Any = SimpleNamespace(current=SimpleNamespace(cards={}, rules=()))
    async with open_bot(tmp_path, scored, rules) as bot:
        write(bot, 7)
        await bot.polling.fetch()
        [row] = await bot.house.worker.claim(1)
        write(bot, 8)
        with locked(tmp_path):
            await bot.house.worker.work(row)
            with pytest.raises(StoreError, match="locked"):
                await bot.polling.fetch()
            with pytest.raises(StoreError, match="locked"):
                await bot.house.worker.claim(1)
        assert [sent.text for sent in bot.api.sent] == [say("en", "not-kept")]
        await bot.settle()
        assert len(Chat(bot, 7).texts) == 1
        assert len(Chat(bot, 8).texts) == 2


@pytest.mark.parametrize("language", ["en", "pl", "ru"])
async def test_person_is_told_once_that_a_draft_cannot_be_kept_and_is_answered_when_it_can(
    bot: Bot, language: str
) -> None:
    write(bot, 7, language=language)
    async with full_disk(bot.database):
        for _ in range(3):
            with pytest.raises(StoreError, match="full"):
                await bot.polling.fetch()
    assert Chat(bot, 7).texts == [say(language, "not-kept")]  # type: ignore[arg-type]
    assert bot.api.confirmed == 0
    assert await bot.house.inbox.waiting() == 0
    await bot.settle()
    assert len(Chat(bot, 7).texts) == 2
    assert await rows(bot, "inbox", "drafts", "versions", "outbox") == [1, 1, 1, 1]


async def test_person_who_blocked_the_bot_does_not_keep_the_others_from_being_told(bot: Bot) -> None:
    write(bot, 7)
    write(bot, 8)
    bot.api.blocked.add(7)
    async with full_disk(bot.database):
        with pytest.raises(StoreError, match="full"):
            await bot.polling.fetch()
    assert [sent.chat for sent in bot.api.sent] == [8]


async def test_answer_that_finds_no_room_leaves_nothing_half_written_and_comes_later(bot: Bot) -> None:
    write(bot, 7)
    await bot.polling.fetch()
    [row] = await bot.house.worker.claim(1)
    async with full_disk(bot.database):
        await bot.house.worker.work(row)
        assert await rows(bot, "drafts", "versions", "outbox") == [0, 0, 0]
    assert await bot.house.inbox.waiting() == 1
    bot.clock.forward(seconds=5)
    await bot.settle()
    assert await rows(bot, "drafts", "versions", "outbox") == [1, 1, 1]
    assert len(Chat(bot, 7).texts) == 1


async def test_answer_is_not_sent_again_because_its_note_finds_no_room(bot: Bot, tmp_path: Path) -> None:
    write(bot, 7)
    write(bot, 8)
    await bot.polling.fetch()
    await bot.work()
    async with no_room_for_notes(bot):
        for _ in range(3):
            with pytest.raises(StoreError, match="full"):
                await bot.house.sender.step()
        assert len(bot.api.sent) == 1
    await bot.settle()
    assert sorted(sent.chat for sent in bot.api.sent) == [7, 8]


@asynccontextmanager
async def no_room_for_notes(bot: Bot) -> AsyncIterator[None]:
    """A note changes a row in its place: only a trigger makes the full disk certain at this very statement."""
    fails = "BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
    await execute(bot, f"CREATE TRIGGER full BEFORE UPDATE ON outbox {fails}")
    yield
    await execute(bot, "DROP TRIGGER full")


async def execute(bot: Bot, statement: str) -> None:
    await bot.database.keep(lambda connection: connection.exec_driver_sql(statement).close())


async def rows(bot: Bot, *tables: str) -> list[int]:
    """How many rows each table holds."""
    counts = [f"SELECT count(*) FROM {table}" for table in tables]
    return await bot.database.ask(lambda asked: [int(asked.exec_driver_sql(count).scalar_one()) for count in counts])
