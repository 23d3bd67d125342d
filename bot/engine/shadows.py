"""Whether an entry can be found at all, and whether another one of its list finds all that it finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.engine.cues import Vocabulary
from bot.engine.entries import Element, Entry, EntryError, Lexicon, Parsed, Phrase, Place, Shape, Words, parse
from bot.engine.model import Language, Span
from bot.engine.samples import samples
from bot.engine.text import read

_MARKED: Mapping[Language, str] = {"en": "", "pl": "\nTo już wszystko.", "ru": ""}
"""Diacritics, so that the text is not taken for one typed without them, where ą and a are the same."""
_MANY = 60
"""How many samples it takes to believe that another entry covers one of a different build."""


@dataclass(slots=True)
class Bench:
    """The entries of one list in one language, each tried on texts made from it, inside carrier sentences."""

    lexicon: Lexicon
    carriers: Sequence[str]
    entries: dict[Entry, Parsed]
    vocabulary: Vocabulary

    @classmethod
    def of(cls, lexicon: Lexicon, carriers: Sequence[str], entries: Iterable[Entry]) -> Bench:
        bench = cls(lexicon, carriers, {}, Vocabulary(lexicon.language))
        slot = bench.vocabulary.open_slot()
        for entry in entries:
            try:
                bench.entries[entry] = parse(entry.text, lexicon)
            except EntryError:
                continue
            bench.vocabulary.add(slot, entry, bench.entries[entry])
        return bench

    def examine(self, entry: Entry) -> tuple[Literal["never-matches", "shadowed"], str] | None:
        """What is wrong with an entry, or None."""
        parsed = self.entries.get(entry)
        if parsed is None:
            return None
        dead = _dead_word(entry)
        if dead:
            return "never-matches", f"“{dead}” is no word of a text"
        if not samples(parsed, self.lexicon.language):
            # Nobody wrote a sample for its shape yet.
            return None
        around = self._around(entry)
        if around is None:
            return "never-matches", "not even in a text made from it"
        covers = [other for other in around if self._covers(other, entry) and not self._is_later_twin(other, entry)]
        if covers:
            other = min(covers, key=_order)
            return "shadowed", f"“{other.text}” ({other.place})"
        return None

    def _around(self, entry: Entry, most: int = 6) -> set[Entry] | None:
        """The other entries that find every sample of this one; None if it does not find them itself."""
        parsed = self.entries[entry]
        covers: set[Entry] | None = None
        for sample in samples(parsed, self.lexicon.language, most):
            others = self._found_around(sample, entry)
            if others is not None:
                covers = others if covers is None else covers & others
            elif _of_words(parsed):
                return None
            if covers == set() and not _of_words(parsed):
                return covers
        return covers

    def _found_around(self, sample: str, entry: Entry) -> set[Entry] | None:
        """The entries that find a sample in the first carrier in which this one finds it."""
        marked = _MARKED[self.lexicon.language]
        # Without the mark again, for a pattern that waits for the end of the text.
        for carrier in (*(carrier + marked for carrier in self.carriers), *(self.carriers if marked else ())):
            others = self._search(carrier, sample, entry)
            if others is not None:
                return others
        return None

    def _search(self, carrier: str, sample: str, entry: Entry) -> set[Entry] | None:
        """The entries around the place where this one is found in a carrier; words of the carrier don't count."""
        start = carrier.index("{word}")
        room = (start, start + len(sample))
        text = read(carrier.replace("{word}", sample))
        entries = self.vocabulary.entries
        hits = [
            (text.origin((first, last)), entries[number])
            for first, last, number in self.vocabulary.search(text).by_slot.get(0, ())
        ]
        inside = [(span, found) for span, found in hits if _within(span, room)]
        mine = [span for span, found in inside if found == entry]
        if not mine:
            return None
        return {found for span, found in inside if any(_within(own, span) for own in mine)} - {entry}

    def _covers(self, other: Entry, entry: Entry) -> bool:
        """Whether the other entry, which found the samples, finds everything: phrases are compared word by word."""
        mine, theirs = self.entries[entry], self.entries[other]
        if not isinstance(mine, Phrase):
            return True
        if isinstance(theirs, Phrase):
            if theirs.clause_start and not mine.clause_start:
                return False
            if [*map(type, theirs.elements)] == [*map(type, mine.elements)]:
                return all(_wider(*pair) for pair in zip(theirs.elements, mine.elements, strict=True))
        if not _of_words(mine):
            return False
        return other in (self._around(entry, _MANY) or ())

    def _is_later_twin(self, other: Entry, entry: Entry) -> bool:
        """Of two entries that find the same, the one that stands first is not in doubt."""
        if other.place.path != entry.place.path or _order(other) < _order(entry):
            return False
        return entry in (self._around(other) or ()) and self._covers(entry, other)


def _order(entry: Entry) -> tuple[str, int, int]:
    place: Place = entry.place
    return place.path, place.line, place.column


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _of_words(parsed: Parsed) -> bool:
    return isinstance(parsed, Phrase) and not any(isinstance(element, Shape) for element in parsed.elements)


def _wider(wide: Element, narrow: Element) -> bool:
    if isinstance(wide, Words) and isinstance(narrow, Words):
        if wide.but not in (None, narrow.but):
            return False
        beginnings = all(wide.beginnings and beginning.startswith(wide.beginnings) for beginning in narrow.beginnings)
        endings = all(wide.endings and ending.endswith(wide.endings) for ending in narrow.endings)
        return beginnings and endings and all(map(wide.accepts, narrow.whole))
    if isinstance(wide, Shape) and isinstance(narrow, Shape):
        return {*narrow.names} <= {*wide.names}
    return True


def _dead_word(entry: Entry) -> str | None:
    """A word of the entry that no draft has, such as one that reading takes apart."""
    if entry.text.startswith(("/", "#")) or not any(map(str.isalnum, entry.text)):
        return None
    for token in entry.text.removeprefix("^").split():
        for part in token.split("|"):
            word = part.removeprefix("!").strip("*")
            if (
                word
                and word[0] not in "~@$"
                and word not in ("...", "…")
                and not word.isalpha()
                and len(read(word).words) != 1
            ):
                return part
    return None
