"""The product in one function: a draft comes in, a review goes out, and both are kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from time import perf_counter

from bot.engine.feed import shared_triples
from bot.engine.judge import judge
from bot.engine.language import detect
from bot.engine.model import NETWORKS, Draft, Feed, Language, Post, Review
from bot.engine.ruleset import RuleSet
from bot.engine.text import Text, read
from bot.observe.meter import Meter
from bot.render.answer import Previous
from bot.render.catalogue import say
from bot.store.answers import Answered
from bot.store.backdrop import Backdrop
from bot.store.brands import Brand, BrandSettings
from bot.store.history import History, Origin, Place, Version
from bot.store.outbox import Buttons, Letter
from bot.store.teams import PRIVATE

# After so many milliseconds the coach asks whether a brand's settings still hold.
STALE = 90 * 24 * 3600 * 1000

# Drafts that share so much within this time are attempts at the same post.
ALIKE = 0.5
ATTEMPTS = timedelta(days=1)

# From here on the draft's own language outweighs the channel's.
SURE = 0.8

# Longer drafts are judged in a thread: other chats should not wait for them.
LONG = 600


@dataclass(slots=True)
class RuleSource:
    """Holds the rules that judge now. Setting `current` swaps them whole: a draft never meets half of each."""

    current: RuleSet


Words = Callable[[Review, Language, Previous | None, str], str]
"""A review as HTML for a reader, with what the draft scored before and a remark to put under it."""

Keys = Callable[[Review, Language], Buttons]
"""The buttons under a review."""


def no_keys(_review: Review, _reader: Language) -> Buttons:
    return ()


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
        author: int | None = None,
        keys: Keys = no_keys,
        beside: Version | None = None,
    ) -> bool:
        """Judge a draft, keep the version, record its one answer, mark the update done: all of it or nothing.

        A new draft is compared with the one `beside` it. False, and nothing is done, if this very version was judged
        before: Telegram also reports an edit when only a link's preview changed.
        """
        if kind == PRIVATE:
            workspace = await self.history.workspace_of(place.chat if author is None else author, place)
        else:
            workspace = await self.history.workspace(kind, place.chat)
        backdrop = await self.history.backdrop(workspace, author, place, draft.text)
        draft = against(backdrop, draft)
        before = await self.history.latest(workspace, place)
        if before is not None and same(before, draft):
            return False
        if before is None and backdrop.draft is not None:
            # It was forgotten. Whoever edits it would be surprised to be remembered.
            return False
        review = await self.review(draft)
        stale = is_stale(backdrop.brand, self.history.now())
        remarks = [say(reader, "brand-stale", brand=draft.brand.name)] if stale else []
        if before is None and beside is not None:
            remarks.append(say(reader, "compared"))
        html = words(review, reader, self._previous(before or beside), "\n".join(remarks))
        letter = Letter(place.chat, html, keys(review, reader), reply_to=place.message)
        origin = Origin(author, None if backdrop.brand is None else backdrop.brand.id, asks_again=stale)
        await self.history.answer(workspace, place, draft, review, letter, origin)
        return True

    async def again(self, answered: Answered) -> Review:
        """What the coach says now about a draft that it answered: its feed or its settings may have changed."""
        return await self.review(await self._draft(answered))

    async def settle(self, answered: Answered, update_id: int, words: Words, reader: Language, keys: Keys) -> Review:
        """Judge an answered draft anew and keep that as its next version, in the same answer; the review of it."""
        draft = await self._draft(answered)
        review = await self.review(draft)
        # What was called unfair just now is out of the score, but nobody mended it.
        before = tuple(one for one in answered.version.weaknesses if one not in draft.unfair)
        html = words(review, reader, self._previous(replace(answered.version, weaknesses=before)), "")
        place = Place(update_id, answered.chat, answered.message)
        letter = Letter(answered.chat, html, keys(review, reader), reply_to=answered.message)
        await self.history.answer(answered.workspace, place, draft, review, letter)
        return review

    async def _draft(self, answered: Answered) -> Draft:
        version = answered.version
        place = Place(0, answered.chat, answered.message)
        backdrop = await self.history.backdrop(answered.workspace, answered.author, place, version.text)
        at = datetime.fromtimestamp(version.at / 1000, UTC)
        return against(backdrop, Draft(version.text, picture=version.picture, links=version.links, now=at))

    def _previous(self, version: Version | None) -> Previous | None:
        """What an edit is compared with: only a weakness can be fixed, and its title is the one it has now."""
        if version is None:
            return None
        cards = self.rules.current.cards
        return Previous(version.score, tuple(cards.get(found, found) for found in version.weaknesses))


def against(backdrop: Backdrop, draft: Draft) -> Draft:
    """The draft with all that is known around it: what the engine is to judge."""
    brand = backdrop.brand
    settings = BrandSettings() if brand is None else brand.settings
    feed = without_attempts(backdrop.feed, draft) if backdrop.guessed else backdrop.feed
    known = replace(draft, feed=feed, unfair=backdrop.unfair, language=language_for(draft, settings.language))
    wanted = backdrop.network or next(iter(settings.networks), None)
    network = next((network for network in NETWORKS if network == wanted), None)
    if brand is not None:
        known = replace(known, brand=settings.declared(brand.name, backdrop.muted))
    return known if network is None else replace(known, network=network)


def language_for(draft: Draft, channel: Language | None) -> Language | None:
    """The channel's language, unless the draft is surely written in another one: then the coach sees for itself."""
    if draft.language is not None or channel is None:
        return draft.language
    found, sure = detect(read(draft.text, draft.links))
    return channel if found == channel or sure < SURE else None


def without_attempts(feed: Feed, draft: Draft) -> Feed:
    """Drafts stand in for posts, but a draft that is sent anew after a change did not go out before."""
    text = read(draft.text)
    return Feed(tuple(post for post in feed.posts if not is_attempt(text, draft.now, post)))


def is_attempt(text: Text, now: datetime | None, post: Post) -> bool:
    if now is None or post.at is None or now - post.at > ATTEMPTS:
        return False
    return shared_triples(text, (0, len(text.folded)), post.text, "whole") >= ALIKE


def is_stale(brand: Brand | None, now: int) -> bool:
    """Whether nobody has looked at the settings for long; the coach asks about them once."""
    if brand is None or now - brand.updated < STALE:
        return False
    return brand.asked_again is None or brand.asked_again < brand.updated


def same(version: Version, draft: Draft) -> bool:
    return (version.text, version.picture, version.network) == (draft.text, draft.picture, draft.network)
