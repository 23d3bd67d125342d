"""The line to Telegram: python-telegram-bot's own, but it keeps what people write out of the log."""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from typing import Any

from telegram.error import TelegramError
from telegram.request import HTTPXRequest

# The HTTP library looks for this package several times a call, on the disk each time where it is not installed: a
# quarter of what a call costs.
if find_spec("sniffio") is None:
    sys.modules["sniffio"] = None  # type: ignore[assignment]


class Requests(HTTPXRequest):
    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """As the library does it, except that it would log the whole answer, drafts included, when it is cut off."""
        try:
            answer: dict[str, Any] = json.loads(payload.decode("utf-8", "replace"))
        except ValueError as error:
            raise TelegramError("Telegram's answer is no JSON") from error
        return answer
