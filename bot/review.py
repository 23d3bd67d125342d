"""The product in one function: a draft comes in, a review goes out, and both are kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter

from bot.engine.judge import judge
from bot.engine.model import Draft, Language, Review
from bot.engine.ruleset import RuleSet
from bot.observe.meter import Meter
from bot.render.answer import Previous
from bot.store.history import History, Place, Version
from bot.store.outbox import Buttons, Letter

# Longer drafts are judged in a thread: other chats should not wait for them.
LONG = 600


@dataclass(slots=True)
class RuleSource:
    """Holds the rules that judge now. Setting `current` swaps them whole: a draft never meets half of each."""

    current: RuleSet


Words = Callable[[Review, Language, Previous | None], str]
"""A review as HTML for a reader, with what the draft scored before."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """What every door to the coach shares: Telegram, the terminal and the command line."""

    rules: RuleSource
    history: History
    meter: Meter = field(default_factory=Meter, kw_only=True)

    def judge(self, draft: Draft) -> Review:
        return judge(draft, self.rules.current)

    async def review(self, draft: Draft) -> Review:
        """As `judge`, but a long draft does not hold up the others."""
        began = perf_counter()
        try:
            if len(draft.text) < LONG:
                return self.judge(draft)
            return await asyncio.to_thread(self.judge, draft)
        finally:
            self.meter.reviews.add(perf_counter() - began)

    async def answer(
        self,
        draft: Draft,
        words: Words,
        reader: Language,
        *,
        place: Place,
        kind: str = "private",
        buttons: Buttons = (),
    ) -> bool:
        """Judge a draft, keep the version, record its one answer, mark the update done: all of it or nothing.

        False, and nothing is done, if this very version was judged before: Telegram also reports an edit when only
        a link's preview changed.
        """
        workspace = await self.history.workspace(kind, place.chat)
        before = await self.history.latest(workspace, place)
        if before is not None and same(before, draft):
            return False
        review = await self.review(draft)
        html = words(review, reader, self._previous(before))
        letter = Letter(place.chat, html, buttons, reply_to=place.message)
        await self.history.answer(workspace, place, draft, review, letter)
        return True

    def _previous(self, version: Version | None) -> Previous | None:
        """What an edit is compared with: only a weakness can be fixed, and its title is the one it has now."""
        if version is None:
            return None
        cards = self.rules.current.cards
        return Previous(version.score, tuple(cards.get(found, found) for found in version.weaknesses))


def same(version: Version, draft: Draft) -> bool:
    return (version.text, version.picture, version.network) == (draft.text, draft.picture, draft.network)
