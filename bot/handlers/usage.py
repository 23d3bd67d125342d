"""What is no draft: stickers, pictures without words, unknown commands, old buttons. Each gets a kind word."""

from __future__ import annotations

from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.handlers.reading import has_picture, reader_language
from bot.handlers.start import acknowledge
from bot.render.catalogue import say
from bot.store.outbox import Letter, Outbox

Context = ContextTypes.DEFAULT_TYPE
PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE


def handlers(outbox: Outbox) -> list[BaseHandler[Any, Any, Any]]:
    async def tell(update: Update, key: str) -> None:
        message = update.effective_message
        if message is not None:
            letter = Letter(message.chat.id, say(reader_language(update), key), reply_to=message.message_id)
            await outbox.answer(update.update_id, letter)

    async def on_unknown_command(update: Update, _: Context) -> None:
        await tell(update, "help")

    async def on_no_text(update: Update, _: Context) -> None:
        message = update.effective_message
        # The words of an album stand on one of its pictures; the others need no answer of their own.
        if message is not None and message.media_group_id is None:
            await tell(update, no_text_key(message))

    async def on_old_button(update: Update, _: Context) -> None:
        await acknowledge(update)

    return [
        MessageHandler(PRIVATE & filters.COMMAND, on_unknown_command),
        MessageHandler(PRIVATE & ~filters.StatusUpdate.ALL, on_no_text),
        CallbackQueryHandler(on_old_button),
    ]


def no_text_key(message: Message) -> str:
    """Why there is nothing to read, in the words that fit what was sent."""
    if message.sticker:
        return "no-text-sticker"
    if message.voice or message.audio:
        return "no-text-voice"
    if has_picture(message):
        return "no-text-photo"
    return "no-text-document" if message.document else "no-text-other"
