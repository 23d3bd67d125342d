"""The product as a whole: a draft is judged by the brand that was set up and by what it published before."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.engine.judge import judge
from bot.engine.model import Draft, Feed, Post
from bot.review import SURE, against, is_attempt, language_for
from bot.store.backdrop import Backdrop
from bot.store.history import Version
from bot.store.stores import Stores, stores_on
from tests.support.chat import Bot, Chat, open_bot
from tests.support.two_teams import rules

OLA = 7
SALES = (
    "Winter boots are on sale now! Buy your pair today in our shop 👉 example.com/boots",
    "Our new coats have arrived. Order yours now and save, only in our online shop!",
    "Best prices on gloves! Shop now, buy two and get a gift: example.com/gloves",
    "Scarves at a special price! Hurry, order today, our shop has the best deals.",
)
ADVICE = (
    "Boots wet after the walk? Stuff them with newspaper and keep them away from the heater: dry by morning, no cracks."
)


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Bot]:
    async with open_bot(tmp_path, lambda draft: judge(draft, rules().current), rules()) as opened:
        yield opened


@pytest.fixture
def stores(bot: Bot) -> Stores:
    return stores_on(bot.database, bot.clock)


@pytest.fixture
def ola(bot: Bot) -> Chat:
    return Chat(bot)


async def brand(stores: Stores, **settings: Any) -> tuple[int, int]:
    """Workspace and number of a brand with these settings."""
    home = (await stores.teams.home(OLA)).workspace
    made = await stores.brands.add(home, OLA, "Boots & Co")
    assert made is not None
    await stores.brands.change(home, made, **settings)
    return home, made


async def publish(bot: Bot, stores: Stores, workspace: int, number: int, *texts: str) -> None:
    """Posts of the last days, the oldest first."""
    day = 24 * 3600 * 1000
    judged = [
        (judge(Draft(text), rules().current), bot.clock.at - (len(texts) - one) * day) for one, text in enumerate(texts)
    ]
    assert await stores.feeds.add(workspace, number, judged) == len(texts)


async def verdict(ola: Chat, stores: Stores, text: str) -> Version:
    await ola.send(text)
    workspace = (await stores.teams.current(OLA)).workspace
    [newest] = await stores.history.versions(workspace, 1)
    assert newest.text == text
    return newest


async def test_third_promo_in_a_row_is_told(bot: Bot, ola: Chat, stores: Stores) -> None:
    await publish(bot, stores, *await brand(stores), *SALES[:3])
    assert "promo-streak" in (await verdict(ola, stores, SALES[3])).findings


async def test_promo_after_advice_is_no_streak(bot: Bot, ola: Chat, stores: Stores) -> None:
    await publish(bot, stores, *await brand(stores, promo_limit=1.0), *SALES[:3], ADVICE)
    assert "promo-streak" not in (await verdict(ola, stores, SALES[3])).findings


async def test_the_same_again_is_told_from_what_was_published(bot: Bot, ola: Chat, stores: Stores) -> None:
    await publish(bot, stores, *await brand(stores), ADVICE)
    again = ADVICE.replace("by morning", "by the morning after")
    assert "sounds-like-last-time" in (await verdict(ola, stores, again)).findings


async def test_a_better_attempt_at_a_draft_is_not_the_same_again(ola: Chat, stores: Stores) -> None:
    await brand(stores)
    await verdict(ola, stores, ADVICE)
    again = ADVICE.replace("by morning", "by the morning after")
    assert "sounds-like-last-time" not in (await verdict(ola, stores, again)).findings


async def test_drafts_stand_in_for_a_feed_that_nobody_brought(ola: Chat, stores: Stores) -> None:
    for sale in SALES[:3]:
        await verdict(ola, stores, sale)
    assert "promo-streak" in (await verdict(ola, stores, SALES[3])).findings


async def test_promise_and_silence_are_held_against_a_draft(ola: Chat, stores: Stores) -> None:
    await brand(stores, promise=("deal",), answerer=False)
    told = await verdict(ola, stores, ADVICE)
    assert "off-promise" in told.findings
    asked = "Which opening hours suit you better from May: 7 to 15 or 9 to 17? We count your answers on Friday."
    assert "question-without-answerer" in (await verdict(ola, stores, asked)).findings


async def test_nothing_is_sold_in_a_library(ola: Chat, stores: Stores) -> None:
    await brand(stores, space="library")
    assert "promo-in-adfree-space" in (await verdict(ola, stores, SALES[0])).findings


async def test_muted_rule_is_silent_for_its_brand_only(ola: Chat, stores: Stores) -> None:
    home, first = await brand(stores, space="library")
    assert await stores.mutes.mute(home, first, "promo-in-adfree-space")
    assert "promo-in-adfree-space" not in (await verdict(ola, stores, SALES[0])).findings
    await brand(stores, space="library")
    assert "promo-in-adfree-space" in (await verdict(ola, stores, SALES[1])).findings


async def test_brands_first_network_judges_unless_the_draft_has_its_own(ola: Chat, stores: Stores) -> None:
    await brand(stores, networks=("vk", "x"))
    assert (await verdict(ola, stores, ADVICE)).network == "vk"


def backdrop(**known: Any) -> Backdrop:
    nothing = Backdrop(None, None, frozenset(), frozenset(), None, Feed(), guessed=False)
    return replace(nothing, **known)


def test_network_of_a_draft_outweighs_the_brand() -> None:
    assert against(backdrop(network="x"), Draft("a")).network == "x"
    assert against(backdrop(network="from an older bot"), Draft("a")).network == "telegram"


def test_channels_language_wins_unless_the_draft_is_surely_another() -> None:
    assert language_for(Draft("ok 👍"), "pl") == "pl"
    assert language_for(Draft(ADVICE), "pl") is None
    assert language_for(Draft(ADVICE), None) is None
    assert language_for(Draft(ADVICE, language="ru"), "pl") == "ru"
    assert 0.5 < SURE < 1


def test_an_attempt_is_alike_and_recent() -> None:
    from bot.engine.text import read

    now = datetime(2026, 9, 21, tzinfo=UTC)
    text = read(ADVICE)
    assert is_attempt(text, now, Post(ADVICE, now - timedelta(hours=1)))
    assert not is_attempt(text, now, Post(ADVICE, now - timedelta(days=2)))
    assert not is_attempt(text, now, Post(SALES[0], now))
    assert not is_attempt(text, None, Post(ADVICE, now))
