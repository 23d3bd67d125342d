"""What is wrong with an entry as it is typed: letters of another alphabet, characters that no folded text has."""

from __future__ import annotations

import regex

from bot.engine.model import Language
from bot.engine.text import fold

_ESCAPE = regex.compile(r"\\(?:[pP]\{\w+\}|.)|\(\?[a-zA-Z-]+[:)]|\(\?P?<\w+>")
_CLASS = regex.compile(r"(?<!\\)\[[^\]]*\]")
_WORD = regex.compile(r"(?<!\d)[^\W\d_]+(?!\d)")
_LATIN, _CYRILLIC = regex.compile(r"\p{Latin}"), regex.compile(r"\p{Cyrillic}")
_NAMES = regex.compile(r"[@$][\w-]+|(?<=~[^\s|]*)\.\w+")
"""Names of lists and shapes, and tags of forms."""
_SHORT_LOOKALIKES = frozenset("acekmopxyb")
"""Latin letters that pass for Cyrillic words such as в, к, о, с, у."""


def mixed_letters(text: str, language: Language | None) -> str | None:
    """A word of the entry that mixes alphabets, or is in the wrong one; None if all is well."""
    pattern = text.startswith("/")
    words: list[str] = _WORD.findall(_ESCAPE.sub(" ", _CLASS.sub(" ", text)) if pattern else _NAMES.sub(" ", text))
    cyrillic = [word for word in words if _CYRILLIC.search(word)]
    mixed = next((word for word in cyrillic if _LATIN.search(word)), None)
    if mixed or not cyrillic or language is None:
        return mixed
    if language != "ru":
        return cyrillic[0]
    return None if pattern else next((word for word in words if word.lower() in _SHORT_LOOKALIKES), None)


def dead_characters(text: str) -> str:
    """Characters of a pattern that folded text never has: capitals, ё, typographic quotes …"""
    if not text.startswith("/"):
        return ""
    return "".join(dict.fromkeys(filter(_never_there, _ESCAPE.sub("", text[1:-1]))))


def _never_there(character: str) -> bool:
    # A variation selector goes away with its emoji, and may stand behind a "?".
    # Between letters, as white space at the ends of a text is folded away.
    return fold(f"x{character}x") != f"x{character}x" and not "\ufe00" <= character <= "\ufe0f"
