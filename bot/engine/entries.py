"""Entries of the rule files: phrases, lemmas, shapes, patterns, as people write them and as the engine reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import lru_cache

import regex

from bot.engine.model import Language
from bot.engine.shapes import SHAPES
from bot.engine.text import fold

_PLAIN = str.maketrans("ąćęłńóśźż", "acelnoszz")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the rule files."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a list in a rule file."""

    text: str
    place: Place


class EntryError(ValueError):
    """An entry that can't be understood; the message says what to do."""


LETTERS_BEFORE = 2
"""How many letters a word has before an ending, at the least."""


@dataclass(frozen=True, slots=True)
class Words:
    """An element of a phrase: one word out of a set, whole, by its beginning or by its ending."""

    whole: frozenset[str]
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    but: Words | None = None
    """Words that do not count, although they begin or end so."""

    def accepts(self, word: str) -> bool:
        return self._has(word) and (self.but is None or not self.but.accepts(word))

    def _has(self, word: str) -> bool:
        return word in self.whole or word.startswith(self.beginnings) or word.endswith(self.endings, LETTERS_BEFORE)


@dataclass(frozen=True, slots=True)
class Shape:
    """An element of a phrase: a built-in shape such as a date, or one of several."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """An element of a phrase: a few words of the same sentence, or none."""


Element = Words | Shape | Gap


@dataclass(frozen=True, slots=True)
class Phrase:
    """Elements that follow each other in one sentence."""

    elements: tuple[Element, ...]
    clause_start: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression over folded text."""

    source: str


@dataclass(frozen=True, slots=True)
class Literal:
    """Characters that are no words: a tag, an emoji, punctuation."""

    characters: str
    tag: bool


Parsed = Phrase | Pattern | Literal


@lru_cache(maxsize=4_000)
def compiled(source: str) -> regex.Pattern[str]:
    """A pattern between Unicode word edges."""
    return regex.compile(rf"(?<!\w)(?:{source})(?!\w)")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What entries may refer to: the forms of lemmas and the shared lists, in one language."""

    language: Language
    forms: Callable[[str, str | None], frozenset[str] | None]
    """(lemma, tag) -> its forms, or None if nobody knows them."""
    lists: Mapping[str, Sequence[Entry]]
    elements: dict[str, Element] = field(default_factory=dict, compare=False, repr=False)
    """What has been read so far: the same words stand in many entries."""


def expand(entries: Iterable[Entry], lexicon: Lexicon, trail: tuple[str, ...] = ()) -> list[Entry]:
    """Replaces every `@list` that stands alone by what the list holds, in order.

    Raises:
        EntryError: a list that does not exist, or lists that refer to each other in a circle.
    """
    found: list[Entry] = []
    for entry in entries:
        if not entry.text.startswith("@") or " " in entry.text or "|" in entry.text:
            found.append(entry)
            continue
        name = entry.text[1:]
        if name in trail:
            raise EntryError(f"the lists {' > '.join((*trail, name))} refer to each other in a circle: break it")
        found += expand(_list(name, lexicon), lexicon, (*trail, name))
    return found


def parse(entry: str, lexicon: Lexicon) -> Parsed:
    """Reads one entry.

    Raises:
        EntryError: what is wrong with it, in words for its author.
    """
    if entry.startswith("/"):
        return _pattern(entry)
    if not any(character.isalnum() or character in "$@~" for character in entry):
        return Literal(fold(entry.strip()), tag=False)
    if entry.startswith("#"):
        return Literal(fold(entry), tag=True)
    clause_start = entry.startswith("^")
    elements = tuple(_known_element(token, lexicon) for token in entry.removeprefix("^").split())
    if not elements or isinstance(elements[0], Gap) or isinstance(elements[-1], Gap):
        raise EntryError(f'"{entry}" needs a word before and after "...": write both')
    return Phrase(elements, clause_start)


def _pattern(entry: str) -> Pattern:
    if len(entry) < 3 or not entry.endswith("/"):
        raise EntryError(f'"{entry}" opens a pattern that is not closed: end it with "/"')
    try:
        compiled(entry[1:-1])
    except regex.error as error:
        raise EntryError(
            f'"{entry}" is not a regular expression ({error}): mend the brackets or write a phrase'
        ) from None
    return Pattern(entry[1:-1])


def _known_element(token: str, lexicon: Lexicon) -> Element:
    known = lexicon.elements.get(token)
    if known is None:
        known = lexicon.elements[token] = _element(token, lexicon)
    return known


def _element(token: str, lexicon: Lexicon) -> Element:
    if token.isalpha():
        return Words(frozenset((_word(token),)))
    if token in ("...", "…"):
        return Gap()
    if "$" in token:
        return Shape(tuple(_shape(part, token) for part in token.split("|")))
    parts = token.split("|")
    but = _words([part[1:] for part in parts if part.startswith("!")], lexicon)
    words = _words([part for part in parts if not part.startswith("!")], lexicon)
    if not (words.whole or words.beginnings or words.endings):
        raise EntryError(f'"{token}" only says which words do not count: name those that do, too')
    excepted = but if but.whole or but.beginnings or but.endings else None
    return replace(words, but=excepted) if excepted else words


def _words(parts: Iterable[str], lexicon: Lexicon) -> Words:
    whole: set[str] = set()
    beginnings: list[str] = []
    endings: list[str] = []
    for part in parts:
        if part.endswith("*"):
            beginnings.append(_word(part[:-1]))
        elif part.startswith("*"):
            endings.append(_word(part[1:]))
        else:
            whole |= _forms(part, lexicon)
    return Words(frozenset(whole), tuple(beginnings), tuple(endings))


def _shape(part: str, token: str) -> str:
    if not part.startswith("$"):
        raise EntryError(f'"{token}" mixes a shape with words: write two entries')
    if part[1:] not in SHAPES:
        raise EntryError(f'there is no shape "{part}"{_did_you_mean(part[1:], SHAPES, "$")}')
    return part[1:]


def _forms(part: str, lexicon: Lexicon) -> frozenset[str]:
    if part.startswith("@"):
        return _single_words(part[1:], lexicon)
    if not part.startswith("~"):
        return frozenset({_word(part)})
    lemma, _, tag = part[1:].partition(".")
    known = lexicon.forms(lemma, tag or None)
    if known is None:
        raise EntryError(
            f'nobody has inflected "{part}" yet: install the extra "rules" and run "python -m bot rules forms --write"'
        )
    if not known:
        raise EntryError(f'"{lemma}" has no forms tagged "{tag}": see "python -m bot rules forms" for those it has')
    return known


def _single_words(name: str, lexicon: Lexicon) -> frozenset[str]:
    words: set[str] = set()
    for entry in expand(_list(name, lexicon), lexicon, (name,)):
        parsed = parse(entry.text, lexicon)
        if isinstance(parsed, Phrase) and len(parsed.elements) == 1 and isinstance(parsed.elements[0], Words):
            words |= parsed.elements[0].whole
    if not words:
        raise EntryError(f'inside a phrase "@{name}" stands for its single words, and it has none: use it alone')
    return frozenset(words)


def _word(text: str) -> str:
    folded = fold(text)
    if not folded.isalpha() and not any(character.isalnum() for character in folded):
        raise EntryError(f'"{text}" is no word: write letters or digits')
    return folded


def _list(name: str, lexicon: Lexicon) -> Sequence[Entry]:
    if name not in lexicon.lists:
        raise EntryError(f'there is no list "@{name}" for {lexicon.language}{_did_you_mean(name, lexicon.lists, "@")}')
    return lexicon.lists[name]


def _did_you_mean(name: str, known: Iterable[str], sign: str) -> str:
    close = get_close_matches(name, list(known), 1)
    return f', did you mean "{sign}{close[0]}"?' if close else ""


def without_diacritics(item: Parsed) -> Parsed:
    """The same entry as it looks in a draft typed without Polish diacritics."""
    if isinstance(item, Pattern):
        return Pattern(item.source.translate(_PLAIN))
    if isinstance(item, Literal):
        return Literal(item.characters.translate(_PLAIN), item.tag)
    return Phrase(tuple(_plain_element(element) for element in item.elements), item.clause_start)


def _plain_element(element: Element) -> Element:
    return _plain_words(element) if isinstance(element, Words) else element


def _plain_words(words: Words) -> Words:
    return Words(
        frozenset(word.translate(_PLAIN) for word in words.whole),
        tuple(beginning.translate(_PLAIN) for beginning in words.beginnings),
        tuple(ending.translate(_PLAIN) for ending in words.endings),
        words.but and _plain_words(words.but),
    )
