"""Sends the reports that leads asked for: at their hour by their clock, once, and late rather than never."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.engine.model import LANGUAGES, Language
from bot.errors import StoreError
from bot.report.calendar import timely_week
from bot.report.reporter import Reporter, subject_of, turning
from bot.store.outbox import Letter
from bot.store.schedules import Schedule
from bot.store.teams import PRIVATE

log = logging.getLogger(__name__)

DAY = 24 * 3600 * 1000

# A report that is later than this is not sent any more: the next one is nearer.
LATEST = DAY

# Nobody's report is due for so long that a new schedule should wait for it.
LONGEST_REST = 30.0
AFTER_TROUBLE = 10.0


def next_due(weekday: int, minute: int, zone: str, after: int) -> int:
    """The next moment at which clocks in the zone show that time on that weekday, in ms since 1970.

    A time that a clock leaves out in spring comes as much later; of one that it shows twice, the first counts.
    """
    here = datetime.fromtimestamp(after / 1000, UTC).astimezone(ZoneInfo(zone))
    day = here.date() + timedelta(days=(weekday - here.weekday()) % 7)
    while True:
        wall = datetime.combine(day, time(minute // 60, minute % 60), ZoneInfo(zone))
        due = int(wall.timestamp() * 1000)
        if due > after:
            return due
        day += timedelta(days=7)


@dataclass(slots=True)
class Post:
    """Makes what is due and puts it into the outbox together with the note that it was sent."""

    reporter: Reporter
    sent: Callable[[], None]
    """Called when there is something new to send."""

    async def run(self) -> None:
        while True:
            try:
                seconds = await self.step()
            except StoreError as failure:
                log.warning("a report could not be made: %s; it is tried again", failure)
                seconds = AFTER_TROUBLE
            if seconds:
                await asyncio.sleep(seconds)

    async def step(self) -> float:
        """Send one report if one is due; says how many seconds there is nothing to do."""
        schedule = await self.reporter.stores.schedules.claim()
        if schedule is None:
            return await self._rest()
        try:
            await self._send(schedule)
        except StoreError:
            raise
        except Exception:
            # One team's report must not keep the others from theirs; the lease ends, and it is tried again.
            log.exception("the report of schedule %d failed", schedule.id)
        return 0.0

    async def _rest(self) -> float:
        due = await self.reporter.stores.schedules.next_due()
        if due is None:
            return LONGEST_REST
        return min(max((due - self.reporter.clock()) / 1000, 1.0), LONGEST_REST)

    async def _send(self, schedule: Schedule) -> None:
        now = self.reporter.clock()
        following = next_due(schedule.weekday, schedule.minute, schedule.zone, now)
        if now - schedule.next_due > LATEST:
            log.info("the report of schedule %d is too late and left out", schedule.id)
            await self.reporter.stores.schedules.done(schedule, following, sent=False)
            return
        letter = await self._letter(schedule)
        if letter is None:
            await self.reporter.stores.schedules.remove(schedule.workspace, schedule.chat)
            return
        if await self.reporter.stores.schedules.send(schedule, following, letter):
            self.sent()

    async def _letter(self, schedule: Schedule) -> Letter | None:
        """None if whoever asked for it does not lead the team any more."""
        stores = self.reporter.stores
        place = await stores.teams.member(schedule.workspace, schedule.person)
        if place is None or not place.leads:
            return None
        # The week that was meant when it was due, however late it is made.
        weeks = timely_week(schedule.next_due, schedule.zone)
        brands = await stores.brands.all(schedule.workspace)
        brand = next((brand for brand in brands if brand.id == schedule.brand), None)
        team = "" if place.kind == PRIVATE else place.team
        subject = subject_of(schedule.workspace, team, brands, weeks, brand)
        language: Language = next((one for one in LANGUAGES if one == schedule.language), "en")
        page = await self.reporter.page(subject, language)
        buttons = turning(subject, language, self.reporter.clock(), brands=len(brands) > 1)
        return Letter(schedule.chat, page.html, buttons, file=page.picture)
