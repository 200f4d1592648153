"""News for the page as it happens: one line whenever anything changed."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

from werkzeug.wrappers import Response

from bot.playground.http.page_state import Demo
from bot.playground.slack import LocalSlack

_HEARTBEAT_S = 15.0
_LOOK_AGAIN_S = 0.5
_GATHER_S = 0.03
_GATHER_WALKING_S = 0.4
"""While the clock walks much happens, and the worker needs the machine more than the page."""


def stream(slack: LocalSlack, demo: Demo) -> Response:
    """Server-sent events that never end; the browser closes them."""
    answer = Response(_lines(slack, demo), mimetype="text/event-stream")
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Accel-Buffering"] = "no"
    return answer


def _lines(slack: LocalSlack, demo: Demo) -> Iterator[bytes]:
    seen: tuple[int, object] = (-1, None)
    spoke_at = time.monotonic()
    while True:
        now = (slack.ground.revision, demo.target() if demo.target else None)
        if now != seen:
            seen = now
            spoke_at = time.monotonic()
            yield f"event: changed\ndata: {json.dumps({'revision': now[0]})}\n\n".encode()
            time.sleep(_GATHER_S if now[1] is None else _GATHER_WALKING_S)
        elif time.monotonic() - spoke_at > _HEARTBEAT_S:
            spoke_at = time.monotonic()
            yield b": still here\n\n"
        with slack.ground.changes:
            if slack.ground.revision == seen[0]:
                slack.ground.changes.wait(_LOOK_AGAIN_S)
