"""How often every rule fires on labelled drafts, as SpamAssassin's hit frequencies do for mail."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.engine.model import LANGUAGES, Band, Language, Review

BANDS: tuple[Band, ...] = ("weak", "mixed", "strong")


@dataclass(frozen=True, slots=True)
class Seen:
    """One labelled draft and what was found in it."""

    language: Language | None
    band: Band | None
    findings: frozenset[str]

    @classmethod
    def of(cls, review: Review, band: Band | None) -> Seen:
        return cls(review.language, band, frozenset(finding.id for finding in review.findings))


@dataclass(frozen=True, slots=True)
class Frequency:
    """One rule's hits."""

    id: str
    hits: int
    share: float
    """Of all drafts."""
    bands: Mapping[Band, float]
    """Share of the drafts of each band; empty without labels."""
    languages: Mapping[Language, float]
    """Share of the drafts of each language."""
    lift: float | None
    """How much likelier a strong draft (for weaknesses: a weak one) is where it fires; None if that can't be told."""
    twin: tuple[str, float] | None
    """The rule that fires most nearly on the same drafts, and how nearly (1: on just the same)."""


def frequencies(seen: Sequence[Seen], signs: Mapping[str, str]) -> list[Frequency]:
    """Every rule, the most frequent first; rules that never fire are last."""
    where = {id_: {number for number, draft in enumerate(seen) if id_ in draft.findings} for id_ in signs}
    twins = _twins(where)
    found = [_frequency(id_, sign, where[id_], seen, twins.get(id_)) for id_, sign in signs.items()]
    return sorted(found, key=lambda item: (-item.hits, item.id))


def _frequency(
    id_: str, sign: str, hits: Collection[int], seen: Sequence[Seen], twin: tuple[str, float] | None
) -> Frequency:
    telling: Band = "weak" if sign == "-" else "strong"
    return Frequency(
        id=id_,
        hits=len(hits),
        share=len(hits) / len(seen) if seen else 0.0,
        bands={band: share for band in BANDS if (share := _share(hits, seen, "band", band)) is not None},
        languages={
            spoken: share for spoken in LANGUAGES if (share := _share(hits, seen, "language", spoken)) is not None
        },
        lift=_lift([seen[number] for number in hits], seen, telling),
        twin=twin,
    )


def _share(hits: Collection[int], seen: Sequence[Seen], name: str, value: str) -> float | None:
    every = [number for number, draft in enumerate(seen) if getattr(draft, name) == value]
    return len({*every} & {*hits}) / len(every) if every else None


def _lift(hit: Sequence[Seen], seen: Sequence[Seen], band: Band) -> float | None:
    inside, overall = _part(hit, band), _part(seen, band)
    return inside / overall if inside is not None and overall else None


def _part(drafts: Iterable[Seen], band: Band) -> float | None:
    labelled = [draft for draft in drafts if draft.band]
    return sum(draft.band == band for draft in labelled) / len(labelled) if labelled else None


def _twins(where: Mapping[str, set[int]]) -> dict[str, tuple[str, float]]:
    found: dict[str, tuple[str, float]] = {}
    for one, other in combinations(sorted(where), 2):
        both = len(where[one] & where[other])
        if not both:
            continue
        likeness = both / len(where[one] | where[other])
        for id_, partner in ((one, other), (other, one)):
            if id_ not in found or likeness > found[id_][1]:
                found[id_] = (partner, likeness)
    return found
