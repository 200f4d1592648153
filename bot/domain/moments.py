"""A situation with a window in time in which a person may be approached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.vocabulary import MomentKind


@dataclass(frozen=True, slots=True)
class Moment:
    """One open moment of one person.

    `facts` are what a prompt may quote or ask for, as they stand at the look: `client`, `deal`,
    `stage`, `goal`, `goal_by`, `goal_on`, `problem`, `amount`, ... `candidate_id` names something
    found in the post that can be offered for one press in place of a question (rule 5).
    """

    id: str
    kind: MomentKind
    opens_at: datetime
    closes_at: datetime
    client_id: str | None = None
    deal_id: str | None = None
    meeting_id: str | None = None
    candidate_id: str | None = None
    happened_at: datetime | None = None
    """The meeting's end or the event's time; a meeting question belongs 5 to 20 minutes after."""
    facts: Mapping[str, str] = field(default_factory=dict)
    named_at: datetime | None = None
    """The time that "Later" named for it: the question comes then, and nothing else before it."""
