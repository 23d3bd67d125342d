"""What the documents say is true: settings, commands, links, and the answer shown in README."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic_core import PydanticUndefined

from bot.cli import app
from bot.cli.records import record_of
from bot.engine.model import LANGUAGES, NETWORKS, Draft
from bot.settings import Settings
from tests.support import readme
from tests.support.reviews import review

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
DOCUMENTS = [*ROOT.glob("*.md"), *(path for part in ("bot", "rules", "deploy") for path in (ROOT / part).rglob("*.md"))]
COMMANDS = [command.name or "" for command in app.registered_commands] + [
    group.name or "" for group in app.registered_groups
]


OFFERED = {name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize("name", sorted(OFFERED))
def test_every_setting_is_in_the_readme_and_in_the_example_file(name: str) -> None:
    assert f"`{name}`" in README
    assert re.search(rf"^{name}=", EXAMPLE, re.MULTILINE)


def test_the_documents_name_no_setting_that_does_not_exist() -> None:
    assert set(re.findall(r"^([A-Z_]+)=", EXAMPLE, re.MULTILINE)) == OFFERED
    table = README.partition("## Settings")[2]
    assert set(re.findall(r"`([A-Z]+_[A-Z_]+)`", table)) <= OFFERED


@pytest.mark.parametrize("line", re.findall(r"^[A-Z_]+=.+$", EXAMPLE, re.MULTILINE))
def test_the_example_file_shows_the_defaults(line: str) -> None:
    name, _, value = line.partition("=")
    default = Settings.model_fields[name.lower()].default
    assert default is not PydanticUndefined
    assert value == str(default)
    assert f"`{value}`" in README


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert re.search(rf"python -m bot {command}\b", README) or (command == "run" and "make run" in README)


def test_the_readme_names_no_command_that_does_not_exist() -> None:
    assert set(re.findall(r"python -m bot ([a-z]+)", README)) <= set(COMMANDS)


def test_the_readme_names_every_make_target_that_exists_and_no_other() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):.* ## ", makefile, re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)`", README)) <= targets


def test_every_field_of_an_answer_is_in_the_readme() -> None:
    fields = {*record_of(review(Draft("a"))), *record_of(review(Draft("a"), None, no_score="empty"))}
    section = README.partition("## Scoring from a program")[2]
    assert {field for field in fields if f"`{field}`" not in section} == set()
    assert all(f"`{value}`" in section for value in (*NETWORKS, *LANGUAGES))


@pytest.mark.parametrize("document", DOCUMENTS, ids=[str(path.relative_to(ROOT)) for path in DOCUMENTS])
def test_every_link_leads_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        if not target.startswith(("http:", "https:", "mailto:")):
            assert (document.parent / target).exists(), f"{document}: {target} is not there"
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors


def test_the_map_names_every_part_of_the_package() -> None:
    map_ = (ROOT / "bot" / "README.md").read_text(encoding="utf-8")
    parts = [path for path in (ROOT / "bot").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()]
    missing = [path.name for path in parts if not path.name.startswith("__init__") and path.name not in map_]
    assert missing == []


def test_the_answer_in_the_readme_is_what_the_coach_says() -> None:
    draft, answer = readme.shown()
    assert answer == readme.answered(draft), "write it anew: .venv/bin/python -m tests.support.readme"
