"""The web process: Slack's requests over HTTP, and whether all is well.

It checks in front of Bolt what Bolt would only stumble over: a body that is not what it says, a
timestamp that is no number, a signature that is wrong or stale.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from slack_bolt import BoltRequest
from slack_sdk.signature import Clock as SignatureClock
from slack_sdk.signature import SignatureVerifier

from bot.services import Services
from bot.settings import Need, load_settings
from bot.slack.app import SlackApp
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


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back to whoever asked."""

    status: int
    body: str
    headers: Sequence[tuple[str, str]]


class Web:
    """The WSGI app: `POST /slack/events` for everything of Slack's, `GET /healthz`."""

    def __init__(self, app: SlackApp, services: Services, signing_secret: str) -> None:
        self._app = app
        self._services = services
        self._verifier = SignatureVerifier(signing_secret, _MachineClock(services))

    def __call__(
        self, environ: Mapping[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        answer = self._answer(environ)
        body = answer.body.encode()
        status = f"{answer.status} {HTTPStatus(answer.status).phrase}"
        start_response(status, [*answer.headers, ("Content-Length", str(len(body)))])
        return [body]

    def _answer(self, environ: Mapping[str, Any]) -> Answer:
        path, method = environ.get("PATH_INFO", ""), environ.get("REQUEST_METHOD", "")
        if path == "/healthz":
            return self._health()
        if path != "/slack/events":
            return _plain(404, "not found")
        if method == "GET" and "ssl_check=1" in environ.get("QUERY_STRING", ""):
            return _plain(200, "")  # Slack looks at the certificate of a command's address
        if method != "POST":
            return _plain(405, "POST only")
        body = _body(environ)
        if isinstance(body, Answer):
            return body
        if not self._is_signed(body, environ):
            return _plain(401, "wrong or stale signature")
        taken = self._app.short_way.take(body)
        if taken is not None:
            return _plain(taken, "")
        asked = _read(body, _headers(environ))
        if asked is None:
            return _plain(400, "not what it says it is")
        return self._dispatch(asked)

    def _is_signed(self, body: str, environ: Mapping[str, Any]) -> bool:
        timestamp = str(environ.get("HTTP_X_SLACK_REQUEST_TIMESTAMP", ""))
        signature = str(environ.get("HTTP_X_SLACK_SIGNATURE", ""))
        if not timestamp.isascii() or not timestamp.isdigit() or len(timestamp) > 12:
            return False
        if not signature.isascii():  # the comparison would raise on it
            return False
        return self._verifier.is_valid(body, timestamp, signature)

    def _dispatch(self, asked: BoltRequest) -> Answer:
        """A store that fails answers 500, and Slack delivers the event again."""
        try:
            answer = self._app.dispatch(asked)
        except Exception:
            # A failure of ours has become an answer by now: Bolt stumbled over the body.
            log.exception("not understood", extra={"action": "request_refused"})
            return _plain(400, "not what it says it is")
        headers = [(name, text) for name, texts in answer.headers.items() for text in texts]
        kept = [pair for pair in headers if pair[0].lower() != "content-length"]
        return Answer(answer.status, answer.body or "", kept)

    def _health(self) -> Answer:
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


def _body(environ: Mapping[str, Any]) -> str | Answer:
    """The body as text, or why there is none."""
    try:
        length = int(environ.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return _plain(400, "no length")
    if length > MOST_BYTES:
        return _plain(413, "too large")
    try:
        read: bytes = environ["wsgi.input"].read(max(length, 0))
        return read.decode()
    except UnicodeDecodeError:
        return _plain(400, "not UTF-8")


def _headers(environ: Mapping[str, Any]) -> dict[str, str]:
    """The headers by their names in small letters."""
    sent = {
        name[5:].replace("_", "-").lower(): str(value)
        for name, value in environ.items()
        if name.startswith("HTTP_")
    }
    return sent | {"content-type": str(environ.get("CONTENT_TYPE", ""))}


def _plain(status: int, words: str) -> Answer:
    return Answer(status, words, [("Content-Type", "text/plain; charset=utf-8")])


def _json(status: int, said: Mapping[str, object]) -> Answer:
    return Answer(status, json.dumps(said), [("Content-Type", "application/json")])
