"""Takes stored updates to their handlers: in order within a chat, chats side by side, until done or quarantined."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

from telegram import Bot, Update

from bot.errors import StoreError
from bot.intake.reading import read
from bot.store.inbox import LEASE, AlreadyDoneError, Inbox, RawUpdate, Received

log = logging.getLogger(__name__)

Handle = Callable[[Update], Awaitable[None]]
GiveUp = Callable[[RawUpdate, str], Awaitable[None]]
"""Puts an update aside with a reason, and tells the person whose it was."""

# More than the processor can do at once: what they write goes into common transactions.
SIDE_BY_SIDE = 32

# Milliseconds before the second, third, … try. After the last one the update is put aside.
PAUSES = (1_000, 4_000, 15_000, 60_000)

# Trouble with the database is not the update's fault: it waits this long and is never put aside for it.
STORE_PAUSE = 5_000

# A handler that hangs must end before its lease does, or somebody else would start the same work.
PATIENCE = LEASE / 1000 * 0.75


@dataclass(slots=True)
class Worker:
    """Claims what is due and handles it. `run` ends after `stop`, when everything claimed is finished."""

    inbox: Inbox
    bot: Bot
    handle: Handle
    give_up: GiveUp
    side_by_side: int = SIDE_BY_SIDE
    pauses: tuple[int, ...] = PAUSES
    store_pause: int = STORE_PAUSE
    patience: float = PATIENCE
    rest: float = 30.0
    """Seconds after which it looks whether somebody else stored something."""
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _stopping: bool = False
    _busy: dict[asyncio.Task[None], int] = field(default_factory=dict)
    _handled: list[int] = field(default_factory=list)
    """Updates whose rows may still say that they are not done."""
    _given_up: list[int] = field(default_factory=list)
    """Rows of which not even a failure could be noted: they are free again as soon as the database takes anything."""

    def wake(self) -> None:
        """There is something new to claim."""
        self._wake.set()

    def stop(self) -> None:
        """Claim nothing more; finish what is claimed."""
        self._stopping = True
        self._wake.set()

    async def run(self) -> None:
        try:
            while not self._stopping:
                self._wake.clear()
                claimed = await self._claim()
                if not claimed:
                    await self._rest()
            await self._finish()
        finally:
            await self._abandon()

    async def _claim(self) -> bool:
        free = self.side_by_side - len(self._busy)
        if free <= 0:
            return False
        try:
            rows = await self.claim(free)
        except StoreError as failure:
            log.warning("claiming updates failed: %s", failure)
            return False
        for row in rows:
            task = asyncio.create_task(self.work(row), name=f"update {row.update_id}")
            self._busy[task] = row.id
            task.add_done_callback(self._finished)
        return bool(rows)

    async def claim(self, limit: int) -> list[Received]:
        """Note what is handled, and claim what is due, in one transaction."""
        handled, self._handled = self._handled, []
        given_up, self._given_up = self._given_up, []
        try:
            return await self.inbox.claim(limit, handled=handled, given_up=given_up)
        except StoreError:
            self._handled += handled
            self._given_up += given_up
            raise

    def _finished(self, task: asyncio.Task[None]) -> None:
        # The next update of the same chat can be claimed now.
        self._busy.pop(task, None)
        self._wake.set()

    async def _rest(self) -> None:
        """Until something new comes, or something postponed is due."""
        try:
            due = await self.inbox.next_due()
            seconds = self.rest if due is None else min(max(due - self.inbox.now(), 0) / 1000, self.rest)
        except StoreError:
            seconds = 1.0
        if len(self._busy) >= self.side_by_side:
            seconds = 30.0
        with suppress(TimeoutError):
            # Never shorter than this: a clock that stands still must not make it spin.
            await asyncio.wait_for(self._wake.wait(), max(seconds, 0.01))

    async def work(self, row: Received) -> None:
        """Take one claimed row as far as it goes now; the row says what came of it."""
        try:
            raw: RawUpdate = json.loads(row.body)
            await self._try(row, raw)
        except StoreError as failure:
            # It can't even be noted that it failed.
            self._given_up.append(row.id)
            log.error("update %s: %s; it will be tried again", row.update_id, failure)

    async def _try(self, row: Received, raw: RawUpdate) -> None:
        try:
            update = read(raw, self.bot)
        except Exception as error:
            log.error("update %s can't be read: %s", row.update_id, type(error).__name__)
            await self.give_up(raw, f"can't be read: {said(error)}")
            return
        try:
            async with asyncio.timeout(self.patience):
                await self.handle(update)
            # Most handlers have noted this with their answer; for the others the row is leased until the next claim.
            self._handled.append(row.update_id)
        except AlreadyDoneError:
            log.info("update %s was finished by somebody else", row.update_id)
        except StoreError as failure:
            log.warning("update %s: %s; trying again in %s ms", row.update_id, failure, self.store_pause)
            await self.inbox.retry(row.update_id, said(failure), after=self.store_pause)
        except Exception as error:
            await self._failed(row, raw, error)

    async def _failed(self, row: Received, raw: RawUpdate, error: Exception) -> None:
        if row.tries >= len(self.pauses):
            log.error("update %s failed %d times and is put aside", row.update_id, row.tries + 1, exc_info=error)
            await self.give_up(raw, said(error))
            return
        pause = self.pauses[row.tries]
        log.warning("update %s failed; trying again in %s ms", row.update_id, pause, exc_info=error)
        await self.inbox.retry(row.update_id, said(error), after=pause)

    async def _finish(self) -> None:
        if self._busy:
            await asyncio.wait(self._busy)

    async def _abandon(self) -> None:
        """Whatever is still under way is stopped, and its rows are handed back."""
        rows = list(self._busy.values())
        tasks = list(self._busy)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._handled or self._given_up:
            await self.claim(0)
        if rows:
            await self.inbox.hand_back(rows)


def said(error: BaseException) -> str:
    """An error in one line, short enough to keep beside the update."""
    return f"{type(error).__name__}: {error}"[:500]
