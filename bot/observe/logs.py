"""Logs that people or machines read, and that never carry a token or a draft.

Own code logs ids and counts, never texts. What other libraries might write is held back here: they are heard
from `warning` on only, whatever LOG_LEVEL says, because their finer messages quote updates and SQL parameters.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Literal, TextIO

Format = Literal["text", "json"]

TOKEN = re.compile(r"(?<!\d)\d{5,}(?::|%3A)[A-Za-z0-9_-]{30,}")
SQL_PARAMETERS = re.compile(r"\[parameters: .*?\]\s*(?=\n|$)", re.DOTALL)
HIDDEN = "[hidden]"
ORDINARY = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}
QUIET = (
    "aiosqlite",
    "alembic",
    "apscheduler",
    "asyncio",
    "asyncpg",
    "httpcore",
    "httpx",
    "sqlalchemy",
    "telegram",
    "uvicorn",
)


class Redaction(logging.Filter):
    """Hides tokens, secrets and SQL parameters in a record before any handler writes it.

    It belongs on the root's handlers: a filter on the root logger does not see the records of other loggers.
    """

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._secrets = sorted((secret for secret in secrets if secret), key=len, reverse=True)

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = self.hide(_message(record)), None
        if record.exc_info and not record.exc_text:
            record.exc_text = "".join(traceback.format_exception(*record.exc_info)).rstrip()
        if record.exc_text:
            record.exc_text = self.hide(record.exc_text)
        for name, value in _extras(record).items():
            if isinstance(value, str):
                setattr(record, name, self.hide(value))
        return True

    def hide(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return SQL_PARAMETERS.sub(f"[parameters: {HIDDEN}]", TOKEN.sub(HIDDEN, text))


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, logger, message, the error if any, and what was passed as `extra`."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **_extras(record),
        }
        if record.exc_info or record.exc_text:
            line["error"] = record.exc_text or self.formatException(record.exc_info or (None, None, None))
        return json.dumps(line, ensure_ascii=False, default=str)


class TextLines(logging.Formatter):
    """A line for people, with what was passed as `extra` behind it."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the name that logging calls
        extras = " ".join(f"{name}={value}" for name, value in _extras(record).items())
        return f"{super().formatMessage(record)} {extras}".rstrip()


def configure(level: str, form: Format, secrets: Iterable[str] = (), stream: TextIO | None = None) -> None:
    """Sends all logs of this process to standard error (or `stream`), redacted; earlier root handlers go."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines() if form == "json" else TextLines())
    handler.addFilter(Redaction(secrets))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.captureWarnings(True)


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):
        # A log line whose arguments don't fit must not take the work down with it.
        return str(record.msg)


def _extras(record: logging.LogRecord) -> Mapping[str, object]:
    return {name: value for name, value in record.__dict__.items() if name not in ORDINARY}
