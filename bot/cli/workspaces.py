"""Which workspace a command of the terminal is about: the only one there is, or the one that is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from bot.errors import UsageError

WorkspaceOption = Annotated[int | None, typer.Option("--workspace", "-w", help="Its number, where there are several.")]

Known = Sequence[tuple[int, str, str]]
"""Number, kind and name of each."""


def chosen(known: Known, wanted: int | None) -> int:
    """UsageError lists them where it is not clear which one is meant."""
    numbers = [number for number, _, _ in known]
    if wanted is None and len(known) == 1:
        return numbers[0]
    if wanted in numbers:
        return wanted
    if not known:
        raise UsageError("nothing is kept in this database yet")
    said = "which workspace?" if wanted is None else f"there is no workspace {wanted}."
    listed = "\n".join(f"  --workspace {number}  {kind} {name}".rstrip() for number, kind, name in known)
    raise UsageError(f"{said} There are:\n{listed}")
