"""`rules forms`: shows the forms of a word, or writes those of every `~lemma` in the rules to the lock."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.rules.folder import Folder, FormatOption, folder, in_json, plural
from bot.engine.documents import Mistake
from bot.engine.inflect import (
    TAGS,
    Forms,
    InflectionError,
    Lemma,
    MissingInflector,
    NotInflected,
    build,
    inflect,
    made_with,
    stale,
)
from bot.engine.lemmas import uses
from bot.engine.loader import Loaded
from bot.engine.model import LANGUAGES, Language
from bot.errors import UsageError


def forms(
    lemma: Annotated[str | None, typer.Argument(help="A word; left out, the lock is compared with the rules.")] = None,
    lang: Annotated[Language | None, typer.Option("--lang", "-l", help="Its language; left out, all three.")] = None,
    like: Annotated[str | None, typer.Option("--like", help="A known word that it is inflected after.")] = None,
    write: Annotated[bool, typer.Option("--write", help="Write forms.lock.json anew.")] = False,
    output: FormatOption = "text",
) -> None:
    """Show the forms of a word, or write those of every ~lemma in the rules."""
    if lemma is None:
        raise typer.Exit(_write(folder()) if write else _compare(folder(), output))
    if write:
        raise UsageError("--write writes the words of the rules: leave out the word")
    _show(lemma.removeprefix("~"), lang, like, output)


def _show(lemma: str, lang: Language | None, like: str | None, output: str) -> None:
    found: dict[str, dict[str, list[str]]] = {}
    reasons = []
    for language in [lang] if lang else LANGUAGES:
        try:
            by_tag = inflect(language, lemma, like)
            found[language] = {tag or "all": sorted(forms) for tag, forms in by_tag.items()}
        except InflectionError as error:
            reasons.append(f"{language}: {error}")
    if not found:
        raise UsageError("\n".join(reasons))
    if output == "json":
        in_json(found)
        return
    for spoken, groups in found.items():
        print(f"{spoken} ~{lemma}")
        for tag in ("all", *TAGS):
            if tag in groups:
                print(f"  {'' if tag == 'all' else '.' + tag:6} {' '.join(groups[tag])}")


def _compare(rules: Folder, output: str) -> int:
    differences = stale(Forms.read(rules.lock), asked(rules.load()))
    if output == "json":
        in_json({"stale": [{"lang": item.language, "word": item.word, "why": item.why} for item in differences]})
    else:
        for item in differences:
            print(item)
        advice = 'run "python -m bot rules forms --write"' if differences else "the lock fits the rules"
        print(f"{plural(len(differences), 'difference', 'differences')}: {advice}")
    return 1 if differences else 0


def asked(loaded: Loaded) -> frozenset[Lemma]:
    """Every word that an entry of the rules asks for."""
    return frozenset(loaded.words.asked)


def _write(rules: Folder) -> int:
    # Words that no entry uses any more must leave the lock, and those whose model changed must be made anew.
    loaded = rules.load(Forms())
    mistakes: list[Mistake] = []
    try:
        text = build(asked(loaded), loaded.words.indeclinable())
    except MissingInflector:
        raise
    except NotInflected as partial:
        text = partial.lock
        for lemma, why in zip(partial.words, partial.mistakes, strict=True):
            mistakes += [Mistake.at(place, str(why)) for place in uses(loaded, lemma)]
    rules.lock.write_text(text, encoding="utf-8")
    for mistake in sorted(mistakes):
        print(mistake)
    print(f"{rules.lock}: {plural(len(loaded.words.asked) - len(mistakes), 'word', 'words')} written")
    return 1 if mistakes else 0


def out_of_date(rules: Folder, loaded: Loaded) -> list[str] | MissingInflector:
    """How the lock differs from what would be written now, or why that can't be told.

    The words and the dictionaries behind them are compared: inflecting all words anew would take seconds.
    """
    lock = Forms.read(rules.lock)
    try:
        here = made_with()
    except MissingInflector as missing:
        return missing
    other = [f"made with {made}" for made in lock.made_with.values() if made not in here.values()]
    return [*other, *map(str, stale(lock, asked(loaded)))]
