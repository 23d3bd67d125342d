"""Keeps the drafts of the terminal in the same history as Telegram's, for commands that are not async."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bot.engine.model import Review
from bot.errors import StoreError
from bot.store.history import History, open_history


@dataclass(slots=True)
class Notebook:
    """The history of this terminal. When it can't be written the chat goes on and says so."""

    closed_because: str = ""
    _runner: asyncio.Runner | None = None
    _history: History | None = None
    _workspace: int = 0

    def keep(self, review: Review, of: int | None) -> int | None:
        """Keep a review as a new draft, or as the next version of draft `of`; says the draft's number."""
        if self._history is None or self._runner is None:
            return None
        try:
            return self._runner.run(self._history.save(self._workspace, review.draft, review, of=of))
        except StoreError as error:
            self.closed_because, self._history = str(error), None
            return None


@contextmanager
def open_notebook(url: str) -> Iterator[Notebook]:
    """Reading the keyboard blocks, so the loop runs only while something is kept: Ctrl-C then always works."""
    with asyncio.Runner() as runner:
        opened = open_history(url)
        try:
            history = runner.run(opened.__aenter__())
            workspace = runner.run(history.workspace())
        except StoreError as error:
            yield Notebook(closed_because=str(error))
            return
        try:
            yield Notebook("", runner, history, workspace)
        finally:
            runner.run(opened.__aexit__(None, None, None))
