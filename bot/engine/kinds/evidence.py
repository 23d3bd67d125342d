"""`evidence`: named parts that add up to a finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from bot.engine.kinds.base import Check, Desk, Find, Options, Path
from bot.engine.model import LANGUAGES, Language, Span
from bot.engine.sheet import Outcome, Sheet

if TYPE_CHECKING:
    from bot.engine.kinds import AnyFind


_ROUNDING = 1e-9
"""Sums of weights such as 0.1 are a little off."""


class Part(Options):
    """One part: a title for people, a weight, and the find that sees it."""

    title: Mapping[Language, str]
    weight: float = 1.0
    find: AnyFind

    @model_validator(mode="before")
    @classmethod
    def _inline(cls, raw: Any) -> Any:
        """The find stands beside the title in the file, not under a key of its own."""
        if not isinstance(raw, dict) or "find" in raw:
            return raw
        own = {key: raw[key] for key in ("title", "weight") if key in raw}
        return {**own, "find": {key: value for key, value in raw.items() if key not in own}}


class Needs(Options):
    """How many parts it takes, and which ones above all."""

    at_least: Annotated[int, Field(ge=1)]
    of: int | None = None
    """How many parts there are: checked, so that a part can't be lost unseen."""
    all_of: Annotated[tuple[str, ...], Field(alias="and")] = ()


class Levels(Options):
    """The weights that weak and clear evidence take."""

    weak: float | None = None
    clear: float


class Evidence(Find):
    """Fires when enough of its named parts are there, counted or weighed."""

    SLOTS: ClassVar = frozenset({"quote", "found", "missing"})

    kind: Literal["evidence"]
    parts: Annotated[Mapping[str, Part], Field(min_length=1)]
    needs: Needs | None = None
    levels: Levels | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Evidence:
        if (self.needs is None) == (self.levels is None):
            raise ValueError('evidence says either "needs" or "levels": keep one of them')
        if self.needs:
            if self.needs.of is not None and self.needs.of != len(self.parts):
                raise ValueError(f"needs.of says {self.needs.of}, but there are {len(self.parts)} parts")
            unknown = [name for name in self.needs.all_of if name not in self.parts]
            if unknown:
                raise ValueError(f'needs.and names "{unknown[0]}", which is no part: there are {", ".join(self.parts)}')
        return self

    def depends_on(self) -> tuple[str, ...]:
        return (*super().depends_on(), *(finding for part in self.parts.values() for finding in part.find.depends_on()))

    def prepare(self, desk: Desk, at: Path) -> Check:
        checks = {name: desk.check(part.find, (*at, "parts", name, "find")) for name, part in self.parts.items()}

        def look(sheet: Sheet, region: Span) -> Outcome:
            there = sheet.there
            found = {
                name: outcome
                for name, check in checks.items()
                if check.needs <= there and (outcome := check.look(sheet, region))
            }
            clear = self._level(found)
            seen_parts = {"parts": tuple(found), "weight": sum(self.parts[name].weight for name in found)}
            if clear is None:
                return Outcome(slots=seen_parts)
            titles = {
                "found": self._titles(found),
                "missing": self._titles(name for name in self.parts if name not in found),
            }
            return Outcome(1.0, self._spans(found), {**titles, **seen_parts}, clear)

        return Check(look, self._required(checks), self._chance(checks))

    def _required(self, checks: Mapping[str, Check]) -> frozenset[int]:
        """What the parts need that must be there in any case."""
        return frozenset[int]().union(*(checks[name].needs for name in (self.needs.all_of if self.needs else ())))

    def _chance(self, checks: Mapping[str, Check]) -> Callable[[frozenset[int]], bool]:
        """Whether the parts that may fire could be enough together."""
        if self.needs:
            least: float = self.needs.at_least
            weights = [(check.needs, 1.0) for check in checks.values()]
        else:
            assert self.levels is not None
            least = self.levels.clear if self.levels.weak is None else min(self.levels.weak, self.levels.clear)
            weights = [(check.needs, max(0.0, self.parts[name].weight)) for name, check in checks.items()]
        bare = sum(weight for needs, weight in weights if not needs)
        bound = [(needs, weight) for needs, weight in weights if needs]

        def enough(there: frozenset[int]) -> bool:
            missing = least - bare
            for needs, weight in bound:
                if missing <= 0:
                    break
                if needs <= there:
                    missing -= weight
            return missing <= _ROUNDING

        return enough

    def _spans(self, found: Mapping[str, Outcome]) -> tuple[Span, ...]:
        return tuple(
            sorted({span for name, outcome in found.items() if self.parts[name].weight > 0 for span in outcome.spans})
        )

    def _level(self, found: Mapping[str, Outcome]) -> bool | None:
        """Whether the evidence is clear (True), weak (False) or not enough (None)."""
        if self.needs:
            enough = len(found) >= self.needs.at_least and all(name in found for name in self.needs.all_of)
            return True if enough else None
        assert self.levels is not None
        weight = sum(self.parts[name].weight for name in found)
        if weight >= self.levels.clear:
            return True
        if self.levels.weak is not None and weight >= self.levels.weak:
            return False
        return None

    def _titles(self, names: Any) -> Mapping[Language, str]:
        chosen = [self.parts[name].title for name in names if self.parts[name].weight > 0]
        return {language: ", ".join(title[language] for title in chosen if language in title) for language in LANGUAGES}
