"""`rules prove`: entry by entry and language by language, what in the rules can't be seen to work."""

from __future__ import annotations

from collections import defaultdict
from typing import Annotated

import typer

from bot.cli.rules.cores import spread
from bot.cli.rules.folder import Folder, FormatOption, folder, plural, say_mistakes, tell
from bot.cli.rules.progress import progress
from bot.engine.cutting import without_items
from bot.engine.prove import Doubt, subjects
from bot.errors import UsageError

WHAT = {
    "mixed-letters": "mixes alphabets, or is in the wrong one: {note}; type it anew",
    "dead-characters": "these characters never stand in the text it is compared with (lower case, ё as е, plain "
    "quotes): {note}",
    "never-matches": "can't be found, {note}: write it as a draft would",
    "wrong-entry": "{note}",
    "shadowed": "finds nothing that is not found by {note}: take one of them out",
    "no-example": "no example would fail without it: add one, or take it out",
    "not-needed": "no example needs this exception: add one that is quiet because of it, or take it out",
}


def prove(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[ID | @LIST]...", help="Findings and lists; left out, all.")
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Take out entries that another one covers.")] = False,
    output: FormatOption = "text",
) -> None:
    """Prove every entry in every language: it can match, nothing covers it, an example needs it."""
    rules = folder()
    loaded = rules.load()
    if output == "text" and not names:
        say_mistakes(loaded.mistakes)
    chosen = subjects(loaded, names or ())
    missing = {*(names or ())} - {subject.name for subject in chosen}
    if missing:
        raise UsageError(f'no rule or @list at work is called {", ".join(sorted(missing))}: see "rules check"')
    loaded.rules.ready()
    with spread(lambda subject: subject.prove(), chosen) as found:
        doubts = [doubt for some in progress(found, "Proving", len(chosen)) for doubt in some]
    if fix:
        doubts = take_out(doubts, rules)
    doubts.sort(key=lambda doubt: (doubt.place.path, doubt.place.line, doubt.place.column))
    total = f"{plural(len(chosen), 'rule or list', 'rules and lists')}, {plural(len(doubts), 'doubt', 'doubts')}"
    told = {"proven": len(chosen), "doubts": [record(doubt) for doubt in doubts]}
    tell(output, told, [*map(described, doubts), total], failed=bool(doubts))


def take_out(doubts: list[Doubt], rules: Folder) -> list[Doubt]:
    """Removes the entries that others cover from their files; says what is left in doubt."""
    places: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for doubt in doubts:
        if doubt.what == "shadowed":
            places[doubt.place.path].add((doubt.place.line, doubt.place.column))
    for path, marks in places.items():
        file = rules.file(path)
        file.write_text(without_items(file.read_text(encoding="utf-8"), marks), encoding="utf-8")
    number = sum(map(len, places.values()))
    print(f"{plural(number, 'entry', 'entries')} taken out of {plural(len(places), 'file', 'files')}")
    return [doubt for doubt in doubts if doubt.what != "shadowed"]


def described(doubt: Doubt) -> str:
    language = f" ({doubt.language})" if doubt.language else ""
    said = WHAT[doubt.what].format(note=doubt.note or "")
    return f"{doubt.place}: {doubt.owner}{language}: “{doubt.entry}” {' '.join(said.split())}"


def record(doubt: Doubt) -> dict[str, object]:
    return {
        "path": doubt.place.path,
        "line": doubt.place.line,
        "column": doubt.place.column,
        "owner": doubt.owner,
        "lang": doubt.language,
        "entry": doubt.entry,
        "what": doubt.what,
        "note": doubt.note,
    }
