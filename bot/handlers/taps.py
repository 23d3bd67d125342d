"""A tap on a button: what it says, where, and the end of the little clock on it.

What a button says is never believed: anybody can send any data with any client. It only names what to look up.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from telegram import Update, error

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tap:
    data: str
    message: int
    """The bot's message that the button is under."""


async def acknowledge(update: Update, hint: str = "") -> None:
    """Ends the clock, with a hint that pops up; nothing is lost when that fails (the tap may be too old)."""
    if update.callback_query is not None:
        try:
            await update.callback_query.answer(hint or None)
        except error.TelegramError as failure:
            log.info("a tap could not be acknowledged: %s", failure)


def tap_of(update: Update) -> Tap | None:
    """A tap in the person's own private chat; None for any other, which no button of ours leads to."""
    query, user, chat = update.callback_query, update.effective_user, update.effective_chat
    if query is None or not query.data or query.message is None or user is None or chat is None:
        return None
    return Tap(query.data, query.message.message_id) if chat.id == user.id else None
