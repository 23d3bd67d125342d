"""`density`: how much of the draft carries the entries."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from bot.engine.kinds.base import Check, Curve, Desk, Entries, Find, Path, fires, misses, monotone, strength_at
from bot.engine.model import Span
from bot.engine.sheet import Outcome, Sheet, spans_of

NO_LIMIT = 1e9


class Density(Find):
    """Fires when the share of sentences (or words, or characters) that carry an entry lies in a range."""

    kind: Literal["density"]
    any: Entries
    of: Literal["sentences", "words", "characters"] = "sentences"
    above: float = 0.0
    up_to: float = NO_LIMIT
    at_least: Annotated[int, Field(ge=1)] = 1
    """The least number of sentences (or words, or characters) with an entry."""
    curve: Annotated[Curve, AfterValidator(monotone)] | None = None

    def prepare(self, desk: Desk, at: Path) -> Check:
        find = desk.hits(self.any, (*at, "any"))

        def look(sheet: Sheet, region: Span) -> Outcome:
            spans = spans_of(find(sheet, region))
            part, whole = self._measure(sheet, region, spans)
            share = part / whole if whole else 0.0
            if part < self.at_least or not self.above < share <= self.up_to:
                return misses(count=part, of=whole, share=round(100 * share))
            strength = strength_at(self.curve, share) if self.curve else 1.0
            return fires(spans=spans, strength=strength, count=part, of=whole, share=round(100 * share))

        return look

    def _measure(self, sheet: Sheet, region: Span, spans: tuple[Span, ...]) -> tuple[int, int]:
        match self.of:
            case "sentences":
                return len(sheet.sentence_numbers(spans)), len(sheet.sentences(region))
            case "words":
                return sum(sheet.words_in(span) for span in spans), sheet.words_in(region)
            case _:
                return sum(end - start for start, end in spans), region[1] - region[0]
