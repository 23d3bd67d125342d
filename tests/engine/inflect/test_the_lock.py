"""rules/forms.lock.json: written with the extra, read without."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from types import ModuleType

import pytest

from bot.engine.inflect import Forms, Lemma, MissingInflector, NotInflected, Stale, build, inflect, stale
from bot.engine.model import Language
from bot.errors import RulesError

both = pytest.mark.skipif(
    find_spec("morfeusz2") is None or find_spec("pymorphy3") is None,
    reason="THE LOCK IS NOT TESTED: install the extra rules",
)

LEMMAS: list[Lemma] = [
    ("en", "buy", None),
    ("en", "good", None),
    ("pl", "kupić", None),
    ("pl", "zafollowować", "obserwować"),
    ("pl", "tani", None),
    ("ru", "подписаться", None),
    ("ru", "ребёнок", None),
    ("ru", "промокод", None),
]


def not_installed(library: str) -> ModuleType:
    raise ModuleNotFoundError(library)


def no_inflector(language: Language, lemma: str, like: str | None) -> Mapping[str, frozenset[str]]:
    return inflect(language, lemma, like, importer=not_installed)


def written(folder: Path, text: str) -> Path:
    path = folder / "forms.lock.json"
    path.write_text(text, encoding="utf-8")
    return path


@both
def test_what_is_built_is_read_back_without_the_extra(tmp_path: Path) -> None:
    lock = Forms.read(written(tmp_path, build(LEMMAS)), inflect=no_inflector)
    for language, lemma, like in LEMMAS:
        for tag, forms in inflect(language, lemma, like).items():
            assert lock.of(language, lemma, tag or None, like) == forms


@both
def test_the_same_words_give_the_same_text_in_any_order() -> None:
    assert build(LEMMAS) == build([*reversed(LEMMAS), *LEMMAS])


@both
def test_a_lemma_takes_one_line_that_a_reviewer_can_read() -> None:
    lines = build(LEMMAS).splitlines()
    assert (
        '"buy": {"imp inf pres i we you sg": "buy", "pres third pl": "buys", "past part": "bought", "ing": "buying"},'
        in lines
    )
    assert len([line for line in lines if line.startswith('"подписаться": {"imp": "подпишись подпишитесь"')]) == 1


@both
def test_the_header_names_libraries_licences_and_guesses() -> None:
    lock = json.loads(build(LEMMAS))
    assert "morfeusz2 " in lock["made with"]["pl"]
    assert "BSD-2-Clause" in lock["made with"]["pl"]
    assert "OpenCorpora, CC BY-SA" in lock["made with"]["ru"]
    assert lock["guessed"] == [["ru", "промокод"]]


@both
def test_every_word_that_fails_is_reported_at_once() -> None:
    with pytest.raises(NotInflected) as caught:
        build([("pl", "kupcie", None), ("en", "the", None), ("ru", "люди", None), ("en", "buy", None)])
    assert [str(mistake).split('"')[1] for mistake in caught.value.mistakes] == ["the", "kupcie", "люди"]


def test_english_alone_is_built_without_the_extra(tmp_path: Path) -> None:
    text = build([("en", "buy", None)], importer=not_installed)
    assert Forms.read(written(tmp_path, text), inflect=no_inflector).of("en", "Buy", "past") == frozenset(["bought"])


def test_building_without_the_extra_says_what_to_install() -> None:
    with pytest.raises(MissingInflector, match="pymorphy3"):
        build([("ru", "купить", None)], importer=not_installed)


def test_a_missing_file_is_an_empty_lock(tmp_path: Path) -> None:
    lock = Forms.read(tmp_path / "forms.lock.json", inflect=no_inflector)
    assert lock.of("pl", "kupić") is None
    assert lock.of("en", "buy", "past") == frozenset(["bought"])


@both
def test_a_word_that_the_lock_lacks_is_inflected_on_the_spot() -> None:
    assert Forms().of("pl", "kupić", "imp") == frozenset(["kup", "kupcie"])
    assert Forms().of("pl", "nieznajomka-xyz") is None


def test_an_unknown_tag_has_no_forms(tmp_path: Path) -> None:
    lock = Forms.read(written(tmp_path, build([("en", "buy", None)])))
    assert lock.of("en", "buy", "ins") == frozenset()
    assert Forms().of("en", "buy", "ins") == frozenset()


@pytest.mark.parametrize("text", ["<<<<<<< ours", '{"en": {}}', "[]", '{"en": 1, "pl": {}, "ru": {}, "guessed": []}'])
def test_a_broken_lock_is_named_with_what_to_run(tmp_path: Path, text: str) -> None:
    with pytest.raises(RulesError, match=r'forms\.lock\.json:1:1: .* run "python -m bot rules forms --write"'):
        Forms.read(written(tmp_path, text))


def test_a_lock_that_is_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="can't be read"):
        Forms.read(tmp_path)


def test_staleness_names_missing_and_unneeded_words(tmp_path: Path) -> None:
    lock = Forms.read(written(tmp_path, build([("en", "buy", None), ("en", "try", None)])))
    found = stale(lock, [("en", "Buy", None), ("pl", "haul", "sklep")])
    assert found == [Stale("en", "try", "not needed"), Stale("pl", "haul like sklep", "missing")]
    assert str(found[1]) == "pl haul like sklep: missing"
    assert stale(lock, [("en", "try", None), ("en", "buy", None)]) == []


def test_reading_1500_words_is_quick(tmp_path: Path) -> None:
    """The bound is loose for a busy machine; reading takes about 5 ms, and all forms another 5."""
    forms = " ".join(f"подписавшемуся{number}" for number in range(50))
    words = {f"слово{number}": {"imp": "купи купите", "part": forms} for number in range(1500)}
    path = written(tmp_path, json.dumps({"guessed": [], "en": {}, "pl": {}, "ru": words}, ensure_ascii=False))
    times = []
    for _ in range(3):
        start = perf_counter()
        Forms.read(path)
        times.append(perf_counter() - start)
    assert min(times) < 0.1
