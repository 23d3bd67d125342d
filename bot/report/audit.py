"""What a brand's published posts gave to people who never buy: the numbers of an audit, pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.engine.feed import SELLING_SHARE, proven_reasons, selling_share
from bot.engine.model import Review
from bot.report.week import LAST, Kinds, Share
from bot.store.brands import PROMISES

# With fewer posts a share says more about chance than about the brand.
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """A published post and what the coach says about it."""

    review: Review
    at: datetime | None

    @property
    def sells(self) -> bool:
        return selling_share(self.review) >= SELLING_SHARE

    @property
    def reasons(self) -> tuple[str, ...]:
        return proven_reasons(self.review)

    @property
    def score(self) -> int:
        return self.review.score or 0


@dataclass(frozen=True, slots=True)
class Audit:
    posts: tuple[Judged, ...]
    """Those that have a score, the oldest first."""
    unjudged: int
    """Those without words, or in other languages."""
    reasons: Share
    by_kind: Mapping[str, int]
    """In how many posts each kind of value was proven."""
    promised: tuple[str, ...]
    kept: Share
    """Posts that give a promised kind."""
    streak: int
    """The longest run of posts that sell."""
    last: Share
    """Of the last ten posts, those that sell."""
    limit: float
    best: Judged | None
    weakest: Judged | None

    @property
    def enough(self) -> bool:
        return len(self.posts) >= FEWEST


def audit(judged: Sequence[Judged], promised: Sequence[str], limit: float, kinds: Kinds) -> Audit:
    """`judged` has the oldest post first; `limit` is the share of the last ten that may sell."""
    posts = tuple(one for one in judged if one.review.score is not None)
    given = [_kinds_of(one, kinds) for one in posts]
    last = posts[-LAST:]
    return Audit(
        posts=posts,
        unjudged=len(judged) - len(posts),
        reasons=Share(sum(bool(one.reasons) for one in posts), len(posts)),
        by_kind={kind: sum(kind in gives for gives in given) for kind in PROMISES},
        promised=tuple(kind for kind in PROMISES if kind in promised),
        kept=Share(sum(not gives.isdisjoint(promised) for gives in given), len(posts) if promised else 0),
        streak=_longest_run(posts),
        last=Share(sum(one.sells for one in last), len(last)),
        limit=limit,
        best=max(posts, key=lambda one: one.score, default=None),
        weakest=min(posts, key=lambda one: one.score, default=None),
    )


def _kinds_of(post: Judged, kinds: Kinds) -> set[str]:
    return {kind for kind, findings in kinds.items() if not set(findings).isdisjoint(post.reasons)}


def _longest_run(posts: Sequence[Judged]) -> int:
    longest = run = 0
    for one in posts:
        run = run + 1 if one.sells else 0
        longest = max(longest, run)
    return longest
