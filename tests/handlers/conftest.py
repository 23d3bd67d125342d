"""A chat with the real handlers, whose scores a test decides."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.engine.model import Draft, Review
from tests.support.chat import Bot, Chat, open_bot
from tests.support.reviews import review


def scored(draft: Draft) -> Review:
    """A draft that says "score 81" gets it; without such words there is too little to judge."""
    if not draft.text.strip():
        return review(draft, None, no_score="empty")
    found = re.search(r"score (\d+)", draft.text)
    return review(draft, int(found[1]) if found else 50)


@pytest.fixture
async def bot(tmp_path: Path, url: str, backend: str) -> AsyncIterator[Bot]:
    rules = SimpleNamespace(current=SimpleNamespace(cards={}, rules=()))
    async with open_bot(tmp_path, scored, rules, url=None if backend == "sqlite" else url) as opened:
        yield opened


@pytest.fixture
def chat(bot: Bot) -> Chat:
    return Chat(bot)


@pytest.fixture
def group(bot: Bot) -> Chat:
    return Chat(bot, id=-100500, type="supergroup")
