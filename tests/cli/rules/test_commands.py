"""The other commands of a maintainer's day, each as it is typed."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path

import pytest

from bot.engine.loader import load
from tests.cli.rules.conftest import Rules
from tests.support.rulebook import whole_rule

WEAK = "We bake our bread at night for you."
DRAFTS = [
    {"id": "weak", "text": WEAK, "lang": "en", "band": "weak", "score": 20},
    {"id": "strong", "text": "We open at seven on every day for you.", "lang": "en", "band": "strong", "score": 80},
]


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    path = tmp_path / "drafts.jsonl"
    path.write_text("\n".join(map(json.dumps, DRAFTS)), encoding="utf-8")
    return path


def write(folder: Path, text: str) -> None:
    (folder / "clarity" / "bread.yaml").write_text(text, encoding="utf-8")


def test_examples_that_hold_are_counted(rules: Rules) -> None:
    run = rules("test")
    assert (run.code, run.out) == (0, "9 examples, 0 failures\n")


def test_a_failing_example_underlines_wanted_and_got(rules: Rules, folder: Path) -> None:
    write(folder, whole_rule().replace("our [[bread]]", "[[our]] bread"))
    run = rules("test", "bread")
    assert run.code == 1
    assert "rules/clarity/bread.yaml:12:5: bread (en): fires on other words" in run.out
    lines = run.out.splitlines()
    text = next(line for line in lines if WEAK in line)
    assert [line.index("~~~") for line in lines if "wanted" in line] == [text.index("our")]
    assert [line.index("^^^^^") for line in lines if " got " in line] == [text.index("bread")]


def test_failures_can_be_read_by_machines(rules: Rules, folder: Path) -> None:
    write(folder, whole_rule().replace("en: [bread]", "en: [cake]"))
    run = rules("test", "--format", "json")
    assert run.code == 1
    assert {failure["what"] for failure in run.json["failures"]} == {"silent", "not-better"}
    assert run.json["failures"][0]["wanted"] == [[12, 17]]


def test_a_closed_gap_is_reported(rules: Rules, folder: Path) -> None:
    write(folder, whole_rule().replace("every day.', quiet: true}", "bread.', gap: 'not seen'}"))
    assert "this known gap is closed" in rules("test").out


@pytest.mark.parametrize("command", ["test", "explain", "prove", "doc"])
def test_an_unknown_rule_is_wrong_use(rules: Rules, command: str) -> None:
    options = ["--text", WEAK] if command == "explain" else []
    run = rules(command, "cake", *options)
    assert run.code == 2
    assert "cake" in run.err


def test_explain_tells_what_was_found_and_the_points(rules: Rules) -> None:
    run = rules("explain", "bread", "--text", WEAK, "--lang", "en")
    assert "bread fires (en, telegram)" in run.out
    assert "found    “bread” as bread of any (rules/clarity/bread.yaml:8:14)" in run.out
    assert "with the rule" in run.out


def test_explain_tells_what_stopped_a_rule_with_its_line(rules: Rules, folder: Path) -> None:
    unless = "  unless: [{entry: at night, within: sentence, because: it is a job}]\n"
    write(folder, whole_rule().replace("say:", f"{unless}say:"))
    run = rules("explain", "bread", "--text", WEAK, "--lang", "en")
    assert "bread does not fire" in run.out
    assert "if it fired" in run.out
    assert "stopped  it is a job, “at night” (rules/clarity/bread.yaml:9:13)" in run.out


def test_explain_in_json(rules: Rules) -> None:
    told = rules("explain", "bread", "--text", WEAK, "--lang", "en", "--format", "json").json
    assert told["fired"]
    assert told["score"] < told["without"]
    assert told["seen"][0]["quote"] == "bread"


def test_explain_wants_one_draft(rules: Rules) -> None:
    assert rules("explain", "bread").code == 2
    assert rules("explain", "bread", "--file", "nowhere.txt").code == 2


def test_explain_reads_a_file(rules: Rules, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(WEAK, encoding="utf-8")
    assert "bread fires" in rules("explain", "bread", "--file", str(tmp_path / "draft.txt")).out


def test_forms_shows_the_forms_of_a_word_by_tag(rules: Rules) -> None:
    run = rules("forms", "~buy", "--lang", "en")
    assert "en ~buy" in run.out
    assert ".past  bought" in run.out
    assert rules("forms", "buy", "--lang", "en", "--format", "json").json["en"]["ing"] == ["buying"]
    assert rules("forms", "buy", "--write").code == 2
    assert rules("forms", "the", "--lang", "en").code == 2


def test_forms_compares_the_lock_with_the_rules(rules: Rules, folder: Path) -> None:
    write(folder, whole_rule(en="bread, ~loaf"))
    run = rules("forms")
    assert (run.code, "en loaf: missing" in run.out) == (1, True)


def test_one_unknown_word_does_not_lose_the_others(rules: Rules, folder: Path) -> None:
    pytest.importorskip("morfeusz2", reason="THE LOCK IS NOT TESTED: install the extra rules")
    write(folder, whole_rule(en="bread, ~loaf, ~the"))
    run = rules("forms", "--write")
    assert run.code == 1
    assert 'rules/clarity/bread.yaml:8:28: "the"' in run.out
    assert '"loaf"' in (folder / "forms.lock.json").read_text(encoding="utf-8")


def test_prove_is_content_with_a_whole_rule(rules: Rules) -> None:
    run = rules("prove")
    assert (run.code, run.out) == (0, "1 rule or list, 0 doubts\n")


def test_prove_names_an_entry_that_no_example_needs(rules: Rules, folder: Path) -> None:
    write(folder, whole_rule().replace("en: [bread]", "en: [bread, cake]"))
    run = rules("prove", "bread")
    assert run.code == 1
    assert "rules/clarity/bread.yaml:8:21: bread (en): “cake” no example would fail without it" in run.out
    assert rules("prove", "--format", "json").json["doubts"][0]["what"] == "no-example"


def test_stats_count_by_band_and_language(rules: Rules, drafts: Path) -> None:
    told = rules("stats", "--drafts", str(drafts), "--format", "json").json
    [bread] = told["rules"]
    assert (bread["hits"], bread["bands"], bread["lift"]) == (1, {"weak": 1.0, "strong": 0.0}, 2.0)
    text = rules("stats", "--drafts", str(drafts)).out
    assert "- bread" in text
    assert "2 drafts, 1 rule, 0 never fire" in text


def test_stats_name_dead_rules(rules: Rules, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "drafts.yaml"
    path.write_text("- {id: a, lang: en, text: We open at seven on every day for you.}\n", encoding="utf-8")
    assert "1 never fire\n  bread" in rules("stats", "--drafts", str(path)).out


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.jsonl", "{", "a.jsonl:1: no JSON"),
        ("a.jsonl", '{"text": "x", "band": "good"}', "band: 'good' is none of weak, mixed, strong"),
        ("a.jsonl", '{"lang": "en"}', "text: missing"),
        ("a.jsonl", "", "there is no draft in it"),
        ("a.yaml", "a: b", "should be a list of drafts"),
        ("a.yaml", "- [", "no YAML"),
        ("a.yaml", "- text", "should be an object"),
    ],
)
def test_drafts_that_can_t_be_read_are_told(rules: Rules, tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    run = rules("stats", "--drafts", str(tmp_path / name))
    assert run.code == 2
    assert said in run.err


def test_replay_tells_who_moves_across_which_edge(rules: Rules, folder: Path, tmp_path: Path, drafts: Path) -> None:
    old = tmp_path / "old"
    folder.rename(old)
    new = folder
    new.mkdir()
    for path in old.rglob("*.yaml"):
        target = new / path.relative_to(old)
        target.parent.mkdir(exist_ok=True)
        target.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    write(new, whole_rule(points=-10))
    told = rules("replay", "--old", str(old), "--new", str(new), "--drafts", str(drafts), "--format", "json").json
    [move] = told["moves"]
    by = move["after"] - move["before"]
    assert by < 0
    assert (move["id"], told["drafts"], told["moved"], told["mean"]) == ("weak", 2, 1, by / 2)
    text = rules("replay", "--old", str(old), "--drafts", str(drafts)).out
    assert "2 drafts: 1 moves, 0 across a band edge" in text
    assert "bands that agree with the marks" in text
    assert f"{by:+4d}  {move['before']} → {move['after']}  weak  “{WEAK}”" in text


def test_replay_takes_a_git_revision(rules: Rules, folder: Path, drafts: Path) -> None:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=Ola", "-c", "user.email=ola@example.com"]
        subprocess.run(["git", "-C", str(folder.parent), *who, *arguments], check=True, capture_output=True)

    git("init", "-q")
    git("add", "rules")
    git("commit", "-q", "-m", "rules")
    write(folder, whole_rule(points=-10))
    assert rules("replay", "--old", "HEAD", "--drafts", str(drafts), "--format", "json").json["moved"] == 1
    run = rules("replay", "--old", "no-such-revision", "--drafts", str(drafts))
    assert run.code == 2
    assert "neither a folder nor a revision" in run.err


def test_replay_wants_drafts_from_one_place(rules: Rules, folder: Path, drafts: Path) -> None:
    assert rules("replay", "--old", str(folder)).code == 2
    assert rules("replay", "--old", str(folder), "--drafts", str(drafts), "--history", "5").code == 2


def test_replay_of_an_empty_history_says_what_to_do(rules: Rules, folder: Path) -> None:
    run = rules("replay", "--old", str(folder), "--history", "5")
    assert (run.code, "the history holds no drafts yet" in run.err) == (2, True)


def test_fit_proposes_points_as_a_patch(rules: Rules, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "marked.jsonl"
    verses = ["bake it", "sell it", "cut it", "slice it", "toast it", "weigh it", "wrap it", "share it"]
    records = [
        {"id": verse, "lang": "en", "text": f"We {verse}: our bread at night for you all.", "score": 30}
        for verse in verses
    ]
    records += [
        {"id": f"no {verse}", "lang": "en", "text": f"We {verse} with care at night for you all.", "score": 36}
        for verse in verses
    ]
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    run = rules("fit", "--drafts", str(path), "--folds", "2")
    assert run.code == 0
    assert "-points: -4\n+points: -" in run.out
    assert "--- a/rules/clarity/bread.yaml" in run.out
    assert (folder / "clarity" / "bread.yaml").read_text(encoding="utf-8") == whole_rule()
    assert rules("fit", "--drafts", str(path), "--folds", "20").code == 2


def test_time_measures_each_rule(rules: Rules, drafts: Path) -> None:
    told = rules("time", "--format", "json").json
    assert {part["part"] for part in told["parts"]} == {"(reading the text)", "(finding all cues)", "bread"}
    assert sum(part["share"] for part in told["parts"]) == pytest.approx(1)
    assert told["drafts"] == 12
    assert "2 drafts, " in rules("time", "--drafts", str(drafts)).out


def test_new_asks_and_writes_a_rule_that_loads(rules: Rules, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["A title", "it's new, brand new", "You say “{quote}”.", "Say what it's for."]
    answers = ["honesty", "-6", *texts, *texts, *texts]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(answers)))
    run = rules("new", "nothing-new")
    assert (run.code, "written as a draft" in run.out) == (0, True)
    loaded = load(folder, drafts=True)
    assert loaded.mistakes == ()
    assert {rule.id: rule.status for rule in loaded.rules.rules} == {"bread": "stable", "nothing-new": "draft"}
    assert rules("check").code == 0
    assert rules("new", "nothing-new").code == 2
    assert rules("new", "Nothing New").code == 2
    assert rules("new", "other", "--extra").code == 2


def test_doc_writes_a_page_for_each_rule_in_three_languages(rules: Rules, tmp_path: Path) -> None:
    assert rules("doc", "--out", str(tmp_path / "pages")).code == 0
    pages = {path.relative_to(tmp_path / "pages").as_posix() for path in (tmp_path / "pages").rglob("*.md")}
    assert pages == {f"{lang}/{page}.md" for lang in ("en", "pl", "ru") for page in ("README", "bread")}
    russian = (tmp_path / "pages" / "ru" / "bread.md").read_text(encoding="utf-8")
    assert "- Мы печём для вас наш **хлеб** ночью." in russian
    assert "Что изменить:" in russian
    assert "{" not in russian


def test_prove_takes_covered_entries_out_when_asked(rules: Rules, folder: Path) -> None:
    (folder / "cues").mkdir()
    words = folder / "cues" / "words.yaml"
    words.write_text(
        "about: Words\nen: [buy*, buying, ship]  # kept\npl: []\nru:\n  - купи*\n  - купите\n", encoding="utf-8"
    )
    run = rules("prove", "--fix")
    assert (run.code, run.out) == (0, "2 entries taken out of 1 file\n2 rules and lists, 0 doubts\n")
    assert words.read_text(encoding="utf-8") == "about: Words\nen: [buy*, ship]  # kept\npl: []\nru:\n  - купи*\n"
