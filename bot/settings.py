"""What can be set from outside: environment variables, or the same names in a file `.env`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError

TELEGRAM = "https://api.telegram.org"

# What the bot's web server answers beside the webhook.
TAKEN_PATHS = ("/healthz", "/metrics")

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


class Address(NamedTuple):
    """Where to listen."""

    host: str
    port: int


def _address(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = re.fullmatch(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\s:/\[\]]+)):([0-9]{1,5})", value.strip())
    if not found or not 0 < int(found[3]) < 2**16:
        raise ValueError("should be host:port, like 127.0.0.1:8080 or [::1]:8080")
    return Address(found[1] or found[2], int(found[3]))


def _hook_secret(secret: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", secret.get_secret_value()):
        raise ValueError("should be 16 to 256 letters, digits, _ or -, for instance what `openssl rand -hex 32` prints")
    return secret


def _hook_address(url: str) -> str:
    found = urlsplit(url)
    if found.query or found.fragment or not re.fullmatch(r"(/[\w.~-]+)*", found.path, re.ASCII):
        raise ValueError("should end in a plain path, like https://example.com/hook")
    if found.path in TAKEN_PATHS:
        raise ValueError(f"should not end in {found.path}, which answers something else")
    return url


Folder = Annotated[Path, AfterValidator(_existing_folder)]
WebAddress = Annotated[str, AfterValidator(_web_address)]

# How many days drafts are kept where nothing else is set.
RETENTION_DAYS = 180


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
    telegram_api_url: WebAddress = TELEGRAM
    database_url: Annotated[str, AfterValidator(_known_database)] = "sqlite+aiosqlite:///whyfollow.db"
    rules_dir: Folder = Field(default_factory=shipped_rules)
    rules_extra: Folder | None = None
    retention_days: Annotated[int, Field(ge=1, le=36_500)] = RETENTION_DAYS
    access: Annotated[Literal["open", "invite"], BeforeValidator(_lower)] = "open"
    owners: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_split_ids)] = ()
    log_level: Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(_lower)] = "info"
    log_format: Annotated[Literal["text", "json"], BeforeValidator(_lower)] = "text"

    webhook_url: Annotated[WebAddress, AfterValidator(_hook_address)] | None = None
    webhook_secret: Annotated[SecretStr, AfterValidator(_hook_secret)] | None = None
    webhook_listen: Annotated[Address | None, NoDecode, BeforeValidator(_address)] = None

    @model_validator(mode="after")
    def _whole_webhook(self) -> Self:
        if (self.webhook_url is None) != (self.webhook_secret is None):
            raise ValueError(
                "WEBHOOK_URL and WEBHOOK_SECRET belong together: set both to receive by webhook, or neither"
            )
        plain = self.webhook_url is not None and not self.webhook_url.startswith("https:")
        if plain and self.telegram_api_url == TELEGRAM:
            raise ValueError("WEBHOOK_URL: Telegram calls only addresses that begin with https://")
        return self

    @property
    def listen(self) -> Address | None:
        """Where the web server listens; None for none. A webhook behind a proxy of the same machine needs no more."""
        return self.webhook_listen or (Address("127.0.0.1", 8080) if self.webhook_url else None)

    def secrets(self) -> tuple[str, ...]:
        """What must never be printed: the token, the webhook's secret, and a password inside DATABASE_URL."""
        kept = (self.telegram_token, self.webhook_secret)
        password = re.search(r"://[^/@:]*:([^/@]+)@", self.database_url)
        return (*(one.get_secret_value() for one in kept if one), *(password.groups() if password else ()))


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
