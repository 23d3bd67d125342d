"""Turns a stored update into the library's objects, and refuses what only looks like one.

The library checks no types: a text that is a list would fail later, in a handler, as if the handler were wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from types import UnionType

from telegram import Bot, CallbackQuery, Chat, MaybeInaccessibleMessage, Message, MessageEntity, Update, User

from bot.store.inbox import RawUpdate


class UnreadableError(ValueError):
    """Something is missing that Telegram promises, or is of another kind than it should be."""


def read(raw: RawUpdate, bot: Bot) -> Update:
    """The update; any error means that nobody can read it, now or later."""
    update = Update.de_json(dict(raw), bot)
    for wrong in _wrong(update):
        raise UnreadableError(f"{wrong} is missing, or is not what it should be")
    return update


def _wrong(update: Update) -> Iterator[str]:
    query = update.callback_query
    if query is not None:
        yield from _wrong_in_query(query)
    message = update.effective_message
    if message is not None:
        yield from _wrong_in_message(message)


def _wrong_in_query(query: CallbackQuery) -> Iterator[str]:
    if not isinstance(query.id, str):
        yield "the query's id"
    if not _is_person(query.from_user):
        yield "the query's sender"
    if not isinstance(query.data, str | None):
        yield "the query's data"
    if query.message is not None:
        yield from _wrong_in_address(query.message)


def _wrong_in_message(message: Message) -> Iterator[str]:
    yield from _wrong_in_address(message)
    if message.from_user is not None and not _is_person(message.from_user):
        yield "the message's sender"
    for name in ("text", "caption"):
        if not isinstance(getattr(message, name), str | None):
            yield f"the message's {name}"
    if not all(map(_is_entity, (*message.entities, *message.caption_entities))):
        yield "an entity"
    if message.reply_to_message is not None:
        yield from _wrong_in_message(message.reply_to_message)


def _wrong_in_address(message: MaybeInaccessibleMessage) -> Iterator[str]:
    if not isinstance(message.message_id, int):
        yield "the message's id"
    if not isinstance(message.date, datetime):
        yield "the message's date"
    if not _is_chat(message.chat):
        yield "the message's chat"


def _is_chat(chat: object) -> bool:
    return isinstance(chat, Chat) and _are((chat.id, int), (chat.type, str))


def _is_person(user: object) -> bool:
    return isinstance(user, User) and _are((user.id, int), (user.language_code, str | None))


def _is_entity(entity: object) -> bool:
    return isinstance(entity, MessageEntity) and _are((entity.type, str), (entity.offset, int), (entity.length, int))


def _are(*values: tuple[object, type | UnionType]) -> bool:
    return all(isinstance(value, kind) for value, kind in values)
