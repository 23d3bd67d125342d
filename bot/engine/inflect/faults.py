"""What can go wrong when a word of the rules is inflected, in words for the author of the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import ModuleType

from bot.engine.model import Language
from bot.errors import RulesError

Load = Callable[[str], ModuleType]
"""Imports a library by name, so that a missing extra can be met without removing it."""


class InflectionError(RulesError):
    """A word can't be inflected."""


class MissingInflector(InflectionError):  # noqa: N818 - says what is wrong
    """The library that inflects this language is not installed."""

    def __init__(self, language: str, library: str) -> None:
        super().__init__(
            f"{language} words are inflected by {library}, which is not installed: "
            "run \"pip install 'whyfollow[rules]'\" and try again"
        )


class OnlyItself(InflectionError):  # noqa: N818 - says what is wrong
    """A word has no form but itself, or nobody knows it."""


def unknown(word: str) -> OnlyItself:
    return OnlyItself(
        f'no dictionary knows "{word}": mend the spelling, or name a word inflected the same way with "like"'
    )


def form_of(word: str, lemmas: Iterable[str]) -> OnlyItself:
    proposed = " or ".join(f"~{lemma}" for lemma in lemmas)
    return OnlyItself(
        f'"{word}" is a form, not the word itself: write {proposed}, '
        'or, if it is another word, name one inflected the same way with "like"'
    )


class BadModel(InflectionError):  # noqa: N818 - says what is wrong
    """`like` names a word that this one can't be inflected after."""


class NotInflected(InflectionError):  # noqa: N818 - says what is wrong
    """Some words of a lock can't be inflected: all of them, each with its reason, and the lock of the others."""

    def __init__(
        self, mistakes: tuple[InflectionError, ...], words: tuple[tuple[Language, str, str | None], ...], lock: str
    ) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes
        self.words = words
        """The word behind each mistake."""
        self.lock = lock
        """What can be written all the same."""


def load(library: str, language: str, importer: Load) -> ModuleType:
    """Imports the library that inflects a language.

    Raises:
        MissingInflector: it is not installed.
    """
    try:
        return importer(library)
    except ImportError:
        raise MissingInflector(language, library) from None
