"""`/start`: a greeting, one tap later a weak sample with its review, and then the same post repaired."""

from __future__ import annotations

from html import escape
from typing import Any, Literal

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, ContextTypes, filters

from bot.engine.model import Draft, Language
from bot.handlers.caller import language_of
from bot.handlers.taps import acknowledge
from bot.render.answer import Previous
from bot.render.catalogue import say
from bot.render.telegram import review_html
from bot.review import Reviewer
from bot.store.outbox import Buttons, Letter, Outbox
from bot.store.stores import Stores

Context = ContextTypes.DEFAULT_TYPE
Step = Literal["weak", "repaired"]

# Kept in the buttons of messages that are out there: never reuse a code for something else.
CODES: dict[str, Step] = {"sample:w": "weak", "sample:r": "repaired"}


def handlers(reviewer: Reviewer, outbox: Outbox, stores: Stores) -> list[BaseHandler[Any, Any, Any]]:
    async def on_start(update: Update, _: Context) -> None:
        if update.effective_chat is not None:
            language = await language_of(update, stores)
            letter = Letter(
                update.effective_chat.id,
                say(language, "start"),
                (*button(language, "start-sample-button", "w"), *brand_button(language)),
            )
            await outbox.answer(update.update_id, letter)

    async def on_tap(update: Update, _: Context) -> None:
        query = update.callback_query
        # The library lets a tap without data through, whatever the pattern says.
        step = CODES.get(query.data or "") if query is not None else None
        if query is not None and query.message is not None and step is not None:
            html, buttons = sample(reviewer, await language_of(update, stores), step)
            letter = Letter(query.message.chat.id, html, buttons, edits=query.message.message_id)
            await outbox.answer(update.update_id, letter)
        await acknowledge(update)

    return [
        CommandHandler("start", on_start, filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE),
        CallbackQueryHandler(on_tap, pattern="^(?:" + "|".join(CODES) + ")$"),
    ]


def sample(reviewer: Reviewer, language: Language, step: Step) -> tuple[str, Buttons]:
    """The weak post, or the repaired one with what the repair changed; both are really judged."""
    weak, repaired = (Draft(say(language, key), language=language) for key in ("sample-weak", "sample-repaired"))
    first = reviewer.judge(weak)
    if step == "weak":
        html = f"{quoted(weak)}\n\n{review_html(first, language)}"
        return html, (*button(language, "start-repaired-button", "r"), *brand_button(language))
    before = Previous(first.score, first.findings)
    html = f"{quoted(repaired)}\n\n{review_html(reviewer.judge(repaired), language, before)}"
    return html, (*button(language, "start-sample-button", "w"), *brand_button(language))


def button(language: Language, key: str, step: str) -> Buttons:
    return (((say(language, key), f"sample:{step}"),),)


def brand_button(language: Language) -> Buttons:
    return (((say(language, "start-brand-button"), "b:n"),),)


def quoted(draft: Draft) -> str:
    return f"<blockquote>{escape(draft.text, quote=False)}</blockquote>"
