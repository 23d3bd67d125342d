"""Opening: safe settings, plain errors, tables brought up to date."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.errors import StoreError
from bot.store import migrate
from bot.store.connection import Database, open_database
from bot.store.tables import metadata
from tests.support.databases import ON_SQLITE
from tests.support.postgres import Cluster


async def setting(database: Database, name: str) -> object:
    async with database.write() as connection:
        return (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar()


@ON_SQLITE
@pytest.mark.parametrize(
    ("name", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1), ("foreign_keys", 1)]
)
async def test_settings_that_keep_data_safe(database: Database, name: str, value: object) -> None:
    assert await setting(database, name) == value


async def test_read_then_write_never_meets_a_lock(database: Database) -> None:
    """Deferred, one of these would fail at once with "database is locked"."""

    async def count_up() -> None:
        async with database.write() as connection:
            await connection.execute(text("SELECT count(*) FROM marks"))
            await asyncio.sleep(0)
            await connection.execute(text("UPDATE marks SET value = value + 1"))

    async with database.write() as connection:
        await connection.execute(text("INSERT INTO marks VALUES ('n', 0, 0)"))
    await asyncio.gather(*(count_up() for _ in range(20)))
    async with database.read() as connection:
        assert (await connection.execute(text("SELECT value FROM marks"))).scalar() == 20


async def test_failure_inside_a_write_keeps_nothing(database: Database) -> None:
    async def fail() -> None:
        async with database.write() as connection:
            await connection.execute(text("INSERT INTO marks VALUES ('n', 0, 0)"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with database.read() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM marks"))).scalar() == 0


async def test_error_tells_no_values(database: Database) -> None:
    with pytest.raises(StoreError) as caught:
        async with database.write() as connection:
            await connection.execute(text("INSERT INTO marks VALUES (:name, NULL, 0)"), {"name": "secret draft"})
    assert "secret draft" not in str(caught.value)
    assert "secret draft" not in str(caught.value.__cause__)


async def test_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"none/x.db: unable to open .* folder exists"):
        async with open_database(f"sqlite+aiosqlite:///{tmp_path}/none/x.db"):
            pass


@pytest.mark.parametrize("url", ["sqlite+aiosqlite://", "sqlite+aiosqlite:///:memory:", "nonsense", "mysql://x/y"])
async def test_address_that_is_of_no_use(url: str) -> None:
    with pytest.raises(StoreError, match="DATABASE_URL"):
        async with open_database(url):
            pass


async def test_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("just some notes, long enough to have a header" * 20)
    with pytest.raises(StoreError, match="not a database"):
        async with open_database(f"sqlite+aiosqlite:///{tmp_path}/x.db"):
            pass


async def test_database_of_a_newer_bot_is_left_alone(database: Database, url: str) -> None:
    async with database.write() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"9999.*newer bot"):
        async with open_database(url):
            pass


async def test_migrations_end_at_the_tables_that_are_written_down(database: Database) -> None:
    """On PostgreSQL with their comments, too: SQLite keeps none."""

    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with database.write() as connection:
        assert await connection.run_sync(differences) == []


def test_newest_is_the_newest() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == migrate.NEWEST


async def test_second_start_needs_no_alembic(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_database(url):
        pass
    monkeypatch.setitem(__import__("sys").modules, "alembic", None)
    async with open_database(url):
        pass


def breaks(*_: object, **__: object) -> None:
    raise RuntimeError("power cut")


@ON_SQLITE
async def test_failed_migration_leaves_nothing(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alembic.op.create_index", breaks)
    with pytest.raises(RuntimeError):
        async with open_database(url):
            pass
    with sqlite3.connect(tmp_path / "test.db") as raw:
        assert raw.execute("SELECT name FROM sqlite_master").fetchall() == []
    raw.close()


async def test_failed_migration_leaves_nothing_on_a_server(postgres: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    async with postgres.empty_database() as url:
        monkeypatch.setattr("alembic.op.create_index", breaks)
        with pytest.raises(RuntimeError):
            async with open_database(url):
                pass
        async with postgres.asked(url.rsplit("/", 1)[1]) as connection:
            assert await connection.fetch("SELECT * FROM pg_tables WHERE schemaname = 'public'") == []
        monkeypatch.undo()
        async with open_database(url):
            pass
