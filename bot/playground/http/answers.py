"""Small HTTP answers that every route gives."""

from __future__ import annotations

import json
from typing import Any

from werkzeug.wrappers import Request, Response

from bot.playground.refusals import AppDidNotAnswerError, Refusal

_CSP = "default-src 'self'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'"
_SENTENCES = {
    "channel_not_found": "There is no such channel here.",
    "not_in_channel": "You are not in this channel.",
    "is_archived": "This channel is archived.",
    "cant_update_message": "Only the one who wrote a message can change it.",
    "message_not_found": "This message is gone.",
    "user_not_found": "There is no such person here.",
    "already_reacted": "You have marked this message so already.",
}


def json_answer(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A JSON body, never cached."""
    answer = Response(json.dumps(value), status, mimetype="application/json")
    answer.headers["Cache-Control"] = "no-store"
    answer.headers.update(headers or {})
    return answer


def guarded(answer: Response) -> Response:
    """The headers that keep a page to itself."""
    answer.headers.setdefault("Content-Security-Policy", _CSP)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


def body_of(request: Request) -> dict[str, Any]:
    """The JSON object of a request; empty where it holds none."""
    try:
        value = json.loads(request.get_data())
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def sentence_for(error: Exception) -> str:
    """What a person reads when something could not be done."""
    if isinstance(error, AppDidNotAnswerError):
        if error.status == 0:
            return f"{error.app} did not answer in time."
        return f"{error.app} had a problem with this (HTTP {error.status})."
    if isinstance(error, Refusal):
        details = error.more.get("errors")
        more = f": {details[0]}" if isinstance(details, list) and details else ""
        return _SENTENCES.get(error.error, f"Slack would refuse this ({error.error}){more}.")
    said = str(error)
    return f"{said[:1].upper()}{said[1:]}."
