"""A file: `.txt` and `.md` are a draft, `.json` and `.csv` are posts to audit."""

from __future__ import annotations

from datetime import UTC
from pathlib import PurePath
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot.engine.model import Draft
from bot.handlers.answer import keys
from bot.handlers.audit import Reads, fetched
from bot.handlers.caller import caller_of
from bot.handlers.passing import PASS
from bot.handlers.screen import safe
from bot.render.catalogue import say
from bot.render.telegram import review_html
from bot.report.published import UnreadableFileError, text_in
from bot.review import Reviewer
from bot.store.history import Place
from bot.store.outbox import Letter, Outbox
from bot.store.stores import Stores

DRAFTS, POSTS = (".txt", ".md"), (".json", ".csv")
MOST_BYTES, MOST_SAID = 64 * 1024, "64 KiB"
NEW_OR_EDITED = filters.UpdateType.MESSAGE | filters.UpdateType.EDITED_MESSAGE


def handlers(reviewer: Reviewer, outbox: Outbox, stores: Stores, audit: Reads) -> list[BaseHandler[Any, Any, Any]]:
    async def on_document(update: Update, _: ContextTypes.DEFAULT_TYPE) -> object:
        message, caller = update.effective_message, await caller_of(update, stores)
        if message is None or message.document is None or caller is None:
            return PASS
        kind = PurePath(message.document.file_name or "").suffix.lower()
        if kind in POSTS and update.message is not None:
            await audit(message.document, caller, update.update_id)
            return None
        if kind not in DRAFTS:
            return PASS
        try:
            if (message.document.file_size or 0) > MOST_BYTES:
                raise UnreadableFileError("file-too-large", most=MOST_SAID)
            text = text_in(await fetched(message.document))
        except UnreadableFileError as unreadable:
            words = safe(say(caller.language, unreadable.key, **unreadable.values))
            await outbox.answer(update.update_id, Letter(caller.chat, words, reply_to=message.message_id))
            return None
        place = Place(update.update_id, message.chat.id, message.message_id)
        draft = Draft(text, now=message.date.astimezone(UTC))
        await reviewer.answer(draft, review_html, caller.language, place=place, author=caller.person, keys=keys)
        return None

    return [MessageHandler(NEW_OR_EDITED & filters.ChatType.PRIVATE & filters.Document.ALL, on_document)]
