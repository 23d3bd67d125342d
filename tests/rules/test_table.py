"""The function table as pass rates: `python -m tests.rules.test_table` prints them by finding and language."""

from __future__ import annotations

from collections import defaultdict

import pytest

from bot.engine.model import LANGUAGES, Language
from tests.rules.posts import Row, review, rows

# A table without one miss would have been fitted to, not measured with: its posts are other people's than the rules'.
SHARE_OF_POSTS = 0.95
FEWEST_POSTS = 3


def holds(row: Row) -> bool:
    found = {finding.id for finding in review(row.draft).findings}
    return (row.finding in found) == row.fires


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_posts_of_the_table_show_what_they_must(language: Language) -> None:
    posts = [row for row in rows() if row.language == language]
    missed = [
        f"{row.finding} ({'fires' if row.fires else 'quiet'}): {row.draft.text[:60]}" for row in posts if not holds(row)
    ]
    assert len(missed) <= (1 - SHARE_OF_POSTS) * len(posts), "\n".join(missed)


def test_every_finding_has_posts_and_near_misses_in_each_language() -> None:
    counts: dict[tuple[str, Language, bool], int] = defaultdict(int)
    for row in rows():
        counts[row.finding, row.language, row.fires] += 1
    findings = {row.finding for row in rows()}
    thin = [
        (finding, language, fires)
        for finding in findings
        for language in LANGUAGES
        for fires in (True, False)
        if counts[finding, language, fires] < FEWEST_POSTS
    ]
    assert not thin


def main() -> None:
    rates: dict[tuple[str, Language], list[bool]] = defaultdict(list)
    for row in rows():
        rates[row.finding, row.language].append(holds(row))
    print(f"{'finding':30}" + "".join(f"{language:>8}" for language in LANGUAGES))
    for finding in sorted({finding for finding, _ in rates}):
        cells = "".join(f"{sum(rates[finding, lang]):>5}/{len(rates[finding, lang])}" for lang in LANGUAGES)
        print(f"{finding:30}{cells}")
    print(f"{sum(map(sum, rates.values()))} of {len(rows())} posts")


if __name__ == "__main__":
    main()
