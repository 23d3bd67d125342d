"""A review in a terminal: coloured where there is colour, plain and complete where there is none."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from bot.engine.model import Band, Language, Review
from bot.render.answer import Advice, Answer, Point, Previous, Strength, Sum, answer_to
from bot.render.catalogue import say

COLOURS: dict[Band | None, str] = {"weak": "bold red", "mixed": "bold yellow", "strong": "bold green", None: "bold"}


def show_review(console: Console, review: Review, reader: Language, previous: Previous | None = None) -> None:
    answer = answer_to(review, reader, previous)
    _show_head(console, answer)
    if answer.strength:
        _show_strength(console, answer.strength)
    for advice in answer.advice:
        _show_advice(console, advice)
    _show(console, answer.worth, style="bold", space=True)
    _show(console, "\n".join(answer.remarks), style="yellow", space=True)
    if answer.sums:
        _show_points(console, answer, reader)


def _show_head(console: Console, answer: Answer) -> None:
    _show(console, answer.headline, style=COLOURS[answer.band])
    _show(console, answer.place, style="dim")
    _show(console, answer.since)
    verdicts = (*answer.tests, *((answer.takeaway,) if answer.takeaway else ()))
    for place, verdict in enumerate(verdicts):
        words = Text.assemble((f"{verdict.name}: ", "bold"), verdict.text)
        _show(console, words, space=place == 0, indent=2, hang=2)


def _show_strength(console: Console, strength: Strength) -> None:
    _show(console, _headed("✓ ", strength.title, strength.quotes, "green"), space=True, hang=2)
    _show(console, strength.say, indent=2)


def _show_advice(console: Console, advice: Advice) -> None:
    _show(console, _headed(f"{advice.number}  ", advice.title, advice.quotes, "bold"), space=True, hang=3)
    _show(console, advice.say, indent=3)
    if advice.change:
        _show(console, Text.assemble(("→ ", "cyan"), (advice.change, "cyan")), indent=3, hang=2)


def _show_points(console: Console, answer: Answer, reader: Language) -> None:
    _show(console, say(reader, "points"), style="bold", space=True)
    for line in answer.sums:
        _show_sum(console, line)
    for point in answer.others:
        _show_point(console, point)
    for account in answer.account:
        _show(console, account, indent=2, hang=2)


def _show_sum(console: Console, line: Sum) -> None:
    _show(console, line.text, indent=2, hang=2)
    for point in line.points:
        _show_point(console, point)


def _show_point(console: Console, point: Point) -> None:
    _show(console, _headed(f"{point.mark} ", point.title, point.quotes, ""), style="dim", indent=6, hang=2)


def _headed(mark: str, title: str, quotes: tuple[str, ...], style: str) -> Text:
    return Text.assemble((mark, style), (title, style), ("  " + ", ".join(quotes) if quotes else "", "italic"))


def _show(
    console: Console, text: Text | str, *, style: str = "", space: bool = False, indent: int = 0, hang: int = 0
) -> None:
    """One paragraph, its first line `hang` columns left of the others; nothing at all for no text."""
    if not text:
        return
    if space:
        console.print()
    words = text if isinstance(text, Text) else Text(text)
    words.stylize_before(style)
    # Half the width is for words, whatever the indent: a terminal may be 20 columns wide.
    room = max(console.width - indent - hang, console.width // 2)
    for place, line in enumerate(words.wrap(console, room)):
        line.rstrip()
        console.print(Text(" " * (indent + (hang if place else 0))) + line, soft_wrap=True)
