"""English forms, by spelling rules and tables of the irregular words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.engine.inflect import english_words as words
from bot.engine.inflect.faults import OnlyItself
from bot.engine.inflect.tags import Tagged

_Table = dict[str, tuple[tuple[str, ...], ...]]

_BASE = ("imp", "inf", "pres", "i", "we", "you")
_BE: Tagged = (
    ("be", ("imp", "inf")),
    ("am", ("pres", "i")),
    ("are", ("pres", "we", "you", "third")),
    ("is", ("pres", "third")),
    ("was", ("past", "i", "third")),
    ("were", ("past", "we", "you", "third")),
    ("been", ("part",)),
    ("being", ("ing",)),
)


def _table(rows: str) -> _Table:
    """`base variant/variant …; …` -> base -> the variants of each column."""
    split = (row.split() for row in rows.split(";"))
    return {base: tuple(tuple(column.split("/")) for column in columns) for base, *columns in split}


_IRREGULAR_VERBS: _Table = _table(words.VERBS)
_IRREGULAR_NOUNS: _Table = _table(words.NOUNS)
_IRREGULAR_ADJECTIVES: _Table = _table(words.COMPARED)
_REGULAR_ADJECTIVES = {word.rstrip("+"): word.endswith("+") for word in words.ADJECTIVES.split()}


def inflect(lemma: str) -> Tagged:
    """Every form of an English word: of its verb, its noun and its adjective, as far as there are such.

    Raises:
        OnlyItself: a closed-class word or an adverb in -ly.
    """
    if lemma == "be":
        return _BE
    if _alone(lemma):
        raise OnlyItself(f'"{lemma}" has no other form: write it without "~"')
    return list(_forms(lemma))


def _alone(lemma: str) -> bool:
    adverb = lemma.endswith("ly") and lemma not in words.LY_WORDS and lemma not in _REGULAR_ADJECTIVES
    return lemma in words.ALONE or adverb or lemma.endswith(("ous", "ful"))


def _forms(lemma: str) -> Iterator[tuple[str, Iterable[str]]]:
    verb = _irregular_verb(lemma)
    if lemma in _IRREGULAR_ADJECTIVES or lemma in _REGULAR_ADJECTIVES:
        yield from _adjective(lemma)
    if verb:
        yield from _verb(lemma, *verb)
        yield from ((lemma, ("sg",)), (_third(lemma), ("pl",)))
    elif noun := _irregular_noun(lemma):
        yield from _noun(lemma, noun)
    elif lemma not in _IRREGULAR_ADJECTIVES and _REGULAR_ADJECTIVES.get(lemma, True):
        yield from _verb(lemma, _ed(lemma), _ed(lemma))
        yield from _noun(lemma, (_s(lemma),))


def _verb(base: str, past: Iterable[str], participle: Iterable[str]) -> Iterator[tuple[str, Iterable[str]]]:
    yield base, _BASE
    yield _third(base), ("pres", "third")
    yield from ((form, ("past",)) for form in past)
    yield from ((form, ("part",)) for form in participle)
    yield from ((form, ("ing",)) for form in _ing(base))


def _third(base: str) -> str:
    return "has" if base == "have" else _s(base)


def _noun(singular: str, plurals: Iterable[str]) -> Iterator[tuple[str, Iterable[str]]]:
    yield singular, ("sg",)
    yield f"{singular}'s", ("sg", "gen")
    for plural in plurals:
        yield plural, ("pl",)
        if not plural.endswith("s"):
            yield f"{plural}'s", ("pl", "gen")


def _adjective(lemma: str) -> Iterator[tuple[str, Iterable[str]]]:
    yield lemma, ()
    if compared := _IRREGULAR_ADJECTIVES.get(lemma):
        yield from ((form, ("comp",)) for column in compared for form in column)
        return
    for stem in _stems(lemma):
        stem = stem.removesuffix("e")
        yield from ((f"{stem}er", ("comp",)), (f"{stem}est", ("comp",)))


def _irregular_verb(lemma: str) -> tuple[tuple[str, ...], ...] | None:
    if known := _IRREGULAR_VERBS.get(lemma):
        return known
    for prefix in words.VERB_PREFIXES:
        if known := _IRREGULAR_VERBS.get(lemma.removeprefix(prefix)) if lemma.startswith(prefix) else None:
            return tuple(tuple(prefix + form for form in column) for column in known)
    return None


def _irregular_noun(lemma: str) -> tuple[str, ...] | None:
    if known := _IRREGULAR_NOUNS.get(lemma):
        return known[0]
    return (f"{lemma[:-2]}en",) if lemma.endswith("man") and lemma not in words.MANS else None


def _s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    if re.search(r"[^aeiouz]z$|zz$", word) or word.endswith(("s", "x", "ch", "sh")) or word in words.OES:
        return f"{word}es"
    if word.endswith("z"):
        return f"{word}zes"
    return f"{word}s"


def _ed(word: str) -> tuple[str, ...]:
    return tuple(f"{stem.removesuffix('e')}ed" for stem in _stems(word))


def _ing(word: str) -> tuple[str, ...]:
    if word.endswith("ie"):
        return (f"{word[:-2]}ying",)
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return (f"{word[:-1]}ing",)
    if word.endswith("y"):
        return (f"{word}ing",)
    return tuple(f"{stem}ing" for stem in _stems(word))


def _stems(word: str) -> tuple[str, ...]:
    """What -ed, -er and -est are added to; British and American spelling where they differ."""
    if re.search(r"[^aeiou]y$", word):
        return (f"{word[:-1]}i",)
    if word in words.ADDS_K:
        return (f"{word}k",)
    doubled = word + word[-1]
    if word in words.DOUBLED or _short(word):
        return (doubled,)
    return (word, doubled) if word in words.BOTH or re.search(r"[aeiou][^aeiou]+u?[aeiou]l$", word) else (word,)


def _short(word: str) -> bool:
    """One syllable that ends in one vowel and one consonant, such as stop and quit."""
    return re.fullmatch(r"[^aeiou]*(?:qu)?(?:[aeiou]|(?<=[^aeiou])y)[^aeiouwxy]", word) is not None
