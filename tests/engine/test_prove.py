"""What `prove` doubts: entries that can't match, that another one covers, and that no example would miss."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.engine.loader import Loaded, load
from bot.engine.prove import Doubt, prove
from bot.engine.spelling import dead_characters, mixed_letters
from tests.support.rulebook import folder_of, whole_rule

LIST = "about: Words\ncarrier: {carrier}\nen: {en}\npl: {pl}\nru: {ru}\n"


def loaded(tmp_path: Path, files: dict[str, str]) -> Loaded:
    return load(folder_of(tmp_path, files))


def of_list(tmp_path: Path, en: str = "[]", pl: str = "[]", ru: str = "[]", carrier: str = "{}") -> list[Doubt]:
    """The doubts about one shared list."""
    text = LIST.format(carrier=carrier, en=en, pl=pl, ru=ru)
    return list(prove(loaded(tmp_path, {"cues/words.yaml": text}), ["@words"]))


def whats(doubts: list[Doubt]) -> list[tuple[str, str]]:
    return [(doubt.entry, doubt.what) for doubt in doubts]


@pytest.mark.parametrize(
    "en",
    [
        "[buy now, '~buy it', 'sale*', '$percent off', 'until $date', '🔥', '#ad', 'a|b us', 'tell ... friends']",
        "['^check', 'we ... you', '/\\d+ (?:days|weeks)/', '$open-question', '$list', co-*]",
    ],
)
def test_every_way_to_write_an_entry_is_proven(tmp_path: Path, en: str) -> None:
    assert of_list(tmp_path, en=en) == []


def test_a_carrier_sentence_is_tried_first_and_needs_no_place_for_every_word(tmp_path: Path) -> None:
    assert of_list(tmp_path, en="['^check', 'check']", carrier="{en: 'Please do {word} it.'}")[0].entry == "^check"
    assert of_list(tmp_path, en="['^check']", carrier="{en: 'Please do {word} it.'}") == []


NEVER = [
    ("24/7", "“24/7” is no word of a text"),
    ("t&cs apply", "“t&cs” is no word of a text"),
    ("'s idea", "not even in a text made from it"),
    ("0% finance", "not even in a text made from it"),
    ("no. 1", "not even in a text made from it"),
    ("/(?<=x)y(?=z)q/", "not even in a text made from it"),
]


@pytest.mark.parametrize(("entry", "why"), NEVER)
def test_an_entry_that_no_text_can_have_is_named(tmp_path: Path, entry: str, why: str) -> None:
    quoted = entry.replace("'", "''")
    [doubt] = of_list(tmp_path, en=f"['{quoted}']")
    assert (doubt.what, doubt.note) == ("never-matches", why)
    assert str(doubt.place) == "rules/cues/words.yaml:3:6"


SHADOWED = [
    ("['buy', '~buy']", "buy"),
    ("['sale*', 'sales']", "sales"),
    ("['buy now', 'buy|get now|soon']", "buy now"),
    ("['^shop', 'shop']", "^shop"),
    ("['we|you ... it', 'we got it']", "we got it"),
    ("['$percent off', '$percent|$price off']", "$percent off"),
    ("['every day', '/every (?:day|week)/']", "every day"),
    ("['same', 'same']", "same"),
]


@pytest.mark.parametrize(("entries", "shadowed"), SHADOWED)
def test_an_entry_that_another_one_covers_is_named(tmp_path: Path, entries: str, shadowed: str) -> None:
    assert whats(of_list(tmp_path, en=entries)) == [(shadowed, "shadowed")]


def test_of_twins_the_first_is_kept(tmp_path: Path) -> None:
    [doubt] = of_list(tmp_path, en="['same', 'other', 'same']")
    assert (doubt.place.column, "words.yaml:3:6" in doubt.note) == (23, True)


STANDS = [
    "['buy', 'buy now']",
    "['shop', '^shop now']",
    "['sale*', 'safe*']",
    "['tell us', 'tell ... friends']",
    "['$percent off', '$price off']",
    "['tell us|me', 'tell me|them']",
    "['until $date', '$time']",
]


@pytest.mark.parametrize("entries", STANDS)
def test_entries_that_each_find_something_stand(tmp_path: Path, entries: str) -> None:
    assert of_list(tmp_path, en=entries) == []


def test_polish_entries_with_and_without_diacritics_are_two(tmp_path: Path) -> None:
    assert of_list(tmp_path, pl="['#współpraca', '#wspolpraca']") == []


def test_a_pattern_for_the_end_of_a_text_can_match(tmp_path: Path) -> None:
    assert of_list(tmp_path, pl="['/tyle na dziś[.…]?$/']", en="['/^good/']") == []


def test_a_wrong_entry_of_a_list_is_doubted_too(tmp_path: Path) -> None:
    assert whats(of_list(tmp_path, en="['$dote']")) == [("$dote", "wrong-entry")]


MIXED = [
    ("хлeб", "ru", "хлeб"),
    ("свежий хлeб", "ru", "хлeб"),
    ("~купить c нами", "ru", "c"),
    ("/купит(?:е|ь) хлeб/", "ru", "хлeб"),
    ("brеad", "en", "brеad"),
    ("хлеб", "pl", "хлеб"),
    ("хлеб", None, None),
    ("хлeб", None, "хлeб"),
    ("купить iphone", "ru", None),
    ("~купить.imp в okko", "ru", None),
    ("@promo-verbs", "ru", None),
    ("до $date", "ru", None),
    (r"/[абвab]\w+ хлеб\s/", "ru", None),
    ("/(?:к|k) нам/", "ru", None),
    ("2x быстрее", "ru", None),
]


@pytest.mark.parametrize(("entry", "language", "word"), MIXED)
def test_letters_of_the_wrong_alphabet_are_seen(entry: str, language: str | None, word: str | None) -> None:
    assert mixed_letters(entry, language) == word  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entry", "dead"),
    [("/Bread/", "B"), ("/ещё/", "ё"), ("/„a”/", "„”"), ("/❤️?/", ""), (r"/\W\p{L}\S/", ""), ("Bread", "")],
)
def test_characters_that_folding_takes_away_are_seen(entry: str, dead: str) -> None:
    assert dead_characters(entry) == dead


# Rules: an example has to miss what is taken away


def of_rule(tmp_path: Path, text: str, **files: str) -> list[Doubt]:
    every = {"clarity/bread.yaml": text} | {name.replace("__", "/") + ".yaml": body for name, body in files.items()}
    return list(prove(loaded(tmp_path, every), ["bread"]))


def test_a_whole_rule_is_proven(tmp_path: Path) -> None:
    assert of_rule(tmp_path, whole_rule()) == []


def test_an_entry_that_no_example_needs_is_named_in_its_language(tmp_path: Path) -> None:
    [doubt] = of_rule(tmp_path, whole_rule().replace("pl: [chleb]", "pl: [chleb, bułka]"))
    assert (doubt.entry, doubt.what, doubt.language) == ("bułka", "no-example", "pl")


def test_an_entry_that_can_t_match_is_doubted_once(tmp_path: Path) -> None:
    doubts = of_rule(tmp_path, whole_rule().replace("en: [bread]", "en: [bread, 24/7]"))
    assert whats(doubts) == [("24/7", "never-matches")]


def test_a_shared_list_in_a_rule_is_one_entry(tmp_path: Path) -> None:
    words = LIST.format(carrier="{}", en="[loaf]", pl="[bochenek]", ru="[буханка]")
    text = whole_rule().replace("en: [bread]", "en: [bread, '@words']")
    assert whats(of_rule(tmp_path, text, cues__words=words)) == [("@words", "no-example")]
    shown = text.replace("examples:", "examples:\n  - {lang: en, text: 'A [[loaf]] of it is here for you.'}")
    assert of_rule(tmp_path, shown, cues__words=words) == []


def test_an_entry_for_all_languages_needs_an_example_in_one(tmp_path: Path) -> None:
    text = whole_rule().replace("{en: [bread], pl: [chleb], ru: [хлеб]}", "[bread, chleb, хлеб, '🔥']")
    assert whats(of_rule(tmp_path, text)) == [("🔥", "no-example")]
    shown = text.replace("examples:", "examples:\n  - {lang: ru, text: 'Свежие булки уже в печи [[🔥]]'}")
    assert of_rule(tmp_path, shown) == []


def test_two_entries_on_the_same_words_don_t_prove_each_other(tmp_path: Path) -> None:
    text = whole_rule().replace("en: [bread]", "en: [bread, our bread]").replace("our [[bread]]", "[[our bread]]")
    assert whats(of_rule(tmp_path, text)) == [("bread", "no-example")]
    unmarked = text.replace("[[our bread]]", "our bread").replace("for you.'}", "for you.', span: none}", 1)
    assert whats(of_rule(tmp_path, unmarked)) == [("bread", "no-example"), ("our bread", "no-example")]


UNLESS = "  unless: [{entry: at night, within: sentence, because: it is a job}]\n"
QUIET = "examples:\n  - {lang: en, text: 'Our bread at night is a job.', quiet: true}"


def test_an_exception_that_no_example_needs_is_named(tmp_path: Path) -> None:
    base = whole_rule().replace("at night", "at dawn")
    assert whats(of_rule(tmp_path, base.replace("say:", f"{UNLESS}say:"))) == [("at night", "not-needed")]
    assert of_rule(tmp_path, base.replace("say:", f"{UNLESS}say:").replace("examples:", QUIET)) == []


def test_an_exception_by_measure_is_taken_away_too(tmp_path: Path) -> None:
    unless = "  unless: [{measure: exclamations, above: 2, because: it shouts}]\n"
    text = whole_rule().replace("say:", f"{unless}say:")
    [doubt] = of_rule(tmp_path, text)
    assert (doubt.entry, doubt.what) == ("unless exclamations", "not-needed")
    quiet = "examples:\n  - {lang: en, text: 'Our bread is here for you! Now! All of it!', quiet: true}"
    assert of_rule(tmp_path, text.replace("examples:", quiet)) == []


def test_an_exception_by_finding_is_taken_away_too(tmp_path: Path) -> None:
    other = whole_rule("other", en="night", pl="północ", ru="полночь")
    text = whole_rule().replace("at night", "at dawn").replace("say:", "  unless_finding: [other]\nsay:")
    [doubt] = of_rule(tmp_path, text, clarity__other=other)
    assert (doubt.entry, doubt.what, doubt.place.line) == ("unless other", "not-needed", 9)
    assert of_rule(tmp_path, text.replace("examples:", QUIET), clarity__other=other) == []


EVIDENCE = """\
find:
  kind: evidence
  levels: {clear: 2}
  parts:
    ours: {title: {en: a, pl: b, ru: c}, kind: presence, any: {en: [our], pl: [nasz], ru: [наш]}}
    bread: {title: {en: a, pl: b, ru: c}, kind: presence, any: {en: [bread, cake], pl: [chleb], ru: [хлеб]}}
    night: {title: {en: a, pl: b, ru: c}, weight: -1, kind: presence, any: {en: [free], pl: [], ru: []}}
"""


def test_the_parts_of_evidence_are_proven_like_any_list(tmp_path: Path) -> None:
    whole = whole_rule()
    start, end = whole.index("find:"), whole.index("say:")
    text = whole[:start] + EVIDENCE + whole[end:]
    for our in ("our", "nasz", "наш"):
        text = text.replace(f"{our} [[", f"[[{our}]] [[")
    assert whats(of_rule(tmp_path, text)) == [("cake", "no-example"), ("free", "no-example")]
