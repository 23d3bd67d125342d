"""Polish forms, from the dictionary of morfeusz2 (SGJP)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from importlib import import_module
from typing import Any

from bot.engine.inflect.faults import Load, OnlyItself, form_of, load, unknown
from bot.engine.inflect.tags import Tagged

LIBRARY = "morfeusz2"

_Row = tuple[str, str, str, list[str], list[str]]
"""Form, lemma, morphological tag, kinds of name, labels of style."""

_OLD = frozenset(("przest", "daw", "arch", "gwar", "dziś"))
_LEFT_OUT = frozenset(("depr", "adja", "adjp", "aglt", "ign"))
_PERSONS = {"pri": {"sg": "i", "pl": "we"}, "sec": {"sg": "you", "pl": "you"}, "ter": {"sg": "third", "pl": "third"}}
_TENSES = {"fin": "pres", "bedzie": "pres", "winien": "pres", "praet": "past", "imps": "past", "inf": "inf"}
_DECLINED = {
    "sg": "sg", "pl": "pl", "nom": "nom", "gen": "gen", "dat": "dat", "acc": "acc", "inst": "ins", "loc": "loc",
    "com": "comp", "sup": "comp",
}  # fmt: skip
_WHOLE = {"ger": "ing", "pcon": "ing", "pant": "ing", "ppas": "part", "pact": "part"}


def inflect(lemma: str, importer: Load = import_module) -> Tagged:
    """Every form of a Polish word as SGJP lists them; a verb with "się" is given without it.

    Raises:
        MissingInflector: morfeusz2 is not installed.
        OnlyItself: the dictionary does not know the word.
    """
    rows = _rows(lemma, importer)
    if not rows:
        raise _fault(lemma, importer)
    return [(form, _tags(form, tag)) for form, _, tag, _, _ in _current(rows)]


def version(importer: Load = import_module) -> str:
    library = load(LIBRARY, "Polish", importer)
    return f"{LIBRARY} {library.__version__}, {_generator(importer).dict_id()}, BSD-2-Clause"


@cache
def _generator(importer: Load) -> Any:
    # "composite" gives kupiłem and kupiłbym; by default only kupił is made, for a caller who adds -em.
    return load(LIBRARY, "Polish", importer).Morfeusz(analyse=False, praet="composite")


def _rows(lemma: str, importer: Load) -> list[_Row]:
    for spelling in (lemma, lemma.capitalize()):
        rows: list[_Row] = _generator(importer).generate(spelling)
        if kept := [row for row in rows if spelling in (row[1], row[1].partition(":")[0]) and _wanted(row[2])]:
            return kept
    return []


def _wanted(tag: str) -> bool:
    name, *fields = tag.split(":")
    return name not in _LEFT_OUT and "neg" not in fields and not _unwritten(name, fields)


def _unwritten(name: str, fields: Collection[str]) -> bool:
    """Whether the form lives in tables only: kupiłom, and the plural of kupienie (stań would be one of stanie)."""
    neuter = name in ("praet", "cond", "winien") and "n" in fields and ("pri" in fields or "sec" in fields)
    return neuter or (name == "ger" and "pl" in fields)


def _current(rows: Collection[_Row]) -> Collection[_Row]:
    """The rows without what nobody writes any more, unless nothing else is left."""
    return [row for row in rows if not _OLD & set(re.split(r"[^\w]|_", " ".join(row[4])))] or rows


def _tags(form: str, tag: str) -> Iterator[str]:
    name, *fields = tag.split(":")
    if name in _WHOLE:
        yield _WHOLE[name]
    elif name == "impt":
        yield "lets" if "pri" in fields else "imp"
    elif name in _TENSES or name == "cond":
        if name in _TENSES:
            yield _TENSES[name]
        yield from _person(form, fields)
    else:
        values = {value for field in fields for value in field.split(".")}
        yield from (ours for theirs, ours in _DECLINED.items() if theirs in values)


def _person(form: str, fields: list[str]) -> Iterator[str]:
    if form.endswith("śmy"):
        # The dictionary calls powinnyśmy second person.
        yield "we"
        return
    for person, tags in _PERSONS.items():
        if person in fields:
            yield tags["sg" if "sg" in fields else "pl"]


def _fault(word: str, importer: Load) -> OnlyItself:
    analyser = load(LIBRARY, "Polish", importer).Morfeusz(generate=False)
    readings = [reading for _, _, reading in analyser.analyse(word) if reading[2] != "ign"]
    lemmas = sorted({_entry(reading[1], reading[2]) for reading in readings})
    return form_of(word, lemmas) if lemmas else unknown(word)


def _entry(lemma: str, tag: str) -> str:
    ours = _WHOLE.get(tag.partition(":")[0])
    return lemma.partition(":")[0] + (f".{ours}" if ours else "")
