"""Brings the tables up to date, from any earlier version of them."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from bot.errors import StoreError

# The newest file in migrations/versions, written here so that a start with nothing to do needs no Alembic.
NEWEST = "0002"


def migrate(connection: Connection, to: str = NEWEST) -> None:
    """Run what is missing inside the caller's transaction: either all of it happens or nothing does."""
    if current(connection) == to:
        return
    # Alembic costs 15 MB and a tenth of a second, and is needed once per upgrade: hence here.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    try:
        command.upgrade(config, to)
    except CommandError as error:
        raise StoreError(
            f"the database is at version {current(connection)}, which this version of the bot does not know: "
            "start the newer bot again, or restore the backup made before it"
        ) from error


def current(connection: Connection) -> str | None:
    """The version of the tables in the database, or None where there are none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found
