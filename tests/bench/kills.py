"""`python -m tests.bench.kills 200`: how much is lost when the running bot is killed so often."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.support.kills import kill_again_and_again


def main() -> None:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    began = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        toll = asyncio.run(kill_again_and_again(Path(folder), kills, seed))
    print(f"{toll} (seed {seed}, {perf_counter() - began:.0f} s)")
    sys.exit(1 if toll.lost or toll.stored_twice or toll.undone or toll.repeated > toll.kills else 0)


if __name__ == "__main__":
    main()
