"""The history: every version is kept, with its answer, all or nothing, and apart from other workspaces."""

from __future__ import annotations

import pytest

from bot.engine.model import Draft
from bot.store.connection import Database
from bot.store.history import History, Place, open_history
from bot.store.inbox import AlreadyDoneError, Inbox
from bot.store.outbox import Letter, Outbox
from tests.support.clock import HandClock
from tests.support.reviews import finding, review
from tests.support.updates import message_update

HERE = Place(update_id=1, chat=7, message=11)
EDITED = Place(update_id=2, chat=7, message=11)


@pytest.fixture
async def history(database: Database, clock: HandClock) -> History:
    await Inbox(database, clock).store([message_update(number) for number in range(1, 6)])
    return History(database, clock)


async def test_workspace_is_made_once(history: History) -> None:
    first = await history.workspace("private", 7)
    assert await history.workspace("private", 7) == first
    assert await history.workspace("private", 8) != first
    assert await history.workspace("group", 7) != first


async def test_version_holds_what_was_said(history: History, clock: HandClock) -> None:
    workspace = await history.workspace("private", 7)
    draft = Draft("Buy now!", network="x", picture=True)
    said = review(draft, 12, finding("pure-promo", -12, "Buy now"), version="2.1")
    await history.answer(workspace, HERE, draft, said, Letter(7, "weak"))
    version = await history.latest(workspace, HERE)
    assert version is not None
    assert (version.text, version.network, version.picture) == ("Buy now!", "x", True)
    assert (version.score, version.band, version.act, version.language) == (12, "weak", "tell", "en")
    assert version.findings == ("pure-promo",)
    assert (version.rules_version, version.rules_hash, version.at) == ("2.1", "0" * 16, clock.at)


async def test_only_weaknesses_can_be_fixed_later(history: History) -> None:
    workspace = await history.workspace()
    said = review(Draft("Buy now"), 12, finding("pure-promo", -12, "Buy now"), finding("concrete-detail", 10))
    await history.save(workspace, Draft("Buy now"), said)
    [version] = await history.versions(workspace)
    assert version.findings == ("pure-promo", "concrete-detail")
    assert version.weaknesses == ("pure-promo",)


async def test_edit_is_a_new_version_of_the_same_draft(history: History) -> None:
    workspace = await history.workspace("private", 7)
    for place, text, score in ((HERE, "Buy!", 10), (EDITED, "Buy two by Friday.", 60)):
        draft = Draft(text)
        await history.answer(workspace, place, draft, review(draft, score), Letter(7, text))
    newest, oldest = await history.versions(workspace)
    assert newest.draft == oldest.draft
    assert [newest.score, oldest.score] == [60, 10]


async def test_answer_to_an_edit_changes_the_first_answer(history: History, database: Database) -> None:
    workspace = await history.workspace("private", 7)
    outbox = Outbox(database)
    for place, text in ((HERE, "one"), (EDITED, "two")):
        draft = Draft(text)
        await history.answer(workspace, place, draft, review(draft), Letter(7, text, reply_to=11))
    [first] = await outbox.due(10)
    assert first.letter.edits is None
    await outbox.sent(first, 55)
    [second] = await outbox.due(10)
    assert (second.letter.html, second.letter.edits) == ("two", 55)


async def test_nothing_is_kept_for_an_update_that_is_done(history: History, database: Database) -> None:
    workspace = await history.workspace("private", 7)
    draft = Draft("Buy!")
    await history.answer(workspace, HERE, draft, review(draft), Letter(7, "answer"))
    with pytest.raises(AlreadyDoneError):
        await history.answer(workspace, HERE, draft, review(draft), Letter(7, "answer"))
    assert len(await history.versions(workspace)) == 1
    assert await Outbox(database).waiting() == 1


async def test_other_workspace_sees_nothing(history: History) -> None:
    mine, other = await history.workspace("private", 7), await history.workspace("private", 8)
    draft = Draft("Buy!")
    await history.answer(mine, HERE, draft, review(draft), Letter(7, "answer"))
    assert await history.versions(other) == []
    assert await history.latest(other, HERE) is None


async def test_no_score_is_kept_too(history: History) -> None:
    workspace = await history.workspace("private", 7)
    draft = Draft("")
    await history.answer(workspace, HERE, draft, review(draft, None, no_score="empty"), Letter(7, "answer"))
    version = await history.latest(workspace, HERE)
    assert version is not None
    assert (version.score, version.band, version.no_score) == (None, None, "empty")


async def test_terminal_keeps_its_drafts_between_runs(url: str) -> None:
    for score in (10, 60):
        async with open_history(url) as history:
            workspace = await history.workspace()
            draft = Draft("half an emoji \ud83d")
            number = await history.save(workspace, draft, review(draft, score))
            await history.save(workspace, draft, review(draft, score + 1), of=number)
    async with open_history(url) as history:
        kept = await history.versions(await history.workspace())
    assert [version.score for version in kept] == [61, 60, 11, 10]
    assert kept[0].draft == kept[1].draft != kept[2].draft
