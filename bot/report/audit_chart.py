"""The picture of an audit: every post by its score, what it gave against what was promised, and where it sold."""

from __future__ import annotations

from bot.engine.model import Language
from bot.render.catalogue import say
from bot.report import canvas
from bot.report.audit import Audit
from bot.report.canvas import GREY, INK, INNER, MARGIN, WIDTH, Canvas
from bot.report.charts import GIVES, MARKS, PALE, REASON, SELLS
from bot.report.dates import percent
from bot.store.brands import PROMISES

# More posts than this are too narrow to be told apart: the newest are shown.
MOST_BARS = 60
BARS = 300.0


def picture(found: Audit, brand: str, language: Language) -> bytes:
    """A PNG of 1,080 pixels' width."""
    sheet = Canvas()
    y = _head(sheet, found, brand, language)
    y = _posts(sheet, y, found, language)
    y = _kinds(sheet, y, found, language)
    return sheet.png(y + 16)


def _head(sheet: Canvas, found: Audit, brand: str, language: Language) -> float:
    title = say(language, "audit-title", brand=brand, count=len(found.posts) + found.unjudged)
    y = sheet.title(62, canvas.drawable(title) or brand, 20) + 56
    wide = sheet.text(MARGIN, y, f"{found.reasons.count}/{found.reasons.of}", 27, color=REASON, bold=True)
    sheet.text(MARGIN + wide + 18, y, say(language, "audit-chart-reasons"), 12.5, room=INNER / 2 - wide - 20)
    share = found.last.part
    if share is not None:
        middle = WIDTH / 2 + 30
        color = SELLS if share > found.limit else INK
        wide = sheet.text(middle, y, percent(share, language), 27, color=color, bold=True)
        room = WIDTH - MARGIN - middle - wide - 18
        limit = say(language, "audit-chart-limit", limit=percent(found.limit, language))
        sheet.text(middle + wide + 18, y - 14, say(language, "audit-chart-share"), 12.5, room=room)
        sheet.text(middle + wide + 18, y + 18, limit, 11.5, color=GREY, room=room)
    return y + 60


def _posts(sheet: Canvas, y: float, found: Audit, language: Language) -> float:
    """A bar for each post, as high as its score, with a mark under those that sell."""
    shown = found.posts[-MOST_BARS:]
    sheet.text(MARGIN, y + 20, say(language, "audit-chart-posts", count=len(shown)), 14, bold=True, room=INNER)
    top = y + 60
    column = INNER / max(len(shown), 1)
    gap = min(8.0, column * 0.2)
    for number, post in enumerate(shown):
        left, high = MARGIN + number * column, max(4.0, BARS * post.score / 100)
        color = MARKS[post.review.band or "weak"]
        sheet.box(left, top + BARS - high, column - gap, high, color)
        sheet.box(left, top + BARS + 12, column - gap, 16, SELLS if post.sells else GIVES)
        if column > 44:
            sheet.text(
                left + (column - gap) / 2, top + BARS - high - 18, str(post.score), 11, color=GREY, side="center"
            )
    for score in (40, 70):
        level = top + BARS * (1 - score / 100)
        sheet.line([MARGIN, WIDTH - MARGIN], [level, level], GREY, width=0.8, dashed=True)
    sheet.box(MARGIN, top + BARS + 48, 22, 16, SELLS)
    sheet.text(MARGIN + 34, top + BARS + 56, say(language, "audit-chart-sells"), 11, color=GREY, room=INNER)
    return top + BARS + 96


def _kinds(sheet: Canvas, y: float, found: Audit, language: Language) -> float:
    """What the posts gave, the promised kinds in a strong colour and by name."""
    sheet.text(MARGIN, y + 20, say(language, "audit-chart-kinds"), 14, bold=True, room=INNER)
    y += 62
    most = max([*found.by_kind.values(), 1])
    label = 340.0
    for kind in PROMISES:
        count, promised = found.by_kind[kind], kind in found.promised
        name = say(language, f"brand-promise-{kind}")
        sheet.text(MARGIN, y, f"{name} ★" if promised else name, 12, bold=promised, room=label - 20)
        long = (INNER - label - 70) * count / most
        sheet.box(MARGIN + label, y - 14, max(long, 2.0), 28, REASON if promised or not found.promised else PALE)
        sheet.text(MARGIN + label + max(long, 2.0) + 16, y, str(count), 12, color=INK)
        y += 46
    if found.promised:
        sheet.text(MARGIN, y, f"★ {say(language, 'audit-chart-promised')}", 11, color=GREY, room=INNER)
        y += 40
    return y
