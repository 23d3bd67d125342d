"""`python -m bot run`: the Telegram bot, or the chat in this terminal while there is no token."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the Telegram bot; without TELEGRAM_TOKEN, open the chat in this terminal."""
    from bot.settings import read_settings

    settings = read_settings()
    if settings.telegram_token is None:
        from bot.cli.chat import chat
        from bot.cli.options import reader_language
        from bot.render.catalogue import say

        print(say(reader_language(), "chat-no-token"), file=sys.stderr)
        chat()
        return
    from bot.app import run as run_bot
    from bot.observe.logs import configure

    configure(settings.log_level, settings.log_format, settings.secrets())
    run_bot(settings)
