"""Starting and stopping: plain words for what is wrong, and an end that loses nothing."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from telegram.error import NetworkError
from telegram.ext import ExtBot

from bot.app import keep_tidy, say_hello, serve, until
from bot.errors import SettingsError, StoreError, TelegramError
from bot.handlers import menus
from bot.intake.hook import Hook
from bot.intake.polling import ALLOWED_UPDATES
from bot.settings import Settings
from bot.store.retention import Retention
from tests.support.bot_api import BotApi
from tests.support.fake_telegram import FakeTelegram, bot_at

ROOT = Path(__file__).parent.parent


@pytest.fixture
def api() -> BotApi:
    return BotApi()


@pytest.fixture
async def met(api: BotApi) -> AsyncIterator[tuple[ExtBot[None], FakeTelegram]]:
    bot, line = bot_at(api)
    yield bot, line
    await bot.shutdown()


async def test_without_a_token_it_says_where_to_get_one() -> None:
    with pytest.raises(SettingsError, match="BotFather"):
        await serve(Settings(_env_file=None))


async def test_wrong_token_is_told_plainly(api: BotApi, met: tuple[ExtBot[None], FakeTelegram]) -> None:
    api.token = "1:another"
    with pytest.raises(TelegramError, match="TELEGRAM_TOKEN"):
        await say_hello(met[0])


async def test_menus_are_told_for_each_kind_of_chat_in_every_language(
    api: BotApi, met: tuple[ExtBot[None], FakeTelegram]
) -> None:
    await say_hello(met[0])
    scopes = ("default", "all_private_chats", "all_group_chats")
    assert set(api.commands) == {(scope, language) for scope in scopes for language in ("", "en", "pl", "ru")}
    private = {language: api.commands["all_private_chats", language] for language in ("", "en", "pl", "ru")}
    assert private["pl"] != private["ru"] != private["en"] == private[""]
    assert [command["command"] for command in private["ru"]] == list(menus.PRIVATE)
    assert [command["command"] for command in api.commands["all_group_chats", "pl"]] == list(menus.GROUPS)


async def test_webhook_is_removed_and_what_waits_is_kept(api: BotApi, met: tuple[ExtBot[None], FakeTelegram]) -> None:
    api.webhook = "https://example.com/hook"
    await say_hello(met[0])
    assert api.webhook == ""
    [call] = api.called("deleteWebhook")
    assert call["drop_pending_updates"] == "false"


async def test_webhook_is_set_with_its_secret_and_what_waits_is_kept(
    api: BotApi, met: tuple[ExtBot[None], FakeTelegram]
) -> None:
    hook = Hook("https://bot.example.com/hook", "the-secret-of-this-hook")
    await say_hello(met[0], hook)
    assert (api.webhook, api.secret, api.wanted) == (hook.url, hook.secret, frozenset(ALLOWED_UPDATES))
    [call] = api.called("setWebhook")
    assert call["drop_pending_updates"] == "false"
    assert api.called("deleteWebhook") == []
    assert hook.secret not in repr(hook)


async def test_webhook_that_telegram_refuses_is_told_with_its_reason(
    api: BotApi, met: tuple[ExtBot[None], FakeTelegram]
) -> None:
    with pytest.raises(TelegramError, match=r"(?i)https url must be provided.*; check WEBHOOK_URL"):
        await say_hello(met[0], Hook("http://bot.example.com/hook", "the-secret-of-this-hook"))


@pytest.mark.parametrize(
    ("url", "path"),
    [("https://a.example/hook", "/hook"), ("https://a.example", "/"), ("https://a.example/b/c", "/b/c")],
)
def test_the_webhook_answers_where_telegram_calls(url: str, path: str) -> None:
    assert Hook(url, "secret").path == path


@pytest.mark.parametrize("missing", ["uvicorn", "starlette", "prometheus_client"])
def test_without_the_extra_it_says_what_to_install(missing: str, empty_folder: Path) -> None:
    program = (
        f"import sys; sys.modules['{missing}'] = None; sys.argv = ['bot', 'run']; import bot.__main__ as m; m.main()"
    )
    settings = {"TELEGRAM_TOKEN": "1:x", "WEBHOOK_LISTEN": "127.0.0.1:1", "PYTHONPATH": str(ROOT)}
    run = subprocess.run([sys.executable, "-c", program], env=settings, capture_output=True, text=True, timeout=60)
    assert run.returncode == 2
    assert f"need {missing}" in run.stderr
    assert "pip install 'whyfollow[webhook]'" in run.stderr
    assert "Traceback" not in run.stderr


async def test_start_waits_for_telegram(
    api: BotApi, met: tuple[ExtBot[None], FakeTelegram], monkeypatch: pytest.MonkeyPatch
) -> None:
    bot, line = met
    line.away = NetworkError("away")
    pauses: list[float] = []

    async def no_sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 2:
            line.away = None

    monkeypatch.setattr("bot.app.asyncio.sleep", no_sleep)
    await say_hello(bot)
    assert pauses == [1.0, 2.0]


async def test_stop_ends_the_wait_for_telegram() -> None:
    stop, never = asyncio.Event(), asyncio.Event()
    waiting = asyncio.create_task(until(stop, never.wait()))
    stop.set()
    async with asyncio.timeout(5):
        await waiting


async def test_error_in_what_is_waited_for_is_not_lost() -> None:
    async def fail() -> None:
        raise TelegramError("no")

    with pytest.raises(TelegramError):
        await until(asyncio.Event(), fail())


class Troubled(Retention):
    """The disk fails at first."""

    tries = 0

    async def clean(self) -> int:
        Troubled.tries += 1
        if Troubled.tries == 1:
            raise StoreError("disk I/O error")
        raise TelegramError("the end of this test")


async def test_trouble_with_the_clean_up_is_told_and_it_is_tried_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.app.TIDY_SECONDS", 0)
    with pytest.raises(TelegramError):
        await keep_tidy(Troubled(None, 180))  # type: ignore[arg-type]
    assert "disk I/O error" in caplog.text
