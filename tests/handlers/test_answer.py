"""The buttons under an answer, tapped by the people they are for and by others."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.engine import loader
from bot.engine.judge import judge
from bot.engine.model import LANGUAGES, Language
from bot.render.catalogue import say
from bot.review import RuleSource
from bot.settings import shipped_rules
from tests.support.bot_api import BOT
from tests.support.chat import Bot, Chat, open_bot

NAME = f"@{BOT['username']}"
MENTION = {"type": "mention", "offset": 0, "length": len(NAME)}

SALE = "MEGA SALE! The BEST deals of the year are here. Don't miss out, shop now 👉 example.com/sale"
MIXED = "Our new tea is in the shop, buy it today! Steep it for 4 minutes at 80 °C, then take the leaves out."


@pytest.fixture(scope="module")
def rules() -> RuleSource:
    return RuleSource(loader.load(shipped_rules()).rules)


@pytest.fixture
async def bot(tmp_path: Path, rules: RuleSource) -> AsyncIterator[Bot]:
    async with open_bot(tmp_path, lambda draft: judge(draft, rules.current), rules) as opened:
        yield opened


@pytest.fixture
def chat(bot: Bot) -> Chat:
    return Chat(bot)


def score_in(text: str) -> int:
    return int(text.split("·")[1].split()[0])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_why_names_the_essay_and_both_views(chat: Chat, language: Language) -> None:
    chat.language = language
    await chat.send(SALE)
    [answer] = chat.answers
    before = answer.text
    await chat.tap(say(language, "why-button"))
    [answer] = chat.answers
    assert say(language, "why-title") in answer.text
    assert say(language, "essay-samuel") in answer.text
    assert say(language, "views-promotion") in answer.text
    await chat.tap(say(language, "back-button"))
    assert chat.texts == [before]


async def test_what_is_left_strikes_what_needs_a_purchase(chat: Chat) -> None:
    await chat.send(MIXED)
    await chat.tap(say("en", "left-button"))
    [answer] = chat.answers
    assert "<s>Our new tea is in the shop, buy it today!</s>" in answer.html
    assert "Steep it for 4 minutes at 80 °C, then take the leaves out." in answer.html
    assert "<s>Steep" not in answer.html


async def test_what_was_called_unfair_is_out_of_the_score_and_can_come_back(chat: Chat, bot: Bot) -> None:
    await chat.send(SALE)
    before = score_in(chat.texts[0])
    await chat.tap(say("en", "unfair-button"))
    await chat.press(chat.answers[0].number, "a:u:pure-promo")
    after = score_in(chat.texts[0])
    assert after > before
    assert f"{before} → {after}: {say('en', 'since-fixed', titles='')}" not in chat.texts[0], "nothing was mended"
    assert len(chat.answers) == 1
    await chat.tap(say("en", "unfair-button"))
    await chat.press(chat.answers[0].number, "a:f:pure-promo")
    assert score_in(chat.texts[0]) == before


async def test_brake_that_protects_readers_stays(chat: Chat, bot: Bot) -> None:
    await chat.send("To enter the draw, comment with your phone number and your date of birth below, everyone!")
    before = score_in(chat.texts[0])
    await chat.press(chat.answers[0].number, "a:u:data-grab")
    assert score_in(chat.texts[0]) == before
    assert say("en", "unfair-stays") in bot.api.hints


async def test_posted_can_be_taken_back(chat: Chat, bot: Bot) -> None:
    await chat.send(MIXED)
    text = chat.texts[0]
    await chat.tap(say("en", "posted-button"))
    assert say("en", "posted-done") in bot.api.hints
    await chat.tap(say("en", "posted-button-done"))
    assert say("en", "posted-undone") in bot.api.hints
    assert chat.texts == [text]
    await chat.tap(say("en", "posted-button"))


async def test_network_can_be_changed_for_one_draft(chat: Chat) -> None:
    await chat.send(MIXED + " #tea #leaf #cup #hot #sip #brew #pot")
    await chat.tap(say("en", "network-button", network="Telegram"))
    await chat.tap("X")
    [answer] = chat.answers
    assert answer.text.split("\n")[1].startswith("X · ")
    await chat.edit(MIXED + " Enjoy it.")
    assert chat.texts[0].split("\n")[1].startswith("X · ")


async def test_draft_in_reply_to_another_is_compared_with_it(chat: Chat) -> None:
    number = await chat.send(SALE)
    reply = {"message_id": number, "date": 1, "chat": chat.chat, "text": SALE}
    await chat.send(MIXED, reply_to_message=reply)
    first, second = chat.texts
    assert say("en", "compared") in second
    assert say("en", "since", before=score_in(first), after=score_in(second)) in second


async def test_buttons_belong_to_who_may_see_the_draft(chat: Chat, bot: Bot) -> None:
    await chat.send(SALE)
    text, number = chat.texts[0], chat.answers[0].number
    stranger = Chat(bot, id=chat.id, author=8)
    for data in ("a:w", "a:l", "a:u", "a:u:pure-promo", "a:p", "a:n:x", "a:f:pure-promo"):
        await stranger.press(number, data)
    assert chat.texts == [text]
    assert bot.api.hints == [say("en", "tap-outdated")] * 7


@pytest.mark.parametrize("data", ["a:", "a:z", "a:u:" + "x" * 59, "a:n:myspace", "a:w:1:2", "a:u:no-such-rule"])
async def test_forged_button_changes_nothing(chat: Chat, data: str) -> None:
    await chat.send(SALE)
    before = score_in(chat.texts[0])
    await chat.press(chat.answers[0].number, data)
    await chat.press(chat.answers[0].number, "a:r")
    assert score_in(chat.texts[0]) == before


async def test_group_sees_the_buttons_of_its_own_answer(bot: Bot) -> None:
    group = Chat(bot, id=-100500, type="supergroup")
    await group.send(f"{NAME} {SALE}", entities=[MENTION])
    await group.tap(say("en", "why-button"))
    assert say("en", "why-title") in group.texts[0]
