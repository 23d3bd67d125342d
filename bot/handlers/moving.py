"""A group that becomes a supergroup gets another number; its drafts are found under the new one."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot.store.stores import Stores


def handlers(stores: Stores) -> list[BaseHandler[Any, Any, Any]]:
    async def on_move(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.message
        # Telegram tells it twice: in the old chat where it goes, in the new one where it came from.
        if message is not None and message.migrate_to_chat_id is not None:
            await stores.history.move_group(message.chat.id, message.migrate_to_chat_id)
        elif message is not None and message.migrate_from_chat_id is not None:
            await stores.history.move_group(message.migrate_from_chat_id, message.chat.id)

    return [MessageHandler(filters.UpdateType.MESSAGE & filters.StatusUpdate.MIGRATE, on_move)]
