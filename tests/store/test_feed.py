"""The feed: what a brand published, newest first, each post once, and what stands in for it until then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.engine import model
from bot.engine.model import Draft, Review
from bot.store.brands import Brands
from bot.store.connection import Database
from bot.store.feed import AUDIT, POSTED, Feeds
from bot.store.history import History, Origin, Place
from bot.store.inbox import Inbox
from bot.store.mutes import Mutes
from bot.store.outbox import Letter
from bot.store.teams import Teams
from tests.support.clock import HandClock
from tests.support.reviews import finding, review
from tests.support.updates import message_update

OLA, JAN = 7, 8


@pytest.fixture
async def mine(database: Database, clock: HandClock) -> int:
    return (await Teams(database, clock).home(OLA)).workspace


@pytest.fixture
async def other(database: Database, clock: HandClock) -> int:
    return (await Teams(database, clock).home(JAN)).workspace


@pytest.fixture
async def brand(database: Database, clock: HandClock, mine: int) -> int:
    made = await Brands(database, clock).add(mine, OLA, "Bakery")
    assert made is not None
    return made


@pytest.fixture
def feeds(database: Database, clock: HandClock) -> Feeds:
    return Feeds(database, clock)


def judged(text: str, score: int = 50, *, sells: bool = False) -> Review:
    reason = replace(finding("value-support", 24), reason=24)
    said = review(Draft(text), score, *([] if sells else [reason]))
    return replace(said, tests=model.Tests(None, False, 2 if sells else 0, 2, "broadcast"))


async def send(
    database: Database, clock: HandClock, workspace: int, brand: int | None, text: str, *, number: int
) -> None:
    """A draft that was judged and answered."""
    await Inbox(database, clock).store([message_update(number)])
    place, said = Place(number, OLA, number), judged(text)
    origin = Origin(OLA, brand)
    await History(database, clock).answer(workspace, place, said.draft, said, Letter(OLA, "answer"), origin)


async def test_audited_posts_come_back_newest_first(feeds: Feeds, mine: int, brand: int) -> None:
    posts = [(judged("no date"), None), (judged("old", sells=True), 1_000), (judged("new"), 2_000)]
    assert await feeds.add(mine, brand, posts) == 3
    kept = await feeds.of(mine, brand)
    assert [post.text for post in kept] == ["new", "old", "no date"]
    assert [(post.promo, post.reasons) for post in kept] == [
        (0.0, ("value-support",)),
        (1.0, ()),
        (0.0, ("value-support",)),
    ]
    assert {post.source for post in kept} == {AUDIT}


async def test_same_post_is_in_a_feed_once(feeds: Feeds, mine: int, brand: int) -> None:
    assert await feeds.add(mine, brand, [(judged("Bread at 7."), 1), (judged("bread  at 7. "), 2)]) == 1
    assert await feeds.add(mine, brand, [(judged("Bread at 7."), 1)]) == 0
    assert await feeds.count(mine, brand) == 1


async def test_a_thousand_posts_at_once(feeds: Feeds, mine: int, brand: int) -> None:
    assert await feeds.add(mine, brand, [(judged(f"Post {number}."), number) for number in range(1_000)]) == 1_000
    assert [post.text for post in await feeds.of(mine, brand, 2, skip=1)] == ["Post 998.", "Post 997."]
    assert await feeds.clear(mine, brand) == 1_000


async def test_posted_draft_is_part_of_the_feed_until_it_is_taken_back(
    feeds: Feeds, database: Database, clock: HandClock, mine: int, brand: int
) -> None:
    await send(database, clock, mine, brand, "Bread at 7.", number=1)
    [version] = await History(database, clock).versions(mine)
    for _ in range(2):
        assert await feeds.posted(mine, version.draft)
    [post] = await feeds.of(mine, brand)
    assert (post.text, post.source, post.draft, post.at) == ("Bread at 7.", POSTED, version.draft, clock.at)
    assert post.reasons == ("value-support",)
    assert await feeds.not_posted(mine, version.draft)
    assert await feeds.of(mine, brand) == []


async def test_other_workspace_neither_sees_nor_changes_a_feed(
    feeds: Feeds, database: Database, clock: HandClock, mine: int, other: int, brand: int
) -> None:
    await send(database, clock, mine, brand, "Bread at 7.", number=1)
    [version] = await History(database, clock).versions(mine)
    assert await feeds.posted(mine, version.draft)
    assert await feeds.add(other, brand, [(judged("Intruder"), 1)]) == 0
    assert await feeds.of(other, brand) == []
    assert await feeds.count(other, brand) == 0
    assert await feeds.clear(other, brand, POSTED) == 0
    assert not await feeds.posted(other, version.draft)
    assert not await feeds.not_posted(other, version.draft)
    assert not await Mutes(database).call_unfair(other, version.draft, "shouting", JAN)
    assert [post.text for post in await feeds.of(mine, brand)] == ["Bread at 7."]


async def test_draft_is_judged_before_what_was_published(
    feeds: Feeds, database: Database, clock: HandClock, mine: int, brand: int
) -> None:
    history, new = History(database, clock), Place(9, OLA, 9)
    await send(database, clock, mine, brand, "Bread at 7.", number=1)
    first = await history.backdrop(mine, OLA, new, "Rolls at 8.")
    assert first.guessed
    assert [(post.text, post.reasons) for post in first.feed.posts] == [("Bread at 7.", ("value-support",))]
    await feeds.add(mine, brand, [(judged("Cake", sells=True), 1_000)])
    then = await history.backdrop(mine, OLA, new, "Rolls at 8.")
    assert not then.guessed
    assert [(post.text, post.promo) for post in then.feed.posts] == [("Cake", 1.0)]
    same_words = await history.backdrop(mine, OLA, new, "cake")
    assert "Cake" not in [post.text for post in same_words.feed.posts]


async def test_draft_is_not_its_own_past(
    feeds: Feeds, database: Database, clock: HandClock, mine: int, brand: int
) -> None:
    history, place = History(database, clock), Place(2, OLA, 1)
    await send(database, clock, mine, brand, "Bread at 7.", number=1)
    [version] = await history.versions(mine)
    assert (await history.backdrop(mine, OLA, place, "Bread at 8.")).feed.posts == ()
    await feeds.posted(mine, version.draft)
    assert (await history.backdrop(mine, OLA, place, "Bread at 8.")).feed.posts == ()


async def test_known_draft_keeps_its_brand_and_what_was_called_unfair(
    database: Database, clock: HandClock, mine: int, brand: int
) -> None:
    history, brands, mutes = History(database, clock), Brands(database, clock), Mutes(database, clock)
    await send(database, clock, mine, brand, "Bread at 7.", number=1)
    [version] = await history.versions(mine)
    assert await brands.add(mine, OLA, "Cafe") is not None
    assert await mutes.call_unfair(mine, version.draft, "shouting", OLA)
    assert await mutes.mute(mine, brand, "hard-to-read")
    known = await history.backdrop(mine, OLA, Place(2, OLA, 1), "Bread at 8.")
    assert known.brand is not None
    assert (known.draft, known.brand.name, known.unfair, known.muted) == (
        version.draft,
        "Bakery",
        frozenset({"shouting"}),
        frozenset({"hard-to-read"}),
    )
    new = await history.backdrop(mine, OLA, Place(3, OLA, 3), "Coffee")
    assert new.brand is not None
    assert (new.draft, new.brand.name, new.unfair, new.muted) == (None, "Cafe", frozenset(), frozenset())


async def test_unfair_findings_are_counted_once_a_draft(
    database: Database, clock: HandClock, mine: int, brand: int
) -> None:
    mutes = Mutes(database, clock)
    await send(database, clock, mine, brand, "Bread at 7.", number=1)
    [version] = await History(database, clock).versions(mine)
    for _ in range(2):
        assert await mutes.call_unfair(mine, version.draft, "shouting", OLA)
    assert await mutes.unfair_counts(mine, clock.at, clock.at + 1) == {"shouting": 1}
    assert await mutes.unfair_counts(mine, clock.at + 1, clock.at + 2) == {}
    assert await mutes.call_fair(mine, version.draft, "shouting")
    assert await mutes.unfair_in(mine, version.draft) == frozenset()


async def test_an_edited_draft_stays_where_it_began_as_long_as_its_author_does(
    database: Database, clock: HandClock, mine: int
) -> None:
    teams, history, place = Teams(database, clock), History(database, clock), Place(1, JAN, 1)
    team = await teams.make(OLA, "Bakery")
    token = await teams.invite(team, OLA, "member")
    assert token is not None
    await teams.accept(token, JAN)
    assert await history.workspace_of(JAN, place) == team
    await Inbox(database, clock).store([message_update(1, chat=JAN)])
    said = judged("Bread at 7.")
    await history.answer(team, place, said.draft, said, Letter(JAN, "answer"), Origin(JAN, None))
    home = (await teams.home(JAN)).workspace
    assert await teams.choose(JAN, home)
    assert await history.workspace_of(JAN, place) == team
    assert await history.workspace_of(JAN, Place(2, JAN, 2)) == home
    assert await teams.remove(team, OLA, JAN)
    assert await history.workspace_of(JAN, place) == home


async def test_somebody_new_gets_a_workspace_with_the_first_draft(database: Database, clock: HandClock) -> None:
    history, teams = History(database, clock), Teams(database, clock)
    workspace = await history.workspace_of(JAN, Place(1, JAN, 1))
    assert (await teams.home(JAN)).workspace == workspace
