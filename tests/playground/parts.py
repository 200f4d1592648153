"""A manifest, small blocks and an app that only records, to build cases from."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import parse_qs

from bot.playground import AppRequest, AppResponse

MONDAY = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
SCOPES = [
    "app_mentions:read", "channels:history", "channels:join", "channels:read", "chat:write",
    "commands", "dnd:read", "files:read", "files:write", "groups:history", "groups:read",
    "im:history", "im:read", "im:write", "reactions:write", "team:read", "users:read",
    "users:read.email",
]  # fmt: skip
EVENTS = [
    "app_home_opened", "app_mention", "app_uninstalled", "channel_archive", "channel_left",
    "channel_rename", "channel_shared", "member_joined_channel", "member_left_channel",
    "message.channels", "message.groups", "message.im", "team_join", "tokens_revoked",
    "user_change",
]  # fmt: skip


def manifest_of(
    name: str = "Alongside",
    *,
    scopes: list[str] | None = None,
    events: list[str] | None = None,
    socket_mode: bool = False,
    rotation: bool = False,
) -> dict[str, object]:
    return {
        "display_information": {"name": name},
        "features": {
            "bot_user": {"display_name": name},
            "slash_commands": [
                {"command": "/alongside", "description": "All it can do", "usage_hint": "help",
                 "url": "https://app.example/slack/commands"},
            ],
            "shortcuts": [
                {"name": "Remember a promise", "type": "message", "callback_id": "remember"},
                {"name": "Plan an hour", "type": "global", "callback_id": "plan"},
            ],
        },
        "oauth_config": {
            "scopes": {"bot": SCOPES if scopes is None else scopes},
            "redirect_urls": ["http://127.0.0.1:3000/slack/oauth_redirect"],
        },
        "settings": {
            "event_subscriptions": {
                "request_url": "https://app.example/slack/events",
                "bot_events": EVENTS if events is None else events,
            },
            "interactivity": {"request_url": "https://app.example/slack/actions"},
            "socket_mode_enabled": socket_mode,
            "token_rotation_enabled": rotation,
        },
    }  # fmt: skip


def plain(text: str) -> dict[str, object]:
    return {"type": "plain_text", "text": text}


def section(text: str, **more: object) -> dict[str, object]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(label: str, action_id: str, **more: object) -> dict[str, object]:
    return {"type": "button", "text": plain(label), "action_id": action_id, **more}


def actions(*elements: dict[str, object], **more: object) -> dict[str, object]:
    return {"type": "actions", "elements": list(elements), **more}


def text_input(block_id: str, label: str, **more: object) -> dict[str, object]:
    element = {"type": "plain_text_input", "action_id": f"{block_id}_typed"}
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "element": element,
        **more,
    }


def modal(*blocks: dict[str, object], **more: object) -> dict[str, object]:
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain("A form"),
        "submit": plain("Save"),
        "blocks": list(blocks) or [section("Nothing to fill in")],
        **more,
    }


@dataclass
class RecordingApp:
    """Keeps every request and answers 200, unless told otherwise."""

    requests: list[AppRequest] = field(default_factory=list)
    answers: list[AppResponse] = field(default_factory=list)
    on_request: Callable[[AppRequest], AppResponse | None] | None = None

    def __call__(self, request: AppRequest) -> AppResponse:
        self.requests.append(request)
        if self.on_request is not None:
            answer = self.on_request(request)
            if answer is not None:
                return answer
        return self.answers.pop(0) if self.answers else AppResponse(200)

    def says(self, status: int, body: object = None, **headers: str) -> None:
        content = b"" if body is None else json.dumps(body).encode()
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.append(AppResponse(status, names, content))

    @property
    def envelopes(self) -> list[dict[str, object]]:
        return [r.payload for r in self.requests if r.kind == "events_api"]

    @property
    def events(self) -> list[dict[str, object]]:
        return [envelope["event"] for envelope in self.envelopes]

    @property
    def kinds(self) -> list[str]:
        return [event.get("subtype") or event["type"] for event in self.events]

    @property
    def interactions(self) -> list[dict[str, object]]:
        return [
            json.loads(parse_qs(r.body.decode())["payload"][0])
            for r in self.requests
            if r.kind == "interactive"
        ]
