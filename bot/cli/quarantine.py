"""`python -m bot quarantine`: the messages that could not be handled, why, and another try for them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bot.errors import StoreError

if TYPE_CHECKING:
    from bot.store.inbox import Inbox, Quarantined

NumberArgument = Annotated[int, typer.Argument(help="The update's number, as `quarantine list` tells it.")]

app = typer.Typer(
    help="Messages that could not be handled: list them, show one, run it again.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


@app.command("list")
def list_() -> None:
    """List what was put aside, the oldest first; the drafts themselves are not shown."""
    rows = _rows()
    for row in rows:
        print(f"{row.update_id}  {_when(row.received)}  chat {row.lane}  tried {row.tries}×  {row.reason}")
    print("Nothing is put aside." if not rows else f"{len(rows)} put aside")


@app.command("show")
def show(number: NumberArgument) -> None:
    """Show one update as Telegram sent it, with the reason why it was put aside."""
    row = next((row for row in _rows() if row.update_id == number), None)
    if row is None:
        raise StoreError(_unknown(number))
    print(f"{_when(row.received)}  tried {row.tries}×  {row.reason}")
    # Half of an emoji can't be printed: escapes show every update, and exactly as it is kept.
    print(json.dumps(json.loads(row.body), indent=2))


@app.command("again")
def again(number: NumberArgument) -> None:
    """Run one update again; a running bot takes it within half a minute, else the next start does."""
    import asyncio

    if not asyncio.run(_run_again(number)):
        raise StoreError(_unknown(number))
    print(f"Update {number} will be handled again.")


@asynccontextmanager
async def _inbox() -> AsyncIterator[Inbox]:
    from bot.settings import read_settings
    from bot.store.connection import open_database
    from bot.store.inbox import Inbox

    async with open_database(read_settings().database_url) as database:
        yield Inbox(database)


def _rows() -> list[Quarantined]:
    import asyncio

    return asyncio.run(_quarantined())


async def _quarantined() -> list[Quarantined]:
    async with _inbox() as inbox:
        return await inbox.quarantined()


async def _run_again(number: int) -> bool:
    async with _inbox() as inbox:
        return await inbox.run_again(number)


def _unknown(number: int) -> str:
    return f'no update {number} is put aside: "python -m bot quarantine list" tells which are'


def _when(at: int) -> str:
    return datetime.fromtimestamp(at / 1000).astimezone().strftime("%Y-%m-%d %H:%M")
