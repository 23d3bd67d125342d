"""`rules check`: every mistake in the rule files at once, each as path:line:column."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.rules.folder import Folder, FormatOption, folder, in_json, plural
from bot.engine.documents import Mistake


def check(
    path: Annotated[Path | None, typer.Argument(help="A folder of rules, or one file of them.")] = None,
    output: FormatOption = "text",
) -> None:
    """Tell every mistake in the rule files, with its place and what to do."""
    rules, only = _chosen(path, folder())
    loaded = rules.load()
    mistakes = [mistake for mistake in loaded.mistakes if only is None or mistake.path.endswith(only)]
    if output == "json":
        in_json({"rules": len(loaded.rules.rules), "mistakes": [record(mistake) for mistake in mistakes]})
    else:
        for mistake in mistakes:
            print(mistake)
        print(f"{plural(len(loaded.rules.rules), 'rule', 'rules')}, {plural(len(mistakes), 'mistake', 'mistakes')}")
    if mistakes:
        raise typer.Exit(1)


def _chosen(path: Path | None, rules: Folder) -> tuple[Folder, str | None]:
    if path is None:
        return rules, None
    if path.is_dir() and (path / "scoring.yaml").exists():
        return Folder(path), None
    return rules, "/" + "/".join(path.parts[-2:])


def record(mistake: Mistake) -> dict[str, object]:
    return {"path": mistake.path, "line": mistake.line, "column": mistake.column, "what": mistake.what}
