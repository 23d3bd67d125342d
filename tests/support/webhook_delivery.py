"""Telegram's side of a webhook: chats side by side, the updates of one in their order, each until it is taken."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx

from bot.store.inbox import lane
from tests.support.bot_api import BotApi

SECRET = "X-Telegram-Bot-Api-Secret-Token"
CONNECTIONS = 40

# Seconds before the second, third, … try. Telegram's own pauses begin with a second; tests have less time.
PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4)


async def deliver(api: BotApi) -> None:
    """Call the bot with what waits, for as long as this is not cancelled and whenever it has a webhook."""
    queues: dict[int, asyncio.Task[None]] = {}
    limits = httpx.Limits(max_connections=CONNECTIONS)
    async with httpx.AsyncClient(limits=limits, timeout=60, trust_env=False) as client:
        try:
            while True:
                api.arrived.clear()
                for place in {place for place, _ in waiting(api)} - set(queues):
                    queues[place] = asyncio.create_task(empty(api, client, place))
                await next_event(api, queues)
                for place in [place for place, task in queues.items() if task.done()]:
                    queues.pop(place).result()
        finally:
            for task in queues.values():
                task.cancel()
            await asyncio.gather(*queues.values(), return_exceptions=True)


async def next_event(api: BotApi, queues: dict[int, asyncio.Task[None]]) -> None:
    """Something new to deliver, or a chat that is done."""
    arrived = asyncio.create_task(api.arrived.wait())
    try:
        await asyncio.wait([arrived, *queues.values()], return_when=asyncio.FIRST_COMPLETED)
    finally:
        arrived.cancel()


def waiting(api: BotApi) -> Iterator[tuple[int, dict[str, Any]]]:
    """What has to be delivered, the oldest first, with the queue that it stands in."""
    if api.webhook:
        for update in api.updates:
            if not api.wanted or set(update) & api.wanted:
                yield lane(update), update


async def empty(api: BotApi, client: httpx.AsyncClient, place: int) -> None:
    """Deliver what waits in one queue, in its order."""
    failures = 0
    while update := next((update for at, update in waiting(api) if at == place), None):
        if pause := await attempt(api, client, update, failures):
            failures += 1
            await asyncio.sleep(pause)
        else:
            failures = 0
            api.confirm(update["update_id"])


async def attempt(api: BotApi, client: httpx.AsyncClient, update: dict[str, Any], failures: int) -> float:
    """0 when the bot took it, else the seconds until the next try."""
    api.deliveries += 1
    api.changed.set()
    try:
        answer = await client.post(api.webhook, json=update, headers={SECRET: api.secret} if api.secret else {})
    except httpx.TransportError:
        return PAUSES[min(failures, len(PAUSES) - 1)]
    if answer.is_success:
        # An answer with a body would be run as a call of the Bot API.
        assert not answer.content
        return 0.0
    return float(answer.headers.get("Retry-After", PAUSES[min(failures, len(PAUSES) - 1)]))
