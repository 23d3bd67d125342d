"""`overlap`: the draft repeats earlier posts of its feed."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from bot.engine.feed import closing, opening, shared_triples
from bot.engine.kinds.base import Check, Desk, Find, Path, fires, misses
from bot.engine.model import Span
from bot.engine.sheet import Outcome, Sheet


class Overlap(Find):
    """Fires when enough of the draft, its opening or its closing stands in one of the last posts."""

    SLOTS: ClassVar = frozenset({"quote", "count", "share"})

    kind: Literal["overlap"]
    part: Literal["whole", "opening", "closing"] = "whole"
    at_least: Annotated[float, Field(gt=0, le=1)] = 0.5
    """The share of three-word runs that must stand in the other post, too."""
    posts: Annotated[int, Field(ge=1, le=100)] = 10
    times: Annotated[int, Field(ge=1)] = 1
    """In how many of the posts."""

    def prepare(self, desk: Desk, at: Path) -> Check:
        def look(sheet: Sheet, region: Span) -> Outcome:
            part = {"whole": lambda text: (0, len(text.folded)), "opening": opening, "closing": closing}[self.part](
                sheet.text
            )
            shares = [
                shared_triples(sheet.text, part, post.text, self.part) for post in sheet.draft.feed.posts[: self.posts]
            ]
            alike = [share for share in shares if share >= self.at_least]
            if len(alike) < self.times:
                return misses(count=len(alike), share=round(100 * max(shares, default=0)))
            return fires(spans=() if self.part == "whole" else (part,), count=len(alike), share=round(100 * max(alike)))

        return Check(look)
