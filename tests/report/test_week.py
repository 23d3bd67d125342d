"""A week's numbers: a month counted by hand, what holds for any drafts, and weeks with next to nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.report.calendar import Weeks, day_of, week_of
from bot.report.week import Material, Report, Revision, Share, Unfair, report, within
from bot.store.brands import BrandSettings
from bot.store.journal import Drafted, Found, Judged, Out
from tests.report.month import KINDS, LAST_WEEK, MONTH, ZONE, drafted, month

LATER = LAST_WEEK.until + 9 * 3600 * 1000
"""Monday, 30 November, 9:00."""


@pytest.fixture(scope="module")
def last_week() -> Report:
    return report(month(), LAST_WEEK, KINDS, LATER)


@pytest.fixture(scope="module")
def whole() -> Report:
    return report(month(), MONTH, KINDS, LATER)


def test_one_week_of_the_month_counted_by_hand(last_week: Report) -> None:
    now = last_week.now
    assert (now.drafts, now.unjudged, now.enough) == (15, 0, True)
    # w = 3: the scores run from 60 to 88 in steps of 2, and 74 is in the middle.
    assert now.score == 74
    # 0, 1, 2, 7 guide, 8 is a deal, 9 talks with people.
    assert now.reasons == Share(6, 15)
    assert now.by_kind == {
        "support": 0, "deal": 1, "exclusive": 0, "guidance": 4, "entertainment": 0, "conversation": 1,
    }  # fmt: skip
    # Brand 1 has the even ones, 0 2 4 6 8 10 12 14: 0 and 2 keep the promise, 8 gives a deal instead.
    assert now.kept == Share(2, 8)
    assert now.drift == 1
    assert now.acts == {"ask": 4, "urge": 4, "tell": 4, "reply": 3}
    assert now.asks == 8
    assert now.selling == Share(5, 15)
    assert (now.notices, now.genuine, now.hollow, now.loops) == (1, 1, 2, 1)
    # 0, 3, 6, 9, 12 were edited: they end at 60, 66, 72, 78, 84, in the middle 72, each 12 above its beginning.
    assert now.revision == Revision(5, 60, 72, (("shouting", 5), ("bait-vote", 3)))


def test_what_surrounds_that_week_counted_by_hand(last_week: Report) -> None:
    # Monday has 0, 7 and 14: 60, 74, 88. Reasons come on Monday, Tuesday and Wednesday; then readers wait.
    assert last_week.days[0].scores == (60, 74, 88)
    assert [day.reason for day in last_week.days] == [True, True, True, False, False, False, False]
    assert [day.waited for day in last_week.days] == [0, 0, 0, 1, 2, 3, 4]
    assert last_week.waited == 4
    assert last_week.promised == ("guidance", "conversation")
    # In order of time the last ten are 2 9 3 10 4 11 5 12 6 13, and those from 10 on sell.
    assert last_week.last == (False, False, False, True, False, True, False, True, False, True)
    assert (last_week.streak, last_week.limit) == (1, 0.30)
    # Asked on the 19th at noon; the last moment of the 29th is ten whole days later.
    assert last_week.asked == 10
    assert last_week.notes == {"heard": 3, "idea": 1, "result": 2}
    # 10 to 14 sell only; 10 and 11 ask about nothing.
    assert [(one.id, one.dimension, one.drafts) for one in last_week.recurring] == [
        ("pure-promo", "promotion", 5), ("hollow-question", "opening", 2),
    ]  # fmt: skip
    assert last_week.recurring[1].where[0].last.text == "SALE number 3-11, come and see."
    # Authors go round, so each has five.
    assert last_week.functions == (("shop", 5), ("workshop", 5))
    assert (last_week.unnamed, last_week.names) == (5, ("Marek",))
    # "shouting" was seen in the five first versions, "pure-promo" in 10 to 14.
    assert last_week.unfair == (Unfair("shouting", 2, 5), Unfair("pure-promo", 1, 5))


def test_a_week_is_compared_with_the_weeks_before_it(last_week: Report) -> None:
    # W45 to W47 have the means 44, 54 and 64; before them nobody wrote.
    assert [(past.weeks.name, past.drafts, past.score) for past in last_week.past[4:]] == [
        ("2026-W44", 0, None), ("2026-W45", 15, 44), ("2026-W46", 15, 54), ("2026-W47", 15, 64),
    ]  # fmt: skip
    assert last_week.usual_weeks == 3
    assert last_week.usual is not None
    assert (last_week.usual.drafts, last_week.usual.score) == (45, 54)
    assert last_week.usual.reasons == Share(18, 45)
    assert last_week.usual.selling == Share(15, 45)


def test_the_whole_month_counted_by_hand(whole: Report) -> None:
    now = whole.now
    # Four weeks with the means 44, 54, 64, 74.
    assert (now.drafts, now.score) == (60, 59)
    assert (now.reasons, now.kept, now.drift) == (Share(24, 60), Share(8, 32), 4)
    assert now.acts == {"ask": 16, "urge": 16, "tell": 16, "reply": 12}
    # The edited ones of a week end at 42 + 10 w in the mean, over four weeks 57.
    assert now.revision == Revision(20, 45, 57, (("shouting", 20), ("bait-vote", 12)))
    assert [(one.id, one.drafts) for one in whole.recurring] == [("pure-promo", 20), ("hollow-question", 8)]
    assert whole.usual is None
    assert len(whole.days) == 28


def test_parts_of_the_month_add_up_to_it(whole: Report) -> None:
    weeks = [report(month(), week, KINDS, LATER).now for week in MONTH.each()]
    assert sum(week.drafts for week in weeks) == whole.now.drafts
    assert sum(week.reasons.count for week in weeks) == whole.now.reasons.count
    assert sum(week.acts["urge"] for week in weeks) == whole.now.acts["urge"]
    for brand in (1, 2):
        assert sum(one.brand == brand for one in month().drafts) == 8 * 4 if brand == 1 else 7 * 4


def test_a_week_under_way_says_nothing_of_the_days_to_come() -> None:
    thursday = LAST_WEEK.since + 3 * 24 * 3600 * 1000 + 20 * 3600 * 1000
    seen = report(month(), LAST_WEEK, KINDS, thursday)
    assert [day.waited for day in seen.days] == [0, 0, 0, 1, None, None, None]
    assert seen.waited == 1


@pytest.mark.parametrize("drafts", [[], [drafted(3, 0)], [drafted(3, 0), drafted(3, 1)]])
def test_a_week_with_next_to_nothing_is_no_error(drafts: list[Drafted]) -> None:
    found = report(Material(drafts), LAST_WEEK, KINDS, LATER)
    assert found.now.drafts == len(drafts)
    assert not found.now.enough
    assert found.usual is None
    assert found.now.kept.part is None


def test_what_went_out_outweighs_what_was_only_drafted() -> None:
    posts = [Out(LAST_WEEK.since + day * 86_400_000, 1.0 if day > 2 else 0.0, ()) for day in range(6)]
    found = report(replace(month(), posts=posts), LAST_WEEK, KINDS, LATER)
    assert found.last == (False, False, False, True, True, True)
    assert found.streak == 3
    assert found.waited is None


def test_posts_after_the_week_do_not_count_in_it() -> None:
    posts = [Out(LAST_WEEK.since, 0.0, ("value-guidance",)), Out(LAST_WEEK.until, 1.0, ())]
    assert report(Material([], posts=posts), LAST_WEEK, KINDS, LATER).last == (False,)


def test_brands_with_different_limits_have_none_in_common() -> None:
    brands = {1: BrandSettings(), 2: BrandSettings(promo_limit=0.5)}
    assert report(Material([], brands), LAST_WEEK, KINDS, LATER).limit is None
    assert report(Material([], {1: BrandSettings(space="library")}), LAST_WEEK, KINDS, LATER).limit == 0
    assert report(Material([], {1: BrandSettings(space="bookshop")}), LAST_WEEK, KINDS, LATER).limit is None


def test_a_draft_without_a_score_is_told_but_not_counted() -> None:
    bare = Judged(LAST_WEEK.since, "…", None, None, None, 0.0)
    found = report(Material([Drafted(1, LAST_WEEK.since, None, None, bare, bare)]), LAST_WEEK, KINDS, LATER)
    assert (found.now.drafts, found.now.unjudged, found.now.score) == (0, 1, None)


def test_one_draft_with_a_weakness_twice_is_one_draft() -> None:
    twice = Found("shouting", "-", "clarity", -6, proven=False)
    one = Judged(LAST_WEEK.since, "A", "en", 50, "tell", 0.0, (twice, twice))
    assert (
        report(Material([Drafted(1, LAST_WEEK.since, None, None, one, one)]), LAST_WEEK, KINDS, LATER).recurring == ()
    )


def test_a_new_judgement_of_the_same_words_is_no_edit() -> None:
    loud = Judged(LAST_WEEK.since, "A", "en", 50, "tell", 0.0, (Found("shouting", "-", "clarity", -6, proven=False),))
    other = Judged(LAST_WEEK.since, "A", "en", 60, "tell", 0.0)
    drafts = [Drafted(1, LAST_WEEK.since, None, None, loud, other, versions=2)]
    assert report(Material(drafts, {}), LAST_WEEK, KINDS, LATER).now.revision is None


MOMENTS = st.integers(1_750_000_000_000, 1_850_000_000_000)
ZONES = st.sampled_from(sorted(available_timezones() - {"localtime", "Factory"}))
IDS = st.sampled_from(["value-guidance", "value-deal", "genuine-question", "service-notice"])


@st.composite
def any_draft(draw: st.DrawFn) -> Drafted:
    at = draw(MOMENTS)
    found = tuple(Found(id_, "+", "reason-to-follow", 0, draw(st.booleans())) for id_ in draw(st.sets(IDS)))
    scores = st.one_of(st.none(), st.integers(0, 100))
    act = draw(st.sampled_from(["ask", "urge", "tell", "reply"]))
    texts = st.sampled_from(["text", "another text"])
    first, last = (Judged(at, draw(texts), "en", draw(scores), act, draw(st.floats(0, 1)), found) for _ in range(2))
    brand = draw(st.sampled_from([None, 1, 2]))
    return Drafted(
        draw(st.integers(1)), at, brand, draw(st.sampled_from([None, 5, 6])), first, last, draw(st.integers(1, 3))
    )


BRANDS = {1: BrandSettings(promise=("guidance",)), 2: BrandSettings()}


@given(st.lists(any_draft(), max_size=30), ZONES)
def test_parts_add_up_whatever_was_written(drafts: list[Drafted], zone: str) -> None:
    at = drafts[0].created if drafts else 1_800_000_000_000
    found = report(Material(drafts, BRANDS), week_of(at, zone), KINDS, at)
    now = found.now
    assert now.drafts + now.unjudged == len(within(drafts, found.weeks))
    assert sum(now.acts.values()) == now.drafts == now.reasons.of == now.selling.of
    assert sum(len(day.scores) for day in found.days) == now.drafts
    assert now.kept.count + now.drift <= now.kept.of <= now.drafts
    assert now.kept.count <= now.reasons.count
    assert sum(count for _, count in found.functions) + found.unnamed == now.drafts + now.unjudged
    assert sum(found.last) >= found.streak


@given(st.lists(MOMENTS, min_size=1, max_size=20), ZONES)
def test_a_time_zone_moves_drafts_between_weeks_and_loses_none(moments: list[int], zone: str) -> None:
    bare = Judged(0, "", None, None, None, 0.0)
    drafts = [Drafted(number, at, None, None, bare, bare) for number, at in enumerate(moments)]
    weeks = {week_of(at, zone).monday for at in moments}
    in_weeks = [one.id for monday in weeks for one in within(drafts, Weeks(monday, zone))]
    assert sorted(in_weeks) == [one.id for one in drafts]


@given(MOMENTS, ZONES)
def test_weeks_follow_each_other_without_a_gap(at: int, zone: str) -> None:
    week = week_of(at, zone)
    assert week.since <= at < week.until
    assert week.until == week.later().since
    assert week.since == week.earlier().until
    assert week.days[0] <= day_of(at, zone) <= week.last
    assert week.monday.weekday() == 0


def test_an_hour_of_difference_moves_a_draft_into_the_next_week() -> None:
    at = LAST_WEEK.until - 30 * 60_000  # Sunday, 23:30 in Warsaw
    assert week_of(at, ZONE) == LAST_WEEK
    assert week_of(at, "Asia/Kathmandu").monday == LAST_WEEK.monday + timedelta(days=7)
    assert week_of(at, "America/New_York").monday == date(2026, 11, 23)
