"""Leaves out of a payload what no database can keep: NUL, and halves of letters."""

from __future__ import annotations

import re
from typing import Any

from slack_bolt import BoltRequest

_DEEPEST = 60
"""Nothing of Slack's is nested half as deep; what lies deeper is left out."""
_UNKEPT = re.compile("[\0\ud800-\udfff]")
_HINTS = ("\\u0000", "\\ud", "\\uD", "%00", "%5Cu", "%5cu")
"""How such a letter is written in JSON, and in JSON within a form. Most emoji hint at one too."""
_INSTEAD = "\N{REPLACEMENT CHARACTER}"


def legible(request: BoltRequest, body: dict[str, Any]) -> dict[str, Any]:
    """The body with nothing in it that could not be stored; nearly always the body itself."""
    raw = request.raw_body
    if raw and not any(hint in raw for hint in _HINTS):
        return body
    cleaned: dict[str, Any] = _clean(body, _DEEPEST)
    return cleaned


def _clean(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return _UNKEPT.sub(_INSTEAD, value)
    if depth == 0:
        return None
    if isinstance(value, dict):
        return {_clean(name, 1): _clean(held, depth - 1) for name, held in value.items()}
    if isinstance(value, list):
        return [_clean(held, depth - 1) for held in value]
    return value
