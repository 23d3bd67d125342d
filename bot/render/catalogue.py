"""Every sentence that the bot says to people, in English, Polish and Russian.

Fluent and Babel are imported on the first sentence, and a message is parsed when it is first said: parsing a whole
catalogue takes longer than everything else that a short command does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.engine.model import LANGUAGES, Language

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LOCALES = Path(__file__).parent / "locales"

_ENTRY = re.compile(r"^-?([A-Za-z][\w-]*) *=", re.ASCII)


def say(language: Language, key: str, **values: object) -> str:
    """The sentence `key` in `language`. A key or a value that is missing is a mistake of ours: it raises."""
    bundle = _bundle(language)
    if not bundle.has_message(key):
        _learn(bundle, language, key)
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise LookupError(f"{language}: {key} has no text of its own")
    sentence, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise LookupError(f"{language}: {key}: {errors[0]}")
    return str(sentence)


def name(language: Language, family: str, identity: str) -> str:
    """The name of something the rule files may add to (`dimension`, `brake`, …); its id while it has no name yet."""
    key = f"{family}-{identity}"
    return say(language, key) if has(language, key) else identity.replace("-", " ")


def has(language: Language, key: str) -> bool:
    return key in _entries(language)


def source(language: Language) -> str:
    """Everything the bot says in a language, one file a subject."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((LOCALES / language).glob("*.ftl")))


def number(language: Language, value: float) -> str:
    """A number as people of that language write it: 1,234.5, 1234,5 or 1 234,5."""
    from babel.numbers import format_decimal

    return format_decimal(value, format="#,##0.##", locale=language)


def percent(language: Language, share: float) -> str:
    """A share of 0 to 1 as people of that language write it, without decimals: 30%, 30 %."""
    from babel.numbers import format_percent

    return format_percent(share, locale=language)


def day(language: Language, at: datetime) -> str:
    """A day as people of that language write it in a list: 12 Nov, 12 lis, 12 нояб."""
    from babel.dates import format_skeleton

    return format_skeleton("MMMd", at, locale=language)


def closest(code: str | None) -> Language:
    """The catalogue for a reader whose Telegram speaks `code`, such as "pl-PL"; English if there is none."""
    wanted = re.split(r"[-_.]", (code or "").lower())[0]
    return next((language for language in LANGUAGES if language == wanted), "en")


@cache
def _bundle(language: Language) -> FluentBundle:
    from fluent.runtime import FluentBundle

    # Isolation marks are invisible characters around every value; they would end up in copied texts and in tests.
    return FluentBundle([language], use_isolating=False)


@cache
def _entries(language: Language) -> Mapping[str, str]:
    """The source of each message by its key, not parsed yet."""
    entries: dict[str, list[str]] = {}
    current: list[str] = []
    for line in source(language).splitlines():
        found = _ENTRY.match(line)
        if found:
            current = entries.setdefault(found[1], [])
        if not line.startswith("#"):
            current.append(line)
    return {key: "\n".join(lines) + "\n" for key, lines in entries.items()}


def _learn(bundle: FluentBundle, language: Language, key: str) -> None:
    from fluent.runtime import FluentResource

    source: Any = _entries(language).get(key)
    if source is None:
        raise LookupError(f"{language}: there is no sentence called {key}")
    bundle.add_resource(FluentResource(source))
