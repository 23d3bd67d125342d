"""`migrate`: up from every earlier version with nothing lost, told in plain words; a newer database is left alone."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import JSON, Connection, Engine, MetaData, create_engine, event, text
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.errors import StoreError
from bot.store.connection import begin_sqlite, open_as_it_is, open_database, set_up_sqlite
from bot.store.migrate import NEWEST, current, migrate, steps
from bot.store.tables import metadata

VERSIONS = [step.version for step in steps()]
URL = "sqlite+aiosqlite:///whyfollow.db"


def run() -> Result:
    return CliRunner().invoke(app, ["migrate"])


@pytest.fixture
def file(empty_folder: Path) -> Path:
    return empty_folder / "whyfollow.db"


def opened(file: Path) -> Engine:
    engine = create_engine(f"sqlite+pysqlite:///{file}").execution_options(writes=True)
    event.listen(engine, "connect", set_up_sqlite)
    event.listen(engine, "begin", begin_sqlite)
    return engine


def make(file: Path, version: str) -> dict[str, list[dict[str, Any]]]:
    """A database as that version left it, with a row in every table; says what is in it."""
    engine = opened(file)
    with engine.begin() as connection:
        migrate(connection, version)
        tables = MetaData()
        tables.reflect(connection)
        for table in tables.sorted_tables:
            if table.name != "alembic_version":
                connection.execute(table.insert().values({column.name: value_of(column) for column in table.columns}))
        held = contents(connection)
    engine.dispose()
    return held


def value_of(column: Any) -> object:
    """Something of the column's type; every row has the number 1, so that references hold."""
    if (column.table.name, column.name) == ("workspaces", "kind"):
        return "private"
    if isinstance(column.type, JSON):
        return [{"rule": "zażółć"}]
    return {str: "żółć", bytes: b"\0\xff", float: 0.5}.get(column.type.python_type, 1)


def contents(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    tables = MetaData()
    tables.reflect(connection)
    return {
        table.name: [dict(row) for row in connection.execute(table.select()).mappings()]
        for table in tables.sorted_tables
        if table.name != "alembic_version"
    }


@pytest.mark.parametrize("version", VERSIONS)
def test_every_earlier_version_comes_up_and_keeps_every_value(file: Path, version: str) -> None:
    held = make(file, version)
    assert all(held.values())
    result = run()
    assert result.exit_code == 0, result.exception
    engine = opened(file)
    with engine.begin() as connection:
        assert current(connection) == NEWEST
        assert list(compare_metadata(MigrationContext.configure(connection), metadata)) == []
        now = contents(connection)
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    engine.dispose()
    lost = [
        (name, column)
        for name, [row] in held.items()
        for column, value in row.items()
        if not any(found.get(column) == value for found in now[name])
    ]
    assert lost == []


@pytest.mark.parametrize("version", VERSIONS[:-1])
def test_it_says_what_was_what_is_and_what_came(file: Path, version: str) -> None:
    make(file, version)
    first, *came = run().output.splitlines()
    assert first == f"whyfollow.db: was at version {version}, is at version {NEWEST}, the newest"
    assert came == [f"  {step.version}  {step.brought}" for step in steps(version)]
    assert run().output == f"whyfollow.db: is at version {NEWEST}, the newest; nothing to do\n"


def test_where_there_is_nothing_a_database_begins(file: Path) -> None:
    first, *came = run().output.splitlines()
    assert first == f"whyfollow.db: was empty or new, is at version {NEWEST}, the newest"
    assert len(came) == len(VERSIONS)
    assert file.is_file()


@pytest.mark.parametrize("version", VERSIONS)
async def test_a_start_does_the_same(file: Path, version: str) -> None:
    make(file, version)
    async with open_database(URL):
        pass
    async with open_as_it_is(URL) as database, database.read() as connection:
        assert await connection.run_sync(current) == NEWEST


def test_a_newer_database_is_refused_and_left_as_it_is(file: Path) -> None:
    make(file, NEWEST)
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    before = dump(file)
    refused = run().exception
    assert isinstance(refused, StoreError)
    assert "9999" in str(refused)
    assert f"its own is {NEWEST}" in str(refused)
    assert "newer bot" in str(refused)
    assert dump(file) == before


def test_an_interrupted_migration_leaves_the_earlier_version(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from alembic import op

    def power_cut(*_: object, **__: object) -> None:
        raise RuntimeError("power cut")

    if len(VERSIONS) < 2:
        raise AssertionError("there is nothing to interrupt")
    make(file, VERSIONS[-2])
    before = dump(file)
    monkeypatch.setattr(op, "create_index", power_cut)
    monkeypatch.setattr(op, "execute", power_cut)
    assert str(run().exception) == "power cut"
    assert dump(file) == before


def test_every_version_says_what_it_brought() -> None:
    assert all(len(step.brought) > 20 for step in steps())
    assert steps(NEWEST) == []


def dump(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as database:
        return list(database.iterdump())


def test_a_second_command_waits_for_the_first(file: Path) -> None:
    """Two at once: one migrates, the other finds the work done."""

    async def both() -> list[str | None]:
        from bot.cli.migrate import _bring_up

        return list(await asyncio.gather(_bring_up(URL), _bring_up(URL)))

    make(file, VERSIONS[0])
    assert sorted(asyncio.run(both()), key=str) == sorted([VERSIONS[0], NEWEST])
