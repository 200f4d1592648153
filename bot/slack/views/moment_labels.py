"""The moments at which something can be asked, in words to choose from."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.domain.vocabulary import MomentKind
from bot.texts import _

MOMENT_LABELS: Mapping[MomentKind, Callable[[], str]] = {
    MomentKind.MEETING_HELD: lambda: _("After a client meeting"),
    MomentKind.MEETING_AHEAD: lambda: _("Before a client meeting, on request"),
    MomentKind.DEAL_CREATED: lambda: _("A deal was opened"),
    MomentKind.DEAL_MOVED: lambda: _("A deal moved"),
    MomentKind.DEAL_CHANGED: lambda: _("A deal changed"),
    MomentKind.DEAL_QUIET: lambda: _("A deal is quiet"),
    MomentKind.DEAL_WON: lambda: _("A deal was won"),
    MomentKind.DEAL_LOST: lambda: _("A deal went elsewhere"),
    MomentKind.RENEWAL_TALK: lambda: _("A renewal is near"),
    MomentKind.CHECK_IN_DUE: lambda: _("Months after a deal's end"),
    MomentKind.PROBLEM_OPEN: lambda: _("A client's problem stays open"),
    MomentKind.RELATIONSHIP_COOLING: lambda: _("A client heard nothing for long"),
    MomentKind.GOAL_STALE: lambda: _("A goal nobody spoke of for long"),
    MomentKind.QUARTER_END: lambda: _("The end of a quarter, if chosen"),
    MomentKind.SIXTY_MINUTES: lambda: _("Sixty minutes, once a month"),
    MomentKind.ANSWER_GIVEN: lambda: _("The second turn, after an answer"),
}
"""In the order in which they are listed."""


def moment_label(moment: str) -> str:
    """As a label; a word that is no moment stays as it is."""
    found = MOMENT_LABELS.get(MomentKind(moment)) if moment in set(MomentKind) else None
    return found() if found else moment
