"""The small commands, walked as a person would, in each language."""

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
from tests.support.chat import Bot, Chat, open_bot

SALE = "MEGA SALE! The BEST deals of the year are here. Don't miss out, shop now 👉 example.com/sale"


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


async def brand(chat: Chat, name: str = "Bakery") -> None:
    await chat.send(f"/brand {name}")
    await chat.send("/cancel")


def points(text: str) -> int:
    return int(text.split("·")[1].split()[0])


@pytest.mark.parametrize("kind", ["heard", "idea"])
async def test_note_is_kept_at_once_or_asked_for_and_taken_back(chat: Chat, kind: str) -> None:
    await chat.send(f"/{kind} more rye bread")
    assert "more rye bread" in chat.texts[-1]
    await chat.send(f"/{kind}")
    assert chat.texts[-1] == say("en", f"note-ask-{kind}")
    await chat.send("no raisins, please")
    assert "no raisins, please" in chat.texts[-1]
    await chat.tap(say("en", "take-back"))
    assert chat.texts[-1] == say("en", "note-gone")


async def test_note_that_is_too_long_is_asked_for_again(chat: Chat) -> None:
    await chat.send("/heard")
    await chat.send("bread " * 60)
    assert chat.texts[-1] == say("en", "note-too-long", most=300, count=359)
    await chat.send("bread")
    assert chat.texts[-1].startswith(say("en", "note-kept-heard"))


async def test_draft_after_a_question_for_a_note_can_be_freed_by_cancel(chat: Chat) -> None:
    await chat.send("/idea")
    await chat.send("/cancel")
    await chat.send(SALE)
    assert "of 100" in chat.texts[-1]


async def test_crisis_mode_needs_a_brand_and_changes_the_score(chat: Chat, rules: RuleSource) -> None:
    await chat.send("/crisis on")
    assert chat.texts[-1] == say("en", "crisis-no-brand")
    await brand(chat)
    await chat.send("/crisis on")
    assert chat.texts[-1] == say("en", "crisis-on", brand="Bakery")
    await chat.send(SALE)
    assert rules.current.cards["occasion-hijack"].title["en"] in chat.texts[-1]
    await chat.send("/crisis")
    await chat.tap(say("en", "crisis-switch-off"))
    assert chat.texts[-1] == say("en", "crisis-off", brand="Bakery")


@pytest.mark.parametrize(("word", "on"), [("wł", True), ("выкл", False), ("ON", True), ("nie", False)])
async def test_crisis_understands_three_languages(chat: Chat, word: str, on: bool) -> None:
    await brand(chat)
    await chat.send(f"/crisis {word}")
    assert chat.texts[-1] == say("en", "crisis-on" if on else "crisis-off", brand="Bakery")


async def test_language_can_be_chosen_and_given_back(chat: Chat) -> None:
    await chat.send("/settings")
    await chat.tap("Polski")
    assert chat.texts[-1] == say("pl", "settings")
    await chat.send("/privacy")
    assert chat.texts[-1] == say("pl", "privacy", days=180)
    await chat.tap(say("pl", "settings-as-telegram", name="English"))
    await chat.send("/privacy")
    assert chat.texts[-1] == say("en", "privacy", days=180)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_rule_is_found_read_and_muted(chat: Chat, rules: RuleSource, language: Language) -> None:
    chat.language = language
    await brand(chat)
    title = rules.current.cards["pure-promo"].title[language]
    await chat.send("/rules")
    await chat.tap(say(language, "dimension-promotion").capitalize())
    await chat.tap(f"− {title}")
    assert "pure-promo" in chat.texts[-1]
    assert say(language, "essay-samuel") in chat.texts[-1]
    before = await score(chat)
    await chat.tap(say(language, "mute-do", brand="Bakery"))
    assert await score(chat) > before
    await chat.send("/mute")
    await chat.tap(f"🔇 {title}")
    await chat.tap(say(language, "mute-undo", brand="Bakery"))
    await chat.send("/mute")
    assert chat.texts[-1] == say(language, "mute-none", brand="Bakery")


async def score(chat: Chat) -> int:
    """What the sale scores now; each draft is a message of its own."""
    await chat.send(SALE)
    return points(chat.texts[-1])


async def test_rule_is_found_by_its_name_in_any_language(chat: Chat, rules: RuleSource) -> None:
    for name in ("pure-promo", "Pure Promo", rules.current.cards["pure-promo"].title["ru"].upper()):
        await chat.send(f"/mute {name}")
        assert "pure-promo" in chat.texts[-1]
    await chat.send("/mute <b>nothing</b>")
    assert say("en", "rule-unknown", name="<b>nothing</b>") in chat.texts[-1]


@pytest.mark.parametrize("rule", ["data-grab", "occasion-hijack", "missing-disclosure"])
async def test_rule_that_protects_readers_cant_be_muted(chat: Chat, bot: Bot, rule: str) -> None:
    await brand(chat)
    await chat.send(f"/mute {rule}")
    assert say("en", "mute-protected") in chat.texts[-1]
    await chat.press(chat.answers[-1].number, f"m:x:{rule}")
    assert bot.api.hints[-1] == say("en", "mute-protected")


@pytest.mark.parametrize(
    "data", ["m:", "m:x:no-such-rule", "m:d:nothing", "n:x:999", "s:de", "c:999:on", "m:x:pure-promo"]
)
async def test_forged_and_outdated_buttons_are_acknowledged(chat: Chat, bot: Bot, data: str) -> None:
    await chat.send("/rules")
    await chat.press(chat.answers[-1].number, data)
    assert list(bot.api.taps.values()) == [True]
    assert await bot.house.inbox.waiting() == 0
