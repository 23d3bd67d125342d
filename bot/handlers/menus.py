"""The menus of commands that Telegram shows: what fits the chat, in the language of its reader."""

from __future__ import annotations

from collections.abc import Iterator

from telegram import Bot, BotCommand, BotCommandScope, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats

from bot.engine.model import LANGUAGES, Language
from bot.render.catalogue import say

PRIVATE = (
    "start",
    "brand",
    "audit",
    "team",
    "report",
    "me",
    "rules",
    "mute",
    "heard",
    "idea",
    "result",
    "crisis",
    "history",
    "settings",
    "export",
    "forget",
    "privacy",
    "help",
    "cancel",
)
GROUPS = ("help", "privacy")


async def show(bot: Bot) -> None:
    """Tell Telegram; a language of its own for each, and English for everybody else."""
    for scope, names in menus():
        await bot.set_my_commands(commands(names, "en"), scope=scope)
        for language in LANGUAGES:
            await bot.set_my_commands(commands(names, language), scope=scope, language_code=language)


def menus() -> Iterator[tuple[BotCommandScope, tuple[str, ...]]]:
    yield BotCommandScope(BotCommandScope.DEFAULT), GROUPS
    yield BotCommandScopeAllPrivateChats(), PRIVATE
    yield BotCommandScopeAllGroupChats(), GROUPS


def commands(names: tuple[str, ...], language: Language) -> list[BotCommand]:
    return [BotCommand(name, say(language, f"command-{name}")) for name in names]
