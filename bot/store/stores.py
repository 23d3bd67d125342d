"""Every subject of the store, on one database: what the handlers are given."""

from __future__ import annotations

from dataclasses import dataclass

from bot.store.answers import Answers
from bot.store.brands import Brands
from bot.store.clock import Clock, now
from bot.store.connection import Database
from bot.store.dialogues import Dialogues
from bot.store.exported import Exports
from bot.store.feed import Feeds
from bot.store.forgetting import Forgetting
from bot.store.history import History
from bot.store.journal import Journal
from bot.store.mutes import Mutes
from bot.store.notes import Notes
from bot.store.past import Past
from bot.store.people import People
from bot.store.schedules import Schedules
from bot.store.teams import Teams


@dataclass(frozen=True, slots=True)
class Stores:
    history: History
    people: People
    teams: Teams
    brands: Brands
    feeds: Feeds
    dialogues: Dialogues
    notes: Notes
    mutes: Mutes
    schedules: Schedules
    answers: Answers
    past: Past
    forgetting: Forgetting
    journal: Journal
    exports: Exports


def stores_on(database: Database, clock: Clock = now) -> Stores:
    return Stores(
        history=History(database, clock),
        people=People(database, clock),
        teams=Teams(database, clock),
        brands=Brands(database, clock),
        feeds=Feeds(database, clock),
        dialogues=Dialogues(database, clock),
        notes=Notes(database, clock),
        mutes=Mutes(database, clock),
        schedules=Schedules(database, clock),
        answers=Answers(database),
        past=Past(database),
        forgetting=Forgetting(database, clock),
        journal=Journal(database),
        exports=Exports(database),
    )
