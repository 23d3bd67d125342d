"""What the process prints, at its most talkative and with everything going wrong: no token, and no word of a draft."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.support.bot_api import BotApi
from tests.support.bot_api_server import serve
from tests.support.process import running_bot
from tests.support.rulebook import folder_of, rule_text
from tests.support.updates import message_update, person, tap_update

# Words that stand in what people write, and nowhere in the bot.
WORDS = ("zebrafink", "żółwiątko", "выхухоль")
DRAFT = f"Our {WORDS[0]} opens at 9, {WORDS[1]} o dziesiątej, {WORDS[2]} в полдень. Bring bread for all of us."
BREAD = "{kind: presence, any: {en: [bread], pl: [chleb], ru: [хлеб]}}"


def disguises(secret: str) -> set[str]:
    """As it could stand in a log: plain, in an address, in JSON, in Python's escapes."""
    return {secret, quote(secret), json.dumps(secret)[1:-1], ascii(secret)[1:-1], repr(secret.encode())[2:-1]}


@pytest.mark.parametrize("form", ["text", "json"])
async def test_no_token_and_no_draft_is_ever_printed(tmp_path: Path, form: str) -> None:
    api = BotApi()
    async with serve(api) as address:
        rules = folder_of(tmp_path, {"clarity/bread.yaml": rule_text("bread", BREAD)})
        settings = {
            "TELEGRAM_TOKEN": api.token,
            "TELEGRAM_API_URL": address,
            "DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}",
            "RULES_DIR": str(rules),
            "LOG_LEVEL": "debug",
            "LOG_FORMAT": form,
        }
        async with running_bot(tmp_path, **settings) as bot:
            await draft_and_edit(api)
            await refusals(api)
            await unreadable(api)
            await broken_store(api, tmp_path / "bot.db")
            await bot.tells("no such table")
            bot.tell_to_stop()
            await bot.ended()
    printed = "\n".join(bot.output)
    # It did talk about all of this, or silence would prove nothing.
    for told in ("stored 1 updates", "Telegram refuses", "does not want messages", "can't be read", "no such table"):
        assert told in printed
    secrets = {api.token, api.token.split(":")[1], *WORDS, *(word.title() for word in WORDS)}
    assert [word for secret in secrets for word in disguises(secret) if word in printed] == []


async def draft_and_edit(api: BotApi) -> None:
    write(api, DRAFT)
    await api.until(lambda: len(api.sent) == 1)
    write(api, f"{DRAFT} Or tea?", number=1, kind="edited_message")
    await api.until(lambda: len(api.sent[0].texts) == 2)
    api.push(callback_query=tap_update(0, WORDS[0], number=2)["callback_query"])
    write(api, f"/{WORDS[0]} {DRAFT}", chat=8)
    await api.until(lambda: len(api.sent) == 2)


async def refusals(api: BotApi) -> None:
    """Telegram refuses the form, then the whole answer, then everything for a second; one person blocked the bot."""
    api.fail("sendMessage", 400, "Bad Request: can't parse entities: unsupported start tag")
    api.fail("sendMessage", 502, "Bad Gateway")
    write(api, DRAFT, chat=9)
    await api.until(lambda: any(sent.chat == 9 for sent in api.sent))
    api.blocked.add(10)
    write(api, DRAFT, chat=10)
    api.flood(1)
    write(api, DRAFT, chat=11)
    await api.until(lambda: any(sent.chat == 11 for sent in api.sent))


async def unreadable(api: BotApi) -> None:
    """The library can't read it; its author is told all the same."""
    message = message_update(0, chat=12, number=api.number(12), text=DRAFT)["message"]
    api.push(message={**message, "date": WORDS[1], "from": {**person(12), "first_name": WORDS[2]}})
    await api.until(lambda: any(sent.chat == 12 for sent in api.sent))


async def broken_store(api: BotApi, file: Path) -> None:
    """A failing statement carries the draft as its parameter."""
    with closing(sqlite3.connect(file, timeout=10)) as database, database:
        database.execute("ALTER TABLE versions RENAME TO away")
    write(api, DRAFT, chat=13)


def write(api: BotApi, text: str, *, chat: int = 7, number: int | None = None, kind: str = "message") -> None:
    update = message_update(0, chat=chat, number=number or api.number(chat), kind=kind, text=text)
    api.push(**{kind: update[kind]})
