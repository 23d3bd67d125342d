"""An installed bot: the wheel carries all it needs and works from any folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-qq",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(build, check=True, capture_output=True, timeout=120)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_every_file_of_the_package_and_the_rules(wheel: Path) -> None:
    packed = set(ZipFile(wheel).namelist())
    listed = subprocess.run(["git", "ls-files", "bot", "rules"], cwd=ROOT, capture_output=True, text=True)
    files = listed.stdout.split() or [str(path.relative_to(ROOT)) for path in (ROOT / "rules").rglob("*.yaml")]
    wanted = {f"bot/_{file}" if file.startswith("rules/") else file for file in files if (ROOT / file).exists()}
    assert wanted - packed == set()


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    strangers = [name for name in ZipFile(wheel).namelist() if not name.startswith(("bot/", "whyfollow-"))]
    assert strangers == []


def test_an_installed_bot_judges_from_any_folder(wheel: Path, empty_folder: Path) -> None:
    site = empty_folder / "site"
    ZipFile(wheel).extractall(site)
    program = "import bot.settings as s; from bot.__main__ import main; print(s.shipped_rules()); main()"
    run = subprocess.run(
        [sys.executable, "-c", program, "score", "--text", "Rain on Friday? Our covered stands stay free until 18:00."],
        cwd=empty_folder,
        env={**os.environ, "PYTHONPATH": str(site), "LANG": "en_US.UTF-8"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith(str(site / "bot" / "_rules"))
    assert "100" in run.stdout
