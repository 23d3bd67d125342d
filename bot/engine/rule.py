"""What a rule file holds; `schema.json` is generated from here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from bot.engine.kinds import AnyFind
from bot.engine.kinds.base import Options, When
from bot.engine.model import LANGUAGES, Brand, Card, Language, Network, Post, Source, Words

Dimension = Literal[
    "reason-to-follow", "takeaway", "promotion", "opening", "listening", "honesty", "clarity", "network"
]


class SourceText(Options):
    """Which essay a heuristic comes from, and its point in one line."""

    essay: Literal["samuel", "kalkhoff", "solis-why", "solis-people", "organization", "house"]
    note: str | Words
    """In each language; a text alone is read in all of them."""

    def source(self) -> Source:
        return Source(self.essay, {"en": self.note} if isinstance(self.note, str) else self.note)


class Example(Options):
    """One text that shows what a rule does. `[[…]]` marks the words that it must quote."""

    lang: Language
    text: str | None = None
    quiet: bool = False
    gap: str | None = None
    before: str | None = None
    after: str | None = None
    span: Literal["none"] | None = None
    network: Network = "telegram"
    brand: Brand = Brand()
    feed: tuple[Post, ...] = ()
    now: datetime | None = None
    level: Literal["weak", "clear"] | None = None
    parts: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _text_or_pair(self) -> Example:
        if (self.text is None) == (self.before is None) or (self.before is None) != (self.after is None):
            raise ValueError('an example has either "text" or both "before" and "after"')
        return self


class Adds(Options):
    """What the suggested change puts into the draft, for the estimate of what a fix is worth."""

    reason: Annotated[int, Field(ge=0, le=30)] = 0
    units: Annotated[int, Field(ge=0, le=4)] = 0
    findings: tuple[str, ...] = ()


class Rule(Options):
    """One finding: what it means, how to see it, what to say, and examples that prove it."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    title: Words
    status: Literal["draft", "trial", "stable", "retired"] = "stable"
    replaced_by: str | None = None
    since: str
    source: SourceText | None = None
    dimension: Dimension
    points: Annotated[int, Field(ge=-30, le=30)] = 0
    reason: Annotated[int, Field(ge=0, le=30)] = 0
    doubled: When | None = None
    """The settings under which its points count twice."""
    find: AnyFind
    say: Words
    change: Annotated[Words, Field(alias="try")]
    adds: Adds = Adds()
    examples: tuple[Example, ...] = ()

    @model_validator(mode="after")
    def _every_language(self) -> Rule:
        for name, words in (("title", self.title), ("say", self.say), ("try", self.change)):
            missing = [language for language in LANGUAGES if not words.get(language)]
            if missing:
                raise ValueError(f'"{name}" has no text for {", ".join(missing)}: every rule speaks en, pl and ru')
        if (self.status == "retired") != (self.replaced_by is not None):
            raise ValueError('a retired rule names its successor in "replaced_by" (and only a retired one does)')
        return self

    @property
    def sign(self) -> Literal["+", "-", "i"]:
        if self.points < 0:
            return "-"
        return "+" if self.points or self.reason else "i"

    def card(self) -> Card:
        return Card(self.id, self.title, self.say, self.change, self.source.source() if self.source else None)


class Cues(Options):
    """A shared list of entries by language, used as `@name`."""

    about: str
    carrier: Words = Field(default_factory=dict)
    """A sentence a word of the list can stand in, with `{word}`, for the proof that it can be found."""
    en: tuple[str, ...] = ()
    pl: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()


class Word(Options):
    """How one word inflects where the dictionary does not know it or errs."""

    like: str | None = None
    """A known word that this one is inflected after."""
    forms: tuple[str, ...] = ()
    """Forms it has besides."""
    not_forms: tuple[str, ...] = ()
    """Forms it must not match, such as those of another word that looks the same."""
    indeclinable: bool = False
    """It has no other form, and that is no mistake."""


class Corrections(Options):
    """`words.yaml`: the words whose forms people had to correct, by language."""

    en: Mapping[str, Word] = Field(default_factory=dict)
    pl: Mapping[str, Word] = Field(default_factory=dict)
    ru: Mapping[str, Word] = Field(default_factory=dict)

    def of(self, language: Language, lemma: str) -> Word:
        found: Mapping[str, Word] = getattr(self, language)
        return found.get(lemma, Word())


class ActRule(Options):
    """The evidence for one speech act: the act with the most weight names the draft."""

    act: Literal["ask", "urge", "tell", "reply"]
    about: str
    base: float = 0.0
    find: AnyFind


class DimensionLine(Options):
    """A dimension's place in the hundred points."""

    id: Dimension
    size: Annotated[int, Field(gt=0)]
    start: Annotated[int, Field(ge=0)]


class ReasonPoints(Options):
    """How reasons to follow turn into points."""

    weak: float
    least: int
    more: int
    detail: int


class Proportion(Options):
    """What promotion earns when it is in proportion to something."""

    reason: int
    detail: int


class BrakeRule(Options):
    """When a whole score is multiplied, and by what."""

    id: str
    times: Annotated[float, Field(gt=0, lt=1)]
    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()


class Bands(Options):
    """Where the bands begin, and how near an edge is near."""

    mixed: int
    strong: int
    edge: int


class Named(Options):
    """The findings that the three named tests, the takeaway and *What's left?* are read from."""

    selling: str
    detail: str
    genuine: tuple[str, ...]
    hollow: tuple[str, ...]
    rightful: tuple[str, ...]
    empty: tuple[str, ...]
    irony: str | None = None
    protected: tuple[str, ...]
    """Findings whose brakes stay whatever is muted."""


class Scoring(Options):
    """Everything that turns findings into a score."""

    version: str
    dimensions: tuple[DimensionLine, ...]
    reasons: ReasonPoints
    proportion: Proportion
    stances: Mapping[Literal["broadcast", "balanced", "conversation"], int]
    """The size of `opening` under each stance; the difference goes to or comes from `takeaway`."""
    brakes: tuple[BrakeRule, ...]
    bands: Bands
    fewest_words: int
    named: Named

    def size(self, dimension: Dimension) -> int:
        return next(line.size for line in self.dimensions if line.id == dimension)

    @model_validator(mode="after")
    def _hundred(self) -> Scoring:
        total = sum(line.size for line in self.dimensions)
        if total != 100:
            raise ValueError(f"the dimensions add up to {total}, not to 100")
        return self
