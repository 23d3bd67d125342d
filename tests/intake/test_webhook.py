"""The webhook: a 200 only for what is stored, nothing for strangers, and no call that is repeated for ever."""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import StoreError
from bot.intake import webhook as module
from bot.intake.health import Health
from bot.intake.server import site
from bot.intake.trouble import Trouble
from bot.intake.webhook import AGAIN_SECONDS, LONGEST, SECRET, Webhook
from bot.observe.meter import Meter
from bot.store.connection import Database, open_database
from bot.store.inbox import Inbox
from bot.store.outbox import Letter
from bot.store.pieces import FULL, WAIT
from tests.support.bot_api import BotApi
from tests.support.clock import HandClock
from tests.support.fake_telegram import bot_at
from tests.support.updates import message_update

MINE = "the-secret-of-this-test"
GOOD = message_update(7, text="Our shop opens at 9.")


class Door:
    """A webhook and somebody who calls it."""

    def __init__(self, inbox: Inbox, database: Database, trouble: Trouble | None = None) -> None:
        self.meter = Meter()
        self.woken = 0
        self.inbox = inbox
        webhook = Webhook(MINE, inbox, self._wake, self.meter, trouble)
        health = Health(database, self.meter, polls=False, since=inbox.now(), now=inbox.now)
        transport = httpx.ASGITransport(site(health, "/hook", webhook))
        self.client = httpx.AsyncClient(transport=transport, base_url="http://bot")

    def _wake(self) -> None:
        self.woken += 1

    async def call(self, content: Any, secret: str | None = MINE) -> httpx.Response:
        """Send an update, or bytes as they are."""
        body = content if isinstance(content, bytes) or hasattr(content, "__aiter__") else json.dumps(content).encode()
        headers = {} if secret is None else {SECRET: secret}
        return await self.client.post("/hook", content=body, headers=headers)


@pytest.fixture
async def door(inbox: Inbox, database: Database) -> AsyncIterator[Door]:
    made = Door(inbox, database)
    async with made.client:
        yield made


async def test_update_is_stored_then_confirmed_and_work_begins(door: Door) -> None:
    answer = await door.call(GOOD)
    assert (answer.status_code, answer.content) == (200, b"")
    assert (await door.inbox.waiting(), door.woken, door.meter.received) == (1, 1, 1)
    [row] = await door.inbox.claim(10)
    assert json.loads(row.body) == GOOD


async def test_second_delivery_changes_nothing(door: Door) -> None:
    for _ in range(2):
        assert (await door.call(GOOD)).status_code == 200
    assert (await door.inbox.waiting(), door.meter.received) == (1, 1)
    await door.inbox.done(7)
    assert (await door.call(GOOD)).status_code == 200
    assert await door.inbox.waiting() == 0


async def test_two_deliveries_at_the_same_moment_are_one_row(door: Door) -> None:
    answers = await asyncio.gather(*(door.call(GOOD) for _ in range(10)))
    assert {answer.status_code for answer in answers} == {200}
    assert (await door.inbox.waiting(), door.meter.received) == (1, 1)


@pytest.mark.parametrize("secret", [None, "", MINE[:-1], MINE + "x", MINE.upper(), "złośliwy"])
async def test_strangers_get_nothing_stored_and_are_not_even_read(door: Door, secret: str | None) -> None:
    read = []

    async def body() -> AsyncIterator[bytes]:
        read.append(1)
        yield json.dumps(GOOD).encode()

    headers = {} if secret is None else {SECRET.encode(): secret.encode()}
    answer = await door.client.post("/hook", content=body(), headers=headers)
    assert answer.status_code == 403
    assert (await door.inbox.waiting(), door.woken, door.meter.strangers, read) == (0, 0, 1, [])


async def test_the_secret_is_compared_in_constant_time(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[bytes, bytes]] = []

    def compare(given: bytes, secret: bytes) -> bool:
        compared.append((given, secret))
        return False

    monkeypatch.setattr("bot.intake.webhook.hmac.compare_digest", compare)
    assert (await door.call(GOOD, MINE)).status_code == 403
    assert compared == [(MINE.encode(), MINE.encode())]


async def test_a_crowd_of_strangers_is_one_line_in_the_log(door: Door, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(20):
        await door.call(GOOD, "guess")
    assert len(caplog.records) == 1
    assert door.meter.strangers == 20


async def test_what_cannot_be_stored_comes_again(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(*_: object, **__: object) -> int:
        raise StoreError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(door.inbox, "store", full)
        refused = await door.call(GOOD)
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, str(AGAIN_SECONDS))
    assert (door.meter.keeps, door.woken) == (False, 0)
    health = await door.client.get("/healthz")
    assert (health.status_code, health.json()["wrong"]) == (503, ["the last update that arrived could not be stored"])
    assert (await door.call(GOOD)).status_code == 200
    assert (await door.client.get("/healthz")).status_code == 200
    assert await door.inbox.waiting() == 1


async def test_the_author_of_what_cannot_be_stored_is_told_once(
    inbox: Inbox, database: Database, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object, **__: object) -> int:
        raise StoreError("database or disk is full")

    api.messages[7][1] = "the draft"
    bot, _ = bot_at(api)
    door = Door(inbox, database, Trouble(bot, lambda raw: (Letter(7, "It can't be kept yet"),), inbox.now))
    monkeypatch.setattr(inbox, "store", full)
    async with door.client:
        assert [(await door.call(GOOD)).status_code for _ in range(3)] == [503] * 3
    assert [sent.text for sent in api.sent] == ["It can't be kept yet"]


async def test_too_long_is_refused_by_its_announced_length(door: Door) -> None:
    answer = await door.call(b" " * (LONGEST + 1))
    assert (answer.status_code, await door.inbox.waiting()) == (413, 0)


async def test_too_long_without_an_announcement_is_not_read_to_its_end(door: Door) -> None:
    sent: list[int] = []

    async def endless() -> AsyncIterator[bytes]:
        while len(sent) < 1000:
            sent.append(1)
            yield b"x" * 65536

    assert (await door.call(endless())).status_code == 413
    assert len(sent) < LONGEST / 65536 + 3


async def test_the_longest_update_that_telegram_can_send_is_taken(door: Door) -> None:
    """Each character escaped, a hundred long links, and the same once more as what it replies to."""
    link = {"type": "text_link", "offset": 0, "length": 1, "url": "https://example.com/" + "ż" * 2000}
    words: dict[str, Any] = {"text": "\N{GRINNING FACE}" * 2048, "entities": [link] * 100}
    update = message_update(8, **words, reply_to_message=message_update(0, **words)["message"])
    assert len(json.dumps(update)) > 2 * 1024 * 1024
    assert (await door.call(update)).status_code == 200
    assert await door.inbox.waiting() == 1


async def test_whoever_trickles_is_sent_away(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "READ_SECONDS", 0.01)

    async def trickle() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.Event().wait()

    assert (await door.call(trickle())).status_code == 408


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff\xfe", b"update_id=1", b"[" * 100_000, b'{"update_id": 1' + b"0" * 5000 + b"}"]
)
async def test_what_is_no_json_is_asked_for_again(door: Door, body: bytes) -> None:
    assert (await door.call(body)).status_code == 400
    assert await door.inbox.waiting() == 0


@pytest.mark.parametrize(
    "found", [[], "x", None, 5, {}, {"update_id": "1"}, {"update_id": True}, {"update_id": 1.5}, {"update_id": 2**63}]
)
async def test_json_that_is_no_update_does_not_come_again(door: Door, found: object) -> None:
    assert (await door.call(found)).status_code == 200
    assert (await door.inbox.waiting(), door.woken) == (0, 0)


async def test_update_that_no_library_can_read_is_kept_beside_the_good_ones(door: Door) -> None:
    bad = {"update_id": 6, "message": {"message_id": "not a number", "chat": 5}}
    assert [(await door.call(update)).status_code for update in (bad, GOOD)] == [200, 200]
    assert await door.inbox.waiting() == 2


async def test_only_telegram_posts(door: Door) -> None:
    assert (await door.client.get("/hook")).status_code == 405
    assert (await door.client.post("/elsewhere", json=GOOD, headers={SECRET: MINE})).status_code == 404


async def test_pieces_of_a_paste_are_one_draft(door: Door, clock: HandClock) -> None:
    """As by polling; Telegram sends the second piece when the first is confirmed."""
    for number, text in enumerate(["a" * FULL, "b" * FULL, "the end"]):
        between = message_update(40 + number, chat=8, number=number + 1, text=f"short {number}")
        for update in (message_update(20 + number, number=number + 1, text=text), between):
            assert (await door.call(update)).status_code == 200
        clock.forward(seconds=0.5)
    clock.forward(seconds=WAIT / 1000)
    rows = {row.lane: json.loads(row.body)["message"]["text"] for row in await door.inbox.claim(10)}
    assert rows == {7: "a" * FULL + "b" * FULL + "the end", 8: "short 0"}
    assert (await door.call(message_update(21, number=2, text="b" * FULL))).status_code == 200
    assert await door.inbox.waiting() == 4


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=6,
)
BODIES = st.one_of(
    st.binary(max_size=40),
    JSON.map(lambda found: json.dumps(found).encode()),
    st.builds(
        lambda number, kind, content: json.dumps({"update_id": number, kind: content}).encode(),
        st.one_of(st.integers(1, 50), st.integers(-(2**64), 2**64), JSON),
        st.sampled_from(["message", "edited_message", "callback_query", "invented"]),
        JSON,
    ),
)


@settings(max_examples=15, deadline=None)
@given(st.lists(BODIES, min_size=10, max_size=30))
def test_no_body_whatever_breaks_it(bodies: list[bytes]) -> None:
    async def call_all() -> None:
        with tempfile.TemporaryDirectory() as folder:
            async with open_database(f"sqlite+aiosqlite:///{folder}/test.db") as database:
                door = Door(Inbox(database), database)
                async with door.client:
                    for body in bodies:
                        assert (await door.call(body)).status_code in (200, 400)
                    assert await door.inbox.waiting() == door.meter.received
                    assert (await door.client.get("/healthz")).status_code == 200

    asyncio.run(call_all())
