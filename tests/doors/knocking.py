"""Knocks at the web door as Slack does, or as somebody does who pretends to be Slack."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from werkzeug.test import Client, TestResponse

from tests.world import World

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
PATH = "/slack/events"


def knock(
    world: World,
    body: bytes,
    content_type: str = JSON,
    *,
    age: timedelta = timedelta(0),
    headers: Mapping[str, str] | None = None,
) -> TestResponse:
    """One signed request; `headers` replace those that Slack would send."""
    stamp = str(int((world.clock.machine() - age).timestamp()))
    signed = hmac.new(
        world.app.signing_secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256
    )
    sent = {
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": f"v0={signed.hexdigest()}",
        **(headers or {}),
    }
    return Client(world.web).post(PATH, data=body, content_type=content_type, headers=sent)


def send_event(
    world: World, event: Mapping[str, Any], event_id: str = "Ev1", **more: Any
) -> TestResponse:
    """An event in Slack's envelope."""
    envelope = {
        "type": "event_callback",
        "team_id": world.town.id,
        "api_app_id": world.app.app_id,
        "event_id": event_id,
        "event_time": int(world.clock.now().timestamp()),
        "event": event,
        **more,
    }
    return knock(world, json.dumps(envelope).encode())


def send_interaction(world: World, payload: Mapping[str, Any]) -> TestResponse:
    """A press, a form or a shortcut."""
    return knock(world, urlencode({"payload": json.dumps(payload)}).encode(), FORM)


def send_command(world: World, **fields: str) -> TestResponse:
    """A slash command, by Ada unless another is named."""
    form = {
        "team_id": world.town.id,
        "user_id": world.ada.id,
        "channel_id": world.town.channel("#random").id,
        "command": "/alongside",
        "text": "help",
        "trigger_id": "T.1",
        **fields,
    }
    return knock(world, urlencode(form).encode(), FORM)


def post_event(world: World, channel: str, text: str, **more: Any) -> dict[str, Any]:
    """The event of a post by Ada, now."""
    return {
        "type": "message",
        "channel": world.town.channel(channel).id,
        "channel_type": "channel",
        "user": world.ada.id,
        "text": text,
        "ts": f"{world.clock.now().timestamp():.6f}",
        **more,
    }


def pressed(world: World, action_id: str, value: str, **more: Any) -> dict[str, Any]:
    """The payload of a press by Ada on a button of a message."""
    return {
        "type": "block_actions",
        "team": {"id": world.town.id},
        "user": {"id": world.ada.id},
        "trigger_id": "T.1",
        "container": {"type": "message", "channel_id": "D1", "message_ts": "1.000001"},
        "actions": [
            {"type": "button", "block_id": "b", "action_id": action_id, "value": value},
        ],
        **more,
    }


def submitted(world: World, callback_id: str, view_id: str = "V1") -> dict[str, Any]:
    """The payload of a submitted form by Ada, with nothing in it."""
    return {
        "type": "view_submission",
        "team": {"id": world.town.id},
        "user": {"id": world.ada.id},
        "trigger_id": "T.1",
        "view": {
            "id": view_id, "type": "modal", "callback_id": callback_id, "private_metadata": "",
            "blocks": [], "state": {"values": {}}, "hash": "1.a",
        },
    }  # fmt: skip


def rows(world: World, table: str) -> list[tuple[Any, ...]]:
    """All rows of a table, whatever their team."""
    with world.database.engine.connect() as connection:
        found = connection.exec_driver_sql(f'SELECT * FROM "{table}"')  # a table of our own
        return [tuple(row) for row in found]
