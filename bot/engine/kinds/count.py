"""`count`: how many different hits there are, against a range or a curve."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from bot.engine.kinds.base import Check, Curve, Desk, Entries, Find, Path, fires, misses, monotone, needing, strength_at
from bot.engine.model import Span
from bot.engine.sheet import Outcome, Sheet, spans_of


class Count(Find):
    """Fires when the number of different hits lies in a range; a curve turns the number into a strength."""

    SLOTS: ClassVar = frozenset({"quote", "count", "limit"})

    kind: Literal["count"]
    any: Entries
    at_least: Annotated[int, Field(ge=0)] = 1
    at_most: int | None = None
    sentence_words: Annotated[int, Field(ge=0)] = 0
    """Hits count only in sentences with at least this many words that are no hit themselves."""
    curve: Annotated[Curve, AfterValidator(monotone)] | None = None
    soft: Entries = ()
    """Hits inside these prove nothing alone: they count beside a firm hit, or when there are `soft_from` of them."""
    soft_from: Annotated[int, Field(ge=2)] = 3

    def prepare(self, desk: Desk, at: Path) -> Check:
        find = desk.hits(self.any, (*at, "any"))
        soft = desk.hits(self.soft, (*at, "soft")) if self.soft else None

        def look(sheet: Sheet, region: Span) -> Outcome:
            spans = self._in_sentences(sheet, spans_of(find(sheet, region)))
            if soft and not self._firm(sheet, spans, spans_of(soft(sheet, region))):
                return misses(count=len(spans), limit=self.soft_from)
            number = len({sheet.text.folded[start:end] for start, end in spans})
            if number < self.at_least or (self.at_most is not None and number > self.at_most):
                return misses(count=number, limit=self.at_least)
            strength = strength_at(self.curve, number) if self.curve else 1.0
            return fires(spans=spans, strength=strength, count=number)

        return needing(look, find) if self.at_least else Check(look)

    def _firm(self, sheet: Sheet, spans: tuple[Span, ...], soft: tuple[Span, ...]) -> bool:
        if len({sheet.text.folded[start:end] for start, end in spans}) >= self.soft_from:
            return True
        return any(not any(low <= start and end <= high for low, high in soft) for start, end in spans)

    def _in_sentences(self, sheet: Sheet, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        if not self.sentence_words:
            return spans
        own: dict[int, int] = {}
        for span in spans:
            number = sheet.text.sentence_of(span[0])
            own[number] = own.get(number, 0) + sheet.words_in(span)
        rich = {n for n, words in own.items() if sheet.words_in(sheet.text.sentences[n]) - words >= self.sentence_words}
        return tuple(span for span in spans if sheet.text.sentence_of(span[0]) in rich)
