"""`python -m bot export PATH`: everything of one workspace in a zip, as /export gives it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.workspaces import WorkspaceOption, chosen
from bot.errors import UsageError


def export(
    path: Annotated[Path, typer.Argument(help="The new zip file.", metavar="PATH")],
    workspace: WorkspaceOption = None,
) -> None:
    """Write everything of a workspace to a new file: JSON Lines and CSV in a zip."""
    if path.exists():
        raise UsageError(f"{path} exists already; name a new file")
    import asyncio

    from bot.settings import read_settings

    packed = asyncio.run(packed_from(read_settings().database_url, workspace))
    try:
        path.write_bytes(packed)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; name a file in a folder that may be written") from error
    print(f"{path}: {len(packed)} bytes")


async def packed_from(url: str, workspace: int | None) -> bytes:
    from bot.store.connection import open_database
    from bot.store.exported import Exports

    async with open_database(url) as database:
        exports = Exports(database)
        return await exports.of(chosen(await exports.workspaces(), workspace))
