"""What `deploy/` promises: a service and a container that fit this bot, without root's rights."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot import app as house
from bot.cli import app
from bot.intake.server import GRACE_SECONDS, listening
from bot.settings import Settings, read_settings
from tests.support.ports import free_port

ROOT = Path(__file__).parent.parent
UNIT = (ROOT / "deploy" / "whyfollow.service").read_text(encoding="utf-8")
CONTAINER = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
COMMANDS = {command.name for command in app.registered_commands}

Instruction = tuple[str, str]


def settings_of(unit: str) -> dict[str, list[str]]:
    """Every `Name=value` of the unit; a name may come more than once."""
    found: dict[str, list[str]] = {}
    for line in unit.splitlines():
        if line and not line.startswith(("#", "[")):
            name, _, value = line.partition("=")
            found.setdefault(name, []).append(value)
    return found


def stages(text: str) -> list[list[Instruction]]:
    """The instructions of each stage, with continued lines joined."""
    joined = re.sub(r"\\\n\s*", " ", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    instructions = [(line.split()[0], line.partition(" ")[2].strip()) for line in joined.splitlines() if line.strip()]
    starts = [at for at, (name, _) in enumerate(instructions) if name == "FROM"]
    return [instructions[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]


SERVICE = settings_of(UNIT)
BUILD, FINAL = stages(CONTAINER)


def all_of(name: str, stage: list[Instruction]) -> list[str]:
    return [value for found, value in stage if found == name]


def environment(stage: list[Instruction]) -> dict[str, str]:
    return dict(part.partition("=")[::2] for value in all_of("ENV", stage) for part in shlex.split(value))


def test_the_service_runs_a_command_that_exists() -> None:
    command, *arguments = SERVICE["ExecStart"][0].split()
    assert Path(command).name in PROJECT["scripts"]
    assert arguments[0] in COMMANDS


def test_the_service_waits_longer_than_the_bot_takes_to_stop() -> None:
    assert int(SERVICE["TimeoutStopSec"][0]) >= house.GRACE + GRACE_SECONDS + 5
    assert SERVICE["KillSignal"] == ["SIGTERM"]


def test_the_service_starts_again_but_not_with_wrong_settings() -> None:
    assert SERVICE["Restart"] == ["always"]
    wrong = subprocess.run(
        [sys.executable, "-m", "bot", "run"], cwd=ROOT, env={"LOG_FORMAT": "xml"}, capture_output=True, timeout=60
    )
    assert [str(wrong.returncode)] == SERVICE["RestartPreventExitStatus"]


def test_the_service_is_not_root_and_keeps_drafts_to_itself() -> None:
    assert SERVICE["DynamicUser"] == ["yes"]
    assert SERVICE["CapabilityBoundingSet"] == [""]
    assert SERVICE["UMask"] == ["0077"]
    assert SERVICE["WorkingDirectory"] == [f"%S/{SERVICE['StateDirectory'][0]}"]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd judges its units itself, and is not here")
def test_systemd_finds_no_fault(tmp_path: Path) -> None:
    unit = tmp_path / "whyfollow.service"
    # The command is not installed here, and systemd looks for it.
    unit.write_text(UNIT.replace("/opt/whyfollow/bin/whyfollow", sys.executable), encoding="utf-8")
    verified = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, timeout=60)
    assert (verified.returncode, [line for line in verified.stderr.splitlines() if "whyfollow" in line]) == (0, [])
    judged = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=20", str(unit)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert judged.returncode == 0, judged.stdout[-200:]


def test_the_image_has_two_stages_and_takes_only_the_installed_bot_from_the_first() -> None:
    [(_, base), (_, final)] = [BUILD[0], FINAL[0]]
    assert base == f"{final} AS build"
    assert all_of("COPY", FINAL) == ["--from=build /opt/whyfollow /opt/whyfollow"]
    version = re.search(r"python:3\.(\d+)", final)
    assert version
    assert f"Programming Language :: Python :: 3.{version[1]}" in PROJECT["classifiers"]


def test_what_is_copied_exists_and_is_let_through_and_nothing_else_is() -> None:
    copied = {name for value in all_of("COPY", BUILD) for name in value.split()[:-1]}
    let_in = [line for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    assert let_in[0] == "*"
    assert {line[1:] for line in let_in if line.startswith("!")} == copied
    assert all((ROOT / name).exists() for name in copied)


def test_the_image_runs_without_root_and_keeps_its_database_in_the_volume() -> None:
    names = [name for name, _ in FINAL]
    [user] = all_of("USER", FINAL)
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", user)
    assert names.index("USER") > max(at for at, name in enumerate(names) if name in ("RUN", "COPY"))
    assert f"--uid {user.partition(':')[0]}" in all_of("RUN", FINAL)[0]
    [volume] = all_of("VOLUME", FINAL)
    assert environment(FINAL)["DATABASE_URL"].startswith(f"sqlite+aiosqlite:///{volume}/")
    assert all_of("WORKDIR", FINAL) == [volume]


def test_the_settings_of_the_image_are_settings(monkeypatch: pytest.MonkeyPatch, empty_folder: Path) -> None:
    ours = {name: value for name, value in environment(FINAL).items() if name.lower() in Settings.model_fields}
    assert set(environment(FINAL)) - set(ours) == {"PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"}
    for name, value in ours.items():
        monkeypatch.setenv(name, value)
    settings = read_settings()
    assert settings.listen is not None
    assert all_of("EXPOSE", FINAL) == [str(settings.listen.port)]
    assert f":{settings.listen.port}/healthz" in health_check()


def test_the_image_runs_commands_that_exist() -> None:
    assert json.loads(all_of("ENTRYPOINT", FINAL)[0])[0] in PROJECT["scripts"]
    assert json.loads(all_of("CMD", FINAL)[0])[0] in COMMANDS


@pytest.mark.parametrize("line", [value for stage in (BUILD, FINAL) for value in all_of("RUN", stage)])
def test_what_the_build_runs_is_a_shell_s_language(line: str) -> None:
    assert subprocess.run(["/bin/sh", "-n", "-c", line], capture_output=True, timeout=30).returncode == 0


def test_the_build_installs_by_hash_and_only_extras_that_exist() -> None:
    runs = " ".join(all_of("RUN", BUILD))
    assert "--require-hashes -r requirements.lock" in runs
    installed = re.search(r'"whyfollow\[([a-z,]+)\]"', runs)
    assert installed
    assert set(installed[1].split(",")) <= set(PROJECT["optional-dependencies"])


def health_check() -> str:
    """The program that the image runs to see how the bot is."""
    [check] = all_of("HEALTHCHECK", FINAL)
    interpreter, option, program = json.loads(check.partition("CMD ")[2])
    assert (interpreter, option) == ("python", "-c")
    return str(program)


@pytest.mark.parametrize(("code", "well"), [(200, True), (503, False)])
async def test_the_health_check_says_what_the_bot_says(code: int, well: bool) -> None:
    async def healthz(_: Request) -> Response:
        return Response(status_code=code)

    port = free_port()
    program = health_check().replace(":8080/", f":{port}/")
    async with listening(Starlette(routes=[Route("/healthz", healthz)]), "127.0.0.1", port):
        assert (await ended(program) == 0) is well
    assert await ended(program) != 0


async def ended(program: str) -> int:
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", program, stderr=asyncio.subprocess.DEVNULL)
    return await process.wait()


COMPOSE = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8"))


def test_compose_file_sets_what_there_is_to_set_and_runs_two_replicas_on_the_containers_image() -> None:
    bot = COMPOSE["services"]["bot"]
    assert {name.lower() for name in bot["environment"]} <= set(Settings.model_fields)
    assert bot["deploy"]["replicas"] == 2
    assert (ROOT / "deploy" / bot["build"]["context"] / bot["build"]["dockerfile"]).samefile(
        ROOT / "deploy" / "Containerfile"
    )
    assert bot["environment"]["DATABASE_URL"].endswith("@database/whyfollow")
    assert COMPOSE["services"]["database"]["environment"]["POSTGRES_DB"] == "whyfollow"


def test_compose_file_can_be_read_by_docker_and_needs_its_secrets() -> None:
    if (
        shutil.which("docker") is None
        or subprocess.run(["docker", "compose", "version"], capture_output=True).returncode
    ):
        pytest.skip("docker compose is not here")
    command = ["docker", "compose", "-f", str(ROOT / "deploy" / "compose.yaml"), "config", "--quiet"]
    secrets = dict.fromkeys(("TELEGRAM_TOKEN", "HOST", "WEBHOOK_SECRET", "PASSWORD"), "x")
    path = {"PATH": os.environ["PATH"]}
    assert subprocess.run(command, env=path | secrets, capture_output=True).returncode == 0
    missing = subprocess.run(command, env=path, capture_output=True, text=True)
    assert missing.returncode != 0
    assert "TELEGRAM_TOKEN" in missing.stderr
