"""`/forget`: a draft, everything about a person, or a whole team; after one question, and then at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, ContextTypes, filters

from bot.handlers.caller import Caller, caller_of
from bot.handlers.screen import Screen, safe
from bot.handlers.taps import acknowledge, tap_of
from bot.render.catalogue import say
from bot.render.wording import cut
from bot.store.answers import Answered
from bot.store.outbox import Letter, Outbox
from bot.store.stores import Stores
from bot.store.teams import TEAM

Context = ContextTypes.DEFAULT_TYPE
PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
DATA = re.compile(r"^x:(?:(?P<word>last|me|team|no|me!)|(?P<verb>d|d!|t!):(?P<number>[0-9]{1,18}))$")
SHOWN = 120


@dataclass(frozen=True, slots=True)
class Desk:
    stores: Stores
    caller: Caller

    def choices(self) -> Screen:
        """What can be forgotten."""
        language, place = self.caller.language, self.caller.place
        rows = [((say(language, "forget-last"), "x:last"),), ((say(language, "forget-me"), "x:me"),)]
        if place.kind == TEAM and place.leads:
            rows.append(((say(language, "forget-team", team=cut(place.team, 30)), "x:team"),))
        return Screen(safe(say(language, "forget")), (*rows, self._keep()))

    def draft(self, answered: Answered | None) -> Screen:
        """The question before one draft is forgotten."""
        language = self.caller.language
        if answered is None:
            return Screen(safe(say(language, "forget-no-draft")))
        words = say(language, "quoted", text=cut(answered.version.text, SHOWN))
        yes = ((say(language, "forget-yes"), f"x:d!:{answered.draft}"),)
        return Screen(safe(f"{say(language, 'forget-draft-sure')}\n\n{words}"), (yes, self._keep()))

    async def me(self) -> Screen:
        """The question before everything about a person is forgotten."""
        language = self.caller.language
        teams = await self.stores.forgetting.hindered_by(self.caller.person)
        if teams:
            return Screen(safe(say(language, "forget-hand-over", teams=", ".join(cut(team, 40) for team in teams))))
        yes = ((say(language, "forget-yes"), "x:me!"),)
        return Screen(safe(say(language, "forget-me-sure")), (yes, self._keep()))

    def team(self) -> Screen:
        """The question before a team is forgotten."""
        language, place = self.caller.language, self.caller.place
        if place.kind != TEAM or not place.leads:
            return Screen(safe(say(language, "leads-only")))
        yes = ((say(language, "forget-yes"), f"x:t!:{place.workspace}"),)
        return Screen(safe(say(language, "forget-team-sure", team=cut(place.team, 60))), (yes, self._keep()))

    def _keep(self) -> tuple[tuple[str, str], ...]:
        return ((say(self.caller.language, "forget-no"), "x:no"),)


def handlers(outbox: Outbox, stores: Stores) -> list[BaseHandler[Any, Any, Any]]:
    async def on_forget(update: Update, _: Context) -> None:
        caller, message = await caller_of(update, stores), update.message
        if caller is None or message is None:
            return
        desk, quoted = Desk(stores, caller), message.reply_to_message
        if quoted is None:
            screen = desk.choices()
        else:
            screen = desk.draft(await stores.answers.meant(caller.person, caller.chat, quoted.message_id))
        await outbox.answer(update.update_id, Letter(caller.chat, screen.html, screen.buttons))

    async def on_tap(update: Update, _: Context) -> None:
        tap, caller = tap_of(update), await caller_of(update, stores)
        found = DATA.match(tap.data) if tap is not None else None
        if tap is None or caller is None or found is None:
            await acknowledge(update)
            return
        # Whoever waits for a text and gets "forgotten" instead is not asked on.
        done = Letter(caller.chat, safe(say(caller.language, "forgotten")), edits=tap.message)
        screen = await tapped(Desk(stores, caller), found.groupdict(), update.update_id, done)
        if screen is not None:
            letter = Letter(caller.chat, screen.html, screen.buttons, edits=tap.message)
            await outbox.answer(update.update_id, letter)
        await acknowledge(update)

    return [
        CommandHandler("forget", on_forget, PRIVATE),
        CallbackQueryHandler(on_tap, pattern=r"^x:"),
    ]


async def tapped(desk: Desk, data: dict[str, str | None], update_id: int, done: Letter) -> Screen | None:
    """What to show; None once it is forgotten, which is said in the same transaction."""
    caller, forgetting = desk.caller, desk.stores.forgetting
    word, verb, number = data["word"], data["verb"], int(data["number"] or 0)
    if word == "last":
        return desk.draft(await desk.stores.answers.last(caller.person, caller.chat))
    if word == "me":
        return await desk.me()
    if word == "team":
        return desk.team()
    if word == "no":
        return Screen(safe(say(caller.language, "forget-kept")))
    if word == "me!":
        return None if await forgetting.person(caller.person, update_id, done) else await desk.me()
    if verb == "t!":
        team = await desk.stores.teams.member(number, caller.person)
        if team is None or not team.leads or team.kind != TEAM:
            return Screen(safe(say(caller.language, "leads-only")))
        await forgetting.workspace(number, caller.person, update_id, done)
        return None
    answered = await desk.stores.answers.known(caller.person, caller.chat, number)
    if answered is None or verb == "d":
        return desk.draft(answered)
    await forgetting.draft(answered.workspace, answered.draft, update_id, done)
    return None
