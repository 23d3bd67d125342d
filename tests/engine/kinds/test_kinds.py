"""What each kind fires on, and where it stops: each limit is tried on both of its sides."""

# A case is read as one line of a table.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from bot.engine.judge import judge
from bot.engine.model import Brand, Draft, Feed, Finding, Network, Post
from tests.support.rulebook import rules_of


def finding_of(
    tmp_path: Path,
    find: str,
    text: str,
    network: Network = "telegram",
    brand: Brand | None = None,
    feed: tuple[str, ...] = (),
    others: Mapping[str, str] = MappingProxyType({}),
) -> Finding | None:
    loaded = rules_of(tmp_path, {"probe": find, **others})
    assert not loaded.mistakes
    posts = tuple(Post(post) for post in feed)
    draft = Draft(text, network=network, language="en", brand=brand or Brand(), feed=Feed(posts))
    return next((found for found in judge(draft, loaded.rules).findings if found.id == "probe"), None)


def quotes_of(tmp_path: Path, find: str, text: str, network: Network = "telegram") -> tuple[str, ...] | None:
    found = finding_of(tmp_path, find, text, network)
    return found.quotes if found else None


@pytest.mark.parametrize(
    ("find", "text", "quotes"),
    [
        ("{kind: presence, any: [bread]}", "We bake Bread, and bread again today.", ("Bread", "bread")),
        ("{kind: presence, any: [bread]}", "We bake breadcrumbs and rolls today.", None),
        ("{kind: presence, any: ['bread*']}", "We bake breadcrumbs and rolls today.", ("breadcrumbs",)),
        ("{kind: presence, any: [bread], at_least: 2}", "Bread is bread in our small town.", ("Bread", "bread")),
        ("{kind: presence, any: [bread], at_least: 2}", "Bread is all there is in town.", None),
        ("{kind: presence, any: ['bread ... ready']}", "The bread is nearly ready for you.", ("bread is nearly ready",)),
        ("{kind: presence, any: ['bread ... ready']}", "The bread. It is ready for you now.", None),
        ("{kind: presence, any: ['bread ... ready']}", "Bread one two three four five ready.", ("Bread one two three four five ready",)),
        ("{kind: presence, any: ['bread ... ready']}", "Bread one two three four five six ready.", None),
        ("{kind: presence, any: ['^bread']}", "Today, bread is on the table.", ("bread",)),
        ("{kind: presence, any: ['^bread']}", "Today our bread is on the table.", None),
        ("{kind: presence, any: ['bread|rolls now']}", "Get rolls now or get bread now.", ("rolls now", "bread now")),
        ("{kind: presence, any: ['/b[a-z]+d/']}", "Our bread beats every other one.", ("bread",)),
        ("{kind: presence, any: ['only $price']}", "Bread is only £3 in our shop.", ("only £3",)),
        ("{kind: presence, any: ['🔥']}", "Our bread is on fire today 🔥", ("🔥",)),
        ("{kind: presence, any: ['#ad']}", "Our bread is very good indeed #ad #ads", ("#ad",)),
        ("{kind: absence, any: [bread]}", "We bake rolls and nothing else here.", ()),
        ("{kind: absence, any: [bread]}", "We bake bread and nothing else here.", None),
        ("{kind: unsupported, ask: [follow us], support: [every monday]}", "Follow us. There is cake for everyone.", ("Follow us",)),
        ("{kind: unsupported, ask: [follow us], support: [every monday]}", "Follow us. There is cake every Monday.", None),
        ("{kind: unsupported, ask: [follow us], support: [every monday]}", "Follow us. Cake. There is more every Monday.", ("Follow us",)),
        ("{kind: unsupported, ask: [follow us], support: [every monday], after: 2}", "Follow us. Cake. There is more every Monday.", None),
        ("{kind: unsupported, ask: [follow us], support: [every monday]}", "There is cake every Monday. Follow us.", ("Follow us",)),
        ("{kind: unsupported, ask: [follow us], support: [every monday], before: 1}", "There is cake every Monday. Follow us.", None),
        ("{kind: density, any: [buy], above: 0.5}", "Buy it. Buy more. Or bake your own bread.", ("Buy", "Buy")),
        ("{kind: density, any: [buy], above: 0.5}", "Buy it. Or bake your own bread.", None),
        ("{kind: density, any: [buy], above: 0.3, up_to: 0.5}", "Buy it. Or bake your own bread.", ("Buy",)),
        ("{kind: density, any: [buy], above: 0.3, up_to: 0.5}", "Buy it. Buy more. Or bake your own bread.", None),
        ("{kind: density, any: [buy], at_least: 2}", "Buy it. Or bake your own bread.", None),
        ("{kind: density, any: [buy], of: words, above: 0.25}", "Buy buy bread or rolls now.", ("Buy", "buy")),
        ("{kind: density, any: [buy], of: words, above: 0.25}", "Buy buy bread or rolls now or cake.", None),
        ("{kind: density, any: ['#a', '#b'], of: characters, above: 0.1}", "We bake bread here in town #a", None),
        ("{kind: density, any: ['#a', '#b'], of: characters, above: 0.1}", "We bake bread here now #a #b", ("#a", "#b")),
        ("{kind: balance, more: [best, finest], less: [because, kg]}", "The best and finest bread because of flour.", ("best", "finest")),
        ("{kind: balance, more: [best, finest], less: [because, kg]}", "The best bread because of our flour.", None),
        ("{kind: balance, more: [best], less: [kg], at_least: 2}", "The best bread because of our flour.", None),
        ("{kind: balance, more: [best, finest], less: [kg], above: 0.7}", "The best, finest bread, now by the kg.", None),
        ("{kind: count, any: [bread, rolls, cake], at_least: 3}", "There is bread, rolls and cake today.", ("bread", "rolls", "cake")),
        ("{kind: count, any: [bread, rolls, cake], at_least: 3}", "There is bread, bread and rolls today.", None),
        ("{kind: count, any: [bread, rolls, cake], at_least: 1, at_most: 1}", "There is bread, bread, and nothing else.", ("bread", "bread")),
        ("{kind: count, any: [bread, rolls, cake], at_least: 1, at_most: 1}", "There is bread, rolls, and nothing else.", None),
        ("{kind: count, any: [bread], sentence_words: 3}", "There is good bread. Bread, bread. All day long.", ("bread",)),
        ("{kind: count, any: [bread], sentence_words: 4}", "There is good bread. Bread, bread. All day long.", None),
        ("{kind: count, any: [bread, rolls], soft: [bread]}", "There is good bread in town today.", None),
        ("{kind: count, any: [bread, rolls], soft: [bread]}", "There is bread, and rolls in town.", ("bread", "rolls")),
        ("{kind: count, any: [bread, rolls, cake], soft: [bread, rolls, cake]}", "There is bread, and rolls in town.", None),
        ("{kind: count, any: [bread, rolls, cake], soft: [bread, rolls, cake]}", "There is bread, rolls and cake.", ("bread", "rolls", "cake")),
        ("{kind: near, a: [bread], b: [ready]}", "The bread will be ready at noon.", ("bread", "ready")),
        ("{kind: near, a: [bread], b: [ready]}", "We bake bread. It is ready at noon.", None),
        ("{kind: near, a: [bread], b: [ready], sentences: 1}", "We bake bread. It is ready at noon.", ("bread", "ready")),
        ("{kind: near, a: [bread], b: [ready], words: 2}", "Our bread is not ready at all.", ("bread", "ready")),
        ("{kind: near, a: [bread], b: [ready], words: 1}", "Our bread is not ready at all.", None),
        ("{kind: near, a: [bread], b: [bread]}", "We bake bread and nothing else here.", None),
        ("{kind: near, a: [bread, rolls], b: [ready], at_least: 2}", "The bread is ready, the rolls too.", ("bread", "ready", "rolls")),
        ("{kind: near, a: [bread, rolls], b: [ready], at_least: 2}", "The bread is ready, the cake too.", None),
        ("{kind: sequence, parts: [[first], [then], [last]]}", "First flour, then water, and salt last.", ("First", "then", "last")),
        ("{kind: sequence, parts: [[first], [then], [last]]}", "Then flour, first water, and salt last.", None),
        ("{kind: sequence, parts: [[first], [then]], sentences: 0}", "First the flour. And then the water.", None),
        ("{kind: sequence, parts: [[first], [then]], sentences: 1}", "First the flour. And then the water.", ("First", "then")),
        ("{kind: measure, measure: words, above: 5}", "One two three four five six.", ()),
        ("{kind: measure, measure: words, above: 6}", "One two three four five six.", None),
        ("{kind: measure, measure: words, below: 7}", "One two three four five six.", ()),
        ("{kind: measure, measure: words, below: 6}", "One two three four five six.", None),
        ("{kind: measure, measure: words, above: {x: 3, other: 9}}", "One two three four five six.", None),
        ("{kind: presence, any: [bread], where: first-sentence}", "We bake bread. And more bread here.", ("bread",)),
        ("{kind: presence, any: [bread], where: last-sentence}", "We bake bread. And more rolls here.", None),
        ("{kind: presence, any: [bread], each: question}", "We bake bread. Do you want some rolls?", None),
        ("{kind: presence, any: [bread], each: question, window: 1}", "Do you want some rolls? We bake bread.", ("bread",)),
        ("{kind: presence, any: [bread, rolls], at_least: 2, each: sentence}", "We bake bread. We also bake rolls.", None),
        ("{kind: presence, any: [bread, rolls], at_least: 2, each: sentence}", "We bake bread and also bake rolls.", ("bread", "rolls")),
        ("{kind: presence, any: [map], each: link}", "See the map: brand.example/a. We bake bread.", ("map",)),
        ("{kind: presence, any: [map], each: link}", "See the map. We bake bread: brand.example/a", None),
        ("{kind: presence, any: [bread], unless: [{entry: 'bread knife', because: a tool}]}", "We sell a bread knife and bread.", ("bread",)),
        ("{kind: presence, any: [bread], unless: [{entry: 'bread knife', because: a tool}]}", "We sell a good bread knife here.", None),
        ("{kind: presence, any: [bread], unless: [{entry: knife, within: sentence, because: a tool}]}", "A knife for bread. We like bread.", ("bread",)),
        ("{kind: presence, any: [bread], unless: [{entry: knife, within: draft, because: a tool}]}", "A knife for bread. We like bread.", None),
        ("{kind: presence, any: [bread], unless: [{lang: pl, entry: knife, within: draft, because: a tool}]}", "A knife for bread. We like bread.", ("bread", "bread")),
        ("{kind: presence, any: [bread], unless: [{measure: words, above: 5, because: long}]}", "We bake bread for you today.", None),
        ("{kind: presence, any: [bread], unless: [{measure: words, above: 6, because: long}]}", "We bake bread for you today.", ("bread",)),
        ("{kind: presence, any: [bread], unless: [{measure: words, below: 7, because: short}]}", "We bake bread for you today.", None),
        ("{kind: presence, any: [bread], unless: [{measure: words, below: 6, because: short}]}", "We bake bread for you today.", ("bread",)),
        ("{kind: presence, any: [bread], when: {network: [x]}}", "We bake bread for you today.", None),
    ],
)  # fmt: skip
def test_a_kind_fires_exactly_there(tmp_path: Path, find: str, text: str, quotes: tuple[str, ...] | None) -> None:
    assert quotes_of(tmp_path, find, text) == quotes


def test_a_limit_may_differ_by_network(tmp_path: Path) -> None:
    find = "{kind: measure, measure: words, above: {x: 3, other: 9}}"
    assert quotes_of(tmp_path, find, "One two three four five six.", network="x") == ()


def test_a_network_without_a_limit_never_fires(tmp_path: Path) -> None:
    find = "{kind: measure, measure: words, above: {x: 3}}"
    assert quotes_of(tmp_path, find, "One two three four five six.") is None


@pytest.mark.parametrize(("words", "points"), [(5, 0), (6, -1), (7, -2), (9, -4), (12, -4)])
def test_a_curve_gives_points_in_proportion(tmp_path: Path, words: int, points: int) -> None:
    """Four points at nine words, none at five, a straight line between."""
    find = "{kind: measure, measure: words, curve: [[5, 0], [9, 1]]}"
    found = finding_of(tmp_path, find, " ".join(["bread"] * words))
    assert (found.points if found else 0) == points


EVIDENCE = """
  kind: evidence
  parts:
    one: {title: {en: first, pl: pierwsza, ru: первая}, kind: presence, any: [flour]}
    two: {title: {en: second, pl: druga, ru: вторая}, weight: 2, kind: presence, any: [water]}
    not: {title: {en: never, pl: nigdy, ru: никогда}, weight: -2, kind: presence, any: [glue]}
"""


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        ("We take flour for our good bread.", None),
        ("We take water for our good bread.", False),
        ("We take water and flour for bread.", True),
        ("We take water, flour and glue here.", None),
    ],
)
def test_evidence_is_weighed(tmp_path: Path, text: str, clear: bool | None) -> None:
    found = finding_of(tmp_path, EVIDENCE + "  levels: {weak: 2, clear: 3}", text)
    assert (found.clear if found else None) == clear


@pytest.mark.parametrize(
    ("needs", "text", "fires"),
    [
        ("{at_least: 2, of: 3}", "We take water and flour for bread.", True),
        ("{at_least: 2, of: 3}", "We take water and salt for bread.", False),
        ("{at_least: 1, and: [one]}", "We take water and salt for bread.", False),
        ("{at_least: 1, and: [one]}", "We take flour and salt for bread.", True),
    ],
)
def test_evidence_is_counted(tmp_path: Path, needs: str, text: str, fires: bool) -> None:
    assert (finding_of(tmp_path, f"{EVIDENCE}  needs: {needs}", text) is not None) == fires


def test_evidence_sentence_by_sentence_is_as_clear_as_its_clearest_sentence(tmp_path: Path) -> None:
    text = "We take flour for our bread. We take water and flour for our rolls."
    found = finding_of(tmp_path, EVIDENCE + "  levels: {weak: 1, clear: 3}\n  each: sentence", text)
    assert found is not None
    assert found.clear
    apart = "We take flour for our bread. We take water for our good tea."
    assert finding_of(tmp_path, EVIDENCE + "  levels: {clear: 3}\n  each: sentence", apart) is None


def test_evidence_names_what_is_there_and_what_is_missing(tmp_path: Path) -> None:
    found = finding_of(tmp_path, EVIDENCE + "  levels: {clear: 2}", "We take water for our good bread.")
    assert found is not None
    assert found.slots["parts"] == ("two",)
    assert found.slots["found"] == {"en": "second", "pl": "druga", "ru": "вторая"}
    assert found.slots["missing"] == {"en": "first", "pl": "pierwsza", "ru": "первая"}


@pytest.mark.parametrize(
    ("find", "text", "fires"),
    [
        ("{kind: combine, all: [flour, water]}", "We take flour and water for bread.", True),
        ("{kind: combine, all: [flour, water]}", "We take flour and salt for bread.", False),
        ("{kind: combine, any: [flour, water]}", "We take flour and salt for bread.", True),
        ("{kind: combine, any: [flour, water], at_least: 2}", "We take flour and salt for bread.", False),
        ("{kind: combine, any: [flour, water], at_least: 2}", "We take flour and water for bread.", True),
        ("{kind: combine, none: [flour]}", "We take water and salt for bread.", True),
        ("{kind: combine, none: [flour]}", "We take flour and salt for bread.", False),
        ("{kind: combine, none: [reason]}", "We take water and salt for bread.", True),
        ("{kind: presence, any: [bread], unless_finding: [flour]}", "We take flour and salt for bread.", False),
        ("{kind: presence, any: [bread], unless_finding: [flour]}", "We take water and salt for bread.", True),
    ],
)
def test_findings_are_combined(tmp_path: Path, find: str, text: str, fires: bool) -> None:
    others = {name: f"{{kind: presence, any: [{name}]}}" for name in ("flour", "water")}
    assert (finding_of(tmp_path, find, text, others=others) is not None) == fires


@pytest.mark.parametrize(
    ("brand", "when", "fires"),
    [
        (Brand(space="library"), "{space: library}", True),
        (Brand(), "{space: library}", False),
        (Brand(answerer=False), "{answerer: false}", True),
        (Brand(answerer=None), "{answerer: false}", False),
        (Brand(crisis=True), "{crisis: true}", True),
        (Brand(stance="broadcast"), "{stance: broadcast, crisis: true}", False),
    ],
)
def test_settings_decide_whether_a_find_looks(tmp_path: Path, brand: Brand, when: str, fires: bool) -> None:
    find = f"{{kind: presence, any: [bread], when: {when}}}"
    assert (finding_of(tmp_path, find, "We bake bread for you today.", brand=brand) is not None) == fires


BEFORE = "We bake bread every morning at six. Come and see us at the market."


@pytest.mark.parametrize(
    ("find", "text", "fires"),
    [
        ("{kind: overlap, at_least: 0.5}", "We bake bread every morning at six. Rolls too.", True),
        ("{kind: overlap, at_least: 0.5}", "We bake bread every day. The rolls come at seven or at eight.", False),
        ("{kind: overlap, part: opening, at_least: 1}", "We bake bread every morning at six. Rolls come later, at seven.", True),
        ("{kind: overlap, part: opening, at_least: 1}", "Rolls come at seven. We bake bread every morning at six.", False),
        ("{kind: overlap, part: closing, at_least: 1}", "Rolls come at seven. Come and see us at the market.", True),
        ("{kind: overlap, part: closing, at_least: 1, times: 2}", "Rolls come at seven. Come and see us at the market.", False),
        ("{kind: overlap, posts: 1}", "We bake bread every morning at six. Rolls too.", False),
    ],
)  # fmt: skip
def test_a_draft_is_compared_with_its_feed(tmp_path: Path, find: str, text: str, fires: bool) -> None:
    feed = ("Something else entirely was told here.", BEFORE)
    assert (finding_of(tmp_path, find, text, feed=feed) is not None) == fires
