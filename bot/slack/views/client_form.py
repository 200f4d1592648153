"""The form for a client's record: who they are, and what they want."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.slack.escape import plain
from bot.slack.views.blocks import context
from bot.slack.views.fields import field, form, read_note, read_typed, typed
from bot.texts import _

CALLBACK = "client"


@dataclass(frozen=True, slots=True)
class ClientGiven:
    """A client's record as written in the form; `client_id` is None for a new client."""

    client_id: str | None = None
    name: str | None = None
    goal: str | None = None
    said_by: str | None = None
    measure: str | None = None
    problem: str | None = None


_NEW = ClientGiven()


def client_form(given: ClientGiven = _NEW) -> dict[str, Any]:
    """Empty for a new client, else filled with the record as it stands."""
    title = _("Client") if given.client_id else _("Add a client")
    note = {"client_id": given.client_id} if given.client_id else {}
    view = form(CALLBACK, title, _("Save"), _("Cancel"), note)
    return view | {
        "blocks": [
            field("name", _("Name"), typed(given.name, limit=200), needed=True),
            field(
                "goal",
                _("What do they want to do?"),
                typed(given.goal, lines=True, limit=1000),
                hint=_("In their words, if you have them."),
            ),
            field("said_by", _("Who said it?"), typed(given.said_by, limit=200)),
            field("measure", _("How will they measure it?"), typed(given.measure, limit=500)),
            field("problem", _("What stands in their way?"), typed(given.problem, limit=1000)),
            context(_("All of this is seen by colleagues on this client.")),
        ]
    }


def read_client_form(view: Mapping[str, object]) -> ClientGiven:
    """What was written."""
    name = read_typed(view, "name")
    return ClientGiven(
        client_id=read_note(view).get("client_id"),
        name=(plain(name, 200) or None) if name else None,
        goal=read_typed(view, "goal"),
        said_by=read_typed(view, "said_by"),
        measure=read_typed(view, "measure"),
        problem=read_typed(view, "problem"),
    )
