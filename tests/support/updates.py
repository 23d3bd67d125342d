"""Updates as Telegram sends them, in raw JSON."""

from __future__ import annotations

from typing import Any

AT = 1_790_000_000
"""When everything in the tests happens, in seconds: a Monday in September 2026."""


def person(id_: int = 7, language: str = "en") -> dict[str, Any]:
    return {"id": id_, "is_bot": False, "first_name": "Ola", "language_code": language}


def message_update(
    update_id: int, *, chat: int = 7, number: int = 1, kind: str = "message", language: str = "en", **content: Any
) -> dict[str, Any]:
    message: dict[str, Any] = {
        "message_id": number,
        "date": AT,
        "chat": {"id": chat, "type": "private", "first_name": "Ola"},
        "from": person(chat, language),
        **content,
    }
    if kind == "edited_message":
        message["edit_date"] = AT + 60
    text = message.get("text", "")
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
    return {"update_id": update_id, kind: message}


def tap_update(update_id: int, data: str, *, chat: int = 7, number: int = 2, language: str = "en") -> dict[str, Any]:
    message = message_update(0, chat=chat, number=number, text="…")["message"]
    return {
        "update_id": update_id,
        "callback_query": {
            "id": str(update_id),
            "from": person(chat, language),
            "chat_instance": "1",
            "data": data,
            "message": message,
        },
    }
