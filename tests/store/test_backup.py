"""Backup: a proven copy or nothing, made while others write, and good to start from."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.engine.model import Draft
from bot.errors import StoreError, UsageError
from bot.store import backup
from bot.store.backup import back_up
from bot.store.connection import open_database
from bot.store.history import History
from tests.support.reviews import review


@pytest.fixture
def backend() -> str:
    """PostgreSQL has a tool for this."""
    return "sqlite"


async def write(history: History, count: int) -> None:
    workspace = await history.workspace()
    for number in range(count):
        draft = Draft(f"Bread number {number}.")
        await history.save(workspace, draft, review(draft))


def copies(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("copy*"))


async def test_copy_is_one_private_file_with_everything_in_it_and_can_be_started_from(url: str, tmp_path: Path) -> None:
    to = tmp_path / "copy.db"
    async with open_database(url) as database:
        # Still open, with its newest rows only in the -wal file.
        await write(History(database), 3)
        held = back_up(url, to)
    assert (held["drafts"], held["versions"]) == (3, 3)
    assert copies(tmp_path) == ["copy.db"]
    assert to.stat().st_mode & 0o077 == 0
    async with open_database(f"sqlite+aiosqlite:///{to}") as database:
        history = History(database)
        versions = await history.versions(await history.workspace())
    assert [version.text for version in versions] == [f"Bread number {number}." for number in (2, 1, 0)]


async def test_copy_is_whole_while_somebody_writes(url: str, tmp_path: Path) -> None:
    async with open_database(url) as database:
        writing = asyncio.create_task(write(History(database), 60))
        for number in range(5):
            to = tmp_path / f"copy{number}.db"
            held = await asyncio.to_thread(back_up, url, to)
            with closing(sqlite3.connect(to)) as copied:
                assert copied.execute("SELECT count(*) FROM versions").fetchone() == (held["versions"],)
                assert held["versions"] == held["drafts"]
        await writing


async def test_existing_file_is_never_overwritten(url: str, tmp_path: Path) -> None:
    to = tmp_path / "precious.txt"
    to.write_text("mine")
    async with open_database(url):
        with pytest.raises(UsageError, match="already"):
            back_up(url, to)
    assert to.read_text() == "mine"


async def test_copy_that_is_not_whole_is_not_kept(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_database(url) as database:
        await write(History(database), 1)
        monkeypatch.setattr(backup, "read_back", lambda copied: {})
        with pytest.raises(StoreError, match="not whole"):
            back_up(url, tmp_path / "copy.db")
    assert copies(tmp_path) == []


def test_damage_is_seen_when_the_copy_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "damaged.db"
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE a (b)")
        database.executemany("INSERT INTO a VALUES (?)", [("x" * 500,)] * 100)
        database.commit()
    body = bytearray(file.read_bytes())
    body[4096 : 4096 + 200] = b"\xff" * 200
    file.write_bytes(body)
    with pytest.raises((StoreError, sqlite3.DatabaseError)):
        backup.read_back(file)


@pytest.mark.parametrize(
    ("url", "told"),
    [("sqlite+aiosqlite:///nowhere.db", "no database here"), ("postgresql+asyncpg://a@b/c", "pg_dump")],
)
def test_what_cannot_be_copied_is_told(url: str, told: str, empty_folder: Path) -> None:
    with pytest.raises((StoreError, UsageError), match=told):
        back_up(url, empty_folder / "copy.db")
    assert list(empty_folder.iterdir()) == []


async def test_folder_that_is_not_there_is_told(url: str, tmp_path: Path) -> None:
    async with open_database(url):
        with pytest.raises(StoreError, match="No such file"):
            back_up(url, tmp_path / "nowhere" / "copy.db")
