"""`near`: cues of two lists close together. `sequence`: cues of several lists one after the other."""

from __future__ import annotations

from bisect import bisect_left
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from bot.engine.kinds.base import Check, Desk, Entries, Find, Path, fires, needing
from bot.engine.model import Span
from bot.engine.sheet import NOTHING, Outcome, Sheet


class Near(Find):
    """Fires when a cue of `a` and a cue of `b` stand within some words of each other, or in one sentence."""

    SLOTS: ClassVar = frozenset({"quote", "count"})

    kind: Literal["near"]
    a: Entries
    b: Entries
    words: Annotated[int, Field(ge=1, le=200)] | None = None
    """The widest distance in words; without it both must stand in one sentence (or `sentences` further)."""
    sentences: Annotated[int, Field(ge=0, le=50)] = 0
    at_least: Annotated[int, Field(ge=1)] = 1

    def prepare(self, desk: Desk, at: Path) -> Check:
        one = desk.hits(self.a, (*at, "a"))
        other = desk.hits(self.b, (*at, "b"))

        def look(sheet: Sheet, region: Span) -> Outcome:
            right = [(start, end) for start, end, _ in other(sheet, region)]
            if not right:
                return NOTHING
            pairs = [
                (left, partner)
                for left in ((start, end) for start, end, _ in one(sheet, region))
                for partner in right
                if _apart(left, partner) and self._close(sheet, left, partner)
            ]
            if len({left for left, _ in pairs}) < self.at_least:
                return NOTHING
            spans = tuple(sorted({span for pair in pairs for span in pair}))
            return fires(spans=spans, count=len(pairs))

        return needing(look, one, other)

    def _close(self, sheet: Sheet, one: Span, other: Span) -> bool:
        first, second = sorted((one, other))
        if self.words is None:
            return sheet.text.sentence_of(second[0]) - sheet.text.sentence_of(first[0]) <= self.sentences
        between = bisect_left(sheet.text.starts, second[0]) - bisect_left(sheet.text.starts, first[1])
        return between <= self.words


class Sequence(Find):
    """Fires when a hit of each list follows a hit of the one before it."""

    SLOTS: ClassVar = frozenset({"quote", "count"})

    kind: Literal["sequence"]
    parts: Annotated[tuple[Entries, ...], Field(min_length=2)]
    sentences: Annotated[int, Field(ge=0, le=200)] = 200
    """How many sentences the next part may lie behind the one before."""

    def prepare(self, desk: Desk, at: Path) -> Check:
        finds = [desk.hits(part, (*at, "parts", index)) for index, part in enumerate(self.parts)]

        def look(sheet: Sheet, region: Span) -> Outcome:
            hits = [find(sheet, region) for find in finds]
            for first in hits[0]:
                chain = self._chain(sheet, (first[0], first[1]), hits[1:])
                if chain:
                    return fires(spans=chain, count=len(chain))
            return NOTHING

        return needing(look, *finds)

    def _chain(self, sheet: Sheet, first: Span, rest: list[list[tuple[int, int, int]]]) -> tuple[Span, ...]:
        chain = [first]
        for hits in rest:
            last = chain[-1]
            limit = sheet.text.sentence_of(last[0]) + self.sentences
            following = next(
                ((start, end) for start, end, _ in hits if start >= last[1] and sheet.text.sentence_of(start) <= limit),
                None,
            )
            if following is None:
                return ()
            chain.append(following)
        return tuple(chain)


def _apart(one: Span, other: Span) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]
