"""By which way somebody was in touch with a client."""

from __future__ import annotations

from enum import StrEnum


class Way(StrEnum):
    """What a press can say; other sources tell of meetings."""

    CALL = "call"
    VISIT = "visit"
    MAIL = "mail"
    MESSAGE = "message"
    KNOWLEDGE = "knowledge"
    MEETING = "meeting"
    OTHER = "other"


CHOICES = (Way.CALL, Way.VISIT, Way.MAIL, Way.MESSAGE, Way.KNOWLEDGE)
"""Those that are offered as the second press."""
