"""The numbers of a report: pure, from what a team wrote. Nothing here counts followers or ranks people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import get_args

from bot.engine.feed import SELLING_SHARE
from bot.engine.model import Act
from bot.report.calendar import Weeks, day_of
from bot.store.brands import PROMISES, BrandSettings
from bot.store.journal import Drafted, Out

ACTS: tuple[Act, ...] = get_args(Act)

# With fewer drafts a share says more about chance than about the team.
FEWEST = 3

# What a team is compared with: its own weeks before.
EARLIER = 8

# The last so many posts are what the promo limit is about.
LAST = 10

RECURRING = 2

DAY_MS = 24 * 3600 * 1000

NOTICE, GENUINE, HOLLOW, LOOP = "service-notice", "genuine-question", "hollow-question", "listening-signal"

Kinds = Mapping[str, Sequence[str]]
"""Which findings give each kind of value that a brand can promise."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    count: int
    of: int

    @property
    def part(self) -> float | None:
        return self.count / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Material:
    """What a report is made from."""

    drafts: Sequence[Drafted]
    """Of the report's weeks and of those they are compared with."""
    brands: Mapping[int, BrandSettings] = field(default_factory=dict)
    posts: Sequence[Out] = ()
    """What went out; empty while nobody says so, then drafts stand in for posts."""
    notes: Mapping[str, int] = field(default_factory=dict)
    """How many of each kind (heard, idea, result) were noted in the report's weeks."""
    functions: Mapping[int, str] = field(default_factory=dict)
    """The function that a member named, by person."""
    names: Mapping[int, str] = field(default_factory=dict)
    """The members who agreed to be named."""
    unfair: Mapping[str, int] = field(default_factory=dict)
    """How often each rule was called unfair in the report's weeks."""


@dataclass(frozen=True, slots=True)
class Day:
    date: date
    scores: tuple[int, ...]
    reason: bool
    """Whether something went out that gave a reason to stay."""
    waited: int | None
    """Days since the last such post; None while none is known, or the day has not come yet."""
    begun: bool


@dataclass(frozen=True, slots=True)
class Revision:
    """What editing did to the drafts that were edited."""

    drafts: int
    before: float
    """The mean score of their first versions."""
    after: float
    fixed: tuple[tuple[str, int], ...]
    """What was there first and is gone in the end, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """A weakness that came back."""

    id: str
    dimension: str
    drafts: int
    where: tuple[Drafted, ...]
    """Where it still stands, the newest first."""


@dataclass(frozen=True, slots=True)
class Unfair:
    rule: str
    called: int
    drafts: int
    """In how many drafts the rule was seen."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What can be counted for any run of weeks."""

    drafts: int
    """Those that have a score."""
    unjudged: int
    score: float | None
    """The mean of the last versions."""
    reasons: Share
    by_kind: Mapping[str, int]
    """In how many drafts each kind of value was proven, other reasons not counted."""
    kept: Share
    """Of the drafts for brands with a promise: those that give a promised kind."""
    drift: int
    """Those that give only kinds that were not promised."""
    acts: Mapping[str, int]
    selling: Share
    notices: int
    genuine: int
    hollow: int
    loops: int
    revision: Revision | None

    @property
    def enough(self) -> bool:
        return self.drafts >= FEWEST

    @property
    def asks(self) -> int:
        """Drafts that want something of the reader: an answer or a deed."""
        return self.acts["ask"] + self.acts["urge"]


@dataclass(frozen=True, slots=True)
class Past:
    """One earlier week, as a point of a curve."""

    weeks: Weeks
    drafts: int
    score: float | None
    reasons: Share


@dataclass(frozen=True, slots=True)
class Report:
    weeks: Weeks
    now: Figures
    usual: Figures | None
    """The same of the eight weeks before, together; None if too little was written then."""
    usual_weeks: int
    """How many of them have drafts."""
    past: tuple[Past, ...]
    days: tuple[Day, ...]
    waited: int | None
    """Days since the last post that gave a reason to stay, at the end or now."""
    promised: tuple[str, ...]
    last: tuple[bool, ...]
    """The last ten posts, oldest first: whether each sells."""
    limit: float | None
    """The share of them that may sell; None where brands differ, or nothing is set."""
    streak: int
    """The longest run of selling posts among them."""
    asked: int | None
    """Days since followers were last asked; None if nobody said."""
    notes: Mapping[str, int]
    recurring: tuple[Recurring, ...]
    functions: tuple[tuple[str, int], ...]
    unnamed: int
    """Drafts from people who named no function."""
    names: tuple[str, ...]
    unfair: tuple[Unfair, ...]


def report(material: Material, weeks: Weeks, kinds: Kinds, now: int) -> Report:
    """All nine blocks for some weeks, seen at the moment `now`."""
    mine = within(material.drafts, weeks)
    before = weeks.before(EARLIER)
    earlier = within(material.drafts, before)
    seen_until = min(now, weeks.until - 1)
    posts = [post for post in published(material) if post.at <= seen_until]
    usual = figures(earlier, material.brands, kinds)
    past = tuple(_past(week, material, kinds) for week in before.each())
    last = tuple(sells(post) for post in posts[-LAST:])
    functions, unnamed = _functions(mine, material.functions)
    return Report(
        weeks=weeks,
        now=figures(mine, material.brands, kinds),
        usual=usual if usual.enough else None,
        usual_weeks=sum(week.drafts > 0 for week in past),
        past=past,
        days=days(weeks, mine, posts, now),
        waited=_waited(day_of(seen_until, weeks.zone), _reason_days(posts, weeks.zone)),
        promised=promised(material.brands.values()),
        last=last,
        limit=_limit(material.brands.values()),
        streak=_longest_run(last),
        asked=_asked(material.brands.values(), seen_until),
        notes=material.notes,
        recurring=recurring(mine),
        functions=functions,
        unnamed=unnamed,
        names=tuple(sorted({material.names.get(one.author or 0, "") for one in mine} - {""})),
        unfair=_unfair(mine, material.unfair),
    )


def within(drafts: Iterable[Drafted], weeks: Weeks) -> list[Drafted]:
    """A draft belongs to the week in which it began, whenever it was edited."""
    since, until = weeks.since, weeks.until
    return [one for one in drafts if since <= one.created < until]


def figures(drafts: Sequence[Drafted], brands: Mapping[int, BrandSettings], kinds: Kinds) -> Figures:
    judged = [one for one in drafts if one.last.score is not None]
    given = [_kinds_of(one, kinds) for one in judged]
    promises = [_promise_of(one, brands) for one in judged]
    bound = [(promise, gives) for promise, gives in zip(promises, given, strict=True) if promise]
    acts = Counter(one.last.act for one in judged)
    return Figures(
        drafts=len(judged),
        unjudged=len(drafts) - len(judged),
        score=_mean(one.last.score for one in judged),
        reasons=Share(sum(bool(one.last.reasons) for one in judged), len(judged)),
        by_kind={kind: sum(kind in gives for gives in given) for kind in PROMISES},
        kept=Share(sum(bool(promise & gives) for promise, gives in bound), len(bound)),
        drift=sum(bool(gives) and not promise & gives for promise, gives in bound),
        acts={act: acts[act] for act in ACTS},
        selling=Share(sum(one.last.promo >= SELLING_SHARE for one in judged), len(judged)),
        notices=_having(judged, NOTICE),
        genuine=_having(judged, GENUINE),
        hollow=_having(judged, HOLLOW),
        loops=_having(judged, LOOP),
        revision=revision(judged),
    )


def revision(judged: Sequence[Drafted]) -> Revision | None:
    """From the first version to the last one; None if nothing was edited.

    A new judgement of the same words, for another network or without what was called unfair, is no edit.
    """
    edited = [one for one in judged if one.first.text != one.last.text and one.first.score is not None]
    if not edited:
        return None
    before, after = _mean(one.first.score for one in edited), _mean(one.last.score for one in edited)
    assert before is not None
    assert after is not None
    fixed: Counter[str] = Counter()
    for one in edited:
        fixed.update({weak.id for weak in one.first.weaknesses} - {weak.id for weak in one.last.weaknesses})
    return Revision(len(edited), before, after, _ranked(fixed))


def recurring(drafts: Sequence[Drafted]) -> tuple[Recurring, ...]:
    """The weaknesses that most drafts still have in the end; of equals the one that costs more."""
    where: dict[str, list[Drafted]] = {}
    cost: Counter[str] = Counter()
    dimension = {}
    for one in drafts:
        for weak in {weak.id: weak for weak in one.last.weaknesses}.values():
            where.setdefault(weak.id, []).append(one)
            cost[weak.id] -= weak.points
            dimension[weak.id] = weak.dimension
    often = [id_ for id_, found in where.items() if len(found) > 1]
    often.sort(key=lambda id_: (-len(where[id_]), -cost[id_], id_))
    return tuple(
        Recurring(id_, dimension[id_], len(where[id_]), tuple(sorted(where[id_], key=lambda one: -one.created)))
        for id_ in often[:RECURRING]
    )


def published(material: Material) -> list[Out]:
    """What went out, oldest first; while nobody says what did, the drafts stand in."""
    if material.posts:
        return sorted(material.posts, key=lambda post: post.at)
    judged = [one for one in material.drafts if one.last.score is not None]
    return [Out(one.created, one.last.promo, one.last.reasons) for one in sorted(judged, key=lambda one: one.created)]


def sells(post: Out) -> bool:
    return post.promo >= SELLING_SHARE


def days(weeks: Weeks, drafts: Sequence[Drafted], posts: Sequence[Out], now: int) -> tuple[Day, ...]:
    """Every day with its scores, and how long readers have waited for a reason to stay by then."""
    by_day = {
        day: tuple(one.last.score for one in found if one.last.score is not None)
        for day, found in groupby(
            sorted(drafts, key=lambda one: one.created), lambda one: day_of(one.created, weeks.zone)
        )
    }
    reasons, today = _reason_days(posts, weeks.zone), day_of(now, weeks.zone)
    return tuple(
        Day(day, by_day.get(day, ()), day in reasons, _waited(day, reasons) if day <= today else None, day <= today)
        for day in weeks.days
    )


def promised(brands: Iterable[BrandSettings]) -> tuple[str, ...]:
    kinds = {kind for brand in brands for kind in brand.promise}
    return tuple(kind for kind in PROMISES if kind in kinds)


def _past(week: Weeks, material: Material, kinds: Kinds) -> Past:
    found = figures(within(material.drafts, week), material.brands, kinds)
    return Past(week, found.drafts, found.score, found.reasons)


def _kinds_of(draft: Drafted, kinds: Kinds) -> set[str]:
    reasons = set(draft.last.reasons)
    return {kind for kind, findings in kinds.items() if not reasons.isdisjoint(findings)}


def _promise_of(draft: Drafted, brands: Mapping[int, BrandSettings]) -> set[str]:
    brand = brands.get(draft.brand) if draft.brand is not None else None
    return set(brand.promise) if brand is not None else set()


def _having(drafts: Iterable[Drafted], id_: str) -> int:
    return sum(one.last.has(id_) for one in drafts)


def _mean(scores: Iterable[int | None]) -> float | None:
    known = [score for score in scores if score is not None]
    return sum(known) / len(known) if known else None


def _reason_days(posts: Iterable[Out], zone: str) -> set[date]:
    return {day_of(post.at, zone) for post in posts if post.reasons}


def _waited(day: date, reasons: set[date]) -> int | None:
    before = [reason for reason in reasons if reason <= day]
    return (day - max(before)).days if before else None


def _limit(brands: Iterable[BrandSettings]) -> float | None:
    """A bookshop may sell without a limit, a library must not sell at all."""
    limits = {{"bookshop": None, "library": 0.0}.get(brand.space, brand.promo_limit) for brand in brands}
    return limits.pop() if len(limits) == 1 else None


def _longest_run(last: Iterable[bool]) -> int:
    return max((len(list(run)) for sold, run in groupby(last) if sold), default=0)


def _asked(brands: Iterable[BrandSettings], at: int) -> int | None:
    """Of several brands the one whose followers waited longest."""
    asked = [brand.asked_at for brand in brands if brand.asked_at is not None]
    return max(0, (at - min(asked)) // DAY_MS) if asked else None


def _functions(drafts: Iterable[Drafted], functions: Mapping[int, str]) -> tuple[tuple[tuple[str, int], ...], int]:
    named = Counter(functions.get(one.author or 0, "") for one in drafts)
    unnamed = named.pop("", 0)
    return _ranked(named), unnamed


def _unfair(drafts: Sequence[Drafted], called: Mapping[str, int]) -> tuple[Unfair, ...]:
    ranked = sorted(called.items(), key=lambda rule: (-rule[1], rule[0]))
    return tuple(Unfair(rule, times, sum(rule in one.seen for one in drafts)) for rule, times in ranked)


def _ranked(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
