"""The outbox: answers are written with what they answer, and leave in order within a chat."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from bot.store.connection import Database
from bot.store.inbox import AlreadyDoneError, Inbox
from bot.store.outbox import Attached, Letter, Outbox
from bot.store.tables import outbox as letters
from tests.support.clock import HandClock
from tests.support.updates import message_update


@pytest.fixture
async def outbox(database: Database, clock: HandClock) -> Outbox:
    await Inbox(database, clock).store([message_update(number) for number in range(1, 6)])
    return Outbox(database, clock)


async def test_answer_marks_the_update_done_and_only_once(outbox: Outbox, database: Database) -> None:
    await outbox.answer(1, Letter(7, "hello"))
    with pytest.raises(AlreadyDoneError):
        await outbox.answer(1, Letter(7, "hello again"))
    assert await outbox.waiting() == 1
    assert await Inbox(database).waiting() == 4


async def test_letter_comes_back_as_it_was_put(outbox: Outbox) -> None:
    letter = Letter(7, "<b>x</b>", ((("Repair", "sample:r"), ("Back", "sample:w")),), reply_to=3, edits=4)
    await outbox.answer(1, letter)
    [outgoing] = await outbox.due(10)
    assert outgoing.letter == letter


async def test_file_comes_back_byte_for_byte(outbox: Outbox) -> None:
    letter = Letter(7, "", file=Attached("document", "tydzień 46.xlsx", bytes(range(256))))
    await outbox.answer(1, letter)
    [outgoing] = await outbox.due(10)
    assert outgoing.letter == letter


async def test_text_that_no_database_takes_is_repaired(outbox: Outbox) -> None:
    await outbox.answer(1, Letter(7, "a\ud83db\0c"))
    [outgoing] = await outbox.due(10)
    assert outgoing.letter.html == "a?b\N{REPLACEMENT CHARACTER}c"


async def test_one_letter_of_each_chat_at_a_time(outbox: Outbox) -> None:
    await outbox.answer(1, Letter(7, "first"), Letter(7, "second"), Letter(8, "other"))
    due = await outbox.due(10)
    assert [out.letter.html for out in due] == ["first", "other"]
    await outbox.sent(due[0], 55)
    assert [out.letter.html for out in await outbox.due(10)] == ["second", "other"]
    assert [out.letter.html for out in await outbox.due(10, without=[7])] == ["other"]


async def test_postponed_letter_holds_back_its_chat(outbox: Outbox, clock: HandClock) -> None:
    await outbox.answer(1, Letter(7, "first"), Letter(7, "second"))
    [first] = await outbox.due(10)
    await outbox.postpone(first, "away", after=2_000)
    assert await outbox.due(10) == []
    assert (await outbox.look(10)).next_due == clock.at + 2_000
    clock.forward(seconds=2)
    [again] = await outbox.due(10)
    assert (again.letter.html, again.tries) == ("first", 1)


async def test_dropped_letter_is_not_sent(outbox: Outbox) -> None:
    await outbox.answer(1, Letter(7, "first"), Letter(7, "second"))
    [first] = await outbox.due(10)
    await outbox.drop(first, "Forbidden: bot was blocked by the user")
    assert [out.letter.html for out in await outbox.due(10)] == ["second"]


async def test_pause_is_kept(outbox: Outbox, database: Database, clock: HandClock) -> None:
    assert (await outbox.look(1)).pause == 0
    await outbox.pause(clock.at + 3_000)
    await outbox.pause(clock.at + 5_000)
    assert (await Outbox(database, clock).look(1)).pause == clock.at + 5_000


async def test_letters_follow_a_group_that_moved(outbox: Outbox) -> None:
    await outbox.answer(1, Letter(-5, "first"), Letter(-5, "second"))
    await outbox.move(-5, -1005)
    [first] = await outbox.due(10)
    assert first.letter.chat == -1005


async def test_words_that_change_while_they_are_sent_become_an_edit(
    outbox: Outbox, database: Database, clock: HandClock
) -> None:
    await outbox.answer(1, Letter(7, "old"))
    [under_way] = await outbox.due(10)
    await database.keep(lambda connection: connection.execute(letters.update().values(html="new")).close())
    await outbox.sent(under_way, 55)
    [edit] = await outbox.due(10)
    assert (edit.letter.html, edit.letter.edits) == ("new", 55)
    await outbox.sent(edit, 55)
    assert await outbox.waiting() == 0


@pytest.mark.parametrize("end", ["sent", "drop"])
async def test_a_file_is_not_kept_once_it_is_delivered(outbox: Outbox, database: Database, end: str) -> None:
    """It may quote a draft of somebody else, who may want it forgotten."""
    await outbox.answer(1, Letter(7, "quoted words", file=Attached("document", "week.xlsx", b"quoted table")))
    [outgoing] = await outbox.due(10)
    await (outbox.sent(outgoing, 5) if end == "sent" else outbox.drop(outgoing, "blocked"))
    async with database.read() as connection:
        [row] = (await connection.execute(text("SELECT html, file, file_name FROM outbox"))).all()
    assert tuple(row) == ("", None, None)
    assert await outbox.waiting() == 0
