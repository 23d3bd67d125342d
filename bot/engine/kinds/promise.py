"""`promise`: what the brand declared that followers get, held against the reasons that the draft gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from bot.engine.kinds.base import Check, Desk, Find, Path, fires
from bot.engine.model import Span
from bot.engine.sheet import NOTHING, Outcome, Sheet

Kind = Literal["support", "deal", "exclusive", "guidance", "entertainment", "conversation"]


class Promise(Find):
    """Fires when a clear reason is of a promised kind (`kept`), or when reasons are there but none is (not `kept`).

    A brand that promised nothing is judged on any kind: it never fires.
    """

    kind: Literal["promise"]
    kept: bool
    kinds: Annotated[Mapping[Kind, tuple[str, ...]], Field(min_length=1)]
    """The findings that give each kind of value."""

    def depends_on(self) -> tuple[str, ...]:
        return (*super().depends_on(), *(finding for findings in self.kinds.values() for finding in findings))

    def prepare(self, desk: Desk, at: Path) -> Check:
        reasons = frozenset(finding for findings in self.kinds.values() for finding in findings)

        def look(sheet: Sheet, region: Span) -> Outcome:
            promised = sheet.draft.brand.promise
            given = [kind for kind, findings in self.kinds.items() if any(_clear(sheet, id_) for id_ in findings)]
            if not promised or not given or self.kept != any(kind in promised for kind in given):
                return NOTHING
            return fires(count=len(given))

        return Check(look, enough=lambda there: not reasons.isdisjoint(there))


def _clear(sheet: Sheet, finding: str) -> bool:
    outcome = sheet.outcomes.get(finding, NOTHING)
    return bool(outcome) and outcome.clear
