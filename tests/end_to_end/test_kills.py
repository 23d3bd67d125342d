"""Nobody waits for an answer in vain, whenever the process dies: SIGKILL leaves it no time for anything."""

from __future__ import annotations

from pathlib import Path

from tests.support.kills import kill_again_and_again


async def test_ten_kills_lose_nothing_and_repeat_at_most_one_answer_each(tmp_path: Path) -> None:
    toll = await kill_again_and_again(tmp_path, kills=10, seed=5)
    assert (toll.lost, toll.stored_twice, toll.undone) == (0, 0, 0)
    assert toll.written >= 120
    assert toll.repeated <= toll.kills
