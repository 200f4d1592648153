"""The Web API, response URLs and uploads over HTTP, as slack_sdk and others call them."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any

from werkzeug.wrappers import Request, Response

from bot.playground.http.answers import json_answer
from bot.playground.slack import LocalSlack


def api_call(slack: LocalSlack, request: Request, method: str) -> Response:
    """GET and POST, form and JSON, token in the header or among the arguments."""
    args = _arguments(request)
    if args is None:
        return json_answer({"ok": False, "error": "invalid_json"})
    token = _bearer(request) or args.pop("token", None)
    args.pop("token", None)
    try:
        answer = slack.answer(method, token, args)
    except TimeoutError as silence:
        raise ConnectionAbortedError from silence
    headers = {"x-slack-req-id": "local", **answer.headers}
    return json_answer(answer.body, answer.status, headers)


def post_response(slack: LocalSlack, request: Request, name: str) -> Response:
    """What an app posts to a response_url."""
    url = f"{slack.ground.base_url}/response/{name}"
    body: Any = request.get_data()
    if request.mimetype == "application/x-www-form-urlencoded" and request.form.get("payload"):
        body = request.form["payload"]
    status, text = slack.post_response(url, body)
    return Response(text, status, mimetype="text/plain")


def upload(slack: LocalSlack, request: Request, place: str) -> Response:
    """The bytes of a file, bare or as a form's file."""
    content = request.get_data(parse_form_data=False)
    if request.mimetype == "multipart/form-data":
        files = [*request.files.values()]
        content = files[0].read() if files else b""
    status, text = slack.upload(f"{slack.ground.base_url}/upload/v1/{place}", content)
    return Response(text, status, mimetype="text/plain")


def _arguments(request: Request) -> dict[str, Any] | None:
    args: dict[str, Any] = dict(request.args.items())
    if request.mimetype == "application/json":
        try:
            value = json.loads(request.get_data() or b"{}")
        except (ValueError, RecursionError):
            return None
        if not isinstance(value, dict):
            return None
        args.update(value)
    else:
        args.update(request.form.items())
    return args | _basic(request)


def _bearer(request: Request) -> str | None:
    value = request.headers.get("Authorization", "")
    return value[7:].strip() if value.lower().startswith("bearer ") else None


def _basic(request: Request) -> dict[str, str]:
    """oauth.v2.access takes the app's id and secret as HTTP Basic too."""
    value = request.headers.get("Authorization", "")
    if not value.lower().startswith("basic "):
        return {}
    try:
        client_id, _, secret = base64.b64decode(value[6:]).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return {}
    return {"client_id": client_id, "client_secret": secret}
