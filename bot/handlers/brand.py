"""`/brand`: set a brand up with buttons, change it later, write for another one. A lead does that; members look."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, ContextTypes, filters

from bot.handlers.brand_questions import (
    DEFAULTS,
    LONGEST_NAME,
    NAME,
    QUESTIONS,
    QUICK,
    REST,
    Question,
    change,
    following,
)
from bot.handlers.brand_words import asking, brand_list, card, enough, first_words, gone, sure_to_delete
from bot.handlers.caller import Caller, caller_of
from bot.handlers.dialogues import Step
from bot.handlers.screen import Screen
from bot.handlers.taps import acknowledge, tap_of
from bot.render.catalogue import say
from bot.render.wording import clean
from bot.review import STALE
from bot.store.brands import Brand, BrandSettings
from bot.store.dialogues import Dialogue
from bot.store.outbox import Letter, Outbox
from bot.store.stores import Stores

Context = ContextTypes.DEFAULT_TYPE
PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
# What: an answer's code, the field of a question, or "-" to take an answer back. With ":w" the set-up goes on.
DATA = re.compile(
    r"b:(?:(?P<word>n|l)"
    r"|(?P<brand>[0-9]{1,18})(?::(?P<verb>[a-z_]{1,12})(?::(?P<what>[a-z0-9_]{1,12}|-)(?P<on>:w)?)?)?)"
)


@dataclass(frozen=True, slots=True)
class Desk:
    """One person at work on the brands of the workspace that they write for."""

    stores: Stores
    caller: Caller
    now: int

    async def opened(self) -> Screen:
        """The brand of a workspace with one, the list of several, the first words where there is none."""
        known = await self.stores.brands.all(self.caller.workspace)
        if not known:
            return first_words(self.caller)
        if len(known) == 1:
            return await self.card(known[0])
        return await self.list()

    async def list(self) -> Screen:
        known = await self.stores.brands.all(self.caller.workspace)
        current = await self.stores.brands.current(self.caller.workspace, self.caller.person)
        return brand_list(self.caller, known, current) if known else first_words(self.caller)

    async def card(self, brand: Brand) -> Screen:
        current = await self.stores.brands.current(self.caller.workspace, self.caller.person)
        stale = self.now - brand.updated >= STALE
        return card(self.caller, brand, current=current is not None and current.id == brand.id, stale=stale)

    async def card_of(self, brand: int) -> Screen:
        known = await self.stores.brands.get(self.caller.workspace, brand)
        return gone(self.caller) if known is None else await self.card(known)

    async def begun(self) -> Screen:
        """A new brand with the first question; one that nobody said anything about yet is taken up again."""
        name = say(self.caller.language, "brand-default-name")
        known = await self.stores.brands.all(self.caller.workspace)
        fresh = next((one for one in known if one.name == name and one.settings == BrandSettings()), None)
        if fresh is not None:
            await self.stores.brands.choose(self.caller.workspace, self.caller.person, fresh.id)
            return asking(self.caller, fresh, QUICK[0], self.now, setting_up=True)
        return await self.add(name)

    async def add(self, name: str) -> Screen:
        brand = await self.stores.brands.add(self.caller.workspace, self.caller.person, name)
        made = None if brand is None else await self.stores.brands.get(self.caller.workspace, brand)
        if made is None:
            return Screen(say(self.caller.language, "brand-too-many"))
        return asking(self.caller, made, QUICK[0], self.now, setting_up=True)

    async def ask(self, brand: Brand, question: Question, *, setting_up: bool) -> Screen:
        """A question; one without buttons waits for a text."""
        if not question.options:
            state = {"brand": brand.id, "setting_up": setting_up}
            dialogue = Dialogue(self.caller.chat, self.caller.person, "brand", question.field, state)
            await self.stores.dialogues.open(dialogue)
        return asking(self.caller, brand, question, self.now, setting_up=setting_up)

    async def after(self, brand: int, question: Question, *, setting_up: bool) -> Screen:
        """What comes after an answer: the next question of a set-up, or the brand."""
        known = await self.stores.brands.get(self.caller.workspace, brand)
        if known is None:
            return gone(self.caller)
        if not setting_up:
            return await self.card(known)
        further = following(question.field, known.settings)
        if further is not None:
            return await self.ask(known, further, setting_up=True)
        return enough(self.caller, known) if question in QUICK else await self.card(known)

    async def set(self, brand: Brand, question: Question, value: str) -> None:
        """Keep the answer to a question for a text; "" takes it back."""
        if question.field == NAME:
            await self.stores.brands.rename(self.caller.workspace, brand.id, value)
        else:
            await self.stores.brands.change(self.caller.workspace, brand.id, **{question.field: value})


def handlers(outbox: Outbox, stores: Stores) -> list[BaseHandler[Any, Any, Any]]:
    async def on_brand(update: Update, context: Context) -> None:
        caller = await caller_of(update, stores)
        if caller is not None:
            await stores.dialogues.close(caller.chat, caller.person)
            screen = await named(Desk(stores, caller, outbox.now()), clean(" ".join(context.args or ())))
            await outbox.answer(update.update_id, Letter(caller.chat, screen.html, screen.buttons))

    async def on_tap(update: Update, _: Context) -> None:
        tap, caller = tap_of(update), await caller_of(update, stores)
        found = DATA.fullmatch(tap.data) if tap is not None else None
        if tap is None or caller is None or found is None:
            await acknowledge(update)
            return
        desk = Desk(stores, caller, outbox.now())
        # Whatever was waited for, the person went on with a button.
        await stores.dialogues.close(caller.chat, caller.person)
        screen = await tapped(desk, found.groupdict())
        if screen.html:
            letter = Letter(caller.chat, screen.html, screen.buttons, edits=tap.message)
            await outbox.answer(update.update_id, letter)
        await acknowledge(update, screen.hint)

    return [
        CommandHandler("brand", on_brand, PRIVATE),
        CallbackQueryHandler(on_tap, pattern=r"^b:"),
    ]


def step(outbox: Outbox, stores: Stores) -> Step:
    """Takes the text that a question asked for."""

    async def on_text(update: Update, message: Message, dialogue: Dialogue, caller: Caller) -> bool:
        question = QUESTIONS.get(dialogue.step)
        # A forwarded message is a draft or a post, and no name.
        if question is None or not message.text or message.forward_origin is not None:
            return False
        desk = Desk(stores, caller, outbox.now())
        screen = await answered(desk, question, dialogue, clean(message.text))
        await outbox.answer(update.update_id, Letter(caller.chat, screen.html, screen.buttons))
        return True

    return on_text


async def named(desk: Desk, name: str) -> Screen:
    """`/brand Bakery` writes for the bakery from now on, and sets it up if it is new."""
    if not name:
        return await desk.opened()
    caller = desk.caller
    if len(name) > LONGEST_NAME:
        return too_long(caller, QUESTIONS[NAME], name)
    known = await desk.stores.brands.all(caller.workspace)
    same = next((brand for brand in known if brand.name.casefold() == name.casefold()), None)
    if same is not None:
        await desk.stores.brands.choose(caller.workspace, caller.person, same.id)
        return await desk.card(same)
    return await desk.add(name) if caller.place.leads else Screen(say(caller.language, "leads-only"))


async def answered(desk: Desk, question: Question, dialogue: Dialogue, text: str) -> Screen:
    number, setting_up = dialogue.state["brand"], dialogue.state["setting_up"]
    brand = await desk.stores.brands.get(desk.caller.workspace, number)
    if len(text) > question.longest:
        return too_long(desk.caller, question, text)
    if brand is not None and not text:
        return await desk.ask(brand, question, setting_up=setting_up)
    await desk.stores.dialogues.close(desk.caller.chat, desk.caller.person)
    if brand is None:
        return gone(desk.caller)
    if not desk.caller.place.leads:
        return Screen(say(desk.caller.language, "leads-only"))
    await desk.set(brand, question, text)
    return await desk.after(brand.id, question, setting_up=setting_up)


async def tapped(desk: Desk, data: dict[str, str | None]) -> Screen:
    """What a button does. Its data only names things: whose they are is looked up in the caller's workspace."""
    if data["word"] == "l":
        return await desk.list()
    if data["word"] == "n":
        return await desk.begun() if desk.caller.place.leads else leads_only(desk.caller)
    brand = await desk.stores.brands.get(desk.caller.workspace, int(data["brand"] or 0))
    if brand is None:
        return gone(desk.caller)
    if data["verb"] is None:
        return await desk.card(brand)
    if data["verb"] == "use":
        await desk.stores.brands.choose(desk.caller.workspace, desk.caller.person, brand.id)
        return await desk.card(brand)
    return await led(desk, brand, data) if desk.caller.place.leads else leads_only(desk.caller)


async def led(desk: Desk, brand: Brand, data: dict[str, str | None]) -> Screen:
    """What only a lead may do with a brand."""
    verb, what, setting_up = data["verb"] or "", data["what"] or "", data["on"] is not None
    brands, workspace = desk.stores.brands, desk.caller.workspace
    if verb == "x":
        return sure_to_delete(desk.caller, brand)
    if verb == "xx":
        await brands.remove(workspace, brand.id)
        return await desk.list()
    if verb == "ok":
        await brands.confirm(workspace, brand.id)
        return await desk.card_of(brand.id)
    if verb == "rest":
        return await desk.ask(brand, REST[0], setting_up=True)
    if verb == "q" and what in QUESTIONS:
        return await desk.ask(brand, QUESTIONS[what], setting_up=setting_up)
    if verb == "next" and what in QUESTIONS:
        return await desk.after(brand.id, QUESTIONS[what], setting_up=setting_up)
    return await option(desk, brand, QUESTIONS[verb], what, setting_up=setting_up) if verb in QUESTIONS else Screen()


async def option(desk: Desk, brand: Brand, question: Question, code: str, *, setting_up: bool) -> Screen:
    """One of a question's answers was tapped; `-` takes all of them back."""
    if code == "-" and question.field != NAME:
        cleared = {"asked": None} if question.field == "asked_at" else {}
        changes: dict[str, Any] | None = {question.field: DEFAULTS[question.field], **cleared}
    else:
        changes = change(question, code, brand.settings, desk.now)
    if changes is None:
        return Screen(hint=say(desk.caller.language, "brand-most", most=question.most))
    await desk.stores.brands.change(desk.caller.workspace, brand.id, **changes)
    if question.most > 1 and code != "-":
        known = await desk.stores.brands.get(desk.caller.workspace, brand.id)
        return gone(desk.caller) if known is None else await desk.ask(known, question, setting_up=setting_up)
    return await desk.after(brand.id, question, setting_up=setting_up)


def too_long(caller: Caller, question: Question, text: str) -> Screen:
    return Screen(say(caller.language, "brand-too-long", most=question.longest, count=len(text)))


def leads_only(caller: Caller) -> Screen:
    return Screen(hint=say(caller.language, "leads-only"))
