"""A brand's promise held against the reasons of a draft, and a measure divided by what another finding counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.engine.judge import judge
from bot.engine.model import Brand, Draft
from tests.support.rulebook import rules_of

ADVICE = "{kind: presence, any: [turn]}"
DEAL = "{kind: evidence, levels: {weak: 1, clear: 2}, parts: {a: {title: {en: a}, kind: presence, any: [cheap]}, b: {title: {en: b}, kind: presence, any: [until]}}}"  # noqa: E501
PROBE = "{{kind: promise, kept: {kept}, kinds: {{guidance: [advice], deal: [offer]}}}}"


def fires(tmp_path: Path, kept: str, promise: tuple[str, ...], text: str) -> bool:
    loaded = rules_of(tmp_path, {"probe": PROBE.format(kept=kept), "advice": ADVICE, "offer": DEAL})
    assert not loaded.mistakes
    draft = Draft(text, language="en", brand=Brand(promise=promise))
    return any(found.id == "probe" for found in judge(draft, loaded.rules).findings)


@pytest.mark.parametrize(
    ("kept", "promise", "text", "wanted"),
    [
        ("true", ("guidance",), "Just turn the bulb a quarter.", True),
        ("true", ("deal", "guidance"), "Just turn the bulb a quarter.", True),
        ("true", ("deal",), "Just turn the bulb a quarter.", False),
        ("true", (), "Just turn the bulb a quarter.", False),
        ("true", ("guidance",), "Nice bulbs are in the shop.", False),
        ("true", ("deal",), "Bulbs are cheap in the shop.", False),
        ("true", ("deal",), "Bulbs are cheap until Friday here.", True),
        ("false", ("deal",), "Just turn the bulb a quarter.", True),
        ("false", ("guidance",), "Just turn the bulb a quarter.", False),
        ("false", ("deal",), "Cheap bulbs: just turn one until it clicks.", False),
        ("false", (), "Just turn the bulb a quarter.", False),
        ("false", ("deal",), "Nice bulbs are in the shop.", False),
    ],
)
def test_promise_is_kept_or_not(tmp_path: Path, kept: str, promise: tuple[str, ...], text: str, wanted: bool) -> None:
    assert fires(tmp_path, kept, promise, text) is wanted


@pytest.mark.parametrize(
    ("text", "words_per_loaf"),
    [
        ("We bake a lot of nice things here.", 8),
        ("We bake rye bread and we bake oat cake.", 4.5),
        ("Rye and oat and corn are in.", 7 / 3),
    ],
)
def test_measure_per_finding_counts_at_least_one(tmp_path: Path, text: str, words_per_loaf: float) -> None:
    loaf = "{kind: count, any: [rye, oat, corn]}"
    for limit, wanted in ((words_per_loaf - 0.1, True), (words_per_loaf, False)):
        probe = f"{{kind: measure, measure: words, per: loaves, above: {limit}}}"
        loaded = rules_of(tmp_path, {"probe": probe, "loaves": loaf})
        assert not loaded.mistakes
        found = judge(Draft(text, language="en"), loaded.rules).findings
        assert any(one.id == "probe" for one in found) is wanted
