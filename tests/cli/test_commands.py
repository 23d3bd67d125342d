"""The command line from outside: help, version, completion, exit codes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot import __version__
from bot.cli import app
from bot.settings import shipped_rules

COMMANDS = [command.name or "" for command in app.registered_commands] + [
    group.name or "" for group in app.registered_groups
]


def whyfollow(
    *arguments: str, folder: Path, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[str]:
    """One run in a process of its own, as from a shell in `folder`."""
    run = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        timeout=60,
        env={**os.environ, "LANG": "en_US.UTF-8", "COLUMNS": "100", **environment},
    )
    return subprocess.CompletedProcess(run.args, run.returncode, run.stdout.decode(), run.stderr.decode())


def test_version_tells_name_and_number(empty_folder: Path) -> None:
    run = whyfollow("--version", folder=empty_folder)
    assert (run.returncode, run.stdout) == (0, f"whyfollow {__version__}\n")


def test_help_lists_every_command(empty_folder: Path) -> None:
    run = whyfollow("--help", folder=empty_folder)
    assert run.returncode == 0
    assert all(command in run.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(empty_folder: Path, command: str) -> None:
    run = whyfollow(command, "--help", folder=empty_folder)
    assert run.returncode == 0
    assert "Usage" in run.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_complete_commands(empty_folder: Path, shell: str) -> None:
    run = whyfollow(
        "--show-completion",
        folder=empty_folder,
        SHELL=f"/bin/{shell}",
        _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1",
    )
    if run.returncode:
        run = whyfollow(
            "--show-completion", shell, folder=empty_folder, _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1"
        )
    assert run.returncode == 0
    assert "complet" in run.stdout.lower()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["frobnicate"], "frobnicate"),
        (["score", "--network", "myspace"], "facebook"),
        (["score", "--lang", "de"], "--lang"),
        (["score", "--text", "a", "b.txt"], "--text stands alone"),
        (["score", "--text", "a", "--jsonl"], "--text stands alone"),
        (["score", "no-such-file.txt"], "no-such-file.txt: can't be read"),
        (["score", "--jsonl", "no-such-file.txt"], "no-such-file.txt: can't be read"),
    ],
)
def test_wrong_use_is_exit_code_2_and_one_sentence(empty_folder: Path, arguments: list[str], told: str) -> None:
    run = whyfollow(*arguments, folder=empty_folder)
    assert run.returncode == 2
    assert told in run.stderr
    assert "Traceback" not in run.stderr


def test_a_wrong_setting_is_exit_code_2(empty_folder: Path) -> None:
    run = whyfollow("score", "--text", "a", folder=empty_folder, LOG_LEVEL="never")
    assert run.returncode == 2
    assert run.stderr.startswith("LOG_LEVEL: ")


def test_a_text_in_another_encoding_is_told_in_words(empty_folder: Path) -> None:
    (empty_folder / "draft.txt").write_bytes("Żółć".encode("cp1250"))
    run = whyfollow("score", "draft.txt", folder=empty_folder)
    assert (run.returncode, run.stdout) == (2, "")
    assert "draft.txt: not UTF-8 text" in run.stderr


SALE = "MEGA SALE! The BEST deals of the year are here. Don't miss out, shop now 👉 example.com/sale"
RULE = "promotion/pure-promo.yaml"


def lines_of(run: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run.stdout.splitlines()]


def records(*drafts: dict[str, Any]) -> bytes:
    return "".join(json.dumps(draft) + "\n" for draft in drafts).encode()


@pytest.mark.parametrize("way", ["text", "file", "pipe"])
def test_a_draft_gets_the_same_answer_by_every_way_in(empty_folder: Path, way: str) -> None:
    (empty_folder / "draft.txt").write_text(SALE, encoding="utf-8")
    arguments = {"text": ["--text", SALE], "file": ["draft.txt"], "pipe": []}[way]
    run = whyfollow("score", *arguments, folder=empty_folder, stdin=SALE.encode() if way == "pipe" else b"")
    assert run.returncode == 0
    assert "Weak · " in run.stdout
    assert "MEGA SALE" in run.stdout


@pytest.mark.parametrize(("locale", "word"), [("pl_PL.UTF-8", "angielski"), ("ru_RU.UTF-8", "английский")])
def test_the_answer_speaks_the_language_of_the_system(empty_folder: Path, locale: str, word: str) -> None:
    run = whyfollow("score", "--text", SALE, folder=empty_folder, LANG=locale, LC_ALL=locale)
    assert word in run.stdout
    assert whyfollow("score", "-t", SALE, "-r", "pl", folder=empty_folder).stdout.count("angielski")


def test_json_lines_are_judged_and_the_lines_add_up(empty_folder: Path) -> None:
    stdin = records({"id": "a", "text": SALE, "lang": "en"}, {"id": "b", "text": "Hi"}) + b"{\n"
    run = whyfollow("score", "--jsonl", folder=empty_folder, stdin=stdin)
    assert run.returncode == 0
    sale, short, broken = lines_of(run)
    assert sale["raw"] == sum(sale["dimensions"].values())
    assert sale["score"] == sale["raw"] + (sale["brake"] or {"cost": 0})["cost"]
    for found in sale["findings"]:
        assert found["quotes"] == [SALE[start:end] for start, end in found["spans"]]
    assert (short["score"], short["reason"], short["id"]) == (None, "too-little", "b")
    assert broken["error"].startswith("line 3: ")


def test_a_program_may_wait_for_each_answer(empty_folder: Path) -> None:
    command = [sys.executable, "-m", "bot", "score", "--jsonl"]
    with subprocess.Popen(command, cwd=empty_folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        for number in range(3):
            process.stdin.write(records({"id": number, "text": SALE}))
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def test_a_mistake_in_a_rule_is_told_with_its_place_and_the_other_rules_judge(empty_folder: Path) -> None:
    rules = empty_folder / "rules"
    shutil.copytree(shipped_rules(), rules)
    text = (rules / RULE).read_text(encoding="utf-8")
    line = text.splitlines().index(next(line for line in text.splitlines() if line.startswith("points:"))) + 1
    (rules / RULE).write_text(text.replace("\npoints:", "\npionts:", 1), encoding="utf-8")
    run = whyfollow("score", "--text", SALE, folder=empty_folder, RULES_DIR="rules")
    assert run.returncode == 0
    assert f"{RULE}:{line}:1: " in run.stderr
    assert "points" in run.stderr
    assert " of 100" in run.stdout


def test_the_chat_answers_what_is_piped_into_it_and_keeps_it(empty_folder: Path) -> None:
    stdin = f"{SALE}\n\n:reader pl\n{SALE}\n\n:quit\nnot read\n".encode()
    run = whyfollow("chat", folder=empty_folder, stdin=stdin)
    assert run.returncode == 0
    assert run.stdout.count("of 100") == 1
    assert "angielski" in run.stdout
    assert (empty_folder / "whyfollow.db").is_file()


def test_run_without_a_token_is_the_chat(empty_folder: Path) -> None:
    run = whyfollow("run", folder=empty_folder, stdin=SALE.encode())
    assert run.returncode == 0
    assert "TELEGRAM_TOKEN" in run.stderr
    assert "of 100" in run.stdout


def test_a_reader_who_goes_away_is_no_error_to_read_about(empty_folder: Path) -> None:
    stdin = records(*[{"text": SALE}] * 2000)
    (empty_folder / "drafts.jsonl").write_bytes(stdin)
    command = f"{sys.executable} -m bot score --jsonl drafts.jsonl | head -n 1"
    run = subprocess.run(["sh", "-c", command], cwd=empty_folder, capture_output=True, text=True, timeout=60)
    assert len(run.stdout.splitlines()) == 1
    assert "Error" not in run.stderr
