"""Brands: settings that stay as they were said, and that only their own workspace reads and changes."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bot.store.brands import MOST_BRANDS, Brands, BrandSettings
from bot.store.connection import Database
from bot.store.mutes import Mutes
from bot.store.teams import Teams
from tests.support.clock import HandClock

OLA, JAN = 7, 8


@pytest.fixture
def brands(database: Database, clock: HandClock) -> Brands:
    return Brands(database, clock)


@pytest.fixture
async def mine(database: Database, clock: HandClock) -> int:
    return (await Teams(database, clock).home(OLA)).workspace


@pytest.fixture
async def other(database: Database, clock: HandClock) -> int:
    return (await Teams(database, clock).home(JAN)).workspace


async def made(brands: Brands, workspace: int, name: str = "Bakery", person: int = OLA) -> int:
    brand = await brands.add(workspace, person, name)
    assert brand is not None
    return brand


async def test_settings_are_kept_as_they_were_said(brands: Brands, mine: int) -> None:
    brand = await made(brands, mine)
    said = BrandSettings(
        reach="people of the street", promise=("support", "deal"), manifesto="Bread at seven.", asked=True, asked_at=5,
        said="longer hours", networks=("vk", "x"), channel="community", stance="conversation", space="library",
        answerer=False, answers="Jan, until 18:00", promo_limit=0.5, address="panstwo", language="pl",
        topics="bread", legal="eu-pl", crisis=True,
    )  # fmt: skip
    for name in BrandSettings.__dataclass_fields__:
        assert await brands.change(mine, brand, **{name: getattr(said, name)})
    kept = await brands.get(mine, brand)
    assert kept is not None
    assert kept.settings == said
    assert all(getattr(said, name) != getattr(BrandSettings(), name) for name in BrandSettings.__dataclass_fields__)


async def test_half_an_emoji_does_not_stop_a_setting(brands: Brands, mine: int) -> None:
    brand = await made(brands, mine, "Bread \ud83d\0")
    assert await brands.change(mine, brand, manifesto="half \ud83d")
    kept = await brands.get(mine, brand)
    assert kept is not None
    assert (kept.name, kept.settings.manifesto) == ("Bread ?\ufffd", "half ?")


async def test_what_does_not_exist_is_refused(brands: Brands, mine: int) -> None:
    brand = await made(brands, mine)
    with pytest.raises(TypeError):
        await brands.change(mine, brand, stanze="balanced")
    with pytest.raises(ValidationError):
        await brands.change(mine, brand, stance="loud")
    kept = await brands.get(mine, brand)
    assert kept is not None
    assert kept.settings == BrandSettings()


async def test_engine_gets_what_was_declared(brands: Brands, mine: int) -> None:
    brand = await made(brands, mine)
    await brands.change(mine, brand, promise=("deal",), crisis=True, promo_limit=0.2)
    kept = await brands.get(mine, brand)
    assert kept is not None
    declared = kept.settings.declared(kept.name, frozenset({"shouting"}))
    assert (declared.name, declared.promise, declared.crisis) == ("Bakery", ("deal",), True)
    assert (declared.promo_limit, declared.muted, declared.answerer) == (0.2, frozenset({"shouting"}), None)


async def test_each_person_writes_for_the_brand_they_chose(brands: Brands, database: Database, mine: int) -> None:
    first, second = await made(brands, mine, "One"), await made(brands, mine, "Two")
    current = await brands.current(mine, OLA)
    assert current is not None
    assert current.id == second
    assert await brands.choose(mine, OLA, first)
    current = await brands.current(mine, OLA)
    assert current is not None
    assert current.id == first
    # Somebody who chose none, and a chat without members, write for the oldest one.
    for person in (JAN, None):
        current = await brands.current(mine, person)
        assert current is not None
        assert current.id == first


async def test_other_workspace_sees_and_changes_nothing(
    brands: Brands, database: Database, mine: int, other: int
) -> None:
    brand = await made(brands, mine)
    before = await brands.get(mine, brand)
    assert await brands.get(other, brand) is None
    assert await brands.all(other) == []
    assert await brands.current(other, JAN) is None
    assert not await brands.choose(other, JAN, brand)
    assert not await brands.rename(other, brand, "Mine now")
    assert not await brands.change(other, brand, crisis=True)
    assert not await brands.confirm(other, brand)
    assert not await brands.asked_again(other, brand)
    assert not await brands.remove(other, brand)
    assert not await Mutes(database).mute(other, brand, "shouting")
    assert await brands.get(mine, brand) == before
    assert await Mutes(database).of(mine, brand) == frozenset()


async def test_there_is_an_end_to_brands(brands: Brands, mine: int) -> None:
    for number in range(MOST_BRANDS):
        await made(brands, mine, f"Brand {number}")
    assert await brands.add(mine, OLA, "One too many") is None
    assert len(await brands.all(mine)) == MOST_BRANDS


async def test_confirmed_settings_are_as_good_as_new(brands: Brands, mine: int, clock: HandClock) -> None:
    brand = await made(brands, mine)
    clock.forward(seconds=60)
    assert await brands.asked_again(mine, brand)
    clock.forward(seconds=60)
    assert await brands.confirm(mine, brand)
    kept = await brands.get(mine, brand)
    assert kept is not None
    assert kept.asked_again is not None
    assert kept.created < kept.asked_again < kept.updated == clock.at


async def test_removed_brand_takes_its_mutes_along(brands: Brands, database: Database, mine: int) -> None:
    brand = await made(brands, mine)
    mutes = Mutes(database)
    assert await mutes.mute(mine, brand, "shouting")
    assert await mutes.mute(mine, brand, "shouting")
    assert await mutes.of(mine, brand) == {"shouting"}
    assert await brands.remove(mine, brand)
    assert await brands.current(mine, OLA) is None
    assert await mutes.of(mine, brand) == frozenset()
