"""Settings: environment variables that begin with PAVADONIS_, or the same in a file `.env`."""

import os
import secrets
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

from bot.errors import WrongSetting

PREFIX = "PAVADONIS_"
SECRET_MINIMUM = 16
SECRET = ("secret_key", "telegram_token", "telegram_tokens")
KEY_FILE = "secret.key"
PROGRAMMES = Path("programmes")
SHIPPED = Path(__file__).parent.parent / PROGRAMMES
"""The programmes the product comes with, for a command given in another folder."""


class Settings(BaseSettings):
    """Every setting with its default. `python -m bot settings` prints them."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore")

    database_url: str = Field(
        default="sqlite:///var/pavadonis.sqlite3",
        description="sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME",
    )
    programmes: Path = Field(
        default=PROGRAMMES,
        validate_default=True,
        description="the folder that holds the programme folders",
    )
    host: str = Field(default="127.0.0.1", description="the address to listen on")
    port: int = Field(default=8080, ge=0, le=65535, description="the port to listen on")
    public_url: str | None = Field(
        default=None, description="how people reach this server; used in invitation links"
    )
    secret_key: str | None = Field(
        default=None,
        repr=False,
        description=f"{SECRET_MINIMUM} characters or more; people's texts are encrypted with it. "
        "Unset: made once and kept beside the SQLite file",
    )
    telegram_token: str | None = Field(
        default=None, repr=False, description="the token of the Telegram bot, from @BotFather"
    )
    telegram_tokens: dict[str, str] = Field(
        default={},
        repr=False,
        description='bots of single programmes, as JSON: {"programme-id": "token"}',
    )
    telegram_api_url: str | None = Field(
        default=None, description="another Bot API server than Telegram's own"
    )
    telegram_mode: Literal["polling", "webhook"] = Field(
        default="polling",
        description="polling, or webhook (Telegram calls us; needs PAVADONIS_PUBLIC_URL)",
    )
    telegram_rate: int = Field(
        default=30,
        ge=1,
        description="messages a second one bot may send; more only if Telegram has granted it",
    )
    log_level: str = Field(default="info", description="debug, info, warning or error")

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if not value.startswith(("sqlite:///", "postgresql://")):
            raise ValueError("it must begin with sqlite:/// or postgresql://")
        return value

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: str | None) -> str | None:
        if value is not None and len(value) < SECRET_MINIMUM:
            raise ValueError(f"it has {len(value)} characters, {SECRET_MINIMUM} are needed")
        return value

    @field_validator("programmes")
    @classmethod
    def _is_a_folder(cls, value: Path) -> Path:
        if value == PROGRAMMES and not value.is_dir():
            value = SHIPPED
        if not value.is_dir():
            raise ValueError(f"there is no folder {value}")
        return value

    @field_validator("log_level")
    @classmethod
    def _known_level(cls, value: str) -> str:
        if value.lower() not in ("debug", "info", "warning", "error"):
            raise ValueError("use debug, info, warning or error")
        return value.lower()

    @model_validator(mode="after")
    def _webhook_needs_an_address(self) -> "Settings":
        if self.telegram_mode == "webhook" and self.bots() and self.public_url is None:
            raise ValueError("a webhook needs it: Telegram has to reach this server")
        return self

    def bots(self) -> dict[str, str]:
        """Channel to token, for every Telegram bot that is set up."""
        common = {"telegram": self.telegram_token} if self.telegram_token else {}
        own = {f"telegram:{name}": token for name, token in self.telegram_tokens.items()}
        return {**common, **own}

    @property
    def address(self) -> str:
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    def sqlite_file(self) -> Path | None:
        if self.database_url.startswith("sqlite:///"):
            return Path(self.database_url.removeprefix("sqlite:///"))
        return None

    def key_file(self) -> Path | None:
        """Where the key is kept that was made because none was set."""
        file = self.sqlite_file()
        return None if file is None else file.parent / KEY_FILE

    def secret(self) -> bytes:
        """The key people's keys are wrapped with. On SQLite one is made at the first start."""
        if self.secret_key is not None:
            return self.secret_key.encode()
        file = self.key_file()
        if file is None:
            raise WrongSetting(
                f"{PREFIX}SECRET_KEY is not set: on PostgreSQL it has to be, "
                f"with {SECRET_MINIMUM} characters or more"
            )
        return _kept_secret(file)


def _kept_secret(path: Path) -> bytes:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(32))
    return path.read_text().strip().encode()


def load() -> Settings:
    """The settings, or WrongSetting with a sentence for each that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        raise WrongSetting("\n".join(map(_sentence, error.errors()))) from None
    except SettingsError:  # the one setting that is JSON; its value must not be shown
        raise WrongSetting(
            f'{PREFIX}TELEGRAM_TOKENS is wrong: it must be JSON, {{"programme-id": "token"}}.'
        ) from None


def _sentence(error: object) -> str:
    assert isinstance(error, dict)
    name = PREFIX + (str(error["loc"][0]).upper() if error["loc"] else "PUBLIC_URL")
    reason = str(error["msg"]).removeprefix("Value error, ")
    return f"{name} is wrong: {reason}."


def hide_password(value: str) -> str:
    """A database address without its password, for the screen."""
    head, at, tail = value.rpartition("@")
    return f"{head.split(':')[0]}://***{at}{tail}" if at else value
