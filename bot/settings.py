"""The only reader of the environment; it names everything that is missing or wrong at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from bot.domain.groups import LEAST_MINIMUM
from bot.errors import SettingsError

_MOST_TICK_SECONDS = 60.0
_MOST_MODEL_SECONDS = 60.0
_MOST_MINIMUM = 1000


class Need(StrEnum):
    """What a process is about to do, and so which settings it cannot do without."""

    DATABASE = "database"
    HTTP = "http"
    SOCKET_MODE = "socket_mode"
    WORKER = "worker"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set.

    Each field is the environment variable of its name in capitals; `.env.example` says what each
    is for.
    """

    database_url: str = "sqlite:///alongside.db"
    slack_bot_token: str = ""
    slack_app_token: str = ""
    slack_signing_secret: str = ""
    slack_api_url: str = "https://slack.com/api/"
    short_commands: bool = True
    command_prefix: str = ""
    prompts_folder: str = ""
    port: int = 3000
    tick_seconds: float = 1.0
    log_level: str = "INFO"
    clock_folder: str = ""
    model_url: str = ""
    model_key: str = ""
    model_name: str = ""
    model_seconds: float = 20.0
    model_calls_per_day: int = 200
    group_minimum: int = 8


def load_settings(environment: Mapping[str, str], needs: frozenset[Need] = frozenset()) -> Settings:
    """Read the settings; SettingsError lists every (name, code): `missing` or `wrong`."""
    problems: list[tuple[str, str]] = []
    values: dict[str, object] = {}
    for field in fields(Settings):
        name = field.name.upper()
        said = environment.get(name, "").strip()
        if not said:
            continue
        try:
            values[field.name] = _READERS.get(field.name, _text)(said)
        except ValueError:
            problems.append((name, "wrong"))
    settings = Settings(**values)  # type: ignore[arg-type]
    for need in sorted(needs):
        needed = _NEEDED.get(need, ())
        wrong = {name for name, _code in problems}
        problems += [
            (name.upper(), "missing")
            for name in needed
            if not getattr(settings, name) and name.upper() not in wrong
        ]
    if settings.model_url and not settings.model_name:
        problems.append(("MODEL_NAME", "missing"))
    if problems:
        raise SettingsError(tuple(dict.fromkeys(problems)))
    return settings


def _text(said: str) -> str:
    return said


def _starting(*starts: str) -> Callable[[str], str]:
    def read(said: str) -> str:
        if not said.startswith(starts):
            raise ValueError(said)
        return said

    return read


def _yes_or_no(said: str) -> bool:
    answers = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    if said.lower() not in answers:
        raise ValueError(said)
    return answers[said.lower()]


def _port(said: str) -> int:
    if not 0 < int(said) < 65_536:
        raise ValueError(said)
    return int(said)


def _seconds(said: str) -> float:
    if not 0 < float(said) <= _MOST_TICK_SECONDS:
        raise ValueError(said)
    return float(said)


def _model_url(said: str) -> str:
    """Posts travel there: in the clear only to this machine or within a private network."""
    parts = urlsplit(said)
    host = parts.hostname or ""
    if not host or parts.username or parts.query or parts.fragment:
        raise ValueError(said)
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_near(host)):
        raise ValueError(said)
    return said.rstrip("/")


def _is_near(host: str) -> bool:
    try:
        return ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith((".local", ".internal", ".localhost"))


def _model_seconds(said: str) -> float:
    if not 0 < float(said) <= _MOST_MODEL_SECONDS:
        raise ValueError(said)
    return float(said)


def _minimum(said: str) -> int:
    """No figure exists for fewer than five people, whatever is set."""
    if not LEAST_MINIMUM <= int(said) <= _MOST_MINIMUM:
        raise ValueError(said)
    return int(said)


def _count(said: str) -> int:
    if not 0 <= int(said) <= 1_000_000:
        raise ValueError(said)
    return int(said)


def _prefix(said: str) -> str:
    if not all(letter.isalnum() or letter in "-_" for letter in said) or len(said) > 12:
        raise ValueError(said)
    return said.lower()


def _folder(said: str) -> str:
    if not Path(said).is_dir():
        raise ValueError(said)
    return said


def _level(said: str) -> str:
    if said.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise ValueError(said)
    return said.upper()


_READERS: Mapping[str, Callable[[str], object]] = {
    "database_url": _starting("sqlite://", "postgresql://", "postgresql+psycopg://"),
    "slack_bot_token": _starting("xoxb-", "xoxe.xoxb-"),
    "slack_app_token": _starting("xapp-"),
    "slack_api_url": _starting("https://", "http://"),
    "short_commands": _yes_or_no,
    "command_prefix": _prefix,
    "prompts_folder": _folder,
    "port": _port,
    "tick_seconds": _seconds,
    "log_level": _level,
    "model_url": _model_url,
    "model_seconds": _model_seconds,
    "model_calls_per_day": _count,
    "group_minimum": _minimum,
}
_NEEDED: Mapping[Need, tuple[str, ...]] = {
    Need.HTTP: ("slack_signing_secret", "slack_bot_token"),
    Need.SOCKET_MODE: ("slack_bot_token", "slack_app_token"),
    Need.WORKER: ("slack_bot_token",),
}
