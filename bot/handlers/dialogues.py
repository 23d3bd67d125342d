"""Text that answers a question of the bot goes to the conversation that asked, and is no draft. `/cancel` leaves."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, CommandHandler, ContextTypes, MessageHandler, filters

from bot.handlers.caller import Caller, caller_of
from bot.handlers.passing import PASS
from bot.render.catalogue import say
from bot.store.dialogues import Dialogue
from bot.store.outbox import Letter, Outbox
from bot.store.stores import Stores

Context = ContextTypes.DEFAULT_TYPE

Step = Callable[[Update, Message, Dialogue, Caller], Awaitable[bool]]
"""Takes a message as the answer to what its dialogue asked; False if it is something else, perhaps a draft."""

PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE


def handlers(outbox: Outbox, stores: Stores, steps: Mapping[str, Step]) -> list[BaseHandler[Any, Any, Any]]:
    async def on_message(update: Update, _: Context) -> object:
        message, user = update.message, update.effective_user
        if message is None or user is None:
            return PASS
        dialogue = await stores.dialogues.get(message.chat.id, user.id)
        step = steps.get(dialogue.name) if dialogue is not None else None
        if dialogue is None or step is None:
            return PASS
        caller = await caller_of(update, stores)
        return None if caller is not None and await step(update, message, dialogue, caller) else PASS

    async def on_cancel(update: Update, _: Context) -> None:
        caller = await caller_of(update, stores)
        if caller is not None:
            left = await stores.dialogues.close(caller.chat, caller.person)
            words = say(caller.language, "cancelled") if left else say(caller.language, "nothing-to-cancel")
            await outbox.answer(update.update_id, Letter(caller.chat, words))

    return [
        CommandHandler("cancel", on_cancel, PRIVATE),
        MessageHandler(PRIVATE & ~filters.COMMAND & ~filters.StatusUpdate.ALL, on_message),
    ]
