"""`density`: how much of the draft carries the entries, or what another finding saw."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field, model_validator

from bot.engine.cues import Hit
from bot.engine.kinds.base import Check, Curve, Desk, Entries, Find, Path, fires, misses, monotone, needing, strength_at
from bot.engine.model import Span
from bot.engine.sheet import NOTHING, Outcome, Sheet, spans_of

NO_LIMIT = 1e9
NO_ENTRY = -1


class Density(Find):
    """Fires when the share of sentences (or words, or characters) that carry an entry lies in a range."""

    SLOTS: ClassVar = frozenset({"quote", "count", "of", "share"})

    kind: Literal["density"]
    any: Entries = ()
    finding: str | None = None
    """Measures the places that this finding saw, instead of entries of its own."""
    of: Literal["sentences", "words", "characters"] = "sentences"
    above: float = 0.0
    up_to: float = NO_LIMIT
    at_least: Annotated[int, Field(ge=1)] = 1
    """The least number of sentences (or words, or characters) with an entry."""
    curve: Annotated[Curve, AfterValidator(monotone)] | None = None

    @model_validator(mode="after")
    def _one_source(self) -> Density:
        if (not self.any) == (self.finding is None):
            raise ValueError('a density measures either "any" or a "finding": keep one of them')
        return self

    def depends_on(self) -> tuple[str, ...]:
        return (*super().depends_on(), *((self.finding,) if self.finding else ()))

    def prepare(self, desk: Desk, at: Path) -> Check:
        hits = None if self.finding else desk.hits(self.any, (*at, "any"))
        find = hits or self._seen

        def look(sheet: Sheet, region: Span) -> Outcome:
            spans = spans_of(find(sheet, region))
            part, whole = self._measure(sheet, region, spans)
            share = part / whole if whole else 0.0
            if part < self.at_least or not self.above < share <= self.up_to:
                return misses(count=part, of=whole, share=round(100 * share))
            strength = strength_at(self.curve, share) if self.curve else 1.0
            return fires(spans=spans, strength=strength, count=part, of=whole, share=round(100 * share))

        return needing(look, hits) if hits else Check(look, frozenset((self.finding or "",)))

    def _seen(self, sheet: Sheet, region: Span) -> list[Hit]:
        """The places that the finding saw, inside the region."""
        seen = sheet.outcomes.get(self.finding or "", NOTHING).spans
        return [(start, end, NO_ENTRY) for start, end in seen if region[0] <= start and end <= region[1]]

    def _measure(self, sheet: Sheet, region: Span, spans: tuple[Span, ...]) -> tuple[int, int]:
        match self.of:
            case "sentences":
                return len(sheet.sentence_numbers(spans)), len(sheet.sentences(region))
            case "words":
                return sum(sheet.words_in(span) for span in spans), sheet.words_in(region)
            case _:
                return sum(end - start for start, end in spans), region[1] - region[0]
