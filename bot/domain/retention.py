"""How long what is kept is kept. Home, docs/privacy.md and the housekeeping read the same terms."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum


class Kept(StrEnum):
    """What goes by itself after a while."""

    UNCONFIRMED = "unconfirmed"
    FACETS = "facets"
    OCCASIONS = "occasions"
    DECISIONS = "decisions"
    MESSAGES = "messages"
    DELIVERIES = "deliveries"
    MODEL_ASKS = "model_asks"
    EXPORTS = "exports"
    ADMIN_ACTS = "admin_acts"
    CLOSED_ACCOUNTS = "closed_accounts"


DAYS_KEPT = {
    Kept.UNCONFIRMED: 14,
    Kept.FACETS: 180,
    Kept.OCCASIONS: 180,
    Kept.DECISIONS: 90,
    Kept.MESSAGES: 400,  # a year's check-in must not come twice
    Kept.DELIVERIES: 30,
    Kept.MODEL_ASKS: 14,
    Kept.EXPORTS: 400,
    Kept.ADMIN_ACTS: 730,
    Kept.CLOSED_ACCOUNTS: 180,
}


def kept_for(what: Kept) -> timedelta:
    """The term as a length of time."""
    return timedelta(days=DAYS_KEPT[what])
