"""Every entry that can be written has a text that it finds; so `prove` never blames an entry for a bad sample."""

from __future__ import annotations

import pytest

from bot.engine.entries import Lexicon, compiled, parse
from bot.engine.model import LANGUAGES, Language
from bot.engine.patterns import texts
from bot.engine.samples import DEFAULT_CARRIERS, samples, shape_sample
from bot.engine.shapes import SHAPES
from bot.engine.text import read

FORMS = {"buy": frozenset({"buy", "buys", "bought"})}


def lexicon(language: Language = "en") -> Lexicon:
    return Lexicon(language, lambda lemma, tag: FORMS.get(lemma), {})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_finds_its_sample_in_a_carrier(name: str, language: Language) -> None:
    sample = shape_sample(name, language)
    carried = [carrier.replace("{word}", sample) for carrier in DEFAULT_CARRIERS[language]]
    assert any(SHAPES[name](read(text), language) for text in carried)


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        ("buy now", ["buy now"]),
        ("~buy", ["bought", "buys", "buy"]),
        ("a|an apple", ["an apple", "a apple"]),
        ("sale*", ["sale", "saleoqy"]),
        ("co-*", ["co-oqy"]),
        ("*bread", ["oqybread"]),
        ("un*|!unit us", ["un us", "unoqy us"]),
        ("tell ... us", ["tell us", "tell one other us"]),
        ("until $percent", ["until 20%"]),
        ("🔥", ["🔥"]),
        ("#ad", ["#ad"]),
    ],
)
def test_samples_cover_what_an_entry_offers(entry: str, wanted: list[str]) -> None:
    assert samples(parse(entry, lexicon()), "en") == wanted


@pytest.mark.parametrize(
    "source",
    [
        r"\d+ (?:awards|countries)",
        r"(?:👍|❤️?|🔥)\s?or\s?(?:👎|👍)",
        r"(?<!no )vote [^\n.!?]{1,60}?now",
        r"\d[\d., ]{0,12}\s?k? likes",
        r"(?P<w>\w+) (?P=w)",
        r"comment (?!below)\w{2,14}(?=[,.!]? (?:and|if))",
        r"[^\p{L}]{2}ok",
        r"[a-f]{3}x?",
        r"(?>ab|a)c",
        r"a{2,}+b",
    ],
)
def test_a_pattern_finds_a_text_written_from_it(source: str) -> None:
    pattern = compiled(source)
    assert any(pattern.search(text) for text in texts(source))


def test_a_pattern_that_only_regex_can_read_has_no_samples() -> None:
    assert texts(r"(?|(a)|(b))") == []
