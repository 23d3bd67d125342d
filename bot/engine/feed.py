"""What earlier posts say about a draft: repeated words, promo streaks, days without a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache

from bot.engine.model import Draft, Post, Review, Span
from bot.engine.text import Text, read

SELLING_SHARE = 0.35
"""From this share of selling sentences on, a post counts as promotion (the threshold of promo-heavy)."""


def post_of(review: Review, at: datetime | None) -> Post:
    """A judged text as an earlier post of a feed."""
    return Post(review.draft.text, at, selling_share(review), proven_reasons(review))


def selling_share(review: Review) -> float:
    """The share of its sentences that sell, 0 to 1."""
    return review.tests.selling / review.tests.sentences if review.tests.sentences else 0.0


def proven_reasons(review: Review) -> tuple[str, ...]:
    """Ids of the reasons to follow that have clear evidence."""
    return tuple(finding.id for finding in review.findings if finding.reason and finding.clear and not finding.trial)


def opening(text: Text) -> Span:
    """The first sentence."""
    return text.sentences[0] if text.sentences else (0, 0)


def closing(text: Text) -> Span:
    """The last sentence."""
    return text.sentences[-1] if text.sentences else (0, 0)


def shared_triples(text: Text, part: Span, earlier: str, which: str) -> float:
    """The share of a part's three-word runs that stand in the same part of an earlier post; 0 for short parts."""
    mine = _triples(text, part)
    return len(mine & _earlier_triples(earlier, which)) / len(mine) if mine else 0.0


@lru_cache(maxsize=1_000)
def _earlier_triples(post: str, which: str) -> frozenset[int]:
    """A feed changes seldom, and each draft is compared with all of it: its posts are read once."""
    text = read(post)
    part = {"opening": opening, "closing": closing}.get(which, lambda whole: (0, len(whole.folded)))(text)
    return _triples(text, part)


def _triples(text: Text, part: Span) -> frozenset[int]:
    """As hashes: a thousand posts are some megabytes then and not some dozens."""
    words = [word for word, start in zip(text.words, text.starts, strict=True) if part[0] <= start < part[1]]
    return frozenset(hash(tuple(words[index : index + 3])) for index in range(len(words) - 2))


def promo_streak(draft: Draft, now: datetime | None) -> float:
    """How many of the newest posts in a row sell."""
    streak = 0
    for post in draft.feed.posts:
        if post.promo < SELLING_SHARE:
            break
        streak += 1
    return float(streak)


def promo_share(draft: Draft, now: datetime | None) -> float:
    """The share of the last ten posts that sell; 0 with fewer than three posts."""
    posts = draft.feed.posts[:10]
    return sum(post.promo >= SELLING_SHARE for post in posts) / len(posts) if len(posts) >= 3 else 0.0


def promo_over_limit(draft: Draft, now: datetime | None) -> float:
    """How far the promo share lies over the brand's limit; negative below it."""
    return promo_share(draft, now) - draft.brand.promo_limit


def days_since_reason(draft: Draft, now: datetime | None) -> float:
    """Days since the last post with a proven reason to follow; 0 when unknown."""
    reasons: list[Post] = [post for post in draft.feed.posts if post.reasons and post.at]
    if not reasons or now is None or reasons[0].at is None:
        return 0.0
    return max(0.0, (now - reasons[0].at).total_seconds() / 86_400)


FEED_MEASURES: Mapping[str, Callable[[Draft, datetime | None], float]] = {
    "promo-streak": promo_streak,
    "promo-share": promo_share,
    "promo-over-limit": promo_over_limit,
    "days-since-reason": days_since_reason,
}
