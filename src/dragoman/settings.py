"""What a user may set once instead of with every command.

Read, the first that says it wins, from the environment (`DRAGOMAN_LEDGER=…`), from `dragoman.toml` in the working
folder, and from `dragoman/config.toml` in the user's configuration folder (`~/.config`).
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from dragoman.errors import SettingsError

LOCAL = Path("dragoman.toml")


def _of_the_user() -> Path:
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "dragoman" / "config.toml"


class Settings(BaseSettings):
    """The settings with their defaults; a name that is not among them is a mistake and told."""

    model_config = SettingsConfigDict(env_prefix="DRAGOMAN_", extra="forbid")

    ledger: str = Field(default="dragoman.db", min_length=1)
    """The ledger: a file, or `postgresql://user@host/name`."""
    reviewer: str | None = None
    """Whose name stands under judgements."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment before the files; the file of the folder before the user's."""
        files = (TomlConfigSettingsSource(settings_cls, path) for path in (LOCAL, _of_the_user()))
        return (init_settings, env_settings, *files)


def settings() -> Settings:
    """The settings as they stand now. Raises SettingsError, with the file or variable and what is wrong with it."""
    try:
        return Settings()
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"not TOML ({error})", source=str(_at_fault()), advice="correct the file") from error
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        known = ", ".join(Settings.model_fields)
        raise SettingsError(f"{name}: {first['msg']}", source="settings", advice=f"known are {known}") from error


def _at_fault() -> Path:
    for path in (LOCAL, _of_the_user()):
        try:
            tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError:
            continue
        except tomllib.TOMLDecodeError:
            return path
    return LOCAL
