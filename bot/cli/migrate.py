"""`python -m bot migrate`: the database brought up to date, or everything in it moved to another one."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Annotated

import typer


def migrate(
    source: Annotated[
        str | None, typer.Option("--from", help="Move everything out of this database …", metavar="URL")
    ] = None,
    target: Annotated[
        str | None, typer.Option("--to", help="… into this one, which has to be empty.", metavar="URL")
    ] = None,
) -> None:
    """Bring the database up to date and say what was and what is; stop the bot before. Every start does it, too.

    With --from and --to: move everything to another database, for instance from SQLite to PostgreSQL. What was broken
    off goes on where it was; at the end every row is compared.
    """
    from bot.errors import UsageError
    from bot.settings import read_settings

    if (source is None) != (target is None):
        raise UsageError("--from and --to belong together: name both databases, or neither")
    if source is not None and target is not None:
        held = asyncio.run(_move(source, target))
        print(f"{_name(target)}: holds {sum(held.values())} rows, each compared with what it was copied from")
        print(f"Now set DATABASE_URL to it; {_name(source)} was only read")
        return
    url = read_settings().database_url
    before = asyncio.run(_bring_up(url))
    _tell(url, before)


async def _move(source: str, target: str) -> Mapping[str, int]:
    from rich.console import Console
    from rich.progress import Progress

    from bot.errors import UsageError
    from bot.store.connection import address_of, open_as_it_is, open_database
    from bot.store.move import move

    if address_of(source) == address_of(target):
        raise UsageError("--from and --to name the same database")
    async with open_as_it_is(source) as ours, open_database(target) as theirs:
        with Progress(console=Console(stderr=True)) as progress:
            task = progress.add_task("reading", total=None)

            async def found(rows: int) -> None:
                # Each row is copied, and read twice to be compared.
                progress.update(task, total=3 * rows)

            return await move(
                ours, theirs, found, lambda what, rows: progress.update(task, description=what, advance=rows)
            )


async def _bring_up(url: str) -> str | None:
    from bot.store.connection import open_as_it_is
    from bot.store.migrate import migrate

    async with open_as_it_is(url) as database, database.write() as connection:
        return await connection.run_sync(migrate)


def _name(url: str) -> str:
    from bot.store.connection import address_of

    address = address_of(url)
    known = address.database if address.get_backend_name() == "sqlite" else None
    return known or address.render_as_string(hide_password=True)


def _tell(url: str, before: str | None) -> None:
    from bot.store.migrate import NEWEST, steps

    if before == NEWEST:
        print(f"{_name(url)}: is at version {NEWEST}, the newest; nothing to do")
        return
    was = "was empty or new" if before is None else f"was at version {before}"
    print(f"{_name(url)}: {was}, is at version {NEWEST}, the newest")
    for step in steps(before):
        print(f"  {step.version}  {step.brought}")
