"""One's own learning curve: nine weeks of one person, for that person alone."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from bot.engine.model import Card, Language
from bot.render.catalogue import say
from bot.report.calendar import Weeks, week_of
from bot.report.dates import when, whole
from bot.report.week import EARLIER, FEWEST, Past, Share, recurring, revision, within
from bot.report.words import Words
from bot.store.journal import Drafted, Journal
from bot.store.outbox import Attached

# What was in so many drafts before, and is in none of the newest, was learnt.
NEWEST = 5
OFTEN = 3


@dataclass(frozen=True, slots=True)
class Curve:
    weeks: Weeks
    drafts: tuple[Drafted, ...]
    """Those with a score, oldest first."""
    past: tuple[tuple[Past, float | None], ...]
    """Each week, and the mean of its first versions."""
    learnt: tuple[str, ...]
    """Weaknesses that came often and are gone from the newest drafts."""
    now: tuple[str, ...]
    """Those that still come back."""


async def curve(journal: Journal, workspace: int, person: int, zone: str, now: int) -> Curve:
    weeks = week_of(now, zone).later().before(EARLIER + 1)
    drafts: list[Drafted] = []
    for week in weeks.each():
        drafts += await journal.drafts(workspace, week.since, week.until, author=person)
    return curve_of(drafts, weeks)


def curve_of(drafts: Sequence[Drafted], weeks: Weeks) -> Curve:
    judged = sorted((one for one in drafts if one.last.score is not None), key=lambda one: one.created)
    newest = judged[-NEWEST:]
    before = Counter(rule for one in judged[:-NEWEST] for rule in {weak.id for weak in one.first.weaknesses})
    still = {weak.id for one in newest for weak in one.first.weaknesses}
    learnt = [rule for rule, count in before.most_common() if count >= OFTEN and rule not in still]
    return Curve(
        weeks=weeks,
        drafts=tuple(judged),
        past=tuple(_week(within(judged, week), week) for week in weeks.each()),
        learnt=tuple(learnt[:2]),
        now=tuple(found.id for found in recurring(newest)),
    )


def _week(drafts: Sequence[Drafted], week: Weeks) -> tuple[Past, float | None]:
    first = [one.first.score for one in drafts if one.first.score is not None]
    last = [one.last.score for one in drafts if one.last.score is not None]
    reasons = Share(sum(bool(one.last.reasons) for one in drafts), len(drafts))
    return Past(week, len(drafts), _mean(last), reasons), _mean(first)


def _mean(scores: Sequence[int]) -> float | None:
    return sum(scores) / len(scores) if scores else None


def told(found: Curve, language: Language, cards: Mapping[str, Card]) -> str:
    """The curve in words, as HTML."""
    words = Words(language, cards)
    lines = [f"<b>{say(language, 'me-title')}</b>", when(found.weeks, language)]
    edited = revision(found.drafts)
    if not found.drafts:
        lines.append(say(language, "me-none"))
    elif len(found.drafts) < FEWEST:
        lines.append(say(language, "me-few", count=len(found.drafts)))
    if edited is not None:
        scores = {"before": whole(edited.before), "after": whole(edited.after)}
        edits = say(language, "report-edited", count=edited.drafts, **scores)
        lines.append(f"<b>{say(language, 'report-label-editing')}:</b> {edits}")
    if found.learnt:
        lines.append(escape(say(language, "me-learnt", titles=words.titles(iter(found.learnt))), quote=False))
    if found.now:
        lines.append(escape(say(language, "me-now", titles=words.titles(iter(found.now))), quote=False))
    lines.append(f"<i>{say(language, 'me-private')}</i>")
    return "\n".join(lines)


async def drawn(found: Curve, language: Language) -> Attached | None:
    """The curve as a picture; None while there is too little for one."""
    if len(found.drafts) < FEWEST:
        return None
    return Attached("photo", "whyfollow-me.png", await asyncio.to_thread(_draw, found, language))


def _draw(found: Curve, language: Language) -> bytes:
    from bot.report.charts import curve as draw

    return draw(found.past, language)
