"""`python -m tests.bench.updates 100000`: so many generated updates through the whole bot, down to what is sent.

The rules, the database, the handlers and the sender are the real ones; the Bot API is the strict fake. At the end
nothing may have failed in an unforeseen way, and no row may be stuck.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from bot.engine.judge import judge
from bot.engine.loader import load
from bot.intake.sender import Limits
from bot.review import RuleSource
from bot.settings import shipped_rules
from bot.store import pieces
from tests.support.any_update import BROKEN
from tests.support.chat import Bot, open_bot

COUNT = 100_000
ROUND = 200
MANY = settings(
    max_examples=ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck), phases=(Phase.generate,)
)


class Failures(logging.Handler):
    """What was logged together with an exception that nobody foresaw."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[0] is not None:
            self.seen.append(f"{record.getMessage()}: {record.exc_info[0].__name__}: {record.exc_info[1]}")


@dataclass
class Flood:
    bot: Bot
    runner: asyncio.Runner
    wanted: int
    failures: Failures = field(default_factory=Failures)
    stored: int = 0

    def run(self) -> None:
        self.bot.house.worker.pauses = ()
        self.bot.house.sender.limits = Limits(0, 0, 0)
        for id_ in range(-5, 6):
            # Anything may be answered: these chats exist.
            self.bot.api.messages[id_] = {}
        logging.getLogger("bot").addHandler(self.failures)
        logging.getLogger("bot").propagate = False
        self.runner.get_loop().set_exception_handler(self._on_loop_exception)
        number = 0
        while self.stored < self.wanted:
            number += 1
            seed(number)(MANY(given(st.lists(BROKEN, min_size=10, max_size=40))(self._one)))()
            print(f"{self.stored} updates, {len(self.bot.api.sent)} answers", file=sys.stderr, flush=True)

    def _on_loop_exception(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self.failures.seen.append(f"in the loop: {context.get('message')}: {context.get('exception')}")

    def _one(self, contents: list[dict[str, Any]]) -> None:
        if self.stored < self.wanted:
            self.runner.run(self._handle(contents))

    async def _handle(self, contents: list[dict[str, Any]]) -> None:
        updates = [{"update_id": self.stored + number, **content} for number, content in enumerate(contents, start=1)]
        await self.bot.house.inbox.store(json.loads(json.dumps(updates)))
        self.stored += len(updates)
        await self.bot.work()
        self.bot.clock.forward(seconds=max(pieces.WAIT / 1000, 2))
        await self.bot.work()
        while await self.bot.house.outbox.waiting():
            self.bot.clock.forward(seconds=await self.bot.house.sender.step())


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    began = perf_counter()
    rules = load(shipped_rules()).rules
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as runner:
        opening = open_bot(Path(folder), partial(judge, rules=rules), RuleSource(rules))
        bot = runner.run(opening.__aenter__())
        flood = Flood(bot, runner, wanted)
        flood.run()
        states = runner.run(tell(bot))
        runner.run(opening.__aexit__(None, None, None))
    print(f"{flood.stored} updates in {perf_counter() - began:.0f} s: {states}")
    print(f"failed in an unforeseen way: {len(flood.failures.seen)}", *flood.failures.seen[:20], sep="\n  ")
    stuck = states["inbox new"] + states["outbox new"]
    sys.exit(1 if flood.failures.seen or stuck or states["put aside, but readable"] else 0)


async def tell(bot: Bot) -> Counter[str]:
    """How many rows are in each state."""
    tables = ("inbox", "outbox")
    queries = {name: f"SELECT state, count(*) FROM {name} GROUP BY state" for name in tables}
    found: Counter[str] = Counter()
    for name, query in queries.items():
        for state, count in await bot.database.ask(lambda asked, query=query: asked.exec_driver_sql(query).all()):  # type: ignore[misc]
            found[f"{name} {state}"] = count
    put_aside = await bot.house.inbox.quarantined()
    found["put aside, but readable"] = sum(not row.reason.startswith("can't be read: ") for row in put_aside)
    why = "SELECT reason, count(*) FROM outbox WHERE state = 'dropped' GROUP BY reason"
    for reason, count in await bot.database.ask(lambda asked: asked.exec_driver_sql(why).all()):
        found[f"dropped: {reason}"] = count
    return found


if __name__ == "__main__":
    main()
