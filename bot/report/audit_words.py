"""An audit in words, short enough for the caption of its picture."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from bot.engine.model import Language
from bot.render.answer import MARKS
from bot.render.catalogue import say
from bot.render.wording import cut, filled, titled
from bot.report.audit import Audit, Judged
from bot.report.dates import percent

QUOTE = 90
NAME = 60
CHANGE = 160


def caption(found: Audit, brand: str, language: Language, *, feed: bool) -> str:
    """HTML of at most 1,024 units without its marks; `feed` says whether the posts became one."""
    return "\n\n".join("\n".join(part) for part in _parts(found, brand, language, feed) if part)


def _parts(found: Audit, brand: str, language: Language, feed: bool) -> Iterator[list[str]]:
    yield [_bold(say(language, "audit-title", brand=cut(brand, NAME), count=len(found.posts) + found.unjudged))]
    if not found.enough:
        yield [_safe(say(language, "audit-too-few", count=len(found.posts)))]
    yield [*_balance(found, language)]
    if found.best is not None and found.weakest is not None and found.best is not found.weakest:
        yield [*_post("audit-best", found.best, language)]
        yield [*_post("audit-weakest", found.weakest, language)]
    if feed:
        yield [_safe(say(language, "audit-feed"))]


def _balance(found: Audit, language: Language) -> Iterator[str]:
    if found.posts:
        yield _safe(say(language, "audit-reasons", count=found.reasons.count, of=found.reasons.of))
    if found.promised:
        kinds = ", ".join(say(language, f"brand-promise-{kind}") for kind in found.promised)
        yield _safe(say(language, "audit-promise", kinds=kinds, count=found.kept.count, of=found.kept.of))
    if found.streak > 1:
        yield _safe(say(language, "audit-streak", count=found.streak))
    if found.last.part is not None:
        values = {"share": percent(found.last.part, language), "limit": percent(found.limit, language)}
        yield _safe(say(language, "audit-share", count=found.last.of, **values))
    if found.unjudged:
        yield _safe(say(language, "audit-unjudged", count=found.unjudged))


def _post(key: str, post: Judged, language: Language) -> Iterator[str]:
    """A post by its first words, and what made it so."""
    words = say(language, "quoted", text=cut(post.review.draft.text, QUOTE))
    yield f"{MARKS[post.review.band]} {_bold(say(language, key, score=post.score))} {_safe(words)}"
    yield from _why(key, post, language)


def _why(key: str, post: Judged, language: Language) -> Iterator[str]:
    review = post.review
    if key == "audit-weakest" and review.fixes:
        finding = review.fixes[0].finding
        yield _safe(titled(finding.card, language))
        yield "→ " + _safe(filled(finding.card.change, finding, review.language or language, CHANGE))
    best = [finding for finding in review.findings if finding.sign == "+" and not finding.trial]
    if key == "audit-best" and best:
        strongest = max(best, key=lambda finding: max(finding.points, finding.reason))
        yield _safe(titled(strongest.card, language))


def _bold(text: str) -> str:
    return f"<b>{_safe(text)}</b>"


def _safe(text: str) -> str:
    return escape(text, quote=False)
