"""When nothing can be kept, people are told at once and past the outbox: what they sent is not lost, it only waits."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from telegram import Bot, error

from bot.store.clock import Clock, now
from bot.store.inbox import RawUpdate
from bot.store.outbox import Letter

log = logging.getLogger(__name__)

# Telegram delivers again and again what was not kept; nobody should hear of it each time. In milliseconds.
AGAIN = 600_000

# With more people than that, telling them all would take longer than it is of use.
MOST = 100


@dataclass(slots=True)
class Trouble:
    """Remembers in memory only: on the disk it could not."""

    bot: Bot
    words: Callable[[RawUpdate], tuple[Letter, ...]]
    """What the author of an update is told; nothing for who asked nothing."""
    now: Clock = now
    _told: dict[int, int] = field(default_factory=dict)

    async def not_kept(self, updates: Sequence[RawUpdate]) -> None:
        """Tell their authors, each once in a while. Whether that works changes nothing."""
        at = self.now()
        self._told = {chat: told for chat, told in self._told.items() if told > at - AGAIN}
        for letter in (letter for raw in updates for letter in self.words(raw)):
            if letter.chat not in self._told and len(self._told) < MOST:
                self._told[letter.chat] = at
                await self._tell(letter)

    async def _tell(self, letter: Letter) -> None:
        try:
            await self.bot.send_message(letter.chat, letter.html)
        except error.TelegramError as failure:
            log.info("chat %s could not be told that its message is not kept yet: %s", letter.chat, failure)
