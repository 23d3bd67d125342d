"""The one vocabulary of tags for three languages: `~kupić.imp` asks for the forms tagged `imp`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from bot.engine.text import fold

TAGS: Mapping[str, str] = {
    "imp": "imperative, second person",
    "lets": "imperative, first person plural",
    "inf": "infinitive",
    "pres": "present and simple future",
    "past": "past",
    "i": "first person singular",
    "we": "first person plural",
    "you": "second person, not imperative",
    "third": "third person",
    "ing": "gerund, verbal noun in -nie, adverbial participle",
    "part": "participle",
    "sg": "singular",
    "pl": "plural",
    "nom": "nominative",
    "gen": "genitive, possessive",
    "dat": "dative",
    "acc": "accusative",
    "ins": "instrumental",
    "loc": "locative",
    "comp": "comparative and superlative",
}
"""Every tag in the order of the lock file, with its meaning."""

Tagged = Iterable[tuple[str, Iterable[str]]]
"""(form, its tags); a form may come more than once."""


def by_tag(tagged: Tagged) -> dict[str, frozenset[str]]:
    """Tag -> forms as the engine compares them; "" holds all of them."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for form, tags in tagged:
        folded = fold(form)
        for tag in ("", *tags):
            found[tag].add(folded)
    return {tag: frozenset(forms) for tag, forms in found.items()}
