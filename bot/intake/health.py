"""Whether the bot does its work: it hears from Telegram, handles what it has stored, and its database answers."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.errors import StoreError
from bot.observe.meter import Meter
from bot.store.clock import Clock, now
from bot.store.connection import Database
from bot.store.queues import Queues, queues
from bot.store.replicas import ALONE, Leadership

# Milliseconds. A quiet fetch takes 50 s, and after failures there is a pause of 30 s.
FETCH_PATIENCE = 180_000

# The longest way of an update through all its tries, into quarantine, takes five minutes.
WORK_PATIENCE = 600_000

DATABASE_SECONDS = 5.0


@dataclass(slots=True)
class Health:
    """Looks at everything when it is asked."""

    database: Database
    meter: Meter
    polls: bool
    """By polling something is heard all the time; by webhook silence only means that nobody writes."""
    since: int
    """When the process started."""
    now: Clock = now
    leadership: Leadership = ALONE

    async def look(self) -> tuple[bool, dict[str, Any]]:
        """Whether all is well, and the facts; `wrong` says in words what is not."""
        held = await self.queues()
        at = self.now()
        wrong = list(self._wrong(held, at))
        facts = {
            "ok": not wrong,
            "wrong": wrong,
            "receives_by": "polling" if self.polls else "webhook",
            "leads": self.leadership.since is not None,
            "heard_seconds_ago": seconds(self.meter.heard, at),
            "undone": None if held is None else held.undone,
            "oldest_undone_seconds": None if held is None else seconds(held.undone_since, at),
            "database": "no answer" if held is None else "ok",
        }
        return not wrong, facts

    async def queues(self) -> Queues | None:
        """What waits; None if the database does not answer soon."""
        try:
            async with asyncio.timeout(DATABASE_SECONDS):
                return await queues(self.database)
        except (StoreError, TimeoutError):
            return None

    def _wrong(self, held: Queues | None, at: int) -> Iterator[str]:
        # Who does not lead does not fetch.
        led = self.leadership.since
        silent = 0 if led is None else at - max(self.meter.heard or 0, self.since, led)
        if self.polls and silent > FETCH_PATIENCE:
            yield f"no fetch from Telegram succeeded for {silent // 1000} s"
        if not self.meter.keeps:
            yield "the last update that arrived could not be stored"
        if held is None:
            yield f"the database did not answer within {DATABASE_SECONDS:.0f} s"
        elif held.undone_since is not None and at - held.undone_since > WORK_PATIENCE:
            yield f"an update waits for {(at - held.undone_since) // 1000} s to be handled"


def seconds(since: int | None, at: int) -> float | None:
    """How long ago that was; a clock that was set back makes it 0."""
    return None if since is None else max(at - since, 0) / 1000
