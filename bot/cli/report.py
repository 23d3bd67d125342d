"""`python -m bot report`: the picture, the words and the tables of some weeks, without Telegram."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import ReaderOption, reader_language
from bot.cli.workspaces import WorkspaceOption, chosen
from bot.engine.model import Language
from bot.errors import UsageError
from bot.render.catalogue import say

if TYPE_CHECKING:
    from bot.store.connection import Database


@dataclass(frozen=True, slots=True)
class Made:
    """Files by their names, and the words."""

    files: dict[str, bytes]
    words: str


def report(
    week: Annotated[
        str | None, typer.Option("--week", help="A week like 2026-W46, or the last weeks, like 2w; else the last one.")
    ] = None,
    brand: Annotated[str | None, typer.Option("--brand", help="One brand alone.")] = None,
    workspace: WorkspaceOption = None,
    zone: Annotated[str | None, typer.Option("--zone", help="The time zone; else the team's, else UTC.")] = None,
    out: Annotated[Path, typer.Option("--out", help="The folder for the files.")] = Path(),
    reader: ReaderOption = None,
) -> None:
    """Write the weekly report to files, a picture and a table, and its words to the terminal."""
    import asyncio

    from bot.settings import read_settings

    wanted = [word for word in (week, brand) if word]
    made = asyncio.run(_made(read_settings().database_url, wanted, workspace, zone, reader or reader_language()))
    for name, content in made.files.items():
        _write(out / name, content)
    print(made.words)
    for name in made.files:
        print(out / name)


async def _made(url: str, wanted: list[str], workspace: int | None, zone: str | None, reader: Language) -> Made:
    from bot.store.connection import open_database

    async with open_database(url) as database:
        return await made_from(database, wanted, workspace, zone, reader)


async def made_from(
    database: Database, wanted: list[str], workspace: int | None, zone: str | None, reader: Language
) -> Made:
    """The report of one workspace of this database; UsageError says what can't be had."""
    from bot.cli.rulebook import rule_set
    from bot.render.telegram import plain
    from bot.report.calendar import zone_called
    from bot.report.reporter import Reporter, subject_of
    from bot.report.request import Problem, Show, request
    from bot.store.clock import now
    from bot.store.exported import Exports
    from bot.store.stores import stores_on

    known = await Exports(database).workspaces()
    number = chosen(known, workspace)
    [(kind, name)] = [(kind, name) for known_number, kind, name in known if known_number == number]
    stores, rules = stores_on(database), rule_set()
    brands = await stores.brands.all(number)
    if zone is not None and zone_called(zone) is None:
        raise UsageError(say(reader, "schedule-no-zone", zone=zone))
    there = zone_called(zone) if zone else await stores.teams.zone(number)
    try:
        asked = request(wanted, brands, there or "UTC", now())
    except Problem as problem:
        raise UsageError(say(reader, problem.key, **problem.values)) from None
    if not isinstance(asked, Show):
        raise UsageError(say(reader, "report-no-week", week=wanted[0]))
    subject = subject_of(number, name if kind == "team" else "", brands, asked.weeks, asked.brand)
    reporter = Reporter(stores, lambda: rules, now)
    page = await reporter.page(subject, reader)
    files = [page.picture, await reporter.numbers(subject, reader)]
    return Made({file.name: file.content for file in files if file is not None}, plain(page.html))


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; name a folder that may be written with --out") from error
