"""The form that makes one record of two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.slack.escape import escape
from bot.slack.views.blocks import context, section
from bot.slack.views.client_field import ClientNamed, client_fields, read_client
from bot.slack.views.fields import Choices, form, read_note
from bot.texts import _

CALLBACK = "client_merge"


def merge_form(client_id: str, name: str, known: Choices) -> dict[str, Any]:
    """Which other record is the same client."""
    view = form(CALLBACK, _("Merge"), _("Merge"), _("Cancel"), {"client_id": client_id})
    others = [(one, label) for one, label in known if one != client_id]
    return view | {
        "blocks": [
            section(_("*{client}* is the same client as:").format(client=escape(name))),
            *client_fields(others),
            context(
                _(
                    "One record is left, under the other's name, with the facts of both. "
                    "Nothing is rewritten: one press makes them two again."
                )
            ),
        ]
    }


def read_merge_form(view: Mapping[str, object]) -> tuple[str, ClientNamed]:
    """The record's id, and which other one it becomes part of."""
    return read_note(view).get("client_id", ""), read_client(view)
