"""What must hold for every draft, whatever the rules find in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.engine.judge import judge
from bot.engine.kinds.combine import HINT, REASON
from bot.engine.model import Draft, Language, Review
from bot.engine.rule import Rule
from bot.engine.ruleset import RuleSet
from bot.engine.text import read
from tests.rules.posts import Row, review, rows, rules

PROMO = {
    "en": ("Buy now.", "Order yours today.", "Shop the sale.", "Get yours in our online shop."),
    "pl": ("Kup teraz.", "Zamów już dziś.", "Skorzystaj z promocji.", "Kupisz w naszym sklepie internetowym."),
    "ru": ("Купите сейчас.", "Заказывайте сегодня.", "Успейте на распродажу.", "Закажите в нашем интернет-магазине."),
}
UNIT = {
    "en": ("The desk in room 12 answers until 18:00.", "The walk takes 25 minutes from the north gate."),
    "pl": ("Punkt w sali 12 odpowiada do 18:00.", "Dojście od bramy północnej trwa 25 minut."),
    "ru": ("Стойка в кабинете 12 отвечает до 18:00.", "Дорога от северных ворот занимает 25 минут."),
}
SELLING = {"selling", "promo-heavy", "pure-promo"}
DETAIL = {"concrete-detail"}

any_row = st.sampled_from(rows())


def others(given_review: Review, aside: Collection[str]) -> set[tuple[str, int, bool]]:
    return {(found.id, found.points, found.clear) for found in given_review.findings if found.id not in aside}


def ids(given_review: Review) -> set[str]:
    return {found.id for found in given_review.findings}


def with_sentence(draft: Draft, sentence: str) -> Draft:
    return replace(draft, text=f"{draft.text.rstrip()}\n{sentence}")


@settings(max_examples=150, deadline=None, derandomize=True)
@given(any_row, st.integers(0, 3))
def test_one_more_promo_phrase_never_raises_the_score(row: Row, which: int) -> None:
    before, after = review(row.draft), review(with_sentence(row.draft, PROMO[row.language][which]))
    assume(before.score is not None and others(before, SELLING) == others(after, SELLING))
    assert (after.score or 0) <= (before.score or 0)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(any_row, st.integers(0, 1))
def test_one_more_usable_unit_never_lowers_the_score(row: Row, which: int) -> None:
    before, after = review(row.draft), review(with_sentence(row.draft, UNIT[row.language][which]))
    aside = SELLING | DETAIL
    assume(before.score is not None and others(before, aside) == others(after, aside))
    assert (after.score or 0) >= (before.score or 0)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(any_row, st.sampled_from(["", " ", "\n", "\n\n  ", "\t\u00a0"]), st.sampled_from(["", " ", "\n\n", " \u200b"]))
def test_white_space_at_the_ends_does_not_matter(row: Row, front: str, back: str) -> None:
    text = row.draft.text.strip()
    assert review(replace(row.draft, text=front + text + back)).score == review(replace(row.draft, text=text)).score


@settings(max_examples=100, deadline=None, derandomize=True)
@given(any_row)
def test_it_does_not_matter_where_an_emoji_stands(row: Row) -> None:
    text = row.draft.text.strip()
    first, last = (review(replace(row.draft, text=moved)) for moved in (f"🌿 {text}", f"{text} 🌿"))
    assert first.score == last.score


@settings(max_examples=200, deadline=None, derandomize=True)
@given(any_row, st.data())
def test_one_word_in_capitals_changes_nothing_but_shouting(row: Row, data: st.DataObject) -> None:
    text = read(row.draft.text)
    ordinary = [
        span
        for span in map(text.origin, zip(text.starts, text.ends, strict=True))
        # A capital behind an emoji or a mark begins a sentence: that word is no ordinary one either.
        if (word := row.draft.text[span[0] : span[1]]).isalpha()
        and word.islower()
        and len(word) > 3
        and row.draft.text[: span[0]].rstrip(" ")[-1:].isalpha()
    ]
    assume(ordinary)
    start, end = data.draw(st.sampled_from(ordinary))
    louder = row.draft.text[:start] + row.draft.text[start:end].upper() + row.draft.text[end:]
    before, after = review(row.draft), review(replace(row.draft, text=louder))
    # A word after "comment" or "use code" is no ordinary one: in capitals it is a ballot or a code ("comment YES").
    assume(not {"bait-comment", "selling"} & (ids(before) ^ ids(after)))
    assert others(before, {"shouting"}) == others(after, {"shouting"})


@settings(max_examples=150, deadline=None, derandomize=True)
@given(any_row, st.sampled_from(rules().rules))
def test_a_rule_moves_no_more_than_its_points(row: Row, rule: Rule) -> None:
    """A reason also moves promotion by its proportion, a concrete detail also reason-to-follow and promotion."""
    gone = dependents(rule.id, rules())
    before, after = review(row.draft), judge(row.draft, without(gone, rules()))
    assume(before.score is not None)
    budget = sum(worth(found.id, before) for found in before.findings if found.id in gone)
    assert abs(before.raw - after.raw) <= budget


def worth(finding: str, given_review: Review) -> int:
    found = next(found for found in given_review.findings if found.id == finding)
    scoring = rules().scoring
    points = abs(found.points)
    if found.reason:
        points += found.reason + scoring.reasons.more + scoring.proportion.reason
    if finding == scoring.named.detail:
        points += scoring.reasons.detail + scoring.proportion.detail
    return points


def dependents(finding: str, ruleset: RuleSet) -> set[str]:
    """A rule and all that are made of it, one by one or through the pseudo findings for reasons."""
    gone = {finding}
    if ruleset_reason(finding, ruleset):
        gone |= {rule.id for rule in ruleset.rules if {*rule.find.depends_on()} & {REASON, HINT}}
    while more := {rule.id for rule in ruleset.rules if {*rule.find.depends_on()} & gone} - gone:
        gone |= more
    return gone


def ruleset_reason(finding: str, ruleset: RuleSet) -> bool:
    return any(rule.id == finding and rule.reason for rule in ruleset.rules)


def without(gone: Collection[str], ruleset: RuleSet) -> RuleSet:
    programs = {
        language: replace(program, rules=tuple(pair for pair in program.rules if pair[0].id not in gone))
        for language, program in ruleset.programs.items()
    }
    return replace(ruleset, programs=programs)


@pytest.mark.parametrize("language", ["en", "pl", "ru"])
def test_the_probes_are_what_they_say(language: Language) -> None:
    """A promo phrase sells, and a usable unit is a detail: otherwise the properties above would prove nothing."""
    for sentence in PROMO[language]:
        found = {f.id for f in review(Draft(f"{sentence} {sentence} {sentence}", language=language)).findings}
        assert "selling" in found, sentence
    for sentence in UNIT[language]:
        found = {f.id for f in review(Draft(sentence, language=language)).findings}
        assert "concrete-detail" in found, sentence
