"""Files in Slack: uploaded unseen, shared with a person or shown in a message, deleted."""

from __future__ import annotations

import http.client
import logging
from collections.abc import Callable

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.errors import RemoteError
from bot.slack.web_calls import WebCalls

log = logging.getLogger(__name__)

_UPLOAD_S = 60


class SlackFiles:
    """Slack's three steps, apart from each other, so that a process may die between them."""

    def __init__(self, calls: WebCalls, client_for: Callable[[str], WebClient]) -> None:
        self._calls = calls
        self._client_for = client_for

    def upload(self, team_id: str, name: str, content: bytes, alt_text: str = "") -> str:
        """Give Slack the bytes; nobody sees them yet. Says the file's id."""
        about = {"filename": name, "length": len(content)}
        if alt_text:
            about["alt_txt"] = alt_text[:1000]
        answer = self._calls.call(team_id, "files.getUploadURLExternal", **about)
        url, file_id = answer.get("upload_url"), answer.get("file_id")
        if not isinstance(url, str) or not isinstance(file_id, str):
            raise RemoteError("not_understood")
        client = self._client_for(team_id)
        try:
            # slack_sdk has no public name for this step alone.
            result = client._upload_file(  # noqa: SLF001
                url=url,
                data=content,
                logger=log,
                timeout=_UPLOAD_S,
                proxy=client.proxy,
                ssl=client.ssl,
            )
        except (SlackClientError, OSError, http.client.HTTPException) as error:
            raise RemoteError("no_answer") from error
        if result.status != http.client.OK:
            raise RemoteError("upload_refused")
        return file_id

    def complete(self, team_id: str, file_id: str, title: str, channel_id: str = "") -> None:
        """The file is there; with a channel it is shown in it, by Alongside."""
        where = {"channel_id": channel_id} if channel_id else {}
        self._calls.call(
            team_id,
            "files.completeUploadExternal",
            files=[{"id": file_id, "title": title[:250]}],
            **where,
        )

    def delete(self, team_id: str, file_id: str) -> None:
        """The file is gone wherever it was shown."""
        self._calls.call(team_id, "files.delete", file=file_id)
