"""Settings: defaults, what people write in `.env`, and mistakes told by the variable's own name."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.errors import SettingsError
from bot.settings import Settings, read_settings, shipped_rules

TOKEN = "123456789:" + "A" * 35
HOOK = "https://bot.example.com/hook"
SECRET = "a-secret-for-the-webhook"


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


def test_access_is_open_unless_it_is_by_invitation(monkeypatch: pytest.MonkeyPatch) -> None:
    assert set_all(monkeypatch).access == "open"
    assert set_all(monkeypatch, ACCESS="Invite").access == "invite"


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("DATABASE_URL", "sqlite:///x.db", "sqlite+aiosqlite"),
        ("RULES_DIR", "nowhere", "nowhere is not a folder"),
        ("RULES_EXTRA", "nowhere", "nowhere is not a folder"),
        ("OWNERS", "anna", "valid integer"),
        ("ACCESS", "friends", "'open' or 'invite'"),
        ("RETENTION_DAYS", "0", "greater than or equal to 1"),
        ("RETENTION_DAYS", "a year", "valid integer"),
        ("TELEGRAM_API_URL", "localhost", "web address"),
        ("WEBHOOK_URL", "bot.example.com", "web address"),
        ("WEBHOOK_URL", "https://bot.example.com/hook?key=1", "plain path"),
        ("WEBHOOK_URL", "https://bot.example.com/metrics", "answers something else"),
        ("WEBHOOK_SECRET", "short", "16 to 256"),
        ("WEBHOOK_SECRET", "with spaces in its middle", "openssl rand"),
        ("WEBHOOK_LISTEN", "8080", "host:port"),
        ("WEBHOOK_LISTEN", "localhost:65536", "host:port"),
        ("WEBHOOK_LISTEN", "::1:8080", "[::1]:8080"),
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


@pytest.mark.parametrize(("name", "value"), [("WEBHOOK_URL", HOOK), ("WEBHOOK_SECRET", SECRET)])
def test_half_a_webhook_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    with pytest.raises(SettingsError, match="WEBHOOK_URL and WEBHOOK_SECRET belong together") as error:
        set_all(monkeypatch, **{name: value})
    assert value not in str(error.value)


def test_telegram_itself_calls_only_https(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match="https://"):
        set_all(monkeypatch, WEBHOOK_URL="http://bot.example.com", WEBHOOK_SECRET=SECRET)
    local = set_all(monkeypatch, TELEGRAM_API_URL="http://localhost:8081")
    assert local.webhook_url == "http://bot.example.com"


@pytest.mark.parametrize(
    ("written", "listens"),
    [("127.0.0.1:8080", ("127.0.0.1", 8080)), ("[::1]:80", ("::1", 80)), (" bot.local:1 ", ("bot.local", 1))],
)
def test_where_to_listen(monkeypatch: pytest.MonkeyPatch, written: str, listens: tuple[str, int]) -> None:
    assert set_all(monkeypatch, WEBHOOK_LISTEN=written).listen == listens


def test_a_webhook_listens_on_this_machine_only_and_without_one_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings().listen is None
    assert set_all(monkeypatch, WEBHOOK_URL=HOOK, WEBHOOK_SECRET=SECRET).listen == ("127.0.0.1", 8080)


def test_all_mistakes_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError) as error:
        set_all(monkeypatch, LOG_FORMAT="xml", LOG_LEVEL="loud")
    assert str(error.value).count("\n") == 1


def test_a_dot_env_in_another_encoding_is_told_in_words(empty_folder: Path) -> None:
    (empty_folder / ".env").write_bytes("RULES_EXTRA=żółć".encode("cp1250"))
    with pytest.raises(SettingsError, match="UTF-8"):
        read_settings()


def test_secrets_are_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    database = "postgresql+asyncpg://bot:pa55@db/bot"
    settings = set_all(
        monkeypatch, TELEGRAM_TOKEN=TOKEN, DATABASE_URL=database, WEBHOOK_URL=HOOK, WEBHOOK_SECRET=SECRET
    )
    assert TOKEN not in repr(settings)
    assert SECRET not in repr(settings)
    assert set(settings.secrets()) == {TOKEN, SECRET, "pa55"}


def test_a_mistake_does_not_repeat_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError) as error:
        set_all(monkeypatch, DATABASE_URL="mysql://bot:pa55@db/bot")
    assert "pa55" not in str(error.value)
