"""`/settings`: the language in which the coach speaks to a person, and where everything else is set. `/privacy`."""

from __future__ import annotations

import re
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, ContextTypes, filters

from bot.engine.model import LANGUAGES, Language
from bot.handlers.caller import language_of
from bot.handlers.reading import reader_language
from bot.handlers.screen import Screen, pairs
from bot.handlers.taps import acknowledge, tap_of
from bot.render.catalogue import say
from bot.store.outbox import Letter, Outbox
from bot.store.stores import Stores

Context = ContextTypes.DEFAULT_TYPE
PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
DATA = re.compile(r"^s:(en|pl|ru|-)$")
# What each language calls itself, for whoever can't read the others.
OWN_NAMES: dict[Language, str] = {"en": "English", "pl": "Polski", "ru": "Русский"}


def handlers(outbox: Outbox, stores: Stores, days: int) -> list[BaseHandler[Any, Any, Any]]:
    async def on_settings(update: Update, _: Context) -> None:
        if update.effective_chat is not None:
            screen = await settings(update, stores)
            letter = Letter(update.effective_chat.id, screen.html, screen.buttons)
            await outbox.answer(update.update_id, letter)

    async def on_privacy(update: Update, _: Context) -> None:
        if update.effective_chat is not None:
            words = say(await language_of(update, stores), "privacy", days=days)
            await outbox.answer(update.update_id, Letter(update.effective_chat.id, words))

    async def on_tap(update: Update, _: Context) -> None:
        tap, user = tap_of(update), update.effective_user
        found = DATA.match(tap.data) if tap is not None else None
        if tap is not None and user is not None and found is not None:
            chosen = next((language for language in LANGUAGES if language == found[1]), None)
            await stores.people.speak(user.id, chosen)
            screen = await settings(update, stores)
            await outbox.answer(update.update_id, Letter(user.id, screen.html, screen.buttons, edits=tap.message))
        await acknowledge(update)

    return [
        CommandHandler("settings", on_settings, PRIVATE),
        CommandHandler("privacy", on_privacy, filters.UpdateType.MESSAGE),
        CallbackQueryHandler(on_tap, pattern=r"^s:"),
    ]


async def settings(update: Update, stores: Stores) -> Screen:
    user = update.effective_user
    chosen = None if user is None else await stores.people.language(user.id)
    language = await language_of(update, stores)
    own = [(f"{'✓ ' if chosen == code else ''}{OWN_NAMES[code]}", f"s:{code}") for code in LANGUAGES]
    telegrams = say(language, "settings-as-telegram", name=OWN_NAMES[reader_language(update)])
    buttons = [*own, (f"{'' if chosen else '✓ '}{telegrams}", "s:-")]
    return Screen(say(language, "settings"), pairs(buttons))
