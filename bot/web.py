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
        if request.method == "GET" and request.args.get("ssl_check") == "1":
            return _plain(200, "")  # Slack looks at the certificate of a command's address
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
        asked = _read(body, headers)
        if asked is None:
            return _plain(400, "not what it says it is")
        return self._dispatch(asked)

    def _is_signed(self, body: str, headers: dict[str, str]) -> bool:
        timestamp = headers.get("x-slack-request-timestamp", "")
        signature = headers.get("x-slack-signature", "")
        if not timestamp.isascii() or not timestamp.isdigit() or len(timestamp) > 12:
            return False
        if not signature.isascii():  # the comparison would raise on it
            return False
        return self._verifier.is_valid(body, timestamp, signature)

    def _dispatch(self, asked: BoltRequest) -> Response:
        """A store that fails answers 500, and Slack delivers the event again."""
        try:
            answer = self._app.dispatch(asked)
        except Exception:
            # A failure of ours has become an answer by now: Bolt stumbled over the body.
            log.exception("not understood", extra={"action": "request_refused"})
            return _plain(400, "not what it says it is")
        response = Response(answer.body or "", status=answer.status)
        for name, values in answer.headers.items():
            response.headers.setlist(name, values)
        return response

    def _health(self) -> Response:
        """Well is: the database answers, and a worker ticked lately."""
        try:
            with self._services.database.reading_across_teams() as across:
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


def _read(body: str, headers: dict[str, str]) -> BoltRequest | None:
    """The request as Bolt reads it; None where Bolt would stumble over what is in it."""
    try:
        asked = BoltRequest(body=body, headers={name: [text] for name, text in headers.items()})
    except Exception:  # noqa: BLE001 - it raises as many sorts as there are wrong bodies
        return None
    return asked if asked.body else None


def _plain(status: int, words: str) -> Response:
    return Response(words, status=status, content_type="text/plain; charset=utf-8")


def _json(status: int, said: Mapping[str, object]) -> Response:
    return Response(json.dumps(said), status=status, content_type="application/json")
