"""What stands behind an answer, as Telegram HTML: the essays, what a non-buyer is left with, what may be unfair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from bot.engine.model import Finding, Language, Review, Source, Span, Stance
from bot.render.answer import MOST_ADVICE
from bot.render.catalogue import name, say
from bot.render.wording import clean, spoken, titled, units

# Units of a draft that still leave room for what is said around it.
MOST_SHOWN = 3_500

# The dimensions in which the essays contradict each other.
DISPUTED = ("opening", "promotion")


def why_html(review: Review, reader: Language) -> str:
    """The essay behind each point that the answer told, and both views where the authors differ."""
    told = [*(fix.finding for fix in review.fixes[:MOST_ADVICE]), *_best(review)]
    parts = [_bold(say(reader, "why-title")), *(_reason(finding, reader) for finding in told if finding.card.source)]
    if len(parts) == 1:
        parts.append(_safe(say(reader, "why-nothing")))
    return "\n\n".join([*parts, *_views(review, told, reader)])


def _best(review: Review) -> Iterable[Finding]:
    found = [finding for finding in review.findings if finding.sign == "+" and not finding.trial]
    return sorted(found, key=lambda finding: max(finding.points, finding.reason), reverse=True)[:1]


def _reason(finding: Finding, reader: Language) -> str:
    source = finding.card.source
    assert source is not None
    mark = "✓ " if finding.sign == "+" else ""
    return f"{mark}{_bold(titled(finding.card, reader))}\n{_safe(_cited(source, reader))}"


def _cited(source: Source, reader: Language) -> str:
    return say(reader, "why-source", essay=name(reader, "essay", source.essay), note=spoken(source.note, reader))


def _views(review: Review, told: Iterable[Finding], reader: Language) -> Iterator[str]:
    dimensions = {finding.dimension for finding in told}
    for dimension in DISPUTED:
        if dimension in dimensions:
            yield f"{_bold(say(reader, f'views-{dimension}'))}\n{_safe(say(reader, f'views-{dimension}-both'))}"
    if dimensions & {*DISPUTED}:
        yield _safe(_stance(review, review.draft.brand.stance, reader))


def _stance(review: Review, stance: Stance, reader: Language) -> str:
    size = next((line.size for line in review.lines if line.dimension == "opening"), 0)
    return say(reader, "why-stance", stance=say(reader, f"why-stance-{stance}"), size=size)


def left_html(review: Review, reader: Language) -> str:
    """The draft as somebody reads it who buys nothing: the sentences that need a purchase are struck through."""
    total = review.tests.sentences
    left = total - review.tests.selling
    key = "left-nothing" if not left else "left-all" if left == total else "left-some"
    head = _safe(say(reader, key, left=left, total=total))
    return f"{_bold(say(reader, 'left-title'))}\n{head}\n\n<blockquote>{''.join(_struck(review))}</blockquote>"


def _struck(review: Review) -> Iterator[str]:
    text, room = review.draft.text, MOST_SHOWN
    for (start, end), kept in _pieces(text, review.left):
        piece = _within(text[start:end], room)
        room -= units(piece)
        words = piece.strip()
        if kept or not words:
            yield _safe(piece)
        else:
            before, after = piece.split(words, 1)
            yield f"{before}<s>{_safe(words)}</s>{after}"
        if units(piece) < units(text[start:end]):
            yield "…"
            return


def _pieces(text: str, left: Iterable[Span]) -> Iterator[tuple[Span, bool]]:
    """The draft in order: what is left, and what lies between."""
    place = 0
    for start, end in sorted(left):
        if start > place:
            yield (place, start), False
        yield (start, end), True
        place = end
    if place < len(text):
        yield (place, len(text)), False


def _within(text: str, room: int) -> str:
    while units(text) > room:
        text = text[: max(0, len(text) - max(1, (units(text) - room) // 2))]
    return text


def unfair_html(review: Review, reader: Language) -> str:
    """The question which finding is unfair; its buttons name them."""
    question = say(reader, "unfair-which") if _faults(review) or review.draft.unfair else say(reader, "unfair-none")
    return f"{_bold(say(reader, 'unfair-title'))}\n{_safe(question)}"


def _faults(review: Review) -> list[Finding]:
    return [finding for finding in review.findings if finding.sign == "-" and not finding.trial]


def unfair_choices(review: Review, reader: Language) -> list[tuple[str, str]]:
    """(title, id) of what can be called unfair in this draft."""
    return [(clean(titled(finding.card, reader)), finding.id) for finding in _faults(review)]


def _bold(text: str) -> str:
    return f"<b>{_safe(text)}</b>"


def _safe(text: str) -> str:
    return escape(text, quote=False)
