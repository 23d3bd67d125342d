"""What every test stands on: no settings of the machine reach it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from bot.engine.model import Draft, Review
from bot.settings import Settings, shipped_rules
from tests.support.postgres import MISSING, Cluster, cluster, programs


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A token or a database in the developer's environment stays out of the tests, and their rules out of its cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory: no `.env` and no database from the checkout."""
    folder = tmp_path / "somewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(scope="session")
def shipped_judge() -> Callable[[Draft], Review]:
    """Judges by the rules that come with the bot, loaded once for all tests."""
    from bot.engine.judge import judge
    from bot.engine.loader import load

    return partial(judge, rules=load(shipped_rules()).rules)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """One server for all tests that want one."""
    found = programs()
    if found is None:
        pytest.skip(MISSING)
    with cluster(found) as made:
        yield made


@pytest.fixture
def backend() -> str:
    """Which kind of database a test gets; tests/support/databases.py has both."""
    return "sqlite"


@pytest.fixture
async def url(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[str]:
    """The address of a new database."""
    if backend == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'test.db'}"
        return
    made: Cluster = request.getfixturevalue("postgres")
    async with made.database() as address:
        yield address
