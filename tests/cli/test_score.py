"""`score --jsonl`: one line in, one line out, whatever comes in."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from rich.console import Console

from bot.cli.records import Judge
from bot.cli.score import answer_lines
from bot.engine.model import LANGUAGES, Draft, Language, Review
from bot.render.terminal import show_review
from tests.support.reviews import finding, review


def judged(draft: Draft) -> Review:
    return review(draft, 50, finding("pure-promo", quote=draft.text))


def answers(*lines: str | bytes, default: Draft | None = None) -> list[dict[str, Any]]:
    output = io.BytesIO()
    encoded = [line.encode() + b"\n" if isinstance(line, str) else line for line in lines]
    answer_lines(encoded, judged, default or Draft(""), output)
    return [json.loads(line) for line in output.getvalue().splitlines()]


@pytest.mark.parametrize("identity", ["en-1", 7, None, ["a"]])
def test_the_answer_carries_the_id_it_was_asked_with(identity: object) -> None:
    assert answers(json.dumps({"id": identity, "text": "Hello"}))[0]["id"] == identity


def test_letters_come_back_as_letters() -> None:
    output = io.BytesIO()
    answer_lines(['{"text": "Żółć и ёж 🌞"}'.encode()], judged, Draft(""), output)
    assert "Żółć и ёж 🌞".encode() in output.getvalue()


def test_half_a_surrogate_pair_survives_the_way_back() -> None:
    assert answers(r'{"text": "a\ud83d b"}')[0]["findings"][0]["quotes"] == ["a\ud83d b"]


def test_a_line_end_of_any_system_and_a_byte_order_mark_are_fine() -> None:
    assert answers(b'\xef\xbb\xbf{"text": "a"}\r\n', b"\r\n", b'{"text": "b"}')[1]["score"] == 50


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{'text': 'a'}", "line 2: no JSON at column 2"),
        ("[1]", "line 2: should be an object"),
        ("{}", "line 2: text: missing"),
        (b'{"text": "\xff"}\n', "line 2: not UTF-8 text at byte 10"),
        ("[" * 100_000, "line 2: nested too deeply"),
        ('{"text": "a", "id": ' + "9" * 5000 + "}", "line 2: no JSON"),
        ('{"text": "a", "network": "myspace"}', "line 2: network: 'myspace' is none of"),
    ],
)
def test_a_broken_line_is_answered_with_its_number_and_the_others_go_on(line: str | bytes, told: str) -> None:
    first, broken, last = answers('{"text": "a"}', line, '{"text": "b"}')
    assert (first["score"], last["score"]) == (50, 50)
    assert broken["error"].startswith(told)
    assert broken["line"] == 2


def test_a_broken_record_keeps_its_id() -> None:
    assert answers('{"id": "x-1", "text": 5}')[0]["id"] == "x-1"


def test_empty_lines_count_as_lines_but_get_no_answer() -> None:
    (broken,) = answers("", "  ", "{")
    assert broken["line"] == 3


def test_every_answer_is_out_before_the_next_line_is_read() -> None:
    output = io.BytesIO()
    seen: list[int] = []

    def lines() -> Any:
        for number in range(3):
            seen.append(output.getvalue().count(b"\n"))
            yield json.dumps({"id": number, "text": "a"}).encode()

    answer_lines(lines(), judged, Draft(""), output)
    assert seen == [0, 1, 2]


@pytest.mark.parametrize(
    "draft",
    [
        "",
        "   ",
        "Three small words",
        "😀" * 2048,
        "שלום לכולם, החנות פתוחה היום עד שש בערב",
        "<b>&lt;/b> <script>alert(1)</script>",
        "Heute ist unser Laden bis 18 Uhr geöffnet und alle sind herzlich willkommen",
        "\u200b\u200d\ufeff",
        "[bold]/[/] [link=x]",
    ],
)
@pytest.mark.parametrize("reader", LANGUAGES)
def test_any_text_gets_a_clear_answer(shipped_judge: Judge, draft: str, reader: Language) -> None:
    console = Console(file=io.StringIO(), width=60)
    show_review(console, shipped_judge(Draft(draft)), reader)
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue().strip()
