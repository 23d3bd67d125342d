"""`rules explain`: why a rule fired on a draft, or why it did not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import LanguageOption, NetworkOption
from bot.cli.rules.folder import FormatOption, folder, in_json, known_ids, mistakes_of, say_mistakes
from bot.engine.explain import Explanation
from bot.engine.explain import explain as look
from bot.engine.loader import Loaded
from bot.engine.model import Draft, Network
from bot.errors import UsageError


def explain(
    finding: Annotated[str, typer.Argument(metavar="ID", help="The id of a finding.")],
    text: Annotated[str | None, typer.Option("--text", "-t", help="The draft itself.")] = None,
    file: Annotated[Path | None, typer.Option("--file", help="A file with the draft.")] = None,
    network: NetworkOption = "telegram",
    lang: LanguageOption = None,
    output: FormatOption = "text",
) -> None:
    """Tell why a rule fired on a draft, or why it did not."""
    loaded = folder().load()
    known_ids(loaded, (finding,))
    draft = Draft(_draft(text, file), network=network, language=lang, now=datetime.now(UTC))
    explained = look(finding, draft, loaded.rules)
    if output == "json":
        in_json(record(explained))
        return
    say_mistakes(mistakes_of(loaded, (finding,)))
    print("\n".join(described(explained, loaded, network)))


def _draft(text: str | None, file: Path | None) -> str:
    if (text is None) == (file is None):
        raise UsageError("name the draft with --text or --file, one of them")
    if text is not None:
        return text
    assert file is not None
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: can't be read as UTF-8 text: {error}") from None


def record(explained: Explanation) -> dict[str, object]:
    return {
        "rule": explained.rule.id,
        "language": explained.language,
        "fired": explained.fired,
        "clear": explained.clear,
        "strength": explained.strength,
        "spans": [list(span) for span in explained.spans],
        "seen": [
            {"list": hit.list, "entry": hit.entry.text, "at": str(hit.entry.place), "quote": hit.quote}
            for hit in explained.seen
        ],
        "empty": list(explained.empty),
        "slots": {name: _plain(value) for name, value in explained.slots.items()},
        "stops": [{"why": stop.why, "at": str(stop.entry.place) if stop.entry else None} for stop in explained.stops],
        "score": explained.score,
        "without": explained.without,
        "if_fired": explained.if_fired,
    }


def _plain(value: object) -> object:
    return dict(value) if hasattr(value, "keys") else value  # type: ignore[call-overload]


def described(explained: Explanation, loaded: Loaded, network: Network) -> Iterator[str]:
    """The explanation in lines."""
    rule = explained.rule
    strength = "" if explained.strength in (0, 1) else f", strength {explained.strength:.2f}"
    level = "" if explained.clear else ", weak evidence"
    fired = f"fires{strength}{level}" if explained.fired else "does not fire"
    place = loaded.documents[rule.id].place(("find",))
    yield f"{rule.id} {fired} ({explained.language}, {network}); it looks by {place}, kind {rule.find.kind}"
    for hit in explained.seen:
        yield f"  found    “{hit.quote}” as {hit.entry.text} of {hit.list} ({hit.entry.place})"
    for name in explained.empty:
        yield f"  nothing  of {name} is in the draft"
    for name, value in explained.slots.items():
        yield f"  counted  {name}: {_counted(value, explained)}"
    for stop in explained.stops:
        entry = f", “{stop.entry.text}” ({stop.entry.place})" if stop.entry else ""
        yield f"  stopped  {stop.why}{entry}"
    yield from _needs(explained)
    if explained.fired:
        yield f"  score    {_said(explained.score)} with the rule, {_said(explained.without)} without it"
    else:
        yield f"  score    {_said(explained.score)} as it is, {_said(explained.if_fired)} if it fired"


def _counted(value: object, explained: Explanation) -> object:
    if isinstance(value, Mapping):
        return value.get(explained.language) or "–"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value


def _needs(explained: Explanation) -> Iterator[str]:
    if explained.fired or explained.stops:
        return
    find = explained.rule.find
    if needed := dict.fromkeys(find.depends_on()):
        yield f"  depends  on {', '.join(needed)}"
    if find.when:
        settings = find.when.model_dump(exclude_defaults=True)
        yield f"  only     when {', '.join(f'{name}: {value}' for name, value in settings.items())}"
    place = " of ".join(filter(None, (f"each {find.each}" if find.each else "", find.where or "")))
    if place:
        yield f"  only     in {place}"


def _said(score: int | None) -> str:
    return "no score" if score is None else str(score)
