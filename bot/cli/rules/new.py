"""`rules new`: asks a few questions and writes a rule file that loads, ready for its examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, get_args

import typer

from bot.cli.rules.folder import Folder, folder
from bot.engine.model import LANGUAGES, Language
from bot.engine.rule import Dimension
from bot.errors import UsageError

NAMES: Mapping[Language, str] = {"en": "English", "pl": "Polish", "ru": "Russian"}
DIMENSIONS: tuple[str, ...] = get_args(Dimension)
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def new(
    id_: Annotated[str | None, typer.Argument(metavar="[ID]", help="Its id, such as begging-for-follows.")] = None,
    extra: Annotated[bool, typer.Option("--extra", help="Write it into RULES_EXTRA.")] = False,
) -> None:
    """Ask a few questions and write a rule file."""
    rules = folder()
    finding = id_ or typer.prompt("Id (small letters and hyphens)")
    _free(finding, rules)
    place = _place(rules, extra)
    dimension = typer.prompt(f"Dimension ({', '.join(DIMENSIONS)})", default="clarity")
    if dimension not in DIMENSIONS:
        raise UsageError(f'"{dimension}" is no dimension: there are {", ".join(DIMENSIONS)}')
    points = typer.prompt("Points (minus for a weakness, plus for a strength)", default=-4, type=int)
    if not -30 <= points <= 30:
        raise UsageError(f"{points}: points lie between -30 and 30")
    texts = {language: _asked(language) for language in LANGUAGES}
    path = place / dimension / f"{finding}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(written(finding, dimension, points, texts)) + "\n", encoding="utf-8")
    mistakes = [mistake for mistake in rules.load().mistakes if mistake.path.endswith(f"{dimension}/{finding}.yaml")]
    for mistake in mistakes:
        print(mistake)
    print(f'{path}: written as a draft. Fill in its examples, run "rules test {finding}", then make it stable.')
    if mistakes:
        raise typer.Exit(1)


def _free(finding: str, rules: Folder) -> None:
    if not _ID.fullmatch(finding):
        raise UsageError(f'"{finding}": an id has small letters, digits and hyphens, such as begging-for-follows')
    there = next((path for path in rules.rules.glob(f"*/{finding}.yaml")), None)
    if there:
        raise UsageError(f"{there}: this rule exists already: choose another id, or edit it")


def _place(rules: Folder, extra: bool) -> Path:
    if not extra:
        return rules.rules
    if rules.extra is None:
        raise UsageError("RULES_EXTRA is not set: name a folder in .env, or leave out --extra")
    return rules.extra


def _asked(language: Language) -> dict[str, str]:
    name = NAMES[language]
    return {
        "title": typer.prompt(f"{name}: title, two to five words"),
        "phrases": typer.prompt(f"{name}: phrases to look for, with commas between", default="", show_default=False),
        "say": typer.prompt(f"{name}: what to say about it; {{quote}} stands for the words found"),
        "try": typer.prompt(f"{name}: one thing to change"),
    }


def written(finding: str, dimension: str, points: int, texts: Mapping[Language, Mapping[str, str]]) -> Iterator[str]:
    """The lines of the rule file."""
    yield f"id: {finding}"
    yield from _by_language("title", texts)
    yield "status: draft                 # draft: tests only; trial: shown without points; stable: counts"
    yield 'since: "1.0"'
    yield f"dimension: {dimension}"
    yield f"points: {points}"
    yield "find:"
    yield "  kind: presence"
    yield "  any:"
    for language in LANGUAGES:
        phrases = [phrase.strip() for phrase in texts[language]["phrases"].split(",") if phrase.strip()]
        yield f"    {language}: [{', '.join(map(_quoted, phrases))}]"
    yield from _by_language("say", texts)
    yield from _by_language("try", texts)
    yield "examples: []"
    yield "# Each language needs one that fires (mark the words), one that stays quiet, and one where the advice helps:"
    for language in LANGUAGES:
        yield f"#  - {{lang: {language}, text: 'A whole post with the [[marked words]] in it.'}}"
        yield f"#  - {{lang: {language}, text: 'A post like it that is fine.', quiet: true}}"
        yield f"#  - {{lang: {language}, before: 'The first post.', after: 'The same post, mended.'}}"


def _by_language(key: str, texts: Mapping[Language, Mapping[str, str]]) -> Iterator[str]:
    yield f"{key}:"
    for language in LANGUAGES:
        yield f"  {language}: {_quoted(texts[language][key])}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
