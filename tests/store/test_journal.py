"""What a report reads: a week and nothing else, of one workspace and nobody else's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, event

from bot.engine.model import Draft, Review
from bot.store import journal as module
from bot.store.connection import Database, open_database
from bot.store.history import Origin, Place
from bot.store.inbox import Inbox
from bot.store.journal import Out
from bot.store.outbox import Letter
from bot.store.stores import Stores, stores_on
from tests.support.clock import HandClock
from tests.support.reviews import finding, review
from tests.support.updates import message_update

HOUR = 3600 * 1000


@pytest.fixture
async def stores(database: Database, clock: HandClock) -> Stores:
    await Inbox(database, clock).store([message_update(number) for number in range(1, 40)])
    return stores_on(database, clock)


@pytest.fixture
async def home(stores: Stores) -> int:
    return (await stores.teams.home(7)).workspace


class Writing:
    """Sends drafts of one workspace, each an update of its own."""

    def __init__(self, stores: Stores, workspace: int) -> None:
        self.stores, self.workspace, self.update = stores, workspace, 0

    async def send(
        self, message: int, score: int | None, *found: str, author: int = 7, brand: int | None = None
    ) -> None:
        self.update += 1
        said: Review = review(Draft(f"text {message}"), score, *(finding(id_, -4, "text") for id_ in found))
        place = Place(self.update, 7, message)
        origin = Origin(author, brand)
        await self.stores.history.answer(self.workspace, place, said.draft, said, Letter(7, "answer"), origin)


async def test_a_draft_is_read_from_its_first_version_to_its_last(stores: Stores, home: int, clock: HandClock) -> None:
    writing, since = Writing(stores, home), clock()
    await writing.send(1, 20, "shouting", "hurry")
    clock.forward(seconds=7200)
    until = clock()
    await writing.send(1, 60, "hurry")
    await writing.send(2, 50)
    [draft] = await stores.journal.drafts(home, since, until)
    assert (draft.first.score, draft.last.score, draft.versions) == (20, 60, 2)
    assert [weak.id for weak in draft.last.weaknesses] == ["hurry"]
    assert draft.seen == {"shouting", "hurry"}
    assert draft.last.found[0].spans == ((0, 4),)
    # Its second version lies in the next hours, but the draft began before them.
    assert [one.last.score for one in await stores.journal.drafts(home, until, until + HOUR)] == [50]


async def test_of_one_brand_or_one_author(stores: Stores, home: int, clock: HandClock) -> None:
    writing = Writing(stores, home)
    brand = await stores.brands.add(home, 7, "Mill")
    await writing.send(1, 20, brand=brand)
    await writing.send(2, 30, author=8)
    whole = (0, clock() + 1)
    assert [one.last.score for one in await stores.journal.drafts(home, *whole, brand=brand)] == [20]
    assert [one.last.score for one in await stores.journal.drafts(home, *whole, author=8)] == [30]
    assert len(await stores.journal.drafts(home, *whole)) == 2


async def test_nothing_of_another_workspace(stores: Stores, home: int, clock: HandClock) -> None:
    await Writing(stores, home).send(1, 20)
    other = (await stores.teams.home(8)).workspace
    whole = (0, clock() + 1)
    assert await stores.journal.drafts(other, *whole) == []
    assert await stores.journal.posts(other, *whole) == []
    assert await stores.journal.unfair(other, *whole) == {}


async def test_posts_and_what_was_called_unfair(stores: Stores, home: int, clock: HandClock) -> None:
    brand = await stores.brands.add(home, 7, "Mill")
    assert brand is not None
    writing = Writing(stores, home)
    await writing.send(1, 20, "hurry", brand=brand)
    await writing.send(2, 20, "hurry")
    whole = (0, clock() + 1)
    drafts = await stores.journal.drafts(home, *whole)
    assert await stores.feeds.posted(home, drafts[0].id)
    for draft in drafts:
        await stores.mutes.call_unfair(home, draft.id, "hurry", 7)
    assert await stores.journal.posts(home, *whole, brand=brand) == [Out(clock(), 0.0, ())]
    assert await stores.journal.posts(home, *whole, brand=brand + 1) == []
    assert await stores.journal.unfair(home, *whole) == {"hurry": 2}
    assert await stores.journal.unfair(home, *whole, brand=brand) == {"hurry": 1}


async def test_many_drafts_are_read_in_parts(
    stores: Stores, home: int, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    writing = Writing(stores, home)
    for number in range(5):
        await writing.send(number, number)
    assert [one.last.score for one in await stores.journal.drafts(home, 0, clock() + 1)] == [0, 1, 2, 3, 4]


async def test_a_week_costs_the_week_and_not_the_years(tmp_path: Path) -> None:
    """No step of SQLite's plan reads all rows of a table, or all that a team ever wrote."""
    asked: list[tuple[str, Any]] = []
    async with open_database(f"sqlite+aiosqlite:///{tmp_path / 'plan.db'}"):
        pass
    engine = create_engine(f"sqlite:///{tmp_path / 'plan.db'}")
    event.listen(
        engine,
        "before_cursor_execute",
        lambda _, __, statement, parameters, *___: asked.append((statement, parameters)),
    )
    with engine.connect() as connection:
        module._started(connection, 1, 0, 1, 3, 7)
        module._drafts(connection, 1, [1, 2])
        plans = [
            row[3]
            for statement, parameters in [*asked]
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
    engine.dispose()
    assert len(plans) >= 4
    assert [step for step in plans if step.startswith("SCAN") or step.endswith("(workspace=?)")] == []
