from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args, get_type_hints

import pytest

from bot.engine import model
from bot.engine.model import (
    LANGUAGES,
    NETWORKS,
    Act,
    Band,
    Brake,
    Confidence,
    Draft,
    Finding,
    Fix,
    Language,
    Line,
    NoScore,
    Review,
)
from bot.render.answer import Previous, answer_to
from bot.render.catalogue import say
from tests.render.samples import FALSE_URGENCY, PURE_PROMO, SALE, SAMPLES, boots, find, no_score, sale, water


def test_the_weak_draft_of_the_specification_is_answered_as_it_says() -> None:
    answer = answer_to(sale(), "en")
    assert answer.headline == "🔴 Weak · 5 of 100"
    assert answer.place == "Facebook · English · a call to act"
    assert [verdict.text for verdict in answer.tests] == [
        "nothing a non-buyer could use",
        "3 of 3 sentences sell",
        "broadcast, empty",
    ]
    assert answer.takeaway
    assert answer.takeaway.text == "nothing I can find."
    assert answer.strength
    assert answer.strength.title == "Short and easy to read (clarity 6/6)"
    assert [advice.title for advice in answer.advice] == ["Every sentence sells", "Pressure without a limit"]
    assert answer.worth == "Fixing 1 → about 60 · 1 and 2 → about 66"
    assert " · ".join(line.text for line in answer.sums) == (
        "reason to follow 0/30 · takeaway 0/20 · promotion 4−12 → 0/12 · opening 2−6 → 0/8 · listening 2/8 · "
        "honesty 10−6−4 → 0/12 · clarity 6/6 · network 4/4"
    )
    assert answer.account == ("raw 12 · pure promo ×0.42: −7 · score 5", "Held down by “Every sentence sells”")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_figure_of_an_answer_adds_up(name: str, language: Language) -> None:
    """Read back from the words: start and moves make the value, the values and the brake make the score."""
    review = SAMPLES[name]()
    answer = answer_to(review, language)
    total = 0
    for line in answer.sums:
        figures = re.search(r"(?:(\d+(?:[+−]\d+)+) → )?(\d+)/(\d+)$", line.text)
        assert figures, line.text
        moved, value, size = figures[1], int(figures[2]), int(figures[3])
        if moved:
            points = sum(int(part.replace("−", "-")) for part in re.findall(r"[+−]?\d+", moved))
            assert value == min(size, max(0, points))
        total += value
    cost = re.search(r": −(\d+) ·", answer.account[0])
    assert str(total - (int(cost[1]) if cost else 0)) == answer.account[0].rsplit(" ", 1)[1] == str(review.score)


def test_explanations_are_in_the_readers_language_and_wording_in_the_drafts() -> None:
    advice = answer_to(sale(), "ru").advice[0]
    assert advice.title == "Каждая фраза продаёт"
    assert advice.say == "Тому, кто сегодня не покупает, это ничего не даёт."
    assert advice.change.startswith("Say what, how much, until when")


def test_words_that_the_explanation_quotes_are_not_quoted_twice() -> None:
    hollow = answer_to(water(), "ru").advice[0]
    assert hollow.quotes == ()
    assert "«Как вам погода?»" in hollow.say


def test_at_most_three_findings_are_advised() -> None:
    review = sale()
    fixes = tuple(Fix(fix.finding, 40 + place, 40 + place) for place, fix in enumerate(review.fixes * 3))
    answer = answer_to(replace(review, fixes=fixes), "en")
    assert [advice.number for advice in answer.advice] == [1, 2, 3]
    assert answer.worth == "Fixing 1 → about 40 · 1 and 2 → about 41 · all three → about 42"


def test_one_fix_is_not_numbered() -> None:
    review = sale()
    assert answer_to(replace(review, fixes=review.fixes[:1]), "en").worth == "Fixing this → about 60"


def test_a_fix_that_brings_no_points_gets_no_figure() -> None:
    review = sale()
    fixes = (Fix(review.findings[0], 5, 5), Fix(review.findings[1], 5, 9))
    assert answer_to(replace(review, fixes=fixes), "en").worth == "Fixing 1 and 2 → about 9"
    assert answer_to(replace(review, fixes=fixes[:1]), "en").worth == ""


def test_a_sum_that_grows_no_further_is_not_repeated() -> None:
    review = sale()
    fixes = tuple(Fix(review.findings[0], total, total) for total in (60, 60, 66))
    assert answer_to(replace(review, fixes=fixes), "en").worth == "Fixing 1 → about 60 · all three → about 66"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("line", boots().lines, ids=lambda line: line.dimension)
def test_a_draft_without_a_fault_that_is_not_strong_learns_where_most_points_are_left(
    line: Line, language: Language
) -> None:
    lines = tuple(replace(one, value=0 if one == line else one.size) for one in boots().lines)
    review = replace(
        boots(), band="mixed", score=54, near_edge=False, confidence="high", fixes=(), lines=lines, notes=()
    )
    assert answer_to(review, language).remarks == (say(language, "room", hint=say(language, f"room-{line.dimension}")),)
    assert answer_to(replace(review, lines=()), language).remarks == ()


def test_the_strongest_strength_is_named_and_weak_evidence_counts_less() -> None:
    answer = answer_to(boots(), "en")
    assert answer.strength
    assert answer.strength.title == "Useful knowledge"
    faint = tuple(replace(finding, clear=finding.id != "value-guidance") for finding in boots().findings)
    detail = tuple(replace(finding, points=20) if finding.id == "concrete-detail" else finding for finding in faint)
    answer = answer_to(replace(boots(), findings=detail), "en")
    assert answer.strength
    assert answer.strength.title == "Details to use"


def test_without_a_strength_the_fullest_dimension_is_named_with_its_figures() -> None:
    lines = (Line("takeaway", 20, 0, (("x", 12),), 12), Line("honesty", 12, 10, (("y", -6),), 4))
    answer = answer_to(replace(sale(), lines=lines), "en")
    assert answer.strength
    assert answer.strength.title == "What holds up best: takeaway, 12 of 20"


def test_a_draft_with_nothing_good_gets_no_invented_praise() -> None:
    lines = (Line("takeaway", 20, 0, (), 0), Line("honesty", 12, 10, (("y", -16),), 0))
    assert answer_to(replace(sale(), lines=lines), "en").strength is None


def test_a_better_version_tells_what_was_fixed() -> None:
    answer = answer_to(boots(), "en", Previous(58, sale().findings[:1]))
    assert answer.headline == "🟢 Strong · 76 of 100 (+18)"
    assert answer.since == "58 → 76: fixed “Every sentence sells”."


def test_a_worse_version_tells_what_is_new() -> None:
    answer = answer_to(sale(), "en", Previous(58, (FALSE_URGENCY, "missing-terms", "unheard-of")))
    assert answer.headline == "🔴 Weak · 5 of 100 (−53)"
    assert answer.since == "58 → 5: new “Every sentence sells”, “A broadcast with nothing in it”."


def test_a_strength_that_is_gone_was_not_fixed() -> None:
    answer = answer_to(sale(), "en", Previous(76, boots().findings))
    assert "fixed" not in answer.since


def test_a_long_list_of_changes_is_cut() -> None:
    answer = answer_to(boots(), "pl", Previous(58, sale().findings))
    assert answer.since == (
        "58 → 76: poprawione „Każde zdanie sprzedaje”, „Komunikat, z którego nic nie wynika”, "
        "„Presja bez terminu” i jeszcze 1."
    )


def test_a_version_with_the_same_findings_says_that_nothing_changed() -> None:
    answer = answer_to(sale(), "en", Previous(5, sale().findings))
    assert answer.headline == "🔴 Weak · 5 of 100"
    assert answer.since == "Still 5: nothing that I judge has changed."


def test_a_version_without_a_score_is_nothing_to_compare_with() -> None:
    answer = answer_to(sale(), "en", Previous(None, ()))
    assert (answer.since, answer.headline) == ("", "🔴 Weak · 5 of 100")


@pytest.mark.parametrize(
    ("band", "score", "expected"),
    [
        ("weak", 38, "A close call: it could as well be mixed."),
        ("mixed", 41, "A close call: it could as well be weak."),
        ("mixed", 68, "A close call: it is almost strong."),
        ("strong", 71, "A close call: it could as well be mixed."),
    ],
)
def test_near_an_edge_the_other_band_is_named(band: Band, score: int, expected: str) -> None:
    review = replace(water(), band=band, score=score, near_edge=True, confidence="high")
    assert answer_to(review, "en").remarks == (expected,)


def test_what_the_coach_cannot_tell_is_said_and_an_unknown_note_is_left_out() -> None:
    review = replace(sale(), notes=("irony", "picture", "long-draft", "slow-pattern", "from-the-future"))
    assert len(answer_to(review, "pl").remarks) == 4


def test_low_confidence_is_said() -> None:
    assert "I'm not sure of this one: there is little to go on." in answer_to(water(), "en").remarks


def test_a_finding_on_trial_is_shown_without_points() -> None:
    trial = find(PURE_PROMO, SALE, "shop now", dimension="promotion", points=-12, trial=True)
    answer = answer_to(replace(boots(), draft=Draft(SALE), findings=(*boots().findings, trial), takeaway=None), "en")
    promotion = answer.sums[2].points
    assert [(point.mark, point.title) for point in promotion] == [
        ("+8", "in proportion to what it gives"),
        ("–", "Every sentence sells (on trial, no points)"),
    ]


def test_every_finding_is_in_the_list_of_every_point() -> None:
    for sample in SAMPLES.values():
        review = sample()
        answer = answer_to(review, "en")
        listed = [point.title for line in answer.sums for point in line.points] + [p.title for p in answer.others]
        assert {finding.card.title["en"] for finding in review.findings} <= set(listed)


def test_a_finding_of_an_unknown_dimension_is_listed_too() -> None:
    stray = find(PURE_PROMO, SALE, "shop now", dimension="brand-new", points=-3)
    assert [point.title for point in answer_to(replace(sale(), findings=(stray,)), "en").others] == [
        "Every sentence sells"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", get_args(NoScore))
def test_without_a_score_the_reason_and_the_remedy_are_said(why: NoScore, language: Language) -> None:
    answer = answer_to(no_score(why), language)
    assert answer.headline.startswith("⚪ ")
    assert len(answer.remarks) == 1
    assert (answer.tests, answer.sums, answer.place) == ((), (), "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_the_model_has_words(language: Language) -> None:
    """Networks, languages, acts, conversations, confidences, brakes with and without a name."""
    for network in NETWORKS:
        assert answer_to(replace(sale(), draft=Draft(SALE, network=network)), language).place
    for act in get_args(Act):
        assert answer_to(replace(sale(), act=act), language).place
    for kind in get_args(get_type_hints(model.Tests)["conversation"]):
        answer = answer_to(replace(sale(), tests=replace(sale().tests, conversation=kind)), language)
        assert answer.tests[2].text
    for confidence in get_args(Confidence):
        assert answer_to(replace(sale(), confidence=confidence), language).headline
    braked = replace(sale(), brake=Brake("brand-new", 0.5, -7, ()))
    assert "brand new ×0" in answer_to(braked, language).account[0]


def test_a_reason_without_a_finding_is_called_by_its_id() -> None:
    tests = model.Tests("value-deal", False, 0, 2, "broadcast")
    verdict = answer_to(replace(sale(), tests=tests), "en").tests[0]
    assert verdict.text == "value deal, but only hinted at"


def test_an_unclear_language_leaves_the_suggestion_in_the_readers() -> None:
    review: Review = replace(sale(), language=None)
    assert answer_to(review, "pl").advice[0].change.startswith("Napisz")


def test_information_has_a_mark_of_its_own() -> None:
    info: Finding = replace(sale().findings[0], sign="i", points=0)
    answer = answer_to(replace(boots(), findings=(info,)), "en")
    assert ("·", "Every sentence sells") in [(point.mark, point.title) for point in answer.sums[2].points]
