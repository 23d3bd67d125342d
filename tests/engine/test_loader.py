"""A mistake in a rule file is named with its place and its remedy, and the other rules still answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.engine.inflect import Forms
from bot.engine.judge import judge
from bot.engine.loader import Loaded, load
from bot.engine.model import Draft
from bot.errors import RulesError
from tests.support.rulebook import folder_of, rule_text

GOOD = "clarity/good.yaml"
BAD = "clarity/bad.yaml"
WORKING = {GOOD: rule_text("good", "{kind: presence, any: [bread]}")}
PRESENCE = "{kind: presence, any: [bread]}"


def loaded(tmp_path: Path, files: dict[str, str]) -> Loaded:
    return load(folder_of(tmp_path, WORKING | files), forms=Forms())


def still_answers(result: Loaded) -> bool:
    review = judge(Draft("We bake our bread for you today.", language="en"), result.rules)
    return "good" in {finding.id for finding in review.findings}


def changed(old: str, new: str, find: str = PRESENCE) -> str:
    text = rule_text("bad", find)
    assert old in text
    return text.replace(old, new)


BROKEN = [
    # keys and values
    (changed("points:", "pionts:"), "bad.yaml:5:1", 'unknown key "pionts", did you mean "points"?'),
    (changed("points: -4", "points: many"), "bad.yaml:5:1", '"points": input should be a valid integer'),
    (changed("points: -4", "points: -4\npoints: -5"), "bad.yaml:6:1", '"points" stands here twice: keep one of them'),
    (changed("points: -4", "points: -40"), "bad.yaml:5:1", "greater than or equal to -30"),
    (changed('since: "1.0"\n', ""), "bad.yaml:1:1", '"since" is missing: add it'),
    (changed("since:", "status: on\nsince:"), "bad.yaml:3:1", "\"status\": input should be 'draft', 'trial'"),
    (changed("pl: Tytuł, ", ""), "bad.yaml:1:1", '"title" has no text for pl'),
    (changed("since:", "status: retired\nsince:"), "bad.yaml:1:1", 'names its successor in "replaced_by"'),
    # where the file is
    (changed("dimension: clarity", "dimension: honesty"), "bad.yaml:4:1", 'the folder "clarity": move the file'),
    (changed("id: bad", "id: worse"), "bad.yaml:1:1", 'call the file "worse.yaml"'),
    (changed("id: bad", "id: Bad One"), "bad.yaml:1:1", '"id": string should match pattern'),
    # YAML itself
    (changed("id: bad", "id: [bad"), "bad.yaml:2:6", "check quotes, colons and indentation"),
    (changed("id: bad", "\tid: bad"), "bad.yaml:1:1", "indent with spaces, not with tabs"),
    (changed("[bread]", '["\\w+"]'), "bad.yaml:6:31", "patterns stand in single quotes"),
    (changed("[bread]", "&x [bread]") + "also: *x\n", "bad.yaml:6:29", "anchors and aliases"),
    ("", "bad.yaml:1:1", "the file is empty"),
    ("just words\n", "bad.yaml:1:1", "should be a valid dictionary"),
    # kinds
    (changed("kind: presence", "kind: presense"), "bad.yaml:6:1", 'no kind "presense", did you mean "presence"?'),
    (changed("kind: presence, ", ""), "bad.yaml:6:1", '"kind" is missing'),
    (rule_text("bad", "{kind: combine}"), "bad.yaml:6:1", 'under "all", "any" or "none"'),
    (rule_text("bad", "{kind: combine, all: [bad]}"), "bad.yaml:6:1", "in a circle: bad > bad"),
    (rule_text("bad", "{kind: measure, measure: wrods, above: 1}"), "bad.yaml:6:23", 'no measure "wrods"'),
    (rule_text("bad", "{kind: measure, measure: words}"), "bad.yaml:6:1", 'needs "above", "below" or "curve"'),
    (
        rule_text("bad", "{kind: measure, measure: words, curve: [[1, 0], [2, 1], [3, 0]]}"),
        "bad.yaml:6:39",
        "a curve only rises or only falls",
    ),
    (
        rule_text("bad", "{kind: presence, any: [bread], unless: [{because: x}]}"),
        "bad.yaml:6:47",
        'names either "entry" or "measure"',
    ),
    # entries
    (changed("[bread]", "['/b(read/']"), "bad.yaml:6:30", "is not a regular expression"),
    (changed("[bread]", "['/bread']"), "bad.yaml:6:30", 'end it with "/"'),
    (changed("[bread]", "[$dat]"), "bad.yaml:6:30", 'no shape "$dat", did you mean "$date"?'),
    (changed("[bread]", "['@nothing']"), "bad.yaml:6:30", 'no list "@nothing"'),
    (changed("[bread]", "['~qwrtzp']"), "bad.yaml:6:30", "nobody has inflected"),
    (changed("[bread]", "['... bread']"), "bad.yaml:6:30", 'needs a word before and after "..."'),
    (changed("[bread]", "{en: [bread], pl: [chleb]}"), "bad.yaml:6:24", "no entries for ru"),
    # examples
    (rule_text("bad", PRESENCE) + "examples: [{lang: en}]\n", "bad.yaml:9:12", 'either "text" or both'),
    (rule_text("bad", PRESENCE) + "examples: [{lang: de, text: x}]\n", "bad.yaml:9:13", "should be 'en', 'pl' or 'ru'"),
]


@pytest.mark.parametrize(("text", "place", "what"), BROKEN, ids=[what[:40] for _, _, what in BROKEN])
def test_a_mistake_is_named_and_the_other_rules_answer(tmp_path: Path, text: str, place: str, what: str) -> None:
    result = loaded(tmp_path, {BAD: text})
    assert any(place in str(mistake) and what in str(mistake) for mistake in result.mistakes), "\n".join(
        map(str, result.mistakes)
    )
    assert still_answers(result)
    assert "bad" not in result.rules.cards


def test_an_unknown_finding_is_told_and_never_there(tmp_path: Path) -> None:
    result = loaded(tmp_path, {BAD: rule_text("bad", "{kind: combine, none: [god]}")})
    assert 'bad.yaml:6:1: there is no finding "god", did you mean "good"?' in str(result.mistakes[0])
    assert still_answers(result)


def test_a_finding_whose_file_is_broken_is_told_once(tmp_path: Path) -> None:
    files = {BAD: "[", "clarity/other.yaml": rule_text("other", "{kind: combine, none: [bad]}")}
    assert len(loaded(tmp_path, files).mistakes) == 1


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    text = changed("points:", "pionts:").replace("kind: presence", "kind: presense").replace("since:", "sinse:")
    assert len(loaded(tmp_path, {BAD: text, "clarity/worse.yaml": "["}).mistakes) == 5


def test_a_wrong_word_of_a_shared_list_is_left_out_and_told(tmp_path: Path) -> None:
    cues = "about: x\nen: [bread, '/(/']\npl: []\nru: []\n"
    rule = rule_text("bad", "{kind: presence, any: ['@cues']}")
    result = loaded(tmp_path, {BAD: rule, "cues/cues.yaml": cues})
    assert [str(mistake).split(": ")[0] for mistake in result.mistakes] == ["rules/cues/cues.yaml:2:13"]
    assert "bad" in result.rules.cards


def test_lists_in_a_circle_are_told(tmp_path: Path) -> None:
    files = {f"cues/{one}.yaml": f"about: x\nen: ['@{other}']\npl: []\nru: []\n" for one, other in ("ab", "ba")}
    result = loaded(tmp_path, files)
    assert any("the lists a > b > a refer to each other" in str(mistake) for mistake in result.mistakes)
    assert still_answers(result)


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "1.0.0", "0x10", "1_000", "2026-01-01"])
def test_words_stay_words(tmp_path: Path, word: str) -> None:
    """YAML 1.1 would read them as booleans, numbers or dates, and no draft holds the word "False"."""
    result = loaded(tmp_path, {BAD: rule_text("bad", f"{{kind: presence, any: [{word}]}}")})
    assert not result.mistakes


def test_a_binary_file_is_told(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, WORKING)
    (folder / BAD).write_bytes(b"\xff\xfe\x00\x01")
    result = load(folder, forms=Forms())
    assert "save the file as UTF-8" in str(result.mistakes[0])
    assert still_answers(result)


def test_a_file_of_five_megabytes_is_told(tmp_path: Path) -> None:
    result = loaded(tmp_path, {BAD: "# x\n" * 1_300_000})
    assert "split it into several rules" in str(result.mistakes[0])
    assert still_answers(result)


def test_a_loop_of_links_is_passed_over(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, WORKING)
    (folder / "clarity" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "clarity" / "self.yaml").symlink_to(folder / "clarity" / "self.yaml")
    result = load(folder, forms=Forms())
    assert "can't be read" in str(result.mistakes[0])
    assert still_answers(result)


def test_another_ending_is_told(tmp_path: Path) -> None:
    result = loaded(tmp_path, {"clarity/bad.yml": "x"})
    assert str(result.mistakes[0]) == 'rules/clarity/bad.yml:1:1: the name ends in ".yml": call it "bad.yaml"'


@pytest.mark.parametrize("missing", ["scoring.yaml", "networks.yaml"])
def test_without_scoring_or_networks_nothing_is_judged(tmp_path: Path, missing: str) -> None:
    folder = folder_of(tmp_path, WORKING)
    (folder / missing).unlink()
    with pytest.raises(RulesError, match=f"no {missing}"):
        load(folder)


def test_no_folder_and_an_empty_one_are_told(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="there is no folder of rules"):
        load(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    with pytest.raises(RulesError, match="holds no rule files"):
        load(tmp_path / "empty")


def test_an_extra_folder_is_laid_over(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, WORKING)
    extra = tmp_path / "extra"
    (extra / "clarity").mkdir(parents=True)
    (extra / GOOD).write_text(rule_text("good", "{kind: presence, any: [rolls]}"), encoding="utf-8")
    (extra / "clarity/own.yaml").write_text(rule_text("own", PRESENCE), encoding="utf-8")
    rules = load(folder, extra, Forms()).rules
    found = {finding.id for finding in judge(Draft("We bake our bread for you today.", language="en"), rules).findings}
    assert found == {"own"}


def test_the_hash_follows_the_files(tmp_path: Path) -> None:
    before = loaded(tmp_path, {}).rules.version
    assert loaded(tmp_path, {}).rules.version == before
    assert loaded(tmp_path, {BAD: rule_text("bad", PRESENCE)}).rules.version.hash != before.hash


def test_a_finding_knows_those_it_depends_on_whatever_their_names(tmp_path: Path) -> None:
    files = {
        "clarity/a-first.yaml": rule_text("a-first", "{kind: combine, all: [z-last]}"),
        "clarity/z-last.yaml": rule_text("z-last", PRESENCE),
    }
    rules = loaded(tmp_path, files).rules
    review = judge(Draft("We bake our bread for you today.", language="en"), rules)
    assert {finding.id for finding in review.findings} >= {"a-first", "z-last"}
