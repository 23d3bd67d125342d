"""`combine`: a finding made of other findings."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from bot.engine.kinds.base import Check, Desk, Find, Path, fires
from bot.engine.model import Span
from bot.engine.sheet import NOTHING, Outcome, Sheet, Sign, Stop

REASON = "reason"
"""Stands for any clear reason to follow."""
HINT = "any-reason"
"""Stands for any reason to follow, weak ones included."""


class Combine(Find):
    """Fires when all, some or none of other findings do."""

    SLOTS: ClassVar = frozenset({"quote", "count"})

    kind: Literal["combine"]
    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    at_least: Annotated[int, Field(ge=1)] = 1
    """How many of `any` it takes."""

    @model_validator(mode="after")
    def _something(self) -> Combine:
        if not (self.all or self.any or self.none):
            raise ValueError('a combine names findings under "all", "any" or "none"')
        return self

    def depends_on(self) -> tuple[str, ...]:
        return (*super().depends_on(), *self.all, *self.any, *self.none)

    def prepare(self, desk: Desk, at: Path) -> Check:
        def look(sheet: Sheet, region: Span) -> Outcome:
            fired = [finding for finding in (*self.all, *self.any) if sheet.fired(finding)]
            if not all_in(self.all, fired) or (self.any and len({*self.any} & {*fired}) < self.at_least):
                return NOTHING
            blocked = next((finding for finding in self.none if sheet.fired(finding)), None)
            if blocked:
                sheet.stops.append(Stop(f'the finding "{blocked}" is there'))
                return NOTHING
            spans = tuple(dict.fromkeys(span for finding in fired for span in sheet.outcomes[finding].spans))
            return fires(spans=spans, count=len(fired))

        return Check(look, frozenset(self.all), self._enough if self.any else None, frozenset(self.none))

    def _enough(self, there: set[Sign]) -> bool:
        return len(there.intersection(self.any)) >= self.at_least


def all_in(wanted: tuple[str, ...], found: list[str]) -> bool:
    return all(finding in found for finding in wanted)
