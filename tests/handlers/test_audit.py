"""/audit and files: from forwarded posts or an export to a picture, and what is wrong with a file is said plainly."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.engine import loader
from bot.engine.judge import judge
from bot.engine.model import LANGUAGES, Language
from bot.render.catalogue import say
from bot.review import RuleSource
from bot.settings import shipped_rules
from tests.support.chat import Bot, Chat, open_bot

SALE = "MEGA SALE! The BEST deals of the year are here. Don't miss out, shop now 👉 example.com/sale"
TIP = "Steep green tea for 2 minutes at 70 °C, then take the leaves out: it stays sweet, and the second cup works too."
CHANNEL = {
    "type": "channel",
    "date": 1_780_000_000,
    "message_id": 1,
    "chat": {"id": -100, "type": "channel", "title": "T"},
}


@pytest.fixture(scope="module")
def rules() -> RuleSource:
    return RuleSource(loader.load(shipped_rules()).rules)


@pytest.fixture
async def bot(tmp_path: Path, rules: RuleSource) -> AsyncIterator[Bot]:
    async with open_bot(tmp_path, lambda draft: judge(draft, rules.current), rules) as opened:
        yield opened


@pytest.fixture
def chat(bot: Bot) -> Chat:
    return Chat(bot)


async def forward(chat: Chat, text: str, day: int = 0) -> None:
    await chat.send(text, forward_origin={**CHANNEL, "date": CHANNEL["date"] + day * 86_400})  # type: ignore[operator]


async def upload(chat: Chat, name: str, content: bytes, **more: object) -> None:
    id_ = f"file{len(chat.bot.api.documents)}"
    chat.bot.api.documents[id_] = content
    document = {"file_id": id_, "file_unique_id": id_, "file_name": name, "file_size": len(content), **more}
    await chat.send(document=document)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_forwarded_posts_become_a_picture_and_the_feed(chat: Chat, language: Language) -> None:
    chat.language = language
    await chat.send("/audit")
    assert chat.texts == [say(language, "audit-ask")]
    for day in range(10):
        await forward(chat, TIP if day % 5 == 0 else f"{SALE} {day}", day)
    assert chat.texts[-1] == say(language, "audit-count", count=10)
    assert len(chat.answers) == 2, "the count is one message that changes"
    await chat.tap(say(language, "audit-go"))
    picture = chat.answers[-1]
    assert picture.files[0].content.startswith(b"\x89PNG")
    assert say(language, "audit-streak", count=4) in picture.text
    assert say(language, "audit-best", score="").rstrip(": ") in picture.text
    assert TIP[:40] in picture.text
    assert len(picture.text.encode("utf-16-le")) // 2 <= 1024
    await chat.send(f"{SALE} once more")
    assert "5" in chat.texts[-1]


async def test_draft_during_an_audit_is_still_a_draft(chat: Chat) -> None:
    await chat.send("/audit")
    await chat.send(SALE)
    assert "of 100" in chat.texts[-1]


async def test_looking_at_nothing_and_at_an_old_button(chat: Chat) -> None:
    await chat.send("/audit")
    await forward(chat, TIP)
    number = next(answer.number for answer in chat.answers if answer.buttons)
    await chat.tap(say("en", "audit-go"))
    await chat.press(number, "au:go")
    assert chat.texts[-1] == say("en", "audit-nothing")


def export(count: int) -> bytes:
    messages: list[object] = [
        {"id": 0, "type": "service", "date": "2026-01-01T09:00:00", "text": ""},
        *(
            {
                "id": n,
                "type": "message",
                "date": f"2026-01-{n % 28 + 1:02}T10:00:00",
                "text": [TIP[:30], {"type": "bold", "text": TIP[30:]}, f" {n}"] if n % 2 else f"{SALE} {n}",
            }
            for n in range(1, count + 1)
        ),
    ]
    return json.dumps({"name": "Tea", "type": "public_channel", "messages": messages}, ensure_ascii=False).encode()


async def test_export_of_a_channel(chat: Chat) -> None:
    await upload(chat, "result.json", export(120))
    assert say("en", "audit-title", brand=say("en", "brand-default-name"), count=120) in chat.texts[-1]
    assert chat.answers[-1].files


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("posts.csv", f'date;text\n2026-01-01;"{TIP}"\n2026-01-02;"{SALE}"\n2026-01-03;"{TIP} again"\n'.encode()),
        ("posts.csv", f'tekst,data\n"{TIP}",2026-01-01\n"{SALE}",2026-01-02\n"{TIP} 3",x\n'.encode("utf-16")),
        ("posts.json", json.dumps([TIP, SALE, {"text": f"{TIP} 3"}]).encode()),
    ],
)
async def test_tables_and_lists_are_read(chat: Chat, name: str, content: bytes) -> None:
    await upload(chat, name, content)
    assert say("en", "audit-reasons", count=2, of=3) in chat.texts[-1]


@pytest.mark.parametrize("between", ["\n---\n", "\n\n\n", "\n\n"])
async def test_text_file_is_posts_while_an_audit_is_asked_for(chat: Chat, between: str) -> None:
    await chat.send("/audit")
    await upload(chat, "posts.txt", between.join([TIP, SALE, f"{TIP} 3"]).encode())
    assert say("en", "audit-reasons", count=2, of=3) in chat.texts[-1]


@pytest.mark.parametrize(
    ("name", "content", "key", "values"),
    [
        ("result.json", export(5)[:300], "file-broken-json", {"line": 1}),
        ("result.json", b"[" * 100_000, "file-broken-json", {"line": 1}),
        ("result.json", b'{"messages": [{"type": "service"}]}', "file-no-posts", {}),
        ("result.json", b'"just words"', "file-no-posts", {}),
        ("posts.csv", b"a,b\n1,2\n", "file-no-column", {"names": "text, post, message"}),
        ("posts.csv", b"", "file-no-posts", {}),
        ("posts.csv", b"\x89PNG\r\n\x00\x00", "file-not-text", {}),
        ("posts.json", "żółw".encode("iso-8859-2"), "file-not-text", {}),
    ],
)
async def test_file_that_cant_be_read_is_told_why(
    chat: Chat, name: str, content: bytes, key: str, values: dict[str, object]
) -> None:
    await upload(chat, name, content)
    assert chat.texts[-1] == say("en", key, **values)


async def test_file_that_is_too_large_or_gone(chat: Chat, bot: Bot) -> None:
    await upload(chat, "result.json", b"[]", file_size=30_000_000)
    assert chat.texts[-1] == say("en", "file-too-large", most="20 MB")
    await upload(chat, "draft.txt", b"x" * 70_000)
    assert chat.texts[-1] == say("en", "file-too-large", most="64 KiB")
    await chat.send(document={"file_id": "no", "file_unique_id": "no", "file_name": "a.md", "file_size": 5})
    assert chat.texts[-1] == say("en", "file-gone")


@pytest.mark.parametrize("name", ["draft.txt", "Draft.MD"])
async def test_text_file_is_a_draft(chat: Chat, name: str) -> None:
    await upload(chat, name, f"\ufeff{SALE}\r\n".encode())
    assert "of 100" in chat.texts[-1]
    assert "“MEGA SALE”" in chat.texts[-1]


async def test_other_files_get_a_kind_word(chat: Chat) -> None:
    await upload(chat, "offer.pdf", b"%PDF-1.7")
    assert chat.texts[-1] == say("en", "no-text-document")
