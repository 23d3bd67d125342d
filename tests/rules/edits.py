"""Small accidents in the shipped rules: something is deleted, or a word can't match any more. Would anybody notice?"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bot.engine.cutting import without_items
from bot.engine.entries import Place
from bot.engine.examples import run_examples
from bot.engine.loader import Loaded, load
from bot.engine.model import LANGUAGES, Language
from bot.engine.prove import prove
from bot.engine.trials import own_entries, without_exceptions

Kind = Literal["entry", "exception", "letter"]

LATIN, CYRILLIC = "aceopxykmtbhi", "асеорхукмтвні"
LOOKALIKES = {**dict(zip(LATIN, CYRILLIC, strict=True)), **dict(zip(CYRILLIC, LATIN, strict=True))}


@dataclass(frozen=True, slots=True)
class Edit:
    """One accident: in which file, where, and whose."""

    kind: Kind
    owner: str
    place: Place
    entry: str
    language: Language | None = None


def edits(loaded: Loaded) -> dict[Kind, list[Edit]]:
    """Everything that can go wrong."""
    found: dict[Kind, dict[Place, Edit]] = {"entry": {}, "exception": {}, "letter": {}}
    for rule in loaded.rules.rules:
        for language in LANGUAGES:
            for own in own_entries(loaded, rule.id, rule.find, language):
                kind: Kind = "exception" if own.is_exception else "entry"
                found[kind].setdefault(own.entry.place, Edit(kind, rule.id, own.entry.place, own.entry.text))
        for place, name, _ in without_exceptions(rule.find, loaded.documents[rule.id]):
            found["exception"].setdefault(place, Edit("exception", rule.id, place, name))
    for name in (name for name in loaded.documents if name.startswith("@")):
        for language in LANGUAGES:
            for entry in loaded.lexicons[language].lists[name[1:]]:
                if changed_letter(entry.text, random.Random(0)) != entry.text:
                    found["letter"][entry.place] = Edit("letter", name, entry.place, entry.text, language)
    return {kind: sorted(chosen.values(), key=lambda edit: str(edit.place)) for kind, chosen in found.items()}


def sample(loaded: Loaded, number: int, seed: int) -> list[Edit]:
    """The same edits for the same seed, a third of each kind."""
    chance = random.Random(seed)
    kinds = edits(loaded)
    return [chance.choice(kinds[kind]) for kind in ("entry", "exception", "letter") * (number // 3 + 1)][:number]


def changed_letter(text: str, chance: random.Random) -> str:
    """The text with one letter of a word replaced by one that looks the same in the other alphabet."""
    bare = "".join(" " if text[:1] == "/" and text[at - 1 : at] == "\\" else letter for at, letter in enumerate(text))
    choices = [at for at, letter in enumerate(bare) if letter in LOOKALIKES and not _names(bare, at)]
    if not choices:
        return text
    at = chance.choice(choices)
    return text[:at] + LOOKALIKES[text[at]] + text[at + 1 :]


def _names(text: str, at: int) -> bool:
    """Whether the letter belongs to the name of a list or a shape, or to a tag of forms."""
    token = text[: at + 1].split()[-1].split("|")[-1]
    return token[0] in "@$" or (token[0] == "~" and "." in token)


class Noticing:
    """Makes edits in a copy of the rules and asks `test` and `prove` whether they see them."""

    def __init__(self, shipped: Path, place: Path) -> None:
        self.folder = place / shipped.name
        shutil.copytree(shipped, self.folder)
        self.loaded = load(self.folder)
        self._before: dict[str, set[str]] = {}

    def notices(self, edit: Edit, seed: int = 0) -> bool:
        file = self.folder.parent / edit.place.path
        text = file.read_text(encoding="utf-8")
        if edit.owner not in self._before:
            self._before[edit.owner] = set(complaints(self.loaded, edit.owner))
        try:
            file.write_text(edited(text, edit, seed), encoding="utf-8")
            after = set(complaints(load(self.folder), edit.owner))
        finally:
            file.write_text(text, encoding="utf-8")
        return bool(after - self._before[edit.owner])


def edited(text: str, edit: Edit, seed: int = 0) -> str:
    """The file's text after the accident."""
    if edit.kind != "letter":
        return without_items(text, [(edit.place.line, edit.place.column)])
    lines = text.split("\n")
    line = lines[edit.place.line - 1]
    at = line.index(edit.entry.replace("'", "''"), edit.place.column - 1)
    end = at + len(edit.entry.replace("'", "''"))
    lines[edit.place.line - 1] = line[:at] + changed_letter(line[at:end], random.Random(seed)) + line[end:]
    return "\n".join(lines)


def complaints(loaded: Loaded, owner: str) -> Iterator[str]:
    """What `test` and `prove` say about a rule or a list, without line numbers, which every edit moves."""
    if not owner.startswith("@") and owner not in {rule.id for rule in loaded.rules.rules}:
        yield "it is not at work"
        return
    if not owner.startswith("@"):
        for failure in run_examples(loaded, [owner]):
            yield f"{failure.what} {failure.text}"
    for doubt in prove(loaded, [owner]):
        yield f"{doubt.what} {doubt.language} {doubt.entry}"


def measure(shipped: Path, place: Path, number: int, seed: int) -> Sequence[tuple[Edit, bool]]:
    """Which of some random edits are noticed."""
    noticing = Noticing(shipped, place)
    return [(edit, noticing.notices(edit, seed + at)) for at, edit in enumerate(sample(noticing.loaded, number, seed))]
