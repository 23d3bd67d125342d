"""`python -m tests.bench.kills 200`: how much is lost when the running bot is killed so often; half of it by webhook.

A second number is the seed; `polling` or `webhook` tries only that.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.support.kills import Toll, kill_again_and_again

WAYS = ("polling", "webhook")


def main(arguments: list[str]) -> int:
    ways = [way for way in WAYS if way in arguments] or list(WAYS)
    numbers = [int(argument) for argument in arguments if argument.isdigit()]
    kills, seed = (*numbers, *(200, 1)[len(numbers) :])[:2]
    return max(0 if fine(killed(way, kills // len(ways), seed)) else 1 for way in ways)


def killed(way: str, kills: int, seed: int) -> Toll:
    began = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        toll = asyncio.run(kill_again_and_again(Path(folder), kills, seed, webhook=way == "webhook"))
    print(f"{way}: {toll} (seed {seed}, {perf_counter() - began:.0f} s)", flush=True)
    return toll


def fine(toll: Toll) -> bool:
    return not (toll.lost or toll.stored_twice or toll.undone) and toll.repeated <= toll.kills


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
