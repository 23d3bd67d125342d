"""Kills the running bot again and again, in the middle of its work, and counts what that cost."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

from sqlalchemy import func, select

from bot.store.connection import open_as_it_is
from bot.store.inbox import DONE
from bot.store.tables import inbox, versions
from tests.support.bot_api import BotApi
from tests.support.bot_api_server import serve
from tests.support.ports import free_port
from tests.support.process import Running, running_bot
from tests.support.rulebook import folder_of, rule_text
from tests.support.updates import message_update

# New drafts before each start, one in three of them edited soon after. More than one life can answer, at times.
DRAFTS = 12
# A start takes about seven calls; then come the fetches or the deliveries, and a call for each answer.
CALLS = 7 + 2 * DRAFTS
HOOK = "kills-hook-secret"

BREAD = "{kind: presence, any: {en: [bread], pl: [chleb], ru: [хлеб]}}"

Wrote = tuple[int, int, str]
"""What a person wrote: the chat, the message and its text."""


@dataclass(frozen=True, slots=True)
class Toll:
    """What the kills cost."""

    kills: int
    written: int
    """Drafts and edits that were sent to the bot."""
    lost: int
    """No review was stored, or none arrived."""
    stored_twice: int
    repeated: int
    """Answers that a person saw once more than once."""
    undone: int
    """Updates that are neither done nor waiting for anybody."""

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.written} drafts and edits: {self.lost} lost, {self.stored_twice} reviews "
            f"stored twice, {self.repeated} answers repeated, {self.undone} updates undone"
        )


async def kill_again_and_again(
    folder: Path, kills: int, seed: int, *, webhook: bool = False, url: str | None = None
) -> Toll:
    """Let the bot live `kills` short lives and a long one; the seed decides when each of them ends.

    By polling, or by webhook: then Telegram also calls while nobody is there. On SQLite, if `url` names nothing else.
    """
    url = url or f"sqlite+aiosqlite:///{folder / 'bot.db'}"
    chance, api = Random(seed), BotApi()
    wrote: list[Wrote] = []
    async with serve(api) as address:
        settings = {
            "TELEGRAM_TOKEN": api.token,
            "TELEGRAM_API_URL": address,
            "DATABASE_URL": url,
            # One rule is enough here, and loads in no time.
            "RULES_DIR": str(folder_of(folder, {"clarity/bread.yaml": rule_text("bread", BREAD)})),
            **(hook(free_port()) if webhook else {}),
        }
        for life in range(kills):
            wrote += write(api, life, chance)
            async with running_bot(folder, **settings) as bot:
                end = moments(api) + chance.randint(1, CALLS)
                await lives(bot, api, wrote, end)
                # Not only between two calls: also while something is judged, written or noted.
                await asyncio.sleep(chance.uniform(0, 0.05))
                bot.process.kill()
                await bot.ended()
        async with running_bot(folder, **settings) as bot:
            await lives(bot, api, wrote)
            bot.tell_to_stop()
            await bot.ended()
    return await toll(url, api, kills, wrote)


async def lives(bot: Running, api: BotApi, wrote: list[Wrote], end: int | None = None) -> None:
    """Until so much happened or nobody waits any more; the bot must not end by itself before that."""
    working = asyncio.create_task(
        api.until(lambda: (end is not None and moments(api) >= end) or answered(api, wrote), 60 + len(wrote))
    )
    ending = asyncio.create_task(bot.process.wait())
    await asyncio.wait([working, ending], return_when=asyncio.FIRST_COMPLETED)
    ending.cancel()
    if not working.done():
        working.cancel()
        raise AssertionError("\n".join(["the bot ended by itself:", *bot.output]))
    try:
        await working
    except TimeoutError:
        raise AssertionError("\n".join([f"in vain wait {unanswered(api, wrote)}:", *bot.output])) from None


def hook(port: int) -> dict[str, str]:
    return {
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
        "WEBHOOK_SECRET": HOOK,
        "WEBHOOK_LISTEN": f"127.0.0.1:{port}",
    }


def moments(api: BotApi) -> int:
    """How much happened between Telegram and the bot: a kill comes after so many calls and deliveries."""
    return len(api.calls) + api.confirmed if api.webhook else len(api.calls)


def write(api: BotApi, life: int, chance: Random) -> list[Wrote]:
    """Each person writes one draft; some change it at once. No two texts are the same."""
    wrote: list[Wrote] = []
    for place in range(DRAFTS):
        chat = 1000 + life * DRAFTS + place
        number = api.number(chat)
        texts = [f"Our shop in street {chat} opens on Friday at 9, come and try the new bread."]
        if chance.random() < 1 / 3:
            texts.append(f"The rye bread in street {chat} keeps for a week: wrap it in linen. What do you eat it with?")
        for text, kind in zip(texts, ("message", "edited_message"), strict=False):
            api.push(**{kind: message_update(0, chat=chat, number=number, kind=kind, text=text)[kind]})
            wrote.append((chat, number, text))
    return wrote


def answered(api: BotApi, wrote: list[Wrote]) -> bool:
    """Whether every message has its answer, and every edit has changed that answer."""
    return not unanswered(api, wrote)


def unanswered(api: BotApi, wrote: list[Wrote]) -> list[tuple[int, int]]:
    seen = Counter((sent.chat, sent.reply_to) for sent in api.sent for _ in sent.texts)
    wanted = Counter((chat, number) for chat, number, _ in wrote)
    return [place for place, count in wanted.items() if seen[place] < count]


async def toll(url: str, api: BotApi, kills: int, wrote: list[Wrote]) -> Toll:
    async with open_as_it_is(url) as database, database.read() as store:
        kept = Counter((await store.execute(select(versions.c.text))).scalars())
        open_ = select(func.count()).select_from(inbox).where(inbox.c.state != DONE)
        undone: int = (await store.execute(open_)).scalar_one()
    messages = Counter((sent.chat, sent.reply_to) for sent in api.sent)
    return Toll(
        kills,
        len(wrote),
        lost=sum(not kept[text] or not messages[chat, number] for chat, number, text in wrote),
        stored_twice=sum(count - 1 for count in kept.values()),
        repeated=sum(count - 1 for count in messages.values()),
        undone=undone,
    )
