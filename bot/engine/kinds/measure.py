"""`measure`: a named measure of the text against a limit or a curve, by network if need be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, model_validator

from bot.engine.feed import FEED_MEASURES
from bot.engine.kinds.base import Check, Curve, Desk, Find, Path, fires, misses, monotone, strength_at
from bot.engine.measures import MEASURES
from bot.engine.model import Network, Span
from bot.engine.sheet import NOTHING, Outcome, Sheet

Limit = float | Mapping[Network | Literal["other"], float | None]
"""One number, or one by network with "other" for the rest; none at all: it never fires there."""


def _known(name: str) -> str:
    if name not in MEASURES and name not in FEED_MEASURES:
        raise ValueError(f'there is no measure "{name}"; there are {", ".join(sorted({*MEASURES, *FEED_MEASURES}))}')
    return name


class Measure(Find):
    """Fires when a measure of the text is above a limit, below one, or high on a curve."""

    SLOTS: ClassVar = frozenset({"count", "limit"})

    kind: Literal["measure"]
    measure: Annotated[str, AfterValidator(_known)]
    per: str | None = None
    """Divides the measure by how many things this finding counted (at least one)."""
    above: Limit | None = None
    below: Limit | None = None
    curve: Annotated[Curve, AfterValidator(monotone)] | None = None

    @model_validator(mode="after")
    def _some_limit(self) -> Measure:
        if self.above is None and self.below is None and self.curve is None:
            raise ValueError('a measure needs "above", "below" or "curve"')
        return self

    def depends_on(self) -> tuple[str, ...]:
        return (*super().depends_on(), *((self.per,) if self.per else ()))

    def prepare(self, desk: Desk, at: Path) -> Check:
        measure, per, curve = self.measure, self.per, self.curve

        def look(sheet: Sheet, region: Span) -> Outcome:
            value = sheet.measure(measure)
            if per:
                value /= _parts(sheet, per)
            above, below = _limit(self.above, sheet), _limit(self.below, sheet)
            if not self._inside(value, above, below):
                return misses(count=_tidy(value), limit=_tidy(above if above is not None else below))
            strength = strength_at(curve, value) if curve else 1.0
            return fires(strength=strength, count=_tidy(value), limit=_tidy(above if above is not None else below))

        return Check(look)

    def _inside(self, value: float, above: float | None, below: float | None) -> bool:
        if self.above is not None and (above is None or value <= above):
            return False
        return not (self.below is not None and (below is None or value >= below))


def _parts(sheet: Sheet, finding: str) -> float:
    count = sheet.outcomes.get(finding, NOTHING).slots.get("count")
    return max(1.0, count) if isinstance(count, int | float) else 1.0


def _limit(limit: Limit | None, sheet: Sheet) -> float | None:
    if limit is None or isinstance(limit, int | float):
        return limit
    return limit.get(sheet.draft.network, limit.get("other"))


def _tidy(value: float | None) -> float | int | None:
    return value if value is None or value != int(value) else int(value)
