"""Views: the modals on a person's screen, at most three deep, and the App Home."""

from __future__ import annotations

import hashlib
from typing import Any

from bot.playground.checks.blocks import elements_of
from bot.playground.checks.elements import INTERACTIVE
from bot.playground.checks.views import check_view, is_too_large
from bot.playground.copies import copied
from bot.playground.ground import Ground
from bot.playground.refusals import Refusal, refused_for
from bot.playground.state import Install, Json, Team, View
from bot.playground.view_values import carried_over, starting_values

DEEPEST = 3


def checked(view: Any, wanted_type: str) -> Json:
    """A view that Slack would take, or the refusal that Slack would give."""
    if is_too_large(view):
        raise Refusal("view_too_large")
    problems = check_view(view)
    if problems:
        raise refused_for("invalid_arguments", problems)
    if view["type"] != wanted_type:
        wrong = [f"[ERROR] must be a {wanted_type} view [json-pointer:/view/type]"]
        raise refused_for("invalid_arguments", wrong)
    return named_parts(copied(view))


def named_parts(thing: Json) -> Json:
    """Give each block and element without an id one, as Slack does."""
    for number, block in enumerate(thing.get("blocks") or []):
        block.setdefault("block_id", _short(f"block {number}", thing))
        for place, element in enumerate(elements_of(block)):
            if element.get("type") in INTERACTIVE:
                element.setdefault("action_id", _short(f"action {number} {place}", thing))
    return thing


def open_modal(
    ground: Ground, team: Team, install: Install, user_id: str, view: Any, *, on_top: bool
) -> View:
    """Show a modal, on top of those that are open or in their place."""
    stack = team.stacks.setdefault(user_id, [])
    payload = checked(view, "modal")
    if not on_top:
        close_all(ground, team, user_id)
    elif len(stack) >= DEEPEST:
        raise Refusal("push_limit_reached")
    _claim_external_id(team, payload, "")
    shown = View(ground.new_id("V"), install.app_id, user_id, {})
    shown.payload = _full(ground, team, install, shown, payload)
    shown.payload["root_view_id"] = stack[0] if stack else shown.id
    shown.payload["previous_view_id"] = stack[-1] if stack else None
    shown.payload["state"] = {"values": starting_values(payload["blocks"])}
    team.views[shown.id] = shown
    stack.append(shown.id)
    ground.changed()
    return shown


def replace(ground: Ground, team: Team, install: Install, shown: View, view: Any) -> View:
    """Put other content into a view; what was typed stays where its input stays."""
    payload = checked(view, shown.payload["type"])
    _claim_external_id(team, payload, shown.id)
    before = shown.payload
    shown.payload = _full(ground, team, install, shown, payload)
    shown.payload["root_view_id"] = before["root_view_id"]
    shown.payload["previous_view_id"] = before["previous_view_id"]
    values = carried_over(payload["blocks"], before["state"]["values"])
    shown.payload["state"] = {"values": values}
    shown.errors = {}
    ground.changed()
    return shown


def publish_home(ground: Ground, team: Team, install: Install, user_id: str, view: Any) -> View:
    """Set what one person sees in the app's Home."""
    key = f"{install.app_id}:{user_id}"
    known = team.views.get(team.homes.get(key, ""))
    if known is not None:
        return replace(ground, team, install, known, view)
    payload = checked(view, "home")
    shown = View(ground.new_id("V"), install.app_id, user_id, {})
    shown.payload = _full(ground, team, install, shown, payload)
    shown.payload["root_view_id"] = shown.id
    shown.payload["previous_view_id"] = None
    shown.payload["state"] = {"values": starting_values(payload["blocks"])}
    team.views[shown.id] = shown
    team.homes[key] = shown.id
    ground.changed()
    return shown


def find(team: Team, app_id: str, view_id: object, external_id: object) -> View:
    """A view that is still on somebody's screen, by Slack's id or the app's own."""
    for shown in team.views.values():
        by_id = view_id and shown.id == view_id
        by_name = external_id and shown.payload.get("external_id") == external_id
        if shown.app_id == app_id and (by_id or by_name):
            return shown
    raise Refusal("not_found")


def close_top(ground: Ground, team: Team, user_id: str) -> View | None:
    """Take the uppermost modal away; the one below shows again."""
    stack = team.stacks.get(user_id, [])
    if not stack:
        return None
    closed = team.views.pop(stack.pop())
    ground.changed()
    return closed


def close_all(ground: Ground, team: Team, user_id: str) -> list[View]:
    closed = []
    while team.stacks.get(user_id):
        top = close_top(ground, team, user_id)
        if top is not None:
            closed.append(top)
    return closed


def top_of(team: Team, user_id: str) -> View | None:
    stack = team.stacks.get(user_id, [])
    return team.views[stack[-1]] if stack else None


def home_of(team: Team, app_id: str, user_id: str) -> View | None:
    return team.views.get(team.homes.get(f"{app_id}:{user_id}", ""))


def _claim_external_id(team: Team, payload: Json, own_id: str) -> None:
    wanted = payload.get("external_id")
    for shown in team.views.values():
        if wanted and shown.id != own_id and shown.payload.get("external_id") == wanted:
            raise Refusal("duplicate_external_id")


def _full(ground: Ground, team: Team, install: Install, shown: View, payload: Json) -> Json:
    """The view object as apps get it back."""
    full: Json = {
        "id": shown.id,
        "team_id": team.id,
        "app_id": install.app_id,
        "app_installed_team_id": team.id,
        "bot_id": install.bot_id,
        "type": payload["type"],
        "title": payload.get("title") or {"type": "plain_text", "text": "View Title"},
        "close": payload.get("close"),
        "submit": payload.get("submit"),
        "blocks": payload["blocks"],
        "private_metadata": payload.get("private_metadata", ""),
        "callback_id": payload.get("callback_id", ""),
        "external_id": payload.get("external_id", ""),
        "clear_on_close": bool(payload.get("clear_on_close")),
        "notify_on_close": bool(payload.get("notify_on_close")),
    }
    stamp = f"{ground.machine_s():.6f}"
    ground.state.counter += 1
    seed = f"{stamp}{ground.state.counter}"
    full["hash"] = f"{stamp.split('.', 1)[0]}.{hashlib.sha256(seed.encode()).hexdigest()[:8]}"
    return full


def _short(place: str, thing: Json) -> str:
    seed = f"{place}{thing.get('callback_id', '')}{len(thing.get('blocks') or [])}"
    return hashlib.sha256(seed.encode()).hexdigest()[:5]
