"""The web server of the bot: `/healthz` and `/metrics` for whoever watches it, and the webhook where there is one."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from uvicorn import Config, Server

from bot.errors import SettingsError
from bot.intake import metrics
from bot.intake.health import Health
from bot.intake.webhook import Webhook

log = logging.getLogger(__name__)

# Telegram opens 40 connections at most; the rest is for whoever watches.
CONNECTIONS = 200

# Telegram keeps its connections. Closing one just when it sends would cost a repetition.
KEEP_ALIVE_SECONDS = 75

# An update is stored in milliseconds.
GRACE_SECONDS = 1


def site(health: Health, path: str, webhook: Webhook | None) -> Starlette:
    """Everything that can be asked for; the webhook answers at `path`."""

    async def healthz(_: Request) -> Response:
        well, facts = await health.look()
        return JSONResponse(facts, 200 if well else 503, {"Cache-Control": "no-store"})

    async def numbers(_: Request) -> Response:
        held = await health.queues()
        return Response(metrics.exposition(health.meter, held, health.now()), headers={"Content-Type": metrics.TYPE})

    routes = [Route("/healthz", healthz), Route("/metrics", numbers)]
    if webhook is not None:
        routes.append(Route(path, webhook.receive, methods=["POST"]))
    return Starlette(routes=routes)


class QuietServer(Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals belong to the bot: it closes this server together with everything else."""
        yield


@asynccontextmanager
async def listening(app: Starlette, host: str, port: int) -> AsyncIterator[None]:
    """Serve `app` as long as the context lasts."""
    door = bind(host, port)
    config = Config(
        app,
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    server = QuietServer(config)
    serving = asyncio.create_task(server.serve(sockets=[door]), name="web")
    log.info("listening at %s port %d", host, door.getsockname()[1])
    try:
        yield
    finally:
        server.should_exit = True
        await serving


def bind(host: str, port: int) -> socket.socket:
    """A socket that listens, or a sentence about why not; uvicorn would end the process."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        door = socket.socket(family, kind, protocol)
        try:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind(address)
            door.listen(CONNECTIONS)
        except OSError:
            door.close()
            raise
    except OSError as error:
        raise SettingsError(f"WEBHOOK_LISTEN: can't listen at {host} port {port}: {error.strerror}") from error
    door.setblocking(False)
    return door
