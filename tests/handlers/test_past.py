"""/history, /export and /forget: what is kept can be seen, taken along and made to disappear from every file."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from bot.engine.model import LANGUAGES, Language
from bot.render.catalogue import say
from tests.handlers.test_team import join, team_of
from tests.support.chat import Bot, Chat
from tests.support.databases import ON_SQLITE, each_backend

__all__ = ["each_backend"]

SECRET = "Quokkaburgundy score 66"


@pytest.fixture
def files(bot: Bot, tmp_path: Path) -> Path:
    """The folder in which the bot keeps its database."""
    return tmp_path


def in_files(folder: Path, words: str) -> bool:
    return any(words.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def quoted(chat: Chat, number: int, text: str) -> dict[str, object]:
    return {"reply_to_message": {"message_id": number, "date": 1, "chat": chat.chat, "text": text}}


async def test_history_pages_from_new_to_old_and_back(chat: Chat) -> None:
    for number in range(14):
        await chat.send(f"Draft number {number} score {number + 40}")
    await chat.send("/history")
    assert labels(chat)[0].endswith("Draft number 13 score 53")
    assert len([label for label in labels(chat) if "Draft" in label]) == 6
    await chat.tap(say("en", "history-older"))
    await chat.tap(say("en", "history-older"))
    assert [label.split(" · ")[-1] for label in labels(chat)[:2]] == [
        "Draft number 1 score 41",
        "Draft number 0 score 40",
    ]
    assert say("en", "history-older") not in labels(chat)
    await chat.tap(say("en", "history-newer"))
    assert "Draft number 7" in labels(chat)[0]


def labels(chat: Chat) -> list[str]:
    return [button["text"] for row in chat.answers[-1].buttons for button in row]


@pytest.mark.parametrize(
    ("words", "found"), [("ЗИМНИЕ", 1), ("boty zimowe", 1), ("zim", 1), ("winter boots", 0), ("ż" * 60, 0)]
)
async def test_history_finds_words_in_any_capitals(chat: Chat, words: str, found: int) -> None:
    await chat.send("Зимние сапоги score 50")
    await chat.send("Zimowe boty score 60")
    await chat.send(f"/history {words}")
    assert len([label for label in labels(chat) if "score" in label]) == found


async def test_history_shows_a_draft_with_the_course_of_its_scores(chat: Chat) -> None:
    await chat.send("First try score 41")
    await chat.edit("Second <b>try</b> score 77")
    await chat.send("/history second")
    await chat.tap(labels(chat)[0])
    assert "41 → 77" in chat.texts[-1]
    assert "Second <b>try</b> score 77" in chat.texts[-1]
    await chat.tap(say("en", "history-back"))
    assert say("en", "history-found", words="second") in chat.texts[-1]


async def test_history_is_empty_for_a_newcomer_and_for_strangers(chat: Chat, bot: Bot) -> None:
    await chat.send("Only mine score 50")
    stranger = Chat(bot, id=9, author=9)
    await stranger.send("/history")
    assert stranger.texts[-1] == say("en", "history-none")
    for data in ("h:d1:0", "h:0 mine", "x:d!:1", "x:d:1", "x:t!:1"):
        await stranger.press(stranger.answers[-1].number, data)
        assert "Only mine" not in stranger.texts[-1]
    await chat.send("/history")
    assert "Only mine" in labels(chat)[0]


@ON_SQLITE
@pytest.mark.parametrize("language", LANGUAGES)
async def test_forgotten_draft_is_in_no_file_any_more(chat: Chat, files: Path, language: Language) -> None:
    chat.language = language
    number = await chat.send(SECRET)
    await chat.edit(f"{SECRET} again")
    assert in_files(files, "Quokkaburgundy")
    await chat.send("/forget", **quoted(chat, number, SECRET))
    await chat.tap(say(language, "forget-yes"))
    assert chat.texts[-1] == say(language, "forgotten")
    assert not in_files(files, "Quokkaburgundy")


async def test_edit_of_a_forgotten_draft_is_not_remembered(chat: Chat, files: Path, bot: Bot) -> None:
    number = await chat.send(SECRET)
    await chat.send("/forget", **quoted(chat, number, SECRET))
    await chat.tap(say("en", "forget-yes"))
    before = len(bot.judged)
    await chat.edit(f"{SECRET} with a preview", number=number)
    assert len(bot.judged) == before


async def test_draft_is_kept_unless_the_answer_is_yes(chat: Chat) -> None:
    await chat.send(SECRET)
    await chat.send("/forget")
    await chat.tap(say("en", "forget-last"))
    assert "Quokkaburgundy" in chat.texts[-1]
    await chat.tap(say("en", "forget-no"))
    assert chat.texts[-1] == say("en", "forget-kept")
    await chat.send("/history")
    assert "Quokkaburgundy" in labels(chat)[0]


async def test_everything_about_a_person_is_forgotten(chat: Chat, files: Path) -> None:
    await chat.send("/brand Quokkaburgundy")
    await chat.send("/cancel")
    await chat.send(SECRET)
    await chat.send("/heard Quokkaburgundy is too sweet")
    await chat.send("/forget")
    await chat.tap(say("en", "forget-me"))
    await chat.tap(say("en", "forget-yes"))
    assert not in_files(files, "Quokkaburgundy")
    await chat.send("/history")
    assert chat.texts[-1] == say("en", "history-none")


async def test_only_lead_hands_over_before_being_forgotten(chat: Chat, bot: Bot, files: Path) -> None:
    await team_of(chat, "Bakers")
    member = Chat(bot, id=8, author=8)
    await join(chat, member)
    await chat.send("/forget")
    await chat.tap(say("en", "forget-me"))
    assert chat.texts[-1] == say("en", "forget-hand-over", teams="Bakers")
    await member.send("/forget")
    assert not any("Bakers" in label for label in labels(member))
    await member.press(member.answers[-1].number, "x:team")
    assert member.texts[-1] == say("en", "leads-only")
    await chat.send("/forget")
    await chat.tap(say("en", "forget-team", team="Bakers"))
    await chat.tap(say("en", "forget-yes"))
    assert not in_files(files, "Bakers")


async def test_export_holds_everything_of_the_workspace_and_nothing_else(chat: Chat, bot: Bot) -> None:
    await Chat(bot, id=9, author=9).send("Of somebody else score 50")
    await chat.send("=cmd() score 50")
    await chat.send("/heard rye bread")
    await chat.send("/export")
    assert chat.texts[-1] == say("en", "export-done")
    [file] = chat.answers[-1].files
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        versions = [json.loads(line) for line in archive.read("versions.jsonl").splitlines()]
        table = archive.read("versions.csv").decode("utf-8-sig")
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert [version["text"] for version in versions] == ["=cmd() score 50"]
    assert ",'=cmd() score 50," in table
    assert b"rye bread" in everything
    assert b"somebody else" not in everything
