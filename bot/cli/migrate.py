"""`python -m bot migrate`: the database brought up to date, and what was and what is."""

from __future__ import annotations


def migrate() -> None:
    """Bring the database up to date and say what was and what is; stop the bot before. Every start does it, too."""
    import asyncio

    from bot.settings import read_settings

    url = read_settings().database_url
    before = asyncio.run(_bring_up(url))
    _tell(url, before)


async def _bring_up(url: str) -> str | None:
    from bot.store.connection import open_as_it_is
    from bot.store.migrate import migrate

    async with open_as_it_is(url) as database, database.write() as connection:
        return await connection.run_sync(migrate)


def _tell(url: str, before: str | None) -> None:
    from bot.store.connection import address_of
    from bot.store.migrate import NEWEST, steps

    address = address_of(url)
    name = address.database if address.get_backend_name() == "sqlite" else address.render_as_string(hide_password=True)
    if before == NEWEST:
        print(f"{name}: is at version {NEWEST}, the newest; nothing to do")
        return
    was = "was empty or new" if before is None else f"was at version {before}"
    print(f"{name}: {was}, is at version {NEWEST}, the newest")
    for step in steps(before):
        print(f"  {step.version}  {step.brought}")
