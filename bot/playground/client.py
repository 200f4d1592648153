"""slack_sdk's own client, answered in this process: no socket, same errors."""

from __future__ import annotations

import urllib.error
from typing import Any

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse
from slack_sdk.web.file_upload_v2_result import FileUploadV2Result

from bot.playground.slack import LocalSlack


class InProcessWebClient(WebClient):
    """A WebClient whose calls go straight to the local Slack."""

    def __init__(self, slack: LocalSlack, token: str | None = None, **more: Any) -> None:
        super().__init__(token=token, **more)
        self.slack = slack

    def api_call(  # noqa: PLR0913 - slack_sdk's signature
        self,
        api_method: str,
        *,
        http_verb: str = "POST",
        files: dict[str, Any] | None = None,
        data: dict[str, Any] | None = None,
        params: dict[str, Any] | None = None,
        json: dict[str, Any] | None = None,
        headers: dict[str, Any] | None = None,
        auth: dict[str, Any] | None = None,
    ) -> SlackResponse:
        """Answer one call. Raises SlackApiError, or the errors of a connection that broke."""
        args = self._arguments(data, params, json, auth)
        token = args.pop("token", None) or _bearer(headers) or self.token
        try:
            answer = self.slack.answer(api_method, token, args)
        except TimeoutError as error:
            raise urllib.error.URLError(error) from error
        response = SlackResponse(
            client=self,
            http_verb=http_verb,
            api_url=f"{self.base_url}{api_method}",
            req_args={"data": data, "params": params, "json": json, "files": files},
            data=answer.body,
            headers=dict(answer.headers),
            status_code=answer.status,
        )
        response.validate()  # type: ignore[no-untyped-call]
        return response

    def _upload_file(self, *, url: str, data: bytes, **_more: Any) -> Any:
        """Step two of an upload, which the real client does outside api_call."""
        status, body = self.slack.upload(url, data)
        return FileUploadV2Result(status=status, body=body)

    def _arguments(self, *several: dict[str, Any] | None) -> dict[str, Any]:
        merged: dict[str, Any] = {}
        for one in (self.default_params, *several):
            merged.update({k: v for k, v in (one or {}).items() if v is not None})
        return merged


def _bearer(headers: dict[str, Any] | None) -> str | None:
    value = str((headers or {}).get("Authorization", ""))
    return value.removeprefix("Bearer ") or None
