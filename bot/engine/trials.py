"""A rule's examples, tried again with something of the rule taken away: would anybody notice?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.engine.cues import Found
from bot.engine.documents import Document
from bot.engine.entries import Entry, EntryError, Lexicon, Place, expand
from bot.engine.examples import draft_of, unmarked
from bot.engine.judge import look_over
from bot.engine.kinds.base import Check, Find, Path, Unless, guarded
from bot.engine.kinds.evidence import Evidence
from bot.engine.loader import Loaded
from bot.engine.model import Language
from bot.engine.rule import Example, Rule
from bot.engine.ruleset import EntryList, KnownSlots
from bot.engine.sheet import Outcome, Sheet
from bot.engine.text import read

_NEVER = 1e18


@dataclass(frozen=True, slots=True)
class Own:
    """One entry as it is written in a rule; a "@list" is one, too."""

    entry: Entry
    at: Path
    slot: int
    numbers: frozenset[int]
    """What it stands for in the vocabulary."""
    spoken: Language | None
    """The language that it is written for; None if it stands for all."""

    @property
    def is_exception(self) -> bool:
        return "unless" in self.at


def own_entries(loaded: Loaded, owner: str, find: Find, language: Language) -> list[Own]:
    """The entries that a rule or an act names itself, in one language."""
    vocabulary, lexicon = loaded.rules.programs[language].vocabulary, loaded.lexicons[language]
    found = []
    for entry, at, slot in written_entries(loaded, owner, find, language):
        known = map(vocabulary.number, expanded([entry], lexicon))
        stands_for = frozenset(number for number in known if number is not None)
        found.append(Own(entry, at, slot, stands_for, language if language in at else None))
    return found


def written_entries(loaded: Loaded, owner: str, find: Find, language: Language) -> Iterator[tuple[Entry, Path, int]]:
    """The same entries as they stand in the file: each with the path of its list and the slot of that list."""
    document = loaded.documents[owner]
    for entries in loaded.rules.programs[language].lists.get(owner, ()):
        texts, at = _written(find, entries.at, language)
        for text, place in zip(texts, document.places(at, len(texts)), strict=True):
            yield Entry(text, place), at, entries.slot


def expanded(entries: Iterable[Entry], lexicon: Lexicon) -> list[Entry]:
    """The entries with those of "@lists" in their places, as far as there are such lists."""
    found: list[Entry] = []
    for entry in entries:
        try:
            found += expand([entry], lexicon)
        except EntryError:
            continue
    return found


def _written(find: Find, at: Path, language: Language) -> tuple[tuple[str, ...], Path]:
    """The texts of a list by its path, and the path that its items stand under."""
    value: Any = find
    for step in at[1:]:
        value = value[step] if isinstance(value, Mapping | tuple) else getattr(value, str(step))  # type: ignore[index]
    if isinstance(value, str):
        return (value,), at
    if isinstance(value, Mapping):
        return tuple(value.get(language, ())), (*at, language)
    return tuple(value), at


def without_exceptions(find: Find, document: Document) -> Iterator[tuple[Place, str, Find]]:
    """The find without each of its exceptions that are no entries: by a measure, or by another finding."""
    for path, inner, rebuild in _finds(find, ("find",), lambda changed: changed):
        for index, unless in enumerate(inner.unless):
            if unless.measure is not None:
                never = Unless(lang=unless.lang, measure=unless.measure, above=_NEVER, because=unless.because)
                changed = (*inner.unless[:index], never, *inner.unless[index + 1 :])
                place = document.place((*path, "unless", index))
                yield place, f"unless {unless.measure}", rebuild(inner.model_copy(update={"unless": changed}))
        for index, finding in enumerate(inner.unless_finding):
            kept = (*inner.unless_finding[:index], *inner.unless_finding[index + 1 :])
            place = document.place((*path, "unless_finding", index))
            yield place, f"unless {finding}", rebuild(inner.model_copy(update={"unless_finding": kept}))


def _finds(
    find: Find, at: Path, rebuild: Callable[[Find], Find]
) -> Iterator[tuple[Path, Find, Callable[[Find], Find]]]:
    """A find and every find inside it, each with a function that puts a changed one into its place."""
    yield at, find, rebuild
    if not isinstance(find, Evidence):
        return
    for name, part in find.parts.items():

        def with_part(changed: Find, name: str = name, evidence: Evidence = find) -> Find:
            parts = {**evidence.parts, name: evidence.parts[name].model_copy(update={"find": changed})}
            return rebuild(evidence.model_copy(update={"parts": parts}))

        yield from _finds(part.find, (*at, "parts", name, "find"), with_part)


@dataclass(slots=True)
class Trial:
    """One text of an example, laid out so that its rule can be asked again."""

    example: Example
    sheet: Sheet
    check: Check
    lists: Sequence[EntryList]

    def misses(self, own: Own) -> bool:
        """Whether the example would end differently if the entry were gone."""
        hits = self.sheet.found.by_slot.get(own.slot, ())
        kept = [hit for hit in hits if hit[2] not in own.numbers]
        if len(kept) == len(hits):
            return False
        found = Found({**self.sheet.found.by_slot, own.slot: kept}, self.sheet.found.slow)
        return self._verdict(self.check, found) != self._verdict(self.check, self.sheet.found)

    def changes_with(self, find: Find) -> bool:
        """Whether the example would end differently with another find that has the same entries."""
        slots = {entries.at: entries.slot for entries in self.lists}
        check = guarded(find, KnownSlots(self.sheet.language, slots), ("find",))
        return self._verdict(check, self.sheet.found) != self._verdict(self.check, self.sheet.found)

    def _verdict(self, check: Check, found: Found) -> tuple[object, ...]:
        sheet = replace(self.sheet, found=found, outcomes=dict(self.sheet.outcomes), stops=[], _merged={})
        return self._looked_at(check(sheet, sheet.whole))

    def _looked_at(self, outcome: Outcome) -> tuple[object, ...]:
        """What of the outcome the example looks at."""
        example = self.example
        if not outcome or example.quiet or example.gap is not None or example.before is not None:
            return (bool(outcome),)
        spans = None if example.span == "none" else frozenset(map(self.sheet.text.origin, outcome.spans))
        parts = outcome.slots.get("parts") if example.parts else None
        return (True, spans, outcome.clear if example.level else None, parts)


def trials(loaded: Loaded, rule: Rule) -> list[Trial]:
    """Every text of a rule's examples."""
    return [trial for example in rule.examples for trial in _of_example(loaded, rule, example)]


def _of_example(loaded: Loaded, rule: Rule, example: Example) -> Iterator[Trial]:
    program = loaded.rules.programs[example.lang]
    check = next((check for known, check in program.rules if known.id == rule.id), None)
    if check is None:
        return
    texts = (example.before, example.after) if example.text is None else (unmarked(example.text)[0],)
    for text in filter(None, texts):
        sheet = look_over(draft_of(example, text), read(text), example.lang, loaded.rules)
        yield Trial(example, sheet, check, program.lists[rule.id])
