"""All numbers of a report as tables, one for each block, and as one spreadsheet file."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.engine.model import Language
from bot.render.catalogue import say
from bot.report.dates import when
from bot.report.quotes import personal
from bot.report.week import ACTS, Figures, Report
from bot.report.words import Words
from bot.store.notes import Note

Cell = str | int | float | None

# What a spreadsheet's tab takes.
LONGEST_TAB = 31
NOT_IN_A_TAB = re.compile(r"[\[\]:*?/\\]")

WIDEST = 70


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(report: Report, words: Words, notes: Sequence[Note] = ()) -> tuple[Table, ...]:
    """The nine blocks in their order, and the weeks that they are compared with."""
    return _Tables(report, words, notes).all()


@dataclass(frozen=True, slots=True)
class _Tables:
    report: Report
    words: Words
    notes: Sequence[Note]

    def all(self) -> tuple[Table, ...]:
        blocks = (
            self._reasons(), self._promise(), self._balance(), self._talk(), self._listening(),
            self._editing(), self._recurring(), self._functions(), self._unfair(), self._weeks(),
        )  # fmt: skip
        return tuple(Table(_tab(n, table.title), table.head, table.rows) for n, table in enumerate(blocks, start=1))

    @property
    def language(self) -> Language:
        return self.words.language

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def _compared(self, *figures: tuple[str, Callable[[Figures], Cell]]) -> tuple[tuple[Cell, ...], ...]:
        """Each figure for the report's weeks and for the eight before them."""
        now, usual = self.report.now, self.report.usual
        return tuple((self._say(key), of(now), None if usual is None else of(usual)) for key, of in figures)

    def _figures(self) -> tuple[str, ...]:
        return self._say("table-what"), self._say("table-now"), self._say("table-usual")

    def _reasons(self) -> Table:
        rows = self._compared(
            ("table-drafts", lambda figures: figures.drafts),
            ("table-mean", lambda figures: _rounded(figures.score)),
            ("table-reason", lambda figures: figures.reasons.count),
            ("table-share", lambda figures: _rounded(figures.reasons.part, 3)),
        )
        head = tuple(
            self._say(key) for key in ("table-day", "table-drafts", "table-mean", "table-reason", "table-waited")
        )
        days = tuple(
            (
                day.date.isoformat(),
                len(day.scores),
                _rounded(sum(day.scores) / len(day.scores)) if day.scores else None,
                self._say("report-yes") if day.reason else None,
                day.waited,
            )
            for day in self.report.days
        )
        return Table(self._say("report-label-reasons"), self._figures(), (*rows, (), head, *days))

    def _promise(self) -> Table:
        rows = self._compared(
            ("table-kept", lambda figures: figures.kept.count),
            ("table-drift", lambda figures: figures.drift),
            ("table-drafts", lambda figures: figures.kept.of),
        )
        head = tuple(self._say(key) for key in ("table-kind", "table-promised", "table-drafts"))
        kinds = tuple(
            (
                self._say(f"chart-kind-{kind}"),
                self._say("report-yes") if kind in self.report.promised else None,
                count,
            )
            for kind, count in self.report.now.by_kind.items()
        )
        return Table(self._say("report-label-promise"), self._figures(), (*rows, (), head, *kinds))

    def _balance(self) -> Table:
        report = self.report
        rows = self._compared(
            ("table-asks", lambda figures: figures.asks),
            ("table-gives", lambda figures: figures.reasons.count),
            ("table-selling", lambda figures: figures.selling.count),
            *((f"chart-act-{act}", lambda figures, act=act: figures.acts[act]) for act in ACTS),
        )
        posts = (
            (self._say("table-last"), sum(report.last), None),
            (self._say("table-limit"), report.limit, None),
            (self._say("table-streak"), report.streak, None),
        )
        return Table(self._say("report-label-balance"), self._figures(), (*rows, *posts))

    def _talk(self) -> Table:
        rows = self._compared(
            ("table-notices", lambda figures: figures.notices),
            ("table-genuine", lambda figures: figures.genuine),
            ("table-hollow", lambda figures: figures.hollow),
        )
        return Table(self._say("report-label-talk"), self._figures(), rows)

    def _listening(self) -> Table:
        counts = self.report.notes
        rows = (
            *self._compared(("table-loops", lambda figures: figures.loops)),
            (self._say("table-heard"), counts.get("heard", 0), None),
            (self._say("table-idea"), counts.get("idea", 0), None),
            (self._say("table-result"), counts.get("result", 0), None),
            (self._say("table-asked"), self.report.asked, None),
        )
        head = self._say("table-kind"), self._say("table-note")
        noted = tuple((self._say(f"table-{note.kind}"), note.text) for note in self.notes if not personal(note.text))
        return Table(self._say("report-label-listening"), self._figures(), (*rows, (), head, *noted))

    def _editing(self) -> Table:
        rows = self._compared(
            ("table-edited", lambda figures: figures.revision.drafts if figures.revision else 0),
            ("table-before", lambda figures: _rounded(figures.revision.before) if figures.revision else None),
            ("table-after", lambda figures: _rounded(figures.revision.after) if figures.revision else None),
        )
        head = self._say("table-finding"), self._say("table-fixed")
        revision = self.report.now.revision
        fixed = tuple((self.words.title(rule), count) for rule, count in revision.fixed) if revision else ()
        return Table(self._say("report-label-editing"), self._figures(), (*rows, (), head, *fixed))

    def _recurring(self) -> Table:
        head = tuple(self._say(key) for key in ("table-finding", "table-drafts", "table-example"))
        found = tuple((self.words.title(one.id), one.drafts, self.words.example(one)) for one in self.report.recurring)
        exercise = (self._say("report-label-exercise"), None, self.words.exercise(self.report))
        return Table(self._say("report-label-recurring"), head, (*found, (), exercise))

    def _functions(self) -> Table:
        head = self._say("table-department"), self._say("table-drafts")
        unnamed = ((self._say("report-none"), self.report.unnamed),) if self.report.unnamed else ()
        names = tuple((name, None) for name in self.report.names)
        return Table(self._say("report-label-functions"), head, (*self.report.functions, *unnamed, (), *names))

    def _unfair(self) -> Table:
        head = tuple(self._say(key) for key in ("table-finding", "table-called", "table-seen"))
        rows = tuple((self.words.title(one.rule), one.called, one.drafts) for one in self.report.unfair)
        return Table(self._say("report-label-unfair"), head, rows)

    def _weeks(self) -> Table:
        keys = ("table-week", "table-date", "table-drafts", "table-mean", "table-reason")
        rows = tuple(
            (past.weeks.name, when(past.weeks, self.language), past.drafts, _rounded(past.score), past.reasons.count)
            for past in self.report.past
        )
        return Table(self._say("report-label-weeks"), tuple(self._say(key) for key in keys), rows)


def workbook(found: Sequence[Table]) -> bytes:
    """An .xlsx file with a sheet for each table. Words are written as words: none of them is run as a formula."""
    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold = book.add_format({"bold": True, "bottom": 1})
    for table in found:
        sheet = book.add_worksheet(table.title)
        rows = (table.head, *table.rows)
        for number, row in enumerate(rows):
            # A heading stands at the top and after each empty line.
            heading = number == 0 or (
                not rows[number - 1] and len(row) > 1 and all(isinstance(cell, str) for cell in row)
            )
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(number, column, cell, bold if heading else None)
                elif cell is not None:
                    sheet.write_number(number, column, cell)
        for column in range(max((len(row) for row in rows), default=0)):
            longest = max(len(str(row[column])) for row in rows if len(row) > column)
            sheet.set_column(column, column, min(longest + 2, WIDEST))
        sheet.freeze_panes(1, 0)
    book.close()
    return file.getvalue()


def _tab(number: int, title: str) -> str:
    return f"{number} {NOT_IN_A_TAB.sub(' ', title)}"[:LONGEST_TAB].strip()


def _rounded(value: float | None, digits: int = 1) -> float | None:
    return None if value is None else round(value, digits)
