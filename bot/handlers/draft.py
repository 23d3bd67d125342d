"""A draft, new or edited: the post comes in, its review goes out as a reply to it, and an edit updates that reply."""

from __future__ import annotations

from typing import Any

from telegram import Message, MessageEntity, Update
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot.engine.model import Span
from bot.handlers.answer import keys
from bot.handlers.caller import language_of
from bot.handlers.reading import draft_from, rich_text, span_of, text_of
from bot.render.telegram import review_html
from bot.review import Reviewer
from bot.store.history import Place, Version
from bot.store.stores import Stores

Context = ContextTypes.DEFAULT_TYPE


class _HasText(filters.MessageFilter):
    """Text, a caption, or a rich post, whose text the library's own filters don't see."""

    def filter(self, message: Message) -> bool:
        return bool(message.text or message.caption or rich_text(message))


HAS_TEXT = _HasText() & ~filters.COMMAND
NEW_OR_EDITED = filters.UpdateType.MESSAGE | filters.UpdateType.EDITED_MESSAGE


def handlers(reviewer: Reviewer, stores: Stores) -> list[BaseHandler[Any, Any, Any]]:
    async def on_draft(update: Update, _: Context) -> None:
        message = update.effective_message
        if message is not None:
            await answer(update, message, message, None)

    async def on_group(update: Update, context: Context) -> None:
        """Only when it is meant: the bot was named, or its own message was answered."""
        message = update.effective_message
        if message is None:
            return
        mention = mention_of(message, context.bot.username)
        if mention is None and not replies_to(message, context.bot.id):
            return
        quoted = message.reply_to_message
        alone = mention is not None and not without_mention(message, mention)
        if alone and quoted is not None and text_of(quoted):
            await answer(update, message, quoted, None)
        else:
            await answer(update, message, message, mention)

    async def answer(update: Update, message: Message, post: Message, mention: Span | None) -> None:
        place = Place(update.update_id, message.chat.id, message.message_id)
        kind = "private" if message.chat.type == message.chat.PRIVATE else "group"
        draft, author = draft_from(post, mention), message.from_user.id if message.from_user else None
        reader, beside = await language_of(update, stores), await compared(message, post)
        await reviewer.answer(
            draft, review_html, reader, place=place, kind=kind, author=author, keys=keys, beside=beside
        )

    async def compared(message: Message, post: Message) -> Version | None:
        """The draft that this one answers, if it is one."""
        quoted, author = message.reply_to_message, message.from_user
        if quoted is None or author is None or quoted.message_id == post.message_id:
            return None
        answered = await stores.answers.meant(author.id, message.chat.id, quoted.message_id)
        return None if answered is None else answered.version

    return [
        MessageHandler(NEW_OR_EDITED & filters.ChatType.PRIVATE & HAS_TEXT, on_draft),
        MessageHandler(NEW_OR_EDITED & filters.ChatType.GROUPS & HAS_TEXT, on_group),
    ]


def mention_of(message: Message, username: str) -> Span | None:
    """Where a message names the bot."""
    text = message.text or message.caption or ""
    for entity in message.entities if message.text else message.caption_entities:
        if entity.type == MessageEntity.MENTION:
            start, end = span_of(text, entity)
            if text[start:end].lower() == f"@{username}".lower():
                return start, end
    return None


def without_mention(message: Message, mention: Span) -> str:
    text = message.text or message.caption or ""
    return (text[: mention[0]] + text[mention[1] :]).strip()


def replies_to(message: Message, bot: int) -> bool:
    quoted = message.reply_to_message
    return quoted is not None and quoted.from_user is not None and quoted.from_user.id == bot
