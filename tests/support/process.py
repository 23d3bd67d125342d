"""The bot as people run it: a process of its own, with its settings in the environment."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Running:
    process: Process
    output: list[str] = field(default_factory=list)
    """Every line it wrote."""
    _heard: asyncio.Event = field(default_factory=asyncio.Event)

    async def read(self) -> None:
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            self.output.append(line.decode().rstrip())
            self._heard.set()

    async def tells(self, words: str, seconds: float = 20.0) -> None:
        """Wait for a line with these words."""
        async with asyncio.timeout(seconds):
            while not any(words in line for line in self.output):
                self._heard.clear()
                await self._heard.wait()

    def tell_to_stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    async def ended(self, seconds: float = 60.0) -> int:
        async with asyncio.timeout(seconds):
            return await self.process.wait()


@asynccontextmanager
async def running_bot(
    folder: Path, *, command: Sequence[str] = ("-m", "bot", "run"), **settings: str
) -> AsyncIterator[Running]:
    """`python -m bot run` (or another command) in `folder`; killed at the end if it still runs."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")}
    environment = {**kept, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "error", **settings}
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command, cwd=folder, env=environment, stdout=PIPE, stderr=STDOUT
    )
    running = Running(process)
    reading = asyncio.create_task(running.read())
    try:
        yield running
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
        await reading
