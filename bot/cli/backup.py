"""`python -m bot backup PATH`: a proven copy of the database, also while the bot runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def backup(path: Annotated[Path, typer.Argument(help="The new file.", metavar="PATH")]) -> None:
    """Copy the database to a new file, while the bot may run, and read the copy back."""
    from bot.settings import read_settings
    from bot.store.backup import back_up

    held = back_up(read_settings().database_url, path)
    print(f"{path}: drafts: {held['drafts']}, versions: {held['versions']}, read back and whole")
