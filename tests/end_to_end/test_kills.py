"""Nobody waits for an answer in vain, whenever the process dies: SIGKILL leaves it no time for anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.kills import kill_again_and_again


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_five_kills_lose_nothing_and_repeat_at_most_one_answer_each(tmp_path: Path, webhook: bool) -> None:
    toll = await kill_again_and_again(tmp_path, kills=5, seed=5, webhook=webhook)
    assert (toll.lost, toll.stored_twice, toll.undone) == (0, 0, 0)
    assert toll.written >= 60
    assert toll.repeated <= toll.kills
