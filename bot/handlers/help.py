"""`/help`: what the coach does and how to use it, in a few lines."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, ContextTypes, filters

from bot.handlers.caller import language_of
from bot.render.catalogue import say
from bot.store.outbox import Letter, Outbox
from bot.store.stores import Stores


def handlers(outbox: Outbox, stores: Stores) -> list[BaseHandler[Any, Any, Any]]:
    async def on_help(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.effective_chat is not None:
            letter = Letter(update.effective_chat.id, say(await language_of(update, stores), "help"))
            await outbox.answer(update.update_id, letter)

    return [CommandHandler("help", on_help, filters.UpdateType.MESSAGE)]
