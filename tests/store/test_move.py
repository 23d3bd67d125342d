"""Moving to another database: everything arrives, also in two goes, and nothing is called moved that is not."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.engine.model import Draft
from bot.errors import StoreError, UsageError
from bot.store import move as module
from bot.store.connection import Database, open_as_it_is, open_database
from bot.store.history import History
from bot.store.inbox import Inbox
from bot.store.move import move
from bot.store.outbox import Attached, Letter, Outbox
from bot.store.stores import stores_on
from tests.support.clock import HandClock
from tests.support.reviews import review
from tests.support.updates import message_update

DRAFTS = 450


@pytest.fixture
async def full(tmp_path: Path, clock: HandClock) -> AsyncIterator[Database]:
    """An SQLite database with a bit of everything."""
    async with open_database(f"sqlite+aiosqlite:///{tmp_path / 'full.db'}") as database:
        stores, history = stores_on(database, clock), History(database, clock)
        team = await stores.teams.make(7, "Bakery")
        brand = await stores.brands.add(team, 7, "Żytnia")
        assert brand is not None
        for number in range(DRAFTS):
            draft = Draft(f"Хлеб {number} 🍞")
            await history.save(team, draft, review(draft))
        await stores.mutes.mute(team, brand, "promo-heavy")
        await Inbox(database, clock).store([message_update(1, text="half \ud83d")], offset=2)
        await Outbox(database, clock).write(Letter(7, "report", file=Attached("photo", "week.png", bytes(range(256)))))
        yield database


async def found(_: int) -> None:
    pass


def told(_: str, __: int) -> None:
    pass


async def test_everything_arrives_and_goes_on(full: Database, database: Database, clock: HandClock) -> None:
    held = await move(full, database, found, told)
    assert (held["versions"], held["drafts"], held["members"], held["mutes"], held["outbox"]) == (
        DRAFTS,
        DRAFTS,
        2,
        1,
        1,
    )
    [outgoing] = await Outbox(database, clock).due(10)
    assert outgoing.letter.file == Attached("photo", "week.png", bytes(range(256)))
    assert await Inbox(database, clock).offset() == 2
    # New rows get new numbers.
    draft = Draft("One more")
    assert await History(database, clock).save(1, draft, review(draft)) == DRAFTS + 1


async def test_what_was_broken_off_goes_on(full: Database, database: Database) -> None:
    copied: list[str] = []

    def broken(what: str, rows: int) -> None:
        copied.append(what)
        if copied.count("copying versions") == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await move(full, database, found, broken)
    copied.clear()
    held = await move(full, database, found, lambda what, _: copied.append(what))
    assert held["versions"] == DRAFTS
    assert copied.count("copying drafts") == 0
    assert held["mutes"] == 1
    assert copied.count("copying versions") == 1


async def test_row_that_differs_is_noticed(full: Database, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    async def spoilt(*_: object) -> None:
        async with database.write() as connection:
            await connection.execute(text("UPDATE versions SET text = 'x' WHERE id = 99"))

    compare = module._compare

    async def compared(*arguments: object) -> int:
        await spoilt()
        return await compare(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_compare", compared)
    with pytest.raises(StoreError, match="versions: 450 rows here and 450 there, or not the same"):
        await move(full, database, found, told)


async def test_database_in_use_is_not_filled(full: Database, database: Database, clock: HandClock) -> None:
    await History(database, clock).workspace()
    with pytest.raises(UsageError, match="empty one"):
        await move(full, database, found, told)


async def test_older_database_is_brought_up_to_date_first(tmp_path: Path, database: Database) -> None:
    async with open_as_it_is(f"sqlite+aiosqlite:///{tmp_path / 'new.db'}") as older:
        with pytest.raises(StoreError, match="python -m bot migrate"):
            await move(older, database, found, told)
