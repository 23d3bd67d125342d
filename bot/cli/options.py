"""Options that several commands share, and the language of the person at the keyboard."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Annotated

import typer

from bot.engine.model import LANGUAGES, Language, Network

NetworkOption = Annotated[Network, typer.Option("--network", "-n", help="Where the post will appear.")]
LanguageOption = Annotated[
    Language | None, typer.Option("--lang", "-l", help="The draft's language; left out, it is recognised.")
]
ReaderOption = Annotated[
    Language | None, typer.Option("--reader", "-r", help="The language of the answer; left out, your system's.")
]


def reader_language(environment: Mapping[str, str] = os.environ) -> Language:
    """The language that the system speaks to its user, or English where the bot doesn't know it."""
    # The first of these that is set decides, as it does for every program of the system.
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "")
    spoken = locale[:2].lower()
    return spoken if spoken in LANGUAGES else "en"
