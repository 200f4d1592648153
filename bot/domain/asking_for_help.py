"""What passes between who asks for help on a client's question and who may give it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

MOST_TOPICS = 12
MOST_ASKS_A_MONTH = 8
ASKS_A_MONTH = 2
"""How many an expert takes on unless they set another number."""
MONTH = timedelta(days=30)
RESTS = timedelta(days=14)
"""So long nobody is asked who did not say yes, counted from when a reply would be too late.

The same for a no and for no reply: else whoever looks for them could tell one from the other.
"""
MOST_HELPERS = 3
MOST_AT_ONCE = 3
"""How many may be asked at the same time about one question."""


class TimeBox(StrEnum):
    """How much of a helper's time is asked for."""

    QUARTER = "15m"
    HALF = "30m"
    HOUR = "1h"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class AskForHelp:
    """To one expert alone: a colleague's precise question, and how long it may take."""

    swarm_id: str
    asked_by: str
    client: str
    question: str
    time_box: TimeBox
    goal: str | None = None


@dataclass(frozen=True, slots=True)
class HelpThread:
    """In a channel, after the asker's preview and press: the question, and who will help."""

    asked_by_id: str
    client: str
    question: str
    time_box: TimeBox
    goal: str | None = None
    helper_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HelpOffered:
    """What a person said they can help with, and how often they may be asked."""

    topics: tuple[str, ...] = ()
    asks_a_month: int = ASKS_A_MONTH
    is_stopped: bool = False


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that a person asked for help with, as they see it: never who said no."""

    swarm_id: str
    client: str
    question: str
    asked: tuple[str, ...]
    helping: tuple[str, ...]
    is_posted: bool
    opened_at: datetime
