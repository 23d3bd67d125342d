"""`python -m tests.bench.kills 200`: how much is lost when the running bot is killed so often; half of it by webhook.

A second number is the seed; `polling` or `webhook` tries only that, `postgresql` does it on a server of its own.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path
from time import perf_counter

from tests.support.kills import Toll, kill_again_and_again
from tests.support.postgres import Cluster, server

WAYS = ("polling", "webhook")


def main(arguments: list[str]) -> int:
    ways = [way for way in WAYS if way in arguments] or list(WAYS)
    numbers = [int(argument) for argument in arguments if argument.isdigit()]
    kills, seed = (*numbers, *(200, 1)[len(numbers) :])[:2]
    with server() if "postgresql" in arguments else nullcontext() as cluster:
        return max(0 if fine(killed(way, kills // len(ways), seed, cluster)) else 1 for way in ways)


def killed(way: str, kills: int, seed: int, cluster: Cluster | None) -> Toll:
    began = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        toll = asyncio.run(all_kills(Path(folder), way, kills, seed, cluster))
    print(
        f"{way}{' on PostgreSQL' if cluster else ''}: {toll} (seed {seed}, {perf_counter() - began:.0f} s)", flush=True
    )
    return toll


async def all_kills(folder: Path, way: str, kills: int, seed: int, cluster: Cluster | None) -> Toll:
    if cluster is None:
        return await kill_again_and_again(folder, kills, seed, webhook=way == "webhook")
    async with cluster.database() as url:
        return await kill_again_and_again(folder, kills, seed, webhook=way == "webhook", url=url)


def fine(toll: Toll) -> bool:
    return not (toll.lost or toll.stored_twice or toll.undone) and toll.repeated <= toll.kills


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
