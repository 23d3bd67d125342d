"""rules/README.md is true: each block of it is run, and each key, kind, shape, measure and tag is in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from bot.cli.rules import commands
from bot.engine.check import check
from bot.engine.examples import run_examples
from bot.engine.feed import FEED_MEASURES
from bot.engine.inflect import TAGS
from bot.engine.judge import judge
from bot.engine.kinds import KINDS
from bot.engine.kinds.base import Unless, When
from bot.engine.kinds.evidence import Levels, Needs, Part
from bot.engine.loader import Loaded, load
from bot.engine.measures import MEASURES
from bot.engine.model import Draft, Feed, Post
from bot.engine.prove import prove
from bot.engine.rule import ActRule, Adds, Cues, Example, Rule, SourceText, Word
from bot.engine.shapes import SHAPES
from tests.support.rulebook import SHIPPED, folder_of, rule_text

README = (SHIPPED / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
WHOLE = [block for block in BLOCKS if block.startswith("# ")]
FINDS = [block for block in BLOCKS if block.startswith("find:")]
MODELS: tuple[type[BaseModel], ...] = (
    Rule, Example, SourceText, Adds, Cues, ActRule, Word, Unless, When, Part, Needs, Levels, *KINDS,
)  # fmt: skip


@dataclass(frozen=True)
class Block:
    """A find of the README with the posts that show it."""

    find: str
    examples: str
    notes: dict[str, list[str]]

    @classmethod
    def of(cls, text: str) -> Block:
        notes: dict[str, list[str]] = {}
        for name, value in re.findall(r"^# (\w+): (.*)$", text, re.MULTILINE):
            notes.setdefault(name, []).append(value)
        body = re.sub(r"^# .*\n", "", text, flags=re.MULTILINE)
        find, _, examples = body.partition("examples:")
        return cls(find, examples, notes)

    def loaded(self, tmp_path: Path) -> Loaded:
        text = rule_text("shown", "PLACE").replace("find: PLACE\n", self.find)
        text += f"examples:{self.examples}" if self.examples else ""
        files = {"clarity/shown.yaml": text}
        for needed in self.notes.get("needs", ["{kind: presence, any: [nothing-at-all]}"]):
            files["clarity/other.yaml"] = rule_text("other", needed)
        result = load(folder_of(tmp_path, files))
        assert result.mistakes == ()
        return result

    def draft(self, text: str) -> Draft:
        brand = yaml.safe_load(self.notes.get("brand", ["{}"])[0])
        example = Example.model_validate({"lang": "en", "text": text, "brand": brand})
        network = self.notes.get("network", ["telegram"])[0]
        feed = Feed(tuple(Post(post) for post in self.notes.get("feed", [])))
        return replace(Draft(text, language="en", brand=example.brand, feed=feed), network=network)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", FINDS)
def test_every_find_fires_and_stays_quiet_as_it_says(tmp_path: Path, text: str) -> None:
    block = Block.of(text)
    loaded = block.loaded(tmp_path)
    assert [*run_examples(loaded, ["shown"])] == []
    for name, wanted in (("fires", True), ("quiet", False)):
        for post in block.notes.get(name, []):
            found = {finding.id for finding in judge(block.draft(post), loaded.rules).findings}
            assert ("shown" in found) is wanted, post
    assert block.notes.get("fires") or block.examples


def test_what_depends_on_a_setting_is_quiet_without_it(tmp_path: Path) -> None:
    [text] = [text for text in FINDS if "when: {network" in text]
    block = Block.of(text)
    [post] = block.notes["fires"]
    loaded = block.loaded(tmp_path)
    assert "shown" not in {finding.id for finding in judge(Draft(post, language="en"), loaded.rules).findings}


def test_the_whole_files_are_checked_tested_and_proven(tmp_path: Path) -> None:
    files = {block.partition("\n")[0].removeprefix("# "): block for block in WHOLE}
    assert set(files) == {"clarity/circling-back.yaml", "cues/first-aid.yaml"}
    loaded = load(folder_of(tmp_path, files))
    if any("inflected" in mistake.what for mistake in loaded.mistakes):
        pytest.skip("THE README'S FILES ARE NOT TESTED: install the extra rules")
    assert [*map(str, check(loaded))] == []
    assert [*run_examples(loaded)] == []
    assert [*prove(loaded)] == []


def names(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


@pytest.mark.parametrize("name", sorted(set().union(*map(names, MODELS)) - {"kind", "find"}))
def test_every_key_is_explained_and_stands_in_an_example(name: str) -> None:
    assert re.search(rf"`{name}[`:]", README)
    only_in_words = {"replaced_by", "act", "base", "source", "essay", "note", "adds", "units", "findings"}
    only_in_words |= {"space", "answerer", "crisis", "legal", "picture", "status", "reason", "doubled"}
    only_in_words |= {"like", "forms", "not_forms", "indeclinable", "span", "level", "per", "finding"}
    assert name in only_in_words or any(re.search(rf"\b{name}:\s", block) for block in BLOCKS)


@pytest.mark.parametrize("kind", [kind.model_fields["kind"].annotation.__args__[0] for kind in KINDS])  # type: ignore[union-attr]
def test_every_kind_has_an_example(kind: str) -> None:
    assert f"`{kind}`" in README
    assert any(re.search(rf"kind: {kind}\b", block) for block in FINDS)


@pytest.mark.parametrize("name", [*(f"${shape}" for shape in SHAPES), *MEASURES, *FEED_MEASURES, *TAGS])
def test_every_shape_measure_and_tag_is_named(name: str) -> None:
    assert f"`{name}`" in README


@pytest.mark.parametrize("command", [command.name or "" for command in commands.app.registered_commands])
def test_every_command_is_in_the_table(command: str) -> None:
    assert re.search(rf"^\| `{command}\b", README, re.MULTILINE)


def test_the_readme_names_no_command_that_does_not_exist() -> None:
    known = {command.name for command in commands.app.registered_commands}
    assert set(re.findall(r"-m bot rules (\w+)", README)) <= known
