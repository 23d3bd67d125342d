from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.engine.model import LANGUAGES, Language, Review
from bot.render.answer import Previous
from bot.render.telegram import fits, plain, review_html
from bot.render.wording import units
from tests.render.any_review import PREVIOUS, REVIEWS
from tests.render.golden import assert_golden
from tests.render.samples import PURE_PROMO, SAMPLES, no_score, sale
from tests.support.telegram_html import RefusedHtmlError, parse


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_whole_answers_read_as_agreed(name: str, language: Language) -> None:
    previous = None if name == "sale" else Previous(58, sale().findings[:2])
    assert_golden(f"{name}.{language}.html", review_html(SAMPLES[name](), language, previous) + "\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_without_a_score_read_as_agreed(language: Language) -> None:
    answers = [review_html(no_score(why), language) for why in ("empty", "too-little", "language")]
    assert_golden(f"no-score.{language}.html", "\n\n".join(answers) + "\n")


@given(REVIEWS, st.sampled_from(LANGUAGES), PREVIOUS)
@settings(max_examples=150)
def test_any_draft_gives_html_that_telegram_takes(review: Review, reader: Language, previous: Previous | None) -> None:
    html = review_html(review, reader, previous)
    text = parse(html)
    assert text.strip()
    assert units(text) <= 4096
    assert len(html) <= 12_000
    assert html.count("</") <= 100
    assert html.count("<blockquote expandable>") <= 1
    html.encode("utf-8")


@given(REVIEWS)
@settings(max_examples=50)
def test_our_own_reading_of_the_html_is_telegrams(review: Review) -> None:
    html = review_html(review, "en")
    assert plain(html) == parse(html)


def test_markup_in_a_draft_is_shown_and_not_obeyed() -> None:
    html = review_html(sale_with("<b>MEGA</b> & </blockquote>"), "en")
    assert "“<b>MEGA</b> & </blockquote>”" in parse(html)


def sale_with(words: str) -> Review:
    review = sale()
    findings = tuple(replace(finding, quotes=(words,)) for finding in review.findings)
    fixes = tuple(replace(fix, finding=replace(fix.finding, quotes=(words,))) for fix in review.fixes)
    return replace(review, findings=findings, fixes=fixes)


def test_the_list_of_every_point_gives_way_before_the_advice() -> None:
    review = sale()
    stray = [replace(PURE_PROMO, id=f"promo-{place}") for place in range(120)]
    many = replace(review, findings=(*review.findings, *(replace(review.findings[0], card=card) for card in stray)))
    html = review_html(many, "en")
    assert fits(html)
    assert "raw 12 · pure promo ×0.42: −7 · score 5" in html
    assert "Pressure without a limit" in html
    assert "−12 Every sentence sells" not in html


def test_the_list_of_every_point_is_folded_and_last() -> None:
    html = review_html(sale(), "en")
    assert html.endswith("</blockquote>")
    assert re.search(r"<blockquote expandable><b>Every point</b>\nreason to follow 0/30\n", html)


@pytest.mark.parametrize("html", ["<b>open", "<script>x</script>", "</b>", "a < b", "<b><i>x</b></i>"])
def test_the_checker_refuses_what_telegram_refuses(html: str) -> None:
    with pytest.raises(RefusedHtmlError):
        parse(html)
