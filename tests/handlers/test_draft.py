"""Drafts in a private chat: each gets one answer, and an edit changes that answer."""

from __future__ import annotations

from typing import Any

import pytest

from bot.engine.model import Review
from bot.render.catalogue import say
from bot.store.history import History
from tests.support.chat import Bot, Chat
from tests.support.databases import each_backend

__all__ = ["each_backend"]

PHOTO = {"photo": [{"file_id": "x", "file_unique_id": "y", "width": 10, "height": 10}]}
FORWARD = {
    "forward_origin": {
        "type": "channel",
        "chat": {"id": -1001, "type": "channel", "title": "Shop"},
        "message_id": 5,
        "date": 1_780_000_000,
    }
}


async def test_draft_is_answered_as_a_reply_to_it(chat: Chat) -> None:
    number = await chat.send("A draft with score 12")
    [answer] = chat.answers
    assert "12" in chat.headlines[0]
    assert answer.reply_to == number


async def test_edit_updates_the_first_reply(chat: Chat) -> None:
    await chat.send("A draft with score 58")
    await chat.edit("A draft with score 81")
    [answer] = chat.answers
    assert len(answer.texts) == 2
    assert "58" in chat.headlines[0]
    assert "58 → 81" in answer.text


async def test_edit_that_changes_no_word_changes_nothing(chat: Chat, bot: Bot) -> None:
    """Telegram also reports an edit when a link got its preview."""
    await chat.send("A draft with score 58")
    await chat.edit("A draft with score 58")
    assert [len(answer.texts) for answer in chat.answers] == [1]
    assert await bot.house.inbox.waiting() == 0
    assert len(bot.judged) == 1


async def test_edit_of_a_draft_from_before_the_bot_is_answered(chat: Chat, bot: Bot) -> None:
    number = bot.api.number(chat.id)
    await chat.edit("A draft with score 33", number=number)
    assert [answer.reply_to for answer in chat.answers] == [number]


async def test_every_version_is_kept_with_its_time(chat: Chat, bot: Bot) -> None:
    await chat.send("A draft with score 58")
    await chat.edit("A draft with score 81")
    await chat.send("Another with score 5")
    history = History(bot.database)
    versions = await history.versions(await history.workspace("private", chat.id))
    assert [version.score for version in versions] == [5, 81, 58]
    assert versions[1].draft == versions[2].draft != versions[0].draft


async def test_people_see_only_their_own(chat: Chat, bot: Bot) -> None:
    other = Chat(bot, id=8, author=8)
    await chat.send("Mine with score 58")
    await other.send("Theirs with score 60")
    history = History(bot.database)
    versions = await history.versions(await history.workspace("private", 8))
    assert [version.text for version in versions] == ["Theirs with score 60"]
    assert len(other.answers) == 1


@pytest.mark.parametrize(
    "content",
    [
        {"text": "Words with score 40"},
        {"caption": "Words with score 40", **PHOTO},
        {"text": "Words with score 40", **FORWARD},
        {"caption": "Words with score 40", **PHOTO, **FORWARD},
        {"rich_message": {"blocks": [{"type": "paragraph", "text": "Words with score 40"}]}, **FORWARD},
    ],
    ids=["text", "caption", "forwarded", "forwarded caption", "rich post"],
)
async def test_words_are_found_wherever_they_stand(chat: Chat, bot: Bot, content: dict[str, Any]) -> None:
    await chat.send(**content)
    assert [draft.text for draft in bot.judged] == ["Words with score 40"]
    assert [draft.picture for draft in bot.judged] == ["photo" in content]
    assert len(chat.answers) == 1


async def test_hidden_links_are_found_behind_emoji(chat: Chat, bot: Bot) -> None:
    """Telegram counts an emoji as two, Python as one."""
    text = "👟👟 Buy here now"
    link = {"type": "text_link", "offset": 5, "length": 8, "url": "https://example.com"}
    await chat.send(text, entities=[link])
    [draft] = bot.judged
    assert [text[start:end] for start, end in draft.links] == ["Buy here"]


@pytest.mark.parametrize(
    ("language", "words"), [("en", "nothing"), ("pl-PL", "nic"), ("ru", "ничего"), ("de", "nothing"), ("", "nothing")]
)
async def test_answer_is_in_the_readers_language(chat: Chat, language: str, words: str) -> None:
    chat.language = language
    await chat.send("A draft with score 12")
    assert words in chat.texts[0].lower()


@pytest.mark.parametrize(
    "text", [" ", "<b>&nbsp;</i> <script>", "👟" * 2048, "\u202e\u200b\u200f", "a\0b", "&lt;b&gt;"]
)
async def test_odd_drafts_are_answered_too(chat: Chat, text: str) -> None:
    await chat.send(text)
    assert len(chat.answers) == 1


async def test_failure_is_told_when_the_draft_is_put_aside(
    chat: Chat, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> Review:
        raise RuntimeError("broken")

    bot.house.worker.pauses = ()
    monkeypatch.setattr("tests.handlers.conftest.review", breaks)
    number = await chat.send("A draft with score 5")
    [answer] = chat.answers
    assert (answer.text, answer.reply_to) == (say("en", "failure"), number)
    [put_aside] = await bot.house.inbox.quarantined()
    assert put_aside.reason == "RuntimeError: broken"
