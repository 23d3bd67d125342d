"""`python -m bot audit` and `export`: files in, files out, and plain words where that can't be."""

from __future__ import annotations

import asyncio
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.engine.model import Draft
from bot.errors import BotError, UsageError
from bot.store.connection import open_database
from bot.store.history import History
from tests.support.reviews import review

POSTS = """
Steep green tea for 2 minutes at 70 °C, then take the leaves out: it stays sweet, and a second cup works too.
---
MEGA SALE! The BEST deals of the year are here. Don't miss out, shop now 👉 example.com/sale
---
Our amazing new teapots are here! Order yours now in our shop 👉 example.com/pots Hurry, buy today!
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_audit_of_a_file_with_its_picture(empty_folder: Path) -> None:
    Path("posts.txt").write_text(POSTS, encoding="utf-8")
    result = run("audit", "posts.txt", "--brand", "Tea & Co", "--picture", "audit.png", "--reader", "en")
    assert result.exit_code == 0
    assert result.output.startswith("Tea & Co: 3 posts\n\n1 of 3 gave a reason to stay")
    assert Path("audit.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["audit", "nothing.txt"], "No such file"),
        (["audit", "broken.json"], "line 1"),
        (["audit", "posts.txt", "--picture", "posts.txt"], "exists already"),
        (["export", "posts.txt"], "exists already"),
        (["export", "nowhere/out.zip", "--workspace", "9"], "there is no workspace 9"),
    ],
)
def test_what_is_wrong_is_said(empty_folder: Path, arguments: list[str], said: str) -> None:
    Path("posts.txt").write_text(POSTS, encoding="utf-8")
    Path("broken.json").write_text("{", encoding="utf-8")
    keep(1)
    error = run(*arguments, *(["--reader", "en"] if arguments[0] == "audit" else [])).exception
    assert isinstance(error, UsageError)
    assert said in str(error)


def test_export_of_the_only_workspace(empty_folder: Path) -> None:
    keep(1)
    assert run("export", "out.zip").exit_code == 0
    with zipfile.ZipFile("out.zip") as archive:
        assert b"Draft of 1" in archive.read("versions.jsonl")


def test_export_of_one_of_several(empty_folder: Path) -> None:
    keep(1, 2)
    error = run("export", "out.zip").exception
    assert isinstance(error, BotError)
    assert "--workspace 2" in str(error)
    assert run("export", "out.zip", "--workspace", "2").exit_code == 0
    with zipfile.ZipFile("out.zip") as archive:
        assert b"Draft of 1" not in archive.read("versions.jsonl")


def test_export_of_an_empty_database(empty_folder: Path) -> None:
    error = run("export", "out.zip").exception
    assert isinstance(error, UsageError)
    assert "nothing is kept" in str(error)


def keep(*chats: int) -> None:
    async def fill() -> None:
        async with open_database("sqlite+aiosqlite:///whyfollow.db") as database:
            history = History(database)
            for chat in chats:
                draft = Draft(f"Draft of {chat}")
                await history.save(await history.workspace("private", chat), draft, review(draft))

    asyncio.run(fill())
