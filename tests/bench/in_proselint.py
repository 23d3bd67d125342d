"""Runs in proselint's own environment: what one look at each post costs, in seconds of the processor.

Called by `tests.bench.peers` with the posts as JSON on standard input.
"""

from __future__ import annotations

import json
import sys
from statistics import median
from time import process_time
from typing import Any


def main() -> None:
    from proselint.checks import __register__  # type: ignore[import-not-found,unused-ignore]
    from proselint.registry import CheckRegistry  # type: ignore[import-not-found,unused-ignore]
    from proselint.tools import LintFile  # type: ignore[import-not-found,unused-ignore]

    CheckRegistry().register_many(__register__)
    asked: dict[str, Any] = json.load(sys.stdin)

    def seconds(post: str) -> float:
        began = process_time()
        LintFile("post", content=post).lint()
        return process_time() - began

    for post in asked["posts"]:
        seconds(post)
    json.dump([median(seconds(post) for _ in range(asked["rounds"])) for post in asked["posts"]], sys.stdout)


if __name__ == "__main__":
    main()
