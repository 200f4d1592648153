"""The short way in for a new post: past Bolt, straight to who listens to messages.

Most of what Slack sends is new posts, and most of those are in channels that nobody reads. Bolt
looks at each with all that it knows of requests, which takes longer than everything that is then
done for such a post. Whatever is out of the ordinary still goes through Bolt, which knows it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from slack_bolt.authorization import AuthorizeResult

log = logging.getLogger(__name__)

_TAKEN, _FAILED = 200, 500
_NUL = "\\u0000"
"""Would have to be cleaned away first, as `legible` does."""

_parse = msgspec.json.Decoder().decode


class ShortWay:
    """Takes in a new post of a workspace that Alongside is installed in; leaves all else alone."""

    def __init__(
        self,
        authorize: Callable[[str], AuthorizeResult | None],
        listen: Callable[[Mapping[str, Any]], None],
    ) -> None:
        self._authorize = authorize
        self._listen = listen

    def take(self, raw: str) -> int | None:
        """The status to answer with; None where the request has to go through Bolt.

        `raw` is known to be Slack's. After a failure of ours Slack delivers it again.
        """
        body = _new_post(raw)
        if body is None:
            return None
        try:
            installed = self._authorize(body["team_id"])
            if installed is None:
                return None
            if not _is_our_own(body["event"], installed):
                self._listen(body)
        except Exception as error:  # noqa: BLE001 - the boundary of this door, as Bolt's handler is
            failed(error)
            return _FAILED
        return _TAKEN


def failed(error: Exception) -> None:
    """An event could not be taken in: the log sees the cause."""
    log.error("failed", exc_info=error, extra={"action": "request_failed"})


def _new_post(raw: str) -> dict[str, Any] | None:
    """The body of a request that tells of a new post, if it is that and nothing unusual."""
    if not raw.startswith("{") or _NUL in raw:
        return None
    try:
        body = _parse(raw)
    except (msgspec.DecodeError, RecursionError):
        return None
    event = body.get("event")
    if body.get("type") != "event_callback" or not isinstance(event, dict):
        return None
    # An edit holds the message as it was and as it is; whose it is takes more looking.
    is_new = event.get("type") == "message" and not event.keys() & {"message", "previous_message"}
    return body if is_new and _is_of_one_team(body) and _is_plain(event) else None


def _is_of_one_team(body: Mapping[str, Any]) -> bool:
    """Whether the workspace that it comes from is the one that it is for."""
    team, told = body.get("team_id"), body.get("authorizations")
    if not isinstance(team, str) or "team" in body or "enterprise" in body:
        return False
    first = told[0] if isinstance(told, list) and told else None
    return first.get("team_id") == team if isinstance(first, dict) else told is None


def _is_plain(event: Mapping[str, Any]) -> bool:
    """Whether it says in the one usual way who wrote it."""
    return isinstance(event.get("user", ""), str) and "user_id" not in event


def _is_our_own(event: Mapping[str, Any], installed: AuthorizeResult) -> bool:
    """Whether Alongside itself wrote it."""
    user, bot = event.get("user"), event.get("bot_id")
    by_user = user is not None and user == installed.bot_user_id
    return by_user or (bot is not None and bot == installed.bot_id)
