"""Which facts a question may quote or ask for, and at which moments they are known."""

from __future__ import annotations

from bot.domain.vocabulary import MomentKind

QUOTED = frozenset({"goal", "problem", "measure"})
"""Facts in the client's own words: they are quoted, and cut where they are long."""
_OF_CLIENT = QUOTED | {"client", "goal_by", "goal_on", "goal_month", "gave_lately"}
_OF_DEAL = frozenset({"deal", "stage", "amount"})
_DATES = frozenset({"at_30", "at_90", "at_180", "at_365"})
MARKERS = _DATES | {
    "shows_client",
    "was_won",
    "was_lost",
    "chose_quarter_end",
    "price_talk",
    "gave_lately",
}
"""Facts that open or close a prompt and are never shown."""
FACTS = (_OF_CLIENT | _OF_DEAL | {"days"}) - MARKERS
"""What a prompt may show; `goal_month` follows from `goal_on`."""

_AT_DEAL = _OF_CLIENT | _OF_DEAL | {"shows_client", "price_talk"}
_KNOWN_AT: dict[MomentKind, frozenset[str]] = {
    MomentKind.DEAL_CREATED: _AT_DEAL,
    MomentKind.DEAL_MOVED: _AT_DEAL,
    MomentKind.DEAL_CHANGED: _AT_DEAL,
    MomentKind.DEAL_QUIET: _AT_DEAL,
    MomentKind.DEAL_WON: _AT_DEAL,
    MomentKind.DEAL_LOST: _AT_DEAL,
    MomentKind.RENEWAL_TALK: _AT_DEAL,
    MomentKind.CHECK_IN_DUE: _OF_CLIENT | _DATES | {"deal", "days", "was_won", "was_lost"},
    MomentKind.QUARTER_END: _OF_CLIENT | _OF_DEAL | {"chose_quarter_end"},
}


def known_at(moment: MomentKind) -> frozenset[str]:
    """All that can be known at a moment of this sort; what is, differs from client to client."""
    return _KNOWN_AT.get(moment, _OF_CLIENT)
