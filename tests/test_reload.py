"""Rules edited under a running bot: a good edit judges at once, a bad one changes nothing and is told once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.app import to_owners
from bot.engine.judge import judge
from bot.engine.loader import load
from bot.engine.model import Draft
from bot.reload import Reload, concerns_rules, examine, letter
from bot.review import RuleSource
from tests.support.chat import Chat, open_bot
from tests.support.reviews import review
from tests.support.rulebook import folder_of, whole_rule

FILE = "clarity/bread.yaml"
BREAD = Draft("We bake our bread at night for you.", language="en")
CAKE = Draft("We bake our cake at night for you.", language="en")


@dataclass
class Kitchen:
    """A folder of rules, the part that follows it, and what the owners were told."""

    folder: Path
    reload: Reload
    told: list[str] = field(default_factory=list)

    def write(self, text: str, name: str = FILE) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def finds(self, draft: Draft) -> set[str]:
        return {finding.id for finding in judge(draft, self.reload.source.current).findings}


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    folder = folder_of(tmp_path, {FILE: whole_rule()})
    loaded = load(folder)
    assert loaded.mistakes == ()
    told: list[str] = []

    async def tell(html: str) -> None:
        told.append(html)

    return Kitchen(folder, Reload(RuleSource(loaded.rules), loaded, folder, None, tell, debounce=50), told)


async def test_a_good_edit_judges_at_once(kitchen: Kitchen) -> None:
    assert kitchen.finds(BREAD) == {"bread"}
    kitchen.write(whole_rule(en="cake"))
    await kitchen.reload.refresh()
    assert (kitchen.finds(BREAD), kitchen.finds(CAKE)) == (set(), {"bread"})
    assert kitchen.told == []


async def test_reviews_name_the_rules_that_judged(kitchen: Kitchen) -> None:
    before = judge(BREAD, kitchen.reload.source.current).rules
    kitchen.write(whole_rule(points=-6))
    await kitchen.reload.refresh()
    assert judge(BREAD, kitchen.reload.source.current).rules.hash != before.hash


BAD = {
    "a wrong key": (whole_rule().replace("points", "pionts"), "bread.yaml:5:1: unknown key"),
    "no YAML": ("id: [", "bread.yaml:2:1"),
    "an example that fails": (whole_rule().replace("en: [bread]", "en: [cake]"), "this example fails (silent)"),
    "an example that is gone": (whole_rule().replace(", quiet: true", ""), "en has no example that stays quiet"),
    "a pattern that explodes": (whole_rule().replace("en: [bread]", "en: [bread, '/(a|aa)+$/']"), "runs out of time"),
}


@pytest.mark.parametrize("name", BAD)
async def test_a_bad_edit_changes_nothing_and_is_told_with_its_line(kitchen: Kitchen, name: str) -> None:
    text, said = BAD[name]
    kitchen.write(text)
    await kitchen.reload.refresh()
    assert kitchen.finds(BREAD) == {"bread"}
    [html] = kitchen.told
    assert said in html
    assert "last good ones" in html


async def test_the_same_mistake_is_told_once_and_again_after_a_good_edit(kitchen: Kitchen) -> None:
    bad = whole_rule().replace("points", "pionts")
    kitchen.write(bad)
    await kitchen.reload.refresh()
    await kitchen.reload.refresh()
    assert len(kitchen.told) == 1
    kitchen.write(whole_rule(points=-5))
    await kitchen.reload.refresh()
    kitchen.write(bad)
    await kitchen.reload.refresh()
    assert len(kitchen.told) == 2


async def test_a_file_that_goes_away_meanwhile_is_a_plain_error(kitchen: Kitchen) -> None:
    """A link whose target was deleted is listed, and can't be read: the moment of a deletion, held still."""
    (kitchen.folder / "clarity" / "gone.yaml").symlink_to(kitchen.folder / "nowhere.yaml")
    await kitchen.reload.refresh()
    assert "gone.yaml:1:1: the file can't be read" in kitchen.told[0].replace("’", "'")
    assert kitchen.finds(BREAD) == {"bread"}


async def test_a_deleted_rule_stops_judging(kitchen: Kitchen) -> None:
    (kitchen.folder / FILE).unlink()
    await kitchen.reload.refresh()
    assert kitchen.finds(BREAD) == set()
    assert kitchen.told == []


async def test_a_deleted_core_file_keeps_the_last_good_rules(kitchen: Kitchen) -> None:
    (kitchen.folder / "scoring.yaml").unlink()
    await kitchen.reload.refresh()
    assert "scoring.yaml" in kitchen.told[0]
    assert kitchen.finds(BREAD) == {"bread"}


async def test_a_link_in_a_circle_is_a_plain_error(kitchen: Kitchen) -> None:
    loop = kitchen.folder / "clarity" / "loop.yaml"
    loop.symlink_to(loop)
    await kitchen.reload.refresh()
    assert "loop.yaml:1:1" in kitchen.told[0]
    assert kitchen.finds(BREAD) == {"bread"}


async def test_mistakes_that_were_there_at_the_start_don_t_stop_an_edit(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {FILE: whole_rule(), "clarity/bad.yaml": "id: bad\n"})
    loaded = load(folder)
    assert loaded.mistakes
    (folder / FILE).write_text(whole_rule(points=-7), encoding="utf-8")
    assert examine(folder, None, loaded).problems == ()


async def test_an_edit_is_noticed_while_the_bot_runs(kitchen: Kitchen) -> None:
    watching = asyncio.create_task(kitchen.reload.run())
    try:
        async with asyncio.timeout(20):
            number = 0
            # The watcher needs a moment to start, and nothing says when: every edit is another chance.
            while not kitchen.finds(CAKE):
                number += 1
                kitchen.write(whole_rule(en="cake") + f"# {number}\n")
                await asyncio.sleep(0.1)
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


def test_only_rule_files_are_watched() -> None:
    from watchfiles import Change

    watched: Callable[[str], bool] = lambda path: concerns_rules(Change.modified, path)  # noqa: E731
    assert [path for path in ("a.yaml", "b.yml", "x/forms.lock.json", "README.md", ".a.yaml.swp") if watched(path)] == [
        "a.yaml",
        "b.yml",
        "x/forms.lock.json",
    ]


async def test_owners_get_the_mistake_in_telegram(tmp_path: Path) -> None:
    async with open_bot(tmp_path, review, SimpleNamespace(current=SimpleNamespace(cards={}, rules=()))) as bot:
        owners = Chat(bot, 7), Chat(bot, 8)
        for owner in owners:
            await owner.send("hello")
        await to_owners((7, 8), bot.house)("rules/clarity/bread.yaml:5:1: unknown key")
        await bot.settle()
        assert [owner.texts[-1] for owner in owners] == ["rules/clarity/bread.yaml:5:1: unknown key"] * 2


def test_a_long_list_of_mistakes_is_cut_and_counted() -> None:
    html = letter(tuple(f"rules/a.yaml:{line}:1: <wrong>" for line in range(1, 30)), "abc")
    assert "There are 29 mistakes" in html
    assert "… and 23 more" in html
    assert "<wrong>" not in html
    assert len(html) < 4096
