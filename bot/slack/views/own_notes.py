"""What a seller learned at a client, for them alone: in a form that closes, never in a message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.domain.briefs import OwnNote, PastPlan, Went
from bot.slack.escape import escape
from bot.slack.views.blocks import context, section
from bot.slack.views.days import short_day
from bot.slack.views.fields import form
from bot.texts import _, ngettext

MOST_NOTES = 10
MOST_PLANS = 5


def own_notes_view(
    client: str, notes: Sequence[OwnNote], plans: Sequence[PastPlan]
) -> dict[str, Any]:
    """The latest first."""
    view = form("own_notes", _("Yours alone"), "", _("Close"), {})
    head = _("What you learned at {client}. Nobody else sees this.").format(client=escape(client))
    blocks = [context(head), *(section(_note(note)) for note in notes[:MOST_NOTES])]
    if not notes:
        blocks.append(section(_("Nothing yet.")))
    if len(notes) > MOST_NOTES:
        more = len(notes) - MOST_NOTES
        words = ngettext("and {count} older one", "and {count} older ones", more)
        blocks.append(context(words.format(count=more)))
    blocks += [context(_plan(plan)) for plan in plans[:MOST_PLANS]]
    return {name: part for name, part in view.items() if name != "submit"} | {"blocks": blocks}


def _note(note: OwnNote) -> str:
    return _("{day}: {words}").format(day=short_day(note.on), words=escape(note.words, 600))


def _plan(plan: PastPlan) -> str:
    said = {
        Went.AS_PLANNED: lambda: _(
            "Planned {day}: {planned} of {count} minutes for what they want. It went as planned."
        ),
        Went.OTHERWISE: lambda: _(
            "Planned {day}: {planned} of {count} minutes for what they want. It went otherwise."
        ),
    }
    return said[plan.went]().format(day=short_day(plan.on), planned=plan.planned, count=plan.of)
