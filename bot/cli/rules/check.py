"""`rules check`: every mistake in the rule files at once, each as path:line:column."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.rules.cores import spread
from bot.cli.rules.folder import Folder, FormatOption, folder, plural, tell
from bot.cli.rules.forms import out_of_date
from bot.cli.rules.progress import progress
from bot.engine.check import steps
from bot.engine.documents import Mistake
from bot.engine.inflect import MissingInflector
from bot.engine.loader import Loaded
from bot.engine.schema import SCHEMA, schema_text
from bot.errors import UsageError


def check(
    path: Annotated[Path | None, typer.Argument(help="A folder of rules, or one file of them.")] = None,
    write: Annotated[bool, typer.Option("--write", help="Write schema.json anew first.")] = False,
    output: FormatOption = "text",
) -> None:
    """Tell every mistake in the rule files, with its place and what to do."""
    rules, only = _chosen(path, folder())
    if write:
        (rules.rules / SCHEMA).write_text(schema_text(), encoding="utf-8")
    loaded = rules.load()
    chosen = [step for step in steps(loaded) if only is None or loaded.documents[step.name].path.endswith(only)]
    loaded.rules.ready()
    with spread(lambda step: step.look(), chosen) as found:
        mistakes = {*loaded.mistakes, *(item for some in progress(found, "Checking", len(chosen)) for item in some)}
    if only is None:
        mistakes.update(_generated(rules, loaded))
    wrong = sorted(mistake for mistake in mistakes if only is None or mistake.path.endswith(only))
    total = f"{plural(len(loaded.rules.rules), 'rule', 'rules')}, {plural(len(wrong), 'mistake', 'mistakes')}"
    told = {"rules": len(loaded.rules.rules), "mistakes": [record(mistake) for mistake in wrong]}
    tell(output, told, [*map(str, wrong), total], failed=bool(wrong))


def _chosen(path: Path | None, rules: Folder) -> tuple[Folder, str | None]:
    """The folder to load, and the end of the path that mistakes must have to be told."""
    if path is None:
        return rules, None
    if not path.exists():
        raise UsageError(f"{path}: there is no such file or folder")
    if path.is_dir() and (path / "scoring.yaml").exists():
        return Folder(path), None
    if path.is_dir():
        raise UsageError(f"{path}: this folder holds no scoring.yaml: name the folder above it, or one file")
    for root in filter(None, (rules.rules, rules.extra)):
        if path.resolve().is_relative_to(root.resolve()):
            inside = path.resolve().relative_to(root.resolve())
            return rules, f"{root.name}/{inside.as_posix()}"
    raise UsageError(f"{path}: not among the rules in {rules.rules}: set RULES_DIR or RULES_EXTRA to its folder")


def _generated(rules: Folder, loaded: Loaded) -> list[Mistake]:
    """What is wrong with the files that are generated."""
    found = []
    schema = rules.rules / SCHEMA
    if schema.is_file() and schema.read_text(encoding="utf-8") != schema_text():
        advice = 'the format has changed since: run "python -m bot rules check --write"'
        found.append(Mistake(f"{rules.rules.name}/{SCHEMA}", 1, 1, advice))
    differences = out_of_date(rules, loaded)
    if isinstance(differences, MissingInflector):
        print("The freshness of forms.lock.json was not checked: the extra rules is not installed.", file=sys.stderr)
        return found
    if differences:
        words = ", ".join(differences[:5]) + (" …" if len(differences) > 5 else "")
        advice = f'does not fit the rules ({words}): run "python -m bot rules forms --write"'
        found.append(Mistake(f"{rules.lock.parent.name}/{rules.lock.name}", 1, 1, advice))
    return found


def record(mistake: Mistake) -> dict[str, object]:
    return {"path": mistake.path, "line": mistake.line, "column": mistake.column, "what": mistake.what}
