"""Every option at the edge of what it may be, and every limit just at its value."""

# A case is read as one line of a table.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from bot.engine.explain import explain
from bot.engine.judge import judge
from bot.engine.kinds import AnyFind
from bot.engine.kinds.base import fires, monotone, strength_at
from bot.engine.model import Brand, Draft, Feed, Finding, Post
from bot.engine.sheet import NOTHING
from tests.support.rulebook import rules_of

FINDS: TypeAdapter[Any] = TypeAdapter(AnyFind)
KINDS: dict[str, dict[str, Any]] = {
    "presence": {"any": ["a"]},
    "unsupported": {"ask": ["a"], "support": ["b"]},
    "density": {"any": ["a"]},
    "balance": {"more": ["a"], "less": ["b"]},
    "count": {"any": ["a"]},
    "near": {"a": ["a"], "b": ["b"]},
    "sequence": {"parts": [["a"], ["b"]]},
    "overlap": {},
    "combine": {"any": ["x"]},
}

BOUNDS = [
    ("presence", "at_least", 1, 0),
    ("presence", "window", 0, -1),
    ("presence", "window", 10, 11),
    ("unsupported", "after", 0, -1),
    ("unsupported", "after", 10, 11),
    ("unsupported", "before", 0, -1),
    ("unsupported", "before", 10, 11),
    ("density", "at_least", 1, 0),
    ("balance", "at_least", 1, 0),
    ("balance", "above", 0, -0.1),
    ("balance", "above", 0.99, 1),
    ("count", "at_least", 0, -1),
    ("count", "sentence_words", 0, -1),
    ("count", "soft_from", 2, 1),
    ("near", "words", 1, 0),
    ("near", "words", 200, 201),
    ("near", "sentences", 0, -1),
    ("near", "sentences", 50, 51),
    ("near", "at_least", 1, 0),
    ("sequence", "sentences", 0, -1),
    ("sequence", "sentences", 200, 201),
    ("sequence", "parts", [["a"], ["b"]], [["a"]]),
    ("overlap", "at_least", 1, 1.01),
    ("overlap", "at_least", 0.01, 0),
    ("overlap", "posts", 1, 0),
    ("overlap", "posts", 100, 101),
    ("overlap", "times", 1, 0),
    ("combine", "at_least", 1, 0),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "key", "fine", "wrong"), BOUNDS)
def test_an_option_ends_where_it_says(kind: str, key: str, fine: object, wrong: object) -> None:
    FINDS.validate_python({"kind": kind, **KINDS[kind], key: fine})
    with pytest.raises(ValidationError):
        FINDS.validate_python({"kind": kind, **KINDS[kind], key: wrong})


DEFAULTS = [
    ("presence", "at_least", 1),
    ("presence", "window", 0),
    ("unsupported", "after", 1),
    ("unsupported", "before", 0),
    ("density", "above", 0.0),
    ("density", "at_least", 1),
    ("balance", "at_least", 1),
    ("balance", "above", 0.5),
    ("count", "at_least", 1),
    ("count", "sentence_words", 0),
    ("count", "soft_from", 3),
    ("near", "sentences", 0),
    ("near", "at_least", 1),
    ("sequence", "sentences", 200),
    ("overlap", "at_least", 0.5),
    ("overlap", "posts", 10),
    ("overlap", "times", 1),
    ("combine", "at_least", 1),
]


@pytest.mark.parametrize(("kind", "key", "value"), DEFAULTS)
def test_an_option_left_out_is_what_the_readme_says(kind: str, key: str, value: object) -> None:
    assert getattr(FINDS.validate_python({"kind": kind, **KINDS[kind]}), key) == value


def test_evidence_needs_one_part_and_says_how_many_there_are() -> None:
    part = {"title": {"en": "a"}, "kind": "presence", "any": ["a"]}
    base = {"kind": "evidence", "parts": {"one": part, "two": part}}
    for needs in ({"at_least": 1}, {"at_least": 2, "of": 2}, {"at_least": 1, "and": ["two"]}):
        FINDS.validate_python({**base, "needs": needs})
    for needs in ({"at_least": 0}, {"at_least": 1, "of": 3}, {"at_least": 1, "and": ["three"]}):
        with pytest.raises(ValidationError):
            FINDS.validate_python({**base, "needs": needs})
    with pytest.raises(ValidationError):
        FINDS.validate_python({"kind": "evidence", "parts": {}, "needs": {"at_least": 1}})
    FINDS.validate_python({"kind": "evidence", "parts": {"one": part}, "needs": {"at_least": 1}})


@pytest.mark.parametrize(
    ("value", "strength"), [(0, 0.2), (1, 0.2), (1.5, 0.4), (2, 0.6), (3, 0.8), (4, 1.0), (9, 1.0)]
)
def test_a_curve_is_straight_between_its_points_and_flat_beyond(value: float, strength: float) -> None:
    assert strength_at(((1, 0.2), (2, 0.6), (4, 1.0)), value) == pytest.approx(strength)


@pytest.mark.parametrize(
    "curve",
    [
        ((0, 0),),
        ((0, 0), (0, 1)),
        ((1, 0), (0, 1)),
        ((0, 0), (1, 1), (2, 0.5)),
        ((0, 0), (1, 1.01)),
        ((0, -0.01), (1, 1)),
    ],
)
def test_what_can_be_no_curve_is_refused(curve: tuple[tuple[float, float], ...]) -> None:
    with pytest.raises(ValueError, match=r"curve|strength"):
        monotone(curve)


@pytest.mark.parametrize(
    "curve", [((0, 0), (1, 1)), ((0, 1), (1, 0)), ((0, 0.5), (1, 0.5)), ((0, 0), (1, 0.5), (2, 1))]
)
def test_what_rises_or_falls_is_a_curve(curve: tuple[tuple[float, float], ...]) -> None:
    assert monotone(curve) == curve


def test_a_strength_of_nothing_is_no_finding() -> None:
    assert fires(spans=[(0, 1)], strength=0.0, count=1) is NOTHING
    assert not fires(strength=-1.0)
    assert fires(strength=0.001).strength == 0.001
    assert fires().strength == 1.0


def found(tmp_path: Path, find: str, text: str, brand: Brand | None = None, **draft: Any) -> Finding | None:
    rules = rules_of(tmp_path, {"probe": find})
    assert rules.mistakes == ()
    review = judge(Draft(text, language="en", brand=brand or Brand(), **draft), rules.rules)
    return next((finding for finding in review.findings if finding.id == "probe"), None)


AT_THE_LIMIT = [
    ("{kind: balance, more: [we], less: [you], at_least: 2}", "We like it and we like all of it.", True),
    ("{kind: balance, more: [we], less: [you], at_least: 2}", "We like it and all of the rest.", False),
    ("{kind: balance, more: [we], less: [you]}", "We like it and you like all of it.", False),
    ("{kind: balance, more: [we], less: [you]}", "We and we like it and you like it.", True),
    ("{kind: count, any: [we, you, they], at_most: 2}", "We and you like it all day.", True),
    ("{kind: count, any: [we, you, they], at_most: 2}", "We and you and they like it.", False),
    ("{kind: count, any: [we], at_least: 0}", "They like it all day and all night.", True),
    ("{kind: count, any: [tea], sentence_words: 3}", "Tea for us all. Come and have some.", True),
    ("{kind: count, any: [tea], sentence_words: 4}", "Tea for us all. Come and have some.", False),
    ("{kind: density, any: [tea], above: 0.5}", "Tea is hot. Cake is warm today.", False),
    ("{kind: density, any: [tea], up_to: 0.5}", "Tea is hot. Cake is warm today.", True),
    ("{kind: density, any: [tea], at_least: 2}", "Tea is hot. Tea is cold. Cake is warm.", True),
    ("{kind: density, any: [tea], at_least: 2}", "Tea is hot. Cake is warm today.", False),
    ("{kind: density, any: [tea], above: 0.9}", "Tea tea. Tea tea. Tea tea today.", True),
    ("{kind: near, a: [tea], b: [cake], words: 2}", "Our tea and the cake are here.", True),
    ("{kind: near, a: [tea], b: [cake], words: 2}", "Our tea and all the cake are here.", False),
    ("{kind: near, a: [tea], b: [cake], sentences: 1}", "Our tea is here. The cake is here.", True),
    ("{kind: near, a: [tea], b: [cake], sentences: 1}", "Our tea is here. So is. The cake too.", False),
    ("{kind: near, a: [tea], b: [tea cake]}", "Our tea cake is here for you all.", False),
    ("{kind: near, a: [tea], b: [cake], at_least: 2}", "Our tea and cake and tea are here.", True),
    ("{kind: near, a: [tea], b: [cake], at_least: 2}", "Our tea and cake and cake are here.", False),
    ("{kind: sequence, parts: [[tea], [cake]], sentences: 1}", "Our tea is here. The cake too.", True),
    ("{kind: sequence, parts: [[tea], [cake]], sentences: 1}", "Our tea is here. So is. The cake too.", False),
    ("{kind: sequence, parts: [[tea], [tea cake]]}", "Our tea cake is here for you.", False),
    ("{kind: sequence, parts: [[tea], [cake]]}", "The cake is here and so is tea.", False),
    ("{kind: near, a: [tea], b: ['🍵']}", "Our tea🍵 is here for you all.", True),
    ("{kind: near, a: [tea], b: ['🍵']}", "Our 🍵tea is here for you all.", True),
    ("{kind: sequence, parts: [[tea], ['🍵']]}", "Our tea🍵 is here for you all.", True),
    ("{kind: unsupported, ask: [tea], support: ['🍵']}", "Our tea🍵 is here for you all.", False),
    ("{kind: unsupported, ask: [tea], support: ['🍵']}", "Our 🍵tea is here for you all.", False),
    ("{kind: unsupported, ask: [tea], support: [our tea]}", "Our tea is here for you all.", True),
    ("{kind: measure, measure: exclamations, above: 2}", "Tea! Cake! Both are here for you.", False),
    ("{kind: measure, measure: exclamations, above: 1}", "Tea! Cake! Both are here for you.", True),
    ("{kind: measure, measure: exclamations, below: 2}", "Tea! Cake! Both are here for you.", False),
    ("{kind: measure, measure: exclamations, below: 3}", "Tea! Cake! Both are here for you.", True),
    ("{kind: measure, measure: exclamations, above: {x: 0, other: null}}", "Tea! Cake! Here for you.", False),
    ("{kind: presence, any: [tea], unless: [{measure: exclamations, above: 2, because: b}]}", "Tea! Cake! For you all.", True),
    ("{kind: presence, any: [tea], unless: [{measure: exclamations, above: 1, because: b}]}", "Tea! Cake! For you all.", False),
    ("{kind: presence, any: [tea], unless: [{measure: exclamations, below: 2, because: b}]}", "Tea! Cake! For you all.", True),
    ("{kind: presence, any: [tea], unless: [{measure: exclamations, below: 3, because: b}]}", "Tea! Cake! For you all.", False),
    ("{kind: presence, any: [tea], unless: [{entry: cup of tea, because: b}]}", "A cup of tea for you all.", False),
    ("{kind: presence, any: [tea], unless: [{entry: a cup, because: b}]}", "A cup tea for you all here.", True),
    ("{kind: presence, any: ['🍵'], unless: [{entry: tea, because: b}]}", "Some tea🍵 for you all here.", True),
    ("{kind: presence, any: ['🍵'], unless: [{entry: tea, because: b}]}", "Some 🍵tea for you all here.", True),
    ("{kind: presence, any: ['🍵'], unless: [{entry: '/a🍵/', because: b}]}", "Some a🍵 for you all here.", False),
    ("{kind: presence, any: [tea], unless: [{entry: cup, within: sentence, because: b}]}", "A cup. Tea for you all.", True),
    ("{kind: presence, any: [tea], unless: [{entry: cup, within: sentence, because: b}]}", "Tea in a cup for all.", False),
    ("{kind: presence, any: [tea], unless: [{entry: cup, within: draft, because: b}]}", "A cup. Tea for you all.", False),
    ("{kind: presence, any: [tea], each: question}", "Tea for you? It is here today.", True),
    ("{kind: presence, any: [tea], each: question}", "For you? Tea is here all day.", False),
    ("{kind: presence, any: [tea], each: question, window: 1}", "For you? Tea is here all day.", True),
    ("{kind: presence, any: [tea], each: question, window: 1}", "For you? It is here. Tea is here.", False),
    ("{kind: presence, any: [tea, cake], at_least: 2, each: sentence}", "Tea is here. Cake is here all day.", False),
    ("{kind: presence, any: [tea, cake], at_least: 2, each: sentence}", "Tea and cake are here. Come to us.", True),
    ("{kind: presence, any: [tea], each: link}", "Tea is here: https://example.com/a for you.", True),
    ("{kind: presence, any: [tea], each: link}", "Tea is here. See https://example.com/a for all.", False),
    ("{kind: presence, any: [tea], where: first-sentence}", "It is here. Tea for you all.", False),
    ("{kind: presence, any: [tea], where: first-sentence}", "Tea is here. All for you today.", True),
    ("{kind: presence, any: [tea], where: last-sentence}", "Tea is here. All for you today.", False),
    ("{kind: presence, any: [tea], where: last-sentence}", "All is here. For you some tea.", True),
    ("{kind: presence, any: [tea], where: first-third}", "Tea is hot. It is here now. Come to us all.", True),
    ("{kind: presence, any: [tea], where: first-third}", "It is hot. It is here now. Come for tea.", False),
    ("{kind: presence, any: [tea], where: first-third}", "One. Two. Tea. Four. Five. Six. Seven. Eight.", True),
    ("{kind: presence, any: [tea], where: first-third}", "One. Two. Three. Four. Tea. Six. Seven. Eight.", False),
    ("{kind: presence, any: [tea], where: last-third}", "Tea is hot. It is here now. Come to us all.", False),
    ("{kind: presence, any: [tea], where: last-third}", "It is hot. It is here now. Come for tea.", True),
    ("{kind: presence, any: [tea], where: last-third}", "One. Two. Three. Four. Tea. Six. Seven. Eight.", False),
    ("{kind: presence, any: [tea], where: last-third}", "One. Two. Three. Four. Five. Tea. Seven. Eight.", True),
]  # fmt: skip


@pytest.mark.parametrize(("find", "text", "fired"), AT_THE_LIMIT)
def test_a_limit_is_tried_at_its_value(tmp_path: Path, find: str, text: str, fired: bool) -> None:
    assert (found(tmp_path, find, text) is not None) is fired


def test_a_find_for_pictures_looks_only_beside_one(tmp_path: Path) -> None:
    find = "{kind: presence, any: [tea], when: {picture: true}}"
    assert found(tmp_path, find, "Tea is here for all of you.", picture=True)
    assert not found(tmp_path, find, "Tea is here for all of you.", picture=False)
    bare = find.replace("true", "false")
    assert not found(tmp_path, bare, "Tea is here for all of you.", picture=True)
    assert found(tmp_path, bare, "Tea is here for all of you.", picture=False)


def test_a_curve_scales_the_points(tmp_path: Path) -> None:
    find = "{kind: count, any: [tea, cake, milk], curve: [[1, 0.25], [3, 1]]}"
    points = [
        finding.points if (finding := found(tmp_path, find, text)) else 0
        for text in ("Tea is here for all of you.", "Tea and cake are here for you.", "Tea, cake and milk are here.")
    ]
    assert points == [-1, -2, -4]


WHOLE = [
    *(f"{{kind: {kind}, any: [tea, cake]}}" for kind in ("count", "density", "presence")),
    "{kind: measure, measure: words, above: 2}",
]


@pytest.mark.parametrize("find", WHOLE)
def test_without_a_curve_a_rule_gives_its_whole_points(tmp_path: Path, find: str) -> None:
    plain = found(tmp_path, find, "Tea and cake are here for you.")
    assert plain is not None
    assert plain.points == -4


def test_soft_hits_count_beside_a_firm_one_or_in_number(tmp_path: Path) -> None:
    find = "{kind: count, any: [tea, cake, milk], soft: [hot tea, our cake, our milk], soft_from: 3}"
    assert not found(tmp_path, find, "Hot tea is here for all of you.")
    assert not found(tmp_path, find, "Hot tea and our cake are here.")
    assert found(tmp_path, find, "Hot tea and our cake and our milk.")
    assert found(tmp_path, find, "Hot tea and a cake are here.")
    assert found(tmp_path, find, "The tea is here for all of you.")


def test_what_was_counted_is_told(tmp_path: Path) -> None:
    told = {
        "{kind: presence, any: [tea]}": {"count": 2},
        "{kind: count, any: [tea, cake]}": {"count": 2},
        "{kind: density, any: [tea]}": {"count": 1, "of": 2, "share": 50},
        "{kind: density, any: [tea], of: words}": {"count": 2, "of": 8, "share": 25},
        "{kind: balance, more: [tea], less: [cake]}": {"count": 2, "against": 1},
        "{kind: unsupported, ask: [tea], support: [nothing]}": {"count": 2},
        "{kind: sequence, parts: [[tea], [cake]]}": {"count": 2},
        "{kind: measure, measure: sentences, above: 1}": {"count": 2, "limit": 1},
    }
    for find, slots in told.items():
        finding = found(tmp_path, find, "Tea, tea for you. The cake is here.")
        assert finding is not None, find
        assert {name: finding.slots[name] for name in slots} == slots


def test_shares_are_told_in_percent_also_below_the_limit(tmp_path: Path) -> None:
    text = "Tea is here for you. Tea is there for you."
    fired = found(tmp_path, "{kind: density, any: [tea]}", text)
    assert fired is not None
    assert fired.slots["share"] == 100
    loaded = rules_of(tmp_path, {"probe": "{kind: density, any: [tea], at_least: 3}"})
    assert explain("probe", Draft(text, language="en"), loaded.rules).slots["share"] == 100


def test_a_density_counts_what_another_finding_saw_from_edge_to_edge(tmp_path: Path) -> None:
    finds = {"other": "{kind: presence, any: [tea, cake]}", "probe": "{kind: density, finding: other, at_least: 2}"}
    loaded = rules_of(tmp_path, finds)
    review = judge(Draft("Tea is here for you. Have some cake", language="en"), loaded.rules)
    assert "probe" in {finding.id for finding in review.findings}


EVIDENCE = """{kind: evidence, levels: {clear: 1}, parts: {
  tea: {title: {en: some tea}, kind: presence, any: [tea]},
  cake: {title: {en: some cake}, weight: 0, kind: presence, any: [cake]},
  milk: {title: {en: some milk}, kind: presence, any: [milk]}}}"""


def test_a_part_without_weight_is_neither_quoted_nor_named(tmp_path: Path) -> None:
    finding = found(tmp_path, EVIDENCE, "Tea and cake are here for all of you.")
    assert finding is not None
    assert (finding.quotes, finding.points) == (("Tea",), -4)
    assert isinstance(finding.slots["found"], Mapping)
    assert isinstance(finding.slots["missing"], Mapping)
    assert (finding.slots["found"]["en"], finding.slots["missing"]["en"]) == ("some tea", "some milk")
    without = found(tmp_path, EVIDENCE, "Tea and milk are here for all of you.")
    assert without is not None
    assert isinstance(without.slots["missing"], Mapping)
    assert without.slots["missing"]["en"] == ""


@pytest.mark.parametrize("measure", ["words", "promo-streak"])
def test_measures_of_the_text_and_of_the_feed_are_known(measure: str) -> None:
    FINDS.validate_python({"kind": "measure", "measure": measure, "above": 1})


def test_an_unknown_measure_is_refused() -> None:
    with pytest.raises(ValidationError, match='no measure "word"'):
        FINDS.validate_python({"kind": "measure", "measure": "word", "above": 1})


def test_an_overlap_tells_its_share(tmp_path: Path) -> None:
    text = "Good morning to all of you. The roof is fixed."
    earlier = Feed((Post("Good morning to all of you. Tea is here."),))
    finding = found(tmp_path, "{kind: overlap, part: opening}", text, feed=earlier)
    assert finding is not None
    assert (finding.slots["share"], finding.slots["count"], finding.quotes) == (
        100,
        1,
        ("Good morning to all of you.",),
    )
    loaded = rules_of(tmp_path, {"probe": "{kind: overlap, part: opening, times: 2}"})
    told = explain("probe", Draft(text, language="en", feed=earlier), loaded.rules)
    assert (told.fired, told.slots["share"], told.slots["count"]) == (False, 100, 1)


def test_a_measure_tells_its_value_and_its_limit(tmp_path: Path) -> None:
    def slots(limits: str, text: str = "Tea is here. So is the cake.") -> tuple[object, object]:
        loaded = rules_of(tmp_path, {"probe": f"{{kind: measure, measure: {limits}}}"})
        told = explain("probe", Draft(text, language="en"), loaded.rules)
        return told.slots["count"], told.slots["limit"]

    assert repr(slots("sentences, above: 1.0")) == "(2, 1)"
    assert repr(slots("sentences, above: 1.5")) == "(2, 1.5)"
    assert slots("sentences, below: 3") == (2, 3)
    assert slots("sentences, above: 1, below: 5") == (2, 1)
    assert slots("sentences, below: 2") == (2, 2)
    assert slots("sentences, above: 4, below: 5") == (2, 4)
    assert slots("words-per-sentence, above: 1") == (3.5, 1)


def test_an_overlap_of_the_whole_draft_quotes_nothing(tmp_path: Path) -> None:
    text = "Good morning to all of you."
    finding = found(tmp_path, "{kind: overlap}", text, feed=Feed((Post(text),)))
    assert finding is not None
    assert finding.quotes == ()
    loaded = rules_of(tmp_path, {"probe": "{kind: overlap}"})
    assert explain("probe", Draft(text, language="en"), loaded.rules).slots == {"count": 0, "share": 0}
