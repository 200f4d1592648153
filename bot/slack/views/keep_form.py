"""The form to choose the clients that one would hate to lose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.slack.views.fields import (
    Choices,
    field,
    form,
    read_lines,
    read_note,
    read_several,
    several,
    typed,
)
from bot.texts import _

CALLBACK = "keep"


def keep_form(known: Choices, key: str = "", kept: Sequence[str] = ()) -> dict[str, Any]:
    """Known clients (pairs of id and name) to choose from, and a field for names not known yet."""
    view = form(CALLBACK, _("Clients you keep"), _("Save"), _("Cancel"), {"key": key})
    names = field(
        "names",
        _("Others, one name a line") if known else _("Their names, one a line"),
        typed(lines=True, limit=1000),
        hint=_("Three are a good start."),
    )
    if not known:
        return view | {"blocks": [names]}
    chosen = field("clients", _("Clients on the record"), several(known, kept))
    return view | {"blocks": [chosen, names]}


def read_keep_form(view: Mapping[str, object]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids that were chosen, and the names that were written."""
    return read_several(view, "clients") or (), tuple(dict.fromkeys(read_lines(view, "names")))


def read_keep_key(view: Mapping[str, object]) -> str:
    """The welcome that this answers, if it came from one."""
    return read_note(view).get("key", "")
