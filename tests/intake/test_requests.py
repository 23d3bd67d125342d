"""The line to Telegram keeps secrets even when what comes back is broken."""

from __future__ import annotations

import logging

import pytest
from telegram.error import TelegramError

from bot.intake.requests import Requests


def test_answer_that_is_cut_off_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(TelegramError, match="no JSON") as caught:
        Requests.parse_json_payload(b'{"ok": true, "result": [{"text": "a secret dra')
    assert "secret" not in caplog.text
    assert "secret" not in str(caught.value)


def test_broken_letters_do_not_lose_the_rest() -> None:
    assert Requests.parse_json_payload(b'{"text": "a\xff"}') == {"text": "a\N{REPLACEMENT CHARACTER}"}
