"""What is no draft gets a kind word in private, and none where nobody asked."""

from __future__ import annotations

from typing import Any

import pytest

from bot.engine.model import Language
from bot.render.catalogue import say
from tests.support.chat import Bot, Chat
from tests.support.updates import message_update

FILE = {"file_id": "x", "file_unique_id": "y"}
STICKER = {"sticker": {**FILE, "width": 1, "height": 1, "is_animated": False, "is_video": False, "type": "regular"}}
PHOTO: dict[str, Any] = {"photo": [{**FILE, "width": 10, "height": 10}]}


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (STICKER, "no-text-sticker"),
        (PHOTO, "no-text-photo"),
        ({"video": {**FILE, "width": 1, "height": 1, "duration": 1}}, "no-text-photo"),
        ({"voice": {**FILE, "duration": 1}}, "no-text-voice"),
        ({"document": {**FILE, "file_name": "plan.docx"}}, "no-text-document"),
        ({"document": {**FILE, "mime_type": "image/png"}}, "no-text-photo"),
        ({"location": {"latitude": 1.0, "longitude": 2.0}}, "no-text-other"),
        ({"something_new": {"of": "tomorrow"}}, "no-text-other"),
        ({"rich_message": {"blocks": [{"type": "divider"}]}}, "no-text-other"),
    ],
    ids=lambda value: value if isinstance(value, str) else next(iter(value)),
)
async def test_message_without_words(chat: Chat, content: dict[str, Any], key: str) -> None:
    number = await chat.send(**content)
    [answer] = chat.answers
    assert (answer.text, answer.reply_to) == (say("en", key), number)


async def test_other_pictures_of_an_album_need_no_answer(chat: Chat) -> None:
    await chat.send(caption="The album with score 40", media_group_id="1", **PHOTO)
    await chat.send(media_group_id="1", **PHOTO)
    assert len(chat.answers) == 1


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("en", "I don't know /reprot; here is what I can do."),
        ("pl", "Nie znam polecenia /reprot. Oto, co potrafię."),
        ("ru", "Команды /reprot я не знаю. Вот что я умею."),
    ],
)
@pytest.mark.parametrize("written", ["/reprot", "/reprot of last week", "/reprot@whyfollow_test_bot"])
async def test_unknown_command_is_named_and_answered_with_help(
    chat: Chat, language: Language, first: str, written: str
) -> None:
    chat.language = language
    number = await chat.send(written)
    [answer] = chat.answers
    assert (answer.text, answer.reply_to) == (f"{first}\n\n{say(language, 'help')}", number)


async def test_odd_command_is_named_safely(chat: Chat) -> None:
    await chat.send("/<b>&" + "x" * 300)
    [text] = chat.texts
    assert text.startswith("I don't know /<b>&xxx")
    assert "x" * 33 not in text


@pytest.mark.parametrize(
    "content",
    [
        {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}}},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 10}},
    ],
)
async def test_service_message_is_passed_over(chat: Chat, bot: Bot, content: dict[str, Any]) -> None:
    await chat.send(**content)
    assert chat.answers == []
    assert await bot.house.inbox.waiting() == 0


async def test_album_without_words_is_told_once(chat: Chat, bot: Bot) -> None:
    for _ in range(3):
        bot.api.push(message={**message_update(0, number=bot.api.number(7), **PHOTO)["message"], "media_group_id": "1"})
    await bot.settle()
    assert chat.texts == [say("en", "no-text-photo")]
