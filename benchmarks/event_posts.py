"""The posts that the events benchmark sends, each as the signed request that Slack would make."""

from __future__ import annotations

import hashlib
import hmac
import io
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from typing import Any

SECRET = "a signing secret for benchmarks"
STAGES = ("Discovery", "Proposal")

_FIRST = (
    "Amber Birch Cedar Delta Ember Fjord Gable Heron Inlet Juniper Kestrel Linden Maple".split()
)
_SECOND = "Bakeries Controls Foods Instruments Logistics Machines Optics Pumps Textiles".split()
_THIRD = ("", " North", " West", " Baltic", " Alpine", " Rhine")
CLIENTS = tuple(f"{one} {two}{three}" for one, two, three in product(_FIRST, _SECOND, _THIRD))
"""Enough that no post of a run is about a client whose meeting of the day is known already."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where posts are made, and by whom."""

    team_id: str
    person_id: str
    watched: str
    unwatched: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """One request of Slack's: its headers and body."""

    headers: dict[str, str]
    body: str

    def environ(self) -> dict[str, Any]:
        """The same as a WSGI server hands it over."""
        raw = self.body.encode()
        named = {f"HTTP_{name.upper().replace('-', '_')}": v for name, v in self.headers.items()}
        return {
            "REQUEST_METHOD": "POST",
            "SCRIPT_NAME": "",
            "PATH_INFO": "/slack/events",
            "QUERY_STRING": "",
            "SERVER_NAME": "bot",
            "SERVER_PORT": "3000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "CONTENT_TYPE": named.pop("HTTP_CONTENT_TYPE"),
            "CONTENT_LENGTH": str(len(raw)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(raw),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
            **named,
        }


def meeting_recap(place: Place, number: int) -> Delivery:
    """What a seller writes after a meeting, with a goal and a promise in it."""
    client = CLIENTS[number % len(CLIENTS)]
    words = f"Met with {client} today. They want fewer callouts at night. I will send the report."
    return _delivery(place, place.watched, words, f"recap{number}")


def deal_update(place: Place, number: int) -> Delivery:
    """A deal that moved on a stage."""
    client = CLIENTS[number % len(CLIENTS)]
    words = f"{client} -> {STAGES[number // len(CLIENTS) % len(STAGES)]}"
    return _delivery(place, place.watched, words, f"deal{number}")


def unwatched_post(place: Place, number: int) -> Delivery:
    """The same words where nobody asked Alongside to read."""
    words = meeting_recap(place, number).body
    return _delivery(place, place.unwatched, json.loads(words)["event"]["text"], f"any{number}")


def other_post(place: Place, number: int) -> Delivery:
    """Something in a watched channel that is about no client."""
    words = f"The lift is out again, take the stairs by door {number}. Back by noon, says the desk."
    return _delivery(place, place.watched, words, f"other{number}")


KINDS: dict[str, Callable[[Place, int], Delivery]] = {
    "meeting recap": meeting_recap,
    "deal update": deal_update,
    "other post": other_post,
    "unwatched channel": unwatched_post,
}


def _delivery(place: Place, channel: str, words: str, key: str) -> Delivery:
    second = int(time.time())
    ts = f"{second}.{abs(hash(key)) % 1_000_000:06d}"
    event = {
        "type": "message",
        "user": place.person_id,
        "ts": ts,
        "client_msg_id": hashlib.md5(key.encode(), usedforsecurity=False).hexdigest(),
        "text": words,
        "team": place.team_id,
        "blocks": [_rich_text(words)],
        "channel": channel,
        "event_ts": ts,
        "channel_type": "channel",
    }
    envelope = {
        "token": "unused",
        "team_id": place.team_id,
        "context_team_id": place.team_id,
        "api_app_id": "A0ALONGSIDE",
        "event": event,
        "type": "event_callback",
        "event_id": f"Ev{key}",
        "event_time": second,
        "authorizations": [
            {"enterprise_id": None, "team_id": place.team_id, "user_id": "U0BOT", "is_bot": True}
        ],
        "is_ext_shared_channel": False,
        "event_context": "4-benchmark",
    }
    body = json.dumps(envelope)
    signed = hmac.new(SECRET.encode(), f"v0:{second}:{body}".encode(), hashlib.sha256)
    headers = {
        "content-type": "application/json",
        "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "accept": "*/*",
        "host": "bot:3000",
        "x-slack-request-timestamp": str(second),
        "x-slack-signature": f"v0={signed.hexdigest()}",
    }
    return Delivery(headers, body)


def _rich_text(words: str) -> dict[str, Any]:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": words}]}
    return {"type": "rich_text", "block_id": "b1", "elements": [section]}
