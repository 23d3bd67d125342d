"""All forms of one word, whichever language it is in."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from importlib import import_module

from bot.engine.inflect import english, polish, russian
from bot.engine.inflect.faults import BadModel, Load, OnlyItself
from bot.engine.inflect.tags import Tagged, by_tag
from bot.engine.model import Language
from bot.engine.text import fold

_FRONT = ("", "naj", "наи", "по")
"""What a form may have before its stem."""


def inflect(
    language: Language,
    lemma: str,
    like: str | None = None,
    *,
    indeclinable: Container[str] = (),
    importer: Load = import_module,
) -> Mapping[str, frozenset[str]]:
    """The forms of a word by tag; "" holds all of them.

    `like` is a known word that this one, new to the dictionary, is inflected after; words among `indeclinable` may
    have no form but themselves; `importer` imports the library that knows the language.

    Raises:
        MissingInflector: the extra "rules" is not installed.
        OnlyItself: the word has no other form, or nobody knows it.
        BadModel: `like` does not fit.
    """
    try:
        forms = by_tag(
            _after(lemma, like, _tagged(language, like, importer)) if like else _tagged(language, lemma, importer)
        )
    except OnlyItself:
        if lemma not in indeclinable:
            raise
        forms = by_tag([(lemma, ())])
    if len(forms[""]) == 1 and lemma not in indeclinable:
        raise OnlyItself(f'"{lemma}" has no other form: write it without "~", or name a model with "like"')
    return forms


def _tagged(language: Language, lemma: str, importer: Load) -> Tagged:
    by_language: Mapping[Language, Callable[[], Tagged]] = {
        "en": lambda: english.inflect(fold(lemma)),
        "pl": lambda: polish.inflect(lemma, importer),
        "ru": lambda: russian.inflect(lemma, importer),
    }
    return by_language[language]()


def _after(lemma: str, like: str, model: Tagged) -> Tagged:
    """The forms of `like` with its stem replaced; the ending that both words share stays."""
    new, old = fold(lemma), fold(like.partition(":")[0])
    shared = next(
        (n for n, (a, b) in enumerate(zip(new[::-1], old[::-1], strict=False)) if a != b), min(len(new), len(old))
    )
    new_stem, old_stem = new[: len(new) - shared], old[: len(old) - shared]
    moved = []
    for form, tags in model:
        folded = fold(form)
        front = next((front for front in _FRONT if folded.startswith(front + old_stem)), None)
        if front is None:
            raise BadModel(
                f'"{lemma}" can\'t be inflected like "{like}", whose stem changes in "{form}": choose a closer model'
            )
        moved.append((front + new_stem + folded[len(front + old_stem) :], tags))
    return moved
