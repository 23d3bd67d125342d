"""`/brand`: a few taps set a brand up, every answer can be changed later, and only a lead changes anything."""

from __future__ import annotations

import pytest

from bot.engine.model import LANGUAGES, Language
from bot.handlers.brand_questions import QUESTIONS, QUICK, REST, chosen
from bot.render.catalogue import say
from bot.review import STALE
from bot.store.brands import Brand, BrandSettings
from bot.store.stores import Stores, stores_on
from bot.store.teams import LEAD, MEMBER
from tests.support.chat import Bot, Chat


@pytest.fixture
def stores(bot: Bot) -> Stores:
    return stores_on(bot.database, bot.clock)


async def current(stores: Stores, person: int = 7) -> Brand:
    place = await stores.teams.current(person)
    brand = await stores.brands.current(place.workspace, person)
    assert brand is not None
    return brand


@pytest.mark.parametrize("language", LANGUAGES)
async def test_from_start_to_a_brand_and_a_review_in_eight_taps_and_one_text(
    chat: Chat, stores: Stores, language: Language
) -> None:
    chat.language = language
    await chat.send("/start")
    taps = [
        say(language, "start-brand-button"),
        say(language, "brand-promise-support"),
        say(language, "brand-next"),
        say(language, "network-vk"),
        say(language, "brand-next"),
        say(language, "brand-stance-conversation"),
        say(language, "brand-answerer-yes"),
    ]
    # Telegram's own start button is a tap, too.
    assert len(taps) + 1 <= 8
    for tap in taps:
        await chat.tap(tap)
    await chat.send("score 81")
    assert chat.headlines[-1].endswith(("81 of 100", "81 na 100", "81 из 100"))
    [start, _] = chat.answers
    assert start.text.endswith(say(language, "brand-enough"))
    settings = (await current(stores)).settings
    assert (settings.promise, settings.networks, settings.stance, settings.answerer) == (
        ("support",),
        ("vk",),
        "conversation",
        True,
    )


async def test_draft_is_judged_for_the_brand(chat: Chat, bot: Bot) -> None:
    await chat.send("/brand Bakery")
    for tap in ("good deals", "Next", "Instagram", "Next", "we inform", "no, nobody"):
        await chat.tap(tap)
    await chat.send("score 50")
    [draft] = bot.judged
    assert (draft.brand.name, draft.brand.promise, draft.network) == ("Bakery", ("deal",), "instagram")
    assert (draft.brand.stance, draft.brand.answerer) == ("broadcast", False)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_question_can_be_skipped(chat: Chat, stores: Stores, language: Language) -> None:
    chat.language = language
    await chat.send("/brand")
    await chat.tap(say(language, "brand-set-up"))
    for _ in QUICK:
        await chat.tap(say(language, "brand-skip"))
    await chat.tap(say(language, "brand-rest"))
    # Nobody asks what followers said before they were asked.
    for question in REST:
        if question.field != "said":
            await chat.tap(say(language, "brand-skip"))
    brand = await current(stores)
    assert brand.name == say(language, "brand-default-name")
    assert chat.texts[-1].startswith(brand.name)
    assert say(language, "brand-nothing-said") in chat.texts[-1]
    assert len(chat.answers) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", list(QUESTIONS))
async def test_every_answer_can_be_given_later_and_changed(
    chat: Chat, bot: Bot, stores: Stores, field: str, language: Language
) -> None:
    chat.language = language
    question = QUESTIONS[field]
    await chat.send("/brand Bakery")
    brand = await current(stores)
    for number, code in enumerate(question.options or ("first words", "other words"), start=1):
        await chat.press(chat.answers[0].number, f"b:{brand.id}:q:{field}")
        assert say(language, f"brand-ask-{field.replace('_', '-')}") in chat.texts[0]
        if question.options:
            await chat.press(chat.answers[0].number, f"b:{brand.id}:{field}:{code}")
            now_chosen = chosen(question, (await current(stores)).settings, bot.clock.at)
            assert now_chosen == {code} if question.most == 1 else len(now_chosen) == min(number, question.most)
        else:
            await chat.send(code)
            assert code in chat.texts[-1]


@pytest.mark.parametrize("field", [field for field in QUESTIONS if field != "name"])
async def test_every_answer_can_be_taken_back(chat: Chat, stores: Stores, field: str) -> None:
    await chat.send("/brand Bakery")
    brand, question = await current(stores), QUESTIONS[field]
    await chat.press(chat.answers[0].number, f"b:{brand.id}:q:{field}")
    if question.options:
        await chat.press(chat.answers[0].number, f"b:{brand.id}:{field}:{next(iter(question.options))}")
    else:
        await chat.send("Some words")
    await chat.press(chat.answers[0].number, f"b:{brand.id}:{field}:-")
    assert (await current(stores)).settings == BrandSettings()


async def test_text_for_a_question_is_no_draft(chat: Chat, bot: Bot, stores: Stores) -> None:
    await chat.send("/brand Bakery")
    await chat.press(chat.answers[0].number, f"b:{(await current(stores)).id}:q:manifesto")
    await chat.send("We tell you what is in season")
    assert bot.judged == []
    assert "We tell you what is in season" in chat.texts[-1]
    await chat.send("score 50")
    assert len(bot.judged) == 1


async def test_forwarded_post_is_a_draft_even_while_a_text_is_waited_for(chat: Chat, bot: Bot, stores: Stores) -> None:
    await chat.send("/brand Bakery")
    await chat.press(chat.answers[0].number, f"b:{(await current(stores)).id}:q:name")
    await chat.send("score 50", forward_origin={"type": "hidden_user", "date": 1, "sender_user_name": "X"})
    assert len(bot.judged) == 1
    assert (await current(stores)).name == "Bakery"


async def test_cancel_leaves_the_question(chat: Chat, bot: Bot, stores: Stores) -> None:
    await chat.send("/brand Bakery")
    await chat.press(chat.answers[0].number, f"b:{(await current(stores)).id}:q:name")
    await chat.send("/cancel")
    assert chat.texts[-1] == say("en", "cancelled")
    await chat.send("/cancel")
    assert chat.texts[-1] == say("en", "nothing-to-cancel")
    await chat.send("score 50")
    assert len(bot.judged) == 1


@pytest.mark.parametrize("text", ["x" * 10_000, "\N{PILE OF POO}" * 2_000])
async def test_name_that_is_much_too_long(chat: Chat, stores: Stores, text: str) -> None:
    await chat.send("/brand Bakery")
    await chat.press(chat.answers[0].number, f"b:{(await current(stores)).id}:q:name")
    await chat.send(text[:4096])
    assert "60 characters" in chat.texts[-1]
    await chat.send("Cafe <b>&")
    assert (await current(stores)).name == "Cafe <b>&"
    assert chat.texts[-1].startswith("Cafe <b>&")
    await chat.send("/brand " + text[:4000])
    assert "60 characters" in chat.texts[-1]


async def test_four_promises_are_one_too_many(chat: Chat, stores: Stores) -> None:
    await chat.send("/brand Bakery")
    for tap in ("help with problems", "good deals", "things first", "useful advice"):
        await chat.tap(tap)
    assert (await current(stores)).settings.promise == ("support", "deal", "exclusive")
    await chat.tap("✓ good deals")
    assert (await current(stores)).settings.promise == ("support", "exclusive")


async def test_several_brands_and_switching(chat: Chat, bot: Bot, stores: Stores) -> None:
    await chat.send("/brand Bakery")
    await chat.send("/brand Cafe")
    assert (await current(stores)).name == "Cafe"
    await chat.send("/brand")
    assert [row[0]["text"] for row in chat.answers[-1].buttons] == ["Bakery", "● Cafe", "New brand"]
    await chat.tap("Bakery")
    await chat.tap("Write for this brand")
    assert (await current(stores)).name == "Bakery"
    await chat.send("/brand cafe")
    assert (await current(stores)).name == "Cafe"


async def test_brand_nobody_said_anything_about_is_taken_up_again(chat: Chat, stores: Stores) -> None:
    for _ in range(3):
        await chat.send("/brand")
        await chat.press(chat.answers[-1].number, "b:n")
    assert len(await stores.brands.all((await current(stores)).workspace)) == 1


async def test_deleting_asks_first(chat: Chat, stores: Stores) -> None:
    await chat.send("/brand Bakery")
    brand = await current(stores)
    await chat.press(chat.answers[0].number, f"b:{brand.id}")
    await chat.tap("Delete")
    assert (await current(stores)).id == brand.id
    await chat.tap("Yes, delete it")
    assert await stores.brands.all(brand.workspace) == []
    await chat.press(chat.answers[0].number, f"b:{brand.id}")
    assert chat.texts[0] == say("en", "brand-gone")


async def test_old_settings_are_asked_about_once(chat: Chat, bot: Bot, stores: Stores) -> None:
    await chat.send("/brand Bakery")
    brand = await current(stores)
    bot.clock.forward(seconds=STALE / 1000)
    await chat.send("score 50")
    assert chat.texts[-1].endswith(say("en", "brand-stale", brand="Bakery"))
    await chat.send("score 51")
    assert "90" not in chat.texts[-1]
    await chat.press(chat.answers[0].number, f"b:{brand.id}")
    await chat.tap("All of it still holds")
    assert (await current(stores)).updated > brand.updated + STALE
    bot.clock.forward(seconds=STALE / 1000)
    await chat.send("score 52")
    assert chat.texts[-1].endswith(say("en", "brand-stale", brand="Bakery"))


async def team_with_brand(stores: Stores, lead: int, member: int) -> Brand:
    team = await stores.teams.make(lead, "Team")
    token = await stores.teams.invite(team, lead, MEMBER)
    assert token is not None
    await stores.teams.accept(token, member)
    brand = await stores.brands.add(team, lead, "Bakery")
    assert brand is not None
    known = await stores.brands.get(team, brand)
    assert known is not None
    return known


async def test_member_looks_and_switches_but_changes_nothing(chat: Chat, stores: Stores) -> None:
    brand = await team_with_brand(stores, 8, 7)
    await chat.send("/brand")
    assert [button["text"] for row in chat.answers[0].buttons for button in row] == ["All brands"]
    for data in ("b:n", f"b:{brand.id}:x", f"b:{brand.id}:xx", f"b:{brand.id}:ok", f"b:{brand.id}:stance:c"):
        await chat.press(chat.answers[0].number, data)
    await chat.send("/brand Mine")
    assert chat.texts[-1] == say("en", "leads-only")
    assert await stores.brands.all(brand.workspace) == [brand]
    assert await stores.teams.set_role(brand.workspace, 8, 7, LEAD)
    await chat.press(chat.answers[0].number, f"b:{brand.id}:stance:c")
    assert (await current(stores)).settings.stance == "conversation"


@pytest.mark.parametrize(
    "data", ["b:", "b:x", "b:99999999999999999999", "b:1:q:nothing", "b:1:stance:zz", "b:1:__class__:x"]
)
async def test_data_that_no_button_has(chat: Chat, bot: Bot, stores: Stores, data: str) -> None:
    await chat.send("/brand Bakery")
    before = await current(stores)
    await chat.press(chat.answers[0].number, data)
    assert await current(stores) == before
    assert all(bot.api.taps.values())
    assert await bot.house.inbox.quarantined() == []
