from __future__ import annotations

from io import StringIO

import pytest
from hypothesis import given, settings
from rich.cells import cell_len
from rich.console import Console

from bot.engine.model import LANGUAGES, Language, Review
from bot.render.answer import Previous
from bot.render.terminal import show_review
from tests.render.any_review import REVIEWS
from tests.render.golden import assert_golden
from tests.render.samples import SAMPLES, no_score, sale


def shown(
    review: Review, reader: Language, width: int, previous: Previous | None = None, *, colour: bool = False
) -> str:
    out = StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, color_system="truecolor" if colour else None, legacy_windows=False
    )
    show_review(console, review, reader, previous)
    return out.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_piped_answer_reads_as_agreed(name: str, language: Language) -> None:
    previous = None if name == "sale" else Previous(58, sale().findings[:2])
    assert_golden(f"{name}.{language}.txt", shown(SAMPLES[name](), language, 80, previous))


@pytest.mark.parametrize("width", [24, 40, 60, 80, 200])
@pytest.mark.parametrize("name", SAMPLES)
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    lines = shown(SAMPLES[name](), "ru", width).splitlines()
    assert max(map(cell_len, lines)) <= width


def test_a_narrow_terminal_shows_the_same_words() -> None:
    assert shown(sale(), "en", 30).split() == shown(sale(), "en", 120).split()


def test_without_colour_there_is_not_one_escape_sequence() -> None:
    assert "\x1b" not in shown(sale(), "en", 80)
    assert "\x1b[" in shown(sale(), "en", 80, colour=True)


def test_without_a_score_the_reason_is_shown() -> None:
    assert shown(no_score("too-little"), "en", 80) == (
        "⚪ Too little to judge\n\n"
        "I need at least five words; links, #tags and emoji don't count. Send me the\nwhole post.\n"
    )


@given(REVIEWS)
@settings(max_examples=60)
def test_no_draft_can_speak_to_the_terminal(review: Review) -> None:
    """Escape sequences and Rich's own markup in a draft are text like any other."""
    text = shown(review, "en", 60)
    assert "\x1b" not in text
    assert "\x00" not in text
    assert text.strip()
