"""`alongside manifest`: the app manifest to paste into Slack, with only the scopes in use."""

from __future__ import annotations

import json
from typing import Any

from bot.settings import Settings

SCOPES = {
    "channels:history": "reads posts in public channels that invited it and are marked",
    "channels:read": "learns who is in such a channel, and whether outsiders are",
    "chat:write": "writes to people who joined, and posts what somebody pressed Post for",
    "commands": "answers /alongside and the short commands",
    "dnd:read": "stays quiet while somebody is not to be disturbed",
    "files:read": "reads a file of clients that a seller sends it",
    "files:write": "sends you a file with everything of yours when you ask for it",
    "groups:history": "the same as channels:history, for private channels",
    "groups:read": "the same as channels:read, for private channels",
    "im:history": "hears what people write to it",
    "im:write": "opens the direct message with people who joined",
    "users:read": "knows people's time zone, language and status",
    "users:read.email": "matches a deal's owner to a seller who joined",
}
"""Every scope, and what it is for."""

EVENTS = (
    "app_home_opened",
    "app_uninstalled",
    "channel_archive",
    "channel_deleted",
    "channel_left",
    "channel_rename",
    "channel_shared",
    "channel_unshared",
    "group_archive",
    "group_deleted",
    "group_left",
    "member_joined_channel",
    "member_left_channel",
    "message.channels",
    "message.groups",
    "message.im",
    "tokens_revoked",
    "user_change",
)
_SHORT = {
    "client": ("What a client wants, and what is open", "show Acme"),
    "promise": ("Remember a promise to a client", "send Acme the pilot report by Friday"),
    "reflect": ("One question now", "[client]"),
    "prep": ("Prepare for a meeting with a client", "Acme"),
    "followups": ("How often clients deserve to hear from you", "Acme every 6 weeks, at worst 10"),
    "swarm": ("Ask colleagues for help on a client's question", "Acme: what makes line 3 stop?"),
    "digest": ("The weekly letter", "now | Thursday 16:00 | off"),
}


def manifest(settings: Settings, request_url: str | None = None) -> dict[str, Any]:
    """The manifest; without a `request_url` it is for Socket Mode."""
    url = {"url": request_url} if request_url else {}
    where = {"request_url": request_url} if request_url else {}
    return {
        "display_information": {
            "name": "Alongside",
            "description": "One short question at the right moment about what the client wants.",
            "background_color": "#1f3d3a",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Alongside", "always_online": True},
            "shortcuts": [
                {
                    "name": "Remember a promise",
                    "type": "message",
                    "callback_id": "remember_promise",
                    "description": "Bring a promise in this message back in time",
                },
                {
                    "name": "This is about a client",
                    "type": "message",
                    "callback_id": "about_client",
                    "description": "Put what this message tells on a client's record",
                },
                {
                    "name": "Note a contact",
                    "type": "message",
                    "callback_id": "note_contact",
                    "description": "Note that you were in touch with a client: what, how, when",
                },
                {
                    # Slack takes 24 characters; "Teach Alongside this post" has one more.
                    "name": "Teach Alongside this",
                    "type": "message",
                    "callback_id": "teach_post",
                    "description": "Show how this post was read, and correct it for the next ones",
                },
            ],
            "slash_commands": [
                {**_command(name, *words), **url} for name, words in _commands(settings).items()
            ],
        },
        "oauth_config": {"scopes": {"bot": sorted(SCOPES)}},
        "settings": {
            "event_subscriptions": {**where, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **where},
            "org_deploy_enabled": False,
            "socket_mode_enabled": request_url is None,
            "token_rotation_enabled": False,
        },
    }


def print_manifest(settings: Settings, request_url: str | None) -> int:
    """Print it as JSON, ready to paste."""
    print(json.dumps(manifest(settings, request_url), indent=2))
    return 0


def _commands(settings: Settings) -> dict[str, tuple[str, str]]:
    own = {"alongside": ("Join, pause, settings, why", "help")}
    if not settings.short_commands:
        return own
    return own | {settings.command_prefix + name: words for name, words in _SHORT.items()}


def _command(name: str, description: str, hint: str) -> dict[str, Any]:
    return {
        "command": f"/{name}",
        "description": description,
        "usage_hint": hint,
        "should_escape": True,
    }
