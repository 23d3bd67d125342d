"""Every error that the bot raises on purpose.

A message tells where, what, and what to do about it; a person can act on it without reading code.

    BotError
    ├── RulesError      a rule file, or a folder of them, can't be used at all
    ├── StoreError      the database can't be opened, read, written or migrated
    ├── SettingsError   an environment variable or a line of .env is wrong
    ├── UsageError      a command was called in a way it doesn't understand (exit code 2)
    └── TelegramError   Telegram refused something that the bot can't work without
"""

from __future__ import annotations


class BotError(Exception):
    """The root: whoever catches this catches everything the bot raises on purpose."""


class RulesError(BotError):
    """A rule file, or a folder of them, can't be used at all."""


class StoreError(BotError):
    """The database can't be opened, read, written or migrated."""


class SettingsError(BotError):
    """An environment variable or a line of `.env` is wrong."""


class UsageError(BotError):
    """A command was called in a way it doesn't understand."""


class TelegramError(BotError):
    """Telegram refused something that the bot can't work without."""
