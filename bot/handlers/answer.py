"""The buttons under an answer: why, what is left, not fair here, posted, and the network. Each changes it in place."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from telegram import CallbackQuery, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, ContextTypes

from bot.engine.model import NETWORKS, Language, Review
from bot.handlers.caller import language_of
from bot.handlers.taps import acknowledge
from bot.render.catalogue import say
from bot.render.telegram import review_html
from bot.render.views import left_html, unfair_choices, unfair_html, why_html
from bot.render.wording import cut, titled
from bot.review import Reviewer
from bot.store.answers import Answered
from bot.store.outbox import Buttons, Letter, Outbox
from bot.store.stores import Stores

Context = ContextTypes.DEFAULT_TYPE

# Kept in the buttons of messages that are out there: never reuse a letter for something else. Which draft is meant
# is not said here: it is the one that the message under the button answers.
DATA = re.compile(r"^a:([a-z])(?::([a-z][a-z0-9-]{0,55}))?$")

BACK = "a:r"
MOST_CHOICES = 8
LABEL = 40


def keys(review: Review, reader: Language, *, posted: bool = False) -> Buttons:
    """What can be asked about an answer; nothing where there is no score."""
    if review.score is None:
        return ()
    network = say(reader, "network-button", network=say(reader, f"network-{review.draft.network}"))
    sent = ("posted-button-done", "a:t") if posted else ("posted-button", "a:p")
    return (
        ((say(reader, "why-button"), "a:w"), (say(reader, "left-button"), "a:l")),
        ((say(reader, "unfair-button"), "a:u"), (say(reader, sent[0]), sent[1])),
        ((network, "a:n"),),
    )


def handlers(reviewer: Reviewer, outbox: Outbox, stores: Stores) -> list[BaseHandler[Any, Any, Any]]:
    desk = _Desk(reviewer, outbox, stores)

    async def on_tap(update: Update, _: Context) -> None:
        query, reader = update.callback_query, await language_of(update, stores)
        asked = DATA.match(query.data or "") if query is not None else None
        answered = await _answered(query, stores)
        act = desk.acts.get(asked[1]) if asked else None
        if query is None or asked is None or answered is None or act is None:
            await acknowledge(update, say(reader, "tap-outdated"))
            return
        tap = _Tap(update.update_id, query.message.message_id if query.message else 0, query.from_user.id, reader)
        hint = await act(answered, tap, asked[2] or "")
        await acknowledge(update, say(reader, hint) if hint else "")

    return [CallbackQueryHandler(on_tap, pattern=r"^a:")]


async def _answered(query: CallbackQuery | None, stores: Stores) -> Answered | None:
    if query is None or query.message is None:
        return None
    return await stores.answers.under(query.from_user.id, query.message.chat.id, query.message.message_id)


@dataclass(frozen=True, slots=True)
class _Tap:
    update_id: int
    message: int
    person: int
    reader: Language


_Act = Callable[[Answered, _Tap, str], Awaitable[str]]
"""What a button does with its argument; the key of the hint that pops up, or "" for none."""


@dataclass(frozen=True, slots=True)
class _Desk:
    reviewer: Reviewer
    outbox: Outbox
    stores: Stores

    @property
    def acts(self) -> dict[str, _Act]:
        return {
            "r": self.show,
            "w": self.why,
            "l": self.left,
            "u": self.unfair,
            "f": self.fair,
            "p": self.posted,
            "t": self.not_posted,
            "n": self.network,
        }

    async def show(self, answered: Answered, tap: _Tap, _: str) -> str:
        review = await self.reviewer.again(answered)
        await self._view(answered, tap, review_html(review, tap.reader), self._keys(review, tap, answered.posted))
        return ""

    async def why(self, answered: Answered, tap: _Tap, _: str) -> str:
        review = await self.reviewer.again(answered)
        await self._view(answered, tap, why_html(review, tap.reader), _back(tap))
        return ""

    async def left(self, answered: Answered, tap: _Tap, _: str) -> str:
        review = await self.reviewer.again(answered)
        await self._view(answered, tap, left_html(review, tap.reader), _back(tap))
        return ""

    async def unfair(self, answered: Answered, tap: _Tap, rule: str) -> str:
        """First which one, then the score without it. What protects readers stays, and is counted all the same."""
        review = await self.reviewer.again(answered)
        if not rule or rule not in {identity for _, identity in unfair_choices(review, tap.reader)}:
            await self._view(answered, tap, unfair_html(review, tap.reader), self._choices(review, tap))
            return ""
        await self.stores.mutes.call_unfair(answered.workspace, answered.draft, rule, tap.person)
        review = await self._settle(answered, tap)
        return "unfair-stays" if any(finding.id == rule for finding in review.findings) else "unfair-done"

    async def fair(self, answered: Answered, tap: _Tap, rule: str) -> str:
        await self.stores.mutes.call_fair(answered.workspace, answered.draft, rule)
        await self._settle(answered, tap)
        return ""

    async def posted(self, answered: Answered, tap: _Tap, _: str) -> str:
        await self.stores.feeds.posted(answered.workspace, answered.draft)
        review = await self.reviewer.again(answered)
        await self._view(answered, tap, review_html(review, tap.reader), self._keys(review, tap, posted=True))
        return "posted-done"

    async def not_posted(self, answered: Answered, tap: _Tap, _: str) -> str:
        await self.stores.feeds.not_posted(answered.workspace, answered.draft)
        review = await self.reviewer.again(answered)
        await self._view(answered, tap, review_html(review, tap.reader), self._keys(review, tap, posted=False))
        return "posted-undone"

    async def network(self, answered: Answered, tap: _Tap, wanted: str) -> str:
        if wanted not in NETWORKS:
            review = await self.reviewer.again(answered)
            await self._view(answered, tap, review_html(review, tap.reader), _networks(tap))
            return ""
        await self.stores.answers.choose_network(answered.workspace, answered.draft, wanted)
        await self._settle(answered, tap)
        return ""

    async def _settle(self, answered: Answered, tap: _Tap) -> Review:
        """Judge anew what has changed around the draft; its one answer says what that moved."""

        def under(review: Review, reader: Language) -> Buttons:
            return keys(review, reader, posted=answered.posted)

        return await self.reviewer.settle(answered, tap.update_id, review_html, tap.reader, under)

    async def _view(self, answered: Answered, tap: _Tap, html: str, buttons: Buttons) -> None:
        await self.outbox.answer(tap.update_id, Letter(answered.chat, html, buttons, edits=tap.message))

    def _keys(self, review: Review, tap: _Tap, posted: bool) -> Buttons:
        return keys(review, tap.reader, posted=posted)

    def _choices(self, review: Review, tap: _Tap) -> Buttons:
        found = unfair_choices(review, tap.reader)[:MOST_CHOICES]
        rows = [((cut(title, LABEL), f"a:u:{rule}"),) for title, rule in found]
        cards = self.reviewer.rules.current.cards
        for rule in sorted(review.draft.unfair)[:MOST_CHOICES]:
            title = titled(cards[rule], tap.reader) if rule in cards else rule
            rows.append(((f"↩ {cut(title, LABEL)}", f"a:f:{rule}"),))
        return (*rows, *_back(tap))


def _back(tap: _Tap) -> Buttons:
    return (((say(tap.reader, "back-button"), BACK),),)


def _networks(tap: _Tap) -> Buttons:
    names = [(say(tap.reader, f"network-{network}"), f"a:n:{network}") for network in NETWORKS]
    rows = [tuple(names[start : start + 2]) for start in range(0, len(names), 2)]
    return (*rows, *_back(tap))
