"""views.*: an app opens, stacks and changes modals, and publishes Home."""

from __future__ import annotations

from typing import Any

from bot.playground import views
from bot.playground.api.call import Call, Method
from bot.playground.copies import copied
from bot.playground.refusals import Refusal
from bot.playground.state import Json


def open_view(call: Call) -> Json:
    view = _view(call)
    views.checked(view, "modal")
    trigger = call.triggers.use(call.args.get("trigger_id"), call.token.app_id)
    shown = views.open_modal(
        call.ground, call.team, call.install, trigger.user_id, view, on_top=False
    )
    return {"view": copied(shown.payload)}


def push_view(call: Call) -> Json:
    view = _view(call)
    views.checked(view, "modal")
    trigger = call.triggers.use(call.args.get("trigger_id"), call.token.app_id)
    if views.top_of(call.team, trigger.user_id) is None:
        raise Refusal("not_found")
    shown = views.open_modal(
        call.ground, call.team, call.install, trigger.user_id, view, on_top=True
    )
    return {"view": copied(shown.payload)}


def update_view(call: Call) -> Json:
    view = _view(call)
    found = views.find(call.team, call.token.app_id, call.text("view_id"), call.text("external_id"))
    if call.text("hash") and call.text("hash") != found.payload["hash"]:
        raise Refusal("hash_conflict")
    shown = views.replace(call.ground, call.team, call.install, found, view)
    return {"view": copied(shown.payload)}


def publish_view(call: Call) -> Json:
    view = _view(call)
    user_id = call.text("user_id")
    person = call.team.people.get(user_id)
    if person is None or person.is_bot:
        raise Refusal("user_not_found")
    known = views.home_of(call.team, call.token.app_id, user_id)
    if known is not None and call.text("hash") and call.text("hash") != known.payload["hash"]:
        raise Refusal("hash_conflict")
    shown = views.publish_home(call.ground, call.team, call.install, user_id, view)
    return {"view": copied(shown.payload)}


METHODS = {
    "views.open": Method(open_view),
    "views.push": Method(push_view),
    "views.update": Method(update_view),
    "views.publish": Method(publish_view),
}


def _view(call: Call) -> Any:
    view = call.value("view", "invalid_arguments")
    if view is None:
        raise Refusal("invalid_arguments", response_metadata={"messages": ["missing: view"]})
    return view
