"""What Telegram sends in pieces is one row: joined when stored, also across a restart, and never twice."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.store.connection import Database
from bot.store.inbox import Inbox
from bot.store.pieces import FULL, WAIT, album_of, join, joined_edit, more_may_come
from tests.support.clock import HandClock
from tests.support.updates import AT, message_update

FIRST = "a" * FULL
PHOTO: dict[str, Any] = {
    "photo": [{"file_id": "x", "file_unique_id": "y", "width": 10, "height": 10}],
    "media_group_id": "m",
}


@pytest.fixture
def inbox(database: Database, clock: HandClock) -> Inbox:
    return Inbox(database, clock)


async def messages(inbox: Inbox) -> list[dict[str, Any]]:
    """What can be handled now."""
    found = []
    while rows := await inbox.claim(10):
        for row in rows:
            found.append(json.loads(row.body)["message"])
            await inbox.done(row.update_id)
    return found


async def texts(inbox: Inbox) -> list[str]:
    return [message["text"] for message in await messages(inbox)]


@pytest.mark.parametrize("together", [True, False])
async def test_paste_in_three_pieces_is_one_draft(inbox: Inbox, clock: HandClock, together: bool) -> None:
    parts = [message_update(n, number=n, text=text) for n, text in enumerate((FIRST, "b" * FULL, "end"), start=1)]
    for batch in [parts] if together else [[part] for part in parts]:
        assert await texts(inbox) == []
        assert await inbox.store(batch) == len(batch)
    assert await texts(inbox) == [FIRST + "b" * FULL + "end"]
    assert await inbox.waiting() == 0


async def edited(inbox: Inbox, update_id: int, number: int, text: str, **content: Any) -> dict[str, Any]:
    """An edit as it reaches the handlers."""
    await inbox.store([message_update(update_id, number=number, kind="edited_message", text=text, **content)])
    [row] = await inbox.claim(10)
    await inbox.done(row.update_id)
    message: dict[str, Any] = json.loads(row.body)["edited_message"]
    return message


async def test_edit_of_one_piece_is_an_edit_of_the_whole_paste(
    inbox: Inbox, database: Database, clock: HandClock
) -> None:
    parts = [message_update(n, number=n, text=text) for n, text in enumerate((FIRST, "b" * FULL, "end"), start=1)]
    await inbox.store(parts)
    assert len(await texts(inbox)) == 1
    clock.forward(seconds=3600)
    again = Inbox(database, clock)
    whole = await edited(again, 4, 2, "middle")
    assert (whole["message_id"], whole["text"]) == (1, FIRST + "middle" + "end")
    # The next edit starts from the last one, and the first piece may become short.
    whole = await edited(again, 5, 1, "start ")
    assert (whole["message_id"], whole["text"]) == (1, "start middleend")
    assert (await edited(again, 6, 9, "no piece"))["text"] == "no piece"


async def test_edit_moves_the_links_behind_it(inbox: Inbox) -> None:
    link = {"type": "text_link", "offset": 0, "length": 3, "url": "https://example.com"}
    await inbox.store([message_update(1, text=FIRST), message_update(2, number=2, text="end", entities=[link])])
    await texts(inbox)
    whole = await edited(inbox, 3, 1, "😀 new ", entities=[{**link, "offset": 3}])
    assert (whole["text"], [mark["offset"] for mark in whole["entities"]]) == ("😀 new end", [3, 7])


async def test_edit_that_comes_with_its_pieces_in_one_batch(inbox: Inbox, clock: HandClock) -> None:
    edit = message_update(3, number=2, kind="edited_message", text="END")
    await inbox.store([message_update(1, text=FIRST), message_update(2, number=2, text="end"), edit])
    clock.forward(seconds=WAIT / 1000)
    bodies = []
    while rows := await inbox.claim(10):
        for row in rows:
            bodies.append(json.loads(row.body))
            await inbox.done(row.update_id)
    assert [(body.get("message") or body["edited_message"])["text"] for body in bodies] == [
        FIRST + "end",
        FIRST + "END",
    ]


async def test_edit_of_a_caption_keeps_the_other_captions_of_the_album(inbox: Inbox, clock: HandClock) -> None:
    await inbox.store([message_update(n, number=n, caption=f"Bread {n}", **PHOTO) for n in (1, 2)])
    clock.forward(seconds=WAIT / 1000)
    await messages(inbox)
    await inbox.store([message_update(3, number=2, kind="edited_message", caption="Rye", **PHOTO)])
    [row] = await inbox.claim(10)
    message = json.loads(row.body)["edited_message"]
    assert (message["message_id"], message["caption"]) == (1, "Bread 1\n\nRye")


def test_field_of_our_name_that_is_not_ours_is_passed_over() -> None:
    strange: list[Any] = [5, [5], [{}], {"message_id": 1}, [{"message_id": 1}], [{"message_id": 2, "joint": ""}]]
    for odd in strange:
        whole = message_update(1, text="x", whyfollow_pieces=odd)
        assert joined_edit(whole, message_update(2, kind="edited_message", text="y")) is None


async def test_long_draft_alone_waits_a_moment_and_no_longer(inbox: Inbox, clock: HandClock) -> None:
    await inbox.store([message_update(1, text=FIRST)])
    assert await texts(inbox) == []
    clock.forward(seconds=WAIT / 1000)
    assert await texts(inbox) == [FIRST]


async def test_short_draft_does_not_wait(inbox: Inbox) -> None:
    await inbox.store([message_update(1, text="short"), message_update(2, number=2, text="another")])
    assert await texts(inbox) == ["short", "another"]


async def test_second_piece_still_finds_the_first_after_a_restart(
    inbox: Inbox, database: Database, clock: HandClock
) -> None:
    await inbox.store([message_update(1, text=FIRST)])
    clock.forward(seconds=3600)
    again = Inbox(database, clock)
    await again.hand_back()
    assert await texts(again) == []
    await again.store([message_update(2, number=2, text="end")])
    assert await texts(again) == [FIRST + "end"]


async def test_second_delivery_is_not_joined_twice(inbox: Inbox, clock: HandClock) -> None:
    first, second = message_update(1, text=FIRST), message_update(2, number=2, text="b" * FULL)
    await inbox.store([first, second, second])
    assert await inbox.store([first, second]) == 0
    clock.forward(seconds=WAIT / 1000)
    assert await texts(inbox) == [FIRST + "b" * FULL]


async def test_first_piece_that_somebody_works_on_is_left_alone(inbox: Inbox, clock: HandClock) -> None:
    await inbox.store([message_update(1, text=FIRST)])
    clock.forward(seconds=WAIT / 1000)
    await inbox.claim(10)
    await inbox.store([message_update(2, number=2, text="late")])
    await inbox.done(1)
    assert await texts(inbox) == ["late"]


async def test_chats_side_by_side_are_not_mixed(inbox: Inbox) -> None:
    await inbox.store(
        [
            message_update(1, chat=7, text=FIRST),
            message_update(2, chat=8, text="b" * FULL),
            message_update(3, chat=7, number=2, text="seven"),
            message_update(4, chat=8, number=2, text="eight"),
        ]
    )
    assert sorted(await texts(inbox)) == [FIRST + "seven", "b" * FULL + "eight"]


@pytest.mark.parametrize(
    "second",
    [
        message_update(2, text="/help"),
        message_update(2, text="ten seconds later", date=AT + 10),
        message_update(2, text="forwarded", forward_origin={"type": "user"}),
        message_update(2, text="edited", kind="edited_message"),
        message_update(2, caption="a picture", photo=[]),
        message_update(2, text="an album", media_group_id="m"),
        {"update_id": 2, "message": {**message_update(2, text="by another")["message"], "from": {"id": 9}}},
        {"update_id": 2, "message": "broken"},
        {"update_id": 2, "message": {"text": 5}},
    ],
)
def test_what_does_not_belong_together_is_not_joined(second: dict[str, Any]) -> None:
    assert join(message_update(1, text=FIRST), second) is None


def test_forwarded_long_post_is_not_the_beginning_of_anything() -> None:
    assert not more_may_come(message_update(1, text=FIRST, forward_origin={"type": "user"}))


def test_a_cut_at_a_space_gets_a_line_break_and_links_stay_where_they_are() -> None:
    first = message_update(1, text="😀" * 2000)
    link = {"type": "text_link", "offset": 0, "length": 3, "url": "https://example.com"}
    joined = join(first, message_update(2, text="end", entities=[link]))
    assert joined is not None
    assert joined["message"]["text"] == "😀" * 2000 + "\nend"
    assert joined["message"]["entities"] == [{**link, "offset": 4001}]


ODD = st.one_of(
    st.none(), st.integers(), st.text(max_size=5), st.just(FIRST), st.lists(st.dictionaries(st.text(), st.none()))
)
FIELDS = ("text", "caption", "entities", "caption_entities", "media_group_id", "date", "from", "forward_date")
ANY_MESSAGE = st.dictionaries(st.sampled_from(FIELDS), ODD).map(lambda message: {"update_id": 1, "message": message})


@settings(deadline=None)
@given(ANY_MESSAGE, ANY_MESSAGE)
def test_whatever_the_fields_hold_fetching_goes_on(first: dict[str, Any], second: dict[str, Any]) -> None:
    for raw in (first, second, join(first, second) or first):
        assert more_may_come(raw) in (True, False)
        assert isinstance(album_of(raw), str | None)


async def test_album_is_one_row_under_the_number_of_its_caption(inbox: Inbox, clock: HandClock) -> None:
    await inbox.store([message_update(1, number=11, **PHOTO)])
    await inbox.store([message_update(2, number=12, caption="Bread at 9", **PHOTO), message_update(3, **PHOTO)])
    clock.forward(seconds=WAIT / 1000)
    [message] = await messages(inbox)
    assert (message["message_id"], message["caption"]) == (12, "Bread at 9")


async def test_captions_of_one_album_are_one_draft(inbox: Inbox, clock: HandClock) -> None:
    await inbox.store([message_update(number, caption=f"Bread {number}", **PHOTO) for number in (1, 2)])
    clock.forward(seconds=WAIT / 1000)
    [message] = await messages(inbox)
    assert message["caption"] == "Bread 1\n\nBread 2"


async def test_picture_that_comes_late_needs_no_answer_of_its_own(inbox: Inbox, clock: HandClock) -> None:
    await inbox.store([message_update(1, caption="Bread", **PHOTO)])
    clock.forward(seconds=WAIT / 1000)
    assert len(await messages(inbox)) == 1
    await inbox.store([message_update(2, **PHOTO)])
    assert await inbox.waiting() == 0
