"""`python -m tests.bench.replicas`: 2,000 drafts in 40 chats for two replicas on a PostgreSQL of their own.

Undisturbed, with one of them killed, and with the server restarted; then how many drafts a second one, two and four
replicas answer, with Telegram's limits lifted. `python -m tests.bench.replicas 500` does it with 500 drafts;
`proofs` and `throughput` choose one half.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.support.postgres import Cluster, server
from tests.support.replicas import Account, Event, Scene, account

EVENTS: dict[str, Event | None] = {
    "undisturbed": None,
    "leader killed": Scene.kill_the_leader,
    "server restarted": Scene.restart_the_server,
}
COUNTS = (1, 2, 4)

# As in a server that has to keep what it took.
DURABLE: dict[str, str] = {}


def main(arguments: list[str]) -> int:
    drafts = next((int(argument) for argument in arguments if argument.isdigit()), 2_000)
    worst = 0 if "throughput" in arguments else prove(drafts)
    if "proofs" not in arguments:
        measure(drafts)
    return worst


def prove(drafts: int) -> int:
    worst = 0
    with server() as cluster:
        for webhook in (False, True):
            for name, event in EVENTS.items():
                found = run(cluster, drafts=drafts, webhook=webhook, event=event)
                worst |= not fine(found, disturbed=event is not None)
                print(f"{'webhook' if webhook else 'polling'}, {name}: {found}", flush=True)
    return worst


def measure(drafts: int) -> None:
    with server(DURABLE) as cluster:
        for count in COUNTS:
            found = run(cluster, drafts=drafts, replicas=count, chats=250, webhook=True, watch=False)
            print(f"{count} replicas: {drafts / found.seconds:.0f} drafts/s ({found})", flush=True)


def run(cluster: Cluster, **how: object) -> Account:
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(account(cluster, Path(folder), **how))  # type: ignore[arg-type]


def fine(found: Account, *, disturbed: bool) -> bool:
    """A kill or a restart may repeat the one answer that was under way."""
    wrong = found.lost, found.stored_twice, found.undone, found.out_of_order, found.overtaken
    return not any(wrong) and found.repeated <= disturbed and (disturbed or not found.claimed_again)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
