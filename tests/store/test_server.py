"""What PostgreSQL refuses is told in words that say what to do, and never with the password."""

from __future__ import annotations

import pytest

from bot.errors import StoreError
from bot.store.clock import now
from bot.store.connection import Database, open_database
from bot.store.history import History
from tests.support.postgres import PASSWORD, Cluster


@pytest.fixture
def backend() -> str:
    return "postgresql"


async def refused(url: str) -> str:
    with pytest.raises(StoreError) as caught:
        async with open_database(url):
            pass
    assert PASSWORD not in str(caught.value)
    return str(caught.value)


async def test_wrong_port(postgres: Cluster) -> None:
    url = postgres.url("tables").replace(f":{postgres.port}/", ":9/")
    told = await refused(url)
    assert told.startswith("PostgreSQL at 127.0.0.1:9 does not answer (")
    assert "check host and port in DATABASE_URL" in told


async def test_host_that_does_not_exist(postgres: Cluster) -> None:
    assert "does not answer" in await refused(postgres.url("tables").replace("127.0.0.1", "nowhere.invalid"))


async def test_wrong_password(postgres: Cluster) -> None:
    assert "check the user and the password in DATABASE_URL" in await refused(postgres.url("tables", password="wrong"))


async def test_user_that_does_not_exist(postgres: Cluster) -> None:
    assert "refuses the user nobody" in await refused(postgres.url("tables", user="nobody"))


async def test_database_that_does_not_exist(postgres: Cluster) -> None:
    assert "make it with `createdb none_such`" in await refused(postgres.url("none_such"))


async def test_no_right_to_make_tables(postgres: Cluster) -> None:
    async with postgres.empty_database() as url, postgres.asked() as owner:
        await owner.execute(f"CREATE ROLE guest LOGIN PASSWORD '{PASSWORD}'")
        try:
            told = await refused(url.replace("//whyfollow:", "//guest:"))
        finally:
            await owner.execute("DROP ROLE guest")
    assert "permission denied" in told
    assert "python -m bot migrate" in told


async def test_no_right_to_write(postgres: Cluster, database: Database) -> None:
    async with postgres.asked("tables") as owner:
        await owner.execute(f"CREATE ROLE reader LOGIN PASSWORD '{PASSWORD}'")
        await owner.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
        try:
            async with open_database(postgres.url("tables", user="reader")) as theirs:
                with pytest.raises(StoreError, match=r"permission denied.*GRANT SELECT, INSERT"):
                    await History(theirs, now).workspace()
        finally:
            await owner.execute("DROP OWNED BY reader; DROP ROLE reader")


async def test_restart_of_the_server_is_not_noticed_by_who_asks_next(postgres: Cluster, database: Database) -> None:
    history = History(database, now)
    workspace = await history.workspace()
    postgres.stop()
    with pytest.raises(StoreError, match=r"does not answer|closed"):
        await history.workspace("group", -5)
    postgres.start()
    assert await history.workspace() == workspace
