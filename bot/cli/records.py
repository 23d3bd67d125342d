"""JSON objects in, drafts out; reviews in, JSON objects out: the shapes of `score --jsonl`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Any, cast, get_args

from bot.engine.feed import post_of
from bot.engine.model import (
    LANGUAGES,
    NETWORKS,
    Brand,
    Draft,
    Feed,
    Finding,
    Language,
    Network,
    Post,
    Review,
    Stance,
)
from bot.errors import UsageError

Judge = Callable[[Draft], Review]

PROMISES = ("support", "deal", "exclusive", "guidance", "entertainment", "conversation")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "stance": get_args(Stance),
    "space": ("library", "bookshop", "mixed"),
    "channel": ("mass", "community"),
    "legal": ("off", "us", "eu-pl", "ru"),
}
POST_KEYS = ("text", "at", "promo", "reasons")


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a record with the name that an error calls it by."""

    name: str
    value: Any

    def __getitem__(self, key: str) -> Field:
        return Field(f"{self.name}.{key}" if self.name else key, self.value.get(key))

    @property
    def missing(self) -> bool:
        return self.value is None

    def text(self) -> str:
        if isinstance(self.value, str):
            return self.value
        raise self.wrong("should be a text")

    def one_of(self, choices: Collection[str]) -> str:
        if isinstance(self.value, str) and self.value in choices:
            return self.value
        raise self.wrong(f"{self.value!r} is none of {', '.join(choices)}", _did_you_mean(str(self.value), choices))

    def yes_or_no(self) -> bool:
        if isinstance(self.value, bool):
            return self.value
        raise self.wrong("should be true or false")

    def share(self) -> float:
        if isinstance(self.value, (int, float)) and not isinstance(self.value, bool) and 0 <= self.value <= 1:
            return float(self.value)
        raise self.wrong("should be a number from 0 to 1")

    def moment(self) -> datetime:
        try:
            moment = datetime.fromisoformat(self.text())
        except ValueError:
            raise self.wrong(f"{self.value!r} is no date and time like 2026-03-08T09:30:00+01:00") from None
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

    def items(self) -> list[Field]:
        if isinstance(self.value, list):
            return [Field(f"{self.name}[{index}]", value) for index, value in enumerate(self.value)]
        raise self.wrong("should be a list")

    def texts(self) -> tuple[str, ...]:
        return tuple(item.text() for item in self.items())

    def only(self, keys: Collection[str]) -> Field:
        """This object, after a look at its keys: a misspelt one must not pass for an absent one."""
        if not isinstance(self.value, dict):
            raise self.wrong("should be an object")
        for key in self.value:
            if key not in keys:
                raise self.wrong(f"unknown key {key!r}", _did_you_mean(key, keys))
        return self

    def wrong(self, what: str, hint: str = "") -> UsageError:
        return UsageError(f"{self.name}: {what}{hint}")


def draft_of(record: Mapping[str, Any], judge: Judge, now: datetime, default: Draft | None = None) -> Draft:
    """The draft that a record describes; what it leaves open is taken from `default`.

    Earlier posts that come without `promo` or `reasons` are judged here, as the feed's own posts were.
    """
    draft = default or Draft("")
    whole = Field("", record)
    if whole["text"].missing:
        raise UsageError('text: missing; a record needs at least {"text": "…"}')
    network, language, moment = whole["network"], whole["lang"], whole["now"]
    where: Network = draft.network if network.missing else cast(Network, network.one_of(NETWORKS))
    forced: Language | None = draft.language if language.missing else cast(Language, language.one_of(LANGUAGES))
    return Draft(
        text=whole["text"].text(),
        network=where,
        language=forced,
        brand=_brand(whole["brand"]),
        feed=_feed(whole["feed"], lambda text: judge(Draft(text, network=where, language=forced))),
        now=now if moment.missing else moment.moment(),
    )


def _brand(field: Field) -> Brand:
    if field.missing:
        return Brand()
    field.only([known.name for known in fields(Brand)])
    given = {name: _brand_value(field[name]) for name in field.value if not field[name].missing}
    return Brand(**given)


def _brand_value(field: Field) -> Any:
    name = field.name.removeprefix("brand.")
    if name in CHOICES:
        return field.one_of(CHOICES[name])
    if name == "promise":
        return tuple(item.one_of(PROMISES) for item in field.items())
    readers: Mapping[str, Callable[[], Any]] = {
        "answerer": field.yes_or_no,
        "crisis": field.yes_or_no,
        "promo_limit": field.share,
        "muted": lambda: frozenset(field.texts()),
    }
    return readers.get(name, field.text)()


def _feed(field: Field, judge: Callable[[str], Review]) -> Feed:
    if field.missing:
        return Feed()
    posts = [_post(item.only(POST_KEYS), judge) for item in field.items()]
    dated = [post.at for post in posts if post.at]
    if len(dated) == len(posts):
        posts.sort(key=lambda post: cast(datetime, post.at), reverse=True)
    return Feed(tuple(posts))


def _post(field: Field, judge: Callable[[str], Review]) -> Post:
    text = field["text"].text()
    at = None if field["at"].missing else field["at"].moment()
    if not field["promo"].missing and not field["reasons"].missing:
        return Post(text, at, field["promo"].share(), field["reasons"].texts())
    judged = post_of(judge(text), at)
    return Post(
        text,
        at,
        judged.promo if field["promo"].missing else field["promo"].share(),
        judged.reasons if field["reasons"].missing else field["reasons"].texts(),
    )


def record_of(review: Review) -> dict[str, Any]:
    """The answer as `score --jsonl` prints it, without the id."""
    brake = review.brake
    record: dict[str, Any] = {
        "score": review.score,
        "band": review.band,
        "act": review.act,
        "language": review.language,
        "confidence": review.confidence,
        "dimensions": {line.dimension: line.value for line in review.lines},
        "brake": brake and {"id": brake.id, "factor": brake.factor, "cost": brake.cost, "causes": list(brake.causes)},
        "tests": {
            "why-follow": {"reason": review.tests.reason, "clear": review.tests.clear},
            "promo-density": {"selling": review.tests.selling, "sentences": review.tests.sentences},
            "question-or-broadcast": review.tests.conversation,
        },
        "takeaway": review.takeaway and review.draft.text[slice(*review.takeaway)],
        "raw": review.raw,
        "findings": [_finding(finding) for finding in review.findings],
        "rules": review.rules.version,
    }
    return record if review.score is not None else {"score": None, "reason": review.no_score, **record}


def _finding(finding: Finding) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": finding.id,
        "points": finding.points,
        "spans": [list(span) for span in finding.spans],
        "quotes": list(finding.quotes),
    }
    return {**record, "trial": True} if finding.trial else record


def _did_you_mean(word: str, known: Collection[str]) -> str:
    close = get_close_matches(word, known, n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
