"""In groups the bot speaks only when it is meant."""

from __future__ import annotations

from typing import Any

import pytest

from bot.store.history import History
from tests.support.bot_api import BOT
from tests.support.chat import Bot, Chat

NAME = f"@{BOT['username']}"


def mention(at: int) -> dict[str, Any]:
    return {"entities": [{"type": "mention", "offset": at, "length": len(NAME)}]}


def quoted(group: Chat, text: str, author: dict[str, Any]) -> dict[str, Any]:
    return {"reply_to_message": {"message_id": 1, "date": 0, "chat": group.chat, "from": author, "text": text}}


OLA = {"id": 9, "is_bot": False, "first_name": "Ola"}


@pytest.mark.parametrize("content", [{"text": "A draft with score 5"}, {"photo": [], "new_chat_title": "x"}])
async def test_silent_when_nobody_asked(group: Chat, content: dict[str, Any]) -> None:
    await group.send(**content)
    assert group.answers == []


async def test_another_bots_name_is_not_ours(group: Chat) -> None:
    await group.send("@other_bot score 5", entities=[{"type": "mention", "offset": 0, "length": 10}])
    assert group.answers == []


@pytest.mark.parametrize(
    ("text", "at", "judged"),
    [
        (f"{NAME} Words with score 5", 0, "Words with score 5"),
        (f"Words with score 5 {NAME}", 19, "Words with score 5"),
        (f"Words {NAME} with score 5", 6, "Words with score 5"),
    ],
)
async def test_mention_is_answered_and_left_out_of_the_draft(
    group: Chat, bot: Bot, text: str, at: int, judged: str
) -> None:
    number = await group.send(text, **mention(at))
    assert [draft.text for draft in bot.judged] == [judged]
    assert [answer.reply_to for answer in group.answers] == [number]


async def test_mention_alone_under_a_draft_judges_that_draft(group: Chat, bot: Bot) -> None:
    await group.send(NAME, **mention(0), **quoted(group, "Words with score 5", OLA))
    assert [draft.text for draft in bot.judged] == ["Words with score 5"]


async def test_reply_to_the_bot_is_a_draft(group: Chat, bot: Bot) -> None:
    await group.send("Words with score 5", **quoted(group, "…", BOT))
    assert [draft.text for draft in bot.judged] == ["Words with score 5"]


async def test_reply_to_somebody_else_is_not(group: Chat) -> None:
    await group.send("Words with score 5", **quoted(group, "…", OLA))
    assert group.answers == []


async def test_edited_mention_updates_the_answer(group: Chat) -> None:
    await group.send(f"{NAME} score 5", **mention(0))
    await group.edit(f"{NAME} score 60", **mention(0))
    assert [len(answer.texts) for answer in group.answers] == [2]


@pytest.mark.parametrize("told", ["old", "new", "both"])
async def test_group_that_becomes_a_supergroup_keeps_its_drafts(bot: Bot, told: str) -> None:
    small, big = Chat(bot, id=-5, type="group"), Chat(bot, id=-100500, type="supergroup")
    await small.send(f"{NAME} score 41", **mention(0))
    if told != "new":
        await small.send(migrate_to_chat_id=-100500)
    if told != "old":
        await big.send(migrate_from_chat_id=-5)
    await big.send(f"{NAME} score 42", **mention(0))
    history = History(bot.database)
    kept = await history.versions(await history.workspace("group", -100500))
    assert [version.score for version in kept] == [42, 41]
    assert await bot.house.inbox.quarantined() == []
