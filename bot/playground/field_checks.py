"""What Slack itself says under a modal's field before the app is asked."""

from __future__ import annotations

import re

from bot.playground.state import Json
from bot.playground.view_values import is_empty

_EMAIL = re.compile(r"[^@\s]{1,200}@[^@\s]{1,200}\.[^@\s.]{2,60}\Z")
_NUMBER = re.compile(r"-?\d{1,30}(\.\d{1,20})?\Z", re.ASCII)


def wrong_fields(view: Json) -> dict[str, str]:
    """By block id, what keeps a modal from being submitted."""
    values = view["state"]["values"]
    wrong: dict[str, str] = {}
    for block in view["blocks"]:
        if block["type"] != "input":
            continue
        entry = values.get(block["block_id"], {}).get(block["element"]["action_id"], {})
        why = _why_wrong(block, entry)
        if why:
            wrong[block["block_id"]] = why
    return wrong


def _why_wrong(block: Json, entry: Json) -> str:
    element = block["element"]
    if is_empty(entry):
        return "" if block.get("optional") else "Please complete this required field."
    value = str(entry.get("value") or "")
    if element["type"] == "plain_text_input":
        return _why_wrong_length(element, value)
    if element["type"] == "email_text_input" and not _EMAIL.match(value):
        return "Please enter a valid email address."
    if element["type"] == "number_input":
        return _why_wrong_number(element, value)
    return ""


def _why_wrong_length(element: Json, value: str) -> str:
    if len(value) > element.get("max_length", 3000):
        return f"Please enter no more than {element.get('max_length', 3000)} characters."
    if len(value) < element.get("min_length", 0):
        return f"Please enter at least {element['min_length']} characters."
    return ""


def _why_wrong_number(element: Json, value: str) -> str:
    if not _NUMBER.match(value) or ("." in value and not element["is_decimal_allowed"]):
        return "Please enter a valid number."
    if "min_value" in element and float(value) < float(element["min_value"]):
        return f"Please enter a number of at least {element['min_value']}."
    if "max_value" in element and float(value) > float(element["max_value"]):
        return f"Please enter a number of at most {element['max_value']}."
    return ""
