"""What every kind of rule shares: entries, where to look, exceptions, and how a find becomes a check."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Annotated, Any, ClassVar, Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.engine.cues import Hit
from bot.engine.model import Draft, Language, Network, Span
from bot.engine.sheet import NOTHING, Outcome, Sheet, Sign, Stop
from bot.engine.text import Text

Entries = Mapping[Language, tuple[str, ...]] | tuple[str, ...]
"""Entries by language, or one list that stands for every language."""

Curve = tuple[tuple[float, float], ...]
"""Points (value, strength 0 to 1), joined by straight lines, rising or falling all the way."""

ByNetwork = Mapping[Network | Literal["other"], float]

Path = tuple[str | int, ...]
Look = Callable[[Sheet, Span], Outcome]


class Hits(Protocol):
    """How to find the entries of a list in a draft."""

    @property
    def slot(self) -> int:
        """Where the list is kept: a draft that has nothing in this slot has no hits."""
        ...

    def __call__(self, sheet: Sheet, region: Span) -> list[Hit]: ...


@dataclass(frozen=True, slots=True)
class Check:
    """A find, ready to look at drafts of one language."""

    look: Look
    needs: frozenset[Sign] = frozenset()
    """The slots that must all have a hit somewhere in the draft, and the findings that must have fired: without one it
    can't fire, and need not look."""
    enough: Callable[[set[Sign]], bool] | None = None
    """What else the slots and findings that are there must allow."""
    barred: frozenset[str] = frozenset()
    """The findings of which none may have fired."""

    def may_fire(self, there: set[Sign]) -> bool:
        """Whether what is there leaves a chance."""
        return (
            self.needs <= there
            and (not self.barred or self.barred.isdisjoint(there))
            and (self.enough is None or self.enough(there))
        )

    def __call__(self, sheet: Sheet, region: Span) -> Outcome:
        return self.look(sheet, region)


def needing(look: Look, *hits: Hits) -> Check:
    """A check that fires only where each of the lists is found."""
    return Check(look, frozenset(found.slot for found in hits))


class Desk(Protocol):
    """What a find may ask while it becomes a check in one language."""

    @property
    def language(self) -> Language: ...

    def hits(self, entries: Entries, at: Path) -> Hits:
        """How to find the entries of a list in a draft."""
        ...

    def check(self, find: Find, at: Path) -> Check:
        """The check of a find that stands inside another one."""
        ...


class Options(BaseModel):
    """A piece of a rule file: unknown keys are mistakes, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Unless(Options):
    """An exception: an entry near a hit, or a measure of the text, that makes the find look away."""

    lang: Language | None = None
    entry: str | None = None
    measure: str | None = None
    above: float | None = None
    below: float | None = None
    within: Literal["words", "sentence", "draft"] = "words"
    because: str

    @model_validator(mode="after")
    def _one_thing(self) -> Unless:
        if (self.entry is None) == (self.measure is None):
            raise ValueError('an exception names either "entry" or "measure": keep one of them')
        if self.measure is not None and self.above is None and self.below is None:
            raise ValueError('an exception by measure needs "above" or "below"')
        return self


class When(Options):
    """Settings of the brand, and networks, under which a find looks at all."""

    network: tuple[Network, ...] = ()
    space: Literal["library", "bookshop", "mixed"] | None = None
    channel: Literal["mass", "community"] | None = None
    stance: Literal["broadcast", "balanced", "conversation"] | None = None
    answerer: bool | None = None
    crisis: bool | None = None
    legal: Literal["us", "eu-pl", "ru"] | None = None
    picture: bool | None = None

    def of_brand(self) -> tuple[tuple[str, object], ...]:
        """The settings of the brand that are asked for."""
        return tuple(self.model_dump(exclude_none=True, exclude={"network", "picture"}).items())

    def holds(self, draft: Draft, of_brand: tuple[tuple[str, object], ...]) -> bool:
        if self.network and draft.network not in self.network:
            return False
        if self.picture is not None and draft.picture != self.picture:
            return False
        return all(getattr(draft.brand, name) == value for name, value in of_brand)


class Find(Options):
    """What every find may say besides the options of its kind."""

    SLOTS: ClassVar[frozenset[str]] = frozenset()
    """The `{slots}` that texts may use for what this kind saw."""

    when: When | None = None

    where: Literal["first-sentence", "last-sentence", "first-third", "last-third", "fold"] | None = None
    each: Literal["question", "sentence", "link"] | None = None
    window: Annotated[int, Field(ge=0, le=10)] = 0
    """How many sentences after each one belong to it."""
    unless: tuple[Unless, ...] = ()
    unless_finding: tuple[str, ...] = ()

    @abstractmethod
    def prepare(self, desk: Desk, at: Path) -> Check:
        """The check of this kind alone, without place and exceptions."""

    def depends_on(self) -> tuple[str, ...]:
        """Ids of findings that must be known before this find can look."""
        return self.unless_finding


def guarded(find: Find, desk: Desk, at: Path) -> Check:
    """A find's check with its place and its exceptions around it."""
    near = [
        _Exception(unless, desk.hits((unless.entry,), (*at, "unless", index, "entry")))
        for index, unless in enumerate(find.unless)
        if unless.entry is not None and unless.lang in (None, desk.language)
    ]
    check = find.prepare(_GuardedDesk(desk, near) if near else desk, at)
    look = check.look
    if find.where or find.each:
        look = _in_regions(look, find)
    for unless in find.unless:
        if unless.measure is not None and unless.lang in (None, desk.language):
            look = _unless(look, partial(_measured, unless, unless.measure))
    if find.unless_finding:
        look = _unless(look, partial(_explained, find.unless_finding))
    barred = check.barred.union(find.unless_finding)
    return Check(_only_when(look, find.when) if find.when else look, check.needs, check.enough, barred)


def _only_when(check: Look, when: When) -> Look:
    wanted = when.of_brand()

    def look(sheet: Sheet, region: Span) -> Outcome:
        return check(sheet, region) if when.holds(sheet.draft, wanted) else NOTHING

    return look


@dataclass(frozen=True, slots=True)
class _Exception:
    unless: Unless
    hits: Hits

    def stops(self, span: Span, sheet: Sheet) -> Stop | None:
        for start, end, entry in self.hits(sheet, sheet.whole):
            if _reaches(self.unless.within, (start, end), span, sheet):
                return Stop(self.unless.because, span, sheet.entries[entry])
        return None


@dataclass(frozen=True, slots=True)
class _GuardedDesk:
    """A desk whose hits keep clear of the exceptions."""

    desk: Desk
    exceptions: Sequence[_Exception]

    @property
    def language(self) -> Language:
        return self.desk.language

    def hits(self, entries: Entries, at: Path) -> Hits:
        return _ClearHits(self.desk.hits(entries, at), self.exceptions)

    def check(self, find: Find, at: Path) -> Check:
        return guarded(find, self, at)


@dataclass(frozen=True, slots=True)
class _ClearHits:
    """The hits of a list without those that an exception stops."""

    hits: Hits
    exceptions: Sequence[_Exception]

    @property
    def slot(self) -> int:
        return self.hits.slot

    def __call__(self, sheet: Sheet, region: Span) -> list[Hit]:
        return [hit for hit in self.hits(sheet, region) if not self._stopped(hit, sheet)]

    def _stopped(self, hit: Hit, sheet: Sheet) -> bool:
        for exception in self.exceptions:
            stop = exception.stops((hit[0], hit[1]), sheet)
            if stop is not None:
                sheet.stops.append(stop)
                return True
        return False


def _unless(check: Look, why_not: Callable[[Sheet], Stop | None]) -> Look:
    """The check, unless something speaks against what it saw."""

    def look(sheet: Sheet, region: Span) -> Outcome:
        outcome = check(sheet, region)
        stop = why_not(sheet) if outcome else None
        if stop is None:
            return outcome
        sheet.stops.append(stop)
        return NOTHING

    return look


def _explained(ids: Sequence[str], sheet: Sheet) -> Stop | None:
    fired = next((finding for finding in ids if sheet.fired(finding)), None)
    return Stop(f'the finding "{fired}" explains it already') if fired else None


def _measured(unless: Unless, measure: str, sheet: Sheet) -> Stop | None:
    value = sheet.measure(measure)
    inside = (unless.above is None or value > unless.above) and (unless.below is None or value < unless.below)
    return Stop(unless.because) if inside else None


def _in_regions(check: Look, find: Find) -> Look:
    if find.where and not find.each:
        return _in_place(check, find.where)

    def look(sheet: Sheet, region: Span) -> Outcome:
        outcomes = [check(sheet, part) for part in _regions(find, sheet, region)]
        fired = [outcome for outcome in outcomes if outcome]
        if not fired:
            return NOTHING
        strongest = max(fired, key=lambda outcome: (outcome.clear, outcome.strength))
        spans = tuple(dict.fromkeys(span for outcome in fired for span in outcome.spans))
        return Outcome(strongest.strength, spans, strongest.slots, clear=strongest.clear)

    return look


def _in_place(check: Look, where: str) -> Look:
    def look(sheet: Sheet, region: Span) -> Outcome:
        outcome = check(sheet, _place(where, sheet, region))
        return outcome._replace(spans=tuple(dict.fromkeys(outcome.spans))) if outcome else NOTHING

    return look


def _regions(find: Find, sheet: Sheet, region: Span) -> list[Span]:
    regions = [_place(find.where, sheet, region)] if find.where else [region]
    if not find.each:
        return regions
    return [part for whole in regions for part in _parts(find, sheet, whole)]


def _place(where: str, sheet: Sheet, region: Span) -> Span:
    sentences = sheet.sentences(region)
    if not sentences:
        return region
    start, end = region
    match where:
        case "first-sentence":
            return sentences[0]
        case "last-sentence":
            return sentences[-1]
        case "first-third":
            first, third = _third(sheet.text, region)[:2]
            return (start, sheet.text.sentences[sheet.text.sentence_of(first + third)][1])
        case "last-third":
            _, third, last = _third(sheet.text, region)
            return (sheet.text.sentences[sheet.text.sentence_of(last - third)][0], end)
        case _:
            return (start, min(end, sheet.profile.fold or sentences[0][1]))


def _third(text: Text, region: Span) -> tuple[int, int, int]:
    """Where the region begins, a third of its length, and where it ends: emoji at its ends count for nothing."""
    start, end = region
    for left, right in text.emoji:
        if start <= left and not text.folded[start:left].strip():
            start = right
    for left, right in reversed(text.emoji):
        if right <= end and not text.folded[right:end].strip():
            end = left
    start += len(text.folded[start:end]) - len(text.folded[start:end].lstrip())
    end -= len(text.folded[start:end]) - len(text.folded[start:end].rstrip())
    return start, max(0, end - start) // 3, end


def _parts(find: Find, sheet: Sheet, region: Span) -> list[Span]:
    if find.each == "link":
        numbers = [sheet.text.sentence_of(start) for start, _ in sheet.text.links]
    else:
        numbers = [
            number
            for number, (start, end) in enumerate(sheet.text.sentences)
            if region[0] <= start
            and end <= region[1]
            and (find.each == "sentence" or "?" in sheet.text.folded[start:end])
        ]
    return [sheet.reach(number, find.window) for number in dict.fromkeys(numbers)]


def _reaches(within: str, exception: Span, span: Span, sheet: Sheet) -> bool:
    if within == "draft":
        return True
    if within == "sentence":
        return sheet.text.sentence_of(exception[0]) == sheet.text.sentence_of(span[0])
    return exception[0] < span[1] and span[0] < exception[1]


def strength_at(curve: Curve, value: float) -> float:
    """The curve's strength at a value: straight lines between its points, flat beyond the ends."""
    if value <= curve[0][0]:
        return curve[0][1]
    for (left, low), (right, high) in pairwise(curve):
        if value <= right:
            return low + (high - low) * (value - left) / (right - left)
    return curve[-1][1]


def monotone(curve: Curve) -> Curve:
    """The curve itself, if it can be one.

    Raises:
        ValueError: it has fewer than two points, turns round, or leaves 0 to 1.
    """
    values, strengths = [p[0] for p in curve], [p[1] for p in curve]
    if len(curve) < 2 or values != sorted(set(values)):
        raise ValueError("a curve needs two points or more, with growing values")
    if strengths not in (sorted(strengths), sorted(strengths, reverse=True)):
        raise ValueError("a curve only rises or only falls")
    if not all(0 <= strength <= 1 for strength in strengths):
        raise ValueError("a strength lies between 0 and 1")
    return curve


def misses(**slots: Any) -> Outcome:
    """The outcome of a find that did not see enough, with what it saw for `explain`."""
    return Outcome(slots=slots)


def fires(*, spans: Sequence[Span] = (), strength: float = 1.0, clear: bool = True, **slots: Any) -> Outcome:
    """The outcome of a find that saw something."""
    return Outcome(strength, tuple(spans), slots, clear=clear) if strength > 0 else NOTHING
