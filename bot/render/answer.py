"""The answer to a draft as a value, in the reader's language and without any medium's markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.engine.model import Band, Card, Finding, Language, Line, Review
from bot.render.catalogue import has, name, number, say
from bot.render.wording import QUOTE, cut, filled, quoted, signed, spoken, titled, within

MARKS: dict[Band | None, str] = {"weak": "🔴", "mixed": "🟡", "strong": "🟢", None: "⚪"}

MOST_ADVICE = 3
MOST_QUOTES = 3
SENTENCE = 300
TAKEAWAY = 160
SMALL_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Previous:
    """The version of the same draft before this one."""

    score: int | None
    findings: tuple[Finding | Card | str, ...]
    """What was found then. A bare id tells that it was there; only a finding or a card can be called by its title."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One of the three tests that people ask for by name."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Strength:
    title: str
    quotes: tuple[str, ...] = ()
    say: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """One finding with what to do about it."""

    number: int
    title: str
    quotes: tuple[str, ...]
    say: str
    change: str
    """In the draft's language: it is meant to be copied."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing in the list of every point: "−12", "Every sentence sells", its words."""

    mark: str
    title: str
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sum:
    """One dimension's line, such as "promotion 4−12 → 0/12", and what moved it."""

    text: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    band: Band | None
    headline: str
    place: str
    since: str = ""
    """What changed since the previous version."""
    tests: tuple[Verdict, ...] = ()
    takeaway: Verdict | None = None
    strength: Strength | None = None
    advice: tuple[Advice, ...] = ()
    worth: str = ""
    """What the fixes are worth, alone and together."""
    remarks: tuple[str, ...] = ()
    """What to know before trusting the score; without a score, why there is none."""
    sums: tuple[Sum, ...] = ()
    others: tuple[Point, ...] = ()
    """Findings that belong to none of the lines."""
    account: tuple[str, ...] = ()
    """From the sum of the lines to the score."""


def answer_to(review: Review, reader: Language, previous: Previous | None = None) -> Answer:
    if review.score is None:
        return _no_score(review, reader)
    return Answer(
        band=review.band,
        headline=_headline(review, review.score, reader, previous),
        place=_place(review, reader),
        since=_since(review, review.score, reader, previous),
        tests=_tests(review, reader),
        takeaway=_takeaway(review, reader),
        strength=_strength(review, reader),
        advice=_advice(review, reader),
        worth=_worth(review, review.score, reader),
        remarks=_remarks(review, reader),
        sums=tuple(_sum(line, review, reader) for line in review.lines),
        others=_others(review, reader),
        account=_account(review, review.score, reader),
    )


def _no_score(review: Review, reader: Language) -> Answer:
    reason = review.no_score or "empty"
    return Answer(
        band=None,
        headline=f"{MARKS[None]} {say(reader, f'no-score-{reason}')}",
        place="",
        remarks=(say(reader, f"no-score-{reason}-remedy"), *_notes(review, reader)),
    )


def _headline(review: Review, score: int, reader: Language, previous: Previous | None) -> str:
    band = review.band or "mixed"
    headline = say(reader, "headline", band=say(reader, f"band-{band}"), score=score)
    if previous is not None and previous.score is not None and previous.score != score:
        headline += f" ({signed(score - previous.score)})"
    return f"{MARKS[band]} {headline}"


def _place(review: Review, reader: Language) -> str:
    parts = [say(reader, f"network-{review.draft.network}")]
    if review.language:
        parts.append(say(reader, f"language-{review.language}"))
    if review.act:
        parts.append(say(reader, f"act-{review.act}"))
    return " · ".join(parts)


def _since(review: Review, score: int, reader: Language, previous: Previous | None) -> str:
    if previous is None or previous.score is None:
        return ""
    was = {found if isinstance(found, str) else found.id for found in previous.findings}
    now = {finding.id for finding in review.findings}
    fixed = [card for card in _weaknesses(previous.findings) if card.id not in now]
    new = [card for card in _weaknesses(review.findings) if card.id not in was]
    if previous.score == score and not fixed and not new:
        return say(reader, "since-nothing", score=score)
    named = (("since-fixed", fixed), ("since-new", new))
    changes = [say(reader, key, titles=_listed(cards, reader)) for key, cards in named if cards]
    scores = say(reader, "since", before=previous.score, after=score)
    return f"{scores}: {'; '.join(changes)}." if changes else f"{scores}."


def _weaknesses(found: Iterable[Finding | Card | str]) -> list[Card]:
    cards = {one.id: one for one in found if isinstance(one, Card)}
    cards |= {one.id: one.card for one in found if isinstance(one, Finding) and one.sign == "-"}
    return list(cards.values())


def _listed(cards: Sequence[Card], reader: Language) -> str:
    titles = ", ".join(say(reader, "quoted", text=titled(card, reader)) for card in cards[:3])
    return titles + (" " + say(reader, "and-more", count=len(cards) - 3) if len(cards) > 3 else "")


def _tests(review: Review, reader: Language) -> tuple[Verdict, ...]:
    tests = review.tests
    reason = say(reader, "reason-none")
    if tests.reason is not None:
        clearly = "reason-clear" if tests.clear else "reason-faint"
        reason = say(reader, clearly, reason=_title(tests.reason, review, reader))
    promo = say(reader, "promo-share", selling=tests.selling, sentences=tests.sentences)
    return (
        Verdict(say(reader, "test-reason"), reason),
        Verdict(say(reader, "test-promo"), promo if tests.selling else say(reader, "promo-none")),
        Verdict(say(reader, "test-conversation"), say(reader, f"conversation-{tests.conversation}")),
    )


def _title(identity: str, review: Review, reader: Language) -> str:
    """A finding's title in the middle of a sentence."""
    cards = (finding.card for finding in review.findings if finding.id == identity)
    card = next(cards, None)
    return within(titled(card, reader)) if card else identity.replace("-", " ")


def _takeaway(review: Review, reader: Language) -> Verdict:
    label = say(reader, "takeaway")
    if review.takeaway is not None:
        start, end = review.takeaway
        for words in quoted(reader, [review.draft.text[start:end]], TAKEAWAY, 1):
            return Verdict(label, words)
    return Verdict(label, say(reader, "takeaway-none"))


def _strength(review: Review, reader: Language) -> Strength | None:
    """The strongest thing found, or else the dimension that is fullest."""
    found = [finding for finding in review.findings if finding.sign == "+" and not finding.trial]
    if found:
        best = max(found, key=lambda finding: max(finding.points, finding.reason) * (1.0 if finding.clear else 0.6))
        sentence = filled(best.card.say, best, reader, SENTENCE)
        return Strength(titled(best.card, reader), _quotes(best, best.card.say.get(reader, ""), reader), sentence)
    line = max(review.lines, key=lambda line: (line.value / line.size if line.size else 0, line.size), default=None)
    return _fullest(line, reader) if line and line.value > 0 else None


def _fullest(line: Line, reader: Language) -> Strength:
    where = {"dimension": name(reader, "dimension", line.dimension), "value": line.value, "size": line.size}
    key = f"full-{line.dimension}"
    if line.value == line.size and has(reader, key):
        return Strength(say(reader, "full", praise=say(reader, key), **where))
    return Strength(say(reader, "fullest", **where))


def _advice(review: Review, reader: Language) -> tuple[Advice, ...]:
    return tuple(
        _advise(place, fix.finding, review.language or reader, reader)
        for place, fix in enumerate(review.fixes[:MOST_ADVICE], start=1)
    )


def _advise(place: int, finding: Finding, language: Language, reader: Language) -> Advice:
    card = finding.card
    return Advice(
        number=place,
        title=titled(card, reader),
        quotes=_quotes(finding, spoken(card.say, reader), reader),
        say=filled(card.say, finding, reader, SENTENCE),
        change=filled(card.change, finding, language, SENTENCE),
    )


def _quotes(finding: Finding, template: str, reader: Language) -> tuple[str, ...]:
    """The exact words, unless the sentence below quotes them all anyway."""
    quotes = quoted(reader, finding.quotes, QUOTE, MOST_QUOTES)
    told = quoted(reader, finding.quotes[:1], QUOTE, 1) if "{quote}" in template else ()
    return () if quotes == told else quotes


def _worth(review: Review, score: int, reader: Language) -> str:
    fixes = review.fixes[:MOST_ADVICE]
    totals = [fix.together for fix in fixes]
    keys = ("worth-1", "worth-2", "worth-3") if len(fixes) > 1 else ("worth-only",)
    # A fix that adds nothing to those before it is worth reading, but not worth a figure.
    most, parts = score, []
    for key, total in zip(keys, totals, strict=False):
        if total > most:
            most = total
            parts.append(say(reader, key, score=total))
    return say(reader, "worth", parts=" · ".join(parts)) if parts else ""


def _remarks(review: Review, reader: Language) -> tuple[str, ...]:
    remarks = []
    if not review.fixes:
        remarks.append(say(reader, "nothing-to-fix") if review.band == "strong" else _room(review, reader))
    if review.near_edge and review.score is not None:
        remarks.append(say(reader, "near-edge", band=_neighbour(review.band, review.score)))
    if review.confidence == "low":
        remarks.append(say(reader, "unsure"))
    return (*filter(None, remarks), *_notes(review, reader))


def _room(review: Review, reader: Language) -> str:
    """No fault, and still not strong: what is missing where most points are left."""
    emptiest = max(review.lines, key=lambda line: line.size - line.value, default=None)
    key = f"room-{emptiest.dimension}" if emptiest else ""
    return say(reader, "room", hint=say(reader, key)) if has(reader, key) else ""


def _neighbour(band: Band | None, score: int) -> str:
    """The band on the other side of the edge."""
    if band == "mixed":
        return "weak" if score < 55 else "strong"
    return "mixed"


def _notes(review: Review, reader: Language) -> tuple[str, ...]:
    return tuple(say(reader, f"note-{note}") for note in review.notes if has(reader, f"note-{note}"))


def _sum(line: Line, review: Review, reader: Language) -> Sum:
    moves = [move for move in line.moves if move[1]]
    told = {identity for identity, _ in moves} | _told(review)
    moved = "".join(signed(points) for _, points in moves)
    start = f"{line.start}{moved} → " if moves else ""
    text = f"{name(reader, 'dimension', line.dimension)} {start}{line.value}/{line.size}"
    still = (finding for finding in review.findings if finding.dimension == line.dimension and finding.id not in told)
    points = tuple(_point(move, review, reader) for move in moves)
    return Sum(cut(text, 200), points + tuple(_unmoved(finding, reader) for finding in still))


def _told(review: Review) -> set[str]:
    """Findings that appear under a name of the line's own: the strongest reason."""
    named = any(identity == "reason" for line in review.lines for identity, _ in line.moves)
    return {review.tests.reason} if named and review.tests.reason else set()


def _point(move: tuple[str, int], review: Review, reader: Language) -> Point:
    identity, points = move
    if identity == "reason" and review.tests.reason:
        identity = review.tests.reason
    for finding in review.findings:
        if finding.id == identity:
            return Point(signed(points), titled(finding.card, reader), _small_quotes(finding, reader))
    return Point(signed(points), name(reader, "move", identity))


def _unmoved(finding: Finding, reader: Language) -> Point:
    title = titled(finding.card, reader)
    if finding.trial:
        title += f" ({say(reader, 'on-trial')})"
    return Point({"+": "✓", "-": "–", "i": "·"}[finding.sign], title, _small_quotes(finding, reader))


def _small_quotes(finding: Finding, reader: Language) -> tuple[str, ...]:
    return quoted(reader, finding.quotes, SMALL_QUOTE, 2)


def _others(review: Review, reader: Language) -> tuple[Point, ...]:
    told = {line.dimension for line in review.lines}
    return tuple(_unmoved(finding, reader) for finding in review.findings if finding.dimension not in told)


def _account(review: Review, score: int, reader: Language) -> tuple[str, ...]:
    brake = review.brake
    if brake is None:
        return (say(reader, "account", score=score),)
    account = say(
        reader,
        "account-braked",
        raw=review.raw,
        brake=name(reader, "brake", brake.id),
        factor=number(reader, brake.factor),
        cost=signed(brake.cost),
        score=score,
    )
    causes = [finding.card for finding in review.findings if finding.id in brake.causes]
    return (account, say(reader, "brake-causes", causes=_listed(causes, reader))) if causes else (account,)
