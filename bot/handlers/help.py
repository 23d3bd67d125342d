"""`/help`: what the coach does and how to use it, in a few lines."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, ContextTypes, filters

from bot.handlers.reading import reader_language
from bot.render.catalogue import say
from bot.store.outbox import Letter, Outbox


def handlers(outbox: Outbox) -> list[BaseHandler[Any, Any, Any]]:
    async def on_help(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.effective_chat is not None:
            letter = Letter(update.effective_chat.id, say(reader_language(update), "help"))
            await outbox.answer(update.update_id, letter)

    return [CommandHandler("help", on_help, filters.UpdateType.MESSAGE)]
