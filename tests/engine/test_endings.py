"""Entries that name how a word ends, and words that do not count although they do."""

from __future__ import annotations

import pytest

from bot.engine.cues import Vocabulary
from bot.engine.entries import Entry, EntryError, Lexicon, Place, parse
from bot.engine.model import Language
from bot.engine.text import read


def found(entry: str, text: str, language: Language = "pl") -> list[str]:
    vocabulary = Vocabulary(language)
    parsed = parse(entry, Lexicon(language, lambda lemma, tag: None, {}))
    vocabulary.add(vocabulary.open_slot(), Entry(entry, Place("x.yaml", 1, 1)), parsed)
    draft = read(text)
    return [draft.folded[start:end] for start, end, _ in vocabulary.search(draft).by_slot.get(0, ())]


@pytest.mark.parametrize(
    ("entry", "text", "words"),
    [
        ("*liśmy", "Zrobiliśmy i dodaliśmy półkę", ["zrobiliśmy", "dodaliśmy"]),
        ("*liśmy", "Zrobilismy to bez znakow", ["zrobilismy"]),
        ("*amy", "Ramy są, bo mamy i damy półkę", []),
        ("*amy|mamy", "Mamy i czytamy książkę", ["mamy", "czytamy"]),
        ("*amy|!rekl*|!pijamy", "Reklamy czytamy, kawę pijamy żółtą", ["czytamy"]),
        ("*emy|!problemy dla was", "Problemy dla was, robiemy dla was żółć", ["robiemy dla was"]),
        ("^*cie ... $date", "Kupujecie chleb do 5 maja, żółty", ["kupujecie chleb do 5 maja"]),
        ("sale*|!salem", "Sales in Salem, żółty", ["sales"]),
    ],
)
def test_words_are_found_by_their_ending(entry: str, text: str, words: list[str]) -> None:
    assert found(entry, text) == words


def test_an_element_of_exceptions_alone_is_a_mistake() -> None:
    with pytest.raises(EntryError, match="name those that do"):
        found("!salem", "Salem")
