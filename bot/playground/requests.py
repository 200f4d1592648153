"""How Slack calls an app: a signed HTTP request, and what the app answers."""

from __future__ import annotations

import hashlib
import hmac
import json
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx
from werkzeug.test import Client as WsgiClient

from bot.playground.state import App, Json

ANSWER_WITHIN_S = 3.0


@dataclass(frozen=True, slots=True)
class AppRequest:
    """One call to the app. `kind` and `payload` are what Socket Mode carries in its stead."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    kind: str
    payload: Json
    app_id: str = ""


@dataclass(frozen=True, slots=True)
class AppResponse:
    """What came back; status 0 means nothing did, and `failure` says why in Slack's words."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    failure: str = ""

    @property
    def is_ok(self) -> bool:
        return 200 <= self.status < 300

    def json(self) -> Json:
        """The body as an object; empty where it is not one."""
        try:
            value = json.loads(self.body)
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}


Deliver = Callable[[AppRequest], AppResponse]


def event_request(app: App, envelope: Json, at_s: float, retry: tuple[int, str]) -> AppRequest:
    """A delivery of the Events API; `retry` is which one it is, 0 for the first, and why."""
    body = json.dumps(envelope).encode()
    headers = {"content-type": "application/json"}
    if retry[0]:
        headers |= {"x-slack-retry-num": str(retry[0]), "x-slack-retry-reason": retry[1]}
    path = _path(app.manifest["settings"].get("event_subscriptions", {}).get("request_url"))
    return _signed(app, path, headers, body, at_s, ("events_api", envelope))


def interaction_request(app: App, payload: Json, at_s: float) -> AppRequest:
    """A press, a submitted modal or a shortcut."""
    body = urlencode({"payload": json.dumps(payload)}).encode()
    path = _path(app.manifest["settings"].get("interactivity", {}).get("request_url"))
    return _signed(app, path, _FORM, body, at_s, ("interactive", payload))


def command_request(app: App, fields: Json, url: str | None, at_s: float) -> AppRequest:
    """A slash command, sent as a form."""
    body = urlencode(fields).encode()
    return _signed(app, _path(url), _FORM, body, at_s, ("slash_commands", fields))


def deliver_to_wsgi(app: Callable[[dict[str, Any], Any], Iterable[bytes]]) -> Deliver:
    """Hand requests to a WSGI app in this process; an exception becomes a 500, as in a server."""
    client = WsgiClient(app)

    def deliver(request: AppRequest) -> AppResponse:
        try:
            answer = client.open(
                request.path, method=request.method, headers=dict(request.headers),
                data=request.body,
            )  # fmt: skip
        except Exception:  # noqa: BLE001 - whatever an app raises, Slack sees a 500
            return AppResponse(500, body=traceback.format_exc().encode())
        with answer:
            return AppResponse(answer.status_code, _lower(answer.headers.items()), answer.data)

    return deliver


def deliver_to_url(address: str, within_s: float = ANSWER_WITHIN_S) -> HttpDelivery:
    """Hand requests to an app that listens at an address, and wait three seconds at most."""
    return HttpDelivery(address, within_s)


class HttpDelivery:
    """An app's way over HTTP; connections are kept open until `close`."""

    def __init__(self, address: str, within_s: float) -> None:
        self._http = httpx.Client(base_url=address, timeout=within_s, trust_env=False)

    def __call__(self, request: AppRequest) -> AppResponse:
        try:
            answer = self._http.request(
                request.method, request.path, headers=dict(request.headers), content=request.body
            )
        except httpx.TimeoutException:
            return AppResponse(0, failure="http_timeout")
        except httpx.HTTPError:
            return AppResponse(0, failure="connection_failed")
        return AppResponse(answer.status_code, _lower(answer.headers.items()), answer.content)

    def close(self) -> None:
        self._http.close()


_FORM = {"content-type": "application/x-www-form-urlencoded"}


def _signed(
    app: App, path: str, headers: Json, body: bytes, at_s: float, carried: tuple[str, Json]
) -> AppRequest:
    stamp = str(int(at_s))
    signed = f"v0:{stamp}:".encode() + body
    digest = hmac.new(app.signing_secret.encode(), signed, hashlib.sha256).hexdigest()
    signature = {
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": f"v0={digest}",
        "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "accept": "*/*",
    }
    return AppRequest(
        "POST", path, {**headers, **signature}, body, carried[0], carried[1], app_id=app.id
    )


def _path(url: object) -> str:
    return urlsplit(str(url or "")).path or "/slack/events"


def _lower(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {name.lower(): value for name, value in pairs}
