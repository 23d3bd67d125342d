"""The real process against a strict Telegram over HTTP: a draft goes in, an answer comes out, and nothing leaks."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.render.catalogue import say
from tests.support.bot_api import BotApi
from tests.support.bot_api_server import serve
from tests.support.process import Running, running_bot
from tests.support.updates import message_update, tap_update

PROMO = "MEGA SALE! The BEST deals of the year are here. Don't miss out, shop now!"
BETTER = "MEGA SALE! Winter boots in sizes 36-41 are 40% off until Friday, 6 pm, in both shops. Bring the old pair."


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
            "LOG_LEVEL": "debug",
        }


@pytest.fixture
async def bot(settings: dict[str, str], tmp_path: Path) -> AsyncIterator[Running]:
    async with running_bot(tmp_path, **settings) as running:
        yield running


def say_to(api: BotApi, text: str, *, number: int, kind: str = "message", chat: int = 7, language: str = "en") -> None:
    update = message_update(0, chat=chat, number=number, kind=kind, language=language, text=text)
    api.push(**{kind: update[kind]})


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "bot.db")) as database:
        return database.execute(query).fetchall()


async def test_draft_edit_and_stop(api: BotApi, bot: Running, tmp_path: Path) -> None:
    say_to(api, PROMO, number=api.number(7))
    await api.until(lambda: len(api.sent) == 1)
    [answer] = api.sent
    assert answer.reply_to == 1
    assert "of 100" in answer.text

    say_to(api, BETTER, number=1, kind="edited_message")
    await api.until(lambda: len(answer.texts) == 2)
    assert "→" in answer.text

    bot.tell_to_stop()
    assert await bot.ended() == 0
    versions = rows(tmp_path, "SELECT text, score, rules_version, at FROM versions ORDER BY id")
    assert [version[0] for version in versions] == [PROMO, BETTER]
    assert all(score is not None and at for _, score, _, at in versions)
    assert rows(tmp_path, "SELECT DISTINCT state FROM inbox") == [("done",)]
    output = "\n".join(bot.output)
    assert "Traceback" not in output
    assert api.token not in output
    assert api.token.split(":")[1] not in output
    assert "MEGA SALE" not in output


async def test_start_in_polish_with_its_sample_and_the_repair(api: BotApi, bot: Running) -> None:
    say_to(api, "/start", number=api.number(7), language="pl")
    await api.until(lambda: len(api.sent) == 1)
    await tap(api, "sample:w", shows=say("pl", "sample-weak"))
    await tap(api, "sample:r", shows=say("pl", "sample-repaired"))


async def tap(api: BotApi, data: str, *, shows: str) -> None:
    """Press this button under the bot's first message and wait for what it shows then."""
    message = api.sent[0]
    assert data in [button["callback_data"] for row in message.buttons for button in row]
    query = tap_update(0, data, number=message.number, language="pl")["callback_query"]
    api.push(callback_query={**query, "id": data})
    await api.until(lambda: api.taps[data] and message.text.startswith(shows))


async def test_what_cannot_be_scored_is_answered_kindly(api: BotApi, bot: Running) -> None:
    odd = [
        "three little words",
        "Neue Winterschuhe sind da, und wir freuen uns sehr auf euren Besuch in unserem Laden am Samstag.",
        "🎉" * 2048,
        "שלום לכולם, החנות שלנו נפתחת מחדש ביום ראשון בשעה תשע בבוקר",
        "\u200b\u200d\ufeff",
        "<b>bold</i> <script>alert(1)</script> &lt; & < >",
    ]
    for chat, text in enumerate(odd, start=20):
        say_to(api, text, number=api.number(chat), chat=chat)
    await api.until(lambda: len(api.sent) == len(odd))
    assert sorted(answer.chat for answer in api.sent) == list(range(20, 20 + len(odd)))
    assert not any("Traceback" in line for line in bot.output)


async def test_what_was_not_answered_is_answered_after_a_kill(
    api: BotApi, settings: dict[str, str], tmp_path: Path
) -> None:
    """Stored and confirmed, then the process dies: Telegram has forgotten these drafts, the bot has not."""
    api.flood(60)
    async with running_bot(tmp_path, **settings) as first:
        for chat in range(30, 35):
            say_to(api, PROMO, number=api.number(chat), chat=chat)
        await api.until(lambda: api.confirmed == 5)
        first.process.kill()
        await first.ended()
    assert api.sent == []
    api.flood_until = 0.0
    with closing(sqlite3.connect(tmp_path / "bot.db")) as database, database:
        # As if the minute that Telegram asked for had passed.
        database.execute("DELETE FROM marks WHERE name = 'pause'")
    async with running_bot(tmp_path, **settings):
        await api.until(lambda: len(api.sent) == 5)
    assert sorted(answer.chat for answer in api.sent) == list(range(30, 35))


async def test_mistakes_in_rules_are_told_with_their_place_and_the_rest_works(
    api: BotApi, settings: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "extra" / "promotion"
    folder.mkdir(parents=True)
    (folder / "our-own-rule.yaml").write_text("id: our-own-rule\ntitel: {en: A typing mistake}\n", encoding="utf-8")
    (folder / "no-yaml.yaml").write_text("id: no-yaml\ntitle: {en: A bracket is missing\n", encoding="utf-8")
    async with running_bot(tmp_path, RULES_EXTRA=str(tmp_path / "extra"), **settings) as bot:
        say_to(api, PROMO, number=api.number(7))
        await api.until(lambda: len(api.sent) == 1)
    [answer] = api.sent
    assert answer.text.startswith("🔴 Weak")
    assert say("en", "test-promo") in answer.text
    told = "\n".join(bot.output)
    assert re.search(r'our-own-rule\.yaml:2:1: .*"titel".*"title"', told)
    assert re.search(r"no-yaml\.yaml:\d+:\d+: \S", told)
    assert "the rest works" in told
    assert "Traceback" not in told


async def test_wrong_token_ends_with_a_sentence(api: BotApi, settings: dict[str, str], tmp_path: Path) -> None:
    async with running_bot(tmp_path, **{**settings, "TELEGRAM_TOKEN": "123456:wrong"}) as bot:
        assert await bot.ended() == 1
    assert "check TELEGRAM_TOKEN" in bot.output[-1]
    assert not any("Traceback" in line for line in bot.output)
