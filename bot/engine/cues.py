"""The one pass that finds every entry of the rules in a draft."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter

import regex

from bot.engine.entries import (
    Element,
    Entry,
    Gap,
    Literal,
    Parsed,
    Pattern,
    Phrase,
    Place,
    Shape,
    Words,
    without_diacritics,
)
from bot.engine.model import Language, Span
from bot.engine.shapes import SHAPES
from bot.engine.text import Text

PATTERN_SECONDS = 0.02
DRAFT_SECONDS = 0.2
"""What the patterns of all rules together may take of one draft; those that are not reached count as slow."""
GAP_WORDS = 5
"""How many words `...` may stand for."""
GAP_CHARACTERS = 40
"""How far `...` reaches to a shape, which need not begin with a word."""


def compiled(source: str) -> regex.Pattern[str]:
    """A pattern between Unicode word edges."""
    return regex.compile(rf"(?<!\w)(?:{source})(?!\w)")


Hit = tuple[int, int, int]
"""Start and end in folded text, and the number of the entry in its vocabulary."""


@dataclass(frozen=True, slots=True)
class Found:
    """All that one pass found: hits by slot, and the patterns that ran out of time."""

    by_slot: Mapping[int, Sequence[Hit]]
    slow: tuple[int, ...]


@dataclass(slots=True)
class Vocabulary:
    """Every entry of one language, looked up in one pass over the draft's words.

    Rules register lists of entries and get a slot number; `search` answers with the hits of every slot.
    """

    language: Language
    entries: list[Entry] = field(default_factory=list)
    _numbers: dict[tuple[str, Place], int] = field(default_factory=dict)
    _parsed: list[Parsed] = field(default_factory=list)
    _owners: list[list[int]] = field(default_factory=list)
    _slots: int = 0
    _tables: dict[bool, _Table] = field(default_factory=dict)

    def open_slot(self) -> int:
        """A new slot, empty."""
        self._slots += 1
        return self._slots - 1

    def add(self, slot: int, entry: Entry, parsed: Parsed) -> None:
        """Puts an entry into a slot; the same entry may stand in many."""
        key = (entry.text, entry.place)
        if key not in self._numbers:
            self._numbers[key] = len(self.entries)
            self.entries.append(entry)
            self._parsed.append(parsed)
            self._owners.append([])
        owners = self._owners[self._numbers[key]]
        if slot not in owners:
            owners.append(slot)
        self._tables.clear()

    def search(self, text: Text) -> Found:
        """Finds every entry in the draft. Polish without diacritics is met by entries without them."""
        plain = text.plain and self.language == "pl"
        if plain not in self._tables:
            self._tables[plain] = _Table.build(self._parsed, self._owners, plain)
        return self._tables[plain].search(text, self.language)


@dataclass(slots=True)
class _Table:
    """The lookup tables behind a vocabulary."""

    words: dict[str, list[int]]
    beginnings: dict[str, list[int]]
    lengths: tuple[int, ...]
    shapes: dict[str, list[int]]
    tags: dict[str, list[int]]
    literals: list[tuple[str, int]]
    patterns: list[tuple[regex.Pattern[str], int]]
    phrases: Sequence[Parsed]
    seconds: Sequence[Words | None]
    """The second element of each phrase, where it is a word."""
    owners: Sequence[Sequence[int]]

    @classmethod
    def build(cls, parsed: Sequence[Parsed], owners: Sequence[Sequence[int]], plain: bool) -> _Table:
        items = [without_diacritics(item) for item in parsed] if plain else parsed
        seconds = [_second_word(item) for item in items]
        table = cls(
            defaultdict(list),
            defaultdict(list),
            (),
            defaultdict(list),
            defaultdict(list),
            [],
            [],
            items,
            seconds,
            owners,
        )
        for number, item in enumerate(items):
            table._file(number, item)
        table.lengths = tuple(sorted({len(beginning) for beginning in table.beginnings}))
        return table

    def _file(self, number: int, item: Parsed) -> None:
        if isinstance(item, Pattern):
            self.patterns.append((compiled(item.source), number))
        elif isinstance(item, Literal):
            if item.tag:
                self.tags[item.characters].append(number)
            else:
                self.literals.append((item.characters, number))
        else:
            self._file_phrase(number, item.elements[0])

    def _file_phrase(self, number: int, first: Element) -> None:
        if isinstance(first, Shape):
            for name in first.names:
                self.shapes[name].append(number)
        elif isinstance(first, Words):
            for word in first.whole:
                self.words[word].append(number)
            for beginning in first.beginnings:
                self.beginnings[beginning].append(number)

    def search(self, text: Text, language: Language) -> Found:
        hits: dict[int, list[Hit]] = defaultdict(list)
        look = _Look(text, language)
        slow = self._search_patterns(text, hits)
        self._search_literals(text, hits)
        self._search_words(look, hits)
        for name, numbers in self.shapes.items():
            for start, end in look.shape(name):
                for number in numbers:
                    self._try_shape_phrase(number, start, end, look, hits)
        return Found(hits, slow)

    def _search_words(self, look: _Look, hits: dict[int, list[Hit]]) -> None:
        words = look.text.words
        for index, (word, following) in enumerate(zip(words, (*words[1:], ""), strict=False)):
            for number in self._starting_with(word):
                # Most phrases fail at their second word: looking there first halves the time of the whole pass.
                second = self.seconds[number]
                if second is None or second.accepts(following):
                    self._try_phrase(number, index, look, hits)

    def _starting_with(self, word: str) -> Iterable[int]:
        numbers = self.words.get(word, ())
        for length in self.lengths:
            if length > len(word):
                break
            more = self.beginnings.get(word[:length])
            if more:
                numbers = [*numbers, *more]
        return numbers

    def _try_phrase(self, number: int, index: int, look: _Look, hits: dict[int, list[Hit]]) -> None:
        phrase = self.phrases[number]
        assert isinstance(phrase, Phrase)
        if phrase.clause_start and not look.opens_clause(index):
            return
        if len(phrase.elements) == 1:
            self._record(number, look.text.starts[index], look.text.ends[index], hits)
            return
        end = look.follow(phrase.elements, 1, index + 1, look.text.sentence_at[index], look.text.ends[index])
        if end is not None:
            self._record(number, look.text.starts[index], end, hits)

    def _try_shape_phrase(self, number: int, start: int, end: int, look: _Look, hits: dict[int, list[Hit]]) -> None:
        phrase = self.phrases[number]
        assert isinstance(phrase, Phrase)
        if len(phrase.elements) > 1:
            after = look.word_from(end)
            reached = look.follow(phrase.elements, 1, after, look.text.sentence_of(start), end)
            if reached is None:
                return
            end = reached
        self._record(number, start, end, hits)

    def _search_patterns(self, text: Text, hits: dict[int, list[Hit]]) -> tuple[int, ...]:
        slow: list[int] = []
        end = perf_counter() + DRAFT_SECONDS
        for pattern, number in self.patterns:
            left = end - perf_counter()
            if left <= 0:
                slow.append(number)
                continue
            try:
                for match in pattern.finditer(text.folded, timeout=min(PATTERN_SECONDS, left)):
                    if match.end() > match.start():
                        self._record(number, match.start(), match.end(), hits)
            except TimeoutError:
                slow.append(number)
        return tuple(slow)

    def _search_literals(self, text: Text, hits: dict[int, list[Hit]]) -> None:
        for characters, number in self.literals:
            start = text.folded.find(characters)
            while start >= 0:
                self._record(number, start, start + len(characters), hits)
                start = text.folded.find(characters, start + len(characters))
        if self.tags:
            for start, end in text.tags:
                for number in self.tags.get(text.folded[start:end], ()):
                    self._record(number, start, end, hits)

    def _record(self, number: int, start: int, end: int, hits: dict[int, list[Hit]]) -> None:
        for slot in self.owners[number]:
            hits[slot].append((start, end, number))


def _second_word(item: Parsed) -> Words | None:
    if isinstance(item, Phrase) and len(item.elements) > 1 and isinstance(item.elements[1], Words):
        return item.elements[1]
    return None


@dataclass(slots=True)
class _Look:
    """One draft while it is searched: its shapes are found once, when a phrase first asks."""

    text: Text
    language: Language
    _shapes: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    def shape(self, name: str) -> tuple[Span, ...]:
        if name not in self._shapes:
            self._shapes[name] = SHAPES[name](self.text, self.language)
        return self._shapes[name]

    def opens_clause(self, index: int) -> bool:
        """Whether a clause opens at a word. The Polish openers "i" and "a" are a pronoun and an article in English."""
        text = self.text
        if not text.clause_start[index] or self.language != "en" or not index:
            return text.clause_start[index]
        return text.words[index - 1] not in ("i", "a") or text.folded[text.ends[index - 1] : text.starts[index]] != " "

    def word_from(self, offset: int) -> int:
        """The index of the first word at or after an offset."""
        return bisect_left(self.text.starts, offset)

    def follow(self, elements: tuple[Element, ...], at: int, index: int, sentence: int, end: int) -> int | None:
        """Where the phrase ends if its elements from `at` on match the words from `index` on; None if they don't."""
        if at == len(elements):
            return end
        element = elements[at]
        if isinstance(element, Gap):
            for skip in range(GAP_WORDS + 1):
                reached = self.follow(elements, at + 1, index + skip, sentence, end)
                if reached is not None:
                    return reached
            return None
        if isinstance(element, Shape):
            return self._follow_shape(elements, at, sentence, end)
        text = self.text
        if index >= len(text.words) or text.sentence_at[index] != sentence or not element.accepts(text.words[index]):
            return None
        return self.follow(elements, at + 1, index + 1, sentence, text.ends[index])

    def _follow_shape(self, elements: tuple[Element, ...], at: int, sentence: int, end: int) -> int | None:
        element = elements[at]
        assert isinstance(element, Shape)
        widest = GAP_CHARACTERS if at and isinstance(elements[at - 1], Gap) else 3
        for start, stop in sorted(span for name in element.names for span in self.shape(name)):
            if end <= start <= end + widest and self.text.sentence_of(start) == sentence:
                reached = self.follow(elements, at + 1, self.word_from(stop), sentence, stop)
                if reached is not None:
                    return reached
        return None
