"""Commands for whoever runs the bot: backup, and the messages that were put aside."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.errors import BotError
from bot.store.connection import open_database
from bot.store.inbox import Inbox
from bot.store.outbox import Outbox
from tests.support.updates import message_update

TEXT = "A draft that nobody else should read"


@pytest.fixture
def put_aside(empty_folder: Path) -> None:
    async def fill() -> None:
        async with open_database("sqlite+aiosqlite:///whyfollow.db") as database:
            await Inbox(database).store([message_update(5, chat=70, text=TEXT), message_update(6, chat=71, text="ok")])
            await Outbox(database).give_up(5, "KeyError: 'date'")

    asyncio.run(fill())


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_the_list_tells_number_chat_and_reason_but_no_draft(put_aside: None) -> None:
    result = run("quarantine", "list")
    assert result.exit_code == 0
    assert re.search(r"^5 .* chat 70 .* KeyError: 'date'$", result.output, re.MULTILINE)
    assert "1 put aside" in result.output
    assert TEXT not in result.output


def test_one_is_shown_whole(put_aside: None) -> None:
    result = run("quarantine", "show", "5")
    reason, _, body = result.output.partition("\n")
    assert "KeyError: 'date'" in reason
    assert json.loads(body)["message"]["text"] == TEXT


def test_run_again_and_it_waits_for_the_worker(put_aside: None) -> None:
    assert run("quarantine", "again", "5").exit_code == 0
    assert run("quarantine", "list").output == "Nothing is put aside.\n"

    async def waiting() -> list[int]:
        async with open_database("sqlite+aiosqlite:///whyfollow.db") as database:
            return [row.update_id for row in await Inbox(database).claim(10)]

    assert asyncio.run(waiting()) == [5, 6]


@pytest.mark.parametrize("command", ["show", "again"])
def test_unknown_number_is_told(put_aside: None, command: str) -> None:
    error = run("quarantine", command, "6").exception
    assert isinstance(error, BotError)
    assert "no update 6 is put aside" in str(error)


def test_backup_says_what_it_holds(put_aside: None, empty_folder: Path) -> None:
    result = run("backup", "copy.db")
    assert result.output == "copy.db: drafts: 0, versions: 0, read back and whole\n"
    assert (empty_folder / "copy.db").is_file()
