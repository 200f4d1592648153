"""The form for the days that matter to a client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.client_dates import DateSort
from bot.domain.date_line import DateLine
from bot.slack.escape import escape
from bot.slack.views.blocks import context, section
from bot.slack.views.client_dates import date_name, sort_labels
from bot.slack.views.days import long_day
from bot.slack.views.fields import (
    choice,
    day_picker,
    field,
    form,
    read_choice,
    read_day,
    read_note,
    read_several,
    read_typed,
    several,
    typed,
)
from bot.texts import _

CALLBACK = "dates"
_MOST_BOXES = 10


@dataclass(frozen=True, slots=True)
class DatesGiven:
    """A new day for a client, and the ids of those to take off; `said` are words for the day."""

    client_id: str
    sort: DateSort
    words: str | None
    on: date | None
    said: str | None
    is_yearly: bool
    off: tuple[str, ...]


def dates_form(client_id: str, client: str, known: Sequence[DateLine]) -> dict[str, Any]:
    """What is known, to take off; and the fields for one more."""
    note = {"client": client_id}
    view = form(CALLBACK, _("Dates that matter"), _("Save"), _("Cancel"), note)
    blocks = [section(f"*{escape(client)}*")]
    if known:
        options = [(one.date_id, _known(one)) for one in known[:_MOST_BOXES]]
        blocks.append(field("off", _("Take off"), several(options, boxes=True)))
    yearly = several((("yes", _("Every year")),), boxes=True)
    return view | {
        "blocks": [
            *blocks,
            field("sort", _("One more"), choice(sort_labels(), DateSort.RENEWAL)),
            field("on", _("On which day?"), day_picker()),
            field("said", _("Or in words"), typed(limit=100), hint=_("“1 October”")),
            field("yearly", _("Does it come back?"), yearly),
            field("words", _("What it is called"), typed(limit=100)),
            context(_("Goes on the client's record, seen by colleagues on this client.")),
        ]
    }


def read_dates_form(view: Mapping[str, object]) -> DatesGiven:
    """What was chosen and written."""
    sort = read_choice(view, "sort")
    return DatesGiven(
        client_id=read_note(view).get("client", ""),
        sort=DateSort(sort) if sort in set(DateSort) else DateSort.OTHER,
        words=read_typed(view, "words"),
        on=read_day(view, "on"),
        said=read_typed(view, "said"),
        is_yearly="yes" in (read_several(view, "yearly") or ()),
        off=read_several(view, "off") or (),
    )


def _known(line: DateLine) -> str:
    return _("{what}, {day}").format(
        what=date_name(line.sort, line.words)[:50], day=long_day(line.on)
    )
