"""The one pass that finds every entry of the rules in a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.engine.entries import Entry, Parsed, Place, without_diacritics
from bot.engine.model import Language
from bot.engine.search import Hit, Table
from bot.engine.text import Text

__all__ = ["Found", "Hit", "Vocabulary"]


class BySlot(Mapping[int, Sequence[Hit]]):
    """The hits of every slot that has some. Slots share lists, so a slot's hits are put together when asked for."""

    def __init__(self, hits: Mapping[int, Sequence[Hit]], groups: Sequence[frozenset[int]]) -> None:
        self._by_slot: dict[int, list[Sequence[Hit]]] = {}
        for group, found in hits.items():
            for slot in groups[group]:
                self._by_slot.setdefault(slot, []).append(found)

    def __getitem__(self, slot: int) -> Sequence[Hit]:
        found = self._by_slot[slot]
        return found[0] if len(found) == 1 else [hit for hits in found for hit in hits]

    def __iter__(self) -> Iterator[int]:
        return iter(self._by_slot)

    def __len__(self) -> int:
        return len(self._by_slot)


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
    _owners: list[tuple[int, ...]] = field(default_factory=list)
    """The slots that each entry stands in."""
    _slots: int = 0
    _groups: list[frozenset[int]] = field(default_factory=list)
    """The different sets of slots."""
    _tables: dict[bool, Table] = field(default_factory=dict)

    def open_slot(self) -> int:
        """A new slot, empty."""
        self._slots += 1
        return self._slots - 1

    def add(self, slot: int, entry: Entry, parsed: Parsed) -> int:
        """Puts an entry into a slot and tells its number; the same entry may stand in many."""
        key = (entry.text, entry.place)
        number = self._numbers.setdefault(key, len(self.entries))
        if number == len(self.entries):
            self.entries.append(entry)
            self._parsed.append(parsed)
            self._owners.append(())
        self.share(slot, (number,))
        return number

    def share(self, slot: int, numbers: Iterable[int]) -> None:
        """Puts entries that are known by their numbers into a slot, too."""
        for number in numbers:
            # Lists come one by one: a slot that an entry has already is its last one.
            if self._owners[number][-1:] != (slot,):
                self._owners[number] += (slot,)
        self._tables.clear()

    def number(self, entry: Entry) -> int | None:
        """The number that hits of an entry carry, if it is here."""
        return self._numbers.get((entry.text, entry.place))

    def search(self, text: Text) -> Found:
        """Finds every entry in the draft. Polish without diacritics is met by entries without them."""
        hits, slow = self._table(text.plain and self.language == "pl").search(text, self.language)
        return Found(BySlot(hits, self._groups), slow)

    def ready(self) -> None:
        """Builds the table that is otherwise built for the first draft (drafts without diacritics have their own)."""
        self._table(plain=False)

    def sealed(self) -> Vocabulary:
        """All that searching needs, and nothing of what adding entries needs."""
        for plain in (False, True) if self.language == "pl" else (False,):
            self._table(plain)
        return Vocabulary(self.language, self.entries, _groups=self._groups, _tables=dict(self._tables))

    def _table(self, plain: bool) -> Table:
        if plain not in self._tables:
            self._tables[plain] = self._built(plain)
        return self._tables[plain]

    def _built(self, plain: bool) -> Table:
        numbers: dict[frozenset[int], int] = {}
        groups = [numbers.setdefault(frozenset(owners), len(numbers)) for owners in self._owners]
        self._groups = list(numbers)
        return Table.build(map(without_diacritics, self._parsed) if plain else self._parsed, groups)
