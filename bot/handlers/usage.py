"""What is no draft: stickers, pictures without words, unknown commands, old buttons. Each gets a kind word."""

from __future__ import annotations

from html import escape
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.handlers.caller import language_of
from bot.handlers.reading import has_picture
from bot.handlers.taps import acknowledge
from bot.render.catalogue import say
from bot.render.wording import cut
from bot.store.outbox import Letter, Outbox
from bot.store.stores import Stores

Context = ContextTypes.DEFAULT_TYPE
# Telegram's own commands have at most 32 characters and a slash.
LONGEST_COMMAND = 33
PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE


def handlers(outbox: Outbox, stores: Stores) -> list[BaseHandler[Any, Any, Any]]:
    async def tell(update: Update, message: Message, html: str) -> None:
        await outbox.answer(update.update_id, Letter(message.chat.id, html, reply_to=message.message_id))

    async def on_unknown_command(update: Update, _: Context) -> None:
        message, language = update.effective_message, await language_of(update, stores)
        if message is not None:
            unknown = say(language, "unknown-command", command=command_of(message))
            await tell(update, message, f"{escape(unknown, quote=False)}\n\n{say(language, 'help')}")

    async def on_no_text(update: Update, _: Context) -> None:
        message = update.effective_message
        if message is not None:
            await tell(update, message, say(await language_of(update, stores), no_text_key(message)))

    async def on_old_button(update: Update, _: Context) -> None:
        await acknowledge(update)

    return [
        MessageHandler(PRIVATE & filters.COMMAND, on_unknown_command),
        MessageHandler(PRIVATE & ~filters.StatusUpdate.ALL, on_no_text),
        CallbackQueryHandler(on_old_button),
    ]


def command_of(message: Message) -> str:
    """The command as it was written, without the name of a bot behind it."""
    words = (message.text or message.caption or "").split()
    return cut(words[0].partition("@")[0], LONGEST_COMMAND) if words else "/"


def no_text_key(message: Message) -> str:
    """Why there is nothing to read, in the words that fit what was sent."""
    if message.sticker:
        return "no-text-sticker"
    if message.voice or message.audio:
        return "no-text-voice"
    if has_picture(message):
        return "no-text-photo"
    return "no-text-document" if message.document else "no-text-other"
