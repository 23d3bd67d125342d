"""The strict Bot API over HTTP, for tests of the real process."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from email import message_from_bytes
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl

import h11

from tests.support.bot_api import BotApi, Params, Upload
from tests.support.webhook_delivery import deliver


@asynccontextmanager
async def serve(api: BotApi) -> AsyncIterator[str]:
    """Serve `api` on a free port of this machine, and call the bot while it has a webhook; gives the address."""
    talks: set[asyncio.Task[None]] = set()

    async def on_connection(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        talks.add(task)
        try:
            with suppress(ConnectionError, h11.RemoteProtocolError, asyncio.CancelledError):
                await _talk(api, reader, writer)
        finally:
            talks.discard(task)
            writer.close()

    server = await asyncio.start_server(on_connection, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    delivering = asyncio.create_task(deliver(api))
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.close()
        for task in (delivering, *talks):
            task.cancel()
        ends = await asyncio.gather(delivering, *talks, return_exceptions=True)
        if isinstance(ends[0], Exception):
            raise ends[0]


async def _talk(api: BotApi, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer one request after the other, as long as the connection lives."""
    connection = h11.Connection(h11.SERVER)
    while True:
        asked = await _request(connection, reader)
        if asked is None or api.away:
            return
        target, kind, body = asked
        _, token, method = target.split("?")[0].split("/")
        params = _params(kind, body)
        code, answer = await api.call(token.removeprefix("bot"), method, params)
        if api.away:
            return
        payload = json.dumps(answer).encode()
        headers = [("Content-Type", "application/json"), ("Content-Length", str(len(payload)))]
        for event in (
            h11.Response(status_code=code, headers=headers),
            h11.Data(data=payload),
            h11.EndOfMessage(),
        ):
            writer.write(connection.send(event) or b"")
        await writer.drain()
        if connection.our_state is not h11.DONE:
            return
        connection.start_next_cycle()


def _params(kind: str, body: bytes) -> Params:
    """Files come as parts of one body, with the other parameters between them."""
    if not kind.startswith("multipart/"):
        return dict(parse_qsl(body.decode(), keep_blank_values=True))
    whole = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + body, policy=HTTP)
    params: dict[str, Any] = {}
    for part in whole.iter_parts():
        name, content = part.get_param("name", header="content-disposition"), part.get_payload(decode=True)
        assert isinstance(content, bytes)
        file = part.get_filename()
        params[str(name)] = content.decode() if file is None else Upload(file, content)
    return params


async def _request(connection: h11.Connection, reader: asyncio.StreamReader) -> tuple[str, str, bytes] | None:
    """Where to, which kind of content, and the content."""
    target, kind, body = "", "", b""
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            connection.receive_data(await reader.read(65536))
        elif isinstance(event, h11.Request):
            target = event.target.decode()
            kind = dict(event.headers).get(b"content-type", b"").decode()
        elif isinstance(event, h11.Data):
            body += bytes(event.data)
        elif isinstance(event, h11.EndOfMessage):
            return target, kind, body
        else:
            return None
