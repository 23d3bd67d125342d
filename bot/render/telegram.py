"""A review as Telegram HTML: safe for any draft and within what Telegram takes in one message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

from bot.engine.model import Language, Review
from bot.render.answer import Advice, Answer, Point, Previous, Strength, Sum, Verdict, answer_to
from bot.render.catalogue import say
from bot.render.wording import units

# Telegram counts what is left after its tags and entities are read. The markup itself must stay reasonable too.
MOST_UNITS = 4096
MOST_HTML = 12_000
# Telegram silently leaves out the marks after the hundredth.
MOST_MARKS = 100


def review_html(review: Review, reader: Language, previous: Previous | None = None, remark: str = "") -> str:
    """`remark` is a line of the bot's own that stands under the advice."""
    answer = answer_to(review, reader, previous)
    essence = "\n\n".join((*_essence(answer), *filter(None, [_safe(remark)])))
    # The list of every point gives way first: its quotes, then all but the dimensions, then the whole of it.
    for points in _lists(answer, reader):
        whole = f"{essence}\n\n{points}"
        if fits(whole):
            return whole
    return essence


def fits(html: str) -> bool:
    marks = html.count("</")
    return marks <= MOST_MARKS and len(html) <= MOST_HTML and units(plain(html)) <= MOST_UNITS


def plain(html: str) -> str:
    """What a reader sees of our own HTML."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def _essence(answer: Answer) -> Iterator[str]:
    yield "\n".join(filter(None, (_bold(answer.headline), _safe(answer.place), _safe(answer.since))))
    if answer.tests:
        takeaway = (answer.takeaway,) if answer.takeaway else ()
        yield "\n".join(_verdict(verdict) for verdict in (*answer.tests, *takeaway))
    if answer.strength:
        yield _strength(answer.strength)
    for advice in answer.advice:
        yield _advice(advice)
    if answer.worth:
        yield _bold(answer.worth)
    if answer.remarks:
        yield _safe("\n".join(answer.remarks))


def _verdict(verdict: Verdict) -> str:
    return f"{_bold(verdict.name + ':')} {_safe(verdict.text)}"


def _strength(strength: Strength) -> str:
    return _lines(f"✓ {_bold(strength.title)}{_quotes(strength.quotes)}", _safe(strength.say))


def _advice(advice: Advice) -> str:
    change = f"→ {_safe(advice.change)}" if advice.change else ""
    title = _bold(f"{advice.number}. {advice.title}")
    return _lines(f"{title}{_quotes(advice.quotes)}", _safe(advice.say), change)


def _lists(answer: Answer, reader: Language) -> Iterator[str]:
    if not answer.sums:
        return
    title = _bold(say(reader, "points"))
    for detail in (2, 1, 0):
        sums = (_sum(line, detail) for line in answer.sums)
        others = (_point(point, detail) for point in answer.others if detail)
        yield f"<blockquote expandable>{_lines(title, *sums, *others, _safe(_lines(*answer.account)))}</blockquote>"


def _sum(line: Sum, detail: int) -> str:
    return _lines(_safe(line.text), *(_point(point, detail) for point in line.points if detail))


def _point(point: Point, detail: int) -> str:
    quotes = _quotes(point.quotes) if detail > 1 else ""
    return f"    <i>{_safe(f'{point.mark} {point.title}')}</i>{quotes}"


def _quotes(quotes: tuple[str, ...]) -> str:
    return " " + _safe(", ".join(quotes)) if quotes else ""


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)


def _bold(text: str) -> str:
    return f"<b>{_safe(text)}</b>"


def _safe(text: str) -> str:
    return escape(text, quote=False)
