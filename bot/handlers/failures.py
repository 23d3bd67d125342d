"""What a person is told when their message keeps failing, so that nobody waits for an answer that can't come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.engine.model import Language
from bot.render.catalogue import closest, say
from bot.store.outbox import Letter


def apology(raw: Mapping[str, Any]) -> tuple[Letter, ...]:
    """It was tried often enough, and it is put aside."""
    return _to_author(raw, lambda language: say(language, "failure"))


def regret(raw: Mapping[str, Any]) -> tuple[Letter, ...]:
    """It can't even be kept at the moment; Telegram has it still."""
    return _to_author(raw, lambda language: say(language, "not-kept"))


def _to_author(raw: Mapping[str, Any], words: Callable[[Language], str]) -> tuple[Letter, ...]:
    """Read from the raw update, since the library may be what failed; nothing where nobody asked."""
    message = _part(raw, "message") or _part(raw, "edited_message")
    chat, author = _part(message, "chat"), _part(message, "from")
    id_, code = chat.get("id"), author.get("language_code")
    if chat.get("type") != "private" or not isinstance(id_, int):
        return ()
    number = message.get("message_id")
    language = closest(code if isinstance(code, str) else None)
    return (Letter(id_, words(language), reply_to=number if isinstance(number, int) else None),)


def _part(whole: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = whole.get(name)
    return part if isinstance(part, Mapping) else {}
