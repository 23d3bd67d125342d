"""`/start` and `/help`: a newcomer sees in two taps what the coach does."""

from __future__ import annotations

import pytest

from bot.engine.model import LANGUAGES, Language
from bot.render.catalogue import say
from bot.store.stores import stores_on
from tests.support.chat import Bot, Chat


@pytest.mark.parametrize("language", LANGUAGES)
async def test_start_shows_a_weak_post_and_then_the_same_repaired(chat: Chat, language: Language) -> None:
    chat.language = language
    await chat.send("/start")
    assert chat.texts == [say(language, "start")]
    await chat.tap(say(language, "start-sample-button"))
    [message] = chat.answers
    assert message.text.startswith(say(language, "sample-weak"))
    await chat.tap(say(language, "start-repaired-button"))
    [message] = chat.answers
    assert message.text.startswith(say(language, "sample-repaired"))


async def test_every_tap_is_acknowledged(chat: Chat, bot: Bot) -> None:
    await chat.send("/start")
    await chat.tap(say("en", "start-sample-button"))
    assert list(bot.api.taps.values()) == [True]


async def test_tap_that_is_too_old_to_acknowledge_still_works(chat: Chat, bot: Bot) -> None:
    await chat.send("/start")
    bot.api.fail("answerCallbackQuery", 400, "Bad Request: query is too old")
    await chat.tap(say("en", "start-sample-button"))
    assert chat.texts[0].startswith(say("en", "sample-weak"))


async def test_button_that_nobody_knows_any_more_is_acknowledged(chat: Chat, bot: Bot) -> None:
    await chat.send("/start")
    await chat.press(chat.answers[0].number, "from-an-older-bot:5")
    assert list(bot.api.taps.values()) == [True]
    assert await bot.house.inbox.waiting() == 0


@pytest.mark.parametrize("language", LANGUAGES)
async def test_help_is_in_the_readers_language(chat: Chat, language: Language) -> None:
    chat.language = language
    await chat.send("/help")
    assert chat.texts == [say(language, "help")]


async def test_start_link_with_a_parameter(chat: Chat) -> None:
    await chat.send("/start from-website")
    assert chat.texts == [say("en", "start")]


async def test_chosen_language_outweighs_that_of_telegram(chat: Chat, bot: Bot) -> None:
    await stores_on(bot.database, bot.clock).people.speak(chat.author, "ru")
    for text, key in (("/start", "start"), ("/help", "help"), (None, "no-text-other")):
        await chat.send(text)
        assert chat.texts[-1] == say("ru", key)
