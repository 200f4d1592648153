"""The form for a goal that changed: what they want now; what they wanted stays readable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.record import Goal
from bot.slack.views.blocks import context, section
from bot.slack.views.client_facts import quoted_goal
from bot.slack.views.fields import field, form, read_note, read_typed, typed
from bot.texts import _

CALLBACK = "client_goal"


@dataclass(frozen=True, slots=True)
class GoalGiven:
    """What the client wants now."""

    client_id: str
    words: str | None
    said_by: str | None
    measure: str | None


def goal_form(client_id: str, before: Goal | None) -> dict[str, Any]:
    """What was on the record stands above the empty field."""
    view = form(CALLBACK, _("Their goal"), _("Save"), _("Cancel"), {"client_id": client_id})
    known = []
    if before is not None:
        quoted = quoted_goal(before.words, before.said_by, before.said_on)
        known = [section(_("So far: {goal}.").format(goal=quoted))]
    return view | {
        "blocks": [
            *known,
            field(
                "goal",
                _("What do they want now?"),
                typed(None, lines=True, limit=1000),
                needed=True,
                hint=_("In their words, if you have them."),
            ),
            field("said_by", _("Who said it?"), typed(None, limit=200)),
            field("measure", _("How will they measure it?"), typed(None, limit=500)),
            context(_("Seen by colleagues on this client. The goal before stays readable.")),
        ]
    }


def read_goal_form(view: Mapping[str, object]) -> GoalGiven:
    """What was written."""
    return GoalGiven(
        read_note(view).get("client_id", ""),
        read_typed(view, "goal"),
        read_typed(view, "said_by"),
        read_typed(view, "measure"),
    )
