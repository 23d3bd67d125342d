"""The real process behind a webhook: everything arrives, nobody else gets in, and whoever watches sees how it is."""

from __future__ import annotations

import asyncio
import json
import socket
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from bot.render.catalogue import say
from tests.support.bot_api import BotApi
from tests.support.bot_api_server import serve
from tests.support.ports import free_port
from tests.support.process import running_bot
from tests.support.rulebook import folder_of, rule_text
from tests.support.updates import message_update
from tests.support.webhook_delivery import SECRET

DRAFT = "Our zebrafink opens at 9 on Friday, come and try the new bread with all of us."
BREAD = "{kind: presence, any: {en: [bread], pl: [chleb], ru: [хлеб]}}"
HOOK_SECRET = "a-secret-that-nobody-should-ever-print"


@pytest.fixture
async def api() -> BotApi:
    return BotApi()


@pytest.fixture
async def settings(api: BotApi, tmp_path: Path) -> AsyncIterator[dict[str, str]]:
    async with serve(api) as address:
        yield {
            "TELEGRAM_TOKEN": api.token,
            "TELEGRAM_API_URL": address,
            "DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}",
            "RULES_DIR": str(folder_of(tmp_path, {"clarity/bread.yaml": rule_text("bread", BREAD)})),
            "LOG_LEVEL": "debug",
            "WEBHOOK_LISTEN": f"127.0.0.1:{free_port()}",
        }


@pytest.fixture
def hooked(settings: dict[str, str]) -> dict[str, str]:
    return {
        **settings,
        "WEBHOOK_URL": f"http://{settings['WEBHOOK_LISTEN']}/hook",
        "WEBHOOK_SECRET": HOOK_SECRET,
    }


async def ask(settings: dict[str, str], path: str) -> httpx.Response:
    async with httpx.AsyncClient(base_url=f"http://{settings['WEBHOOK_LISTEN']}", trust_env=False) as client:
        return await client.get(path)


def write(api: BotApi, text: str = DRAFT, *, chat: int = 7, number: int | None = None, kind: str = "message") -> int:
    update = message_update(0, chat=chat, number=number or api.number(chat), kind=kind, text=text)
    return api.push(**{kind: update[kind]})


async def test_drafts_and_edits_arrive_by_webhook_and_are_answered(
    api: BotApi, hooked: dict[str, str], tmp_path: Path
) -> None:
    for chat in range(20, 60):
        write(api, chat=chat)
        write(api, f"{DRAFT} Or tea?", chat=chat, number=1, kind="edited_message")
    async with running_bot(tmp_path, **hooked) as bot:
        await api.until(lambda: api.confirmed == 80 and sum(len(sent.texts) for sent in api.sent) == 80)
        bot.tell_to_stop()
        assert await bot.ended() == 0
    assert api.called("getUpdates") == []
    assert not any("Traceback" in line for line in bot.output)
    [call] = api.called("setWebhook")
    assert json.loads(call["allowed_updates"]) == ["message", "edited_message", "callback_query"]
    assert call["secret_token"] == HOOK_SECRET


async def test_a_paste_in_pieces_is_one_draft(api: BotApi, hooked: dict[str, str], tmp_path: Path) -> None:
    pieces = [(DRAFT + " ") * 60, "The end of it all is bread."]
    pieces[0] = pieces[0][:4096]
    for text in pieces:
        write(api, text)
    async with running_bot(tmp_path, **hooked) as bot:
        await api.until(lambda: len(api.sent) == 1 and api.confirmed == 2)
        bot.tell_to_stop()
        await bot.ended()
    with closing(sqlite3.connect(tmp_path / "bot.db")) as store:
        assert store.execute("SELECT text FROM versions").fetchall() == [("".join(pieces),)]
    assert len(api.sent) == 1


async def test_who_sends_very_many_is_asked_for_patience_and_nothing_is_dropped(
    api: BotApi, hooked: dict[str, str], tmp_path: Path
) -> None:
    for _ in range(35):
        write(api)
    async with running_bot(tmp_path, **hooked):
        await api.until(lambda: any(sent.text == say("en", "too-many", most=30) for sent in api.sent))
        await api.until(lambda: api.confirmed == 35)
        await all_kept(tmp_path / "bot.db", 35)


async def all_kept(file: Path, count: int) -> None:
    async with asyncio.timeout(20):
        while True:
            with closing(sqlite3.connect(file, timeout=10)) as store:
                if store.execute("SELECT count(*) FROM versions").fetchone() == (count,):
                    return
            await asyncio.sleep(0.05)


async def test_what_was_written_while_the_bot_was_away_arrives(
    api: BotApi, hooked: dict[str, str], tmp_path: Path
) -> None:
    """The webhook stays set while nobody listens: Telegram tries until somebody does."""
    async with running_bot(tmp_path, **hooked) as first:
        write(api)
        await api.until(lambda: len(api.sent) == 1 and api.confirmed == 1)
        first.process.kill()
        await first.ended()
    write(api, chat=8)
    tried = api.deliveries
    await api.until(lambda: api.deliveries > tried + 3)
    assert api.confirmed == 1
    async with running_bot(tmp_path, **hooked):
        await api.until(lambda: len(api.sent) == 2 and api.confirmed == 2)


async def test_back_to_polling_and_nothing_is_lost(api: BotApi, hooked: dict[str, str], tmp_path: Path) -> None:
    async with running_bot(tmp_path, **hooked):
        write(api)
        await api.until(lambda: len(api.sent) == 1)
    write(api, chat=8)
    polling = {name: value for name, value in hooked.items() if name not in ("WEBHOOK_URL", "WEBHOOK_SECRET")}
    async with running_bot(tmp_path, **polling):
        await api.until(lambda: len(api.sent) == 2 and api.confirmed == 2)
    assert api.webhook == ""


async def test_secret_token_and_drafts_stay_inside(api: BotApi, hooked: dict[str, str], tmp_path: Path) -> None:
    async with running_bot(tmp_path, **hooked) as bot:
        write(api)
        await api.until(lambda: len(api.sent) == 1)
        async with httpx.AsyncClient(base_url=f"http://{hooked['WEBHOOK_LISTEN']}", trust_env=False) as client:
            stranger = await client.post("/hook", json=message_update(1, text=DRAFT), headers={SECRET: "guess"})
            broken = await client.post("/hook", content=DRAFT, headers={SECRET: HOOK_SECRET})
        shown = [await ask(hooked, "/healthz"), await ask(hooked, "/metrics"), stranger, broken]
        bot.tell_to_stop()
        await bot.ended()
    assert [answer.status_code for answer in shown] == [200, 200, 403, 400]
    everything = "\n".join([*bot.output, *(answer.text for answer in shown), str([dict(a.headers) for a in shown])])
    for told in ("without the right secret", "is no JSON", "listening at"):
        assert told in everything
    for secret in (HOOK_SECRET, api.token, api.token.split(":")[1], "zebrafink", "Zebrafink"):
        assert secret not in everything


async def test_polling_with_a_watcher(api: BotApi, settings: dict[str, str], tmp_path: Path) -> None:
    """WEBHOOK_LISTEN alone: the bot polls, and can be watched; there is no webhook to call."""
    async with running_bot(tmp_path, **settings):
        write(api)
        await api.until(lambda: len(api.sent) == 1)
        unreadable = message_update(0, chat=8, number=api.number(8), text=DRAFT)["message"]
        api.push(message={**unreadable, "date": "soon"})
        await api.until(lambda: len(api.sent) == 2)
        health, metrics, hook = [await ask(settings, path) for path in ("/healthz", "/metrics", "/hook")]
    assert (health.status_code, metrics.status_code, hook.status_code) == (200, 200, 404)
    facts = health.json()
    assert (facts["ok"], facts["receives_by"], facts["database"], facts["wrong"]) == (True, "polling", "ok", [])
    numbers = dict(line.split(" ") for line in metrics.text.splitlines() if not line.startswith("#"))
    shown = {name: float(value) for name, value in numbers.items()}
    counts = [
        shown[f"whyfollow_{name}"]
        for name in ("updates_received_total", "updates_handled_total", "review_seconds_count")
    ]
    assert counts == [2, 1, 1]
    assert (shown["whyfollow_updates_quarantined_total"], shown["whyfollow_quarantine_rows"]) == (1, 1)
    assert (shown["whyfollow_inbox_rows"], shown["whyfollow_database_up"]) == (0, 1)


async def test_health_while_telegram_is_away_at_the_start(settings: dict[str, str], tmp_path: Path) -> None:
    nobody = {**settings, "TELEGRAM_API_URL": f"http://127.0.0.1:{free_port()}"}
    async with running_bot(tmp_path, **nobody) as bot:
        await bot.tells("Telegram does not answer")
        assert (await ask(nobody, "/healthz")).json()["heard_seconds_ago"] is None


async def test_port_that_is_taken_is_told(settings: dict[str, str], tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        busy = {**settings, "WEBHOOK_LISTEN": f"127.0.0.1:{taken.getsockname()[1]}"}
        async with running_bot(tmp_path, **busy) as bot:
            assert await bot.ended() == 2
    assert "WEBHOOK_LISTEN: can't listen at 127.0.0.1 port" in bot.output[-1]
    assert not any("Traceback" in line for line in bot.output)


async def test_telegram_refuses_the_address(api: BotApi, hooked: dict[str, str], tmp_path: Path) -> None:
    api.fail("setWebhook", 400, "Bad Request: bad webhook: Failed to resolve host: Name or service not known")
    async with running_bot(tmp_path, **hooked) as bot:
        assert await bot.ended() == 1
    assert "failed to resolve host" in bot.output[-1]
    assert "check WEBHOOK_URL" in bot.output[-1]


async def test_stop_is_quick_while_telegram_keeps_its_connection(
    api: BotApi, hooked: dict[str, str], tmp_path: Path
) -> None:
    async with running_bot(tmp_path, **hooked) as bot, httpx.AsyncClient(trust_env=False) as client:
        await bot.tells("the bot is running")
        await client.get(f"http://{hooked['WEBHOOK_LISTEN']}/healthz")
        bot.tell_to_stop()
        assert await bot.ended(10) == 0
