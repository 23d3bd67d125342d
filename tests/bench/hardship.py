"""`python -m tests.bench.hardship`: hard times in real time, for the real process as people run it.

Telegram asks for a pause, is away, the database is locked, the disk takes nothing more; each time in the middle of a
burst. Prints what that cost. `tests/end_to_end/test_hardship.py` does the same with a clock that is moved by hand.
"""

from __future__ import annotations

import asyncio
import resource
import sqlite3
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

from bot.engine.model import LANGUAGES
from bot.render.catalogue import say
from tests.bench.texts import post
from tests.support.bot_api import BotApi, Params
from tests.support.bot_api_server import serve
from tests.support.process import Running, running_bot
from tests.support.updates import message_update

PEOPLE, EACH = 40, 5
PAUSE = 3.0
AWAY = 30.0
LOCKED = 5.0
FULL = 8.0

Figures = Iterator[tuple[str, str]]


@dataclass
class WatchedApi(BotApi):
    """Remembers when each message arrived, and what it answers."""

    arrived_at: list[tuple[float, int, int | None]] = field(default_factory=list)

    def on_sendmessage(self, params: Params) -> dict[str, Any]:
        message = super().on_sendmessage(params)
        self.arrived_at.append((monotonic(), int(params["chat_id"]), self.sent[-1].reply_to))
        return message


@dataclass
class Scene:
    api: WatchedApi
    bot: Running
    database: Path
    wrote: dict[int, list[int]] = field(default_factory=dict)

    def write(self, chat: int) -> None:
        number = self.api.number(chat)
        text = post(LANGUAGES[chat % len(LANGUAGES)], 280)
        self.api.push(message=message_update(0, chat=chat, number=number, text=text)["message"])
        self.wrote.setdefault(chat, []).append(number)

    def burst(self) -> None:
        for _ in range(EACH):
            for chat in range(1, PEOPLE + 1):
                self.write(chat)

    async def arrived(self, count: int) -> None:
        await self.api.until(lambda: len(self.api.arrived_at) >= count, 180)

    async def everything(self) -> None:
        """Until every draft has its answer, and a moment longer, in which nothing more may come."""
        drafts = {(chat, number) for chat, numbers in self.wrote.items() for number in numbers}
        await self.api.until(lambda: drafts <= {(chat, to) for _, chat, to in self.api.arrived_at}, 180)
        await asyncio.sleep(2)

    def account(self, began: float, ended: float) -> Figures:
        """What became of every draft, and what arrived in the bad time."""
        answers = [(chat, to) for _, chat, to in self.api.arrived_at if to is not None]
        lost = sum((chat, number) not in answers for chat, numbers in self.wrote.items() for number in numbers)
        orders = {chat: [to for known, to in answers if known == chat] for chat in self.wrote}
        yield "drafts", str(sum(map(len, self.wrote.values())))
        yield "lost", str(lost)
        yield "answered twice", str(len(answers) - len(set(answers)))
        yield "chats out of order", str(sum(numbers != sorted(numbers, key=int) for numbers in orders.values()))
        yield "arrived in the bad time", str(sum(began < at < ended for at, *_ in self.api.arrived_at))
        later = [at for at, *_ in self.api.arrived_at if at >= ended]
        yield "first after it", f"{min(later) - ended:.1f} s" if later else "-"
        yield "last after it", f"{max(later) - ended:.1f} s" if later else "-"
        yield "process alive", "yes" if self.bot.process.returncode is None else "NO"


@asynccontextmanager
async def scene() -> AsyncIterator[Scene]:
    api = WatchedApi(clock=monotonic)
    with tempfile.TemporaryDirectory() as folder:
        async with serve(api) as address:
            database = Path(folder) / "bot.db"
            settings = {
                "TELEGRAM_TOKEN": api.token,
                "TELEGRAM_API_URL": address,
                "DATABASE_URL": f"sqlite+aiosqlite:///{database}",
            }
            async with running_bot(Path(folder), **settings) as bot:
                await api.until(lambda: bool(api.called("getUpdates")))
                yield Scene(api, bot, database)
                bot.tell_to_stop()
                await bot.ended()


async def slow_down() -> list[tuple[str, str]]:
    async with scene() as now:
        now.burst()
        await now.arrived(50)
        began = monotonic()
        now.api.flood(PAUSE)
        await now.everything()
        return [*now.account(began, began + PAUSE), ("calls in the pause", str(now.api.calls_in_flood))]


async def away() -> list[tuple[str, str]]:
    async with scene() as now:
        now.burst()
        await now.arrived(50)
        began, now.api.away = monotonic(), True
        await asyncio.sleep(AWAY / 2)
        for chat in range(1, 21):
            now.write(chat)
        await asyncio.sleep(AWAY / 2)
        now.api.away, ended = False, monotonic()
        await now.everything()
        return [*now.account(began, ended)]


async def locked() -> list[tuple[str, str]]:
    async with scene() as now:
        now.burst()
        await now.arrived(50)
        with closing(sqlite3.connect(now.database, timeout=30, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            began = monotonic()
            await asyncio.sleep(LOCKED)
            other.execute("ROLLBACK")
        ended = monotonic()
        await now.everything()
        return [*now.account(began, ended)]


async def full() -> list[tuple[str, str]]:
    """No file of the process may grow: the same as a full disk, and it can be lifted again."""
    async with scene() as now:
        for chat in range(1, 6):
            now.write(chat)
        await now.everything()
        pid = now.bot.process.pid
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))  # type: ignore[attr-defined,unused-ignore]
        began = monotonic()
        for chat in range(1, 21):
            now.write(chat)
        await asyncio.sleep(FULL)
        ended = monotonic()
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))  # type: ignore[attr-defined,unused-ignore]
        await now.everything()
        words = [sent.chat for sent in now.api.sent if sent.text == say("en", "not-kept")]
        figures = [
            *now.account(began, ended),
            ("people told", str(len(set(words)))),
            ("words to them", str(len(words))),
        ]
        with closing(sqlite3.connect(now.database, timeout=30)) as store:
            [versions] = store.execute("SELECT count(*) FROM versions").fetchone()
            [sound] = store.execute("PRAGMA integrity_check").fetchone()
        return [*figures, ("reviews kept", str(versions)), ("database", sound)]


SCENES = {
    f"Telegram asks for {PAUSE:.0f} s": slow_down,
    f"Telegram away for {AWAY:.0f} s": away,
    f"database locked for {LOCKED:.0f} s": locked,
    f"disk full for {FULL:.0f} s": full,
}


def main() -> None:
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    for name, play in SCENES.items():
        if wanted not in name or (play is full and sys.platform != "linux"):
            continue
        print(name)
        for what, figure in asyncio.run(play()):
            print(f"  {what:30} {figure:>10}", flush=True)


if __name__ == "__main__":
    main()
