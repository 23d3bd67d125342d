"""What can be set from outside: environment variables, or the same names in a file `.env`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError

DATABASE_SCHEMES = ("sqlite+aiosqlite://", "postgresql+asyncpg://")


def shipped_rules() -> Path:
    """The folder of rules that came with this copy: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    packaged = package / "_rules"
    return packaged if packaged.is_dir() else package.parent / "rules"


def _split_ids(value: Any) -> Any:
    # pydantic-settings would expect JSON here; people write 1,2.
    return [part for part in re.split(r"[,\s]+", value.strip()) if part] if isinstance(value, str) else value


def _lower(value: Any) -> Any:
    return value.strip().lower() if isinstance(value, str) else value


def _known_database(url: str) -> str:
    if not url.startswith(DATABASE_SCHEMES):
        raise ValueError(f"should start with {' or '.join(DATABASE_SCHEMES)}")
    return url


def _existing_folder(path: Path) -> Path:
    if not path.is_dir():
        raise ValueError(f"{path} is not a folder that can be read")
    return path


def _web_address(url: str) -> str:
    if not re.match(r"https?://[^\s/]", url):
        raise ValueError("should be a web address, like https://example.com/hook")
    return url.rstrip("/")


def _secret_of_telegram(secret: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
        raise ValueError("Telegram allows 1 to 256 characters of A-Z, a-z, 0-9, _ and -")
    return secret


def _host_and_port(value: str) -> str:
    host, _, port = value.rpartition(":")
    if not host or not port.isdecimal() or not 0 <= int(port) <= 65535:
        raise ValueError("should be host:port, like 127.0.0.1:8080")
    return value


Folder = Annotated[Path, AfterValidator(_existing_folder)]
WebAddress = Annotated[str, AfterValidator(_web_address)]


class Settings(BaseSettings):
    """Everything that can be set. `read_settings` builds one; the names are the variables' in lower case."""

    model_config = SettingsConfigDict(
        frozen=True,
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        hide_input_in_errors=True,
    )

    telegram_token: SecretStr | None = None
    telegram_api_url: WebAddress = "https://api.telegram.org"
    database_url: Annotated[str, AfterValidator(_known_database)] = "sqlite+aiosqlite:///whyfollow.db"
    rules_dir: Folder = Field(default_factory=shipped_rules)
    rules_extra: Folder | None = None
    access: Annotated[Literal["open", "invite"], BeforeValidator(_lower)] = "open"
    owners: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_split_ids)] = ()
    retention_days: Annotated[int, Field(ge=1)] = 180
    webhook_url: WebAddress | None = None
    webhook_secret: Annotated[SecretStr, AfterValidator(_secret_of_telegram)] | None = None
    webhook_listen: Annotated[str, AfterValidator(_host_and_port)] = "127.0.0.1:8080"
    log_level: Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(_lower)] = "info"
    log_format: Annotated[Literal["text", "json"], BeforeValidator(_lower)] = "text"

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Settings:
        if (self.webhook_url is None) != (self.webhook_secret is None):
            raise ValueError("WEBHOOK_URL and WEBHOOK_SECRET go together: set both for a webhook, or neither to poll")
        return self

    @property
    def by_webhook(self) -> bool:
        """Whether updates arrive by webhook instead of polling."""
        return self.webhook_url is not None

    def secrets(self) -> tuple[str, ...]:
        """What must never be printed: the token, the webhook's secret, and a password inside DATABASE_URL."""
        hidden = (self.telegram_token, self.webhook_secret)
        password = re.search(r"://[^/@:]*:([^/@]+)@", self.database_url)
        return (*(secret.get_secret_value() for secret in hidden if secret), *(password.groups() if password else ()))

    @property
    def listen_at(self) -> tuple[str, int]:
        """Host and port where the webhook's server listens."""
        host, _, port = self.webhook_listen.rpartition(":")
        return host.strip("[]"), int(port)


def read_settings() -> Settings:
    """The settings of this process; every mistake at once, each named as its variable is."""
    try:
        return Settings()
    except ValidationError as error:
        lines = [_mistake(detail["loc"], detail["msg"]) for detail in error.errors(include_input=False)]
        raise SettingsError("\n".join(lines)) from None
    except UnicodeDecodeError as error:
        raise SettingsError(f".env: not UTF-8 text at byte {error.start}; save it as UTF-8") from None


def _mistake(where: tuple[int | str, ...], message: str) -> str:
    said = message.removeprefix("Value error, ")
    return f"{str(where[0]).upper()}: {said}" if where else said
