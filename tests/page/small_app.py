"""A small app behind the local Slack: it opens a modal, refuses a day, shows a Home, can fail."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from bot.playground import AppRequest, AppResponse, InstalledApp, LocalSlack

MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Alongside"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "bot_user": {"display_name": "Alongside"},
        "slash_commands": [
            {
                "command": "/promise",
                "url": "https://app.example/slack/events",
                "description": "Remember a promise",
                "usage_hint": "send Acme the report by Friday",
            },
            {
                "command": "/client",
                "url": "https://app.example/slack/events",
                "description": "Show a client",
                "usage_hint": "show Delmar",
            },
        ],
        "shortcuts": [
            {
                "name": "Remember a promise",
                "callback_id": "remember",
                "type": "message",
                "description": "Keep a promise made in a message",
            }
        ],
    },
    "oauth_config": {"scopes": {"bot": ["chat:write", "commands", "im:history", "users:read"]}},
    "settings": {
        "event_subscriptions": {
            "request_url": "https://app.example/slack/events",
            "bot_events": ["app_home_opened"],
        },
        "interactivity": {
            "is_enabled": True,
            "request_url": "https://app.example/slack/events",
        },
    },
}


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def button(label: str, action_id: str, **more: Any) -> dict[str, Any]:
    return {"type": "button", "text": plain(label), "action_id": action_id, "value": label, **more}


def option(label: str) -> dict[str, Any]:
    return {"text": plain(label), "value": label.lower()}


def modal(title: str = "Gira Hospitals") -> dict[str, Any]:
    """One needed field, one optional day, a button that puts a second modal on top."""
    heard = {"type": "plain_text_input", "action_id": "heard", "multiline": True}
    return {
        "type": "modal",
        "title": plain(title),
        "submit": plain("Save"),
        "close": plain("Not now"),
        "blocks": [
            {
                "type": "input",
                "block_id": "heard",
                "label": plain("What did you hear?"),
                "hint": plain("In their words"),
                "element": heard,
            },
            {
                "type": "input",
                "block_id": "day",
                "optional": True,
                "label": plain("Promised by"),
                "element": {"type": "datepicker", "action_id": "day"},
            },
            {"type": "actions", "block_id": "more", "elements": [button("Add more", "push")]},
        ],
    }


@dataclass
class SmallApp:
    """Answers the local Slack as a bot would, and remembers what it was asked."""

    slack: LocalSlack
    installed: InstalledApp | None = None
    heard: list[dict[str, Any]] = field(default_factory=list)
    submitted: list[dict[str, Any]] = field(default_factory=list)

    def deliver(self, request: AppRequest) -> AppResponse:
        payload = request.payload
        self.heard.append(payload)
        if request.kind == "slash_commands":
            return _json({"text": f"You wrote: {payload['text']}"})
        if payload.get("type") == "block_actions":
            return self._pressed(payload)
        if payload.get("type") == "view_submission":
            return self._submitted(payload)
        if payload.get("type") == "message_action":
            self._call("views.open", trigger_id=payload["trigger_id"], view=modal("A promise"))
        if payload.get("event", {}).get("type") == "app_home_opened":
            self._publish(payload["event"]["user"])
        return AppResponse(200)

    def _pressed(self, payload: dict[str, Any]) -> AppResponse:
        action_id = payload["actions"][0]["action_id"]
        if action_id == "fails":
            return AppResponse(500)
        if action_id == "open":
            self._call("views.open", trigger_id=payload["trigger_id"], view=modal())
        if action_id == "push":
            self._call("views.push", trigger_id=payload["trigger_id"], view=modal("Second page"))
        if action_id == "answer":
            place = {"channel": payload["channel"]["id"], "ts": payload["message"]["ts"]}
            self._call("chat.update", **place, text="Noted.", blocks=[])
        return AppResponse(200)

    def _submitted(self, payload: dict[str, Any]) -> AppResponse:
        values = payload["view"]["state"]["values"]
        if values["day"]["day"]["selected_date"] == "2020-01-01":
            errors = {"day": "This day has passed."}
            return _json({"response_action": "errors", "errors": errors})
        self.submitted.append(values)
        return AppResponse(200)

    def _publish(self, user_id: str) -> None:
        choose = {
            "type": "static_select",
            "action_id": "cap",
            "options": [option("None"), option("Three")],
            "initial_option": option("Three"),
        }
        blocks = [
            {"type": "header", "text": plain("Today")},
            {"type": "actions", "block_id": "home", "elements": [button("Open", "open"), choose]},
        ]
        self._call("views.publish", user_id=user_id, view={"type": "home", "blocks": blocks})

    def says(self, channel: str, text: str, blocks: list[dict[str, Any]] | None = None) -> str:
        """Post as the app; the message's ts comes back."""
        more = {"blocks": blocks} if blocks else {}
        return str(self._call("chat.postMessage", channel=channel, text=text, **more)["ts"])

    def _call(self, method: str, **args: Any) -> dict[str, Any]:
        token = self.installed.token if self.installed else None
        answer = self.slack.call(method, token, args)
        if not answer["ok"]:
            raise AssertionError(answer)
        return answer


def _json(value: dict[str, Any]) -> AppResponse:
    return AppResponse(200, {"content-type": "application/json"}, json.dumps(value).encode())
