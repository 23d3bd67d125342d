"""The picture of a report, to be read on a phone: scores, reasons against the promise, acts, promotion, waiting."""

from __future__ import annotations

from collections.abc import Sequence

from bot.engine.model import Band, Language
from bot.render.catalogue import say
from bot.report import canvas
from bot.report.calendar import DAYS
from bot.report.canvas import FAINT, GREY, INK, INNER, LINE, MARGIN, WIDTH, Canvas
from bot.report.dates import day_and_month, month, percent, weekday, when, whole
from bot.report.week import ACTS, FEWEST, LAST, Day, Past, Report

SHADES: dict[Band, str] = {"weak": "#fbe4df", "mixed": "#fdf3d6", "strong": "#e2f1e4"}
MARKS: dict[Band, str] = {"weak": "#c8452f", "mixed": "#b58100", "strong": "#2c8a4b"}
EDGES: dict[Band, tuple[int, int]] = {"weak": (0, 40), "mixed": (40, 70), "strong": (70, 100)}

BLUE, PALE = "#2f6690", "#b9cede"
ACT_COLORS = {"ask": "#2f6690", "urge": "#d9822b", "tell": "#7a8793", "reply": "#3a9188"}
SELLS, GIVES = "#d9822b", "#dfe7ee"
REASON = "#2c8a4b"
WAITS = ("#f1f3f5", "#f7e3d3", "#f2cdb0", "#ebb48a")

# Left of the scores, for the names of the bands; and above and below them.
GUTTER = 150
ROOM = 18

# More days than this are drawn as a line, and not each by itself.
MOST_CELLS = 14


def picture(report: Report, name: str, language: Language) -> bytes:
    """A PNG of 1,080 pixels' width."""
    sheet = Canvas()
    y = _head(sheet, report, name, language)
    y = _scores(sheet, y, report, language)
    y = _reasons(sheet, y, report, language)
    y = _acts(sheet, y, report, language)
    y = _last(sheet, y, report, language)
    y = _gap(sheet, y, report.days, language)
    return sheet.png(y + 8)


def curve(past: Sequence[tuple[Past, float | None]], language: Language) -> bytes:
    """One person's weeks: the mean of the final versions, and that of the first ones."""
    sheet = Canvas()
    sheet.text(MARGIN, 62, say(language, "me-title"), 19, bold=True, room=INNER)
    sheet.text(MARGIN, 112, say(language, "me-private"), 12, color=GREY, room=INNER)
    y = _title(sheet, 150, say(language, "chart-me"), "")
    top, height, left = y + 16, 420, MARGIN + GUTTER
    _bands(sheet, MARGIN, top, INNER, height, language)
    column = (INNER - GUTTER) / max(len(past), 1)
    for color, values in ((FAINT, [first for _, first in past]), (BLUE, [week.score for week, _ in past])):
        xs = [left + (n + 0.5) * column for n, value in enumerate(values) if value is not None]
        ys = [_level(top, height, value) for value in values if value is not None]
        sheet.line(xs, ys, color, width=3, dashed=color == FAINT)
        sheet.dots(xs, ys, [color] * len(xs), 22)
    for n, (week, _) in enumerate(past):
        middle, monday = left + (n + 0.5) * column, week.weeks.monday
        sheet.text(middle, top + height + 24, str(monday.day), 12, side="center")
        # The first Monday of each month carries its name.
        if n == 0 or monday.day <= DAYS:
            sheet.text(middle, top + height + 54, month(monday, language), 11, color=GREY, side="center")
    legend = [(BLUE, say(language, "chart-final")), (FAINT, say(language, "chart-first"))]
    return sheet.png(_legend(sheet, top + height + 104, legend) + 8)


def _head(sheet: Canvas, report: Report, name: str, language: Language) -> float:
    # A name that has no letter this font can draw is left to the words below the picture.
    title = canvas.drawable(name) or say(language, "report-own-drafts")
    y = sheet.title(62, title, 20) - 88
    sheet.text(MARGIN, y + 114, when(report.weeks, language), 13, color=GREY, room=INNER)
    now = report.now
    if not now.enough:
        sheet.text(MARGIN, y + 164, say(language, "report-too-few"), 12.5, color=MARKS["weak"], room=INNER)
        return y + 196
    facts = f"{now.reasons.count}/{now.reasons.of}"
    wide = sheet.text(MARGIN, y + 182, facts, 27, color=REASON, bold=True)
    usual = report.usual.reasons.part if report.usual else None
    _fact(sheet, MARGIN + wide + 18, y, INNER / 2 - wide - 20, say(language, "report-label-reasons"),
          None if usual is None else say(language, "report-usually", value=percent(usual, language)))  # fmt: skip
    middle = WIDTH / 2 + 30
    score = whole(now.score or 0)
    wide = sheet.text(middle, y + 182, str(score), 27, color=MARKS[_band(score)], bold=True)
    usual = report.usual.score if report.usual else None
    _fact(sheet, middle + wide + 18, y, WIDTH - MARGIN - middle - wide - 18, say(language, "table-mean"),
          None if usual is None else say(language, "report-usually", value=whole(usual)))  # fmt: skip
    return y + 236


def _fact(sheet: Canvas, x: float, y: float, room: float, label: str, usual: str | None) -> None:
    """What a large number means, and below it what it usually is."""
    sheet.text(x, y + (182 if usual is None else 170), label, 12.5, room=room)
    if usual is not None:
        sheet.text(x, y + 202, usual, 11.5, color=GREY, room=room)


def _title(sheet: Canvas, y: float, words: str, aside: str, color: str = GREY) -> float:
    """A part's title, and what is to be said at its right."""
    sheet.line([MARGIN, WIDTH - MARGIN], [y, y], LINE, width=1)
    wide = sheet.text(WIDTH - MARGIN, y + 36, aside, 12, color=color, side="right", room=INNER * 0.55) if aside else 0
    sheet.text(MARGIN, y + 36, words, 14, bold=True, room=INNER - wide - 20, least=11)
    return y + 66


def _scores(sheet: Canvas, y: float, report: Report, language: Language) -> float:
    usual = report.usual.score if report.usual else None
    aside = say(language, "chart-usual", score=whole(usual)) if usual is not None else ""
    y = _title(sheet, y, say(language, "chart-score"), f"– –  {aside}" if aside else "")
    height = 330.0
    _bands(sheet, MARGIN, y, INNER, height, language)
    left, wide = MARGIN + GUTTER, INNER - GUTTER
    column = wide / len(report.days)
    most = max((len(day.scores) for day in report.days), default=0)
    size = 24 if most <= 8 else 18 if most <= 20 else 13
    for number, day in enumerate(report.days):
        middle = left + (number + 0.5) * column
        spots = _spread(day.scores, middle, column * 0.45, size, height)
        colors = [MARKS[_band(score)] for score in day.scores]
        levels = [_level(y, height, score) for score in day.scores]
        sheet.dots(spots, levels, colors, size, 1.0 if most <= 20 else 0.75)
    if usual is not None:
        sheet.line([left, WIDTH - MARGIN], [_level(y, height, usual)] * 2, GREY, dashed=True)
    if not any(day.scores for day in report.days):
        sheet.text(left + wide / 2, y + height / 2, say(language, "chart-nothing"), 14, color=GREY, side="center")
    return _day_names(sheet, left, y + height, report.days, language) + 24


def _bands(sheet: Canvas, x: float, y: float, width: float, height: float, language: Language) -> None:
    """Their names stand in a gutter at the left, where no dot covers them."""
    for band, (low, high) in EDGES.items():
        top = y if high == 100 else _level(y, height, high)
        bottom = y + height if low == 0 else _level(y, height, low)
        sheet.box(x, top, width, bottom - top, SHADES[band])
        middle = (top + bottom) / 2
        sheet.text(x + 14, middle - 15, say(language, f"band-{band}"), 11.5, color=MARKS[band], room=GUTTER - 24)
        sheet.text(x + 14, middle + 15, f"{low}–{high}", 10.5, color=MARKS[band])


def _level(top: float, height: float, score: float) -> float:
    """A little room above 100 and below 0, so that no dot is cut."""
    return top + height - ROOM - (height - 2 * ROOM) * score / 100


def _spread(scores: Sequence[int], middle: float, reach: float, size: float, height: float) -> list[float]:
    """Dots that would cover each other stand side by side, as far as the column is wide."""
    step = min(size * 0.9, reach)
    near = size * 100 / height
    placed: list[tuple[float, int]] = []
    for score in scores:
        taken = {round((x - middle) / step) for x, other in placed if abs(other - score) < near}
        offsets = sorted(range(-int(reach / step), int(reach / step) + 1), key=lambda spot: (abs(spot), spot))
        free = next((spot for spot in offsets if spot not in taken), offsets[len(placed) % len(offsets)])
        placed.append((middle + free * step, score))
    return [x for x, _ in placed]


def _day_names(sheet: Canvas, x: float, y: float, days: Sequence[Day], language: Language) -> float:
    column = (WIDTH - MARGIN - x) / len(days)
    for number, day in enumerate(days):
        middle = x + (number + 0.5) * column
        if len(days) <= DAYS:
            sheet.text(middle, y + 24, weekday(day.date.weekday(), language, "abbreviated"), 12, side="center")
            sheet.text(middle, y + 54, str(day.date.day), 11, color=GREY, side="center")
        elif len(days) <= MOST_CELLS:
            sheet.text(middle, y + 24, weekday(day.date.weekday(), language, "short"), 10, side="center")
            sheet.text(middle, y + 54, str(day.date.day), 10, color=GREY, side="center")
        elif day.date.weekday() == 0:
            room = column * DAYS - 8
            sheet.text(middle - column / 2, y + 24, day_and_month(day.date, language), 10.5, color=GREY, room=room)
    return y + (74 if len(days) <= MOST_CELLS else 44)


def _reasons(sheet: Canvas, y: float, report: Report, language: Language) -> float:
    now = report.now
    kept = now.kept
    aside = ""
    if kept.of:
        aside = say(language, "chart-kept", count=kept.count, of=kept.of)
    y = _title(sheet, y, say(language, "chart-reasons"), aside)
    shown = [kind for kind in now.by_kind if kind in report.promised or now.by_kind[kind]]
    rows = [(say(language, f"chart-kind-{kind}"), now.by_kind[kind], kind in report.promised) for kind in shown]
    without = now.reasons.of - now.reasons.count
    left, step = MARGIN + 330, 46
    full = WIDTH - MARGIN - left - 70
    most = max([without, 1, *(count for _, count, _ in rows)])
    for words, count, promised in rows:
        mark = "✓ " if promised else ""
        sheet.text(left - 18, y + 20, f"{mark}{words}", 12.5, side="right", bold=promised, room=left - MARGIN - 18)
        sheet.box(left, y + 4, max(full * count / most, 3), 32, BLUE if promised else PALE)
        sheet.text(left + full * count / most + 14, y + 20, str(count), 12.5, bold=promised)
        y += step
    sheet.text(left - 18, y + 20, say(language, "chart-no-reason"), 12.5, color=GREY, side="right",
               room=left - MARGIN - 18)  # fmt: skip
    sheet.box(left, y + 4, max(full * without / most, 3), 32, LINE)
    sheet.text(left + full * without / most + 14, y + 20, str(without), 12.5, color=GREY)
    y += step
    if report.promised:
        sheet.text(MARGIN, y + 18, f"✓ {say(language, 'chart-promised')}", 11, color=GREY)
        y += 36
    return y + 20


def _acts(sheet: Canvas, y: float, report: Report, language: Language) -> float:
    acts, drafts = report.now.acts, report.now.drafts
    y = _title(sheet, y, say(language, "chart-acts"), "")
    x = float(MARGIN)
    for act in ACTS:
        width = INNER * acts[act] / drafts if drafts else 0
        if width:
            sheet.box(x, y, width, 52, ACT_COLORS[act], edge=canvas.PAPER)
            if width > 48:
                share = percent(acts[act] / drafts, language) if width > 110 else str(acts[act])
                sheet.text(x + width / 2, y + 26, share, 12.5, color=canvas.PAPER, side="center", bold=True)
        x += width
    if not drafts:
        sheet.box(MARGIN, y, INNER, 52, GIVES)
    entries = [(ACT_COLORS[act], f"{say(language, f'chart-act-{act}')} {acts[act]}") for act in ACTS]
    return _legend(sheet, y + 84, entries)


def _legend(sheet: Canvas, y: float, entries: Sequence[tuple[str, str]]) -> float:
    room = INNER / len(entries)
    for number, (color, words) in enumerate(entries):
        x = MARGIN + number * room
        sheet.box(x, y - 11, 22, 22, color)
        sheet.text(x + 32, y, words, 12, room=room - 40)
    return y + 38


def _last(sheet: Canvas, y: float, report: Report, language: Language) -> float:
    selling, of = sum(report.last), len(report.last)
    over = report.limit is not None and of >= FEWEST and selling / of > report.limit
    aside = say(language, "report-of", count=selling, of=of)
    if report.limit is not None:
        aside += " · " + say(language, "report-limit", most=percent(report.limit, language))
    title = say(language, "chart-last")
    y = _title(sheet, y, title, aside if of else "", MARKS["weak"] if over else GREY)
    gap = 12
    side = (INNER - (LAST - 1) * gap) / LAST
    for number in range(LAST):
        x = MARGIN + number * (side + gap)
        if number < of:
            sold = report.last[number]
            sheet.box(x, y, side, 58, SELLS if sold else GIVES)
            if sold:
                sheet.text(x + side / 2, y + 29, "%", 14, color=canvas.PAPER, side="center", bold=True)
        else:
            sheet.box(x, y, side, 58, canvas.PAPER, edge=LINE)
    return y + 84


def _gap(sheet: Canvas, y: float, days: Sequence[Day], language: Language) -> float:
    waits = [day.waited for day in days if day.waited is not None]
    aside = say(language, "chart-longest", days=max(waits)) if waits else ""
    y = _title(sheet, y, say(language, "chart-gap"), aside)
    if len(days) > MOST_CELLS:
        return _gap_line(sheet, y, days, language)
    column = INNER / len(days)
    for number, day in enumerate(days):
        x, width = MARGIN + number * column + 5, column - 10
        if day.reason:
            sheet.box(x, y, width, 58, REASON)
            sheet.text(x + width / 2, y + 29, "✓", 15, color=canvas.PAPER, side="center", bold=True)
        elif day.waited is None:
            sheet.box(x, y, width, 58, canvas.PAPER, edge=LINE)
            sheet.text(x + width / 2, y + 29, "–" if day.begun else "", 13.5, color=FAINT, side="center")
        else:
            sheet.box(x, y, width, 58, WAITS[min(day.waited, len(WAITS) - 1)])
            sheet.text(x + width / 2, y + 29, str(day.waited), 13.5, color=INK, side="center", room=width - 4)
    return _day_names(sheet, MARGIN, y + 58, days, language)


def _gap_line(sheet: Canvas, y: float, days: Sequence[Day], language: Language) -> float:
    height, column = 130.0, INNER / len(days)
    most = max([1, *(day.waited or 0 for day in days)])
    for number, day in enumerate(days):
        x = MARGIN + number * column
        if day.waited is not None:
            up = max((height - 6) * day.waited / most, 3)
            color = REASON if day.reason else WAITS[-1]
            sheet.box(x + 1, y + height - up, column - 2, up, color)
    sheet.line([MARGIN, WIDTH - MARGIN], [y + height] * 2, LINE)
    return _day_names(sheet, MARGIN, y + height, days, language)


def _band(score: int) -> Band:
    return next(band for band, (_, high) in EDGES.items() if score < high or high == 100)
