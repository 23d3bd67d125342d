"""Two teams in one bot: one full of secrets, and somebody of the other one who holds every button of the first."""

from __future__ import annotations

import json
import re
import shutil
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Table, or_, select

from bot.engine.loader import load
from bot.engine.model import Draft, Review
from bot.handlers.menus import PRIVATE
from bot.review import RuleSource
from bot.settings import shipped_rules
from bot.store.stores import stores_on
from bot.store.tables import metadata
from bot.store.teams import LEAD, MEMBER
from tests.support.chat import Bot, Chat, open_bot
from tests.support.reviews import finding, review

INTRUDER, COLLEAGUE, BOSS, HAND = 7, 8, 20, 21
"""The intruder leads team 1 with a colleague in it; the boss leads team 2, and the hand is a member there."""

SECRET = "hush"
"""Stands in everything that belongs to team 2, and in nothing else."""

FIRST_NUMBER = 1_000
TEAM_1, TEAM_2 = "Open house", f"{SECRET} house"

# What only a lead may change.
LEADS_TABLES = ("brands", "invitations", "mutes", "schedules", "workspaces")


@dataclass(frozen=True, slots=True)
class World:
    """The database as it was when everything was set up, and what its people hold."""

    file: Path
    buttons: tuple[str, ...]
    """Every data that a button of team 2's lead had."""
    numbers: tuple[int, ...]
    """Ids of workspaces, brands, drafts and people of both teams."""
    team: int
    """Team 2."""


def judged(draft: Draft) -> Review:
    found = re.search(r"score (\d+)", draft.text)
    return review(draft, int(found[1]) if found else 30, finding("shouting", -6, draft.text[:5]))


@cache
def rules() -> RuleSource:
    """The real ones: commands show them."""
    return RuleSource(load(shipped_rules()).rules)


async def set_up(folder: Path) -> World:
    async with open_bot(folder, judged, rules()) as bot:
        team = await furnish(bot)
        boss = Chat(bot, id=BOSS, author=BOSS)
        buttons = await gather(bot, boss)
        numbers = await ids(bot)
    return World(folder / "bot.db", buttons, numbers, team)


async def furnish(bot: Bot) -> int:
    """Both teams with a brand, a feed, drafts, notes and a schedule; says the number of team 2."""
    stores, team = stores_on(bot.database, bot.clock), 0
    for lead, member, word, name in ((INTRUDER, COLLEAGUE, "open", TEAM_1), (BOSS, HAND, SECRET, TEAM_2)):
        team = await stores.teams.make(lead, name)
        token = await stores.teams.invite(team, lead, MEMBER)
        assert token is not None
        assert await stores.teams.accept(token, member) is not None
        assert await stores.teams.invite(team, lead, LEAD) is not None
        await stores.teams.introduce(team, member, name=f"{word} member", function=f"{word} department")
        brand = await stores.brands.add(team, lead, f"{word} brand")
        assert brand is not None
        await stores.brands.change(team, brand, manifesto=f"{word} promise", answers=f"{word} answers")
        await stores.mutes.mute(team, brand, "hard-to-read")
        await stores.feeds.add(team, brand, [(judged(Draft(f"{word} post {one}")), one) for one in range(3)])
        await stores.notes.add(team, "heard", f"{word} words", member, brand=brand)
        await stores.schedules.set(
            team, lead, person=lead, weekday=0, minute=1, zone="UTC", language="en", next_due=bot.clock.at * 2
        )
        for person in (lead, member):
            await Chat(bot, id=person, author=person).send(f"{word} draft score 35")
    return team


async def gather(bot: Bot, boss: Chat) -> tuple[str, ...]:
    """Every button that the boss is shown by a command, by a draft, or behind one of those buttons."""
    stores = stores_on(bot.database, bot.clock)
    for command in PRIVATE:
        await boss.send(f"/{command}")
    await boss.send(f"{SECRET} draft again score 30")
    found = shown(boss)
    for message, data in found:
        if not data.endswith(":use"):
            await boss.press(message, data)
    place = await stores.teams.current(BOSS)
    assert place.team == TEAM_2, "one of these buttons moved the boss to another place"
    return tuple(dict.fromkeys(data for _, data in (*found, *shown(boss))))


def shown(chat: Chat) -> list[tuple[int, str]]:
    return [
        (message.number, button["callback_data"])
        for message in chat.answers
        for row in message.buttons
        for button in row
        if "callback_data" in button
    ]


async def ids(bot: Bot) -> tuple[int, ...]:
    found = {INTRUDER, COLLEAGUE, BOSS, HAND}
    async with bot.database.read() as connection:
        for name in ("workspaces", "brands", "drafts", "notes", "posts", "versions", "schedules"):
            found |= set((await connection.execute(select(metadata.tables[name].c.id))).scalars())
    return tuple(sorted(found))


@asynccontextmanager
async def reopened(world: World, folder: Path) -> AsyncIterator[Bot]:
    """The bot on a copy of the world's database; later messages have later numbers."""
    shutil.copy(world.file, folder / "bot.db")
    async with open_bot(folder, judged, rules()) as bot:
        bot.api._next_update = 1_000_000
        bot.api._next_message = defaultdict(lambda: FIRST_NUMBER)
        bot.clock.forward(seconds=3_600)
        yield bot


async def belongings(bot: Bot, people: tuple[int, ...], tables: tuple[str, ...] = ()) -> str:
    """All rows of every workspace that these people are in, and of themselves, as text that can be compared."""
    members = metadata.tables["members"]
    async with bot.database.read() as connection:
        of = select(members.c.workspace).where(members.c.person.in_(people))
        places = sorted(set((await connection.execute(of)).scalars()))
        kept = {}
        for table in metadata.sorted_tables:
            mine = owned(table, places, people)
            if mine and (not tables or table.name in tables):
                rows = (await connection.execute(select(table).where(or_(*mine)))).all()
                kept[table.name] = sorted(map(repr, rows))
    return json.dumps(kept, indent=1, ensure_ascii=False)


def owned(table: Table, places: list[int], people: tuple[int, ...]) -> list[Any]:
    conditions = []
    if "workspace" in table.c:
        conditions.append(table.c.workspace.in_(places))
    elif table.name == "workspaces":
        conditions.append(table.c.id.in_(places))
    elif table.name == "people":
        conditions.append(table.c.id.in_(people))
    elif table.name == "dialogues":
        conditions.append(table.c.person.in_(people))
    elif table.name == "outbox":
        conditions.append(table.c.chat.in_(people))
    return conditions


def seen_by(bot: Bot, chat: int) -> str:
    """Everything that somebody was shown: messages with all their texts, buttons, hints, files."""
    sent = [(message.texts, message.html, message.buttons) for message in bot.api.sent if message.chat == chat]
    hints = [call.get("text", "") for call in bot.api.called("answerCallbackQuery")]
    return repr((sent, hints))
