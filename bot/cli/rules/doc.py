"""`rules doc`: a page per rule in English, Polish and Russian, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.rules.folder import IdsArgument, folder, known_ids, plural
from bot.engine.examples import unmarked
from bot.engine.loader import Loaded
from bot.engine.model import LANGUAGES, Language
from bot.engine.rule import Example, Rule
from bot.errors import UsageError
from bot.render.catalogue import name, number, say

_SLOT = re.compile(r"\{\w+\}")


def doc(
    ids: IdsArgument = None,
    out: Annotated[Path, typer.Option("--out", help="The folder for the pages.")] = Path("build/rules"),
) -> None:
    """Write a page per rule in English, Polish and Russian."""
    loaded = folder().load()
    chosen = known_ids(loaded, ids or ())
    rules = [rule for rule in loaded.rules.rules if not chosen or rule.id in chosen]
    try:
        for language in LANGUAGES:
            _write(out / language, rules, loaded, language)
    except OSError as error:
        raise UsageError(f"{out}: can't be written ({error.strerror}): choose another folder with --out") from None
    print(f"{out}: {plural(len(rules), 'rule', 'rules')} in {', '.join(LANGUAGES)}")


def _write(place: Path, rules: list[Rule], loaded: Loaded, language: Language) -> None:
    place.mkdir(parents=True, exist_ok=True)
    for rule in rules:
        path = loaded.documents[rule.id].path
        (place / f"{rule.id}.md").write_text("\n".join(page(rule, path, language)) + "\n", encoding="utf-8")
    (place / "README.md").write_text("\n".join(contents(rules, language)) + "\n", encoding="utf-8")


def contents(rules: list[Rule], language: Language) -> Iterator[str]:
    """The page that leads to all others, by dimension."""
    yield f"# {say(language, 'doc-rules')}"
    for dimension in dict.fromkeys(rule.dimension for rule in rules):
        yield f"\n## {name(language, 'dimension', dimension)}\n"
        for rule in (rule for rule in rules if rule.dimension == dimension):
            yield f"- [{rule.title[language]}]({rule.id}.md) · {_worth(rule, language)}"


def page(rule: Rule, path: str, language: Language) -> Iterator[str]:
    """One rule's page in lines."""
    yield f"# {rule.title[language]}"
    yield f"\n`{rule.id}` · {name(language, 'dimension', rule.dimension)} · {_worth(rule, language)} · `{path}`"
    yield f"\n> {_open(rule.say[language])}"
    yield f"\n**{say(language, 'doc-change')}** {_open(rule.change[language])}"
    spoken = [example for example in rule.examples if example.lang == language]
    fires = [example for example in spoken if example.text and not example.quiet and example.gap is None]
    yield from _listed("doc-fires", [_marked(example) for example in fires], language)
    yield from _listed("doc-quiet", [_flat(example.text or "") for example in spoken if example.quiet], language)
    yield from _listed("doc-better", list(_pairs(spoken)), language)
    if rule.source:
        yield f"\n{say(language, 'doc-source')} *{rule.source.essay}*"


def _worth(rule: Rule, language: Language) -> str:
    points = rule.points or rule.reason
    signed = f"{'−' if points < 0 else '+'}{number(language, abs(points))}" if points else "0"
    return say(language, "doc-worth", points=signed)


def _listed(key: str, items: list[str], language: Language) -> Iterator[str]:
    if items:
        yield f"\n## {say(language, key)}\n"
        yield from (f"- {item}" for item in items)


def _marked(example: Example) -> str:
    text, spans = unmarked(example.text or "")
    for start, end in reversed(spans):
        text = f"{text[:start]}**{text[start:end]}**{text[end:]}"
    return _flat(text)


def _pairs(examples: list[Example]) -> Iterator[str]:
    for example in examples:
        if example.before is not None and example.after is not None:
            yield f"{_flat(example.before)} → {_flat(example.after)}"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _open(template: str) -> str:
    """A text of the rule with its slots left open."""
    return _SLOT.sub("…", template)
