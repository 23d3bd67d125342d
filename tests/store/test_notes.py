"""Notes, schedules and dialogues: small rows, each in its own workspace or chat."""

from __future__ import annotations

import pytest

from bot.store.brands import Brands
from bot.store.connection import Database
from bot.store.dialogues import LIFE, Dialogue, Dialogues
from bot.store.notes import Notes
from bot.store.people import People
from bot.store.schedules import LEASE, Schedules
from bot.store.teams import Teams
from tests.support.clock import HandClock

OLA, JAN = 7, 8


@pytest.fixture
async def mine(database: Database, clock: HandClock) -> int:
    return (await Teams(database, clock).home(OLA)).workspace


@pytest.fixture
async def other(database: Database, clock: HandClock) -> int:
    return (await Teams(database, clock).home(JAN)).workspace


async def test_notes_of_a_time_and_a_brand(database: Database, clock: HandClock, mine: int) -> None:
    notes, brands = Notes(database, clock), Brands(database, clock)
    brand = await brands.add(mine, OLA, "Bakery")
    assert await notes.add(mine, "heard", "Open earlier? \ud83d", OLA, brand=brand) is not None
    clock.forward(seconds=60)
    assert await notes.add(mine, "idea", "Bread at six", OLA) is not None
    start = clock.at - 60_000
    assert [note.text for note in await notes.between(mine, start, clock.at + 1)] == ["Open earlier? ?", "Bread at six"]
    assert [note.kind for note in await notes.between(mine, start, clock.at)] == ["heard"]
    assert [note.kind for note in await notes.between(mine, start, clock.at + 1, brand=brand)] == ["heard"]


async def test_notes_stay_in_their_workspace(database: Database, clock: HandClock, mine: int, other: int) -> None:
    notes = Notes(database, clock)
    brand = await Brands(database, clock).add(mine, OLA, "Bakery")
    note = await notes.add(mine, "idea", "Bread at six", OLA)
    assert note is not None
    assert await notes.add(other, "idea", "I was here", JAN, brand=brand) is None
    assert await notes.between(other, 0, clock.at + 1) == []
    assert not await notes.remove(other, note)
    assert await notes.remove(mine, note)


async def ask(schedules: Schedules, workspace: int, due: int, *, chat: int = OLA) -> None:
    await schedules.set(
        workspace, chat, person=OLA, weekday=0, minute=540, zone="Europe/Warsaw", language="pl", next_due=due
    )


async def test_schedule_is_claimed_by_one_and_sent_once(database: Database, clock: HandClock, mine: int) -> None:
    schedules = Schedules(database, clock)
    await ask(schedules, mine, clock.at + 60_000)
    assert await schedules.claim() is None
    clock.forward(seconds=60)
    due = await schedules.claim()
    assert due is not None
    assert await schedules.claim() is None
    assert await schedules.done(due, clock.at + 1_000_000)
    assert not await schedules.done(due, clock.at + 1_000_000)
    [kept] = await schedules.of(mine)
    assert (kept.last_sent, kept.next_due) == (clock.at, clock.at + 1_000_000)
    assert await schedules.claim() is None


async def test_schedule_of_a_process_that_died_is_claimed_again(
    database: Database, clock: HandClock, mine: int
) -> None:
    schedules = Schedules(database, clock)
    await ask(schedules, mine, clock.at)
    assert await schedules.claim() is not None
    clock.forward(seconds=LEASE / 1000)
    again = await schedules.claim()
    assert again is not None
    assert await schedules.done(again, clock.at + 5, sent=False)
    [kept] = await schedules.of(mine)
    assert kept.last_sent is None


async def test_one_report_a_chat(database: Database, clock: HandClock, mine: int, other: int) -> None:
    schedules = Schedules(database, clock)
    await ask(schedules, mine, 5)
    await ask(schedules, mine, 3)
    await ask(schedules, other, 4, chat=JAN)
    assert [schedule.next_due for schedule in await schedules.of(mine)] == [3]
    assert await schedules.next_due() == 3
    assert not await schedules.remove(other, OLA)
    assert await schedules.remove(mine, OLA)
    assert await schedules.of(mine) == []


async def test_dialogue_waits_through_a_restart_but_not_for_ever(database: Database, clock: HandClock) -> None:
    await Dialogues(database, clock).open(Dialogue(OLA, OLA, "brand", "name", {"brand": 5}))
    dialogues = Dialogues(database, clock)
    assert await dialogues.get(OLA, OLA) == Dialogue(OLA, OLA, "brand", "name", {"brand": 5})
    assert await dialogues.get(OLA, JAN) is None
    clock.forward(seconds=LIFE / 1000)
    assert await dialogues.get(OLA, OLA) is None
    assert not await dialogues.close(OLA, OLA)


async def test_new_dialogue_takes_the_place_of_the_last(database: Database, clock: HandClock) -> None:
    dialogues = Dialogues(database, clock)
    await dialogues.open(Dialogue(OLA, OLA, "brand", "name"))
    await dialogues.open(Dialogue(OLA, OLA, "team", "name"))
    known = await dialogues.get(OLA, OLA)
    assert known is not None
    assert known.name == "team"
    assert await dialogues.close(OLA, OLA)
    assert await dialogues.get(OLA, OLA) is None


async def test_language_is_remembered_until_it_is_taken_back(database: Database, clock: HandClock) -> None:
    people = People(database, clock)
    assert await people.language(OLA) is None
    await people.speak(OLA, "ru")
    assert await people.language(OLA) == "ru"
    await people.speak(OLA, None)
    assert await people.language(OLA) is None
