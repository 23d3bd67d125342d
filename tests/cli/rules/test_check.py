"""`rules check` tells each thing that an author forgot, with its place and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.engine.inflect import MissingInflector
from tests.cli.rules.conftest import Rules
from tests.support.rulebook import whole_rule

GOOD = whole_rule()
CUES = "about: Bread\ncarrier: {en: 'We have {word}.'}\nen: [bread]\npl: [chleb]\nru: [хлеб]\n"


def test_a_whole_rule_has_no_mistake(rules: Rules) -> None:
    run = rules("check")
    assert (run.code, run.out) == (0, "1 rule, 0 mistakes\n")


LISTS_OF_GOOD = "en: [bread], pl: [chleb], ru: [хлеб]"
FORGOTTEN = {
    "firing": ("[[bread]] at night for you.'}", "bread at night.', quiet: true}", "en has no example that fires"),
    "quiet": ("every day.', quiet: true}", "every day.', gap: 'no bread'}", "en has no example that stays quiet"),
    "pair": ("after: 'Pieczemy", "afterwards: 'Pieczemy", 'unknown key "afterwards"'),
    "slot": ("{quote}”.", "{quotes}”.", "bread.yaml:9:7: there is no slot {quotes} for the kind presence"),
    "slot in a title": (
        "en: Bread",
        "en: 'Bread {quote}'",
        "no slot {quote} for the kind presence: there is none here",
    ),
    "brace": ("{quote}”.", "{quote”.", "a brace stands alone"),
    "long title": ("en: Bread", f"en: {'Bread ' * 10}", "and 45 fit: say it shorter"),
    "long say": ("'You say", f"'You {'really ' * 30}say", "and 160 fit"),
    "long advice": ("en: Say what", f"en: Say {'really ' * 30}what", "and 200 fit"),
    "advice that triggers": ("what it gives", "what bread gives", "the advice triggers its own rule with “bread”"),
    "pattern": ("en: [bread]", "en: [bread, '/^(a|aa)+$/']", "the pattern runs out of time, as on “aaa"),
    "word by word": ("en: [bread]", r"en: [bread, '/(\w+\s?){1,26}$/']", "the pattern runs out of time"),
    "two alphabets": ("ru: [хлеб]", "ru: [хлеб, хлeб]", '"хлeб" mixes alphabets'),
    "capitals": ("en: [bread]", "en: [bread, '/Bread/']", "the pattern waits for B"),
    "empty lists": (LISTS_OF_GOOD, "en: [], pl: [], ru: []", "all lists are empty in every language"),
}


@pytest.mark.parametrize("name", FORGOTTEN)
def test_what_was_forgotten_is_told(rules: Rules, folder: Path, name: str) -> None:
    old, new, said = FORGOTTEN[name]
    assert old in GOOD
    text = GOOD.replace(old, new)
    (folder / "clarity" / "bread.yaml").write_text(text, encoding="utf-8")
    run = rules("check")
    assert run.code == 1
    assert said in run.out
    assert "rules/clarity/bread.yaml:" in run.out


LISTS = {
    CUES.replace("ru: [хлеб]\n", ""): 'loaf.yaml:1:1: "ru" is missing',
    CUES.replace("{word}", "bread"): 'loaf.yaml:2:11: a carrier has one "{word}"',
    CUES.replace("[bread]", "[]")
    .replace("[chleb]", "[]")
    .replace("[хлеб]", "[]"): "the list is empty in every language",
    CUES.replace("[bread]", "['хлеб']"): 'loaf.yaml:3:6: "хлеб" mixes alphabets',
}


@pytest.mark.parametrize("text", LISTS)
def test_shared_lists_are_checked_too(rules: Rules, folder: Path, text: str) -> None:
    (folder / "cues").mkdir()
    (folder / "cues" / "loaf.yaml").write_text(text, encoding="utf-8")
    run = rules("check")
    assert run.code == 1
    assert LISTS[text] in run.out


def test_a_draft_of_a_rule_needs_no_examples_yet(rules: Rules, folder: Path) -> None:
    text = GOOD.partition("examples:")[0].replace("since:", "status: draft\nsince:")
    (folder / "clarity" / "bread.yaml").write_text(text, encoding="utf-8")
    assert rules("check").code == 0


def test_one_file_is_checked_alone(rules: Rules, folder: Path) -> None:
    (folder / "clarity" / "worse.yaml").write_text("id: worse\n", encoding="utf-8")
    assert rules("check", str(folder / "clarity" / "bread.yaml")).code == 0
    run = rules("check", str(folder / "clarity" / "worse.yaml"), "--format", "json")
    assert run.code == 1
    assert {mistake["path"] for mistake in run.json["mistakes"]} == {"rules/clarity/worse.yaml"}


def test_another_folder_is_checked_by_its_path(rules: Rules, folder: Path) -> None:
    assert rules("check", str(folder)).code == 0
    assert rules("check", str(folder / "nowhere")).code == 2
    assert rules("check", str(folder / "clarity")).code == 2


def test_a_stale_schema_is_told_and_written_anew(rules: Rules, folder: Path) -> None:
    (folder / "schema.json").write_text("{}", encoding="utf-8")
    assert (
        'rules/schema.json:1:1: the format has changed since: run "python -m bot rules check --write"'
        in rules("check").out
    )
    assert rules("check", "--write").code == 0


def test_a_stale_lock_is_told(rules: Rules, folder: Path) -> None:
    pytest.importorskip("morfeusz2", reason="THE LOCK IS NOT TESTED: install the extra rules")
    (folder / "clarity" / "bread.yaml").write_text(whole_rule(en="bread, ~loaf"), encoding="utf-8")
    assert "does not fit the rules (en loaf: missing)" in rules("check").out
    assert rules("forms", "--write").code == 0
    assert "does not fit" not in rules("check").out


def test_a_lock_of_another_dictionary_is_told(rules: Rules, folder: Path) -> None:
    pytest.importorskip("morfeusz2", reason="THE LOCK IS NOT TESTED: install the extra rules")
    (folder / "clarity" / "bread.yaml").write_text(whole_rule(pl="chleb, ~bułka"), encoding="utf-8")
    rules("forms", "--write")
    assert "does not fit" not in rules("check").out
    lock = folder / "forms.lock.json"
    lock.write_text(lock.read_text(encoding="utf-8").replace("morfeusz2 ", "morfeusz2 0."), encoding="utf-8")
    assert "does not fit the rules (made with morfeusz2 0." in rules("check").out


def test_without_the_extra_the_freshness_is_not_checked_and_that_is_said(
    rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise MissingInflector("Polish", "morfeusz2")

    monkeypatch.setattr("bot.cli.rules.forms.made_with", missing)
    run = rules("check")
    assert run.code == 0
    assert "The freshness of forms.lock.json was not checked" in run.err
