"""Who may use the bot: everybody, or (`ACCESS=invite`) only members of a team and `OWNERS`, who make the first one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from telegram import Update

from bot.handlers.caller import language_of
from bot.handlers.taps import acknowledge
from bot.render.catalogue import say
from bot.store.outbox import Letter, Outbox
from bot.store.stores import Stores

Access = Literal["open", "invite"]

# What stays open to everybody: joining by a link, and what the pledges promise about one's own data.
OPEN_TEXTS = re.compile(r"/(?:start(?:@\w+)?\s+j_.*|(?:privacy|export|forget|cancel)(?:@\w+)?(?:\s.*)?)", re.DOTALL)
OPEN_TAPS = ("t:j:", "x:")


@dataclass(frozen=True, slots=True)
class Door:
    outbox: Outbox
    stores: Stores
    access: Access = "open"
    owners: tuple[int, ...] = ()

    async def lets_in(self, update: Update) -> bool:
        """Whether to go on with an update; who is kept out is told so, in a private chat."""
        if self.access == "open" or await self.invited(update) or is_open(update):
            return True
        message = update.message
        if message is not None and message.chat.type == message.chat.PRIVATE:
            words = say(await language_of(update, self.stores), "by-invitation")
            await self.outbox.answer(update.update_id, Letter(message.chat.id, words))
        await acknowledge(update)
        return False

    async def invited(self, update: Update) -> bool:
        user = update.effective_user
        return user is not None and (user.id in self.owners or await self.stores.teams.in_a_team(user.id))


def is_open(update: Update) -> bool:
    message, query = update.message, update.callback_query
    if query is not None:
        return (query.data or "").startswith(OPEN_TAPS)
    if message is None or message.chat.type != message.chat.PRIVATE:
        return False
    return OPEN_TEXTS.fullmatch(message.text or "") is not None
