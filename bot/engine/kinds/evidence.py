"""`evidence`: named parts that add up to a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import Field, model_validator

from bot.engine.kinds.base import Check, Desk, Find, Look, Options, Path
from bot.engine.model import LANGUAGES, Language, Span
from bot.engine.sheet import NOTHING, Outcome, Sheet, Sign

if TYPE_CHECKING:
    from bot.engine.kinds import AnyFind


NO_LIMIT = 1e9
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
        tries = self._tries(checks)
        spare = self._spare()

        def look(sheet: Sheet, region: Span) -> Outcome:
            there = sheet.there
            left = NO_LIMIT if sheet.thorough else spare
            found: dict[str, Outcome] = {}
            for name, needs, look_at, if_missing, if_found in tries:
                outcome = look_at(sheet, region) if needs <= there else NOTHING
                if outcome.strength > 0:
                    found[name] = outcome
                    left -= if_found
                else:
                    left -= if_missing
                if left < -_ROUNDING:
                    return NOTHING
            return self._outcome({name: found[name] for name in self.parts if name in found})

        return Check(look, self._required(checks), self._chance(checks))

    def _tries(self, checks: Mapping[str, Check]) -> list[_Try]:
        """The parts as they are tried: first those that what is there may rule out, which costs next to nothing."""
        order = sorted(checks, key=lambda name: not checks[name].needs)
        return [_Try(name, checks[name].needs, checks[name].look, *self._costs(name)) for name in order]

    def _costs(self, name: str) -> tuple[float, float]:
        """What of the spare weight is gone if the part is missing, and if it is found."""
        if self.needs:
            return (NO_LIMIT if name in self.needs.all_of else 1.0), 0.0
        weight = self.parts[name].weight
        return max(0.0, weight), max(0.0, -weight)

    def _spare(self) -> float:
        """How much may be lost before the rest can't be enough."""
        if self.needs:
            return len(self.parts) - self.needs.at_least
        return sum(max(0.0, part.weight) for part in self.parts.values()) - self._least()

    def _least(self) -> float:
        """The least weight that is evidence."""
        assert self.levels is not None
        return self.levels.clear if self.levels.weak is None else min(self.levels.weak, self.levels.clear)

    def _outcome(self, found: Mapping[str, Outcome]) -> Outcome:
        clear = self._level(found)
        seen = {"parts": tuple(found), "weight": sum(self.parts[name].weight for name in found)}
        if clear is None:
            return Outcome(slots=seen)
        titles = {
            "found": _Titles(self.parts, tuple(found)),
            "missing": _Titles(self.parts, tuple(name for name in self.parts if name not in found)),
        }
        return Outcome(1.0, self._spans(found), {**titles, **seen}, clear)

    def _required(self, checks: Mapping[str, Check]) -> frozenset[Sign]:
        """What the parts need that must be there in any case."""
        if self.needs is None:
            return frozenset()
        every = self.needs.at_least == len(self.parts)
        return frozenset[Sign]().union(*(checks[name].needs for name in (self.parts if every else self.needs.all_of)))

    def _chance(self, checks: Mapping[str, Check]) -> Callable[[set[Sign]], bool]:
        """Whether the parts that may fire could be enough together."""
        spare = self._spare()
        costs = [(check.needs, self._costs(name)[0]) for name, check in checks.items() if check.needs]

        def enough(there: set[Sign]) -> bool:
            left = spare
            for needs, if_missing in costs:
                if not needs <= there:
                    left -= if_missing
                    if left < -_ROUNDING:
                        return False
            return True

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


class _Try(NamedTuple):
    """One part, ready to be tried."""

    name: str
    needs: frozenset[Sign]
    look: Look
    if_missing: float
    if_found: float


@dataclass(frozen=True, slots=True, eq=False)
class _Titles(Mapping[Language, str]):
    """The titles of some parts, put together when somebody reads them."""

    parts: Mapping[str, Part]
    names: tuple[str, ...]

    def __getitem__(self, language: Language) -> str:
        chosen = [self.parts[name].title for name in self.names if self.parts[name].weight > 0]
        return ", ".join(title[language] for title in chosen if language in title)

    def __iter__(self) -> Iterator[Language]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)
