"""Receives updates by webhook: each is stored, and only then does Telegram get its 200 and forget it.

Telegram delivers the updates of a chat one after the other and repeats what was not answered with 200, for about a day.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from bot.errors import StoreError
from bot.intake.trouble import Trouble
from bot.observe.meter import Meter
from bot.store.inbox import Inbox, RawUpdate, is_update

log = logging.getLogger(__name__)

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name

# The largest update that Telegram can send is some hundred kilobytes, with every character escaped.
LONGEST = 4 * 1024 * 1024

# An update arrives whole in a moment. Whoever trickles it would hold a connection for ever.
READ_SECONDS = 20.0

# Telegram tries again after this; a full disk or a locked database takes a while.
AGAIN_SECONDS = 3

# One line in the log for all strangers of a minute: the address of a webhook is public.
STRANGERS_SECONDS = 60.0


@dataclass(slots=True)
class Webhook:
    """The endpoint. Whatever it answers, an update that it did not store comes again."""

    secret: str
    inbox: Inbox
    stored: Callable[[], None]
    """Called when there is something new to work on."""
    meter: Meter
    trouble: Trouble | None = None
    _told: float = 0.0

    async def receive(self, request: Request) -> Response:
        if not same(request.headers.get(SECRET, ""), self.secret):
            self._tell_of_strangers()
            raise HTTPException(403)
        raw = update_in(await body_of(request))
        if raw is None:
            # Sending it again would not help, and would hold up the chat that it came from.
            log.error("Telegram sent something that is no update; it is passed over")
        else:
            await self._keep(raw)
        return Response()

    async def _keep(self, raw: RawUpdate) -> None:
        try:
            fresh = await self.inbox.store([raw])
        except StoreError as failure:
            self.meter.keeps = False
            log.warning("update %s can't be stored (%s); Telegram will send it again", raw["update_id"], failure)
            if self.trouble is not None:
                await self.trouble.not_kept([raw])
            raise HTTPException(503, headers={"Retry-After": str(AGAIN_SECONDS)}) from failure
        self.meter.stored(fresh, self.inbox.now())
        log.debug("stored update %s%s", raw["update_id"], "" if fresh else ", which was known already")
        self.stored()

    def _tell_of_strangers(self) -> None:
        self.meter.strangers += 1
        if not self._told or monotonic() - self._told > STRANGERS_SECONDS:
            self._told = monotonic()
            log.warning("somebody called the webhook without the right secret and was refused")


def same(given: str, secret: str) -> bool:
    """Compared in constant time: how long it takes must not tell how much of a guess was right."""
    return hmac.compare_digest(given.encode(), secret.encode())


async def body_of(request: Request) -> bytes:
    """All of it, or an end to the request: with 413 when it is too long, 408 when it does not arrive."""
    if int_or_zero(request.headers.get("Content-Length", "")) > LONGEST:
        raise HTTPException(413)
    body = bytearray()
    try:
        async with asyncio.timeout(READ_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > LONGEST:
                    raise HTTPException(413)
    except TimeoutError as error:
        raise HTTPException(408) from error
    except ClientDisconnect as error:
        raise HTTPException(400) from error
    return bytes(body)


def update_in(body: bytes) -> RawUpdate | None:
    """The update, or None where the JSON is something else; 400 for no JSON: that was damaged on its way."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        log.warning("the body of a webhook call is no JSON; Telegram will send it again")
        raise HTTPException(400) from error
    return found if is_update(found) else None


def int_or_zero(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else 0
