"""One call to Slack's Web API: its pace, and what each way of failing means.

An answer of 429 is remembered per team, method and channel: until its time has passed the same
call is refused here, before it is made. The memory is this process's own.
"""

from __future__ import annotations

import http.client
import logging
import socket
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from threading import Lock
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.clock import Clock
from bot.errors import RemoteError

log = logging.getLogger(__name__)

TIMEOUT_S = 10
DEFAULT_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
_REMEMBERED = 5000
_PER_CHANNEL = frozenset({"chat.postMessage", "chat.postEphemeral"})
_SENDS = _PER_CHANNEL | {"files.completeUploadExternal"}
"""Done twice, these would be seen twice."""
_READS = (".info", ".history", ".replies", ".members")
"""Slack takes no JSON for methods that only read."""
_FORMS = frozenset({"files.getUploadURLExternal", "files.delete"})
"""Nor for these, which are posted all the same."""

PERMANENT = frozenset(
    "access_denied account_inactive app_missing_action_url as_user_not_supported "
    "blocked_from_dm cannot_dm_bot cannot_find_service cant_delete_file cant_delete_message "
    "cant_post_message cant_update_message "
    "channel_is_limited_access channel_not_found channel_type_not_supported "
    "duplicate_channel_found "
    "edit_window_closed ekm_access_denied enterprise_is_restricted exchanged_trigger_id "
    "file_deleted file_not_found file_upload_size_restricted file_uploads_disabled "
    "expired_trigger_id invalid_arguments invalid_array_arg invalid_auth invalid_blocks "
    "invalid_blocks_format invalid_metadata_format invalid_metadata_schema "
    "invalid_trigger_id invalid_user_id "
    "invalid_users is_archived is_inactive member_not_found message_not_found "
    "messages_tab_disabled "
    "method_deprecated method_not_supported_for_channel_type metadata_too_large missing_post_type "
    "missing_scope msg_blocks_too_long msg_too_long no_permission no_text not_allowed_token_type "
    "not_authed not_enabled not_found not_in_channel org_login_required restricted_action "
    "restricted_action_non_threadable_channel restricted_action_read_only_channel "
    "restricted_action_thread_locked restricted_action_thread_only_channel "
    "slack_connect_blocked_file_type slack_connect_canvas_sharing_blocked team_access_not_granted "
    "thread_not_found thread_replies_not_available token_expired token_revoked "
    "too_many_attachments too_many_members trigger_exchanged trigger_expired "
    "two_factor_setup_required unknown_method user_disabled user_not_found user_not_in_channel "
    "user_not_visible users_list_not_supplied users_not_found view_not_found view_too_large".split()
)
"""Refusals that stay the same however often one asks."""

_UNSURE = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable"})
"""Slack says of these that part of the work may have been done."""


def web_client(token: str, base_url: str | None = None) -> WebClient:
    """A client that never tries again by itself, since a repeated message is seen twice."""
    return WebClient(
        token=token, base_url=base_url or WebClient.BASE_URL, timeout=TIMEOUT_S, retry_handlers=[]
    )


class WebCalls:
    """Makes calls for any team; whatever goes wrong comes out as one RemoteError."""

    def __init__(self, client_for: Callable[[str], WebClient], clock: Clock) -> None:
        self._client_for = client_for
        self._clock = clock
        self._not_before: dict[tuple[str, str, str], datetime] = {}
        self._lock = Lock()

    def call(self, team_id: str, method: str, **args: Any) -> Mapping[str, Any]:
        """Slack's answer. Raises RemoteError."""
        place = str(args.get("channel", "")) if method in _PER_CHANNEL else ""
        self._keep_pace(team_id, method, place)
        try:
            client = self._client_for(team_id)
            if method.endswith(_READS):
                answer = client.api_call(method, http_verb="GET", params=args)
            elif method in _FORMS:
                answer = client.api_call(method, params=args)
            else:
                answer = client.api_call(method, json=args)
        except SlackApiError as error:
            raise self._refused(error, team_id, method, place) from error
        except SlackClientError as error:
            raise RemoteError("bad_call", permanent=True) from error
        except (OSError, http.client.HTTPException) as error:
            raise RemoteError("no_answer", maybe_done=method in _SENDS and _was_sent(error)) from (
                error
            )
        data = answer.data
        return data if isinstance(data, Mapping) else {}

    def _keep_pace(self, team_id: str, method: str, place: str) -> None:
        with self._lock:
            until = self._not_before.get((team_id, method, place))
        left = until - self._clock.machine() if until else timedelta(0)
        if left > timedelta(0):
            raise RemoteError("ratelimited", retry_after=left)

    def _refused(self, error: SlackApiError, team_id: str, method: str, place: str) -> RemoteError:
        status, code, headers = _parts(error.response)
        log.info(
            "slack_refused",
            extra={"action": "slack_refused", "method": method, "code": code, "status": status},
        )
        if status == http.client.TOO_MANY_REQUESTS or code in ("ratelimited", "rate_limited"):
            wait = _wait(headers)
            self._remember(team_id, method, place, self._clock.machine() + wait)
            return RemoteError("ratelimited", retry_after=wait)
        if code in PERMANENT:
            return RemoteError(code, permanent=True)
        is_unsure = status >= http.client.INTERNAL_SERVER_ERROR or code in _UNSURE
        return RemoteError(code, maybe_done=is_unsure and method in _SENDS)

    def _remember(self, team_id: str, method: str, place: str, until: datetime) -> None:
        now = self._clock.machine()
        with self._lock:
            if len(self._not_before) >= _REMEMBERED:
                waiting = {key: at for key, at in self._not_before.items() if at > now}
                self._not_before = waiting if len(waiting) < _REMEMBERED else {}
            self._not_before[team_id, method, place] = until


def _parts(response: Any) -> tuple[int, str, Mapping[str, str]]:
    """Status, error code and headers, also of an answer that is not Slack's own."""
    status = getattr(response, "status_code", None)
    data = getattr(response, "data", response)
    code = data.get("error") if isinstance(data, Mapping) else None
    known = isinstance(code, str) and 0 < len(code) < 80 and code.replace("_", "").isalnum()
    headers = getattr(response, "headers", None)
    return (
        status if isinstance(status, int) else 200,
        code if known and isinstance(code, str) else "not_understood",
        {str(name).lower(): str(value) for name, value in (headers or {}).items()},
    )


def _wait(headers: Mapping[str, str]) -> timedelta:
    said = headers.get("retry-after", "")
    if not (said.isascii() and said.isdigit() and len(said) < 9):
        return DEFAULT_WAIT
    return min(max(timedelta(seconds=int(said)), timedelta(seconds=1)), LONGEST_WAIT)


def _was_sent(error: BaseException) -> bool:
    """Whether the request may have reached Slack: not when nobody took the connection."""
    reason = error.reason if isinstance(error, URLError) else error
    return not isinstance(reason, ConnectionRefusedError | socket.gaierror)
