"""A call of the Web API from token to answer: who asks, may they, does it go wrong on purpose."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.playground import apps
from bot.playground.api import METHODS
from bot.playground.api.call import Call, Method
from bot.playground.faults import Fault, Faults
from bot.playground.ground import Ground
from bot.playground.refusals import Refusal
from bot.playground.state import Json, Token
from bot.playground.triggers import Triggers


@dataclass(frozen=True, slots=True)
class ApiAnswer:
    """What Slack answers over HTTP."""

    status: int
    body: Json
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """A call as it is remembered, so that tests can see what an app asked of Slack."""

    method: str
    args: Json
    ok: bool
    error: str


class WebApi:
    """Answers method calls, under the lock."""

    def __init__(self, ground: Ground, faults: Faults, triggers: Triggers) -> None:
        self._ground = ground
        self._faults = faults
        self._triggers = triggers
        self.strict_text = True
        self.calls: list[Asked] = []

    def answer(self, method: str, token: str | None, args: Json) -> ApiAnswer:
        """Answer one call. Raises TimeoutError where a fault wants Slack to stay silent."""
        known = self._ground.state.tokens.get(token or "")
        fault = self._faults.of_call(method, known.team_id if known else "")
        if fault is not None and fault.kind != "timeout_after":
            return _failed(fault)
        body = self._body(method, token, args)
        self.calls.append(Asked(method, args, bool(body["ok"]), str(body.get("error", ""))))
        del self.calls[:-10_000]
        if fault is not None:
            raise TimeoutError(f"{method} took effect, but the answer was lost")
        return ApiAnswer(200, body, self._scope_headers(token))

    def _body(self, method: str, token: str | None, args: Json) -> Json:
        with self._ground.lock:
            found = METHODS.get(method)
            if found is None:
                return Refusal("unknown_method", req_method=method).envelope()
            try:
                done = self._call(found, token, args)
            except Refusal as refusal:
                return refusal.envelope()
            return {"ok": True, **json.loads(json.dumps(done))}

    def _call(self, method: Method, token: str | None, args: Json) -> Json:
        meant = Token("bot", "") if method.token == "none" else apps.token_of(self._ground, token)
        if method.token not in ("none", meant.kind):
            raise Refusal("not_allowed_token_type")
        call = Call(self._ground, self._triggers, token or "", meant, args, self.strict_text)
        if meant.kind == "bot" and meant.app_id:
            call.needs(*method.scopes)
        return method.handler(call)

    def _scope_headers(self, token: str | None) -> dict[str, str]:
        known = self._ground.state.tokens.get(token or "")
        team = self._ground.state.teams.get(known.team_id) if known else None
        install = team.installs.get(known.app_id) if team and known else None
        return {"x-oauth-scopes": ",".join(install.scopes)} if install else {}


def _failed(fault: Fault) -> ApiAnswer:
    if fault.kind == "ratelimited":
        limited: Json = {"ok": False, "error": "ratelimited"}
        return ApiAnswer(429, limited, {"Retry-After": str(fault.retry_after)})
    if fault.kind == "server_error":
        return ApiAnswer(500, {"ok": False, "error": "internal_error"})
    raise TimeoutError("Slack did not answer, and nothing happened")
