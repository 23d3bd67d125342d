"""Each measure says one plain number about a text, as a reader or a network would count it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.measures import MEASURES
from bot.engine.model import LANGUAGES, NETWORKS, Language, Network
from bot.engine.networks import read_profiles
from bot.engine.text import read

PROFILES = read_profiles(yaml.safe_load((Path(__file__).parents[2] / "rules" / "networks.yaml").read_text("utf-8")))


def measure(name: str, post: str, language: Language = "en", network: Network = "telegram") -> float:
    return MEASURES[name](read(post), language, PROFILES[network])


@pytest.mark.parametrize(
    ("name", "post", "expected"),
    [
        ("words", "Two words https://a.example #tag", 2),
        ("characters", "  four  ", 4),
        ("sentences", "One. Two!\nThree", 3),
        ("words-per-sentence", "One two. Three four five six.", 3),
        ("words-per-sentence", "", 0),
        ("longest-sentence", "One two. Three four five six.", 4),
        ("longest-sentence", "", 0),
        ("last-sentence", "One two. Three four five six. 🌿", 4),
        ("last-sentence", "", 0),
        ("longest-paragraph", "One.\nTwo two.\n\nx", 8),
        ("longest-paragraph", "", 0),
        ("bullet-lines", "Take:\n- one\n- two\n✅ three", 3),
        ("questions", "Why? Because. Really?", 2),
        ("exclamations", "Sale! Now!!", 3),
        ("exclamation-runs", "Sale! Now!! Go !!! Stop! 15 left! ! !", 3),
        ("exclamation-runs", "Fine! Good?", 0),
        ("emoji", "👍 and 👨‍👩‍👧", 2),
        ("emoji-over-norm", "👍👍👍👍👍👍", 2),
        ("emoji-over-norm", "👍", 0),
        ("emoji-runs", "🔥🔥🔥 sale 🔥 🔥 🔥 now 🔥🔥", 2),
        ("hashtags", "#one #two three", 2),
        ("hashtags-over", "#a1 #b1 #c1", 0),
        ("hashtags-over", "#a1 #b1 #c1 #d1", 1),
        ("links", "See a.example and https://b.example/c", 2),
        ("tag-link-share", "#abcd 12345", 0.5),
        ("tag-link-share", "", 0),
        ("digits-share", "5 pairs for 20", 0.5),
        ("long-words-share", "organisation of work", 1 / 3),
        ("repeated-words-share", "free shipping free shipping", 0.5),
        ("repeated-words-share", "", 0),
        ("function-words-share", "we open the door", 0.5),
        ("loose-sentences-share", "Date price Monday winner. We open at six.", 0.5),
        ("loose-sentences-share", "", 0),
    ],
)
def test_measure(name: str, post: str, expected: float) -> None:
    assert measure(name, post) == pytest.approx(expected)


def test_a_comma_before_a_full_stop_is_a_broken_phrase() -> None:
    assert measure("broken-phrases", "Monday the pool opens,. At nine cold –. Bring a towel.") == 1
    assert measure("broken-phrases", "The pool opens on Monday... Bring a towel, please.") == 0


@pytest.mark.parametrize(
    ("network", "name", "post", "expected"),
    [
        ("x", "characters", "See https://a.example/a-very-long-address-of-a-page now", 4 + 23 + 4),
        ("facebook", "characters", "See https://a.example/abc now", 29),
        ("x", "over-limit", "a" * 281, 1),
        ("x", "over-limit", "a" * 280, 0),
        ("x", "short-of-comfort", "a" * 60, 10),
        ("x", "short-of-comfort", "a" * 70, 0),
        ("x", "over-comfort", "a" * 250, 10),
        ("linkedin", "over-comfort", "a" * 250, 0),
    ],
)
def test_length_is_what_the_network_counts(network: Network, name: str, post: str, expected: float) -> None:
    assert measure(name, post, network=network) == expected


def test_words_with_a_hidden_link_count_as_they_are_written() -> None:
    text = read("Read all of it", [(0, 4)])
    assert MEASURES["characters"](text, "en", PROFILES["x"]) == 14


@pytest.mark.parametrize(
    ("language", "post"),
    [
        ("en", "This is REALLY good news for everyone here"),
        ("en", "NASA, ESA and HTTPS meet the RODO and GDPR"),
        ("en", "The X1000 PRO2 arrives in the UK"),
        ("pl", "Dziękujemy WAM i PAŃSTWU, zapraszamy do PKP"),
        ("pl", "Złóż PIT w ZUS albo NFZ, mówi GUS"),
        ("ru", "Сдайте НДФЛ и СНИЛС в МФЦ, пока ждут"),
        ("en", ""),
        ("en", "I"),
    ],
)
def test_acronyms_codes_courtesy_and_one_stressed_word_are_no_shouting(language: Language, post: str) -> None:
    assert measure("capitals", post, language) == 0


@pytest.mark.parametrize(
    ("language", "post", "least"),
    [
        ("en", "MEGA SALE ENDS SOON", 1.0),
        ("en", "HOT NEW SALE. Shoes and boots for the whole family", 0.25),
        ("en", "BIGGEST SALE of the year", 0.4),
        ("pl", "OSTATNIE DNI PROMOCJI! Wpadnij do nas", 0.5),
        ("ru", "ТОЛЬКО СЕГОДНЯ скидки на всё", 0.4),
    ],
)
def test_rows_of_capital_words_shout(language: Language, post: str, least: float) -> None:
    assert measure("capitals", post, language) >= least


@pytest.mark.parametrize(
    ("language", "sentence", "stuffed"),
    [
        ("en", "We open at six and you can bring the dog.", "Date price Monday 20 winner step guide tool."),
        ("pl", "Otwieramy o szóstej i możecie zabrać ze sobą psa.", "Data cena poniedziałek 20 poradnik krok."),
        ("pl", "Otwieramy o szostej i mozecie zabrac ze soba psa.", "Data cena wtorek 20 poradnik krok."),
        ("ru", "Мы открываемся в шесть, и с собакой тоже можно.", "Дата цена понедельник 20 гид шаг инструмент."),
    ],
)
def test_sentences_have_small_words_and_stuffed_lists_have_none(
    language: Language, sentence: str, stuffed: str
) -> None:
    assert measure("function-words-share", sentence, language) >= 0.3
    assert measure("function-words-share", stuffed, language) == 0
    assert measure("loose-sentences-share", stuffed, language) == 1


@given(st.text(max_size=80), st.sampled_from(NETWORKS), st.sampled_from(LANGUAGES))
def test_every_measure_is_a_number_of_at_least_zero(post: str, network: Network, language: Language) -> None:
    text = read(post)
    for name, count in MEASURES.items():
        value = count(text, language, PROFILES[network])
        assert value >= 0, name
        assert value <= 1 or not name.endswith("share"), name
