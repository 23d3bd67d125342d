"""The forms of the rules' words: from the lock, with the corrections that people made in `words.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from bot.engine.inflect import Lemma
from bot.engine.model import Language
from bot.engine.rule import Corrections
from bot.engine.text import fold


class Inflected(Protocol):
    """Who knows the forms of words."""

    def of(
        self, language: Language, lemma: str, tag: str | None = None, like: str | None = None
    ) -> frozenset[str] | None: ...


@dataclass(frozen=True, slots=True)
class Corrected:
    """Forms with people's corrections over them; remembers which words were asked for."""

    forms: Inflected
    corrections: Corrections
    asked: set[Lemma] = field(default_factory=set)

    def of(self, language: Language, lemma: str, tag: str | None = None) -> frozenset[str] | None:
        """The folded forms, or those with a tag; None if nobody knows the word."""
        word = self.corrections.of(language, lemma)
        self.asked.add((language, lemma, word.like))
        known = self.forms.of(language, lemma, tag, word.like)
        if known is None and (word.indeclinable or word.forms):
            known = _folded([lemma])
        if known is None:
            return None
        return (known | _folded(word.forms)) - _folded(word.not_forms)

    def indeclinable(self) -> frozenset[str]:
        """The words that may have no form but themselves."""
        every = (self.corrections.en, self.corrections.pl, self.corrections.ru)
        return frozenset(lemma for words in every for lemma, word in words.items() if word.indeclinable or word.forms)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))
