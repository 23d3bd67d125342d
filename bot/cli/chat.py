"""`python -m bot chat`: the coach in a terminal. Paste a draft, read the answer, change it, paste it again."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, cast

from bot.cli.keyboard import entries, paste_goes_on, piped_line, prepare_terminal, typed_line
from bot.cli.options import LanguageOption, NetworkOption, ReaderOption, reader_language
from bot.engine.model import LANGUAGES, NETWORKS, Draft, Language, Network, Review
from bot.render.catalogue import say

if TYPE_CHECKING:
    from rich.console import Console

    from bot.cli.notebook import Notebook
    from bot.cli.records import Judge

# Below this share of words in common it is another draft, not the next version of the last one.
SAME_DRAFT = 0.5


@dataclass(frozen=True, slots=True)
class Version:
    """The last draft of this conversation: its review and its number in the history, if it is kept."""

    review: Review
    kept: int | None


@dataclass(frozen=True, slots=True)
class Desk:
    """What is set in this conversation."""

    network: Network
    language: Language | None
    reader: Language
    last: Version | None = None


def chat(network: NetworkOption = "telegram", lang: LanguageOption = None, reader: ReaderOption = None) -> None:
    """Coach drafts in this terminal: paste one, and an empty line ends it. Drafts and answers are kept."""
    from rich.console import Console

    from bot.cli.notebook import open_notebook
    from bot.cli.rulebook import judging
    from bot.settings import read_settings

    desk = Desk(network, lang, reader or reader_language())
    judge, console = judging(), Console()
    with open_notebook(read_settings().database_url) as notebook:
        _tell_if_closed(notebook, desk.reader)
        try:
            converse(_input(desk, console), desk, judge, console, notebook)
        except KeyboardInterrupt:
            console.print()


def _input(desk: Desk, console: Console) -> Iterator[str]:
    if not sys.stdin.isatty():
        return entries(piped_line)
    prepare_terminal()
    console.print(say(desk.reader, "chat-welcome"), style="dim")
    return entries(typed_line, paste_goes_on)


def converse(said: Iterable[str], desk: Desk, judge: Judge, console: Console, notebook: Notebook) -> None:
    """Answers drafts and commands until there are no more of them, or somebody says `:quit`."""
    for entry in said:
        if entry == ":quit":
            return
        desk = _obey(desk, entry, console) if is_command(entry) else _coach(desk, entry, judge, console, notebook)


def is_command(entry: str) -> bool:
    return entry.startswith(":") and entry[1:2].isalpha() and "\n" not in entry


def _coach(desk: Desk, text: str, judge: Judge, console: Console, notebook: Notebook) -> Desk:
    from bot.render.answer import Previous
    from bot.render.terminal import show_review

    review = judge(Draft(text, network=desk.network, language=desk.language, now=datetime.now(UTC)))
    last = desk.last if desk.last and is_next_version(desk.last.review.draft.text, text) else None
    previous = Previous(last.review.score, last.review.findings) if last else None
    show_review(console, review, desk.reader, previous)
    console.print()
    was_open = not notebook.closed_because
    kept = notebook.keep(review, of=last.kept if last else None)
    if was_open:
        _tell_if_closed(notebook, desk.reader)
    return replace(desk, last=Version(review, kept))


def _tell_if_closed(notebook: Notebook, reader: Language) -> None:
    if notebook.closed_because:
        print(say(reader, "chat-not-kept", why=notebook.closed_because), file=sys.stderr)


def is_next_version(before: str, after: str) -> bool:
    """Whether a text is the same draft after some work, judged by the words they share in order."""
    return SequenceMatcher(None, before.lower().split(), after.lower().split(), autojunk=False).ratio() >= SAME_DRAFT


def _obey(desk: Desk, entry: str, console: Console) -> Desk:
    command, _, value = entry.partition(" ")
    after, answer = obeyed(desk, command, value.strip().lower())
    console.print(answer, style="dim", markup=False, highlight=False)
    return after


def obeyed(desk: Desk, command: str, value: str) -> tuple[Desk, str]:
    """What a `:command` changes, and what it answers."""
    choices: Mapping[str, tuple[str, ...]] = {
        ":network": NETWORKS,
        ":lang": (*LANGUAGES, "auto"),
        ":reader": LANGUAGES,
    }
    if command == ":new":
        return replace(desk, last=None), say(desk.reader, "chat-new")
    if command == ":help":
        return desk, say(desk.reader, "chat-help", networks=", ".join(NETWORKS))
    if command not in choices:
        return desk, say(desk.reader, "chat-unknown-command", command=command)
    if value not in choices[command]:
        return desk, say(desk.reader, "chat-choose", name=command, choices=", ".join(choices[command]))
    after = _set(desk, command, value)
    return after, say(after.reader, "chat-set", name=command, value=value)


def _set(desk: Desk, command: str, value: str) -> Desk:
    if command == ":network":
        return replace(desk, network=cast(Network, value))
    if command == ":reader":
        return replace(desk, reader=cast(Language, value))
    return replace(desk, language=None if value == "auto" else cast(Language, value))
