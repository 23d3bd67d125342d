"""Whatever Telegram sends, also what it will only invent next year: nothing gets stuck, and nothing breaks."""

from __future__ import annotations

import asyncio
import json
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.store import pieces
from tests.handlers.conftest import scored
from tests.support.bot_api import BOT
from tests.support.chat import open_bot
from tests.support.updates import AT

TEXTS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(["/start", "/help", "/nothing", f"@{BOT['username']} score 5", "👟 <b>", "\ud83d"]),
)
ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**53), 2**53), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=8,
)
PEOPLE = st.fixed_dictionaries(
    {"id": st.integers(1, 5), "is_bot": st.just(False), "first_name": TEXTS},
    optional={"language_code": st.sampled_from(["en", "pl", "ru", "zh-hans", ""]), "new_field": ANYTHING},
)
CHATS = st.one_of(
    st.builds(lambda id_: {"id": id_, "type": "private"}, st.integers(1, 5)),
    st.builds(
        lambda id_, kind: {"id": -id_, "type": kind}, st.integers(1, 5), st.sampled_from(["group", "supergroup"])
    ),
)
ENTITIES = st.lists(
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(["text_link", "mention", "bot_command", "bold", "invented"]),
            "offset": st.integers(0, 70),
            "length": st.integers(0, 70),
        }
    ),
    max_size=3,
)
FILE = {"file_id": "x", "file_unique_id": "y", "width": 1, "height": 1}
CONTENT: dict[str, st.SearchStrategy[Any]] = {
    "from": PEOPLE,
    "text": TEXTS,
    "caption": TEXTS,
    "entities": ENTITIES,
    "caption_entities": ENTITIES,
    "photo": st.just([FILE]),
    "document": st.just(FILE),
    "media_group_id": st.just("1"),
    "rich_message": ANYTHING,
    "pinned_message": st.just({"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}),
    "reply_to_message": st.just({"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "from": BOT}),
    "new_field": ANYTHING,
}
MESSAGES = st.fixed_dictionaries(
    {"message_id": st.integers(1, 9), "date": st.just(AT), "chat": CHATS}, optional=CONTENT
)
TAPS = st.fixed_dictionaries(
    {"id": TEXTS, "from": PEOPLE, "chat_instance": st.just("1")},
    optional={"data": st.one_of(TEXTS, st.just("sample:w"), st.just("sample:r")), "message": MESSAGES},
)
UPDATES = st.one_of(
    st.fixed_dictionaries({}, optional={"message": MESSAGES}),
    st.fixed_dictionaries({"edited_message": MESSAGES}),
    st.fixed_dictionaries({"callback_query": TAPS}),
)
BROKEN = st.one_of(
    UPDATES,
    st.fixed_dictionaries({"message": ANYTHING}),
    st.fixed_dictionaries({"callback_query": ANYTHING}),
    st.fixed_dictionaries({"invented_kind": ANYTHING}),
)


# Each example is dozens of updates on a database of its own; making a failing one smaller would take minutes.
FEW = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


async def handle(contents: list[dict[str, Any]]) -> list[str]:
    """Handle them all; says why any was put aside."""
    rules: Any = SimpleNamespace(current=SimpleNamespace(cards={}))
    with tempfile.TemporaryDirectory() as folder:
        async with open_bot(Path(folder), scored, rules) as bot:
            bot.house.worker.pauses = ()
            updates = [{"update_id": number, **content} for number, content in enumerate(contents, start=1)]
            await bot.house.inbox.store(json.loads(json.dumps(updates)))
            await bot.work()
            bot.clock.forward(seconds=pieces.WAIT / 1000)
            await bot.work()
            assert await bot.house.inbox.waiting() == 0
            return [row.reason for row in await bot.house.inbox.quarantined()]


@FEW
@given(st.lists(UPDATES, min_size=20, max_size=60))
def test_every_well_formed_update_is_handled(contents: list[dict[str, Any]]) -> None:
    assert asyncio.run(handle(contents)) == []


@FEW
@given(st.lists(BROKEN, min_size=20, max_size=60))
def test_broken_update_is_done_or_put_aside_as_unreadable(contents: list[dict[str, Any]]) -> None:
    assert all(reason.startswith("can't be read: ") for reason in asyncio.run(handle(contents)))
