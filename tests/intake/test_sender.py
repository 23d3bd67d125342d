"""The sender: everything arrives once, in order, at Telegram's pace, whatever Telegram answers."""

from __future__ import annotations

import pytest
from telegram.error import NetworkError, TimedOut

from bot.engine.model import Draft
from bot.intake.sender import Limits, Sender
from bot.store.connection import Database
from bot.store.history import History, Place
from bot.store.inbox import Inbox
from bot.store.outbox import Attached, Letter, Outbox
from tests.support.bot_api import BotApi
from tests.support.clock import HandClock
from tests.support.fake_telegram import FakeTelegram, bot_at
from tests.support.reviews import review
from tests.support.updates import message_update

CHATS = (7, 8, 9, -100)


@pytest.fixture
def line(api: BotApi) -> FakeTelegram:
    for chat in CHATS:
        api.messages[chat][api.number(chat)] = "the draft"
    return bot_at(api)[1]


@pytest.fixture
async def sender(api: BotApi, outbox: Outbox, inbox: Inbox, line: FakeTelegram) -> Sender:
    await inbox.store([message_update(number) for number in range(1, 300)])
    bot, _ = bot_at(api)
    bot._request = (line, line)
    return Sender(bot, outbox)


async def send_all(sender: Sender, clock: HandClock) -> None:
    """Let time pass until nothing is left."""
    for _ in range(2_000):
        seconds = await sender.step()
        if not await sender.outbox.waiting():
            return
        clock.forward(seconds=seconds)
    raise AssertionError("letters are stuck")


async def test_answer_is_a_reply_in_html_with_its_buttons(
    sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock
) -> None:
    await outbox.answer(1, Letter(7, "<b>Weak</b> &lt;3", ((("Repair", "sample:r"),),), reply_to=1))
    await send_all(sender, clock)
    [sent] = api.sent
    assert (sent.text, sent.reply_to) == ("Weak <3", 1)
    assert sent.buttons == [[{"text": "Repair", "callback_data": "sample:r"}]]


async def test_a_chat_gets_one_message_a_second_in_order(
    sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock
) -> None:
    await outbox.answer(1, *(Letter(7, str(number)) for number in range(4)))
    start = clock.at
    await send_all(sender, clock)
    assert [sent.text for sent in api.sent] == ["0", "1", "2", "3"]
    assert clock.at - start >= 3_000


async def test_groups_get_twenty_a_minute(sender: Sender, outbox: Outbox, clock: HandClock) -> None:
    await outbox.answer(1, *(Letter(-100, str(number)) for number in range(3)))
    start = clock.at
    await send_all(sender, clock)
    assert clock.at - start >= 6_000


async def test_everybody_together_gets_thirty_a_second(
    sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock
) -> None:
    for chat in range(1000, 1060):
        api.messages[chat] = {}
    await outbox.answer(1, *(Letter(chat, "x") for chat in range(1000, 1060)))
    start = clock.at
    await send_all(sender, clock)
    assert 59 * 34 <= clock.at - start < 5_000


async def test_busy_chat_does_not_hold_up_the_others(
    sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock
) -> None:
    await outbox.answer(1, *(Letter(7, f"busy {number}") for number in range(50)))
    await outbox.answer(2, Letter(8, "quick"))
    await send_all(sender, clock)
    assert [sent.text for sent in api.sent][:2] == ["busy 0", "quick"]


async def test_nothing_is_sent_while_telegram_asks_to_wait(
    sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock
) -> None:
    await outbox.answer(1, *(Letter(chat, f"{number}") for number in range(3) for chat in (7, 8)))
    await sender.step()
    api.flood(3)
    await send_all(sender, clock)
    assert api.calls_in_flood == 1
    for chat in (7, 8):
        assert [sent.text for sent in api.sent if sent.chat == chat] == ["0", "1", "2"]


async def test_pause_holds_after_a_restart(sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock) -> None:
    await outbox.answer(1, Letter(7, "x"))
    api.flood(5)
    await sender.step()
    again = Sender(sender.bot, outbox)
    assert await again.step() == 5.0
    assert api.calls_in_flood == 1


@pytest.mark.parametrize("trouble", [NetworkError("away"), TimedOut()])
async def test_everything_arrives_when_telegram_is_back(
    sender: Sender, outbox: Outbox, api: BotApi, line: FakeTelegram, clock: HandClock, trouble: Exception
) -> None:
    await outbox.answer(1, Letter(7, "one"), Letter(7, "two"), Letter(8, "three"))
    line.away = trouble
    for _ in range(5):
        clock.forward(seconds=await sender.step())
    assert api.sent == []
    line.away = None
    await send_all(sender, clock)
    assert [sent.text for sent in api.sent if sent.chat == 7] == ["one", "two"]
    assert len(api.sent) == 3


async def test_person_who_blocked_the_bot_is_left_alone(
    sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock
) -> None:
    api.blocked.add(7)
    await outbox.answer(1, Letter(7, "one"), Letter(8, "two"))
    await send_all(sender, clock)
    assert [sent.text for sent in api.sent] == ["two"]


async def test_deleted_draft_is_answered_without_reply(
    sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock
) -> None:
    await outbox.answer(1, Letter(7, "one", reply_to=999))
    await send_all(sender, clock)
    assert [(sent.text, sent.reply_to) for sent in api.sent] == [("one", None)]


async def test_reply_that_is_refused_becomes_a_message(
    sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock
) -> None:
    api.fail("sendMessage", 400, "Bad Request: message to be replied not found")
    await outbox.answer(1, Letter(7, "one", reply_to=1))
    await send_all(sender, clock)
    assert [(sent.text, sent.reply_to) for sent in api.sent] == [("one", None)]


async def test_html_that_is_refused_arrives_as_plain_text(
    sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock
) -> None:
    await outbox.answer(1, Letter(7, "<b>Weak</b> &amp; <blink>more</blink>"))
    await send_all(sender, clock)
    assert [sent.text for sent in api.sent] == ["Weak & more"]


async def test_message_that_is_too_long_is_cut(sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock) -> None:
    await outbox.answer(1, Letter(7, "😀" * 4096))
    await send_all(sender, clock)
    assert [sent.text for sent in api.sent] == ["😀" * 2000]


async def test_refused_button_does_not_lose_the_answer(
    sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock
) -> None:
    await outbox.answer(1, Letter(7, "one", ((("x", "y" * 65),),)))
    await send_all(sender, clock)
    assert [(sent.text, sent.buttons) for sent in api.sent] == [("one", [])]


async def test_edit_changes_the_message_in_place(sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock) -> None:
    await outbox.answer(1, Letter(7, "one"))
    await send_all(sender, clock)
    await outbox.answer(2, Letter(7, "two", edits=api.sent[0].number))
    await outbox.answer(3, Letter(7, "two", edits=api.sent[0].number))
    await send_all(sender, clock)
    assert [sent.texts for sent in api.sent] == [["one", "two"]]


async def test_edit_of_a_deleted_answer_becomes_a_new_one(
    sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock
) -> None:
    await outbox.answer(1, Letter(7, "two", reply_to=1, edits=999))
    await send_all(sender, clock)
    assert [(sent.text, sent.reply_to) for sent in api.sent] == [("two", 1)]


async def test_edited_draft_finds_its_answer_even_when_both_wait(
    sender: Sender, database: Database, api: BotApi, clock: HandClock
) -> None:
    history = History(database, clock)
    workspace = await history.workspace("private", 7)
    for update_id, text in ((1, "one"), (2, "two"), (3, "three")):
        draft = Draft(text)
        letter = Letter(7, text, reply_to=1)
        await history.answer(workspace, Place(update_id, 7, 1), draft, review(draft), letter)
    await send_all(sender, clock)
    assert [sent.texts for sent in api.sent] == [["one", "two", "three"]]


async def test_letters_follow_a_group_that_became_a_supergroup(
    sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock
) -> None:
    api.fail("sendMessage", 400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-100)
    await outbox.answer(1, Letter(-5, "one"), Letter(-5, "two"))
    await send_all(sender, clock)
    assert [(sent.chat, sent.text) for sent in api.sent] == [(-100, "one"), (-100, "two")]


async def test_token_that_was_revoked_drops_nothing(
    sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock
) -> None:
    api.token = "1:new"
    await outbox.answer(1, Letter(7, "one"))
    for _ in range(3):
        clock.forward(seconds=await sender.step())
    assert await outbox.waiting() == 1


def test_limits_are_those_that_telegram_names() -> None:
    limits = Limits()
    assert 29 <= 1000 / limits.everywhere <= 30
    assert (limits.for_chat(7), limits.for_chat(-7)) == (1000, 60_000 / 20)


PICTURE = Attached("photo", "week.png", b"\x89PNG picture")
TABLE = Attached("document", "week.xlsx", b"PK table")


async def test_picture_and_document_arrive_with_their_words_and_buttons(
    sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock
) -> None:
    await outbox.answer(1, Letter(7, "<b>Week</b>", ((("Earlier", "r:1"),),), file=PICTURE), Letter(7, "", file=TABLE))
    await send_all(sender, clock)
    picture, table = api.sent
    assert (picture.kind, picture.text, picture.files[0].content) == ("photo", "Week", PICTURE.content)
    assert picture.buttons == [[{"text": "Earlier", "callback_data": "r:1"}]]
    assert (table.kind, table.text, table.files[0].name) == ("document", "", "week.xlsx")


async def test_another_picture_takes_the_place_of_the_first(
    sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock
) -> None:
    await outbox.answer(1, Letter(7, "one", file=PICTURE))
    await send_all(sender, clock)
    other = Attached("photo", "other.png", b"\x89PNG other")
    await outbox.answer(2, Letter(7, "two", edits=api.sent[0].number, file=other))
    await send_all(sender, clock)
    [sent] = api.sent
    assert sent.texts == ["one", "two"]
    assert [file.content for file in sent.files] == [PICTURE.content, other.content]


async def test_picture_that_telegram_cannot_read_is_sent_as_a_document(
    sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock
) -> None:
    await outbox.answer(1, Letter(7, "words", file=Attached("photo", "week.png", b"no picture")))
    await send_all(sender, clock)
    assert [(sent.kind, sent.text) for sent in api.sent] == [("document", "words")]


async def test_words_too_long_for_a_caption_are_cut_rather_than_lost(
    sender: Sender, outbox: Outbox, api: BotApi, clock: HandClock
) -> None:
    await outbox.answer(1, Letter(7, "<b>" + "ą" * 1100 + "</b>", file=PICTURE))
    await send_all(sender, clock)
    assert api.sent[0].text == "ą" * 500


async def test_a_file_waits_for_telegram_and_for_a_restart(
    sender: Sender, outbox: Outbox, api: BotApi, line: FakeTelegram, clock: HandClock, database: Database
) -> None:
    await outbox.answer(1, Letter(7, "words", file=PICTURE))
    line.away = TimedOut()
    await sender.step()
    line.away = None
    again = Sender(sender.bot, Outbox(database, clock))
    clock.forward(seconds=60)
    await send_all(again, clock)
    assert [sent.files[0].content for sent in api.sent] == [PICTURE.content]
