"""`unsupported`: something is asked, and nothing near it supports the request."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from bot.engine.kinds.base import Check, Desk, Entries, Find, Path, fires, needing
from bot.engine.model import Span
from bot.engine.sheet import NOTHING, Outcome, Sheet, Stop


class Unsupported(Find):
    """Fires when an `ask` has no `support` in the same sentence, the next ones, or those before it."""

    SLOTS: ClassVar = frozenset({"quote", "count"})

    kind: Literal["unsupported"]
    ask: Entries
    support: Entries
    after: Annotated[int, Field(ge=0, le=10)] = 1
    """How many sentences after the ask may support it."""
    before: Annotated[int, Field(ge=0, le=10)] = 0
    """How many sentences before the ask may support it."""

    def prepare(self, desk: Desk, at: Path) -> Check:
        asks = desk.hits(self.ask, (*at, "ask"))
        supports = desk.hits(self.support, (*at, "support"))

        def look(sheet: Sheet, region: Span) -> Outcome:
            bare: list[Span] = []
            for start, end, _ in asks(sheet, region):
                near = supports(sheet, sheet.reach(sheet.text.sentence_of(start), self.after, self.before))
                support = next((hit for hit in near if hit[1] <= start or end <= hit[0]), None)
                if support is None:
                    bare.append((start, end))
                else:
                    sheet.stops.append(Stop("it is supported nearby", support[:2], sheet.entries[support[2]]))
            return fires(spans=bare, count=len(bare)) if bare else NOTHING

        return needing(look, asks)
