"""/report, /me and /result, walked as a lead and a member would."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from bot.engine import loader
from bot.engine.model import LANGUAGES, Card, Draft, Language, Review
from bot.render.catalogue import say
from bot.report.calendar import week_of
from bot.review import RuleSource
from bot.settings import shipped_rules
from bot.store.stores import Stores, stores_on
from bot.store.teams import MEMBER
from tests.handlers.conftest import scored
from tests.support.chat import Bot, Chat, open_bot
from tests.support.reviews import finding, review
from tests.support.transcript import assert_golden
from tests.support.updates import AT

GOLDEN = Path(__file__).parent / "golden"

SALE = "Only a score 20: call 600 700 800 or write to anna@example.com, shop now."
TIP = "A score 80: wrap the rye bread in linen and it keeps for a week."


@pytest.fixture(scope="module")
def rules() -> RuleSource:
    """The real ones: their titles are part of what is read."""
    return RuleSource(loader.load(shipped_rules()).rules)


@pytest.fixture
async def bot(tmp_path: Path, rules: RuleSource) -> AsyncIterator[Bot]:
    async with open_bot(tmp_path, partial(judged, cards=rules.current.cards), rules) as opened:
        yield opened


def judged(draft: Draft, cards: Mapping[str, Card]) -> Review:
    """The score that a draft asks for; one that sells has two faults, any other gives advice."""
    found = review(draft, scored(draft).score)
    if "shop now" not in draft.text:
        guides = replace(finding("value-guidance", 0, draft.text[:9]), card=cards["value-guidance"], reason=26)
        return replace(found, findings=(guides,), tests=replace(found.tests, sentences=2))
    start = draft.text.index("shop now")
    promo = replace(finding("", -12, "shop now"), card=cards["pure-promo"], spans=((start, start + 8),))
    missing = replace(finding("", -10), card=cards["no-reason-to-follow"], dimension="reason-to-follow")
    return replace(found, act="urge", findings=(promo, missing), tests=replace(found.tests, selling=1))


@pytest.fixture
def chat(bot: Bot) -> Chat:
    return Chat(bot)


@pytest.fixture
def stores(bot: Bot) -> Stores:
    return stores_on(bot.database, bot.clock)


async def write(chat: Chat, *texts: str) -> None:
    for text in texts:
        await chat.send(text)


async def test_a_picture_comes_first_with_words_and_buttons_below(chat: Chat) -> None:
    await write(chat, SALE, SALE + " Again.", TIP)
    await chat.send("/report")
    sent = chat.answers[-1]
    assert sent.kind == "photo"
    assert sent.files[0].content.startswith(b"\x89PNG")
    assert "Your drafts" in sent.text
    assert "of 3" in sent.text
    assert [button["text"] for row in sent.buttons for button in row] == ["‹ Earlier", "All numbers"]


async def test_earlier_weeks_take_the_place_of_the_picture_and_lead_back(chat: Chat) -> None:
    await write(chat, TIP, TIP + " One.", TIP + " Two.")
    chat.bot.clock.forward(seconds=7 * 24 * 3600)
    await write(chat, SALE, SALE + " One.", SALE + " Two.")
    await chat.send("/report 2026-W39")
    await chat.tap("Later ›")
    report = chat.answers[-1]
    assert "Oct 4, 2026" in report.text
    await chat.tap("‹ Earlier")
    assert chat.answers[-1] is report
    assert "27, 2026" in report.text
    assert len(report.files) == 3


async def test_a_week_without_drafts_says_so_and_can_be_left(chat: Chat) -> None:
    await write(chat, TIP)
    await chat.send("/report 2026-W38")
    assert (chat.answers[-1].kind, "No drafts" in chat.texts[-1]) == ("text", True)
    await chat.tap("Later ›")
    assert chat.answers[-1].kind == "photo"
    assert "Too few drafts" in chat.texts[-1]


async def test_the_week_that_people_mean_gives_way_to_one_with_more_to_tell(chat: Chat) -> None:
    """It is Monday: last week is meant, unless all the drafts are of today."""
    await write(chat, TIP, TIP + " One.", TIP + " Two.")
    await chat.send("/report")
    assert "27, 2026" in chat.texts[-1]


async def test_all_numbers_come_as_a_file(chat: Chat) -> None:
    await write(chat, TIP, TIP + " One.", TIP + " Two.")
    await chat.send("/report")
    await chat.tap("All numbers")
    sent = chat.answers[-1]
    assert (sent.kind, sent.files[0].name) == ("document", "whyfollow-2026-W39.xlsx")
    assert sent.files[0].content.startswith(b"PK")


async def test_each_brand_has_its_own_report(chat: Chat, stores: Stores) -> None:
    home = await stores.teams.home(7)
    for name in ("Mill Bakery", "Mill Café"):
        await stores.brands.add(home.workspace, 7, name)
        await write(chat, f"{TIP} {name}.", f"{TIP} At {name}.", f"{TIP} By {name}.")
    await chat.send("/report mill café 1w")
    assert "Mill Café" in chat.texts[-1]
    assert "of 3" in chat.texts[-1]
    await chat.tap("Brand")
    await chat.tap("All brands")
    assert "of 6" in chat.texts[-1]


async def test_where_there_is_one_brand_the_drafts_before_it_are_its_own(chat: Chat, stores: Stores) -> None:
    await write(chat, TIP, TIP + " One.")
    await stores.brands.add((await stores.teams.home(7)).workspace, 7, "Mill")
    await write(chat, TIP + " Two.")
    await chat.send("/report mill")
    assert chat.texts[-1].startswith("Mill\n")
    assert "of 3" in chat.texts[-1]


@pytest.mark.parametrize(
    ("words", "key", "values"),
    [
        ("Nowhere", "report-no-brands", {"brand": "Nowhere"}),
        ("2026-W54", "report-no-week", {"week": "2026-W54"}),
        ("2025-W53", "report-no-week", {"week": "2025-W53"}),
        ("2026-W50", "report-future", {"week": "2026-W50"}),
        ("0w", "report-too-many-weeks", {"most": 12}),
        ("9999w", "report-too-many-weeks", {"most": 12}),
        ("weekly", "schedule-how", {}),
        ("weekly someday 9:00", "schedule-how", {}),
        ("weekly monday 25:00", "schedule-how", {}),
        ("weekly monday 9:00 Atlantis", "schedule-no-zone", {"zone": "Atlantis"}),
        ("off", "schedule-was-off", {}),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_cannot_be_had_is_told_in_the_readers_language(
    bot: Bot, language: Language, words: str, key: str, values: dict[str, object]
) -> None:
    chat = Chat(bot, language=language)
    await chat.send(f"/report {words}")
    assert chat.texts == [say(language, key, **values)]


async def test_unknown_brand_beside_known_ones_names_them(chat: Chat, stores: Stores) -> None:
    home = await stores.teams.home(7)
    await stores.brands.add(home.workspace, 7, "Mill & Co")
    await chat.send("/report <b>Ghost")
    assert chat.texts == ["There is no brand called <b>Ghost. You have: Mill & Co."]


async def test_no_drafts_at_all_is_a_friendly_word(chat: Chat) -> None:
    await chat.send("/report")
    assert "No drafts in these weeks" in chat.texts[-1]
    assert chat.answers[-1].kind == "text"


async def team(bot: Bot, stores: Stores) -> tuple[Chat, Chat]:
    """A lead and a member of one team, each in their private chat."""
    lead, member = Chat(bot, id=7, author=7), Chat(bot, id=8, author=8)
    made = await stores.teams.make(7, "Mill")
    token = await stores.teams.invite(made, 7, MEMBER)
    assert token
    await stores.teams.accept(token, 8)
    return lead, member


async def test_a_member_gets_their_own_curve_and_not_the_teams_report(bot: Bot, stores: Stores) -> None:
    lead, member = await team(bot, stores)
    await write(lead, TIP, TIP + " One.", TIP + " Two.")
    await write(member, SALE, SALE + " One.", SALE + " Two.")
    await lead.send("/report")
    assert "of 6" in lead.texts[-1]
    data = lead.answers[-1].buttons[0][0]["callback_data"]
    await member.send("/report")
    assert member.texts[-1] == say("en", "report-leads-only", team="Mill")
    await member.press(member.answers[-1].number, data)
    assert member.texts[-1] == say("en", "report-leads-only", team="Mill")
    await member.send("/me")
    curve = member.answers[-1]
    assert (curve.kind, "Only you see this" in curve.text) == ("photo", True)


async def test_forged_buttons_show_nothing_of_others(bot: Bot, stores: Stores) -> None:
    lead, _ = await team(bot, stores)
    theirs = await stores.brands.add((await stores.teams.current(7)).workspace, 7, "Secret brand")
    await write(lead, TIP, TIP + " One.", TIP + " Two.")
    stranger = Chat(bot, id=9, author=9)
    await stranger.send("/report")
    number = stranger.answers[-1].number
    for data in (
        f"r:p:2026-W39:1:{theirs}", f"r:x:2026-W39:1:{theirs}", "r:b:2026-W39:1:0", "r:p:2026-W54:1:0",
        "r:p:2999-W01:1:0", "r:p:2026-W39:99:0", "r:q:2026-W39:1:0", "r:", "r:p:2026-W39:1:99999999999999999",
    ):  # fmt: skip
        await stranger.press(number, data)
    assert "Secret" not in " ".join(stranger.texts)
    assert all(sent.kind == "text" for sent in stranger.answers)
    assert await bot.house.inbox.quarantined() == []


async def test_in_a_group_it_asks_for_the_private_chat(bot: Bot) -> None:
    group = Chat(bot, id=-100500, type="supergroup")
    await group.send("/report")
    assert group.texts == [say("en", "report-only-private")]


async def test_a_weekly_report_is_turned_on_with_its_zone_and_off(chat: Chat, stores: Stores) -> None:
    await chat.send("/report weekly monday 9:00")
    assert chat.texts[-1] == say("en", "schedule-which-zone", day="Monday", time="9:00")
    await chat.send("/report weekly on Monday at 9:00 warsaw")
    assert "Europe/Warsaw" in chat.texts[-1]
    home = await stores.teams.home(7)
    [schedule] = await stores.schedules.of(home.workspace)
    assert (schedule.weekday, schedule.minute, home.zone) == (0, 540, "Europe/Warsaw")
    await chat.send("/report weekly pt. 16.30")
    [schedule] = await stores.schedules.of(home.workspace)
    assert (schedule.weekday, schedule.minute, schedule.zone) == (4, 990, "Europe/Warsaw")
    await chat.send("/report off")
    assert await stores.schedules.of(home.workspace) == []


async def test_the_scheduled_report_arrives_as_if_it_had_been_asked_for(chat: Chat) -> None:
    await chat.send("/report weekly monday 9:00 UTC")
    await write(chat, TIP, TIP + " One.", TIP + " Two.")
    chat.bot.clock.forward(seconds=7 * 24 * 3600)
    assert await chat.bot.house.post.step() == 0
    await chat.bot.settle()
    sent = chat.answers[-1]
    assert (sent.kind, "27, 2026" in sent.text) == ("photo", True)
    await chat.bot.house.post.step()
    await chat.bot.settle()
    assert chat.answers[-1] is sent


async def test_personal_data_is_not_quoted_and_names_are_not_told(chat: Chat) -> None:
    await write(chat, SALE, SALE + " One.", SALE + " Two.")
    await chat.send("/report")
    words = chat.texts[-1]
    assert "600" not in words
    assert "anna" not in words
    assert "Ola" not in words


async def test_a_result_is_noted_shown_as_context_and_taken_back(chat: Chat, stores: Stores) -> None:
    number = await chat.send(TIP)
    replied = {"message_id": number, "date": AT, "chat": chat.chat, "text": TIP}
    await chat.send("/result 14 replies, 6 saves", reply_to_message=replied)
    assert "never changes a score" in chat.texts[-1]
    home = await stores.teams.home(7)
    [note] = await stores.notes.between(home.workspace, 0, 10**15)
    assert (note.kind, note.text, note.draft is not None) == ("result", "14 replies, 6 saves", True)
    await write(chat, TIP + " One.", TIP + " Two.")
    await chat.send("/report")
    assert "Results noted: 1, not scored" in chat.texts[-1]
    await chat.tap(say("en", "take-back"))
    assert await stores.notes.between(home.workspace, 0, 10**15) == []


@pytest.mark.parametrize(("words", "key"), [("", "result-how"), ("x" * 400, "result-too-long")])
async def test_a_result_without_words_or_with_too_many(chat: Chat, words: str, key: str) -> None:
    await chat.send(f"/result {words}".strip())
    assert chat.texts[-1] == say("en", key, most=300, count=400)


async def test_one_has_a_curve_from_the_third_draft_on(chat: Chat) -> None:
    await chat.send("/me")
    assert "You have sent no drafts" in chat.texts[-1]
    number = await chat.send(SALE)
    await chat.edit(TIP, number=number)
    await chat.send("/me")
    assert (chat.answers[-1].kind, "One draft so far" in chat.texts[-1]) == ("text", True)
    assert "1 draft: 20 → 80" in chat.texts[-1]
    await write(chat, TIP + " One.", TIP + " Two.")
    await chat.send("/me")
    assert chat.answers[-1].kind == "photo"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_reports_read_well_in_each_language(bot: Bot, stores: Stores, language: Language) -> None:
    chat = Chat(bot, language=language)
    home = await stores.teams.home(7)
    await stores.teams.introduce(home.workspace, 7, function="shop")
    await stores.notes.add(home.workspace, "heard", "more rye bread", 7)
    number = await chat.send(SALE)
    await chat.edit(TIP + " Do come by!", number=number)
    await write(chat, SALE + " One.", SALE + " Two.", TIP)
    texts = []
    for command in (
        "/report",
        "/report 2w",
        "/report 2026-W38",
        "/report weekly fri 9 Asia/Kathmandu",
        "/me",
        "/result",
    ):
        await chat.send(command)
        texts.append(f"> {command}\n{chat.texts[-1]}")
    assert_golden(GOLDEN / f"report.{language}.txt", "\n\n".join(texts) + "\n")


def test_the_week_of_these_tests_is_the_one_they_name() -> None:
    assert week_of(AT * 1000, "UTC").name == "2026-W39"
