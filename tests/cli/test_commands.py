"""The command line from outside: help, version, completion, exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot import __version__
from bot.cli import app

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
    run = whyfollow("score", "--text", "a", folder=empty_folder, RETENTION_DAYS="never")
    assert run.returncode == 2
    assert run.stderr.startswith("RETENTION_DAYS: ")


def test_a_text_in_another_encoding_is_told_in_words(empty_folder: Path) -> None:
    (empty_folder / "draft.txt").write_bytes("Żółć".encode("cp1250"))
    run = whyfollow("score", "draft.txt", folder=empty_folder)
    assert (run.returncode, run.stdout) == (2, "")
    assert "draft.txt: not UTF-8 text" in run.stderr
