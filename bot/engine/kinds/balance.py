"""`balance`: one list of entries weighed against another."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from bot.engine.kinds.base import Check, Desk, Entries, Find, Path, fires, misses, needing
from bot.engine.model import Span
from bot.engine.sheet import Outcome, Sheet, spans_of


class Balance(Find):
    """Fires when `more` outweighs `less`: its share of both together is above a limit."""

    SLOTS: ClassVar = frozenset({"quote", "count", "against"})

    kind: Literal["balance"]
    more: Entries
    less: Entries
    at_least: Annotated[int, Field(ge=1)] = 1
    """How many hits of `more` it takes."""
    above: Annotated[float, Field(ge=0, lt=1)] = 0.5

    def prepare(self, desk: Desk, at: Path) -> Check:
        more = desk.hits(self.more, (*at, "more"))
        less = desk.hits(self.less, (*at, "less"))

        def look(sheet: Sheet, region: Span) -> Outcome:
            heavy, light = more(sheet, region), less(sheet, region)
            if len(heavy) < self.at_least or len(heavy) <= self.above * (len(heavy) + len(light)):
                return misses(count=len(heavy), against=len(light))
            return fires(spans=spans_of(heavy), count=len(heavy), against=len(light))

        return needing(look, more)
