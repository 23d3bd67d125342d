"""`python -m bot score`: judges drafts without Telegram, one for people or a stream of JSON lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from bot.cli.options import LanguageOption, NetworkOption, ReaderOption, reader_language
from bot.engine.model import Draft, Language
from bot.errors import UsageError
from bot.render.catalogue import say

if TYPE_CHECKING:
    from bot.cli.records import Judge


def score(
    file: Annotated[
        Path | None, typer.Argument(help="A file with one draft, or with JSON lines; left out, standard input.")
    ] = None,
    text: Annotated[str | None, typer.Option("--text", "-t", help="The draft itself.")] = None,
    jsonl: Annotated[
        bool,
        typer.Option(
            "--jsonl",
            help="One JSON object per line in (text, and if you like id, lang, network, brand, feed, now), one out.",
        ),
    ] = False,
    network: NetworkOption = "telegram",
    lang: LanguageOption = None,
    reader: ReaderOption = None,
) -> None:
    """Judge a draft: the score, the exact words behind it and what to change."""
    if text is not None and (file is not None or jsonl):
        raise UsageError("--text stands alone: leave out the file and --jsonl")
    default = Draft("", network=network, language=lang)
    if jsonl:
        with _lines(file) as lines:
            answer_lines(lines, _judge(), default, sys.stdout.buffer)
    else:
        draft = replace(default, text=_draft_text(file) if text is None else text, now=datetime.now(UTC))
        _show(draft, reader or reader_language())


def _judge() -> Judge:
    from bot.cli.rulebook import judging

    return judging()


def _show(draft: Draft, reader: Language) -> None:
    from rich.console import Console

    from bot.render.terminal import show_review

    show_review(Console(), _judge()(draft), reader)


def _draft_text(file: Path | None) -> str:
    if file is None and sys.stdin.isatty():
        print(say(reader_language(), "chat-paste-then-end"), file=sys.stderr)
    source = "standard input" if file is None else str(file)
    try:
        raw = sys.stdin.buffer.read() if file is None else file.read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{source}: can't be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"{source}: not UTF-8 text at byte {error.start}; save it as UTF-8") from None


def _lines(file: Path | None) -> AbstractContextManager[Iterable[bytes]]:
    if file is None:
        return nullcontext(sys.stdin.buffer)
    try:
        return file.open("rb")
    except OSError as error:
        raise UsageError(f"{file}: can't be read: {error.strerror}") from None


def answer_lines(lines: Iterable[bytes], judge: Judge, default: Draft, output: BinaryIO) -> None:
    """Answers each line as soon as it is there, so that a program on the other end can wait for it."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            _print_record(output, _answer(line, number, judge, default))


def _answer(line: bytes, number: int, judge: Judge, default: Draft) -> dict[str, Any]:
    """The answer to one line. A line that can't be judged says why, and the stream goes on."""
    from bot.cli.records import draft_of, record_of

    identity: dict[str, Any] = {}
    try:
        record = _parsed(line)
        identity = {"id": record.get("id")}
        return {**identity, **record_of(judge(draft_of(record, judge, datetime.now(UTC), default)))}
    except UsageError as error:
        return {**identity, "line": number, "error": f"line {number}: {error}"}


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise UsageError(f"no JSON at column {error.colno}: {error.msg}") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"not UTF-8 text at byte {error.start}") from None
    except RecursionError:
        raise UsageError("nested too deeply") from None
    except ValueError as error:
        # Python refuses numbers of thousands of digits.
        raise UsageError(f"no JSON: {error}") from None
    if not isinstance(record, dict):
        raise UsageError('should be an object like {"id": 1, "text": "…"}')
    return record


def _print_record(output: BinaryIO, record: dict[str, Any]) -> None:
    # JSON may carry half of a surrogate pair, which no UTF-8 can hold: escaped, it survives the way back.
    text = json.dumps(record, ensure_ascii=False)
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        encoded = json.dumps(record).encode()
    output.write(encoded + b"\n")
    output.flush()
