"""Russian forms, from the dictionary of pymorphy3 (OpenCorpora), which also guesses new words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import version as installed
from typing import Any

from bot.engine.inflect.faults import Load, OnlyItself, form_of, load, unknown
from bot.engine.inflect.tags import Tagged
from bot.engine.text import fold

LIBRARY = "pymorphy3"

_VERB_ENDINGS = ("ть", "ться", "ти", "тись", "чь", "чься")
_LEFT_OUT = frozenset(("V-oy", "V-ey", "V-be", "V-bi", "V-ie", "Arch", "Erro", "Dist"))
_UNWRITTEN = (frozenset(("Cmp2", "V-ej")), frozenset(("VERB", "Infr")))
"""Подешевей; пшёл."""
_NAMES = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init"))
_PERSONS = {
    ("1per", "sing"): ("i",), ("1per", "plur"): ("we",), ("2per", "sing"): ("you",), ("2per", "plur"): ("you",),
    ("3per", "sing"): ("third",), ("3per", "plur"): ("third",),
}  # fmt: skip
_CLASSES = {"INFN": "inf", "GRND": "ing", "PRTF": "part", "PRTS": "part", "COMP": "comp"}
_DECLINED = {
    "sing": "sg", "plur": "pl", "Supr": "comp", "nomn": "nom", "gent": "gen", "gen1": "gen", "gen2": "gen",
    "datv": "dat", "accs": "acc", "acc2": "acc", "ablt": "ins", "loct": "loc", "loc1": "loc", "loc2": "loc",
}  # fmt: skip


def inflect(lemma: str, importer: Load = import_module) -> Tagged:
    """Every form of a Russian word: its dictionary entry, or the best guess for a word that is too new for it.

    Raises:
        MissingInflector: pymorphy3 is not installed.
        OnlyItself: the word is a form of another one.
    """
    first, hyphen, last = lemma.rpartition("-")
    if hyphen and not known(lemma, importer):
        # Чек-листы: in a new compound only the last part changes; the guess would be чеки-листы.
        return [(f"{first}-{form}", tags) for form, tags in inflect(last, importer)]
    parses = _analyser(importer).parse(lemma)
    readings = [parse for parse in parses if fold(parse.normal_form) == fold(lemma)]
    if not readings:
        raise _fault(lemma, parses[0])
    chosen = _chosen(lemma, readings)
    members = [(member.word, member.tag) for parse in chosen for member in parse.lexeme]
    if chosen[0].tag.POS == "ADVB":
        members += _compared(lemma, importer)
    return [(word, tuple(_tags(tag))) for word, tag in members if not _unwanted(tag)]


def known(lemma: str, importer: Load = import_module) -> bool:
    """Whether the dictionary has the word; if not, its forms are a guess."""
    return bool(_analyser(importer).word_is_known(lemma))


def version(importer: Load = import_module) -> str:
    load(LIBRARY, "Russian", importer)
    return (
        f"{LIBRARY} {installed(LIBRARY)}, pymorphy3-dicts-ru {installed('pymorphy3-dicts-ru')}, "
        "derived from OpenCorpora, CC BY-SA 3.0"
    )


@cache
def _analyser(importer: Load) -> Any:
    return load(LIBRARY, "Russian", importer).MorphAnalyzer(lang="ru")


def _chosen(lemma: str, readings: Collection[Any]) -> list[Any]:
    """The readings of one part of speech: a verb if the word ends like one, else the likeliest."""
    votes: Counter[str] = Counter()
    for reading in readings:
        votes[reading.tag.POS] += reading.score
    if "INFN" in votes and fold(lemma).endswith(_VERB_ENDINGS):
        likeliest = "INFN"
    else:
        likeliest = max(votes, key=lambda part: (round(votes[part], 4), part == "NOUN", part))
    same = [reading for reading in readings if likeliest == reading.tag.POS]
    common = [reading for reading in same if not _NAMES & reading.tag.grammemes] or same
    # Лист has листы and листья: all that the dictionary knows count, but of several guesses only the best.
    return [reading for reading in common if reading.is_known] or common[:1]


def _fault(word: str, parse: Any) -> OnlyItself:
    if not parse.is_known:
        return unknown(word)
    ours = {"PRTF": ".part", "PRTS": ".part", "GRND": ".ing"}.get(parse.tag.POS, "")
    return form_of(word, [parse.normal_form + ours])


def _compared(adverb: str, importer: Load) -> list[tuple[str, Any]]:
    """Быстрее belongs to быстрый in the dictionary; who asks for быстро means it too."""
    for ending in ("ый", "ий", "ой"):
        for parse in _analyser(importer).parse(adverb[:-1] + ending):
            if parse.is_known and parse.tag.POS == "ADJF" and parse.normal_form == parse.word:
                return [(member.word, member.tag) for member in parse.lexeme if member.tag.POS == "COMP"]
    return []


def _unwanted(tag: Any) -> bool:
    return bool(_LEFT_OUT & tag.grammemes) or any(tag.grammemes.issuperset(pair) for pair in _UNWRITTEN)


def _tags(tag: Any) -> Iterator[str]:
    if tag.POS in _CLASSES:
        yield _CLASSES[tag.POS]
    elif tag.POS == "VERB":
        yield from _verb_tags(tag)
    else:
        yield from (ours for theirs, ours in _DECLINED.items() if theirs in tag.grammemes)


def _verb_tags(tag: Any) -> Iterator[str]:
    if tag.mood == "impr":
        yield "lets" if tag.involvement == "incl" else "imp"
    elif tag.tense == "past":
        yield "past"
    else:
        yield "pres"
        yield from _PERSONS.get((tag.person, tag.number), ())
