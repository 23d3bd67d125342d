"""`/crisis`: while something serious happens, nothing is sold. On for the brand until somebody switches it off."""

from __future__ import annotations

import re
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, ContextTypes, filters

from bot.handlers.caller import Caller, caller_of
from bot.handlers.screen import Screen
from bot.handlers.taps import acknowledge, tap_of
from bot.render.catalogue import say
from bot.store.brands import Brand
from bot.store.outbox import Letter, Outbox
from bot.store.stores import Stores

Context = ContextTypes.DEFAULT_TYPE
PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
DATA = re.compile(r"^c:([0-9]{1,18}):(on|off)$")
# The words for it after the command, in the three languages.
ON = frozenset({"on", "wł", "włącz", "tak", "вкл", "включить", "да"})
OFF = frozenset({"off", "wył", "wyłącz", "nie", "выкл", "выключить", "нет"})


def handlers(outbox: Outbox, stores: Stores) -> list[BaseHandler[Any, Any, Any]]:
    async def on_crisis(update: Update, context: Context) -> None:
        caller = await caller_of(update, stores)
        if caller is None:
            return
        word = (context.args or [""])[0].lower()
        wanted = True if word in ON else False if word in OFF else None
        brand = await stores.brands.current(caller.workspace, caller.person)
        screen = await switched(stores, caller, brand, wanted)
        await outbox.answer(update.update_id, Letter(caller.chat, screen.html, screen.buttons))

    async def on_tap(update: Update, _: Context) -> None:
        tap, caller = tap_of(update), await caller_of(update, stores)
        found = DATA.match(tap.data) if tap is not None else None
        if tap is not None and caller is not None and found is not None:
            brand = await stores.brands.get(caller.workspace, int(found[1]))
            screen = await switched(stores, caller, brand, found[2] == "on")
            letter = Letter(caller.chat, screen.html, screen.buttons, edits=tap.message)
            await outbox.answer(update.update_id, letter)
        await acknowledge(update)

    return [
        CommandHandler("crisis", on_crisis, PRIVATE),
        CallbackQueryHandler(on_tap, pattern=r"^c:"),
    ]


async def switched(stores: Stores, caller: Caller, brand: Brand | None, wanted: bool | None) -> Screen:
    """The brand with crisis mode as wanted; None only tells how it is. Every member may do this: it can be urgent."""
    if brand is None:
        return Screen(say(caller.language, "crisis-no-brand" if caller.place.leads else "brand-none-member"))
    on = brand.settings.crisis if wanted is None else wanted
    if on != brand.settings.crisis:
        await stores.brands.change(caller.workspace, brand.id, crisis=on)
    label, data = ("crisis-switch-off", "off") if on else ("crisis-switch-on", "on")
    button = ((say(caller.language, label), f"c:{brand.id}:{data}"),)
    return Screen(say(caller.language, "crisis-on" if on else "crisis-off", brand=brand.name), (button,))
