"""A chat that sends very many drafts is asked for patience once, and every draft is answered."""

from __future__ import annotations

import pytest

from bot.engine.model import Language
from bot.handlers.crowd import CHATS, MOST, Crowd
from bot.render.catalogue import say
from bot.store.outbox import Letter
from tests.support.chat import Bot, Chat
from tests.support.updates import AT, message_update


def push(bot: Bot, *, chat: int, language: str = "en", date: int = AT) -> None:
    number = bot.api.number(chat)
    update = message_update(0, chat=chat, number=number, language=language, text="A draft with score 50", date=date)
    bot.api.push(message=update["message"])


@pytest.mark.parametrize("language", ["en", "pl", "ru"])
async def test_many_drafts_in_a_minute_are_all_answered_and_told_once(bot: Bot, language: Language) -> None:
    for _ in range(MOST + 10):
        push(bot, chat=7, language=language)
    push(bot, chat=8)
    await bot.settle()
    texts = Chat(bot, 7).texts
    assert texts.count(say(language, "too-many", most=MOST)) == 1
    assert len(texts) == MOST + 10 + 1
    assert len(Chat(bot, 8).texts) == 1
    # The word comes when it is of use, and not after all the answers that wait.
    assert say(language, "too-many", most=MOST) in texts[:2]
    # Nobody waits behind the crowd: the other chat's one answer is among the first.
    assert [sent.chat for sent in bot.api.sent].index(8) < 3


async def test_drafts_that_piled_up_while_the_bot_was_away_are_no_crowd(bot: Bot) -> None:
    for number in range(MOST + 1):
        push(bot, chat=7, date=AT + number * 60)
    await bot.settle()
    assert len(Chat(bot, 7).texts) == MOST + 1


@pytest.fixture
def crowd() -> Crowd:
    return Crowd(list[Letter]().append)


def test_the_same_message_again_does_not_count_twice(crowd: Crowd) -> None:
    assert not any(crowd.too_many(7, 1, AT) for _ in range(100))


def test_told_again_after_a_minute(crowd: Crowd) -> None:
    told = [second for second in range(200) if crowd.too_many(7, second, AT + second)]
    assert told == [MOST, MOST + 60, MOST + 120]


def test_chats_that_are_quiet_again_are_forgotten(crowd: Crowd) -> None:
    for chat in range(CHATS + 5):
        crowd.too_many(chat, 1, AT + chat)
    assert len(crowd._came) < CHATS
