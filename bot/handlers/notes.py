"""`/heard` and `/idea`: one line each for the report, kept at once and taken back with a tap."""

from __future__ import annotations

import re
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, ContextTypes, filters

from bot.handlers.caller import Caller, caller_of
from bot.handlers.dialogues import Step
from bot.handlers.screen import Screen, safe
from bot.handlers.taps import acknowledge, tap_of
from bot.render.catalogue import say
from bot.render.wording import clean, units
from bot.store.dialogues import Dialogue
from bot.store.notes import Kind
from bot.store.outbox import Letter, Outbox
from bot.store.stores import Stores

Context = ContextTypes.DEFAULT_TYPE
PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
COMMANDS: dict[str, Kind] = {"heard": "heard", "idea": "idea"}
DIALOGUE = "note"
LONGEST = 300
DATA = re.compile(r"^n:x:([0-9]{1,18})$")


def handlers(outbox: Outbox, stores: Stores) -> list[BaseHandler[Any, Any, Any]]:
    async def on_command(update: Update, context: Context) -> None:
        caller, message = await caller_of(update, stores), update.message
        if caller is None or message is None or not message.text:
            return
        kind = COMMANDS[re.split(r"[\s@]", message.text[1:])[0].lower()]
        text = clean(" ".join(context.args or ()))
        screen = await kept(stores, caller, kind, text) if text else await asking(stores, caller, kind)
        await outbox.answer(update.update_id, Letter(caller.chat, screen.html, screen.buttons))

    async def on_tap(update: Update, _: Context) -> None:
        tap, caller = tap_of(update), await caller_of(update, stores)
        found = DATA.match(tap.data) if tap is not None else None
        if tap is not None and caller is not None and found is not None:
            gone = await stores.notes.remove(caller.workspace, int(found[1]))
            key = "note-gone" if gone else "note-unknown"
            await outbox.answer(update.update_id, Letter(caller.chat, say(caller.language, key), edits=tap.message))
        await acknowledge(update)

    return [
        CommandHandler([*COMMANDS], on_command, PRIVATE),
        CallbackQueryHandler(on_tap, pattern=r"^n:"),
    ]


def step(outbox: Outbox, stores: Stores) -> Step:
    """Takes the line that the command asked for."""

    async def on_text(update: Update, message: Message, dialogue: Dialogue, caller: Caller) -> bool:
        kind = COMMANDS.get(dialogue.step)
        if kind is None or not message.text or message.forward_origin is not None:
            return False
        screen = await kept(stores, caller, kind, clean(message.text))
        await outbox.answer(update.update_id, Letter(caller.chat, screen.html, screen.buttons))
        return True

    return on_text


async def asking(stores: Stores, caller: Caller, kind: Kind) -> Screen:
    await stores.dialogues.open(Dialogue(caller.chat, caller.person, DIALOGUE, kind))
    return Screen(say(caller.language, f"note-ask-{kind}"))


async def kept(stores: Stores, caller: Caller, kind: Kind, text: str) -> Screen:
    if units(text) > LONGEST:
        return Screen(say(caller.language, "note-too-long", most=LONGEST, count=units(text)))
    await stores.dialogues.close(caller.chat, caller.person)
    brand = await stores.brands.current(caller.workspace, caller.person)
    known = None if brand is None else brand.id
    note = await stores.notes.add(caller.workspace, kind, text, caller.person, brand=known)
    back = ((say(caller.language, "take-back"), f"n:x:{note}"),)
    return Screen(f"{safe(say(caller.language, f'note-kept-{kind}'))}\n<i>{safe(text)}</i>", (back,))
