from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml
from babel import Locale
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import bot
from bot.engine.model import LANGUAGES, Language
from bot.render.catalogue import closest, has, name, number, say, source

BOT = Path(bot.__file__).parent
SCORING = BOT.parent / "rules" / "scoring.yaml"

SAMPLES_OF_HYPE = {"sample-weak"}


@cache
def messages(language: Language) -> Mapping[str, ftl.Message]:
    body = FluentParser().parse(source(language)).body
    return {entry.id.name: entry for entry in body if isinstance(entry, ftl.Message)}


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


class Selects(Visitor):
    def __init__(self) -> None:
        self.keys: list[set[str]] = []

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        keys = (variant.key for variant in node.variants)
        self.keys.append({key.name if isinstance(key, ftl.Identifier) else str(key.value) for key in keys})
        self.generic_visit(node)


def variables(message: ftl.Message) -> set[str]:
    visitor = Variables()
    visitor.visit(message)
    return visitor.names


def selects(message: ftl.Message) -> list[set[str]]:
    visitor = Selects()
    visitor.visit(message)
    return visitor.keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_no_broken_and_no_double_entry(language: Language) -> None:
    body = FluentParser().parse(source(language)).body
    assert [entry.content for entry in body if isinstance(entry, ftl.Junk)] == []
    keys = [entry.id.name for entry in body if isinstance(entry, ftl.Message)]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("language", ["pl", "ru"])
def test_every_key_and_every_variable_exists_in_each_language(language: Language) -> None:
    english, other = messages("en"), messages(language)
    assert set(other) == set(english)
    assert {key: variables(other[key]) for key in other} == {key: variables(english[key]) for key in english}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_chosen_by_number_has_every_form_of_its_language(language: Language) -> None:
    forms = {*Locale(language).plural_form.rules, "other"}
    by_number = [keys for message in messages(language).values() for keys in selects(message) if "one" in keys]
    assert by_number
    assert all(keys == forms for keys in by_number)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bot_speaks_calmly_and_without_markup(language: Language) -> None:
    for key in messages(language):
        text = source(language)
        entry = re.search(rf"^{key} =.*(?:\n(?:[ \t].*)?(?=\n|$))*", text, re.MULTILINE)
        assert entry
        words = re.sub(r"\{[^{}]*->", "", entry[0])
        assert not re.search(r"[<>&]", words), key
        assert key in SAMPLES_OF_HYPE or "!" not in words, key


def calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in BOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                yield path, node


def test_every_sentence_the_code_says_exists_and_gets_its_values() -> None:
    for path, call in calls():
        key = call.args[1] if len(call.args) > 1 else None
        if isinstance(key, ast.Constant):
            where = f"{path.name}:{call.lineno}: {key.value!r}"
            message = messages("en").get(str(key.value))
            assert message, where
            given = {keyword.arg for keyword in call.keywords}
            assert None in given or variables(message) <= given, where


def said() -> tuple[set[str], set[str]]:
    """Every text constant of the code, and the beginnings of keys that are put together."""
    constants, beginnings = set(), set()
    for path in BOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                constants.add(node.value)
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                beginnings.add(str(node.values[0].value))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "name":
                beginnings |= {f"{family.value!s}-" for family in node.args[1:2] if isinstance(family, ast.Constant)}
    return constants, {beginning for beginning in beginnings if re.fullmatch(r"[a-z][a-z-]*-", beginning)}


def test_every_sentence_is_said_somewhere() -> None:
    constants, beginnings = said()
    assert {key for key in messages("en") if key not in constants and not key.startswith(tuple(beginnings))} == set()


def test_everything_in_the_scoring_rules_has_a_name_in_each_language() -> None:
    scoring = yaml.safe_load(SCORING.read_text(encoding="utf-8"))
    for language in LANGUAGES:
        for family, entries in (("dimension", scoring["dimensions"]), ("brake", scoring["brakes"])):
            assert [entry["id"] for entry in entries if not has(language, f"{family}-{entry['id']}")] == []


def test_what_has_no_name_yet_is_called_by_its_id() -> None:
    assert name("pl", "brake", "brand-new-brake") == "brand new brake"


@pytest.mark.parametrize(
    ("language", "selling", "expected"),
    [
        ("en", 1, "1 of 30 sentences sells"),
        ("en", 2, "2 of 30 sentences sell"),
        ("en", 21, "21 of 30 sentences sell"),
        ("en", 1.5, "1.5 of 30 sentences sell"),
        ("pl", 1, "sprzedaje 1 zdanie z 30"),
        ("pl", 2, "sprzedają 2 zdania z 30"),
        ("pl", 5, "sprzedaje 5 zdań z 30"),
        ("pl", 12, "sprzedaje 12 zdań z 30"),
        ("pl", 21, "sprzedaje 21 zdań z 30"),
        ("pl", 22, "sprzedają 22 zdania z 30"),
        ("pl", 25, "sprzedaje 25 zdań z 30"),
        ("pl", 1.5, "sprzedaje 1,5 zdania z 30"),
        ("ru", 1, "продаёт 1 фраза из 30"),
        ("ru", 2, "продают 2 фразы из 30"),
        ("ru", 5, "продают 5 фраз из 30"),
        ("ru", 12, "продают 12 фраз из 30"),
        ("ru", 21, "продаёт 21 фраза из 30"),
        ("ru", 22, "продают 22 фразы из 30"),
        ("ru", 25, "продают 25 фраз из 30"),
        ("ru", 1.5, "продают 1,5 фразы из 30"),
    ],
)
def test_numbers_agree_with_their_nouns(language: Language, selling: float, expected: str) -> None:
    assert say(language, "promo-share", selling=selling, sentences=30) == expected


def test_one_sentence_of_one_is_singular() -> None:
    assert say("en", "promo-share", selling=1, sentences=1) == "1 of 1 sentence sells"


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        ("en", 63206, "63,206"),
        ("pl", 63206, "63\u00a0206"),
        ("ru", 63206, "63\u00a0206"),
        ("pl", 0.42, "0,42"),
        ("en", 0.4, "0.4"),
        ("ru", 7, "7"),
    ],
)
def test_numbers_are_written_as_readers_write_them(language: Language, value: float, expected: str) -> None:
    assert number(language, value) == expected


@pytest.mark.parametrize(
    ("code", "language"),
    [("pl", "pl"), ("pl-PL", "pl"), ("ru_RU.UTF-8", "ru"), ("en-GB", "en"), ("de", "en"), ("", "en"), (None, "en")],
)
def test_a_reader_gets_the_closest_catalogue(code: str | None, language: Language) -> None:
    assert closest(code) == language


def test_values_are_put_in_without_invisible_marks() -> None:
    assert say("en", "quoted", text="shop now") == "“shop now”"


def test_a_missing_key_or_value_is_told_at_once() -> None:
    with pytest.raises(LookupError, match=r"en: there is no sentence called nowhere"):
        say("en", "nowhere")
    with pytest.raises(LookupError, match=r"pl: since"):
        say("pl", "since", before=1)


def test_fluent_is_loaded_with_the_first_sentence_and_not_before() -> None:
    """A command that says nothing must not pay for parsing catalogues."""
    code = (
        "import sys, bot.render.telegram, bot.render.terminal\n"
        "assert not {'fluent', 'babel'} & set(sys.modules), 'too early'\n"
        "from bot.render.catalogue import say\n"
        "say('pl', 'start')\n"
        "assert 'fluent.runtime' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=BOT.parent)
