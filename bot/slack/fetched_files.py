"""Fetches a file that a person sent, from Slack alone: the address comes with the bot's token."""

from __future__ import annotations

import http.client
import urllib.request
from collections.abc import Callable
from typing import IO
from urllib.error import HTTPError
from urllib.parse import urlsplit

from bot.domain.importing import MOST_BYTES
from bot.errors import RemoteError

_TIMEOUT_S = 30
FetchFile = Callable[[str, str, str], bytes]


def fetch_file(url: str, token: str, api_url: str) -> bytes:
    """The bytes, at most one more than may be taken; RemoteError for all that goes wrong."""
    if not is_slacks(url, api_url):
        raise RemoteError("not_slacks_file", permanent=True)
    request = urllib.request.Request(  # noqa: S310 - only Slack's own addresses come this far
        url, headers={"Authorization": f"Bearer {token}"}
    )
    try:
        with urllib.request.build_opener(_NoRedirect).open(request, timeout=_TIMEOUT_S) as answer:
            kind = answer.headers.get_content_type()
            content: bytes = answer.read(MOST_BYTES + 1)
    except HTTPError as error:
        error.close()
        is_over = error.code < http.client.INTERNAL_SERVER_ERROR
        raise RemoteError(
            "file_refused", permanent=is_over and error.code != http.client.TOO_MANY_REQUESTS
        ) from error
    except (OSError, http.client.HTTPException) as error:
        raise RemoteError("no_answer") from error
    if kind == "text/html":  # Slack shows its login page to whoever may not see a file
        raise RemoteError("file_refused", permanent=True)
    return content


def is_slacks(url: str, api_url: str) -> bool:
    """Whether the token may be shown there: to Slack's own hosts, or the one in the settings."""
    try:
        asked, own = urlsplit(url), urlsplit(api_url)
    except ValueError:
        return False
    if asked.scheme == "https" and (asked.hostname or "").endswith(".slack.com"):
        return True
    return (asked.scheme, asked.netloc) == (own.scheme, own.netloc)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Elsewhere nobody may see the token; without it Slack leads to its login page."""

    def redirect_request(
        self,
        req: urllib.request.Request,  # noqa: ARG002
        fp: IO[bytes],  # noqa: ARG002
        code: int,  # noqa: ARG002
        msg: str,  # noqa: ARG002
        headers: http.client.HTTPMessage,  # noqa: ARG002
        newurl: str,  # noqa: ARG002
    ) -> None:
        return None
