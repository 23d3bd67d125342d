"""The function table: whole posts that must show each finding, and posts that look alike and must not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.engine.judge import judge
from bot.engine.loader import load
from bot.engine.model import LANGUAGES, Draft, Language, Review
from bot.engine.ruleset import RuleSet
from tests.support.rulebook import SHIPPED

TABLE = Path(__file__).parent / "table"


@dataclass(frozen=True, slots=True)
class Row:
    """One post of the table: the finding it is about, and whether it must be there."""

    finding: str
    fires: bool
    draft: Draft

    @property
    def language(self) -> Language:
        assert self.draft.language is not None
        return self.draft.language


@cache
def rules() -> RuleSet:
    return load(SHIPPED).rules


@cache
def rows() -> tuple[Row, ...]:
    return tuple(row for language in LANGUAGES for row in _rows(language))


def _rows(language: Language) -> Iterator[Row]:
    table = yaml.safe_load((TABLE / f"{language}.yaml").read_text(encoding="utf-8"))
    for finding, posts in table.items():
        for fires, key in ((True, "fires"), (False, "quiet")):
            for post in posts[key]:
                draft = Draft(post["text"], network=post.get("network", "telegram"), language=language)
                yield Row(finding, fires, draft)


def review(draft: Draft) -> Review:
    return judge(draft, rules())
