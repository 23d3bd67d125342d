"""A brand as a person reads it: the list of all that was said about it, and the name of each answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape

from bot.engine.model import Language
from bot.render.catalogue import percent, say
from bot.render.wording import cut
from bot.store.brands import Brand, BrandSettings

LONGEST = 300

# Forms of address are words of their own language, whoever reads the list.
ADDRESSES = {"ty": "Ty", "wy": "Wy", "panstwo": "Państwo", "ты": "ты", "вы": "вы"}

ORDER = (
    "reach", "promise", "manifesto", "asked_at", "said", "networks", "channel", "stance", "space", "answerer",
    "answers", "promo_limit", "language", "address", "topics", "legal",
)  # fmt: skip
DEFAULTS = BrandSettings()


def card_html(brand: Brand, language: Language, *, current: bool) -> str:
    """The name, and a line for everything that somebody said."""
    head = f"<b>{safe(brand.name)}</b>" + (f" · {safe(say(language, 'brand-current'))}" if current else "")
    lines = [f"{safe(say(language, label_key(field)))}: {safe(text)}" for field, text in said(brand, language)]
    if brand.settings.crisis:
        lines.append(safe(say(language, "brand-crisis")))
    return "\n".join((head, *(lines or [safe(say(language, "brand-nothing-said"))])))


def said(brand: Brand, language: Language) -> Iterator[tuple[str, str]]:
    """Each setting that is not at its default, with its value in words."""
    for field in ORDER:
        value = getattr(brand.settings, field)
        if field == "asked_at" and brand.settings.asked is not None:
            yield field, asked(brand.settings, language)
        elif value != getattr(DEFAULTS, field):
            yield field, spoken(field, value, language)


def asked(settings: BrandSettings, language: Language) -> str:
    if settings.asked_at is None:
        return say(language, "brand-asked-at-n")
    from babel.dates import format_skeleton

    when = datetime.fromtimestamp(settings.asked_at / 1000, UTC)
    return say(language, "brand-asked-about", when=format_skeleton("yMMMM", when, locale=language))


def spoken(field: str, value: object, language: Language) -> str:
    """One value of a setting as people say it."""
    if isinstance(value, tuple):
        return ", ".join(spoken(field, one, language) for one in value)
    if field == "networks":
        return say(language, f"network-{value}")
    if field == "language":
        return say(language, f"language-{value}" if value else "brand-language-none")
    if field == "promo_limit" and isinstance(value, float):
        return percent(language, value)
    if field == "address":
        return ADDRESSES.get(str(value)) or say(language, "brand-address-none")
    if field in ("reach", "manifesto", "said", "answers", "topics"):
        return cut(str(value), LONGEST)
    named = {True: "yes", False: "no", None: "none"}.get(value, value) if isinstance(value, bool | None) else value
    return say(language, f"brand-{field.replace('_', '-')}-{named}")


def label_key(field: str) -> str:
    return f"brand-label-{field.replace('_', '-')}"


def safe(text: str) -> str:
    return escape(text, quote=False)
