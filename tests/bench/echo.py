"""The stock bot to compare with: python-telegram-bot's own polling and handlers, nothing kept, the text sent back.

Run by `tests.bench.throughput` with the token and the Bot API's address in the environment.
"""

from __future__ import annotations

import os

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from tests.bench.usage import tell_at_the_end


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    assert update.message.text is not None
    await update.message.reply_text(update.message.text)


def main() -> None:
    builder = Application.builder().token(os.environ["TELEGRAM_TOKEN"])
    application = builder.base_url(f"{os.environ['TELEGRAM_API_URL']}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    with tell_at_the_end():
        application.run_polling()


if __name__ == "__main__":
    main()
