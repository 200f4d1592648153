"""Modals and Home: their titles, buttons, private notes and blocks."""

from __future__ import annotations

import json

from bot.playground.checks import shapes as s
from bot.playground.checks.blocks import check_view_blocks
from bot.playground.checks.texts import plain

MOST_BYTES = 250_000
_KEPT = {
    "private_metadata": s.string(3000, least=0),
    "callback_id": s.string(255, least=0),
    "external_id": s.string(255, least=0),
}
_MODAL = s.shape(
    {"type": s.anything, "title": plain(24), "blocks": s.anything},
    {
        **_KEPT,
        "submit": plain(24),
        "close": plain(24),
        "clear_on_close": s.boolean,
        "notify_on_close": s.boolean,
        "submit_disabled": s.boolean,
    },
)
_HOME = s.shape({"type": s.anything, "blocks": s.anything}, _KEPT)


def check_view(view: object) -> list[str]:
    """What is wrong with a view; an empty list where nothing is."""
    spot = s.Spot("/view", [])
    s.by_type({"modal": _MODAL, "home": _HOME}, "a view")(spot, view)
    if isinstance(view, dict):
        is_modal = view.get("type") == "modal"
        check_view_blocks(spot.at("blocks"), view.get("blocks"), least=1 if is_modal else 0)
        if is_modal and "submit" not in view and _has_input(view.get("blocks")):
            spot.refuse("missing required field: submit")
    return spot.problems


def is_too_large(view: object) -> bool:
    """Slack refuses a view of more than 250 kB before it looks at its parts."""
    return len(json.dumps(view).encode()) > MOST_BYTES


def _has_input(blocks: object) -> bool:
    listed = blocks if isinstance(blocks, list) else []
    return any(isinstance(b, dict) and b.get("type") == "input" for b in listed)
