"""Records: JSON objects become drafts, reviews become JSON objects."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from bot.cli.records import draft_of, record_of
from bot.engine.feed import post_of
from bot.engine.model import Brake, Brand, Draft, Line, Post, Review
from bot.engine.model import Tests as NamedTests
from bot.errors import UsageError
from tests.support.reviews import finding, review

NOW = datetime(2026, 3, 8, 9, 30, tzinfo=UTC)


def judged(draft: Draft) -> Review:
    """A judge for whom two of four sentences sell, with one clear reason and one weak one."""
    from dataclasses import replace

    clear = replace(finding("value-guidance", 26), reason=26)
    weak = replace(finding("value-deal", 20), reason=20, clear=False)
    tests = NamedTests("value-guidance", True, 2, 4, "broadcast")
    return replace(review(draft, 70, clear, weak, finding("promo-heavy")), tests=tests)


def read(**record: Any) -> Draft:
    return draft_of({"text": "Hello", **record}, judged, NOW)


def test_a_text_is_enough() -> None:
    assert read() == Draft("Hello", network="telegram", now=NOW)


def test_everything_about_a_draft_can_be_said() -> None:
    draft = read(
        lang="pl",
        network="x",
        now="2026-01-02T03:04:05+01:00",
        brand={
            "name": "Oak",
            "promise": ["guidance", "deal"],
            "stance": "broadcast",
            "space": "library",
            "channel": "community",
            "answerer": False,
            "promo_limit": 0.2,
            "legal": "eu-pl",
            "crisis": True,
            "muted": ["shouting"],
        },
    )
    assert (draft.language, draft.network) == ("pl", "x")
    assert draft.now == datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=1)))
    assert draft.brand == Brand(
        "Oak",
        ("guidance", "deal"),
        "broadcast",
        "library",
        "community",
        False,
        0.2,
        "eu-pl",
        True,
        frozenset({"shouting"}),
    )


def test_null_means_not_said() -> None:
    assert read(lang=None, network=None, brand=None, feed=None, now=None) == read()
    assert read(brand={"answerer": None}).brand == Brand()


def test_what_a_record_leaves_open_comes_from_the_command_line() -> None:
    default = Draft("", network="x", language="ru")
    assert draft_of({"text": "a"}, judged, NOW, default) == Draft("a", network="x", language="ru", now=NOW)
    assert draft_of({"text": "a", "lang": "en", "network": "vk"}, judged, NOW, default).network == "vk"


def test_a_time_without_a_zone_is_utc() -> None:
    assert read(now="2026-01-02").now == datetime(2026, 1, 2, tzinfo=UTC)


def test_an_earlier_post_that_says_everything_is_taken_as_it_is() -> None:
    draft = read(feed=[{"text": "a", "at": "2026-01-01", "promo": 1, "reasons": ["value-deal"]}])
    assert draft.feed.posts == (Post("a", datetime(2026, 1, 1, tzinfo=UTC), 1.0, ("value-deal",)),)


def test_what_an_earlier_post_leaves_out_is_judged() -> None:
    first, second, third = read(
        feed=[{"text": "a"}, {"text": "b", "promo": 0}, {"text": "c", "reasons": []}]
    ).feed.posts
    assert first == Post("a", None, 0.5, ("value-guidance",))
    assert second == Post("b", None, 0.0, ("value-guidance",))
    assert third == Post("c", None, 0.5, ())


def test_dated_posts_are_put_newest_first_and_undated_ones_stay_as_sent() -> None:
    dated = read(feed=[{"text": "old", "at": "2026-01-01"}, {"text": "new", "at": "2026-02-01"}])
    assert [post.text for post in dated.feed.posts] == ["new", "old"]
    partly = read(feed=[{"text": "one"}, {"text": "two", "at": "2026-02-01"}])
    assert [post.text for post in partly.feed.posts] == ["one", "two"]


def test_a_text_without_sentences_sells_nothing() -> None:
    from dataclasses import replace

    empty = replace(review(Draft(""), None, no_score="empty"), tests=NamedTests(None, False, 0, 0, "empty-broadcast"))
    assert post_of(empty, None).promo == 0.0


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ({"text": None}, "text: missing"),
        ({"text": 5}, "text: should be a text"),
        ({"lang": "de"}, "lang: 'de' is none of en, pl, ru"),
        ({"lang": ["en"]}, "lang: ['en'] is none of"),
        ({"network": "facebok"}, "did you mean 'facebook'?"),
        ({"now": "tomorrow"}, "now: 'tomorrow' is no date and time"),
        ({"now": 5}, "now: should be a text"),
        ({"brand": []}, "brand: should be an object"),
        ({"brand": {"stanze": "broadcast"}}, "brand: unknown key 'stanze'; did you mean 'stance'?"),
        ({"brand": {"stance": "loud"}}, "brand.stance: 'loud' is none of broadcast, balanced, conversation"),
        ({"brand": {"promise": "deal"}}, "brand.promise: should be a list"),
        ({"brand": {"promise": ["deals"]}}, "brand.promise[0]: 'deals' is none of"),
        ({"brand": {"answerer": "yes"}}, "brand.answerer: should be true or false"),
        ({"brand": {"promo_limit": 30}}, "brand.promo_limit: should be a number from 0 to 1"),
        ({"brand": {"promo_limit": True}}, "brand.promo_limit: should be a number"),
        ({"brand": {"muted": [1]}}, "brand.muted[0]: should be a text"),
        ({"feed": {}}, "feed: should be a list"),
        ({"feed": ["text"]}, "feed[0]: should be an object"),
        ({"feed": [{"text": "a", "when": "x"}]}, "feed[0]: unknown key 'when'"),
        ({"feed": [{}]}, "feed[0].text: should be a text"),
        ({"feed": [{"text": "a", "promo": 2}]}, "feed[0].promo: should be a number"),
    ],
)
def test_a_mistake_says_where_and_what(record: dict[str, Any], told: str) -> None:
    with pytest.raises(UsageError) as error:
        read(**record)
    assert told in str(error.value)


def test_an_answer_has_the_fields_that_measuring_tools_read() -> None:
    from dataclasses import replace

    full = replace(
        review(Draft("BUY now!"), 5, finding("pure-promo", -12, "BUY now")),
        lines=(Line("promotion", 12, 4, (("pure-promo", -12),), 0), Line("clarity", 6, 6, (), 6)),
        raw=6,
        brake=Brake("pure-promo", 0.42, -3, ("pure-promo",)),
        takeaway=(0, 3),
    )
    assert record_of(full) == {
        "score": 5,
        "band": "weak",
        "act": "tell",
        "language": "en",
        "confidence": "medium",
        "dimensions": {"promotion": 0, "clarity": 6},
        "brake": {"id": "pure-promo", "factor": 0.42, "cost": -3, "causes": ["pure-promo"]},
        "tests": {
            "why-follow": {"reason": None, "clear": False},
            "promo-density": {"selling": 0, "sentences": 1},
            "question-or-broadcast": "empty-broadcast",
        },
        "takeaway": "BUY",
        "raw": 6,
        "findings": [{"id": "pure-promo", "points": -12, "spans": [[0, 7]], "quotes": ["BUY now"]}],
        "rules": "1.0",
    }
    json.dumps(record_of(full))


def test_without_a_score_the_reason_is_named() -> None:
    record = record_of(review(Draft("Hi"), None, no_score="too-little"))
    assert (record["score"], record["reason"], record["band"]) == (None, "too-little", None)
    assert "reason" not in record_of(review(Draft("Hi")))


def test_a_finding_on_trial_says_so() -> None:
    from dataclasses import replace

    assert record_of(review(Draft("x"), 5, replace(finding("new-idea"), trial=True)))["findings"][0]["trial"] is True
