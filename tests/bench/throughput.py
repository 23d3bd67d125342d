"""How many drafts the whole bot answers, everything durable, beside a stock echo bot on the same strict Telegram.

Both are real processes that fetch and send over HTTP. `python -m tests.bench.throughput` prints this part alone.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from bot.engine.model import LANGUAGES
from bot.store.connection import open_database
from tests.bench.texts import post
from tests.bench.usage import Usage, told
from tests.support.bot_api import BotApi, Params
from tests.support.bot_api_server import serve
from tests.support.process import running_bot
from tests.support.updates import message_update

# At once, for drafts a second; then one by one at a pace that both bots can keep, for the time that one takes.
BURST = 1_000
CHATS = 250
CALM = 150
PACE = 0.05
WARM_UP = 60
ROUNDS = 3

TEXTS = cycle([post(language, length) for length in (150, 280) for language in LANGUAGES])
PEOPLE = cycle(range(1000, 1000 + CHATS))

BOTS = {"echo": "tests.bench.echo", "whyfollow": "tests.bench.unlimited"}


@dataclass
class TimedApi(BotApi):
    """Remembers when the person wrote, and how long the answer took."""

    wrote: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    waits: list[float] = field(default_factory=list)

    def on_sendmessage(self, params: Params) -> dict[str, Any]:
        answer = super().on_sendmessage(params)
        # Answers come in order within a chat.
        self.waits.append(perf_counter() - self.wrote[int(params["chat_id"])].pop(0))
        return answer


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one run of one bot."""

    rate: float
    """Drafts a second."""
    half: float
    """Milliseconds within which half of the answers came, in the calm part."""
    most: float
    """The same for 99 of 100."""
    used: Usage


def measure() -> Iterator[tuple[str, str]]:
    runs: dict[str, list[Figures]] = {name: [] for name in BOTS}
    for _ in range(ROUNDS):
        # In turn, so that what else the machine does meets both.
        for name, module in BOTS.items():
            runs[name].append(asyncio.run(run(module)))
    for name, figures in runs.items():
        yield f"{name}: throughput", f"{median(one.rate for one in figures):.0f} drafts/s"
        yield f"{name}: half of the answers within", f"{median(one.half for one in figures):.1f} ms"
        yield f"{name}: 99 of 100 answers within", f"{median(one.most for one in figures):.1f} ms"
        yield f"{name}: memory", f"{median(one.used.memory for one in figures):.0f} MB"
        yield f"{name}: processor", f"{median(one.used.cpu for one in figures):.1f} s"
    pairs = list(zip(runs["whyfollow"], runs["echo"], strict=True))
    yield "throughput, share of the echo bot's", f"{median(ours.rate / theirs.rate for ours, theirs in pairs):.2f}"
    yield (
        "memory, times the echo bot's",
        f"{median(ours.used.memory / theirs.used.memory for ours, theirs in pairs):.2f}",
    )


async def run(module: str) -> Figures:
    async with bot_at_work(module) as (api, output):
        write(api, WARM_UP)
        await answered(api)
        began = perf_counter()
        write(api, BURST)
        await answered(api)
        rate = BURST / (perf_counter() - began)
        api.waits.clear()
        for _ in range(CALM):
            write(api, 1)
            await asyncio.sleep(PACE)
        await answered(api)
        half, most = quantiles(api.waits, n=100)[49], quantiles(api.waits, n=100)[98]
    return Figures(rate, half * 1000, most * 1000, told(output))


@asynccontextmanager
async def bot_at_work(module: str) -> AsyncIterator[tuple[TimedApi, list[str]]]:
    """A running bot; when it has stopped, its output is complete."""
    api = TimedApi()
    with tempfile.TemporaryDirectory() as folder:
        async with serve(api) as address:
            settings = {
                "TELEGRAM_TOKEN": api.token,
                "TELEGRAM_API_URL": address,
                "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bot.db",
                "PYTHONWARNINGS": "default",
            }
            # A start with a database that is there already: making one is done once, and takes memory of its own.
            async with open_database(settings["DATABASE_URL"]):
                pass
            async with running_bot(Path(folder), command=("-m", module), **settings) as bot:
                yield api, bot.output
                bot.tell_to_stop()
                await bot.ended()


def write(api: TimedApi, count: int) -> None:
    """So many drafts, in many chats and all languages."""
    for text in islice(TEXTS, count):
        chat = next(PEOPLE)
        api.wrote[chat].append(perf_counter())
        api.push(message=message_update(0, chat=chat, number=api.number(chat), text=text)["message"])


async def answered(api: TimedApi) -> None:
    await api.until(lambda: not any(api.wrote.values()), 300)


def main() -> None:
    for name, figure in measure():
        print(f"{name:54} {figure:>16}", flush=True)


if __name__ == "__main__":
    main()
