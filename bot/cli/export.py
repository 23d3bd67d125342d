"""`python -m bot export PATH`: everything of one workspace in a zip, as /export gives it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.errors import UsageError


def export(
    path: Annotated[Path, typer.Argument(help="The new zip file.", metavar="PATH")],
    workspace: Annotated[
        int | None, typer.Option("--workspace", "-w", help="Its number, where there are several.")
    ] = None,
) -> None:
    """Write everything of a workspace to a new file: JSON Lines and CSV in a zip."""
    if path.exists():
        raise UsageError(f"{path} exists already; name a new file")
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
        known = await exports.workspaces()
        numbers = [number for number, _, _ in known]
        if workspace is None and len(known) == 1:
            return await exports.of(numbers[0])
        if workspace in numbers:
            return await exports.of(workspace)
    if not known:
        raise UsageError("nothing is kept in this database yet")
    said = "which workspace?" if workspace is None else f"there is no workspace {workspace}."
    listed = "\n".join(f"  --workspace {number}  {kind} {name}".rstrip() for number, kind, name in known)
    raise UsageError(f"{said} There are:\n{listed}")
