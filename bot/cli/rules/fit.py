"""`rules fit`: points that agree better with marked drafts, as a diff to take or leave."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from typing import Annotated

import typer

from bot.cli.rules.drafts import DraftsOption, read_drafts
from bot.cli.rules.folder import Folder, FormatOption, folder, in_json, plural
from bot.cli.rules.progress import progress
from bot.engine.fit import Proposal, Quality, case_of, propose
from bot.engine.loader import Loaded
from bot.errors import UsageError


def fit(
    drafts: DraftsOption,
    folds: Annotated[int, typer.Option("--folds", min=2, max=20, help="Parts for cross-validation.")] = 5,
    output: FormatOption = "text",
) -> None:
    """Propose points, within their signs, that agree better with marked drafts."""
    rules = folder()
    loaded = rules.load(drafts=False)
    marked = read_drafts(drafts, loaded.rules)
    found = [case_of(item.draft, item.band, item.score, loaded.rules) for item in progress(marked, "Judging")]
    cases = [case for case in found if case is not None]
    if len(cases) < 2 * folds:
        raise UsageError(
            f"{drafts}: {len(cases)} marked drafts are too few for {folds} parts: give band or score to more"
        )
    bar = iter(progress(range(folds + 1), "Fitting"))
    next(bar)
    proposal = propose(cases, loaded.rules, folds, lambda: next(bar, None))
    if output == "json":
        in_json({"points": dict(proposal.points), "before": _record(proposal.before), "after": _record(proposal.after)})
        return
    print(f"{plural(len(cases), 'marked draft', 'marked drafts')}, {folds} parts; on drafts not learned from:")
    print(f"  before  {_said(proposal.before)}")
    print(f"  after   {_said(proposal.after)}")
    if proposal.after.loss >= proposal.before.loss:
        print("Nothing is gained on drafts that were not learned from: leave the points as they are.")
        return
    print("\n".join(diff(proposal, loaded, rules)))


def diff(proposal: Proposal, loaded: Loaded, rules: Folder) -> Iterator[str]:
    """The proposal as a patch of the rule files."""
    for id_, points in sorted(proposal.points.items()):
        document = loaded.documents[id_]
        file = rules.file(document.path)
        old = file.read_text(encoding="utf-8").splitlines()
        line = document.place(("points",)).line - 1
        new = [*old[:line], f"points: {points}", *old[line + 1 :]]
        yield from unified_diff(old, new, f"a/{document.path}", f"b/{document.path}", lineterm="", n=1)


def _said(quality: Quality) -> str:
    return f"bands that agree {quality.bands:.0%}, mean distance {quality.error:.1f} points"


def _record(quality: Quality) -> dict[str, float]:
    return {"loss": quality.loss, "error": quality.error, "bands": quality.bands}
