"""The strict Bot API behind python-telegram-bot's own port for requests, without a network."""

from __future__ import annotations

import json
from typing import Any

from telegram.ext import ExtBot
from telegram.request import BaseRequest, RequestData

from tests.support.bot_api import BotApi, Upload


class FakeTelegram(BaseRequest):
    """Gives every call of the bot to `api`."""

    def __init__(self, api: BotApi) -> None:
        self.api = api
        self.away: Exception | None = None
        """When set, Telegram can't be reached."""

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **kwargs: Any
    ) -> tuple[int, bytes]:
        if self.away is not None:
            raise self.away
        if "/file/bot" in url:
            return self.api.fetch(url.rsplit("/", 1)[1])
        token, name = url.rsplit("/bot", 1)[1].split("/")
        params: dict[str, Any] = {}
        if request_data is not None:
            params = {**request_data.json_parameters, **_uploads(request_data)}
        code, answer = await self.api.call(token, name, params)
        return code, json.dumps(answer).encode()


def _uploads(request: RequestData) -> dict[str, Upload]:
    files = request.multipart_data or {}
    return {name: Upload(file[0], file[1]) for name, file in files.items() if isinstance(file[1], bytes)}


def bot_at(api: BotApi) -> tuple[ExtBot[None], FakeTelegram]:
    """A bot whose calls all end at `api`, and the line between them."""
    line = FakeTelegram(api)
    bot: ExtBot[None] = ExtBot(
        api.token,
        base_url="http://fake/bot",
        base_file_url="http://fake/file/bot",
        request=line,
        get_updates_request=FakeTelegram(api),
    )
    return bot, line
