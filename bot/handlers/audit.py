"""`/audit`: posts that are out already, forwarded one after another or in a file, answered with a picture."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from telegram import Document, Message, Update, error
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, ContextTypes, filters

from bot.handlers.caller import Caller, caller_of
from bot.handlers.dialogues import Step
from bot.handlers.reading import text_of
from bot.handlers.screen import safe
from bot.handlers.taps import acknowledge, tap_of
from bot.render.catalogue import say
from bot.report.audit import Audit
from bot.report.audit_words import caption
from bot.report.auditor import Auditor, Progress, drawn
from bot.report.published import KINDS, FoundPost, UnreadableFileError, posts_in
from bot.store.brands import Brand
from bot.store.dialogues import Dialogue
from bot.store.outbox import Attached, Buttons, Letter, Outbox
from bot.store.stores import Stores

Context = ContextTypes.DEFAULT_TYPE
PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
DIALOGUE, COLLECT = "audit", "collect"
GO = "au:go"

MOST_POSTS = 2_000
# What Telegram lets a bot fetch, and how people write that.
MOST_BYTES, MOST_SAID = 20_000_000, "20 MB"

# Progress is told from so many posts on, and at each quarter: an edit a second is all that Telegram allows.
WORTH_TELLING = 200


@dataclass(frozen=True, slots=True)
class Desk:
    """One person who brings published posts."""

    stores: Stores
    outbox: Outbox
    auditor: Auditor
    caller: Caller

    async def brand(self) -> Brand | None:
        """The brand whose feed they become; a first one is made for whoever may make one."""
        caller, brands = self.caller, self.stores.brands
        known = await brands.current(caller.workspace, caller.person)
        if known is not None or not caller.place.leads:
            return known
        made = await brands.add(caller.workspace, caller.person, say(caller.language, "brand-default-name"))
        return None if made is None else await brands.get(caller.workspace, made)

    async def ask(self, update_id: int) -> None:
        """What to bring; at once, and not after ten posts, that there is no brand and this person can't make one."""
        if not self.caller.place.leads and await self.brand() is None:
            await self.outbox.answer(update_id, self._says("audit-no-brand"))
            return
        await self.stores.dialogues.open(
            Dialogue(self.caller.chat, self.caller.person, DIALOGUE, COLLECT, {"posts": [], "shown": None})
        )
        await self.outbox.answer(update_id, Letter(self.caller.chat, safe(say(self.caller.language, "audit-ask"))))

    async def collect(self, dialogue: Dialogue, message: Message, update_id: int) -> None:
        """One more forwarded post; the count is one message that changes."""
        text, language = text_of(message), self.caller.language
        posts, shown = [*dialogue.state["posts"]], dialogue.state["shown"]
        if text.strip():
            posts.append([text, published_at(message)])
        key = "audit-count" if posts else "audit-count-empty"
        letter = Letter(self.caller.chat, safe(say(language, key, count=len(posts))), self._go() if posts else ())
        state = {"posts": posts[-MOST_POSTS:], "shown": update_id if shown is None else shown}
        await self.stores.dialogues.open(Dialogue(self.caller.chat, self.caller.person, DIALOGUE, COLLECT, state))
        await self.outbox.renew(shown, update_id, letter)

    async def look(self, dialogue: Dialogue | None, message: int, update_id: int) -> None:
        """The posts that were forwarded are enough."""
        kept = dialogue.state["posts"] if dialogue is not None and dialogue.name == DIALOGUE else []
        posts = [FoundPost(text, None if at is None else datetime.fromtimestamp(at / 1000, UTC)) for text, at in kept]
        if not posts:
            await self.outbox.answer(update_id, self._says("audit-nothing"))
            return
        await self.answer(posts, update_id, message)
        await self.stores.dialogues.close(self.caller.chat, self.caller.person)

    async def read(self, document: Document, update_id: int) -> None:
        """A file of posts."""
        try:
            posts = posts_in(document.file_name or "", await fetched(document))
        except UnreadableFileError as unreadable:
            await self.outbox.answer(update_id, self._says(unreadable.key, **unreadable.values))
            return
        await self.answer(posts, update_id, None)
        await self.stores.dialogues.close(self.caller.chat, self.caller.person)

    async def answer(self, posts: Sequence[FoundPost], update_id: int, shown: int | None) -> None:
        """The picture with its words; `shown` is the message that counts what is read."""
        brand = await self.brand()
        if brand is None:
            await self.outbox.answer(update_id, self._says("audit-no-brand"))
        elif len(posts) > MOST_POSTS:
            await self.outbox.answer(update_id, self._says("audit-too-many", count=len(posts), most=MOST_POSTS))
        else:
            found = await self.auditor.run(self.caller.workspace, brand, posts, self._progress(shown))
            await self.outbox.answer(update_id, *await self._letters(found, brand, shown))

    async def _letters(self, found: Audit, brand: Brand, shown: int | None) -> list[Letter]:
        from asyncio import to_thread

        language, total = self.caller.language, len(found.posts) + found.unjudged
        told = safe(say(language, "audit-progress", done=total, total=total))
        counted = [Letter(self.caller.chat, told, edits=shown)] if shown is not None else []
        html = caption(found, brand.name, language, feed=True)
        if not found.posts:
            return [*counted, Letter(self.caller.chat, html)]
        png = await to_thread(drawn, found, brand.name, language)
        return [*counted, Letter(self.caller.chat, html, file=Attached("photo", "audit.png", png))]

    def _progress(self, shown: int | None) -> Progress:
        quarters = {0}

        async def tell(done: int, total: int) -> None:
            quarter = done * 4 // total
            if shown is None or total < WORTH_TELLING or done == total or quarter in quarters:
                return
            quarters.add(quarter)
            html = safe(say(self.caller.language, "audit-progress", done=done, total=total))
            await self.outbox.write(Letter(self.caller.chat, html, edits=shown))

        return tell

    def _go(self) -> Buttons:
        return (((say(self.caller.language, "audit-go"), GO),),)

    def _says(self, key: str, **values: object) -> Letter:
        return Letter(self.caller.chat, safe(say(self.caller.language, key, **values)))


def handlers(auditor: Auditor, outbox: Outbox, stores: Stores) -> list[BaseHandler[Any, Any, Any]]:
    async def on_audit(update: Update, _: Context) -> None:
        caller = await caller_of(update, stores)
        if caller is not None:
            await Desk(stores, outbox, auditor, caller).ask(update.update_id)

    async def on_go(update: Update, _: Context) -> None:
        tap, caller = tap_of(update), await caller_of(update, stores)
        if tap is not None and caller is not None:
            # At once: the reading takes seconds, and an unanswered tap looks as if nothing happened.
            await acknowledge(update)
            dialogue = await stores.dialogues.get(caller.chat, caller.person)
            await Desk(stores, outbox, auditor, caller).look(dialogue, tap.message, update.update_id)

    return [
        CommandHandler("audit", on_audit, PRIVATE),
        CallbackQueryHandler(on_go, pattern=f"^{GO}$"),
    ]


def step(auditor: Auditor, outbox: Outbox, stores: Stores) -> Step:
    """Takes forwarded posts and files while an audit is asked for; anything else is a draft."""

    async def on_message(update: Update, message: Message, dialogue: Dialogue, caller: Caller) -> bool:
        desk = Desk(stores, outbox, auditor, caller)
        if message.document is not None and PurePath(message.document.file_name or "").suffix.lower() in KINDS:
            await desk.read(message.document, update.update_id)
            return True
        if message.forward_origin is None:
            return False
        await desk.collect(dialogue, message, update.update_id)
        return True

    return on_message


Reads = Callable[[Document, Caller, int], Awaitable[None]]


def reading(auditor: Auditor, outbox: Outbox, stores: Stores) -> Reads:
    """For a file of posts that came without /audit."""

    async def read(document: Document, caller: Caller, update_id: int) -> None:
        await Desk(stores, outbox, auditor, caller).read(document, update_id)

    return read


async def fetched(document: Document) -> bytes:
    """A document's content; UnreadableFileError if it is too large, or Telegram has it no more."""
    if (document.file_size or 0) > MOST_BYTES:
        raise UnreadableFileError("file-too-large", most=MOST_SAID)
    try:
        file = await document.get_file()
        return bytes(await file.download_as_bytearray())
    except error.BadRequest as refused:
        raise UnreadableFileError("file-gone") from refused


def published_at(message: Message) -> int | None:
    """When a forwarded post appeared first, in ms."""
    origin = message.forward_origin
    return None if origin is None else int(origin.date.timestamp() * 1000)
