"""Whole conversations in each language, kept as files that a person can read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.engine.model import LANGUAGES, Language
from bot.render.catalogue import percent, say
from tests.support.chat import Bot, Chat
from tests.support.transcript import Transcript, assert_golden

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_setting_up_a_brand(chat: Chat, language: Language) -> None:
    chat.language = language
    talk = Transcript(chat)
    await talk.say("/brand")
    for key in (
        "brand-set-up", "brand-promise-guidance", "brand-next", "network-instagram", "brand-next",
        "brand-stance-conversation", "brand-answerer-yes", "brand-rest",
    ):  # fmt: skip
        await talk.tap(say(language, key))
    await talk.say("Chleb & Bułka")
    await talk.tap(say(language, "brand-skip"))
    await talk.say("Bread at 7, Хлеб в 7")
    await talk.tap(say(language, "brand-asked-at-m"))
    await talk.tap(say(language, "brand-skip"))
    await talk.tap(say(language, "brand-channel-community"))
    await talk.tap(f"✓ {say(language, 'brand-space-mixed')}")
    await talk.tap(percent(language, 0.2))
    await talk.tap(say(language, "brand-skip"))
    await talk.tap(say(language, f"language-{language}"))
    if language != "en":
        await talk.tap("вы")
    await talk.tap(say(language, "brand-skip"))
    await talk.tap(say(language, "brand-legal-eu-pl"))
    await talk.tap(say(language, "brand-label-manifesto"))
    await talk.tap(say(language, "brand-clear"))
    await talk.tap(say(language, "brand-delete"))
    await talk.tap(say(language, "brand-back"))
    await talk.tap(say(language, "brand-all"))
    await talk.say("/cancel")
    assert_golden(GOLDEN / f"brand.{language}.txt", talk.text)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_making_a_team(bot: Bot, chat: Chat, language: Language) -> None:
    chat.language = language
    talk = Transcript(chat)
    await talk.say("/team")
    await talk.tap(say(language, "team-make"))
    await talk.say("Piekarnia <Ola>")
    await talk.tap(say(language, "team-invite"))
    token = re.search(r"j_[\w-]{20,}", chat.texts[-1])
    assert token
    guest = Transcript(Chat(bot, id=8, author=8, language=language))
    await guest.say(f"/start {token[0]}")
    await guest.tap(say(language, "team-join"))
    await guest.tap(say(language, "team-function"))
    await guest.say("Obsługa klienta")
    await guest.tap(say(language, "team-show-name"))
    await guest.tap(say(language, "team-all"))
    await talk.say("/team")
    for key in ("team-manage", None, "team-make-lead", "team-manage", None, "team-hand-over", "team-hand-over-yes"):
        await talk.tap("Ola" if key is None else say(language, key))
    for key in ("team-leave", "team-leave-yes"):
        await talk.tap(say(language, key))
    await guest.say(f"/start {token[0]}")
    text = f"{talk.text}\n\n=== {say(language, 'team-role-member')} ===\n\n{guest.text}"
    assert_golden(GOLDEN / f"team.{language}.txt", text.replace(token[0], "j_TOKEN"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_small_commands(chat: Chat, language: Language) -> None:
    chat.language = language
    talk = Transcript(chat)
    for command in ("/start", "/help", "/crisis", "/mute", "/history", "/forget"):
        await talk.say(command)
    await talk.tap(say(language, "forget-last"))
    await talk.say("/brand Chleb")
    await talk.say("/mute")
    await talk.say("/crisis on")
    await talk.tap(say(language, "crisis-switch-off"))
    await talk.say("/heard")
    await talk.say("Więcej żytniego, больше ржаного")
    await talk.tap(say(language, "take-back"))
    await talk.say("/idea Open at 6")
    await talk.say("Bread without salt, score 47")
    await talk.tap(say(language, "posted-button"))
    await talk.tap(say(language, "unfair-button"))
    await talk.tap(say(language, "back-button"))
    await talk.tap(say(language, "left-button"))
    await talk.say("/history")
    await talk.say("/history salt")
    await talk.say("/forget")
    await talk.tap(say(language, "forget-me"))
    await talk.tap(say(language, "forget-yes"))
    for command in ("/settings", "/privacy", "/audit", "/cancel", "/export", "/nothing"):
        await talk.say(command)
    assert_golden(GOLDEN / f"commands.{language}.txt", talk.text)
