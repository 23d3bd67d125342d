"""Fetches updates and stores them; only then does Telegram learn, by the next offset, that it may forget them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from telegram import error
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.errors import StoreError, TelegramError
from bot.intake.trouble import Trouble
from bot.observe.meter import Meter
from bot.store.inbox import Inbox, RawUpdate, is_update

log = logging.getLogger(__name__)

# Everything that has a handler, and nothing else: Telegram leaves some kinds out unless they are named.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query")

LONG_POLL_SECONDS = 50
BATCH = 100


@dataclass(frozen=True, slots=True)
class Polling:
    """Asks Telegram for updates, one batch after the other, until it is cancelled.

    Cancelling is safe at any moment: what was not stored is not confirmed, and comes again.
    """

    request: BaseRequest
    url: str
    """The Bot API's address with the token, as `Bot.base_url` has it."""
    inbox: Inbox
    stored: Callable[[], None]
    """Called when there is something new to work on."""
    long_poll: int = LONG_POLL_SECONDS
    trouble: Trouble | None = None
    meter: Meter = field(default_factory=Meter, kw_only=True)

    async def run(self) -> None:
        pause = 0.0
        while True:
            try:
                await self.fetch()
                pause = 0.0
            except error.InvalidToken as refused:
                raise TelegramError("Telegram does not know this token: check TELEGRAM_TOKEN") from refused
            except error.RetryAfter as told:
                pause = told._retry_after.total_seconds()  # noqa: SLF001
            except error.Conflict:
                pause = 10.0
                log.warning("another program receives this bot's updates; only one may; trying again in %s s", pause)
            except (error.TelegramError, StoreError) as failure:
                pause = min(max(pause * 2, 1.0), 30.0)
                log.warning("fetching updates failed (%s); trying again in %s s", failure, pause)
            if pause:
                await asyncio.sleep(pause)

    async def fetch(self) -> None:
        """One batch: asked for, stored, and remembered as stored."""
        updates = await self._ask(await self.inbox.offset())
        fresh = 0
        if updates:
            fresh = await self._keep(updates)
            log.debug("stored %d updates, %d of them new", len(updates), fresh)
            self.stored()
        self.meter.stored(fresh, self.inbox.now())

    async def _keep(self, updates: Sequence[RawUpdate]) -> int:
        try:
            return await self.inbox.store(updates, offset=updates[-1]["update_id"] + 1)
        except StoreError:
            if self.trouble is not None:
                await self.trouble.not_kept(updates)
            raise

    async def _ask(self, offset: int | None) -> Sequence[RawUpdate]:
        wanted: dict[str, Any] = {
            "timeout": self.long_poll,
            "limit": BATCH,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        if offset is not None:
            wanted["offset"] = offset
        data = RequestData([RequestParameter.from_input(name, value) for name, value in wanted.items()])
        # PTB types the answer as an object; for getUpdates it is a list of them.
        updates: Any = await self.request.post(f"{self.url}/getUpdates", data, read_timeout=self.long_poll + 10.0)
        return [raw for raw in updates if is_update(raw)]
