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
    assert (settings.access, settings.retention_days, settings.log_level) == ("open", 180, "info")
    assert settings.rules_dir == shipped_rules()
    assert not settings.by_webhook


def test_the_rules_of_a_checkout_lie_beside_the_package() -> None:
    assert (shipped_rules() / "scoring.yaml").is_file()


def test_settings_cannot_change_while_the_bot_runs() -> None:
    with pytest.raises(ValidationError):
        read_settings().retention_days = 1  # type: ignore[misc]


def test_a_file_dot_env_is_read_and_the_environment_comes_first(
    monkeypatch: pytest.MonkeyPatch, empty_folder: Path
) -> None:
    (empty_folder / ".env").write_text("RETENTION_DAYS=30\nLOG_LEVEL=debug\nOTHER_PROGRAM=1\n", encoding="utf-8")
    settings = set_all(monkeypatch, LOG_LEVEL="ERROR")
    assert (settings.retention_days, settings.log_level) == (30, "error")


def test_an_empty_value_means_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = set_all(monkeypatch, TELEGRAM_TOKEN="", RULES_EXTRA="", OWNERS="", WEBHOOK_URL="", RULES_DIR="")
    assert settings.telegram_token is None
    assert settings.owners == ()
    assert settings.rules_dir == shipped_rules()


@pytest.mark.parametrize("written", ["1,22", "1, 22", " 1 22 ", "1,22,"])
def test_owners_are_written_as_people_write_lists(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    assert set_all(monkeypatch, OWNERS=written).owners == (1, 22)


def test_a_webhook_needs_its_address_and_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match="WEBHOOK_URL and WEBHOOK_SECRET go together"):
        set_all(monkeypatch, WEBHOOK_URL="https://bot.example.com/hook")
    settings = set_all(monkeypatch, WEBHOOK_SECRET="s3cret_-", WEBHOOK_LISTEN="[::1]:9000")
    assert settings.by_webhook
    assert settings.listen_at == ("::1", 9000)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("DATABASE_URL", "sqlite:///x.db", "sqlite+aiosqlite"),
        ("RULES_DIR", "nowhere", "nowhere is not a folder"),
        ("RULES_EXTRA", "nowhere", "nowhere is not a folder"),
        ("ACCESS", "closed", "'open' or 'invite'"),
        ("OWNERS", "anna", "valid integer"),
        ("RETENTION_DAYS", "0", "greater than or equal to 1"),
        ("TELEGRAM_API_URL", "localhost", "web address"),
        ("WEBHOOK_SECRET", "two words", "A-Z, a-z, 0-9, _ and -"),
        ("WEBHOOK_LISTEN", "8080", "host:port"),
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
        set_all(monkeypatch, ACCESS="closed", LOG_LEVEL="loud")
    assert str(error.value).count("\n") == 1


def test_a_dot_env_in_another_encoding_is_told_in_words(empty_folder: Path) -> None:
    (empty_folder / ".env").write_bytes("ACCESS=żółć".encode("cp1250"))
    with pytest.raises(SettingsError, match="UTF-8"):
        read_settings()


def test_secrets_are_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = set_all(monkeypatch, TELEGRAM_TOKEN=TOKEN, DATABASE_URL="postgresql+asyncpg://bot:pa55@db/bot")
    assert TOKEN not in repr(settings)
    assert set(settings.secrets()) == {TOKEN, "pa55"}


def test_a_mistake_does_not_repeat_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError) as error:
        set_all(monkeypatch, WEBHOOK_SECRET="my own secret")
    assert "my own secret" not in str(error.value)
