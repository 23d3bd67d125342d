"""What goes into the engine and what comes out: drafts, brands and feeds in, reviews out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Language = Literal["en", "pl", "ru"]
LANGUAGES: tuple[Language, ...] = ("en", "pl", "ru")

Network = Literal["x", "facebook", "linkedin", "instagram", "telegram", "vk", "tiktok", "threads"]
NETWORKS: tuple[Network, ...] = ("x", "facebook", "linkedin", "instagram", "telegram", "vk", "tiktok", "threads")

Band = Literal["weak", "mixed", "strong"]
Act = Literal["ask", "urge", "tell", "reply"]
Stance = Literal["broadcast", "balanced", "conversation"]
Confidence = Literal["low", "medium", "high"]
NoScore = Literal["empty", "too-little", "language"]

Span = tuple[int, int]
"""Start and end in Python characters of the draft as it was sent; the end is exclusive."""


@dataclass(frozen=True, slots=True)
class Brand:
    """What a team declared about its channel. Every field may stay at its default: nothing is required."""

    # Rule files' examples carry brands: a misspelt setting there is a mistake.
    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012

    name: str = ""
    promise: tuple[str, ...] = ()
    """Value kinds promised to followers: support, deal, exclusive, guidance, entertainment, conversation."""
    stance: Stance = "balanced"
    space: Literal["library", "bookshop", "mixed"] = "mixed"
    channel: Literal["mass", "community"] = "mass"
    answerer: bool | None = None
    """Whether somebody answers replies; None while nobody has said."""
    promo_limit: float = 0.30
    """The share of the last ten posts that may sell."""
    legal: Literal["off", "us", "eu-pl", "ru"] = "off"
    crisis: bool = False
    muted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Post:
    """One earlier post of the feed."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012

    text: str
    at: datetime | None = None
    promo: float = 0.0
    """The share of its sentences that sell, 0 to 1."""
    reasons: tuple[str, ...] = ()
    """Ids of the proven reasons to follow."""


@dataclass(frozen=True, slots=True)
class Feed:
    """Earlier posts of the same brand, newest first."""

    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A post that may be published, with what is known about where it will appear."""

    text: str
    network: Network = "telegram"
    language: Language | None = None
    """Forces the language; None leaves it to the coach."""
    brand: Brand = field(default_factory=Brand)
    feed: Feed = field(default_factory=Feed)
    now: datetime | None = None
    links: tuple[Span, ...] = ()
    """Spans that carry a link which the text does not show (Telegram's text_link entities)."""
    picture: bool = False
    """Whether a picture or video comes with the text, which the coach cannot see."""
    unfair: frozenset[str] = frozenset()
    """Finding ids that the author called unfair for this draft."""


Words = Mapping[Language, str]
"""A text in each language."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a heuristic comes from."""

    essay: str
    note: Words


@dataclass(frozen=True, slots=True)
class Card:
    """What a rule says to people, in each language, with `{slots}` still open."""

    id: str
    title: Words
    say: Words
    change: Words
    """The `try` of the rule file: one concrete change."""
    source: Source | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the coach noticed: which rule, what it moves, and the exact words behind it."""

    card: Card
    sign: Literal["+", "-", "i"]
    dimension: str
    points: int
    """What the rule gives or takes by itself, before the dimension's limits."""
    reason: int
    """What it gives to reason-to-follow as a reason; 0 if it is none."""
    clear: bool
    """Whether the evidence is clear; a weak reason counts less and proves nothing."""
    spans: tuple[Span, ...]
    quotes: tuple[str, ...]
    """The draft's own characters at `spans`."""
    slots: Mapping[str, object]
    """Values for the `{slots}` of the card besides `{quote}`: numbers, texts, or part titles by language."""
    trial: bool = False
    """Shown, but without points: the rule is still on trial."""

    @property
    def id(self) -> str:
        return self.card.id


@dataclass(frozen=True, slots=True)
class Line:
    """One dimension's line: `start` plus the moves, held between 0 and `size`, is `value`."""

    dimension: str
    size: int
    start: int
    moves: tuple[tuple[str, int], ...]
    """(finding id or a named move such as "reason", whole points) in the order they were applied."""
    value: int


@dataclass(frozen=True, slots=True)
class Brake:
    """What holds the whole score down: raw × factor; `cost` is the (negative) line it adds."""

    id: str
    factor: float
    cost: int
    causes: tuple[str, ...]
    """Finding ids behind it; empty when the absence of something is the cause."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A suggestion and the score the draft would have with it, alone and with those before it."""

    finding: Finding
    alone: int
    together: int


@dataclass(frozen=True, slots=True)
class Tests:
    """The three tests that people ask for by name."""

    reason: str | None
    """Id of the strongest reason to follow."""
    clear: bool
    selling: int
    sentences: int
    """`selling` of `sentences` sell."""
    conversation: Literal[
        "genuine-question", "hollow-question", "complete-broadcast", "empty-broadcast", "broadcast", "question", "reply"
    ]


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """Which rules judged: a version that people read and a hash of every file that took part."""

    version: str
    hash: str


@dataclass(frozen=True, slots=True)
class Review:
    """The coach's answer to one draft. `score` is None exactly when `no_score` says why."""

    draft: Draft
    language: Language | None
    sure: float
    """How sure the language is, 0 to 1."""
    score: int | None
    no_score: NoScore | None
    band: Band | None
    raw: int
    lines: tuple[Line, ...]
    brake: Brake | None
    act: Act | None
    confidence: Confidence
    near_edge: bool
    findings: tuple[Finding, ...]
    tests: Tests
    takeaway: Span | None
    """The sentence that a reader leaves with."""
    left: tuple[Span, ...]
    """The sentences that need no purchase."""
    fixes: tuple[Fix, ...]
    """Weaknesses, the most useful fix first."""
    rules: RuleVersion
    notes: tuple[str, ...] = ()
    """Ids of things the coach can't tell: "irony", "picture", "long-draft", "slow-pattern"."""
