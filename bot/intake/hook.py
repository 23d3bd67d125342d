"""Tells Telegram where to call, or that it shall wait to be asked. Updates that wait are never dropped."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from telegram import Bot, error

from bot.errors import TelegramError
from bot.intake.polling import ALLOWED_UPDATES


@dataclass(frozen=True, slots=True)
class Hook:
    url: str
    secret: str = field(repr=False)

    @property
    def path(self) -> str:
        return urlsplit(self.url).path or "/"

    async def set(self, bot: Bot) -> None:
        """From now on Telegram calls the bot, with the secret in a header."""
        try:
            await bot.set_webhook(
                self.url,
                secret_token=self.secret,
                allowed_updates=ALLOWED_UPDATES,
                drop_pending_updates=False,
            )
        except error.BadRequest as refused:
            raise TelegramError(f"Telegram refuses the webhook: {refused.message}; check WEBHOOK_URL") from refused


async def unhook(bot: Bot) -> None:
    """Polling gets nothing while a webhook is set."""
    await bot.delete_webhook(drop_pending_updates=False)
