"""Makes a report: reads what it needs, counts, draws in a thread, and gives letters that are ready to be sent."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.engine.kinds.promise import Promise
from bot.engine.model import Language
from bot.engine.ruleset import RuleSet
from bot.render.catalogue import say
from bot.report.calendar import Weeks
from bot.report.tables import tables, workbook
from bot.report.week import EARLIER, Kinds, Material, Report, report
from bot.report.words import Words
from bot.store.brands import Brand
from bot.store.journal import Drafted, Journal
from bot.store.notes import Note
from bot.store.outbox import Attached, Buttons
from bot.store.stores import Stores


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose weeks a report is about."""

    workspace: int
    title: str
    """The brand's name or the team's; "" for whoever has neither."""
    weeks: Weeks
    brand: Brand | None = None
    """None: all of them, and what was drafted for none."""

    def name(self, language: Language) -> str:
        return self.title or say(language, "report-own-drafts")


def subject_of(workspace: int, team: str, brands: Sequence[Brand], weeks: Weeks, brand: Brand | None = None) -> Subject:
    """What a workspace's report is called; `team` is "" for a private one.

    Where there is one brand, all drafts are about it, also those that were sent before it was set up.
    """
    named = brand or (brands[0] if len(brands) == 1 else None)
    return Subject(workspace, named.name if named is not None else team, weeks, brand if len(brands) > 1 else None)


@dataclass(frozen=True, slots=True)
class Page:
    """What is sent: words, and the picture where there is one."""

    html: str
    picture: Attached | None
    report: Report


@dataclass(frozen=True, slots=True)
class Reporter:
    stores: Stores
    rules: Callable[[], RuleSet]
    """Those that judge now; their titles are what findings are called."""
    clock: Callable[[], int]
    _drawing: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))
    """Pictures are drawn one after the other, so that drafts never wait for more than one."""

    @property
    def journal(self) -> Journal:
        return self.stores.journal

    async def page(self, subject: Subject, language: Language) -> Page:
        found, _ = await self.read(subject)
        words = Words(language, self.rules().cards)
        name = subject.name(language)
        if not found.now.drafts and not found.now.unjudged:
            return Page(words.nothing(found, name), None, found)
        png = await self._drawn(found, name, language)
        return Page(words.caption(found, name), Attached("photo", f"{file_name(subject)}.png", png), found)

    async def numbers(self, subject: Subject, language: Language) -> Attached:
        """Every number of the report as a spreadsheet."""
        found, notes = await self.read(subject)
        made = tables(found, Words(language, self.rules().cards), notes)
        async with self._drawing:
            content = await asyncio.to_thread(workbook, made)
        return Attached("document", f"{file_name(subject)}.xlsx", content)

    async def _drawn(self, found: Report, name: str, language: Language) -> bytes:
        async with self._drawing:
            return await asyncio.to_thread(_draw, found, name, language)

    async def read(self, subject: Subject) -> tuple[Report, list[Note]]:
        """The numbers, and the notes of those weeks."""
        weeks, workspace = subject.weeks, subject.workspace
        brand = None if subject.brand is None else subject.brand.id
        drafts: list[Drafted] = []
        # A week at a time: who sends a draft meanwhile waits for one of these at most.
        for week in (*weeks.before(EARLIER).each(), *weeks.each()):
            drafts += await self.journal.drafts(workspace, week.since, week.until, brand=brand)
        since, until = weeks.since, weeks.until
        notes = await self.stores.notes.between(workspace, since, until, brand=brand)
        brands = [subject.brand] if subject.brand is not None else await self.stores.brands.all(workspace)
        members = await self.stores.teams.members(workspace)
        material = Material(
            drafts=drafts,
            brands={one.id: one.settings for one in brands},
            posts=await self.journal.posts(workspace, weeks.before(EARLIER).since, until, brand=brand),
            notes=Counter(note.kind for note in notes),
            functions={one.person: one.function for one in members if one.function},
            names={one.person: one.name for one in members if one.name},
            unfair=await self.journal.unfair(workspace, since, until, brand=brand),
        )
        return report(material, weeks, kinds_of(self.rules()), self.clock()), notes


def kinds_of(rules: RuleSet) -> Kinds:
    """Which findings give which kind of value: as the rule says that tells whether a promise is kept."""
    for rule in rules.rules:
        if isinstance(rule.find, Promise) and rule.find.kept:
            return {kind: tuple(findings) for kind, findings in rule.find.kinds.items()}
    return {}


def file_name(subject: Subject) -> str:
    """Without the brand's name: what a file is called may be read over somebody's shoulder."""
    count = "" if subject.weeks.count == 1 else f"-{subject.weeks.count}w"
    return f"whyfollow-{subject.weeks.name}{count}"


def turning(subject: Subject, language: Language, now: int, *, brands: bool) -> Buttons:
    """To the weeks before and after, another brand, all numbers. `code` says what each button carries."""
    row = [(say(language, "report-earlier-button"), code("p", subject, subject.weeks.earlier()))]
    later = subject.weeks.later()
    if later.since <= now:
        row.append((say(language, "report-later-button"), code("p", subject, later)))
    second = [(say(language, "report-brand-button"), code("b", subject, subject.weeks))] if brands else []
    second.append((say(language, "report-numbers-button"), code("x", subject, subject.weeks)))
    return tuple(row), tuple(second)


def code(what: str, subject: Subject, weeks: Weeks, brand: int | None = None) -> str:
    """A button's data, such as r:p:2026-W46:1:0. It names no workspace: whoever taps it is looked up anew."""
    of = brand if brand is not None else subject.brand.id if subject.brand is not None else 0
    return f"r:{what}:{weeks.name}:{weeks.count}:{of}"


def _draw(found: Report, name: str, language: Language) -> bytes:
    from bot.report.charts import picture

    return picture(found, name, language)
