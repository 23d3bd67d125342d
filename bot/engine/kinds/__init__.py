"""What a rule can look for: one file a kind, holding its options and its check together."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.engine.kinds import evidence
from bot.engine.kinds.balance import Balance
from bot.engine.kinds.base import Find
from bot.engine.kinds.combine import Combine
from bot.engine.kinds.count import Count
from bot.engine.kinds.density import Density
from bot.engine.kinds.evidence import Evidence, Part
from bot.engine.kinds.measure import Measure
from bot.engine.kinds.near import Near, Sequence
from bot.engine.kinds.overlap import Overlap
from bot.engine.kinds.presence import Absence, Presence
from bot.engine.kinds.promise import Promise
from bot.engine.kinds.unsupported import Unsupported

AnyFind = Annotated[
    Presence
    | Absence
    | Unsupported
    | Density
    | Balance
    | Count
    | Near
    | Sequence
    | Measure
    | Overlap
    | Promise
    | Evidence
    | Combine,
    Field(discriminator="kind"),
]
KINDS: tuple[type[Find], ...] = (
    Presence,
    Absence,
    Unsupported,
    Density,
    Balance,
    Count,
    Near,
    Sequence,
    Measure,
    Overlap,
    Promise,
    Evidence,
    Combine,
)

# A part of evidence holds any find, evidence included: the names meet here.
evidence.AnyFind = AnyFind  # type: ignore[attr-defined]
Part.model_rebuild(_types_namespace={"AnyFind": AnyFind})
Evidence.model_rebuild(_types_namespace={"AnyFind": AnyFind, "Part": Part})
