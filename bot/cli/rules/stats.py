"""`rules stats`: how often every rule fires on labelled drafts, and what that says about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from bot.cli.rules.drafts import DraftsOption, read_drafts
from bot.cli.rules.folder import FormatOption, IdsArgument, folder, in_json, known_ids, plural, say_mistakes
from bot.cli.rules.progress import progress
from bot.engine.frequency import BANDS, Frequency, Seen, frequencies
from bot.engine.judge import judge
from bot.engine.model import LANGUAGES


def stats(drafts: DraftsOption, ids: IdsArgument = None, output: FormatOption = "text") -> None:
    """Tell how often every rule fires in weak, mixed and strong drafts, and by language."""
    loaded = folder().load(drafts=False)
    chosen = known_ids(loaded, ids or ())
    marked = read_drafts(drafts, loaded.rules)
    seen = [Seen.of(judge(item.draft, loaded.rules), item.band) for item in progress(marked, "Judging")]
    signs = {rule.id: rule.sign for rule in loaded.rules.rules}
    found = [item for item in frequencies(seen, signs) if not chosen or item.id in chosen]
    if output == "json":
        in_json({"drafts": len(seen), "rules": [asdict(item) for item in found]})
        return
    say_mistakes(loaded.mistakes)
    _show(found, signs)
    dead = [item.id for item in found if not item.hits]
    print(f"{plural(len(seen), 'draft', 'drafts')}, {plural(len(found), 'rule', 'rules')}, {len(dead)} never fire")
    for id_ in dead:
        print(f"  {id_}")


def _show(found: list[Frequency], signs: Mapping[str, str]) -> None:
    print(f"{'':>1} {'rule':34} {'all':>5} {' '.join(f'{band:>6}' for band in BANDS)} "
          f"{' '.join(f'{language:>4}' for language in LANGUAGES)} {'lift':>5}  fires much like")  # fmt: skip
    for item in found:
        if item.hits:
            print(_line(item, signs[item.id]))


def _line(item: Frequency, sign: str) -> str:
    bands = " ".join(f"{_percent(item.bands.get(band)):>6}" for band in BANDS)
    languages = " ".join(f"{_percent(item.languages.get(language)):>4}" for language in LANGUAGES)
    lift = "–" if item.lift is None else f"{item.lift:.1f}"
    twin = f"  {item.twin[0]} ({item.twin[1]:.0%})" if item.twin and item.twin[1] >= 0.5 else ""
    return f"{sign} {item.id:34} {item.share:>5.0%} {bands} {languages} {lift:>5}{twin}"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"
