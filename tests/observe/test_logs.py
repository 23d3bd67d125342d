"""Logs: readable, machine-readable, and without tokens, secrets or drafts."""

from __future__ import annotations

import io
import json
import logging
import warnings
from collections.abc import Iterator

import pytest

from bot.observe.logs import Format, configure

TOKEN = "123456789:AAF_abcdefghijklmnopqrstuvwxyz-12345"
DRAFT = "Our very secret launch is on Friday"


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    logging.captureWarnings(False)
    root.handlers[:] = handlers
    root.setLevel(level)


def logs(form: Format = "text", level: str = "info", *secrets: str) -> io.StringIO:
    stream = io.StringIO()
    configure(level, form, secrets, stream)
    return stream


def test_a_line_for_people_ends_with_what_was_passed_as_extra() -> None:
    written = logs()
    logging.getLogger("bot.intake").info("update %s done", 7, extra={"chat": 5})
    assert written.getvalue().endswith("INFO    bot.intake: update 7 done chat=5\n")


def test_a_line_for_machines_is_one_json_object() -> None:
    written = logs("json")
    logging.getLogger("bot.intake").warning("two\nlines", extra={"update_id": 9})
    line = json.loads(written.getvalue())
    assert (line["level"], line["logger"], line["message"], line["update_id"]) == (
        "warning",
        "bot.intake",
        "two\nlines",
        9,
    )
    assert line["time"].endswith("+00:00")


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_token_is_hidden_wherever_it_stands(form: Format) -> None:
    written = logs(form)
    log = logging.getLogger("bot.app")
    log.info("POST https://api.telegram.org/bot%s/getMe", TOKEN)
    log.info("with extra", extra={"url": f"https://x/bot{TOKEN}"})
    try:
        raise ConnectionError(f"https://api.telegram.org/bot{TOKEN}/sendMessage")
    except ConnectionError:
        log.exception("failed")
    assert TOKEN.partition(":")[2] not in written.getvalue()
    assert written.getvalue().count("[hidden]") == 3
    assert "ConnectionError" in written.getvalue()


def test_a_secret_of_any_shape_is_hidden() -> None:
    written = logs("text", "info", "hook-secret", "hook-secret-longer")
    logging.getLogger("bot").info("got hook-secret-longer and hook-secret")
    assert written.getvalue().endswith("got [hidden] and [hidden]\n")


def test_the_parameters_of_a_failed_statement_are_hidden() -> None:
    written = logs()
    logging.getLogger("bot.store").error(
        "(IntegrityError)\n[SQL: INSERT …]\n[parameters: ('%s [x]',\n 3)]\nmore", DRAFT
    )
    assert DRAFT not in written.getvalue()
    assert "[SQL: INSERT …]" in written.getvalue()
    assert "more" in written.getvalue()


@pytest.mark.parametrize("name", ["httpx", "telegram.ext.Application", "sqlalchemy.engine.Engine", "aiosqlite"])
def test_other_libraries_are_not_heard_below_warning(name: str) -> None:
    written = logs("text", "debug")
    logging.getLogger(name).debug("Processing %s", DRAFT)
    logging.getLogger(name).info("Processing %s", DRAFT)
    assert written.getvalue() == ""
    logging.getLogger(name).warning("slow")
    assert "slow" in written.getvalue()


def test_the_level_holds_for_our_own_logs() -> None:
    written = logs("text", "warning")
    logging.getLogger("bot").info("quiet")
    logging.getLogger("bot").warning("loud")
    assert "quiet" not in written.getvalue()
    assert "loud" in written.getvalue()


def test_arguments_that_do_not_fit_still_give_a_line() -> None:
    written = logs()
    logging.getLogger("bot").info("%d of %d", 1)
    assert "%d of %d" in written.getvalue()


def test_warnings_arrive_in_the_log() -> None:
    written = logs()
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn("old habit", stacklevel=1)
    assert "old habit" in written.getvalue()
