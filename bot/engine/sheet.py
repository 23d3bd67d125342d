"""One draft laid out for the kinds: its text, its hits, its network, and the findings so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from bot.engine.cues import Found, Hit
from bot.engine.entries import Entry
from bot.engine.feed import FEED_MEASURES
from bot.engine.measures import MEASURES
from bot.engine.model import Draft, Language, Span
from bot.engine.networks import Profile
from bot.engine.text import Text


@dataclass(frozen=True, slots=True)
class Stop:
    """Something that kept a find from firing, for `explain`."""

    why: str
    span: Span | None = None
    entry: Entry | None = None


class Outcome(NamedTuple):
    """What a find saw: how strongly it fires (0: not at all), where, and how clear that is.

    Every draft makes some hundred of them, and a tuple is made in a third of a frozen dataclass's time.
    """

    strength: float = 0.0
    spans: tuple[Span, ...] = ()
    slots: Mapping[str, object] = MappingProxyType({})
    clear: bool = True

    def __bool__(self) -> bool:
        return self.strength > 0


NOTHING = Outcome()
NO_HITS: list[Hit] = []

Sign = int | str
"""Something a draft may show: a slot by its number, a finding by its id."""


@dataclass(slots=True)
class Sheet:
    """What the kinds may look at. Offsets are in folded text."""

    draft: Draft
    text: Text
    language: Language
    profile: Profile
    found: Found
    entries: Sequence[Entry]
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    """What each rule saw, by id, as far as they were asked."""
    stops: list[Stop] = field(default_factory=list)
    """What kept finds from firing so far."""
    thorough: bool = False
    """For `explain`: kinds go on looking when it is certain that they won't fire."""
    whole: Span = field(init=False)
    there: set[Sign] = field(init=False)
    """The slots that have a hit, and the findings that fired."""
    _merged: dict[int, list[Hit]] = field(default_factory=dict)
    _measured: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.whole = (0, len(self.text.folded))
        self.there = {*self.found.by_slot, *(finding for finding, outcome in self.outcomes.items() if outcome)}

    def note(self, finding: str, outcome: Outcome) -> None:
        """Keeps what a rule saw, for those that are asked after it."""
        self.outcomes[finding] = outcome
        if outcome.strength > 0:
            self.there.add(finding)

    def hits(self, slot: int, region: Span) -> list[Hit]:
        """The hits of a slot inside a region, in order, the longest where several overlap."""
        merged = self._merged.get(slot)
        if merged is None:
            raw = self.found.by_slot[slot] if slot in self.there else NO_HITS
            merged = self._merged[slot] = _longest(raw) if len(raw) > 1 else list(raw)
        if not merged or region == self.whole:
            return merged
        return [hit for hit in merged if region[0] <= hit[0] and hit[1] <= region[1]]

    def fired(self, finding: str) -> bool:
        return finding in self.there

    def measure(self, name: str) -> float:
        """A named measure of the whole text, or of the feed."""
        if name not in self._measured:
            self._measured[name] = (
                FEED_MEASURES[name](self.draft, self.draft.now)
                if name in FEED_MEASURES
                else MEASURES[name](self.text, self.language, self.profile)
            )
        return self._measured[name]

    def sentences(self, region: Span) -> Sequence[Span]:
        if region == self.whole:
            return self.text.sentences
        return [sentence for sentence in self.text.sentences if _overlap(sentence, region)]

    def sentence_numbers(self, spans: Iterable[Span]) -> set[int]:
        return {self.text.sentence_of(start) for start, _ in spans}

    def words_in(self, region: Span) -> int:
        return bisect_right(self.text.ends, region[1]) - bisect_left(self.text.starts, region[0])

    def reach(self, sentence: int, after: int, before: int = 0) -> Span:
        """From the start of one sentence (or `before` earlier ones) to the end of the `after`-th next one."""
        sentences = self.text.sentences
        first, last = max(0, sentence - before), min(len(sentences) - 1, sentence + after)
        return (sentences[first][0], sentences[last][1])


def spans_of(hits: Iterable[Hit]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end, _ in hits)


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    reached = -1
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if hit[0] >= reached:
            kept.append(hit)
            reached = hit[1]
    return kept


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
