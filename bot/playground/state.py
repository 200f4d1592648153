"""All that the local Slack remembers, in plain values that can be written to disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]


@dataclass(slots=True)
class Person:
    """A member of a workspace, human or bot. Times are whole seconds since 1970."""

    id: str
    name: str
    real_name: str
    email: str = ""
    tz: str = "Europe/Berlin"
    title: str = ""
    locale: str = "en-GB"
    is_admin: bool = False
    is_owner: bool = False
    is_bot: bool = False
    deleted: bool = False
    status_text: str = ""
    status_emoji: str = ""
    status_until: int = 0
    dnd_until: int = 0
    app_id: str = ""
    bot_id: str = ""
    updated: int = 0


@dataclass(slots=True)
class Channel:
    """A channel, a private channel or a direct message, with all that was said in it."""

    id: str
    name: str
    kind: Literal["channel", "group", "im"]
    creator: str = ""
    created: int = 0
    topic: str = ""
    purpose: str = ""
    is_archived: bool = False
    is_ext_shared: bool = False
    members: list[str] = field(default_factory=list)
    messages: list[Json] = field(default_factory=list)
    ephemerals: list[Json] = field(default_factory=list)
    last_read: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class View:
    """A modal on somebody's screen, or their Home; `payload` is what apps see of it."""

    id: str
    app_id: str
    user_id: str
    payload: Json
    errors: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class File:
    """A picture or other file that an app uploads."""

    id: str
    name: str
    title: str
    mimetype: str
    user_id: str
    app_id: str
    length: int
    alt_text: str = ""
    created: int = 0
    content: bytes = b""
    is_complete: bool = False
    shared_in: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Install:
    """An app in one workspace: its bot user and what it was granted."""

    app_id: str
    user_id: str
    bot_id: str
    installer_id: str
    scopes: list[str]


@dataclass(slots=True)
class Team:
    """One workspace."""

    id: str
    name: str
    domain: str
    people: dict[str, Person] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    installs: dict[str, Install] = field(default_factory=dict)
    views: dict[str, View] = field(default_factory=dict)
    stacks: dict[str, list[str]] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    last_ts_us: int = 0


@dataclass(slots=True)
class App:
    """A registered app with its secrets, as on Slack's page of apps."""

    id: str
    manifest: Json
    client_id: str
    client_secret: str
    signing_secret: str
    verification_token: str


@dataclass(slots=True)
class Token:
    """What a token stands for. `expires_at` is machine time, 0 for never."""

    kind: Literal["bot", "app", "refresh"]
    app_id: str
    team_id: str = ""
    expires_at: int = 0
    ended_with: str = ""


@dataclass(slots=True)
class OAuthCode:
    """A consent that the app may trade for a token, once, within ten minutes."""

    app_id: str
    team_id: str
    user_id: str
    scopes: list[str]
    redirect_uri: str
    expires_at: int


@dataclass(slots=True)
class Undelivered:
    """An event that an app has not taken yet; it outlives a restart of the local Slack."""

    app_id: str
    team_id: str
    envelope: Json
    attempt: int = 0
    reason: str = ""


@dataclass(slots=True)
class State:
    """Everything, in one value."""

    teams: dict[str, Team] = field(default_factory=dict)
    apps: dict[str, App] = field(default_factory=dict)
    tokens: dict[str, Token] = field(default_factory=dict)
    codes: dict[str, OAuthCode] = field(default_factory=dict)
    undelivered: dict[str, Undelivered] = field(default_factory=dict)
    counter: int = 0
