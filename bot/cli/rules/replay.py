"""`rules replay`: the same drafts under two sets of rules."""

from __future__ import annotations

import asyncio
import io
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any
from zipfile import ZipFile

import typer

from bot.cli.rules.cores import spread
from bot.cli.rules.drafts import Marked, read_drafts
from bot.cli.rules.folder import Folder, FormatOption, folder, in_json, plural
from bot.cli.rules.progress import progress
from bot.engine.model import NETWORKS, Draft, Language, Network
from bot.engine.ruleset import RuleSet
from bot.errors import UsageError
from bot.replay import Move, Summary, compare, summary
from bot.settings import read_settings

SHOWN = 20


def replay(
    drafts: Annotated[Path | None, typer.Option("--drafts", "-d", help="Drafts as JSON lines or YAML.")] = None,
    history: Annotated[
        int | None, typer.Option("--history", min=1, help="The newest N drafts of the database.")
    ] = None,
    old: Annotated[str, typer.Option("--old", help="A folder of rules, or a git revision such as HEAD~3.")] = "HEAD",
    new: Annotated[str | None, typer.Option("--new", help="The same; left out, the rules as they are now.")] = None,
    output: FormatOption = "text",
) -> None:
    """Judge drafts by two sets of rules: who moves, by how much, across which band edge."""
    rules = folder()
    with rules_at(old, rules) as before, rules_at(new, rules) as after:
        marked = _drafts(drafts, history, after)
        for judging in (before, after):
            judging.ready()
        with spread(lambda item: compare(item.id, item.draft, before, after, item.band), marked) as judged:
            moves = list(progress(judged, "Judging twice", len(marked)))
    figures = summary(moves)
    if output == "json":
        in_json({**_record(figures), "moves": [_move(move) for move in moves if move.changed]})
    else:
        print("\n".join(described(figures, moves)))


def _drafts(path: Path | None, history: int | None, rules: RuleSet) -> list[Marked]:
    if (path is None) == (history is None):
        raise UsageError("name the drafts with --drafts FILE or --history N, one of them")
    if path is not None:
        return read_drafts(path, rules)
    assert history is not None
    found = asyncio.run(_kept(history))
    if not found:
        raise UsageError("the history holds no drafts yet: name a file with --drafts")
    return found


async def _kept(number: int) -> list[Marked]:
    from bot.store.history import open_history

    async with open_history(read_settings().database_url) as history:
        return [
            Marked(
                str(version.id),
                Draft(version.text, network=_network(version.network), language=_language(version.language)),
            )
            for version in await history.newest(number)
        ]


def _network(name: str) -> Network:
    return next((known for known in NETWORKS if known == name), "telegram")


def _language(name: str | None) -> Language | None:
    return next((known for known in ("en", "pl", "ru") if known == name), None)


@contextmanager
def rules_at(where: str | None, rules: Folder) -> Iterator[RuleSet]:
    """The rules of a folder, of a git revision, or as they are now."""
    if where is None:
        yield rules.load(drafts=False).rules
    elif Path(where).is_dir():
        yield Folder(Path(where), rules.extra).load(drafts=False).rules
    else:
        with TemporaryDirectory() as place:
            _check_out(where, rules.rules, Path(place))
            yield Folder(Path(place), rules.extra).load(drafts=False).rules


def _check_out(revision: str, rules: Path, place: Path) -> None:
    """Puts the rules of a git revision into a folder."""
    try:
        # In a folder below the top, git archives just that folder.
        command = ["git", "-C", str(rules), "archive", "--format=zip", "--end-of-options", revision]
        archive = subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603
    except FileNotFoundError:
        raise UsageError(f"{revision}: no such folder, and git is not installed to look for a revision") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines() or ["nothing"]
        raise UsageError(f"{revision}: neither a folder nor a revision of {rules}: git says {said[-1]}") from None
    # A zip, since the first releases of Python 3.11 can't unpack a tar without following what points outside.
    with ZipFile(io.BytesIO(archive)) as packed:
        packed.extractall(place)


def described(figures: Summary, moves: list[Move]) -> Iterator[str]:
    """The comparison in lines, the widest moves first."""
    yield (
        f"{plural(figures.drafts, 'draft', 'drafts')}: {plural(figures.moved, 'moves', 'move')}, "
        f"{sum(figures.edges.values()):,} across a band edge, {figures.mean:+.2f} points on average"
    )
    if figures.agreement:
        before, after, of = figures.agreement
        yield f"bands that agree with the marks: {before} → {after} of {of}"
    for (was, now), number in sorted(figures.edges.items(), key=lambda item: -item[1]):
        yield f"  {was or 'no score'} → {now or 'no score'}: {number:,}"
    for id_, (gained, lost) in sorted(figures.findings.items(), key=lambda item: (-sum(item[1]), item[0]))[:SHOWN]:
        yield f"  {id_}: +{gained} −{lost} drafts"
    widest = sorted((move for move in moves if move.changed), key=lambda move: (not move.crosses, -abs(move.by)))
    for move in widest[:SHOWN]:
        edge = f", {move.band_before or 'no score'} → {move.band_after or 'no score'}" if move.crosses else ""
        why = " ".join([*(f"+{id_}" for id_ in move.gained), *(f"−{id_}" for id_ in move.lost)])
        first = move.text.strip().split("\n")[0][:60]
        yield f"{move.by:+4d}  {_said(move.before)} → {_said(move.after)}{edge}  {move.id}  “{first}”  {why}"
    if len(widest) > SHOWN:
        yield f"… and {len(widest) - SHOWN:,} more: --format json tells all"


def _said(score: int | None) -> str:
    return "–" if score is None else str(score)


def _record(figures: Summary) -> dict[str, Any]:
    return {
        "drafts": figures.drafts,
        "moved": figures.moved,
        "mean": figures.mean,
        "edges": [{"from": was, "to": now, "drafts": number} for (was, now), number in figures.edges.items()],
        "findings": {id_: {"gained": gained, "lost": lost} for id_, (gained, lost) in figures.findings.items()},
        "agreement": figures.agreement,
    }


def _move(move: Move) -> dict[str, Any]:
    return {
        "id": move.id,
        "before": move.before,
        "after": move.after,
        "bands": [move.band_before, move.band_after],
        "gained": move.gained,
        "lost": move.lost,
        "marked": move.marked,
    }
