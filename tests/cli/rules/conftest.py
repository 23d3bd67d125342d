"""Runs `python -m bot rules …` in this process, on a small folder of rules."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from tests.support.rulebook import folder_of, whole_rule


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Rules = Callable[..., Run]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty_folder: Path) -> Path:
    """A folder with one rule that has all it needs."""
    place = folder_of(tmp_path, {"clarity/bread.yaml": whole_rule()})
    monkeypatch.setenv("RULES_DIR", str(place))
    return place


@pytest.fixture
def rules(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Rules:
    def run(*arguments: str) -> Run:
        monkeypatch.setattr(sys, "argv", ["whyfollow", "rules", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        printed = capsys.readouterr()
        code = end.value.code
        return Run(code if isinstance(code, int) else 0, printed.out, printed.err)

    return run
