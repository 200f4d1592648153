"""Asks the local Slack and the bot whether they answer yet."""

from __future__ import annotations

import http.client

_PATIENCE_S = 0.5


def is_ready(page_port: int, bot_port: int) -> bool:
    """Whether the page can be opened and the bot takes what is sent to it."""
    return _answers(page_port, "/") and _answers(bot_port, "/healthz")


def _answers(port: int, path: str) -> bool:
    """Any answer will do: the bot says 503 until the worker's first tick."""
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE_S)
    try:
        asking.request("GET", path)
        return asking.getresponse().status in (200, 503)
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asking.close()
