"""`/me`: one's own learning curve, for nobody else. `/result`: what a post brought back, noted and never scored."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, ContextTypes, filters

from bot.handlers.caller import Caller, caller_of
from bot.handlers.screen import safe
from bot.render.catalogue import say
from bot.render.wording import clean, units
from bot.report import mine
from bot.report.reporter import Reporter
from bot.store.outbox import Letter, Outbox

Context = ContextTypes.DEFAULT_TYPE
PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
LONGEST = 300


def handlers(reporter: Reporter, outbox: Outbox) -> list[BaseHandler[Any, Any, Any]]:
    stores = reporter.stores

    async def on_me(update: Update, _: Context) -> None:
        caller = await caller_of(update, stores)
        if caller is not None:
            zone, now = caller.place.zone or "UTC", reporter.clock()
            found = await mine.curve(reporter.journal, caller.workspace, caller.person, zone, now)
            html = mine.told(found, caller.language, reporter.rules().cards)
            picture = await mine.drawn(found, caller.language)
            await outbox.answer(update.update_id, Letter(caller.chat, html, file=picture))

    async def on_result(update: Update, context: Context) -> None:
        caller, message = await caller_of(update, stores), update.message
        if caller is None or message is None:
            return
        replied = message.reply_to_message.message_id if message.reply_to_message is not None else None
        letter = await noted(caller, clean(" ".join(context.args or ())), replied)
        await outbox.answer(update.update_id, letter)

    async def noted(caller: Caller, text: str, replied: int | None) -> Letter:
        if not text:
            return Letter(caller.chat, safe(say(caller.language, "result-how")))
        if units(text) > LONGEST:
            words = say(caller.language, "result-too-long", most=LONGEST, count=units(text))
            return Letter(caller.chat, safe(words))
        draft = None if replied is None else await stores.answers.meant(caller.person, caller.chat, replied)
        brand = await stores.brands.current(caller.workspace, caller.person)
        known = None if brand is None else brand.id
        # A draft keeps its workspace, also after its author switched: the note goes with it.
        mine_ = draft.draft if draft is not None and draft.workspace == caller.workspace else None
        note = await stores.notes.add(caller.workspace, "result", text, caller.person, brand=known, draft=mine_)
        back = ((say(caller.language, "take-back"), f"n:x:{note}"),)
        html = f"{safe(say(caller.language, 'result-noted'))}\n<i>{safe(text)}</i>"
        return Letter(caller.chat, html, (back,))

    return [
        CommandHandler("me", on_me, PRIVATE),
        CommandHandler("result", on_result, PRIVATE),
    ]
