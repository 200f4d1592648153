"""The form behind the shortcut "This is about a client"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.slack.views.client_field import ClientNamed, client_fields, read_client
from bot.slack.views.fields import (
    Choices,
    choice,
    field,
    form,
    read_choice,
    read_note,
    read_typed,
    typed,
)
from bot.texts import _

CALLBACK = "about_client"


class About(StrEnum):
    """What a message tells of a client."""

    GOAL = "goal"
    PROBLEM = "problem"
    HEARD = "heard"


@dataclass(frozen=True, slots=True)
class AboutClient:
    """What somebody says that a message is; `note` names the message."""

    client: ClientNamed
    about: About
    words: str | None
    note: Mapping[str, str]


def about_client_form(
    known: Choices, text: str, *, client_id: str | None = None, note: Mapping[str, str]
) -> dict[str, Any]:
    """The message's words, to be cut down to what the client said."""
    view = form(CALLBACK, _("About a client"), _("Save"), _("Cancel"), note)
    kinds = (
        (About.GOAL.value, _("What they want")),
        (About.PROBLEM.value, _("What stands in their way")),
        (About.HEARD.value, _("That we heard from them")),
    )
    return view | {
        "blocks": [
            *client_fields(known, client_id),
            field("about", _("What is it?"), choice(kinds, About.GOAL, radio=True), needed=True),
            field(
                "words",
                _("In their words"),
                typed(text, lines=True, limit=1000),
                hint=_("Goes on the client's record, seen by colleagues on this client."),
            ),
        ]
    }


def read_about_client_form(view: Mapping[str, object]) -> AboutClient:
    """What was chosen and written."""
    about = read_choice(view, "about")
    return AboutClient(
        client=read_client(view),
        about=About(about) if about in {each.value for each in About} else About.HEARD,
        words=read_typed(view, "words"),
        note=read_note(view),
    )
