"""`/export`: everything of the workspace in a zip, for its owner or a lead."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, ContextTypes, filters

from bot.handlers.caller import Caller, caller_of
from bot.render.catalogue import say
from bot.store.outbox import Attached, Letter, Outbox
from bot.store.stores import Stores

# Telegram takes 50 MB from a bot; a row of the outbox that large would slow everybody.
MOST_BYTES = 20_000_000

NAME = "whyfollow.zip"


def handlers(outbox: Outbox, stores: Stores) -> list[BaseHandler[Any, Any, Any]]:
    async def on_export(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        caller = await caller_of(update, stores)
        if caller is not None:
            await outbox.answer(update.update_id, await letter(stores, caller))

    return [CommandHandler("export", on_export, filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE)]


async def letter(stores: Stores, caller: Caller) -> Letter:
    if not caller.place.leads:
        return Letter(caller.chat, say(caller.language, "export-leads"))
    packed = await stores.exports.of(caller.workspace)
    if len(packed) > MOST_BYTES:
        return Letter(caller.chat, say(caller.language, "export-too-large"))
    return Letter(caller.chat, say(caller.language, "export-done"), file=Attached("document", NAME, packed))
