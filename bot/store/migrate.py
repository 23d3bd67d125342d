"""Brings the tables up to date, from any earlier version of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from bot.errors import StoreError

# The newest file in migrations/versions, written here so that a start with nothing to do needs no Alembic.
NEWEST = "0002"

LOCK = 730_000

MIGRATIONS = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True)
class Step:
    """One version of the tables."""

    version: str
    brought: str
    """What came with it, in a sentence."""


def migrate(connection: Connection, to: str = NEWEST) -> str | None:
    """Run what is missing inside the caller's transaction: either all of it happens or nothing does.

    Says which version there was before, None for no tables. A version that is not known here is left alone: StoreError.
    """
    before = current(connection)
    if before == to:
        return before
    # Alembic costs 15 MB and a tenth of a second, and is needed once per upgrade: hence here.
    from alembic import command
    from alembic.config import Config

    if before is not None and before not in {step.version for step in steps()}:
        raise StoreError(
            f"the database is at version {before}, which this version of the bot does not know (its own is {NEWEST}): "
            "start the newer bot again, or restore the backup made before it"
        )
    if connection.dialect.name == "postgresql":
        # Several replicas may start at once: one brings the tables up to date, the others wait for it.
        connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
        if (before := current(connection)) == to:
            return before
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS))
    command.upgrade(config, to)
    return before


def steps(after: str | None = None) -> list[Step]:
    """The versions that came after this one, the oldest first."""
    from alembic.script import ScriptDirectory

    scripts = [*ScriptDirectory(str(MIGRATIONS)).walk_revisions()][::-1]
    known = [Step(script.revision, (script.doc or "").strip()) for script in scripts]
    versions = [step.version for step in known]
    return known[versions.index(after) + 1 :] if after is not None else known


def current(connection: Connection) -> str | None:
    """The version of the tables in the database, or None where there are none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found
