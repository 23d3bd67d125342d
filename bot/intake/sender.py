"""Sends what the outbox holds: one message at a time, as fast as Telegram allows and no faster."""

from __future__ import annotations

import asyncio
import logging
import re
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from html import escape, unescape

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaDocument,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
    error,
)
from telegram.constants import ParseMode

from bot.errors import StoreError
from bot.observe.meter import Meter
from bot.store.outbox import Attached, Letter, Outbox, Outgoing
from bot.store.replicas import ALONE, Leadership

log = logging.getLogger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

NOT_MODIFIED = "message is not modified"
NOT_EDITABLE = ("message to edit not found", "message can't be edited", "message_id_invalid")
NO_REPLY = ("message to be replied not found", "message to reply not found", "replied message not found", "quote")
NOT_HTML = ("can't parse entities", "is too long", "_too_long")
NOT_A_PHOTO = ("photo_", "image_process_failed")
BAD_BUTTONS = ("button_", "reply markup", "reply_markup")

# Seconds. What was sent last has to be noted before another process leads: see store/replicas.py.
AFTER_TROUBLE = 0.5

# How many letters are read at once. A pause that another process notes is seen after so many at the latest.
READ_AHEAD = 16

# Room for the longest message Telegram takes, 4,096 UTF-16 units, with every character counted as two.
PLAIN_LENGTH = 2_000
# The same for the words under a picture or a document, at most 1,024 units.
CAPTION_LENGTH = 500


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's own, in milliseconds between two messages: 30 a second, 1 a second per chat, 20 a minute per group."""

    everywhere: int = 34
    private: int = 1_000
    group: int = 3_000

    def for_chat(self, chat: int) -> int:
        return self.private if chat > 0 else self.group


@dataclass(slots=True)
class Sender:
    """The only part that sends. One message at a time: if the process dies, at most that one is sent twice."""

    bot: Bot
    outbox: Outbox
    limits: Limits = Limits()
    meter: Meter = field(default_factory=Meter)
    leadership: Leadership = ALONE
    """Of several processes only the leading one sends: Telegram's limits hold for all of them together."""
    rest: float = 30.0
    """Seconds after which it looks whether somebody else wrote something."""
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _stopping: bool = False
    _next: int = 0
    """When the next message to anybody may leave."""
    _ready: dict[int, int] = field(default_factory=dict)
    """When each chat may get its next message; only chats that have to wait are in it."""
    _letters: deque[Outgoing] = field(default_factory=deque)
    """What is due, read ahead: the first letter of each chat, and so never two of one chat."""
    _first: deque[Letter] = field(default_factory=deque)
    """To be sent before what the outbox holds for the same chats."""
    _note: Callable[[], Awaitable[None]] | None = None
    """What came of the last letter, until the outbox says so; nothing is sent before that."""

    def wake(self) -> None:
        """There is something new to send."""
        self._wake.set()

    def send_first(self, letter: Letter) -> None:
        """A word in between, ahead of the answers that wait for this chat. It is not kept: a restart forgets it."""
        self._first.append(letter)
        self.wake()

    def stop(self) -> None:
        """Send nothing after the message under way; the rest is kept for the next start."""
        self._stopping = True
        self._wake.set()

    async def run(self) -> None:
        while not self._stopping:
            self._wake.clear()
            try:
                seconds = await self.step()
            except StoreError as failure:
                log.warning("the outbox can't be read or written: %s", failure)
                seconds = AFTER_TROUBLE
            if seconds and not self._stopping:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), seconds)

    async def step(self) -> float:
        """Send one message if one may be sent now; says how many seconds there is nothing to do."""
        await self._noted()
        if self.leadership.since is None:
            self._letters.clear()
            self._first.clear()
            return self.rest
        now = self.outbox.now()
        if self._next > now:
            return (self._next - now) / 1000
        if not self._letters:
            self._ready = {chat: at for chat, at in self._ready.items() if at > now}
            ahead = [letter for letter in self._first if letter.chat not in self._ready]
            others = {*self._ready, *(letter.chat for letter in self._first)}
            look = await self.outbox.look(READ_AHEAD, without=others)
            if look.pause > now:
                return (look.pause - now) / 1000
            if ahead:
                await self._put_in(ahead[0])
                return 0.0
            if not look.letters:
                return self._until_next(look.next_due, now)
            self._letters.extend(look.letters)
        await self._deliver(self._letters.popleft())
        return 0.0

    async def _put_in(self, letter: Letter) -> None:
        """Send one that the outbox does not hold; where Telegram does not take it now, it is left out."""
        self._first.remove(letter)
        self._next = self.outbox.now() + self.limits.everywhere
        self._ready[letter.chat] = self.outbox.now() + self.limits.for_chat(letter.chat)
        try:
            await self._send(letter)
        except error.RetryAfter as told:
            await self.outbox.pause(self.outbox.now() + int(told._retry_after.total_seconds() * 1000))  # noqa: SLF001
        except error.TelegramError as failure:
            log.info("a word to chat %s is left out: %s", letter.chat, failure)

    def _until_next(self, due: int | None, now: int) -> float:
        times = [at for at in (due, *self._ready.values()) if at is not None]
        return min(max(min(times) - now, 1) / 1000, self.rest) if times else self.rest

    async def _noted(self) -> None:
        """A full disk must not make the same letter go out again and again: what was sent is noted first."""
        if self._note is not None:
            await self._note()
            self._note = None

    async def _deliver(self, outgoing: Outgoing) -> None:
        """Send one and note what came of it."""
        chat, began = outgoing.letter.chat, self.outbox.now()
        try:
            message = await self._send(outgoing.letter)
        except error.RetryAfter as told:
            await self._pause(outgoing, told._retry_after.total_seconds())  # noqa: SLF001
        except error.ChatMigrated as moved:
            self._letters.clear()
            await self.outbox.move(chat, moved.new_chat_id)
        except error.Forbidden as refused:
            log.info("chat %s does not want messages: %s", chat, refused)
            await self._drop(outgoing, refused)
        except error.BadRequest as refused:
            log.error("Telegram refuses answer %d: %s", outgoing.id, refused)
            await self._drop(outgoing, refused)
        except error.TelegramError as failure:
            await self._again(outgoing, failure)
        else:
            self._next = began + self.limits.everywhere
            self._ready[chat] = self.outbox.now() + self.limits.for_chat(chat)
            self.meter.sent += 1
            self._note = partial(self.outbox.sent, outgoing, message)
            await self._noted()

    async def _drop(self, outgoing: Outgoing, refused: error.TelegramError) -> None:
        await self.outbox.drop(outgoing, said(refused))
        self.meter.dropped += 1

    async def _pause(self, outgoing: Outgoing, seconds: float) -> None:
        """Telegram said how long. It does not say whether it means one chat or all, so everything waits."""
        log.warning("Telegram asks to wait %s s", seconds)
        self.meter.postponed += 1
        self._letters.clear()
        await self.outbox.pause(self.outbox.now() + int(seconds * 1000))
        await self.outbox.postpone(outgoing, "retry after", after=0)

    async def _again(self, outgoing: Outgoing, failure: error.TelegramError) -> None:
        """Telegram can't be reached: everything waits a little, longer each time, and nothing is dropped."""
        self.meter.postponed += 1
        self._letters.clear()
        pause = min(1_000 * 2**outgoing.tries, 30_000)
        log.warning("sending failed (%s); trying again in %s ms", failure, pause)
        await self.outbox.postpone(outgoing, said(failure), after=pause)
        await self.outbox.pause(self.outbox.now() + pause)

    async def _send(self, letter: Letter) -> int | None:
        """The id of the message that it became, after every way that a refusal leaves open."""
        while True:
            try:
                return await self._attempt(letter)
            except error.BadRequest as refused:
                if NOT_MODIFIED in str(refused).lower():
                    return letter.edits
                easier = easier_letter(letter, str(refused).lower())
                if easier is None:
                    raise
                log.warning("Telegram refuses: %s; trying it another way", refused)
                letter = easier

    async def _attempt(self, letter: Letter) -> int | None:
        if letter.file is not None:
            return await self._attempt_file(letter, letter.file)
        if letter.edits is not None:
            await self.bot.edit_message_text(
                letter.html,
                chat_id=letter.chat,
                message_id=letter.edits,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard(letter),
                link_preview_options=NO_PREVIEW,
            )
            return letter.edits
        message = await self.bot.send_message(
            letter.chat,
            letter.html,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(letter),
            link_preview_options=NO_PREVIEW,
            reply_parameters=answered(letter),
        )
        return message.message_id

    async def _attempt_file(self, letter: Letter, file: Attached) -> int | None:
        photo = file.kind == "photo"
        # A file that takes another's place is named by its medium, any other one by itself.
        upload = InputFile(file.content, filename=file.name, attach=letter.edits is not None)
        if letter.edits is not None:
            medium = (InputMediaPhoto if photo else InputMediaDocument)(
                upload, caption=letter.html, parse_mode=ParseMode.HTML
            )
            await self.bot.edit_message_media(
                medium, chat_id=letter.chat, message_id=letter.edits, reply_markup=keyboard(letter)
            )
            return letter.edits
        send: Callable[..., Awaitable[Message]] = self.bot.send_photo if photo else self.bot.send_document
        message = await send(
            letter.chat,
            upload,
            caption=letter.html,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(letter),
            reply_parameters=answered(letter),
        )
        return message.message_id


def answered(letter: Letter) -> ReplyParameters | None:
    return None if letter.reply_to is None else ReplyParameters(letter.reply_to, allow_sending_without_reply=True)


def easier_letter(letter: Letter, refusal: str) -> Letter | None:
    """The same words in a form that this refusal leaves open, or None if there is none."""
    changed = letter
    if any(sign in refusal for sign in NOT_EDITABLE):
        changed = replace(letter, edits=None)
    elif any(sign in refusal for sign in NO_REPLY):
        changed = replace(letter, reply_to=None)
    elif any(sign in refusal for sign in NOT_HTML):
        changed = replace(letter, html=plain(letter.html, CAPTION_LENGTH if letter.file else PLAIN_LENGTH))
    elif letter.file and any(sign in refusal for sign in NOT_A_PHOTO):
        changed = replace(letter, file=replace(letter.file, kind="document"))
    elif any(sign in refusal for sign in BAD_BUTTONS):
        changed = replace(letter, buttons=())
    return changed if changed != letter else None


def plain(html: str, length: int = PLAIN_LENGTH) -> str:
    """The text of a message without its marks, at a length that is taken in any case."""
    return escape(unescape(re.sub(r"<[^>]*>", "", html))[:length], quote=False)


def keyboard(letter: Letter) -> InlineKeyboardMarkup | None:
    if not letter.buttons:
        return None
    rows = [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in letter.buttons]
    return InlineKeyboardMarkup(rows)


def said(refusal: error.TelegramError) -> str:
    return f"{type(refusal).__name__}: {refusal}"[:500]
