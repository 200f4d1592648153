"""One call of the Web API: who calls, with which arguments, and what they may do."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.playground.ground import Ground
from bot.playground.refusals import Refusal
from bot.playground.state import Channel, Install, Json, Team, Token
from bot.playground.triggers import Triggers

Handler = Callable[["Call"], Json]
_READ = {"channel": "channels:read", "group": "groups:read", "im": "im:read"}
_HISTORY = {"channel": "channels:history", "group": "groups:history", "im": "im:history"}


@dataclass(frozen=True, slots=True)
class Method:
    """A method, the scopes of which one is needed, and the kind of token it takes."""

    handler: Handler
    scopes: tuple[str, ...] = ()
    token: str = "bot"


@dataclass(frozen=True, slots=True)
class Call:
    """A call whose token and scopes have been looked at. Arguments may be text or JSON values."""

    ground: Ground
    triggers: Triggers
    raw_token: str
    token: Token
    args: Json
    strict_text: bool

    @property
    def team(self) -> Team:
        return self.ground.team(self.token.team_id)

    @property
    def install(self) -> Install:
        found = self.team.installs.get(self.token.app_id)
        if found is None:
            raise Refusal("account_inactive")
        return found

    @property
    def bot_id(self) -> str:
        """The bot user's id, under which the app is a member of channels."""
        return self.install.user_id

    def needs(self, *scopes: str) -> None:
        """Refuse, as Slack does, where none of the scopes was granted."""
        provided = self.install.scopes
        if scopes and not any(scope in provided for scope in scopes):
            raise Refusal("missing_scope", needed=scopes[0], provided=",".join(provided))

    def needs_read(self, channel: Channel) -> None:
        self.needs(_READ[channel.kind])

    def needs_history(self, channel: Channel) -> None:
        self.needs(_HISTORY[channel.kind])

    def has(self, scope: str) -> bool:
        return scope in self.install.scopes

    def text(self, name: str) -> str:
        value = self.args.get(name)
        return "" if value is None else str(value)

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in ("1", "true", "yes")

    def number(self, name: str, default: int, most: int) -> int:
        try:
            return max(1, min(int(self.text(name) or default), most))
        except ValueError:
            raise Refusal("invalid_arguments") from None

    def value(self, name: str, error: str) -> Any:
        """An argument that is JSON: parsed where it came as text, None where it is missing."""
        value = self.args.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            raise Refusal(error) from None

    def channel(self, name: str = "channel") -> Channel:
        """The conversation that is meant; one the bot may not know of is not found."""
        found = self.team.channels.get(self.text(name))
        if found is None or (found.kind != "channel" and self.bot_id not in found.members):
            raise Refusal("channel_not_found")
        return found


def page_of(items: list[Json], call: Call, default: int, most: int) -> tuple[list[Json], Json]:
    """One page of a listing and its next cursor, as response_metadata."""
    try:
        start = int(call.text("cursor").removeprefix("after:") or 0)
    except ValueError:
        raise Refusal("invalid_cursor") from None
    end = start + call.number("limit", default, most)
    cursor = f"after:{end}" if end < len(items) else ""
    return items[max(start, 0) : end], {"next_cursor": cursor}
