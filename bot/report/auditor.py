"""Judges published posts, puts them into their brand's feed and makes the answer: a picture with its words."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.engine.judge import judge
from bot.engine.model import NETWORKS, Brand, Draft, Language, Network
from bot.engine.ruleset import RuleSet
from bot.report.audit import Audit, Judged, audit
from bot.report.published import FoundPost
from bot.report.reporter import kinds_of
from bot.store.brands import Brand as KnownBrand
from bot.store.brands import BrandSettings
from bot.store.feed import Feeds

# Judged in one go, in a thread; between two of them others are served and the progress is told.
BATCH = 50

Progress = Callable[[int, int], Awaitable[None]]
"""Told how many posts of how many are judged."""


@dataclass(frozen=True, slots=True)
class Auditor:
    rules: Callable[[], RuleSet]
    feeds: Feeds

    async def run(self, workspace: int, brand: KnownBrand, posts: Sequence[FoundPost], progress: Progress) -> Audit:
        """The posts, oldest first, join the brand's feed; one that is in it already is there once."""
        rules, settings = self.rules(), brand.settings
        declared = settings.declared(brand.name, frozenset())
        judged: list[Judged] = []
        for start in range(0, len(posts), BATCH):
            some = posts[start : start + BATCH]
            judged += await asyncio.to_thread(judge_all, some, rules, declared, network_of(settings))
            await progress(len(judged), len(posts))
        feed = [(one.review, None if one.at is None else int(one.at.timestamp() * 1000)) for one in judged]
        await self.feeds.add(workspace, brand.id, [one for one in feed if one[0].score is not None])
        return audit(judged, settings.promise, settings.promo_limit, kinds_of(rules))


def judge_all(posts: Sequence[FoundPost], rules: RuleSet, brand: Brand, network: Network) -> list[Judged]:
    """Each by itself: a post that came before its time would say nothing about the one before it."""
    return [
        Judged(judge(Draft(post.text, network=network, brand=brand, now=post.at), rules), post.at) for post in posts
    ]


def network_of(settings: BrandSettings) -> Network:
    wanted = next(iter(settings.networks), None)
    return next((network for network in NETWORKS if network == wanted), "telegram")


def drawn(found: Audit, brand: str, language: Language) -> bytes:
    """The picture; imports what draws, which takes most of a second the first time."""
    from bot.report.audit_chart import picture

    return picture(found, brand, language)
