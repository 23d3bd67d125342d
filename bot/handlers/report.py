"""`/report`: a team's weeks as a picture with words, to leaf through; every number as a file; and when it comes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, ContextTypes, filters

from bot.engine.model import Language
from bot.handlers.caller import Caller, caller_of, language_of
from bot.handlers.screen import pairs, safe
from bot.handlers.taps import acknowledge, tap_of
from bot.render.catalogue import say
from bot.render.wording import cut
from bot.report.calendar import Weeks, week_called, week_of
from bot.report.dates import clock, weekday
from bot.report.reporter import Reporter, Subject, code, subject_of, turning
from bot.report.request import MOST_WEEKS, Off, Problem, Show, Weekly, request
from bot.report.schedule import next_due
from bot.report.week import FEWEST
from bot.store.brands import Brand
from bot.store.outbox import Letter, Outbox
from bot.store.teams import PRIVATE as PRIVATE_WORKSPACE

Context = ContextTypes.DEFAULT_TYPE
PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
GROUPS = filters.UpdateType.MESSAGE & filters.ChatType.GROUPS

# While nobody said where a team is.
NO_ZONE = "UTC"

DATA = re.compile(r"r:([pbx]):([0-9]{4}-W[0-9]{2}):([0-9]{1,2}):([0-9]{1,18})")

LONGEST_NAME = 60


def handlers(reporter: Reporter, outbox: Outbox) -> list[BaseHandler[Any, Any, Any]]:
    stores = reporter.stores

    async def on_report(update: Update, context: Context) -> None:
        caller = await caller_of(update, stores)
        if caller is not None:
            desk = Desk(reporter, caller, await stores.brands.all(caller.workspace))
            letters = await desk.answer(context.args or [])
            await outbox.answer(update.update_id, *letters)

    async def on_tap(update: Update, _: Context) -> None:
        # At once: a picture takes a second or two.
        await acknowledge(update)
        tap, caller = tap_of(update), await caller_of(update, stores)
        found = DATA.fullmatch(tap.data) if tap is not None else None
        if tap is not None and caller is not None and found is not None:
            desk = Desk(reporter, caller, await stores.brands.all(caller.workspace))
            letters = await desk.turn(found[1], found[2], int(found[3]), int(found[4]), tap.message)
            await outbox.answer(update.update_id, *letters)

    async def on_group(update: Update, _: Context) -> None:
        if update.effective_chat is not None:
            words = say(await language_of(update, stores), "report-only-private")
            await outbox.answer(update.update_id, Letter(update.effective_chat.id, words))

    return [
        CommandHandler("report", on_report, PRIVATE),
        CommandHandler("report", on_group, GROUPS),
        CallbackQueryHandler(on_tap, pattern=r"^r:"),
    ]


@dataclass(frozen=True, slots=True)
class Desk:
    """One lead at work on the report of the team that they write for now."""

    reporter: Reporter
    caller: Caller
    brands: list[Brand]

    @property
    def zone(self) -> str:
        return self.caller.place.zone or NO_ZONE

    @property
    def now(self) -> int:
        return self.reporter.clock()

    @property
    def language(self) -> Language:
        return self.caller.language

    async def answer(self, words: list[str]) -> list[Letter]:
        if not self.caller.place.leads:
            return [self._words("report-leads-only", team=cut(self.caller.place.team, LONGEST_NAME))]
        try:
            wanted = request(words, self.brands, self.zone, self.now)
            if isinstance(wanted, Off):
                return [await self._off()]
            if isinstance(wanted, Weekly):
                return [await self._weekly(wanted)]
            return [await self._page(await self._subject(wanted))]
        except Problem as problem:
            values = {name: _short(value) for name, value in problem.values.items()}
            return [self._words(problem.key, **values)]

    async def turn(self, what: str, week: str, count: int, brand: int, message: int) -> list[Letter]:
        """What a button leads to. Its data may be forged: it is checked as if somebody had typed it."""
        if not self.caller.place.leads:
            return [self._words("report-leads-only", team=cut(self.caller.place.team, LONGEST_NAME))]
        found = week_called(week, self.zone, self.now)
        known = next((one for one in self.brands if one.id == brand), None)
        if found is None or found.since > self.now or not 1 <= count <= MOST_WEEKS:
            return []
        if brand and known is None:
            return [self._words("brand-gone")]
        subject = self._about(Weeks(found.monday, self.zone, count), known)
        if what == "b":
            return [self._choice(subject)]
        if what == "x":
            return [Letter(self.caller.chat, "", file=await self.reporter.numbers(subject, self.language))]
        return [await self._page(subject, edits=message)]

    async def _page(self, subject: Subject, edits: int | None = None) -> Letter:
        page = await self.reporter.page(subject, self.language)
        buttons = turning(subject, self.language, self.now, brands=len(self.brands) > 1)
        # Words alone can't take the place of a picture: what has none is a message of its own.
        return Letter(self.caller.chat, page.html, buttons, edits=edits if page.picture else None, file=page.picture)

    def _choice(self, subject: Subject) -> Letter:
        names = [(say(self.language, "report-whole-team"), code("p", subject, subject.weeks, 0))]
        names += [(cut(brand.name, LONGEST_NAME), code("p", subject, subject.weeks, brand.id)) for brand in self.brands]
        return Letter(self.caller.chat, safe(say(self.language, "report-choose-brand")), pairs(names))

    def _about(self, weeks: Weeks, brand: Brand | None) -> Subject:
        place = self.caller.place
        team = "" if place.kind == PRIVATE_WORKSPACE else place.team
        return subject_of(place.workspace, team, self.brands, weeks, brand)

    async def _subject(self, wanted: Show) -> Subject:
        subject = self._about(wanted.weeks, wanted.brand)
        if wanted.chosen or await self._drafts(subject) >= FEWEST:
            return subject
        # Too little in the week that people usually mean: the other one of the two may have more to tell.
        this = week_of(self.now, self.zone)
        other = self._about(this.earlier() if wanted.weeks == this else this, wanted.brand)
        return other if await self._drafts(other) > await self._drafts(subject) else subject

    async def _drafts(self, subject: Subject) -> int:
        brand = subject.brand.id if subject.brand is not None else None
        weeks = subject.weeks
        return len(await self.reporter.journal.drafts(subject.workspace, weeks.since, weeks.until, brand=brand))

    async def _weekly(self, wanted: Weekly) -> Letter:
        zone, day = wanted.zone or self.caller.place.zone, weekday(wanted.weekday, self.language)
        time = clock(wanted.minute)
        if zone is None:
            return self._words("schedule-which-zone", day=day, time=time)
        stores, place = self.reporter.stores, self.caller.place
        if place.zone is None:
            await stores.teams.set_zone(place.workspace, self.caller.person, zone)
        await stores.schedules.set(
            place.workspace,
            self.caller.chat,
            person=self.caller.person,
            weekday=wanted.weekday,
            minute=wanted.minute,
            zone=zone,
            language=self.language,
            next_due=next_due(wanted.weekday, wanted.minute, zone, self.now),
        )
        return self._words("schedule-on", day=day, time=time, zone=zone)

    async def _off(self) -> Letter:
        removed = await self.reporter.stores.schedules.remove(self.caller.workspace, self.caller.chat)
        return self._words("schedule-off" if removed else "schedule-was-off")

    def _words(self, key: str, **values: object) -> Letter:
        return Letter(self.caller.chat, safe(say(self.language, key, **values)))


def _short(value: object) -> object:
    return cut(value, LONGEST_NAME * 4) if isinstance(value, str) else value
