"""The tools that people would otherwise run, set up under `build/bench` and nowhere else: proselint, write-good, alex.

One that can't be set up here is left out, and standard error says so.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HOME = Path("build/bench").resolve()
HERE = Path(__file__).parent
PROSELINT, WRITE_GOOD, ALEX = "proselint 0.16.0", "write-good 1.0.8", "alex 11.0.1"


@dataclass(frozen=True, slots=True)
class Peer:
    name: str
    command: tuple[str, ...]
    """Reads posts and tells what each one cost."""

    def seconds(self, posts: Sequence[str], rounds: int) -> list[float]:
        """Of the processor, for each post: the median of many looks, after one that warms up."""
        asked = json.dumps({"posts": posts, "rounds": rounds})
        ran = subprocess.run(self.command, input=asked, capture_output=True, text=True, check=True)
        found: list[float] = json.loads(ran.stdout)
        return found


@cache
def peers() -> tuple[Peer, ...]:
    """Those that are here, or could be set up."""
    return tuple(
        Peer(name, command) for name, set_up in _SETTING_UP.items() if (command := _tried(name, set_up)) is not None
    )


@cache
def proselint_command() -> Path | None:
    """proselint's command line, as people call it."""
    command = HOME / "proselint" / "bin" / "proselint"
    return command if any(peer.name == PROSELINT for peer in peers()) else None


def _tried(name: str, set_up: Callable[[], tuple[str, ...]]) -> tuple[str, ...] | None:
    try:
        return set_up()
    except (OSError, LookupError, subprocess.SubprocessError) as error:
        told = error.stderr if isinstance(error, subprocess.CalledProcessError) else str(error)
        print(f"NOT MEASURED: {name} can't be set up here: {str(told).strip()[-200:]}", file=sys.stderr)
        return None


def _proselint() -> tuple[str, ...]:
    home = HOME / "proselint"
    python = home / "bin" / "python"
    if not (home / "bin" / "proselint").exists():
        venv.create(home, with_pip=True, clear=True)
        _run(str(python), "-m", "pip", "install", "--quiet", PROSELINT.replace(" ", "=="))
    return str(python), str(HERE / "in_proselint.py")


def _of_node(package: str, main: str) -> tuple[str, ...]:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise LookupError("there is no node with npm on the PATH")
    home = HOME / package.split()[0]
    file = home / "node_modules" / main
    if not file.exists():
        home.mkdir(parents=True, exist_ok=True)
        _run(npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(home), package.replace(" ", "@"))
    return node, str(HERE / "in_node.mjs"), str(file)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)


_SETTING_UP: Mapping[str, Callable[[], tuple[str, ...]]] = {
    PROSELINT: _proselint,
    WRITE_GOOD: lambda: _of_node(WRITE_GOOD, "write-good/write-good.js"),
    ALEX: lambda: _of_node(ALEX, "alex/index.js"),
}
