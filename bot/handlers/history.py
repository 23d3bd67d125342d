"""`/history`: the drafts of the workspace, by page or by a word in them, and each with what its versions scored."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, ContextTypes, filters

from bot.engine.model import Language
from bot.handlers.caller import Caller, caller_of
from bot.handlers.screen import Screen, safe
from bot.handlers.taps import acknowledge, tap_of
from bot.render.answer import MARKS
from bot.render.catalogue import day, name, say
from bot.render.wording import clean, cut
from bot.store.outbox import Buttons, Letter, Outbox
from bot.store.past import PastDraft
from bot.store.stores import Stores

Context = ContextTypes.DEFAULT_TYPE
PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
DATA = re.compile(r"^h:(?:(?P<page>[0-9]{1,4})|d(?P<draft>[0-9]{1,18}):(?P<back>[0-9]{1,4}))(?: (?P<words>.+))?$")

SIZE = 6
LABEL = 34
SHOWN = 3_000
# Bytes of the words looked for that fit on a button beside what else it says.
MOST_BYTES = 32


def handlers(outbox: Outbox, stores: Stores) -> list[BaseHandler[Any, Any, Any]]:
    async def on_history(update: Update, context: Context) -> None:
        caller = await caller_of(update, stores)
        if caller is not None:
            screen = await page(stores, caller, 0, fitting(clean(" ".join(context.args or ()))))
            await outbox.answer(update.update_id, Letter(caller.chat, screen.html, screen.buttons))

    async def on_tap(update: Update, _: Context) -> None:
        tap, caller = tap_of(update), await caller_of(update, stores)
        found = DATA.match(tap.data) if tap is not None else None
        if tap is not None and caller is not None and found is not None:
            words = found["words"] or ""
            if found["page"] is not None:
                screen = await page(stores, caller, int(found["page"]), words)
            else:
                screen = await one(stores, caller, int(found["draft"]), int(found["back"]), words)
            letter = Letter(caller.chat, screen.html, screen.buttons, edits=tap.message)
            await outbox.answer(update.update_id, letter)
        await acknowledge(update)

    return [
        CommandHandler("history", on_history, PRIVATE),
        CallbackQueryHandler(on_tap, pattern=r"^h:"),
    ]


async def page(stores: Stores, caller: Caller, number: int, words: str) -> Screen:
    found = await stores.past.page(caller.workspace, caller.person, number, SIZE, words)
    language = caller.language
    if not found.drafts:
        key = "history-none-found" if words else "history-none"
        return Screen(safe(say(language, key, words=words)))
    head = say(language, "history-found", words=words) if words else say(language, "history")
    rows = [((_label(past, language), f"h:d{past.draft}:{number}{_with(words)}"),) for past in found.drafts]
    return Screen(safe(head), (*rows, *_turning(language, number, found.more, words)))


async def one(stores: Stores, caller: Caller, draft: int, back: int, words: str) -> Screen:
    language = caller.language
    returning = ((say(language, "history-back"), f"h:{back}{_with(words)}"),)
    past = await stores.past.one(caller.workspace, caller.person, draft)
    if past is None:
        return Screen(safe(say(language, "history-gone")), (returning,))
    scores = await stores.past.scores(caller.workspace, draft)
    lines = [f"<b>{safe(_headline(past, language))}</b>", safe(_about(past, language)), safe(_course(scores, language))]
    html = "\n".join(filter(None, lines)) + f"\n\n<blockquote expandable>{safe(cut_lines(past.text))}</blockquote>"
    forget = ((say(language, "forget-this"), f"x:d:{past.draft}"),)
    return Screen(html, (forget, returning))


def _turning(language: Language, number: int, more: bool, words: str) -> Buttons:
    newer = [(say(language, "history-newer"), f"h:{number - 1}{_with(words)}")] if number else []
    older = [(say(language, "history-older"), f"h:{number + 1}{_with(words)}")] if more else []
    return ((*newer, *older),) if newer or older else ()


def _label(past: PastDraft, language: Language) -> str:
    score = "" if past.score is None else f"{past.score} "
    return f"{_mark(past)} {score}· {day(language, _moment(past))} · {cut(past.text, LABEL)}"


def _headline(past: PastDraft, language: Language) -> str:
    if past.score is None:
        return f"{_mark(past)} {say(language, 'history-no-score')}"
    return f"{_mark(past)} {say(language, 'headline', band=say(language, f'band-{past.band}'), score=past.score)}"


def _about(past: PastDraft, language: Language) -> str:
    posted = say(language, "posted-button-done") if past.posted else ""
    parts = (day(language, _moment(past)), past.brand, name(language, "network", past.network), posted)
    return " · ".join(filter(None, parts))


def _course(scores: Sequence[int | None], language: Language) -> str:
    """How the score moved from version to version, where it did."""
    known = [str(score) for score in scores if score is not None]
    return say(language, "history-course", scores=" → ".join(known[-8:])) if len(known) > 1 else ""


def _mark(past: PastDraft) -> str:
    return next((mark for band, mark in MARKS.items() if band == past.band), MARKS[None])


def _moment(past: PastDraft) -> datetime:
    return datetime.fromtimestamp(past.at / 1000, UTC)


def _with(words: str) -> str:
    return f" {words}" if words else ""


def fitting(words: str) -> str:
    """As much of what is looked for as a button can carry: whole words, or the beginning of a long one."""
    kept = words.encode()[:MOST_BYTES].decode(errors="ignore")
    return kept.strip() if kept == words or " " not in kept else kept.rpartition(" ")[0].strip()


def cut_lines(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"
