"""A progress bar on standard error for what takes longer than a moment; none where nobody looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Item = TypeVar("Item")


def progress(
    items: Iterable[Item], title: str, total: int | None = None, console: Console | None = None
) -> Iterator[Item]:
    """The items one by one, with a bar that follows them."""
    shown = console or Console(stderr=True)
    number = total if total is not None else len(items) if isinstance(items, Sized) else None
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=shown, transient=True, disable=not shown.is_terminal) as bar:
        yield from bar.track(items, total=number, description=title)
