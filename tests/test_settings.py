"""Settings: defaults, what people write in `.env`, and mistakes told by the variable's own name."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.errors import SettingsError
from bot.settings import Settings, read_settings, shipped_rules

TOKEN = "123456789:" + "A" * 35


@pytest.fixture(autouse=True)
def _elsewhere(empty_folder: Path) -> None:
    """Each test starts in an empty folder."""


def set_all(monkeypatch: pytest.MonkeyPatch, **values: str) -> Settings:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return read_settings()


def test_everything_has_a_default() -> None:
    settings = read_settings()
    assert settings.telegram_token is None
    assert settings.database_url == "sqlite+aiosqlite:///whyfollow.db"
    assert settings.retention_days == 180
    assert (settings.owners, settings.log_level, settings.log_format) == ((), "info", "text")
    assert settings.rules_dir == shipped_rules()


def test_the_rules_of_a_checkout_lie_beside_the_package() -> None:
    assert (shipped_rules() / "scoring.yaml").is_file()


def test_settings_cannot_change_while_the_bot_runs() -> None:
    with pytest.raises(ValidationError):
        read_settings().log_level = "debug"  # type: ignore[misc]


def test_a_file_dot_env_is_read_and_the_environment_comes_first(
    monkeypatch: pytest.MonkeyPatch, empty_folder: Path
) -> None:
    (empty_folder / ".env").write_text("LOG_FORMAT=json\nLOG_LEVEL=debug\nOTHER_PROGRAM=1\n", encoding="utf-8")
    settings = set_all(monkeypatch, LOG_LEVEL="ERROR")
    assert (settings.log_format, settings.log_level) == ("json", "error")


def test_an_empty_value_means_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = set_all(monkeypatch, TELEGRAM_TOKEN="", RULES_EXTRA="", OWNERS="", WEBHOOK_URL="", RULES_DIR="")
    assert settings.telegram_token is None
    assert settings.owners == ()
    assert settings.rules_dir == shipped_rules()


@pytest.mark.parametrize("written", ["1,22", "1, 22", " 1 22 ", "1,22,"])
def test_owners_are_written_as_people_write_lists(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    assert set_all(monkeypatch, OWNERS=written).owners == (1, 22)


@pytest.mark.parametrize(
    ("name", "value", "instead"),
    [
        ("ACCESS", "invite", "open to everyone"),
        ("WEBHOOK_URL", "https://bot.example.com/hook", "by polling"),
        ("WEBHOOK_SECRET", "s3cret", "by polling"),
        ("WEBHOOK_LISTEN", "127.0.0.1:8080", "by polling"),
    ],
)
def test_what_the_bot_cannot_do_yet_is_refused_and_not_passed_over(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, instead: str
) -> None:
    with pytest.raises(SettingsError) as error:
        set_all(monkeypatch, **{name: value})
    assert str(error.value).startswith(f"{name}: can't be set yet: this version ")
    assert instead in str(error.value)
    assert value not in str(error.value)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("DATABASE_URL", "sqlite:///x.db", "sqlite+aiosqlite"),
        ("RULES_DIR", "nowhere", "nowhere is not a folder"),
        ("RULES_EXTRA", "nowhere", "nowhere is not a folder"),
        ("OWNERS", "anna", "valid integer"),
        ("RETENTION_DAYS", "0", "greater than or equal to 1"),
        ("RETENTION_DAYS", "a year", "valid integer"),
        ("TELEGRAM_API_URL", "localhost", "web address"),
        ("LOG_LEVEL", "loud", "'debug', 'info', 'warning' or 'error'"),
        ("LOG_FORMAT", "xml", "'text' or 'json'"),
    ],
)
def test_a_mistake_names_the_variable_and_what_would_do(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    with pytest.raises(SettingsError) as error:
        set_all(monkeypatch, **{name: value})
    assert f"{name}: " in str(error.value)
    assert told in str(error.value)


def test_all_mistakes_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError) as error:
        set_all(monkeypatch, LOG_FORMAT="xml", LOG_LEVEL="loud")
    assert str(error.value).count("\n") == 1


def test_a_dot_env_in_another_encoding_is_told_in_words(empty_folder: Path) -> None:
    (empty_folder / ".env").write_bytes("RULES_EXTRA=żółć".encode("cp1250"))
    with pytest.raises(SettingsError, match="UTF-8"):
        read_settings()


def test_secrets_are_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = set_all(monkeypatch, TELEGRAM_TOKEN=TOKEN, DATABASE_URL="postgresql+asyncpg://bot:pa55@db/bot")
    assert TOKEN not in repr(settings)
    assert set(settings.secrets()) == {TOKEN, "pa55"}


def test_a_mistake_does_not_repeat_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError) as error:
        set_all(monkeypatch, DATABASE_URL="mysql://bot:pa55@db/bot")
    assert "pa55" not in str(error.value)
