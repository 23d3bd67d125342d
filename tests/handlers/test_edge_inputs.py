"""What people really paste by accident or for fun, judged by the shipped rules: each gets a kind, clear answer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.engine.model import LANGUAGES, Draft, Language, Review
from bot.render.catalogue import say
from bot.store.history import History
from tests.support.chat import Bot, Chat, open_bot

LONG: dict[Language, str] = {
    "en": "The kitchen is open from nine to five and the soup of the day is tomato. ",
    "pl": "Kuchnia jest otwarta od dziewiątej do siedemnastej, a zupą dnia jest pomidorowa. ",
    "ru": "Кухня открыта с девяти до семнадцати, а суп дня сегодня томатный с базиликом. ",
}
UNSCORED = {
    "nothing but spaces": (" \n ", "empty"),
    "zero-width characters": ("\u200b\u200d\ufeff\u2060", "empty"),
    "4,096 units of emoji": ("🎉" * 2048, "too-little"),
    "three English words": ("Three little words", "too-little"),
    "three Polish words": ("Trzy małe słowa", "too-little"),
    "three Russian words": ("Три маленьких слова", "too-little"),
    "only links": ("https://example.com/a http://example.com/b example.com/c?d=e", "too-little"),
    "only hashtags": ("#sale #okazja #скидки #boots #buty #зима", "too-little"),
    "only numbers": ("12 500 30 45 17:30 2026 8 99", "too-little"),
    "only names": ("@anna @piotr @olga @ivan @bob @ewa", "too-little"),
    "German": (
        "Neue Winterschuhe sind da, und wir freuen uns sehr auf euren Besuch in unserem Laden am Samstag.",
        "language",
    ),
    "Ukrainian": ("Нові зимові черевики вже тут, і ми дуже чекаємо на вас у нашому магазині цієї суботи.", "language"),
    "Hebrew, right to left": ("שלום לכולם, החנות שלנו נפתחת מחדש ביום ראשון בשעה תשע בבוקר", "language"),
}
SCORED = {
    "HTML tags": "<b>Soup</b> is <i>ready</i> at noon & costs £5 <today> in our <a href='x'>shop</a> &lt;",
    "broken HTML": "</b></blockquote> <script>alert(1)</script> our soup is ready at noon & costs £5",
    "zero-width characters between letters": "B\u200bu\u200by now, d\u200bon't miss out on the sale of the year!",
    "right to left in the middle": "Our shop \u202eopens at nine\u202c on Friday and the coffee is free until ten.",
    "accents piled on letters": "Z\u0335\u0321\u0322a\u0334\u0321l\u0335go soup is ready at noon for five pounds.",
    **{f"4,096 characters of {language}": (text * 60)[:4096] for language, text in LONG.items()},
}


@pytest.fixture
async def bot(tmp_path: Path, shipped_judge: Callable[[Draft], Review]) -> AsyncIterator[Bot]:
    rules = SimpleNamespace(current=SimpleNamespace(cards={}, rules=()))
    async with open_bot(tmp_path, shipped_judge, rules) as opened:
        yield opened


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", UNSCORED)
async def test_what_cannot_be_scored_is_told_why_and_what_to_do(
    chat: Chat, bot: Bot, name: str, language: Language
) -> None:
    text, why = UNSCORED[name]
    chat.language = language
    number = await chat.send(text)
    [answer] = chat.answers
    told = f"⚪ {say(language, f'no-score-{why}')}\n\n{say(language, f'no-score-{why}-remedy')}"
    assert (answer.text, answer.reply_to) == (told, number)
    assert await nothing_is_left_and_kept(bot, chat) == text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCORED)
async def test_odd_but_readable_drafts_are_reviewed_whole(chat: Chat, bot: Bot, name: str, language: Language) -> None:
    chat.language = language
    number = await chat.send(SCORED[name])
    [answer] = chat.answers
    assert answer.reply_to == number
    assert answer.text[0] in "🔴🟡🟢"
    assert say(language, "test-reason") in answer.text
    assert not set("\u202e\u200b") & set(answer.text)
    assert await nothing_is_left_and_kept(bot, chat) == SCORED[name]


async def nothing_is_left_and_kept(bot: Bot, chat: Chat) -> str:
    """Nothing waits or was put aside; the draft as it is in the history."""
    assert await bot.house.inbox.waiting() == 0
    assert await bot.house.inbox.quarantined() == []
    history = History(bot.database)
    [version] = await history.versions(await history.workspace("private", chat.id))
    return version.text
