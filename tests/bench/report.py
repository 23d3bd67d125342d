"""What a week's report costs among 10,000 reviews and among 1,000,000, and how long drafts wait meanwhile.

Both databases hold 200 teams with the same last nine weeks; the large one has years behind them. Reports are made in
turn and measured in processor time, so that what else the machine does meets both. `python -m tests.bench.report` runs
it alone.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from bot.engine import loader
from bot.engine.ruleset import RuleSet
from bot.report.calendar import Weeks, week_of
from bot.report.reporter import Reporter, Subject
from bot.settings import shipped_rules
from bot.store.connection import Database, open_database
from bot.store.stores import stores_on
from tests.bench.texts import post
from tests.support.updates import AT

TEAMS = 200
FEW, MANY = 10_000, 1_000_000
ROUNDS = 15
WEEK_MS = 7 * 24 * 3600 * 1000
NOW = AT * 1000
ZONE = "Europe/Warsaw"
TEAM = 77

FINDINGS = [
    {"id": id_, "sign": sign, "dimension": dimension, "points": points, "reason": reason, "clear": True,
     "spans": [[0, 12], [40, 61]], "trial": False}
    for id_, sign, dimension, points, reason in (
        ("value-guidance", "+", "reason-to-follow", 0, 26),
        ("concrete-detail", "+", "takeaway", 14, 0),
        ("selling", "i", "promotion", 0, 0),
        ("corporate-jargon", "-", "clarity", -4, 0),
        ("front-loaded", "+", "opening", 2, 0),
    )
]  # fmt: skip

FILL = """
WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :count)
"""


def measure() -> Iterator[tuple[str, str]]:
    rules = loader.load(shipped_rules()).rules
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few.db", Path(folder) / "many.db"
        asyncio.run(_create(few))
        asyncio.run(_create(many))
        fill(few, FEW)
        fill(many, MANY)
        yield from asyncio.run(_compared(few, many, rules))


def fill(path: Path, reviews: int) -> None:
    """One draft and one version for each number, all teams in turn; the last nine weeks hold the last FEW of them."""
    old = reviews - FEW
    values = {
        "count": reviews, "teams": TEAMS, "old": old, "now": NOW - 1000, "recent": 9 * WEEK_MS // FEW,
        "before": 9 * WEEK_MS, "step": 104 * WEEK_MS // max(old, 1), "text": post("en", 280),
        "findings": json.dumps(FINDINGS),
    }  # fmt: skip
    # From the end backwards: recent ones lie close together, older ones over two years before them.
    at = """CASE WHEN n >= :old THEN :now - (:count - 1 - n) * :recent
                 ELSE :now - :before - (:old - 1 - n) * :step END"""
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA synchronous=OFF")
        database.executemany(
            "INSERT INTO workspaces (id, kind, chat, name, zone, created) VALUES (?, 'team', 0, ?, ?, 0)",
            [(team, f"Team {team}", ZONE) for team in range(1, TEAMS + 1)],
        )
        database.execute(
            f"INSERT INTO drafts (id, workspace, chat, message, created, author) "
            f"{FILL} SELECT n + 1, n % :teams + 1, 7, n, {at}, n % 5 FROM numbers",
            values,
        )
        database.execute(
            f"INSERT INTO versions (id, workspace, draft, at, text, picture, network, language, score, band, act, "
            f"confidence, findings, lines, rules_version, rules_hash, promo) {FILL} "
            f"SELECT n + 1, n % :teams + 1, n + 1, {at}, :text, 0, 'telegram', 'en', n % 101, 'mixed', 'tell', 'high', "
            f":findings, '[]', '1.0', '0', 0.2 FROM numbers",
            values,
        )
        database.commit()


async def _create(path: Path) -> None:
    async with open_database(url(path)):
        pass


def url(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


async def _compared(few: Path, many: Path, rules: RuleSet) -> Iterator[tuple[str, str]]:
    async with open_database(url(few)) as small, open_database(url(many)) as large:
        desks = [desk(database, rules) for database in (small, large)]
        subject = Subject(TEAM, f"Team {TEAM}", Weeks(week_of(NOW, ZONE).earlier().monday, ZONE))
        counts = []
        for one in desks:
            page = await one.page(subject, "en")
            counts.append(page.report.now.drafts)
        assert counts[0] == counts[1] > 0, counts
        times = [[await cpu(one, subject) for one in desks] for _ in range(ROUNDS)]
        waited = await held_up(desks[1], subject)
    first, second = (median(pair[place] for pair in times) for place in (0, 1))
    ratio = median(pair[1] / pair[0] for pair in times)
    return iter(
        (
            (f"report, numbers of a week among {FEW:,} reviews", f"{first * 1000:.1f} ms"),
            (f"report, numbers of a week among {MANY:,} reviews", f"{second * 1000:.1f} ms"),
            ("report, times as much with a hundred times the reviews", f"{ratio:.2f}"),
            ("report, with its picture", f"{waited[0] * 1000:.0f} ms"),
            ("report, longest time that drafts are held up meanwhile", f"{waited[1] * 1000:.0f} ms"),
        )
    )


def desk(database: Database, rules: RuleSet) -> Reporter:
    return Reporter(stores_on(database, lambda: NOW), lambda: rules, lambda: NOW)


async def cpu(reporter: Reporter, subject: Subject) -> float:
    """Everything but the picture, which costs the same however many reviews there are."""
    began = process_time()
    await reporter.read(subject)
    return process_time() - began


async def held_up(reporter: Reporter, subject: Subject) -> tuple[float, float]:
    """How long a whole report takes, and the longest time in which nothing else got its turn."""
    longest, running = 0.0, True

    async def tick() -> None:
        nonlocal longest
        while running:
            began = perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, perf_counter() - began)

    ticking = asyncio.create_task(tick())
    began = perf_counter()
    await reporter.page(subject, "en")
    took, running = perf_counter() - began, False
    await ticking
    return took, longest


def main() -> None:
    for name, figure in measure():
        print(f"{name:60} {figure:>12}", flush=True)


if __name__ == "__main__":
    main()
