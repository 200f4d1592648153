"""The web process: Slack's requests over HTTP, and whether all is well.

It checks in front of Bolt what Bolt would only stumble over: a body that is not what it says, a
timestamp that is no number, a signature that is wrong or stale.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs

from slack_bolt import App, BoltRequest
from slack_sdk.signature import Clock as SignatureClock
from slack_sdk.signature import SignatureVerifier
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Request, Response

from bot.services import Services
from bot.settings import Need, load_settings
from bot.wiring import Parts, set_up_logging

log = logging.getLogger(__name__)

MOST_BYTES = 2_000_000
_WORKER_IS_LATE = timedelta(minutes=2)
Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def create_app() -> Wsgi:
    """The WSGI app of a server process, from the environment; see Procfile."""
    settings = load_settings(os.environ, frozenset({Need.HTTP, Need.DATABASE}))
    set_up_logging(settings.log_level)
    parts = Parts(settings)
    parts.database.check()
    parts.install_own_workspace()
    return Web(parts.app(), parts.services, settings.slack_signing_secret)


class Web:
    """The WSGI app: `POST /slack/events` for everything of Slack's, `GET /healthz`."""

    def __init__(self, app: App, services: Services, signing_secret: str) -> None:
        self._app = app
        self._services = services
        self._verifier = SignatureVerifier(signing_secret, _MachineClock(services))

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        request = Request(environ)
        request.max_content_length = MOST_BYTES
        return self._answer(request)(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if request.path == "/healthz":
            return self._health()
        if request.path != "/slack/events":
            return _plain(404, "not found")
        if request.method != "POST":
            return _plain(405, "POST only")
        try:
            body = request.get_data(cache=False).decode()
        except RequestEntityTooLarge:
            return _plain(413, "too large")
        except UnicodeDecodeError:
            return _plain(400, "not UTF-8")
        headers = {name.lower(): value for name, value in request.headers}
        if not self._is_signed(body, headers):
            return _plain(401, "wrong or stale signature")
        if not _is_readable(body, request.mimetype):
            return _plain(400, "not what it says it is")
        return self._dispatch(body, headers)

    def _is_signed(self, body: str, headers: dict[str, str]) -> bool:
        timestamp = headers.get("x-slack-request-timestamp", "")
        signature = headers.get("x-slack-signature", "")
        if not timestamp.isascii() or not timestamp.isdigit() or len(timestamp) > 12:
            return False
        return self._verifier.is_valid(body, timestamp, signature)

    def _dispatch(self, body: str, headers: dict[str, str]) -> Response:
        """A store that fails answers 500, and Slack delivers the event again."""
        request = BoltRequest(body=body, headers={name: [text] for name, text in headers.items()})
        try:
            answer = self._app.dispatch(request)
        except Exception:
            log.exception("request failed", extra={"action": "request_failed"})
            return _plain(500, "failed")
        response = Response(answer.body or "", status=answer.status)
        for name, values in answer.headers.items():
            for value in values:
                response.headers.add(name, value)
        return response

    def _health(self) -> Response:
        """Well is: the database answers, and a worker ticked lately."""
        try:
            with self._services.database.across_teams() as across:
                health = across.health(self._services.clock.now())
                next_due = across.next_due()
        except Exception:
            log.exception("unwell", extra={"action": "unwell"})
            return _json(503, {"database": "absent"})
        ticked = health.last_tick_at
        is_late = ticked is None or self._services.clock.machine() - ticked > _WORKER_IS_LATE
        said = {
            "database": "well",
            "worker": "late" if is_late else "well",
            "last_tick_at": ticked.isoformat() if ticked else None,
            "oldest_overdue_at": (
                health.oldest_overdue_at.isoformat() if health.oldest_overdue_at else None
            ),
            "overdue": health.overdue,
            "next_due_at": next_due.isoformat() if next_due else None,
        }
        return _json(503 if is_late else 200, said)


class _MachineClock(SignatureClock):
    """Signatures keep machine time, whatever day it is in the demo."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def now(self) -> float:
        return self._services.clock.machine().timestamp()


def _is_readable(body: str, mimetype: str) -> bool:
    """A JSON object, or a form whose payload, if it has one, is a JSON object."""
    if mimetype == "application/x-www-form-urlencoded":
        try:
            form = parse_qs(body, max_num_fields=200)
        except ValueError:
            return False
        return "payload" not in form or _is_object(form["payload"][0])
    return _is_object(body)


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _plain(status: int, words: str) -> Response:
    return Response(words, status=status, content_type="text/plain; charset=utf-8")


def _json(status: int, said: Mapping[str, object]) -> Response:
    return Response(json.dumps(said), status=status, content_type="application/json")
