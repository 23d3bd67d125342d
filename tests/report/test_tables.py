"""All numbers as a spreadsheet, read back from the file itself."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

import pytest

from bot.engine.model import LANGUAGES, Language
from bot.report.tables import Table, tables, workbook
from bot.report.week import Material, report
from bot.report.words import Words
from bot.store.notes import Note
from tests.report.month import KINDS, LAST_WEEK, month

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_back(content: bytes) -> dict[str, list[list[str]]]:
    """The cells of every sheet, by its name, as the file keeps them."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = [str(sheet.get("name")) for sheet in _xml(archive, "xl/workbook.xml").iter(f"{MAIN}sheet")]
        shared = [
            "".join(part.text or "" for part in one.iter(f"{MAIN}t"))
            for one in _xml(archive, "xl/sharedStrings.xml").iter(f"{MAIN}si")
        ]
        return {
            name: [
                [_cell(cell, shared) for cell in row.iter(f"{MAIN}c")]
                for row in _xml(archive, f"xl/worksheets/sheet{number}.xml").iter(f"{MAIN}row")
            ]
            for number, name in enumerate(names, start=1)
        }


def _xml(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(archive.read(name))


def _cell(cell: ElementTree.Element, shared: list[str]) -> str:
    assert cell.find(f"{MAIN}f") is None, "a formula"
    value = cell.findtext(f"{MAIN}v") or ""
    return shared[int(value)] if cell.get("t") == "s" else value


def made(language: Language = "en", notes: tuple[Note, ...] = ()) -> tuple[Table, ...]:
    return tables(report(month(), LAST_WEEK, KINDS, LAST_WEEK.until), Words(language, {}), notes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_for_each_block_with_its_figures(language: Language) -> None:
    book = read_back(workbook(made(language)))
    assert len(book) == 10
    assert [int(re.match(r"\d+", name)[0]) for name in book] == list(range(1, 11))  # type: ignore[index]
    assert all(len(name) <= 31 for name in book)
    assert all(rows for rows in book.values())


def test_the_figures_are_those_of_the_report() -> None:
    book = list(read_back(workbook(made())).values())
    assert book[0][1] == ["Drafts", "15", "45"]
    assert book[0][3] == ["A reason to stay", "6", "18"]
    assert book[1][1] == ["Drafts that keep the promise", "2", "6"]
    assert book[2][1] == ["Drafts that ask or urge", "8", "24"]
    assert book[5][2] == ["First version, mean", "60", "40"]
    assert book[6][1] == ["pure promo", "5", "“SALE”"]
    assert book[8][1] == ["shouting", "2", "5"]
    assert book[9][-1][2:] == ["15", "64", "6"]


def test_words_are_never_run_as_formulas_nor_links() -> None:
    evil = "=HYPERLINK(A1)"
    notes = (Note(1, None, "heard", None, evil, 0, 7), Note(2, None, "idea", None, "call 600 700 800", 0, 7))
    rows = list(read_back(workbook(made(notes=notes))).values())[4]
    assert rows[-1] == ["Heard", evil]
    assert "600" not in str(rows)


def test_a_week_with_nothing_in_it_has_all_its_sheets() -> None:
    empty = report(Material([]), LAST_WEEK, KINDS, LAST_WEEK.until)
    assert len(read_back(workbook(tables(empty, Words("ru", {}))))) == 10
