"""Who is talking, in which language, and for which workspace: looked up anew for every message and every tap."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Update

from bot.engine.model import LANGUAGES, Language
from bot.handlers.reading import reader_language
from bot.store.stores import Stores
from bot.store.teams import Membership


@dataclass(frozen=True, slots=True)
class Caller:
    person: int
    chat: int
    language: Language
    place: Membership
    """Where the person's drafts go now, and what they may do there."""

    @property
    def workspace(self) -> int:
        return self.place.workspace


async def caller_of(update: Update, stores: Stores) -> Caller | None:
    """The person behind an update; None where there is none (a channel's post). Rights are never older than this."""
    user, chat = update.effective_user, update.effective_chat
    if user is None:
        return None
    place = await stores.teams.current(user.id)
    language = await language_of(update, stores)
    return Caller(user.id, chat.id if chat is not None else user.id, language, place)


async def language_of(update: Update, stores: Stores) -> Language:
    """What the person chose in /settings, else the language of their Telegram."""
    user = update.effective_user
    chosen = None if user is None else await stores.people.language(user.id)
    return next((language for language in LANGUAGES if language == chosen), reader_language(update))
