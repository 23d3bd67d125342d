"""All that knows Telegram conversations. The order of this list is the order in which they are asked."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import Application, BaseHandler

from bot.handlers import (
    answer,
    audit,
    brand,
    crisis,
    dialogues,
    document,
    draft,
    export,
    forget,
    history,
    me,
    moving,
    notes,
    preferences,
    report,
    rules,
    start,
    team,
    usage,
)
from bot.handlers import help as help_
from bot.handlers.passing import PASS
from bot.report.auditor import Auditor
from bot.report.reporter import Reporter
from bot.review import Reviewer
from bot.store.outbox import Outbox
from bot.store.stores import Stores

Handlers = list[BaseHandler[Any, Any, Any]]


def handlers(reviewer: Reviewer, outbox: Outbox, stores: Stores, reporter: Reporter, days: int) -> Handlers:
    """Every conversation the bot can have; the first that recognises an update gets it."""
    auditor = Auditor(lambda: reviewer.rules.current, stores.feeds)
    steps = {
        audit.DIALOGUE: audit.step(auditor, outbox, stores),
        "brand": brand.step(outbox, stores),
        "team": team.step(outbox, stores),
        notes.DIALOGUE: notes.step(outbox, stores),
    }
    return [
        # Before /start alone: a link that invites is a /start with a token.
        *team.handlers(outbox, stores),
        *start.handlers(reviewer, outbox, stores),
        *help_.handlers(outbox, stores),
        *brand.handlers(outbox, stores),
        *audit.handlers(auditor, outbox, stores),
        *rules.handlers(reviewer.rules, outbox, stores),
        *notes.handlers(outbox, stores),
        *crisis.handlers(outbox, stores),
        *report.handlers(reporter, outbox),
        *me.handlers(reporter, outbox),
        *preferences.handlers(outbox, stores, days),
        *history.handlers(outbox, stores),
        *export.handlers(outbox, stores),
        *forget.handlers(outbox, stores),
        *dialogues.handlers(outbox, stores, steps),
        *answer.handlers(reviewer, outbox, stores),
        *document.handlers(reviewer, outbox, stores, audit.reading(auditor, outbox, stores)),
        *moving.handlers(stores),
        *draft.handlers(reviewer, stores),
        *usage.handlers(outbox, stores),
    ]


async def dispatch(application: Application[Any, Any, Any, Any, Any, Any], known: Handlers, update: Update) -> None:
    """Hand an update to its handler. Unlike `process_update` it lets errors through: the worker tries again."""
    for handler in known:
        match = handler.check_update(update)
        if match is None or match is False:
            continue
        context = application.context_types.context.from_update(update, application)
        if await handler.handle_update(update, application, match, context) is not PASS:
            return
