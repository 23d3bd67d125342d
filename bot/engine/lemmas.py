"""Where the rule files name a word as `~lemma`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bot.engine.entries import Place
from bot.engine.inflect import Lemma
from bot.engine.loader import Loaded
from bot.engine.model import LANGUAGES, Language

_Path = tuple[str | int, ...]


def uses(loaded: Loaded, lemma: Lemma) -> list[Place]:
    """Every place of a word in its language, in the order of the files."""
    language, word, _ = lemma
    places = [
        document.place(path)
        for document in loaded.documents.values()
        for path, text in _texts(document.data, ())
        if _may_speak(path, language) and _names(text, word)
    ]
    return sorted(set(places), key=lambda place: (place.path, place.line, place.column))


def _texts(data: Any, at: _Path) -> Iterator[tuple[_Path, str]]:
    if isinstance(data, str):
        yield at, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in ("examples", "carrier", "about"):
                yield from _texts(value, (*at, key))
    elif isinstance(data, Sequence):
        for index, value in enumerate(data):
            yield from _texts(value, (*at, index))


def _may_speak(path: _Path, language: Language) -> bool:
    """A list under a language is in that one; a list without stands for all."""
    named = [step for step in path if step in LANGUAGES]
    return not named or language in named


def _names(text: str, word: str) -> bool:
    parts = (part for token in text.removeprefix("^").split() for part in token.split("|"))
    return any(part.startswith("~") and part[1:].partition(".")[0] == word for part in parts)
