"""The rule folders that a command works on, and what is said about them."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from bot.engine.documents import Mistake
from bot.engine.loader import LOCK, Loaded, load
from bot.engine.words import Inflected
from bot.errors import UsageError
from bot.settings import read_settings

Format = Literal["text", "json"]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="For people, or JSON for machines.")]
IdsArgument = Annotated[list[str] | None, typer.Argument(help="Ids of findings; left out, all of them.")]


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the rules are: the folder itself, and the one laid over it."""

    rules: Path
    extra: Path | None = None

    @property
    def lock(self) -> Path:
        """The file with the inflected words; a lock of its own in the extra folder comes first."""
        over = self.extra / LOCK if self.extra else None
        return over if over and over.exists() else self.rules / LOCK

    def file(self, path: str) -> Path:
        """The file behind the path that mistakes show."""
        root, _, inside = path.partition("/")
        over = self.extra / inside if self.extra and self.extra.name == root else None
        return over if over and over.exists() else self.rules / inside

    def load(self, forms: Inflected | None = None, *, drafts: bool = True) -> Loaded:
        """All rules; drafts of rules included, for here is where they are finished."""
        return load(self.rules, self.extra, forms, drafts=drafts)


def folder() -> Folder:
    """The rules as the settings say."""
    settings = read_settings()
    return Folder(settings.rules_dir, settings.rules_extra)


def known_ids(loaded: Loaded, ids: Iterable[str]) -> tuple[str, ...]:
    """The ids themselves.

    Raises:
        UsageError: no rule at work has one of them.
    """
    wanted = tuple(ids)
    there = {rule.id for rule in loaded.rules.rules}
    for finding in wanted:
        if finding not in there:
            say_mistakes(mistakes_of(loaded, (finding,)))
            raise UsageError(f'no rule "{finding}" is at work: see "python -m bot rules check"')
    return wanted


def mistakes_of(loaded: Loaded, ids: Collection[str]) -> tuple[Mistake, ...]:
    """The mistakes in the files of some rules, or all of them."""
    return tuple(item for item in loaded.mistakes if not ids or Path(item.path).stem in ids)


def say_mistakes(mistakes: Iterable[Mistake]) -> None:
    """Mistakes that are not what the command looks for go to standard error."""
    for mistake in mistakes:
        print(mistake, file=sys.stderr)


def in_json(record: Mapping[str, Any]) -> None:
    """One JSON object on standard output."""
    print(json.dumps(record, ensure_ascii=False, indent=2))


def tell(output: Format, record: Mapping[str, Any], lines: Iterable[str], *, failed: bool) -> None:
    """What a command found, as lines or as JSON; exit code 1 if that is a failure."""
    if output == "json":
        in_json(record)
    else:
        for line in lines:
            print(line)
    if failed:
        raise typer.Exit(1)


def plural(number: int, one: str, many: str) -> str:
    """A number with the right English word."""
    return f"{number:,} {one if number == 1 else many}"
