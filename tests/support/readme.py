"""The answer shown in README: what the coach says to the draft above it, today.

`.venv/bin/python -m tests.support.readme` writes it anew.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console

from bot.engine.judge import judge
from bot.engine.loader import load
from bot.engine.model import Draft
from bot.render.terminal import show_review
from bot.settings import shipped_rules

README = Path(__file__).parent.parent.parent / "README.md"
BLOCK = re.compile(r'(```text\n\$ [^\n]*score --text "([^"\n]+)"\n)(.*?)(```\n)', re.DOTALL)


def shown() -> tuple[str, str]:
    """The draft in README and the answer below it."""
    found = BLOCK.search(README.read_text(encoding="utf-8"))
    assert found, "README shows no draft with its answer"
    return found[2], found[3]


def answered(draft: str) -> str:
    """What a terminal of 100 columns shows for a draft, without colours."""
    console = Console(file=io.StringIO(), width=100, color_system=None)
    show_review(console, judge(Draft(draft), load(shipped_rules()).rules), "en")
    assert isinstance(console.file, io.StringIO)
    return "".join(f"{line.rstrip()}\n" for line in console.file.getvalue().splitlines())


def rewrite() -> None:
    text = README.read_text(encoding="utf-8")
    README.write_text(BLOCK.sub(lambda block: block[1] + answered(block[2]) + block[4], text), encoding="utf-8")


if __name__ == "__main__":
    rewrite()
