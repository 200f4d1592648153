"""What goes back to Slack when a form was submitted: its errors, the next form, or words."""

from __future__ import annotations

from typing import Any

from bot.domain.letters import Reply
from bot.slack.doors import AfterForm, CloseAll, Errors, Open, Say, View
from bot.slack.views.blocks import Message
from bot.slack.views.fields import form
from bot.slack.views.refusal import form_errors
from bot.slack.views.reply import reply_message
from bot.texts import _

NO_FIELD = ""
"""Where a form has no field under which its error could stand."""

Answer = dict[str, Any]
"""What goes back in the answer to Slack's request."""


def form_done(after: AfterForm) -> Answer:
    """What was submitted is saved: the form closes, or what became of it stands in its place."""
    if isinstance(after, Say):
        return {"response_action": "update", "view": as_view(after.said)}
    return {"response_action": "clear"} if isinstance(after, CloseAll) else {}


def form_answer(after: Errors | Open) -> Answer:
    """What is wrong stands under the fields; a form without fields becomes a notice of it."""
    if isinstance(after, Open):
        return {"response_action": "push", "view": dict(after.view)}
    unplaced = after.by_field.get(NO_FIELD)
    if unplaced is not None:
        said = reply_message(Reply(unplaced, after.values), NO_FIELD)
        return {"response_action": "update", "view": as_view(said)}
    return {"response_action": "errors", "errors": _worded(after)}


def _worded(errors: Errors) -> dict[str, str]:
    """What Slack shows under the fields."""
    if errors.are_words:
        return dict(errors.by_field)
    return form_errors(errors.by_field, errors.values)


def as_view(said: Message) -> View:
    """Words for somebody who pressed in Home or in a form, where no message can be answered."""
    note = form("notice", _("Alongside"), "", _("Close"), {})
    return {key: value for key, value in note.items() if key != "submit"} | {
        "blocks": list(said.blocks)
    }
