"""Files of drafts for measuring: JSON lines as `score` reads them, or YAML; `band` and `score` are a person's marks."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, get_args

import typer
import yaml

from bot.cli.records import draft_of
from bot.engine.judge import judge
from bot.engine.model import Band, Draft
from bot.engine.ruleset import RuleSet
from bot.errors import UsageError

DraftsOption = Annotated[
    Path, typer.Option("--drafts", "-d", help="Drafts: JSON lines or YAML with text, and if marked band or score.")
]


@dataclass(frozen=True, slots=True)
class Marked:
    """A draft with what a person thinks of it, if somebody said."""

    id: str
    draft: Draft
    band: Band | None = None
    score: float | None = None


def read_drafts(path: Path, rules: RuleSet) -> list[Marked]:
    """Every draft of a file. Earlier posts in a record's feed are judged by `rules`.

    Raises:
        UsageError: with the place of what can't be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: can't be read as UTF-8 text: {error}") from None
    records = _yaml(text, path) if path.suffix in (".yaml", ".yml") else _lines(text, path)
    found = [_marked(record, where, rules) for where, record in records]
    if not found:
        raise UsageError(f"{path}: there is no draft in it")
    return found


def _lines(text: str, path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                record = json.loads(line)
            except ValueError as error:
                raise UsageError(f"{path}:{number}: no JSON: {error}") from None
            yield f"{path}:{number}", _object(record, f"{path}:{number}")


def _yaml(text: str, path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        records = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise UsageError(f"{path}: no YAML: {error}") from None
    if not isinstance(records, list):
        raise UsageError(f"{path}: should be a list of drafts, each with a text")
    for number, record in enumerate(records, 1):
        yield f"{path}: draft {number}", _object(record, f"{path}: draft {number}")


def _object(record: object, where: str) -> Mapping[str, Any]:
    if not isinstance(record, Mapping):
        raise UsageError(f'{where}: should be an object like {{"text": "…", "band": "weak"}}')
    return record


def _marked(record: Mapping[str, Any], where: str, rules: RuleSet) -> Marked:
    try:
        draft = draft_of(record, lambda draft: judge(draft, rules), datetime(2026, 1, 1, tzinfo=UTC))
    except UsageError as error:
        raise UsageError(f"{where}: {error}") from None
    band, score = record.get("band"), record.get("score")
    if band is not None and band not in get_args(Band):
        raise UsageError(f"{where}: band: {band!r} is none of {', '.join(get_args(Band))}")
    number = float(score) if isinstance(score, int | float) else None
    return Marked(str(record.get("id", where.rpartition(":")[2].strip())), draft, band, number)
