"""Posts an answer to the address that came with a press or a command."""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from typing import Any

from slack_sdk.webhook import WebhookClient

from bot.errors import RemoteError

_TIMEOUT_S = 5


def post_answer(response_url: str, body: Mapping[str, Any]) -> tuple[int, str]:
    """HTTP status and body of Slack's receipt. Raises RemoteError where there was none.

    Slack takes five such answers within half an hour.
    """
    client = WebhookClient(response_url, timeout=_TIMEOUT_S, retry_handlers=[])
    try:
        answer = client.send_dict(dict(body))
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise RemoteError("no_answer", maybe_done=True) from error
    return answer.status_code, answer.body
