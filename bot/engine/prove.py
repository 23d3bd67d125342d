"""Proves the rules entry by entry and language by language.

The words of a shared list are looked for in a carrier sentence. The entries of a rule itself, and its exceptions, are
taken away one after the other: if no example of the rule then ends differently, nobody would notice the day they break.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from bot.engine.entries import Entry, EntryError, Lexicon, Place, expand, parse
from bot.engine.kinds.base import Find
from bot.engine.loader import Loaded
from bot.engine.model import LANGUAGES, Language
from bot.engine.rule import Cues, Rule
from bot.engine.samples import DEFAULT_CARRIERS
from bot.engine.shadows import Bench
from bot.engine.spelling import dead_characters, mixed_letters
from bot.engine.trials import Own, Trial, expanded, own_entries, trials, without_exceptions

What = Literal[
    "mixed-letters", "dead-characters", "never-matches", "wrong-entry", "shadowed", "no-example", "not-needed"
]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in the rules that can't be seen to work: where, and why not."""

    place: Place
    owner: str
    """The id of the rule, "@name" of the list or "act:name"."""
    language: Language | None
    entry: str
    what: What
    note: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """One rule, list or act that can be proven by itself."""

    name: str
    prove: Callable[[], list[Doubt]]


def subjects(loaded: Loaded, names: Collection[str] = ()) -> list[Subject]:
    """Everything there is to prove: what is named, or all."""
    found = [Subject(rule.id, _RuleProof(loaded, rule).doubts) for rule in loaded.rules.rules]
    lists = [name for name in loaded.documents if name.startswith("@")]
    found += [Subject(name, _ListProof(loaded, name).doubts) for name in lists]
    found += [
        Subject(f"act:{act.act}", _ActProof(loaded, f"act:{act.act}", act.find).doubts) for act in loaded.rules.acts
    ]
    return [subject for subject in found if not names or subject.name in names]


def prove(loaded: Loaded, names: Collection[str] = ()) -> Iterator[Doubt]:
    """Every doubt about what is named, or about all rules, lists and acts."""
    for subject in subjects(loaded, names):
        yield from subject.prove()


def oddities(entry: Entry, owner: str, language: Language | None) -> Iterator[Doubt]:
    """What can be seen without trying: mixed alphabets, characters that never match."""
    mixed = mixed_letters(entry.text, language)
    if mixed:
        yield Doubt(entry.place, owner, language, entry.text, "mixed-letters", mixed)
    dead = dead_characters(entry.text)
    if dead:
        yield Doubt(entry.place, owner, language, entry.text, "dead-characters", dead)


def _examined(bench: Bench, entry: Entry, owner: str) -> Iterator[Doubt]:
    fault = bench.examine(entry)
    if fault:
        yield Doubt(entry.place, owner, bench.lexicon.language, entry.text, *fault)


def _wrong(entry: Entry, owner: str, lexicon: Lexicon) -> Iterator[Doubt]:
    """An entry that can't be understood can't match either."""
    try:
        if expand([entry], lexicon) == [entry]:
            parse(entry.text, lexicon)
    except EntryError as error:
        yield Doubt(entry.place, owner, lexicon.language, entry.text, "wrong-entry", str(error))


@dataclass(frozen=True, slots=True)
class _ListProof:
    loaded: Loaded
    name: str

    def doubts(self) -> list[Doubt]:
        cues = Cues.model_validate(self.loaded.documents[self.name].data)
        return [doubt for language in LANGUAGES for doubt in self._in(language, cues)]

    def _in(self, language: Language, cues: Cues) -> Iterator[Doubt]:
        lexicon = self.loaded.lexicons[language]
        written = lexicon.lists[self.name[1:]]
        own = cues.carrier.get(language, "")
        carriers = (own, *DEFAULT_CARRIERS[language]) if "{word}" in own else DEFAULT_CARRIERS[language]
        bench = Bench.of(lexicon, carriers, expanded(written, lexicon))
        for entry in written:
            yield from oddities(entry, self.name, language)
            yield from _wrong(entry, self.name, lexicon)
            yield from _examined(bench, entry, self.name)


def _matching(loaded: Loaded, owner: str, find: Find) -> list[Doubt]:
    """Entries of a rule or an act that can't match, or that another one of the same list covers.

    An entry that stands for all languages is in doubt if it is in each of them.
    """
    found: dict[Place, list[Doubt]] = defaultdict(list)
    shared: set[Place] = set()
    for language in LANGUAGES:
        owns = own_entries(loaded, owner, find, language)
        shared |= {own.entry.place for own in owns if own.spoken is None}
        for doubt in _matching_in(loaded.lexicons[language], owner, owns):
            found[doubt.place].append(doubt)
    return [
        doubts[0]
        for place, doubts in found.items()
        if place not in shared or doubts[0].language is None or len({doubt.language for doubt in doubts}) == 3
    ]


def _matching_in(lexicon: Lexicon, owner: str, owns: list[Own]) -> Iterator[Doubt]:
    by_slot: dict[int, list[Own]] = defaultdict(list)
    for own in owns:
        by_slot[own.slot].append(own)
    for together in by_slot.values():
        if all(own.entry.text.startswith("@") and " " not in own.entry.text for own in together):
            # Shared lists are proven by themselves.
            continue
        entries = expanded([own.entry for own in together], lexicon)
        bench = Bench.of(lexicon, DEFAULT_CARRIERS[lexicon.language], entries)
        for own in together:
            yield from oddities(own.entry, owner, own.spoken)
            yield from _examined(bench, own.entry, owner)


@dataclass(frozen=True, slots=True)
class _ActProof:
    """An act has no examples: its entries are proven to match."""

    loaded: Loaded
    name: str
    find: Find

    def doubts(self) -> list[Doubt]:
        return _matching(self.loaded, self.name, self.find)


@dataclass(frozen=True, slots=True)
class _RuleProof:
    loaded: Loaded
    rule: Rule

    def doubts(self) -> list[Doubt]:
        found = {doubt.place: doubt for doubt in _matching(self.loaded, self.rule.id, self.rule.find)}
        # One doubt about an entry is enough: no example can exercise what can't match.
        for doubt in self._missed_by_none():
            found.setdefault(doubt.place, doubt)
        return list(found.values())

    def _missed_by_none(self) -> Iterator[Doubt]:
        """The entries and exceptions whose loss no example of the rule would show."""
        tried = trials(self.loaded, self.rule)
        yield from self._entries_missed_by_none(tried)
        for place, name, find in without_exceptions(self.rule.find, self.loaded.documents[self.rule.id]):
            if not any(trial.changes_with(find) for trial in tried):
                yield Doubt(place, self.rule.id, None, name, "not-needed")

    def _entries_missed_by_none(self, tried: list[Trial]) -> Iterator[Doubt]:
        """An entry that stands for all languages needs an example in one of them."""
        missed: dict[Place, bool] = {}
        doubts: dict[Place, Doubt] = {}
        for language in LANGUAGES:
            spoken = [trial for trial in tried if trial.sheet.language == language]
            for own in own_entries(self.loaded, self.rule.id, self.rule.find, language):
                place = own.entry.place
                missed[place] = missed.get(place, False) or any(trial.misses(own) for trial in spoken)
                what: What = "not-needed" if own.is_exception else "no-example"
                doubts.setdefault(place, Doubt(place, self.rule.id, own.spoken, own.entry.text, what))
        yield from (doubt for place, doubt in doubts.items() if not missed[place])
