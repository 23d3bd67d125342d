"""`/team`: who works together, who leads, where drafts go. Every tap is checked against the team as it is now."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, ContextTypes, filters

from bot.handlers import team_words as words
from bot.handlers.caller import Caller, caller_of
from bot.handlers.dialogues import Step
from bot.handlers.screen import Screen
from bot.handlers.taps import acknowledge, tap_of
from bot.render.catalogue import say
from bot.render.wording import clean, cut
from bot.store.dialogues import Dialogue
from bot.store.outbox import Letter, Outbox
from bot.store.stores import Stores
from bot.store.teams import INVITATION_LIFE, LEAD, MEMBER, TEAM, Membership, Role, Teams

Context = ContextTypes.DEFAULT_TYPE
PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
LONGEST_NAME = 60
MOST_TEAMS = 20
ROLES: dict[str, Role] = {"m": MEMBER, "l": LEAD}

# In a link: t.me/<bot>?start=j_<token>. In a button: the same token.
LINK = re.compile(r"j_([A-Za-z0-9_-]{16,44})")
DATA = re.compile(
    r"t:(?:(?P<word>l|m)|j:(?P<token>[A-Za-z0-9_-]{16,44})"
    r"|(?P<team>[0-9]{1,18})(?::(?P<verb>[a-z]{1,6})(?::(?P<what>[a-z]|[0-9]{1,18}))?)?)"
)


@dataclass(frozen=True, slots=True)
class Desk:
    """One person and their teams."""

    stores: Stores
    caller: Caller
    bot: str
    """The bot's name in Telegram, for links."""
    called: str
    """The person's name in Telegram; kept only if they agree."""
    now: int
    letters: list[Letter] = field(default_factory=list)
    """What to send besides the screen."""

    @property
    def teams(self) -> Teams:
        return self.stores.teams

    def say(self, key: str, **values: object) -> str:
        return say(self.caller.language, key, **values)

    async def places(self) -> Screen:
        current = await self.teams.current(self.caller.person)
        return words.places(self.caller.language, await self.teams.memberships(self.caller.person), current)

    async def opened(self) -> Screen:
        """The team that the person writes for, or the choice."""
        place = await self.teams.current(self.caller.person)
        return await self.team(place) if place.kind == TEAM else await self.places()

    async def team(self, me: Membership) -> Screen:
        if me.kind != TEAM:
            return await self.places()
        current = await self.teams.current(self.caller.person)
        everybody = await self.teams.members(me.workspace)
        links = await self.teams.open_invitations(me.workspace)
        here = current.workspace == me.workspace
        return words.team(self.caller.language, me, everybody, links=links, current=here)

    async def team_of(self, workspace: int) -> Screen:
        me = await self.teams.member(workspace, self.caller.person)
        return words.gone(self.caller.language) if me is None else await self.team(me)

    async def wait_for(self, step: str, workspace: int = 0) -> None:
        state = {"team": workspace}
        await self.stores.dialogues.open(Dialogue(self.caller.chat, self.caller.person, "team", step, state))

    async def make(self, name: str) -> Screen:
        mine = await self.teams.memberships(self.caller.person)
        if len(mine) > MOST_TEAMS:
            return Screen(self.say("team-too-many"))
        return await self.team_of(await self.teams.make(self.caller.person, name))


def handlers(outbox: Outbox, stores: Stores) -> list[BaseHandler[Any, Any, Any]]:
    async def on_team(update: Update, context: Context) -> None:
        desk = await desk_of(update, context, outbox, stores)
        if desk is not None:
            await stores.dialogues.close(desk.caller.chat, desk.caller.person)
            screen = await named(desk, clean(" ".join(context.args or ())))
            await outbox.answer(update.update_id, Letter(desk.caller.chat, screen.html, screen.buttons))

    async def on_link(update: Update, context: Context) -> None:
        desk = await desk_of(update, context, outbox, stores)
        found = LINK.fullmatch("".join(context.args or ()))
        if desk is not None:
            screen = Screen(desk.say("team-link-used")) if found is None else await invited(desk, found[1])
            await outbox.answer(update.update_id, Letter(desk.caller.chat, screen.html, screen.buttons))

    async def on_tap(update: Update, context: Context) -> None:
        tap, desk = tap_of(update), await desk_of(update, context, outbox, stores)
        found = DATA.fullmatch(tap.data) if tap is not None else None
        if tap is None or desk is None or found is None:
            await acknowledge(update)
            return
        await stores.dialogues.close(desk.caller.chat, desk.caller.person)
        screen = await tapped(desk, found.groupdict())
        edited = (Letter(desk.caller.chat, screen.html, screen.buttons, edits=tap.message),) if screen.html else ()
        if edited or desk.letters:
            await outbox.answer(update.update_id, *edited, *desk.letters)
        await acknowledge(update, screen.hint)

    return [
        CommandHandler("start", on_link, PRIVATE & filters.Regex(r"^/start(?:@\w+)?\s+j_")),
        CommandHandler("team", on_team, PRIVATE),
        CallbackQueryHandler(on_tap, pattern=r"^t:"),
    ]


async def desk_of(update: Update, context: Context, outbox: Outbox, stores: Stores) -> Desk | None:
    caller, user = await caller_of(update, stores), update.effective_user
    if caller is None or user is None:
        return None
    return Desk(stores, caller, context.bot.username, cut(user.full_name or "", LONGEST_NAME), outbox.now())


def step(outbox: Outbox, stores: Stores) -> Step:
    """Takes the text that `/team` asked for: a name, or a department."""

    async def on_text(update: Update, message: Message, dialogue: Dialogue, caller: Caller) -> bool:
        if not message.text or message.forward_origin is not None:
            return False
        text = clean(message.text)
        if not text or len(text) > LONGEST_NAME:
            words_ = say(caller.language, "brand-too-long", most=LONGEST_NAME, count=len(text))
            await outbox.answer(update.update_id, Letter(caller.chat, words_))
            return True
        await stores.dialogues.close(caller.chat, caller.person)
        screen = await answered(Desk(stores, caller, "", "", outbox.now()), dialogue, text)
        await outbox.answer(update.update_id, Letter(caller.chat, screen.html, screen.buttons))
        return True

    return on_text


async def answered(desk: Desk, dialogue: Dialogue, text: str) -> Screen:
    workspace, person = int(dialogue.state["team"]), desk.caller.person
    if dialogue.step == "make":
        return await desk.make(text)
    if dialogue.step == "rename" and not await desk.teams.rename(workspace, person, text):
        return Screen(desk.say("leads-only"))
    if dialogue.step == "function":
        await desk.teams.introduce(workspace, person, function=text)
    return await desk.team_of(workspace)


async def named(desk: Desk, name: str) -> Screen:
    """`/team Bakery` writes for that team from now on; a name that is new makes no team by accident."""
    if not name:
        return await desk.opened()
    mine = await desk.teams.memberships(desk.caller.person)
    same = next((place for place in mine if place.kind == TEAM and place.team.casefold() == name.casefold()), None)
    if same is None:
        return await desk.places()
    await desk.teams.choose(desk.caller.person, same.workspace)
    return await desk.team(same)


async def invited(desk: Desk, token: str) -> Screen:
    found = await desk.teams.invitation(token)
    if found is None:
        return Screen(desk.say("team-link-used"))
    if await desk.teams.member(found.workspace, desk.caller.person) is not None:
        return await desk.team_of(found.workspace)
    return words.invitation(desk.caller.language, found, token)


async def tapped(desk: Desk, data: dict[str, str | None]) -> Screen:
    if data["word"] == "l":
        return await desk.places()
    if data["word"] == "m":
        await desk.wait_for("make")
        return Screen(desk.say("team-ask-name"))
    if data["token"] is not None:
        joined = await desk.teams.accept(data["token"], desk.caller.person)
        return Screen(desk.say("team-link-used")) if joined is None else await desk.team(joined)
    me = await desk.teams.member(int(data["team"] or 0), desk.caller.person)
    if me is None:
        return words.gone(desk.caller.language)
    verb, what = data["verb"], data["what"] or ""
    mine = await own(desk, me, verb, what)
    if mine is not None:
        return mine
    if me.kind != TEAM or not me.leads:
        return Screen(hint=desk.say("leads-only"))
    return await led(desk, me, verb or "", what)


async def own(desk: Desk, me: Membership, verb: str | None, what: str) -> Screen | None:
    """What every member may do; None for what is a lead's work."""
    teams, workspace = desk.teams, me.workspace
    if verb == "use":
        await teams.choose(me.person, workspace)
    elif verb == "fn":
        await desk.wait_for("function", workspace)
        clear = ((desk.say("brand-clear"), f"t:{workspace}:fnx"),) if me.function else ()
        back = (desk.say("brand-back"), f"t:{workspace}")
        return Screen(desk.say("team-ask-function"), ((*clear, back),))
    elif verb == "fnx":
        await teams.introduce(workspace, me.person, function="")
    elif verb == "name":
        await teams.introduce(workspace, me.person, name=desk.called if what == "y" else "")
    elif verb == "leave":
        yes = desk.say("team-leave-yes")
        question = desk.say("team-leave-sure", team=me.team)
        return words.sure(desk.caller.language, question, yes, f"t:{workspace}:bye", f"t:{workspace}")
    elif verb == "bye":
        left = await teams.leave(workspace, me.person)
        return await desk.places() if left else Screen(hint=desk.say("team-last-lead"))
    elif verb is not None:
        return None
    return await desk.team_of(workspace)


async def led(desk: Desk, me: Membership, verb: str, what: str) -> Screen:
    """A lead's work; the store looks the role up once more in the transaction that changes something."""
    language, workspace = desk.caller.language, me.workspace
    if verb == "inv" and what in ROLES:
        await invite(desk, me, ROLES[what])
    elif verb == "wd":
        await desk.teams.withdraw(workspace, me.person)
    elif verb == "ren":
        await desk.wait_for("rename", workspace)
        return Screen(desk.say("team-ask-name"), (((desk.say("brand-back"), f"t:{workspace}"),),))
    elif verb == "who":
        return words.choosing(language, me, await desk.teams.members(workspace))
    else:
        return await about(desk, me, verb, what)
    return await desk.team_of(workspace)


async def invite(desk: Desk, me: Membership, role: Role) -> None:
    token = await desk.teams.invite(me.workspace, me.person, role)
    if token is not None:
        address = f"https://t.me/{desk.bot}?start=j_{token}"
        html = words.link(desk.caller.language, me.team, role, address, desk.now + INVITATION_LIFE)
        desk.letters.append(Letter(desk.caller.chat, html))


async def about(desk: Desk, me: Membership, verb: str, what: str) -> Screen:
    """What a lead does with one member."""
    language, everybody = desk.caller.language, await desk.teams.members(me.workspace)
    found = [(number, one) for number, one in enumerate(everybody, start=1) if str(one.person) == what]
    if not found or found[0][1].person == me.person:
        return words.choosing(language, me, everybody)
    number, one = found[0]
    who = one.name or desk.say("team-member-number", number=number)
    head, back = f"t:{me.workspace}", f"t:{me.workspace}:p:{one.person}"
    if verb == "p":
        return words.one_member(language, me, one, number)
    if verb == "x":
        question = desk.say("team-remove-sure", who=who)
        return words.sure(language, question, desk.say("team-remove-yes"), f"{head}:xx:{one.person}", back)
    if verb == "h":
        question = desk.say("team-hand-over-sure", who=who)
        return words.sure(language, question, desk.say("team-hand-over-yes"), f"{head}:hh:{one.person}", back)
    if not await decided(desk.teams, me, one.person, verb):
        return Screen(hint=desk.say("team-last-lead"))
    return await desk.team_of(me.workspace)


async def decided(teams: Teams, me: Membership, person: int, verb: str) -> bool:
    if verb == "xx":
        return await teams.remove(me.workspace, me.person, person)
    if verb == "hh":
        return await teams.hand_over(me.workspace, me.person, person)
    role = ROLES.get(verb.removeprefix("r"))
    return role is not None and await teams.set_role(me.workspace, me.person, person, role)
