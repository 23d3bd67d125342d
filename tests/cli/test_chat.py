"""The chat: its commands, and when a draft counts as the next version of the last one."""

from __future__ import annotations

import asyncio
import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from rich.console import Console

from bot.cli.chat import Desk, Version, converse, is_command, is_next_version, obeyed
from bot.cli.notebook import Notebook, open_notebook
from bot.engine.model import LANGUAGES, Draft, Review
from bot.store.history import Version as KeptVersion
from bot.store.history import open_history
from tests.support.reviews import review

DESK = Desk("telegram", None, "en")


@pytest.mark.parametrize(
    ("command", "value", "after"),
    [
        (":network", "x", Desk("x", None, "en")),
        (":lang", "pl", Desk("telegram", "pl", "en")),
        (":reader", "ru", Desk("telegram", None, "ru")),
    ],
)
def test_a_command_changes_one_thing(command: str, value: str, after: Desk) -> None:
    assert obeyed(DESK, command, value) == (after, f"{command}: {value}")


def test_auto_leaves_the_language_to_the_coach_again() -> None:
    assert obeyed(Desk("x", "pl", "en"), ":lang", "auto")[0].language is None


@pytest.mark.parametrize(
    ("command", "value"), [(":network", "myspace"), (":network", ""), (":lang", "de"), (":reader", "auto")]
)
def test_a_wrong_value_changes_nothing_and_lists_the_right_ones(command: str, value: str) -> None:
    after, answer = obeyed(DESK, command, value)
    assert after == DESK
    assert "en, pl, ru" in answer or "x, facebook" in answer


def test_new_forgets_the_last_draft() -> None:
    desk = Desk("x", None, "en", Version(review(Draft("a")), 3))
    assert obeyed(desk, ":new", "")[0] == Desk("x", None, "en")


@pytest.mark.parametrize("reader", LANGUAGES)
def test_help_names_every_command(reader: str) -> None:
    _, answer = obeyed(Desk("x", None, reader), ":help", "")  # type: ignore[arg-type]
    assert all(command in answer for command in (":network", ":lang", ":reader", ":new", ":quit"))
    _, unknown = obeyed(Desk("x", None, reader), ":frobnicate", "")  # type: ignore[arg-type]
    assert ":frobnicate" in unknown


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("Buy our boots now, the best boots", "Buy our boots until Friday, the warmest boots", True),
        ("Buy our boots now", "How to clean a kettle: two spoons of citric acid", False),
        ("a b c d", "A B C D e", True),
        ("", "a", False),
    ],
)
def test_a_draft_that_shares_half_its_words_is_the_next_version(before: str, after: str, same: bool) -> None:
    assert is_next_version(before, after) is same


@pytest.mark.parametrize(
    ("entry", "command"), [(":quit", True), (":network x", True), (":) hi", False), (":a\nb", False)]
)
def test_a_smile_is_no_command(entry: str, command: bool) -> None:
    assert is_command(entry) is command


FIRST = "Buy our boots now, the very best boots of the year"
BETTER = "Buy our boots now, the very best boots for wide feet"
OTHER = "How to descale a kettle: two spoons of citric acid, ten minutes"


def judged(draft: Draft) -> Review:
    """The longer a draft, the better."""
    return review(draft, len(draft.text))


def conversation(*said: str, notebook: Notebook | None = None) -> str:
    console = Console(file=io.StringIO(), width=100)
    converse(said, DESK, judged, console, notebook or Notebook())
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def kept(url: str) -> list[KeptVersion]:
    async def all_versions() -> list[KeptVersion]:
        async with open_history(url) as history:
            return await history.versions(await history.workspace())

    return asyncio.run(all_versions())


def test_a_next_version_is_answered_with_what_it_changed() -> None:
    said = conversation(FIRST, BETTER)
    assert f"{len(FIRST)} → {len(BETTER)}" in said


@pytest.mark.parametrize("said", [(FIRST, OTHER), (FIRST, ":new", BETTER)])
def test_another_draft_is_compared_with_nothing(said: tuple[str, ...]) -> None:
    assert "→" not in conversation(*said)


def test_a_draft_after_quit_is_not_read() -> None:
    assert conversation(":quit", FIRST) == ""


def test_a_command_shapes_the_answers_after_it() -> None:
    said = conversation(":network x", ":reader pl", FIRST)
    assert "X · angielski" in said


def test_drafts_and_their_versions_are_kept(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/drafts.db"
    with open_notebook(url) as notebook:
        conversation(FIRST, BETTER, OTHER, notebook=notebook)
    versions = kept(url)
    assert [version.text for version in versions] == [OTHER, BETTER, FIRST]
    assert versions[1].draft == versions[2].draft != versions[0].draft


def test_the_terminal_keeps_one_workspace(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/drafts.db"
    for draft in (FIRST, OTHER):
        with open_notebook(url) as notebook:
            conversation(draft, notebook=notebook)
    assert len(kept(url)) == 2


def test_a_database_that_cannot_be_opened_does_not_stop_the_coach(tmp_path: Path) -> None:
    with open_notebook(f"sqlite+aiosqlite:///{tmp_path}/no/such/folder/drafts.db") as notebook:
        assert notebook.closed_because
        assert str(len(FIRST)) in conversation(FIRST, notebook=notebook)


def test_a_database_that_breaks_on_the_way_is_told_once_and_the_coach_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "drafts.db"
    with open_notebook(f"sqlite+aiosqlite:///{file}") as notebook:
        with closing(sqlite3.connect(file)) as breaker:
            breaker.execute("DROP TABLE versions")
        said = conversation(FIRST, OTHER, notebook=notebook)
    assert str(len(FIRST)) in said
    assert str(len(OTHER)) in said
    assert capsys.readouterr().err.count("can't keep them") == 1
