"""Why a rule fired, or why it did not: what was found, what stopped it and where that stands, the points either way."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.engine.explain import Explanation, explain
from bot.engine.loader import load
from bot.engine.model import Draft
from bot.errors import UsageError
from tests.support.rulebook import folder_of, whole_rule

BREAD = "We bake our bread at night for all of you."


def explained(tmp_path: Path, rule: str, text: str, finding: str = "bread", **files: str) -> Explanation:
    every = {"clarity/bread.yaml": rule} | {f"clarity/{name}.yaml": body for name, body in files.items()}
    loaded = load(folder_of(tmp_path, every))
    assert loaded.mistakes == ()
    return explain(finding, Draft(text, language="en"), loaded.rules)


def with_find(find: str) -> str:
    text = whole_rule()
    return text[: text.index("find:")] + f"find: {find}\n" + text[text.index("say:") :]


def test_a_rule_that_fires_tells_the_words_and_the_points(tmp_path: Path) -> None:
    told = explained(tmp_path, whole_rule(), BREAD)
    assert (told.fired, told.spans, told.stops, told.empty) == (True, ((12, 17),), (), ())
    [seen] = told.seen
    assert (seen.list, seen.quote, str(seen.entry.place)) == ("any", "bread", "rules/clarity/bread.yaml:8:14")
    assert told.score is not None
    assert told.without is not None
    assert told.score < told.without
    assert told.if_fired == told.score


def test_a_silent_rule_tells_which_list_is_empty_and_what_it_would_cost(tmp_path: Path) -> None:
    told = explained(tmp_path, whole_rule(), "We bake our cake at night for all of you.")
    assert (told.fired, told.seen, told.empty) == (False, (), ("any",))
    assert told.score == told.without
    assert told.score is not None
    assert told.if_fired is not None
    assert told.if_fired < told.score


STOPPED = [
    ("{kind: presence, any: [bread], unless: [{entry: at night, within: sentence, because: it is a job}]}",
     "it is a job", "rules/clarity/bread.yaml:6:48"),
    ("{kind: presence, any: [bread], unless: [{measure: exclamations, below: 1, because: it is calm}]}",
     "it is calm", None),
    ("{kind: presence, any: [bread], unless_finding: [other]}", 'the finding "other" explains it already', None),
    ("{kind: unsupported, ask: [bread], support: [at night]}", "it is supported nearby",
     "rules/clarity/bread.yaml:6:51"),
    ("{kind: combine, any: [other], none: [third]}", 'the finding "third" is there', None),
]  # fmt: skip


@pytest.mark.parametrize(("find", "why", "place"), STOPPED)
def test_what_stopped_a_rule_is_named_with_its_line(tmp_path: Path, find: str, why: str, place: str | None) -> None:
    other = whole_rule("other", en="night", pl="noc", ru="ночь")
    third = whole_rule("third", en="all", pl="co", ru="для")
    told = explained(tmp_path, with_find(find), BREAD, other=other, third=third)
    assert not told.fired
    [stop] = told.stops
    assert stop.why == why
    assert (str(stop.entry.place) if stop.entry else None) == place


def test_what_was_counted_is_told_also_below_the_limit(tmp_path: Path) -> None:
    told = explained(tmp_path, with_find("{kind: count, any: [bread, night], at_least: 3}"), BREAD)
    assert not told.fired
    assert told.slots["count"] == 2
    assert {seen.quote for seen in told.seen} == {"bread", "night"}


def test_an_unknown_rule_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='no rule "cake"'):
        explained(tmp_path, whole_rule(), BREAD, finding="cake")


def test_a_language_that_is_unknown_has_to_be_named(tmp_path: Path) -> None:
    loaded = load(folder_of(tmp_path, {"clarity/bread.yaml": whole_rule()}))
    with pytest.raises(UsageError, match="--lang"):
        explain("bread", Draft("これは日本語の文章です。とても短いです。"), loaded.rules)
    assert explain("bread", Draft(BREAD), loaded.rules).language == "en"
