"""The tables behind a vocabulary, and the one pass over a draft that they allow.

Every set of words that a phrase names is a class with a number. A draft's word is looked up once and stands for its
classes; a phrase is followed only where its first two classes stand side by side, a pattern is tried only where its
letters are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import NamedTuple

import regex

from bot.engine.entries import LETTERS_BEFORE, Gap, Parsed, Pattern, Phrase, Shape, Words
from bot.engine.model import Language, Span
from bot.engine.prefilter import Patterns
from bot.engine.shapes import SHAPES
from bot.engine.text import Text

PATTERN_SECONDS = 0.02
DRAFT_SECONDS = 0.2
"""What the patterns of all rules together may take of one draft; those that are not reached count as slow."""
GAP_WORDS = 5
"""How many words `...` may stand for."""
GAP_CHARACTERS = 40
"""How far `...` reaches to a shape, which need not begin with a word."""

Hit = tuple[int, int, int]
"""Start and end in folded text, and the number of the entry in its vocabulary."""

Step = int | Shape | Gap
"""An element of a phrase: a class of words by its number, a shape, a gap."""

_HEAD, _TAIL = 3, 2
"""Letters at which open words (`minut*`, `*liśmy`) are looked up by their beginning and by their ending."""
_REMEMBERED = 4_000
"""So many words with their classes are kept."""
_NONE: frozenset[int] = frozenset()
_NO_PAIRS: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Follower:
    """A phrase that goes on after its first element."""

    number: int
    steps: tuple[Step, ...]
    clause_start: bool
    classes: frozenset[int]
    """The words without one of each it can't be in a draft."""


@dataclass(slots=True)
class _Start:
    """The phrases that begin with one class of words, or with one word."""

    alone: list[int] = field(default_factory=list)
    """Numbers of the entries that are this one word."""
    opening: list[int] = field(default_factory=list)
    """The same, where the word must open a clause."""
    pairs: dict[int, list[_Follower]] = field(default_factory=dict)
    """Phrases by the class of their second word."""
    loose: list[_Follower] = field(default_factory=list)
    """Phrases that go on with a shape or a gap."""

    def add(self, other: _Start) -> None:
        self.alone += other.alone
        self.opening += other.opening
        self.loose += other.loose
        for second, followers in other.pairs.items():
            self.pairs.setdefault(second, []).extend(followers)


class _Known(NamedTuple):
    """A word that was looked up: its classes, and what begins with it."""

    classes: frozenset[int]
    start: _Start | None


class _Classes:
    """The classes of words, and which of them a word belongs to."""

    def __init__(self) -> None:
        self._numbers: dict[Words, int] = {}
        self._whole: dict[str, frozenset[int]] = {}
        self._by_head: dict[str, list[tuple[str, int]]] = {}
        self._by_tail: dict[str, list[tuple[str, int]]] = {}
        self._short: list[tuple[str, int]] = []
        self._exceptions: dict[int, Words] = {}

    def number(self, words: Words) -> int:
        """The number of a class, new or known."""
        known = self._numbers.get(words)
        return self._new(words) if known is None else known

    def _new(self, words: Words) -> int:
        number = self._numbers[words] = len(self._numbers)
        for word in filter(words.accepts, words.whole):
            self._whole[word] = self._whole.get(word, _NONE) | {number}
        for beginning in words.beginnings:
            pairs = self._by_head.setdefault(beginning[:_HEAD], []) if len(beginning) >= _HEAD else self._short
            pairs.append((beginning, number))
        for ending in words.endings:
            self._by_tail.setdefault(ending[-_TAIL:], []).append((ending, number))
        if words.but is not None:
            self._exceptions[number] = words.but
        return number

    def of(self, word: str) -> frozenset[int]:
        """The numbers of the classes that a word belongs to."""
        whole = self._whole.get(word, _NONE)
        heads, tails = self._by_head.get(word[:_HEAD], _NO_PAIRS), self._by_tail.get(word[-_TAIL:], _NO_PAIRS)
        if not (heads or tails or self._short):
            return whole
        open_ = [
            number for number in (*self._begun(word, heads), *self._ended(word, tails)) if self._allows(number, word)
        ]
        return whole.union(open_) if open_ else whole

    def _begun(self, word: str, heads: Iterable[tuple[str, int]]) -> list[int]:
        return [number for beginning, number in (*heads, *self._short) if word.startswith(beginning)]

    def _ended(self, word: str, tails: Iterable[tuple[str, int]]) -> list[int]:
        return [number for ending, number in tails if word.endswith(ending, LETTERS_BEFORE)]

    def _allows(self, number: int, word: str) -> bool:
        exceptions = self._exceptions.get(number)
        return exceptions is None or not exceptions.accepts(word)


@dataclass(slots=True)
class Table:
    """Everything that is looked up: phrases by their first words, shapes, signs, patterns."""

    groups: Sequence[int]
    """The group of each entry: entries that stand in the same slots are found together."""
    classes: _Classes = field(default_factory=_Classes)
    starts: dict[int, _Start] = field(default_factory=dict)
    shapes: dict[str, list[_Follower]] = field(default_factory=dict)
    tags: dict[str, list[int]] = field(default_factory=dict)
    literals: list[tuple[str, int]] = field(default_factory=list)
    patterns: Patterns = field(default_factory=Patterns)
    known: dict[str, _Known] = field(default_factory=dict)
    """The words of the last drafts: most words of a draft are among them."""

    @classmethod
    def build(cls, items: Iterable[Parsed], groups: Sequence[int]) -> Table:
        table = cls(groups)
        for number, item in enumerate(items):
            table._file(number, item)
        return table

    def _file(self, number: int, item: Parsed) -> None:
        if isinstance(item, Pattern):
            self.patterns.add(item.source, number)
        elif isinstance(item, Phrase):
            self._file_phrase(number, item)
        elif item.tag:
            self.tags.setdefault(item.characters, []).append(number)
        else:
            self.literals.append((item.characters, number))

    def _file_phrase(self, number: int, phrase: Phrase) -> None:
        first, *rest = (self._step(element) for element in phrase.elements)
        classes = frozenset(step for step in rest if isinstance(step, int))
        follower = _Follower(number, tuple(rest), phrase.clause_start, classes)
        if isinstance(first, Shape):
            for name in first.names:
                self.shapes.setdefault(name, []).append(follower)
        elif isinstance(first, int):
            _file_word(self.starts.setdefault(first, _Start()), follower)

    def _step(self, element: Words | Shape | Gap) -> Step:
        return self.classes.number(element) if isinstance(element, Words) else element

    def search(self, text: Text, language: Language) -> tuple[dict[int, list[Hit]], tuple[int, ...]]:
        """The hits by group, and the patterns that ran out of time."""
        words = [self.known.get(word) or self._look_up(word) for word in text.words]
        look = _Look(text, language, words, self.groups)
        slow = self._search_patterns(look)
        self._search_signs(look)
        self._search_words(look)
        self._search_shapes(look)
        return look.hits, slow

    def _look_up(self, word: str) -> _Known:
        classes = self.classes.of(word)
        start: _Start | None = None
        for number in self.starts.keys() & classes:
            start = start or _Start()
            start.add(self.starts[number])
        if len(self.known) >= _REMEMBERED:
            self.known.clear()
        known = self.known[word] = _Known(classes, start)
        return known

    def _search_words(self, look: _Look) -> None:
        last = len(look.words) - 1
        for index, (_, start) in enumerate(look.words):
            if start:
                look.begin(start, index, look.words[index + 1].classes if index < last else _NONE)

    def _search_shapes(self, look: _Look) -> None:
        for name, followers in self.shapes.items():
            spans = look.shape(name)
            if spans:
                for follower in followers:
                    look.begin_shapes(follower, spans)

    def _search_patterns(self, look: _Look) -> tuple[int, ...]:
        slow: list[int] = []
        end = perf_counter() + DRAFT_SECONDS
        folded = look.text.folded
        for pattern, number, first in self.patterns.worth_trying(folded):
            left = min(PATTERN_SECONDS, end - perf_counter())
            if left <= 0:
                slow.append(number)
                continue
            try:
                for match in _matches(pattern, folded, first, left):
                    if match.end() > match.start():
                        look.record(number, match.start(), match.end())
            except TimeoutError:
                slow.append(number)
        return tuple(slow)

    def _search_signs(self, look: _Look) -> None:
        folded = look.text.folded
        for characters, number in self.literals:
            start = folded.find(characters)
            while start >= 0:
                look.record(number, start, start + len(characters))
                start = folded.find(characters, start + len(characters))
        for start, end in look.text.tags:
            for number in self.tags.get(folded[start:end], ()):
                look.record(number, start, end)


def _matches(pattern: regex.Pattern[str], folded: str, first: int | None, seconds: float) -> Iterator[regex.Match[str]]:
    """Where the pattern matches, from a place on or (None) at the very beginning alone.

    Raises:
        TimeoutError: it takes longer than it may.
    """
    if first is not None:
        yield from pattern.finditer(folded, first, timeout=seconds)
        return
    match = pattern.match(folded, timeout=seconds)
    if match:
        yield match


def _file_word(start: _Start, follower: _Follower) -> None:
    if not follower.steps:
        (start.opening if follower.clause_start else start.alone).append(follower.number)
        return
    second = follower.steps[0]
    if isinstance(second, int):
        start.pairs.setdefault(second, []).append(follower)
    else:
        start.loose.append(follower)


class _Look:
    """One draft while it is searched."""

    __slots__ = ("_shapes", "_there", "groups", "hits", "language", "text", "words")

    def __init__(self, text: Text, language: Language, words: Sequence[_Known], groups: Sequence[int]) -> None:
        self.text, self.language, self.words, self.groups = text, language, words, groups
        self.hits: dict[int, list[Hit]] = {}
        self._there = _NONE.union(*(word.classes for word in words))
        self._shapes: dict[tuple[str, ...], list[Span]] = {}

    def record(self, number: int, start: int, end: int) -> None:
        self.hits.setdefault(self.groups[number], []).append((start, end, number))

    def begin(self, start: _Start, index: int, following: frozenset[int]) -> None:
        """Everything that begins with one word."""
        text = self.text
        for number in start.alone:
            self.record(number, text.starts[index], text.ends[index])
        if start.opening and self.opens_clause(index):
            for number in start.opening:
                self.record(number, text.starts[index], text.ends[index])
        if start.pairs:
            for second in start.pairs.keys() & following:
                for follower in start.pairs[second]:
                    self._go_on(follower, index)
        for follower in start.loose:
            self._go_on(follower, index)

    def _go_on(self, follower: _Follower, index: int) -> None:
        if not follower.classes <= self._there or (follower.clause_start and not self.opens_clause(index)):
            return
        text = self.text
        end = self.follow(follower.steps, 0, index + 1, text.sentence_at[index], text.ends[index])
        if end is not None:
            self.record(follower.number, text.starts[index], end)

    def begin_shapes(self, follower: _Follower, spans: Iterable[Span]) -> None:
        """Every place where a phrase begins with a shape."""
        if not follower.classes <= self._there:
            return
        for start, end in spans:
            reached: int | None = end
            if follower.steps:
                sentence = self.text.sentence_of(start)
                reached = self.follow(follower.steps, 0, self.word_from(end), sentence, end)
            if reached is not None:
                self.record(follower.number, start, reached)

    def shape(self, *names: str) -> list[Span]:
        """The places of a shape, or of several in order; found once, when a phrase first asks."""
        found = self._shapes.get(names)
        if found is None:
            found = self._shapes[names] = (
                list(SHAPES[names[0]](self.text, self.language))
                if len(names) == 1
                else sorted(span for name in names for span in self.shape(name))
            )
        return found

    def opens_clause(self, index: int) -> bool:
        """Whether a clause opens at a word. The Polish openers "i" and "a" are a pronoun and an article in English."""
        text = self.text
        if not text.clause_start[index] or self.language != "en" or not index:
            return text.clause_start[index]
        return text.words[index - 1] not in ("i", "a") or text.folded[text.ends[index - 1] : text.starts[index]] != " "

    def word_from(self, offset: int) -> int:
        """The index of the first word at or after an offset."""
        return bisect_left(self.text.starts, offset)

    def follow(self, steps: tuple[Step, ...], at: int, index: int, sentence: int, end: int) -> int | None:
        """Where the phrase ends if its steps from `at` on match the words from `index` on; None if they don't."""
        if at == len(steps):
            return end
        step = steps[at]
        if isinstance(step, Gap):
            for skip in range(GAP_WORDS + 1):
                reached = self.follow(steps, at + 1, index + skip, sentence, end)
                if reached is not None:
                    return reached
            return None
        if isinstance(step, Shape):
            return self._follow_shape(step, steps, at, sentence, end)
        if index >= len(self.words) or step not in self.words[index].classes:
            return None
        if self.text.sentence_at[index] != sentence:
            return None
        return self.follow(steps, at + 1, index + 1, sentence, self.text.ends[index])

    def _follow_shape(self, shape: Shape, steps: tuple[Step, ...], at: int, sentence: int, end: int) -> int | None:
        widest = GAP_CHARACTERS if at and isinstance(steps[at - 1], Gap) else 3
        for start, stop in self.shape(*shape.names):
            if end <= start <= end + widest and self.text.sentence_of(start) == sentence:
                reached = self.follow(steps, at + 1, self.word_from(stop), sentence, stop)
                if reached is not None:
                    return reached
        return None
