"""One typed settings class, read once in app.py from the environment (or a `.env` file beside it)."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import UserError


def default_database_url() -> str:
    """An SQLite file in the user's data folder."""
    return f"sqlite:///{user_data_path('copydesk') / 'copydesk.db'}"


class Settings(BaseSettings):
    """Every setting copydesk has; each has a default that suits one newsroom on one machine."""

    model_config = SettingsConfigDict(env_prefix="COPYDESK_", env_file=".env", extra="ignore", populate_by_name=True)

    database_url: str = Field(default_factory=default_database_url)
    slack_bot_token: SecretStr | None = Field(None, validation_alias="SLACK_BOT_TOKEN")
    slack_app_token: SecretStr | None = Field(None, validation_alias="SLACK_APP_TOKEN")
    slack_signing_secret: SecretStr | None = Field(None, validation_alias="SLACK_SIGNING_SECRET")
    slack_api_url: str = Field("https://slack.com/api/", validation_alias="SLACK_API_URL")
    channel: str | None = None
    "id of a channel that follows every story from the first start on; others join by /copydesk follow"
    watch: Path | None = None
    "a folder whose new files are drops"
    http_host: str = "127.0.0.1"
    http_port: int | None = None
    "serve Slack over HTTP on this port instead of Socket Mode"
    max_body_bytes: int = 5_000_000
    "a larger drop is refused with a reason"
    fetch_timeout_seconds: float = 20.0
    allow_private_addresses: bool = False
    "only for tests against a server on this machine"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"


def read_settings() -> Settings:
    """The settings of this process. Raises UserError that names every one that cannot be used."""
    try:
        return Settings()
    except ValidationError as wrong:
        problems = [f"{_variable(error['loc'])}: {error['msg']}" for error in wrong.errors()]
        raise UserError("Some settings cannot be used. " + "; ".join(problems)) from wrong


def _variable(place: tuple[int | str, ...]) -> str:
    """The environment variable that a field is read from."""
    name = str(place[0])
    return name if name.startswith("SLACK_") else f"COPYDESK_{name.upper()}"
