"""Two processes on one PostgreSQL: nobody's draft is lost, doubled or out of order, whoever dies.

`python -m tests.bench.replicas` does the same with 2,000 drafts, and measures.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.kills import kill_again_and_again
from tests.support.postgres import Cluster
from tests.support.replicas import Event, Scene, account


async def test_two_replicas_share_the_work_and_keep_the_order(postgres: Cluster, tmp_path: Path) -> None:
    found = await account(postgres, tmp_path, drafts=120, chats=40)
    assert (found.lost, found.stored_twice, found.repeated, found.undone) == (0, 0, 0, 0)
    assert (found.out_of_order, found.overtaken, found.claimed_again) == (0, 0, 0)


@pytest.mark.parametrize("event", [Scene.kill_the_leader, Scene.restart_the_server])
async def test_death_of_the_leader_or_of_the_server_loses_nothing(
    postgres: Cluster, tmp_path: Path, event: Event
) -> None:
    """Only the one answer that was under way when the leader died may be repeated."""
    found = await account(postgres, tmp_path, drafts=120, chats=40, webhook=True, event=event)
    assert (found.lost, found.stored_twice, found.undone) == (0, 0, 0)
    assert (found.out_of_order, found.overtaken) == (0, 0)
    assert found.repeated <= 1


async def test_kill_loses_nothing_on_a_server(postgres: Cluster, tmp_path: Path) -> None:
    async with postgres.database() as url:
        toll = await kill_again_and_again(tmp_path, kills=1, seed=5, url=url)
    assert (toll.lost, toll.stored_twice, toll.undone) == (0, 0, 0)
    assert toll.repeated <= toll.kills
