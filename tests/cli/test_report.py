"""`python -m bot report`: files and words, and plain sentences for what can't be had."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.engine.model import Draft
from bot.errors import UsageError
from bot.store.connection import open_database
from bot.store.stores import stores_on
from tests.support.clock import HandClock
from tests.support.reviews import review

URL = "sqlite+aiosqlite:///whyfollow.db"


@pytest.fixture
def kept(empty_folder: Path) -> Path:
    """Three drafts of the terminal, in the week 2026-W39."""
    asyncio.run(_keep())
    return empty_folder


async def _keep() -> None:
    async with open_database(URL) as database:
        stores = stores_on(database, HandClock())
        workspace = await stores.history.workspace()
        for score in (20, 50, 80):
            draft = Draft(f"score {score}")
            await stores.history.save(workspace, draft, review(draft, score))


def test_picture_table_and_words_are_written(kept: Path) -> None:
    (kept / "out").mkdir()
    found = CliRunner().invoke(app, ["report", "--week", "2026-W39", "--out", "out", "--reader", "pl"])
    assert found.exit_code == 0, found.output
    assert "Twoje szkice" in found.output
    assert "Wynik: 50" in found.output
    assert (kept / "out" / "whyfollow-2026-W39.png").read_bytes().startswith(b"\x89PNG")
    assert (kept / "out" / "whyfollow-2026-W39.xlsx").read_bytes().startswith(b"PK")


def test_a_week_without_drafts_has_a_table_and_no_picture(kept: Path) -> None:
    found = CliRunner().invoke(app, ["report", "--week", "2026-W01", "--reader", "en"])
    assert "No drafts in these weeks" in found.output
    assert [path.name for path in kept.glob("whyfollow-*")] == ["whyfollow-2026-W01.xlsx"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--week", "2026-W54"], "There is no week 2026-W54"),
        (["--week", "2999-W01"], "has not begun yet"),
        (["--week", "off"], "There is no week off"),
        (["--brand", "Ghost"], "There is no brand called Ghost"),
        (["--zone", "Atlantis"], "no time zone called Atlantis"),
        (["--workspace", "9"], "there is no workspace 9"),
        (["--week", "2026-W39", "--out", "nowhere"], "--out"),
    ],
)
def test_what_cannot_be_had_is_said(kept: Path, arguments: list[str], words: str) -> None:
    found = CliRunner().invoke(app, ["report", "--reader", "en", *arguments])
    assert isinstance(found.exception, UsageError)
    assert words in str(found.exception)


def test_an_empty_database_says_so(empty_folder: Path) -> None:
    found = CliRunner().invoke(app, ["report"])
    assert "nothing is kept" in str(found.exception)
