"""Everything of one workspace as files: JSON Lines for machines, CSV for a spreadsheet, together in a zip."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, select

from bot.store.connection import Database
from bot.store.tables import brands, drafts, members, mutes, notes, posts, schedules, unfair, versions, workspaces

# In the order of the files; each row of theirs belongs to exactly one workspace.
TABLES = (brands, members, drafts, versions, posts, notes, mutes, unfair, schedules)

TIMES = frozenset({"at", "created", "updated", "joined", "added", "posted_at", "asked_again", "next_due", "last_sent"})


class Exports:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, workspace: int) -> bytes:
        """A zip with a .jsonl and a .csv for each table that has rows of this workspace."""
        return await self._database.ask(lambda connection: zipped(connection, workspace))

    async def workspaces(self) -> list[tuple[int, str, str]]:
        """(number, kind, name) of every workspace: for whoever runs the machine."""
        query = select(workspaces.c.id, workspaces.c.kind, workspaces.c.name).order_by(workspaces.c.id)
        return await self._database.ask(
            lambda connection: [(row.id, row.kind, row.name or "") for row in connection.execute(query)]
        )


def zipped(connection: Connection, workspace: int) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in TABLES:
            rows = [*rows_of(connection, table, workspace)]
            if rows:
                archive.writestr(f"{table.name}.jsonl", "".join(f"{line}\n" for line in map(_json, rows)))
                archive.writestr(f"{table.name}.csv", as_csv(rows))
    return packed.getvalue()


def rows_of(connection: Connection, table: Table, workspace: int) -> Iterator[dict[str, Any]]:
    query = select(table).where(table.c.workspace == workspace).order_by(*table.primary_key)
    for row in connection.execute(query).mappings():
        yield {key: _readable(key, value) for key, value in row.items() if key not in ("workspace", "leased")}


def as_csv(rows: Iterable[Mapping[str, Any]]) -> str:
    """With the mark by which spreadsheets know UTF-8; no cell is taken for a formula."""
    rows, written = [*rows], io.StringIO()
    table = csv.DictWriter(written, [*rows[0]])
    table.writeheader()
    table.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return "\ufeff" + written.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    # A draft that begins like a formula would be run by whoever opens the file.
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _json(row: Mapping[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False)


def _readable(key: str, value: Any) -> Any:
    """Times as people and programs read them."""
    if key in TIMES and isinstance(value, int):
        return datetime.fromtimestamp(value / 1000, UTC).isoformat(timespec="seconds")
    return value
