"""The rules' own examples: each way to fail is told, with what was wanted and what came."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.engine.examples import Failure, run_examples, unmarked
from bot.engine.loader import load
from tests.support.rulebook import folder_of, whole_rule

EVIDENCE = """\
find:
  kind: evidence
  levels: {weak: 1, clear: 2}
  parts:
    ours: {title: {en: a, pl: b, ru: c}, kind: presence, any: [our]}
    bread: {title: {en: a, pl: b, ru: c}, kind: presence, any: [bread]}
"""
FRAME = whole_rule()
HEAD = FRAME[: FRAME.index("examples:")]


def failures(tmp_path: Path, *examples: str, rule: str = HEAD) -> list[Failure]:
    """What the examples of one rule say."""
    listed = "".join(f"  - {{{example}}}\n" for example in examples)
    loaded = load(folder_of(tmp_path, {"clarity/bread.yaml": f"{rule}examples:\n{listed}"}))
    assert loaded.mistakes == ()
    return list(run_examples(loaded))


FAILING = [
    ("lang: en, text: 'Our [[cake]] is here for you.'", "silent", ((4, 8),), ()),
    ("lang: en, text: 'Our bread is here for you.', quiet: true", "loud", (), ((4, 9),)),
    ("lang: en, text: '[[Our]] bread is here for you.'", "elsewhere", ((0, 3),), ((4, 9),)),
    ("lang: en, text: '[[Our]] [[bread]] is here for you.'", "elsewhere", ((0, 3), (4, 9)), ((4, 9),)),
    ("lang: en, text: 'Our bread is here for you.', gap: unseen", "gap-closed", (), ((4, 9),)),
    ("lang: en, before: 'Our bread is here for you.', after: 'The bread is here for you.'", "not-fixed", (), ((4, 9),)),
]


@pytest.mark.parametrize(("example", "what", "wanted", "got"), FAILING)
def test_a_failure_tells_what_was_wanted_and_what_came(
    tmp_path: Path, example: str, what: str, wanted: tuple[object, ...], got: tuple[object, ...]
) -> None:
    failure = failures(tmp_path, example)[0]
    assert (failure.what, failure.wanted, failure.got) == (what, wanted, got)
    assert str(failure.place) == "rules/clarity/bread.yaml:12:5"
    assert (failure.rule, failure.language) == ("bread", "en")


PASSING = [
    "lang: en, text: 'Our [[bread]] is here for you.'",
    "lang: en, text: 'Our bread is here for you.', span: none",
    "lang: en, text: 'Our cake is here for you.', quiet: true",
    "lang: en, text: 'Our cake is here for you.', gap: unseen",
    "lang: en, before: 'Our bread is here for you.', after: 'Our cake is here for you.'",
    "lang: pl, text: 'Nasz [[chleb]] już tu jest.', network: x",
]


@pytest.mark.parametrize("example", PASSING)
def test_what_holds_is_silent(tmp_path: Path, example: str) -> None:
    assert failures(tmp_path, example) == []


def test_a_fix_that_does_not_raise_the_score_is_told_with_both(tmp_path: Path) -> None:
    same = "lang: en, before: 'Our cake is here for you.', after: 'Our cake is here for you.'"
    found = failures(tmp_path, same)
    assert [failure.what for failure in found] == ["silent", "not-better"]
    low, _, high = found[1].note.partition(" → ")
    assert low == high != ""


def test_a_strength_must_come_with_the_fix(tmp_path: Path) -> None:
    good = HEAD.replace("points: -4", "reason: 16")
    pair = "lang: en, before: 'Our cake is here for you.', after: 'Our bread is here for you.'"
    assert failures(tmp_path, pair, rule=good) == []
    lost = "lang: en, before: 'Our bread is here for you.', after: 'Our cake is here for you.'"
    assert [failure.what for failure in failures(tmp_path, lost, rule=good)] == ["silent", "not-better"]


@pytest.mark.parametrize("status", ["trial", "draft"])
def test_a_rule_on_trial_need_not_move_the_score(tmp_path: Path, status: str) -> None:
    pair = "lang: en, before: 'Our bread is here for you.', after: 'Our cake is here for you.'"
    rule = HEAD.replace("since:", f"status: {status}\nsince:")
    listed = f"{rule}examples:\n  - {{{pair}}}\n"
    loaded = load(folder_of(tmp_path, {"clarity/bread.yaml": listed}), drafts=True)
    assert list(run_examples(loaded)) == []


def test_a_level_and_the_parts_are_compared(tmp_path: Path) -> None:
    start, end = HEAD.index("find:"), HEAD.index("say:")
    rule = HEAD[:start] + EVIDENCE + HEAD[end:]
    weak = "lang: en, text: 'The [[bread]] is here for you.'"
    assert failures(tmp_path, f"{weak}, level: weak, parts: [bread]", rule=rule) == []
    assert failures(tmp_path, f"{weak}, level: clear", rule=rule)[0].note == "weak"
    other = failures(tmp_path, f"{weak}, parts: [bread, ours]", rule=rule)[0]
    assert (other.what, other.note) == ("other-parts", "bread")


def test_only_the_named_rules_are_run(tmp_path: Path) -> None:
    bad = whole_rule("other").replace("[[bread]]", "bread")
    loaded = load(folder_of(tmp_path, {"clarity/bread.yaml": whole_rule(), "clarity/other.yaml": bad}))
    assert list(run_examples(loaded, ["bread"])) == []
    assert {failure.rule for failure in run_examples(loaded)} == {"other"}


@pytest.mark.parametrize(
    ("marked", "text", "spans"),
    [
        ("no marks", "no marks", ()),
        ("[[one]] and [[two]]", "one and two", ((0, 3), (8, 11))),
        ("[[a\nb]]", "a\nb", ((0, 3),)),
        ("[[[a]]]", "[a]", ((0, 2),)),
    ],
)
def test_marks_become_spans(marked: str, text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert unmarked(marked) == (text, spans)
