"""`presence`: one of the entries is there. `absence`: none of them is."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from bot.engine.kinds.base import Check, Desk, Entries, Find, Path, fires, misses, needing
from bot.engine.model import Span
from bot.engine.sheet import NOTHING, Outcome, Sheet, spans_of


class Presence(Find):
    """Fires when one of the entries is there."""

    SLOTS: ClassVar = frozenset({"quote", "count", "limit"})

    kind: Literal["presence"]
    any: Entries
    at_least: Annotated[int, Field(ge=1)] = 1

    def prepare(self, desk: Desk, at: Path) -> Check:
        find = desk.hits(self.any, (*at, "any"))

        def look(sheet: Sheet, region: Span) -> Outcome:
            hits = find(sheet, region)
            if not hits:
                return NOTHING
            if len(hits) < self.at_least:
                return misses(count=len(hits), limit=self.at_least)
            return fires(spans=spans_of(hits), count=len(hits))

        return needing(look, find)


class Absence(Find):
    """Fires when none of the expected entries is there."""

    kind: Literal["absence"]
    any: Entries

    def prepare(self, desk: Desk, at: Path) -> Check:
        find = desk.hits(self.any, (*at, "any"))

        def look(sheet: Sheet, region: Span) -> Outcome:
            return NOTHING if find(sheet, region) else fires()

        return Check(look)
