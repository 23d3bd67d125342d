"""The rules that judge: checked, ordered, and compiled for each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.engine.cues import Hit, Vocabulary
from bot.engine.documents import Document, Mistake
from bot.engine.entries import Entry, EntryError, Lexicon, Parsed, expand, parse
from bot.engine.kinds.base import Check, Entries, Find, Hits, Path, guarded
from bot.engine.kinds.combine import Combine
from bot.engine.model import Card, Language, Network, RuleVersion, Span
from bot.engine.networks import Profile
from bot.engine.rule import ActRule, Rule, Scoring
from bot.engine.sheet import Sheet


@dataclass(frozen=True, slots=True)
class EntryList:
    """One list of entries in a rule: where in the file, and its slot in the vocabulary."""

    at: Path
    slot: int

    @property
    def name(self) -> str:
        """How people call it: the path below `find`, such as "ask" or "parts ours any"."""
        return " ".join(str(step) for step in self.at[1:])


@dataclass(frozen=True, slots=True)
class Program:
    """The rules of one language, ready to run: checks in an order in which each knows what it depends on."""

    language: Language
    vocabulary: Vocabulary
    rules: tuple[tuple[Rule, Check], ...]
    acts: tuple[tuple[ActRule, Check], ...]
    lists: Mapping[str, tuple[EntryList, ...]]
    """The lists of entries of each rule, by id, for `explain` and `prove`."""
    by_id: Mapping[str, Rule] = field(init=False)
    combined: tuple[Rule, ...] = field(init=False)
    """The rules that are made of other findings alone."""

    def __post_init__(self) -> None:
        rules = [rule for rule, _ in self.rules]
        object.__setattr__(self, "by_id", {rule.id: rule for rule in rules})
        object.__setattr__(self, "combined", tuple(rule for rule in rules if isinstance(rule.find, Combine)))


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Everything that judges a draft. It never changes: an edit makes a new one."""

    version: RuleVersion
    rules: tuple[Rule, ...]
    acts: tuple[ActRule, ...]
    scoring: Scoring
    profiles: Mapping[Network, Profile]
    cards: Mapping[str, Card]
    programs: Mapping[Language, Program]

    def ready(self) -> None:
        """Makes now what else the first draft of each language would wait for."""
        for program in self.programs.values():
            program.vocabulary.ready()


@dataclass(slots=True)
class Compiler:
    """Turns finds into checks in one language, and notes every entry that it can't understand."""

    lexicon: Lexicon
    vocabulary: Vocabulary
    mistakes: list[Mistake]
    lists: dict[str, tuple[EntryList, ...]] = field(default_factory=dict)
    _parsed: dict[str, Parsed | EntryError] = field(default_factory=dict)
    _shared: dict[str, list[int]] = field(default_factory=dict)

    def compile(self, name: str, find: Find, document: Document) -> Check | None:
        """The check of a rule's find, or None if one of its entries is wrong."""
        before = len(self.mistakes)
        desk = _Desk(self, document, [])
        check = guarded(find, desk, ("find",))
        self.lists[name] = tuple(desk.lists)
        return check if len(self.mistakes) == before else None

    def slot(self, entries: Sequence[Entry]) -> int:
        slot = self.vocabulary.open_slot()
        for entry in entries:
            try:
                listed = expand([entry], self.lexicon)
            except EntryError as error:
                self.mistakes.append(Mistake.at(entry.place, str(error)))
                continue
            if listed == [entry]:
                self._add(slot, entry, shared=False)
            else:
                self._add_shared(slot, entry.text, listed)
        return slot

    def _add_shared(self, slot: int, name: str, listed: Sequence[Entry]) -> None:
        """Most slots hold some shared lists, so what a list's entries are is looked up once."""
        if name not in self._shared:
            numbers = (self._add(slot, entry, shared=True) for entry in listed)
            self._shared[name] = [number for number in numbers if number is not None]
        self.vocabulary.share(slot, self._shared[name])

    def _add(self, slot: int, entry: Entry, *, shared: bool) -> int | None:
        """A wrong entry of the rule itself parks it; one of a shared list is only left out, and `check_list` tells."""
        try:
            return self.vocabulary.add(slot, entry, self._parse(entry.text))
        except EntryError as error:
            if not shared:
                self.mistakes.append(Mistake.at(entry.place, str(error)))
            return None

    def check_list(self, name: str, entries: Sequence[Entry]) -> None:
        """Notes the mistakes of a shared list, whether or not a rule uses it."""
        for entry in entries:
            try:
                if expand([entry], self.lexicon, (name,)) == [entry]:
                    self._parse(entry.text)
            except EntryError as error:
                self.mistakes.append(Mistake.at(entry.place, str(error)))

    def _parse(self, text: str) -> Parsed:
        if text not in self._parsed:
            try:
                self._parsed[text] = parse(text, self.lexicon)
            except EntryError as error:
                self._parsed[text] = error
        parsed = self._parsed[text]
        if isinstance(parsed, EntryError):
            raise parsed
        return parsed


@dataclass(frozen=True, slots=True)
class SlotHits:
    """The hits of one slot."""

    slot: int

    def __call__(self, sheet: Sheet, region: Span) -> list[Hit]:
        return sheet.hits(self.slot, region)


@dataclass(frozen=True, slots=True)
class KnownSlots:
    """A desk for a find whose entries are in the vocabulary already."""

    language: Language
    slots: Mapping[Path, int]

    def hits(self, entries: Entries, at: Path) -> Hits:
        return SlotHits(self.slots[at])

    def check(self, find: Find, at: Path) -> Check:
        return guarded(find, self, at)


def revived(
    language: Language, vocabulary: Vocabulary, lists: Mapping[str, tuple[EntryList, ...]], rules: RuleSet
) -> Program:
    """A program out of a vocabulary that was filled before: only the checks are made anew."""

    def check(name: str, find: Find) -> Check:
        return guarded(find, KnownSlots(language, {known.at: known.slot for known in lists[name]}), ("find",))

    checks = tuple((rule, check(rule.id, rule.find)) for rule in rules.rules)
    acts = tuple((act, check(act_key(act), act.find)) for act in rules.acts)
    return Program(language, vocabulary, checks, acts, lists)


def act_key(act: ActRule) -> str:
    """What an act's document and lists are filed under."""
    return f"act:{act.act}"


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a find asks while it is compiled: the entries of this language, with their places."""

    compiler: Compiler
    document: Document
    lists: list[EntryList]

    @property
    def language(self) -> Language:
        return self.compiler.vocabulary.language

    def hits(self, entries: Entries, at: Path) -> Hits:
        slot = self.compiler.slot(self._entries(entries, at))
        self.lists.append(EntryList(at, slot))
        return SlotHits(slot)

    def check(self, find: Find, at: Path) -> Check:
        return guarded(find, self, at)

    def _entries(self, entries: Entries, at: Path) -> list[Entry]:
        if isinstance(entries, Mapping):
            if self.language not in entries:
                place = self.document.place(at)
                self.compiler.mistakes.append(
                    Mistake.at(place, f'there are no entries for {self.language}: add "{self.language}: [...]"')
                )
                return []
            entries, at = entries[self.language], (*at, self.language)
        return list(map(Entry, entries, self.document.places(at, len(entries))))
