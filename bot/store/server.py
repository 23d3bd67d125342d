"""PostgreSQL: how it is reached, and what its refusals mean for whoever runs the bot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from bot.errors import StoreError

CONNECT_SECONDS = 10.0

# No statement of the bot takes so long. What does not answer by then is away.
ANSWER_SECONDS = 60.0

SESSION = {
    "application_name": "whyfollow",
    # A machine that vanished must not keep its locks for the two hours that are usual.
    "tcp_keepalives_idle": "15",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
    # What is told to be kept survives a crash, whatever the server's own setting: an update is forgotten by it.
    "synchronous_commit": "on",
    "idle_in_transaction_session_timeout": "60000",
}

# Two wrote the same at the same moment, and one of them was refused: done again, it finds what the other wrote.
MET_ANOTHER = frozenset({"23505", "40001", "40P01"})

NO_RIGHT = "42501"


def options(address: URL) -> dict[str, Any]:
    """What the driver wants to know; a query like `?ssl=require` is passed on."""
    return {**address.translate_connect_args(username="user"), **address.query}


async def connect(**options: Any) -> Any:
    """A connection of the driver, or a StoreError that says what to do."""
    import asyncpg

    with refusals(server_of(options), options):
        return await asyncpg.connect(
            **{"timeout": CONNECT_SECONDS, "command_timeout": ANSWER_SECONDS, "server_settings": SESSION, **options}
        )


def server_of(options: Mapping[str, Any]) -> str:
    return f"{options.get('host') or 'localhost'}:{options.get('port') or 5432}"


@contextmanager
def refusals(where: str, asked: Mapping[str, Any]) -> Iterator[None]:
    import asyncpg

    user, database = asked.get("user"), asked.get("database")
    try:
        yield
    except asyncpg.InvalidAuthorizationSpecificationError as error:
        raise StoreError(
            f"PostgreSQL at {where} refuses the user {user}: check the user and the password in DATABASE_URL "
            "(characters like @ or / in a password are written as %40, %2F)"
        ) from error
    except asyncpg.InvalidCatalogNameError as error:
        raise StoreError(
            f"PostgreSQL at {where} has no database {database}: make it with `createdb {database}`, "
            "or check the name at the end of DATABASE_URL"
        ) from error
    except asyncpg.TooManyConnectionsError as error:
        raise StoreError(
            f"PostgreSQL at {where} takes no more connections: each replica needs up to 9; raise max_connections"
        ) from error
    except asyncpg.PostgresError as error:
        raise StoreError(f"PostgreSQL at {where}: {said(error)}") from error
    except (OSError, TimeoutError, asyncpg.InterfaceError) as error:
        raise StoreError(
            f"PostgreSQL at {where} does not answer ({said(error)}): check host and port in DATABASE_URL, "
            "and that the server runs and lets this machine in"
        ) from error


def plainly(error: DBAPIError) -> str:
    """The server's own words, and what to do where that is known; never a value of a row."""
    cause = getattr(error.orig, "__cause__", None) or error.orig or error
    words = said(cause)
    if state(error) == NO_RIGHT:
        words += (
            "; the user of DATABASE_URL lacks rights: let the tables' owner run `python -m bot migrate` and "
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES and USAGE ON ALL SEQUENCES, or name the owner there"
        )
    return words


def said(error: BaseException) -> str:
    """The message alone: what PostgreSQL adds as its detail quotes rows."""
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return str(error.args[0]).splitlines()[0] if error.args and str(error.args[0]) else type(error).__name__


def state(error: BaseException | None) -> str | None:
    """PostgreSQL's code of what went wrong."""
    found: str | None = getattr(getattr(error, "orig", None), "sqlstate", None)
    return found
