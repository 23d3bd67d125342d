"""Other people's words made fit to stand in an answer: cleaned, cut at a word, put into the slots of a card."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

import regex

from bot.engine.model import Card, Finding, Language, Words
from bot.render.catalogue import number, say

ELLIPSIS = "…"

# The longest quote, the longest title, in UTF-16 units.
QUOTE = 60
TITLE = 80
# Of so many quotes those inside another one are left out; more than a few are never shown.
MOST_COMPARED = 12

# Below this a number in a sentence keeps its decimals.
SMALL = 10

# A hard space is left alone: it holds "1 000" and "30 %" together.
_BLANK = regex.compile(r"[^\S\u00a0\u202f]+")
# These turn the text around them backwards, or make it invisible; a quote must not do that to the answer.
_UNSEEN = regex.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SLOT = regex.compile(r"\{([a-z][a-z0-9_-]*)\}")
_CLUSTER = regex.compile(r"\X")


def units(text: str) -> int:
    """The length as Telegram counts it: in UTF-16 units, so an emoji is two."""
    return len(text) if text.isascii() else len(text) + sum(character > "\uffff" for character in text)


def clean(text: str) -> str:
    """One line, without control characters, escape sequences and halves of broken characters."""
    seen: str = _UNSEEN.sub("", text)
    # Almost every text is whole already; looking at each character costs more than all the rest.
    flat: str = _BLANK.sub(" ", seen if seen.isprintable() else "".join(map(_visible, seen)))
    return flat.strip()


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    return " " if category == "Cc" else "" if category == "Cs" else character


def cut(text: str, limit: int) -> str:
    """At most `limit` UTF-16 units, ending at a word; never inside an emoji or a letter with its accents."""
    text = clean(text)
    if units(text) <= limit:
        return text
    kept = _beginning(text, limit - 1)
    head, space, _ = kept.rpartition(" ")
    # A word longer than half the space (a link, a language without spaces) is cut where the space ends.
    if space and text[len(kept)].isalnum() and units(head) * 2 >= limit:
        kept = head
    return kept.rstrip(" ,;:.…–—-") + ELLIPSIS


def _beginning(text: str, limit: int) -> str:
    used = end = 0
    for cluster in _CLUSTER.finditer(text):
        used += units(cluster[0])
        if used > limit:
            break
        end = cluster.end()
    # One "letter" under hundreds of accents: better a part of it than nothing.
    return text[:end] or text[: limit // 2]


def quoted(language: Language, quotes: Iterable[str], limit: int, most: int) -> tuple[str, ...]:
    """The first few different quotes, each cut and between the reader's own quotation marks."""
    different: dict[str, str] = {}
    for quote in quotes:
        short = cut(quote, limit)
        if short:
            different.setdefault(short.casefold(), short)
        if len(different) == MOST_COMPARED:
            break
    whole = [short for key, short in different.items() if not any(_inside(key, other) for other in different)]
    return tuple(say(language, "quoted", text=short) for short in whole[:most])


def _inside(quote: str, other: str) -> bool:
    """Whether the words of a quote stand in another one: “best” in “the best in town”."""
    # Most don't stand in it at all, and that is known at once.
    if len(quote) >= len(other) or quote not in other:
        return False
    return regex.search(rf"(?<!\w){regex.escape(quote)}(?!\w)", other) is not None


def filled(words: Words, finding: Finding, language: Language, limit: int) -> str:
    """A card's sentence with its slots filled from what the rule found."""

    def value(slot: regex.Match[str]) -> str:
        if slot[1] == "quote":
            return cut(finding.quotes[0], QUOTE) if finding.quotes else ELLIPSIS
        return _spoken(finding.slots.get(slot[1]), language)

    return cut(_SLOT.sub(value, spoken(words, language)), limit)


def titled(card: Card, language: Language) -> str:
    return cut(_SLOT.sub(ELLIPSIS, spoken(card.title, language)), TITLE)


def spoken(words: Words, language: Language) -> str:
    """The text in that language; a team's own rule may have it in another one only."""
    return words.get(language) or next(iter(words.values()), "")


def _spoken(value: object, language: Language) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float):
        # "303.5 words for each usable thing" would be precise about nothing.
        return number(language, round(value) if abs(value) >= SMALL else value)
    if isinstance(value, Mapping):
        return spoken(value, language)
    if isinstance(value, Iterable):
        return ", ".join(_spoken(part, language) for part in value)
    return ELLIPSIS


def within(title: str) -> str:
    """A title inside a sentence: "Every sentence sells" → "every sentence sells", but "FOMO" and "I" stay."""
    second = title[1:2]
    return title[:1].lower() + title[1:] if second.islower() or (second == " " and title[:1] != "I") else title


def signed(points: int) -> str:
    """+4, −12: with a real minus sign, which a line break can't tear off and a screen reader says."""
    return f"+{points}" if points >= 0 else f"−{-points}"
