"""Kept rules judge as those that were read from their files, and only while nothing changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.cli.rulebook import cache_folder
from bot.engine import loader
from bot.engine.judge import judge
from bot.engine.kept import kept_or_loaded
from bot.engine.model import LANGUAGES, Draft
from tests.bench.texts import post
from tests.support.rulebook import SHIPPED, folder_of, whole_rule

UNMARKED = post("pl", 280).translate(str.maketrans("ąćęłńóśźż", "acelnoszz"))


def small(place: Path, word: str = "bread") -> Path:
    return folder_of(place, {"clarity/about-bread.yaml": whole_rule("about-bread", en=word, pl="chleb", ru="хлеб")})


def found(folder: Path, home: Path, text: str) -> tuple[str, ...]:
    rules, _ = kept_or_loaded(folder, None, home)
    return tuple(finding.id for finding in judge(Draft(text, language="en"), rules).findings)


def test_kept_rules_judge_as_loaded_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [*(post(language, 1000) for language in LANGUAGES), UNMARKED]
    folder = shutil.copytree(SHIPPED, tmp_path / "rules")
    loaded = loader.load(folder).rules
    first, _ = kept_or_loaded(folder, None, tmp_path / "home")
    for text in texts:
        judge(Draft(text), first)
    monkeypatch.delattr(loader, "load")
    kept, mistakes = kept_or_loaded(folder, None, tmp_path / "home")
    assert mistakes == ()
    for text in texts:
        assert judge(Draft(text), kept) == judge(Draft(text), loaded)


def test_an_edit_is_seen_at_once(tmp_path: Path) -> None:
    home, text = tmp_path / "home", "Fresh rolls are here today, come and see them."
    assert found(small(tmp_path), home, text) == ()
    assert found(small(tmp_path, "rolls"), home, text) == ("about-bread",)


def test_damaged_files_are_made_anew(tmp_path: Path) -> None:
    home, folder, text = tmp_path / "home", small(tmp_path), "Fresh bread is here today, come and see it."
    assert found(folder, home, text) == ("about-bread",)
    for file in [path for path in home.rglob("*") if path.is_file()]:
        file.write_bytes(file.read_bytes()[:-20])
    assert found(folder, home, text) == ("about-bread",)
    assert found(folder, home, text) == ("about-bread",)


def test_a_place_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("no folder", encoding="utf-8")
    assert found(small(tmp_path), home, "Fresh bread is here today, come and see it.") == ("about-bread",)


def test_rules_with_mistakes_are_told_each_time(tmp_path: Path) -> None:
    folder = small(tmp_path)
    (folder / "clarity" / "broken.yaml").write_text("id: broken\n", encoding="utf-8")
    told = [kept_or_loaded(folder, None, tmp_path / "home")[1] for _ in range(2)]
    assert told[0] == told[1] != ()


def test_old_ones_are_forgotten(tmp_path: Path) -> None:
    for word in ("one", "two", "three", "four", "five", "six"):
        kept_or_loaded(small(tmp_path, word), None, tmp_path / "home")
    assert len([*(tmp_path / "home").iterdir()]) == 4


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"XDG_CACHE_HOME": "/c", "HOME": "/h"}, Path("/c/whyfollow")),
        ({"HOME": "/h"}, Path("/h/.cache/whyfollow")),
        ({}, None),
    ],
)
def test_the_cache_is_where_the_user_has_it(environment: dict[str, str], folder: Path | None) -> None:
    assert cache_folder(environment) == folder
