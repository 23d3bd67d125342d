"""An older database is brought up to date with everything that is in it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import create_engine, text

from bot.engine.model import Draft
from bot.store.connection import open_database
from bot.store.history import History, Place
from bot.store.migrate import migrate
from bot.store.teams import LEAD, Teams
from tests.support.clock import HandClock


def fill_first_version(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        migrate(connection, "0001")
        for statement in (
            "INSERT INTO workspaces (id, kind, chat, created) VALUES (1, 'private', 7, 5), (2, 'group', -5, 5)",
            "INSERT INTO drafts (id, workspace, chat, message, created) VALUES (1, 1, 7, 11, 5), (2, 2, -5, 12, 5)",
            "INSERT INTO versions (id, workspace, draft, at, text, picture, network, confidence, findings, lines, "
            "rules_version, rules_hash) VALUES (1, 1, 1, 5, 'Bread', 0, 'x', 'low', '[]', '[]', '1', '0')",
        ):
            connection.execute(text(statement))
    engine.dispose()


async def test_whoever_was_there_leads_their_workspace_and_keeps_their_drafts(tmp_path: Path, clock: HandClock) -> None:
    fill_first_version(tmp_path / "old.db")
    async with open_database(f"sqlite+aiosqlite:///{tmp_path / 'old.db'}") as database:
        history = History(database, clock)
        home = await Teams(database, clock).home(7)
        assert (home.workspace, home.role) == (1, LEAD)
        assert await history.workspace_of(7, Place(1, 7, 11)) == 1
        version = await history.latest(1, Place(1, 7, 11))
        assert version is not None
        assert (version.text, version.links) == ("Bread", ())
        assert await history.workspace("group", -5) == 2
        assert [draft.text for draft in await history.versions(1)] == [Draft("Bread").text]
        async with database.read() as connection:
            authors = (await connection.execute(text("SELECT author FROM drafts ORDER BY id"))).scalars().all()
        assert list(authors) == [7, None]
