"""Asks a chat that sends very many drafts at once for a little patience. All of them are answered all the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from telegram import Update

from bot.handlers.reading import reader_language
from bot.render.catalogue import say
from bot.store.outbox import Letter

MOST = 30
SECONDS = 60
CHATS = 1_000


@dataclass(slots=True)
class Crowd:
    """Remembers the last minute only, and only in memory: a restart may tell a chat once more, or not at all."""

    tell: Callable[[Letter], None]
    """Sends a letter before the answers that wait for the same chat: after all of them it would come too late."""
    _came: dict[int, dict[int, float]] = field(default_factory=dict)
    """By chat: the numbers of its messages, and when each was sent."""
    _told: dict[int, float] = field(default_factory=dict)

    def notice(self, update: Update) -> None:
        """Tell the author once a minute, where this message is one too many."""
        message = update.message
        if message is None or message.chat.type != message.chat.PRIVATE:
            return
        # The time of sending: what piled up while the bot was away is no crowd.
        if self.too_many(message.chat.id, message.message_id, message.date.timestamp()):
            self.tell(Letter(message.chat.id, say(reader_language(update), "too-many", most=MOST)))

    def too_many(self, chat: int, number: int, at: float) -> bool:
        since = at - SECONDS
        if len(self._came) > CHATS:
            self._forget(since)
        came = {known: sent for known, sent in self._came.get(chat, {}).items() if sent > since}
        self._came[chat] = {**came, number: at}
        if len(self._came[chat]) <= MOST or self._told.get(chat, since) > since:
            return False
        self._told[chat] = at
        return True

    def _forget(self, since: float) -> None:
        self._came = {chat: came for chat, came in self._came.items() if max(came.values()) > since}
        self._told = {chat: at for chat, at in self._told.items() if at > since}
