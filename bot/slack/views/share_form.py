"""The two forms of sharing a brief: to whom, then exactly what they will see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.domain.briefs import SharedBrief
from bot.slack.escape import escape
from bot.slack.views.blocks import context, divider
from bot.slack.views.brief import shared_brief_message
from bot.slack.views.fields import (
    Choices,
    choice,
    field,
    form,
    person_picker,
    read_choice,
    read_note,
    read_person,
)
from bot.texts import _

CALLBACK = "share"
PREVIEW = "share_preview"


def share_form(brief_id: str, channels: Choices) -> dict[str, Any]:
    """A channel of ours in which Alongside is, or a colleague."""
    view = form(CALLBACK, _("Share the plan"), _("Preview"), _("Cancel"), {"ref": brief_id})
    in_channel = [field("channel", _("In a channel"), choice(channels))] if channels else []
    return view | {
        "blocks": [
            *in_channel,
            field("colleague", _("Or to a colleague") if channels else _("To"), person_picker()),
            context(_("Your own notes are not in it. You see it before anybody else does.")),
        ]
    }


def read_share_form(view: Mapping[str, object]) -> tuple[str, str | None, str | None]:
    """The brief, and the channel or the colleague that was chosen."""
    return (
        read_note(view).get("ref", ""),
        read_choice(view, "channel"),
        read_person(view, "colleague"),
    )


def share_preview(copy: SharedBrief, to: str, note: Mapping[str, str]) -> dict[str, Any]:
    """What will be seen, word for word; `note` says where it goes and what was previewed."""
    view = form(PREVIEW, _("Before it is shared"), _("Share"), _("Back"), note)
    asks = _("This is what {place} will see.").format(place=escape(to, 80))
    return view | {"blocks": [context(asks), divider(), *shared_brief_message(copy).blocks]}


def read_share_preview(view: Mapping[str, object]) -> dict[str, str]:
    """Where it goes, and what was previewed."""
    return read_note(view)
