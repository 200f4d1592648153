"""What was chosen for a person at a look, or why nothing was, as codes and values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.vocabulary import Kind, NudgeKind, NudgeState


class Outcome(StrEnum):
    """What a look at a person came to."""

    ASK = "ask"
    OFFER = "offer"
    SILENCE = "silence"


class Reason(StrEnum):
    """Why this outcome; each has its sentence in the views and its values beside it."""

    CHOSEN = "chosen"
    NOTHING_OPEN = "nothing_open"
    NOT_YET = "not_yet"
    WAITS_FOR_MEETING = "waits_for_meeting"
    OUTSIDE_HOURS = "outside_hours"
    DAY_OFF = "day_off"
    AWAY = "away"
    IN_MEETING = "in_meeting"
    DIGEST_DAY = "digest_day"
    ASKED_TODAY = "asked_today"
    WEEK_FULL = "week_full"
    TOO_SOON = "too_soon"
    BACKED_OFF = "backed_off"
    RESTING = "resting"
    QUESTIONS_OFF = "questions_off"
    KIND_OFF = "kind_off"
    CLIENT_THIS_WEEK = "client_this_week"
    DEAL_LATELY = "deal_lately"
    NO_FRESH_PROMPT = "no_fresh_prompt"
    ROOM_FOR_LATER = "room_for_later"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class PastNudge:
    """What pacing needs to know of one message that was sent, in order of sending.

    `acted_at` is when the person pressed, answered or postponed; None when they did nothing.
    `asked_for` messages count in no cap.
    """

    kind: NudgeKind
    state: NudgeState
    sent_at: datetime
    acted_at: datetime | None = None
    prompt_id: str | None = None
    client_id: str | None = None
    deal_id: str | None = None
    asked_for: bool = False
    was_unhelpful: bool = False
    is_less_question: bool = False
    """Whether this one asked "less, other, or stop?"."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Of the person who is looked at: what they set, as far as choosing a question needs it."""

    person_id: str
    questions_per_week: int = 3
    kinds_off: frozenset[Kind] = frozenset()
    prompts_off: frozenset[str] = frozenset()
    digest_day: int | None = 4
    acted_at: datetime | None = None
    """When the person last did anything with Alongside by themselves."""
    next_digest_at: datetime | None = None
    """When the next digest comes, as far as this look knows: one may wait for a good time."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The whole answer to one look. A question is sent at `at`; looked again at `next_look_at`."""

    outcome: Outcome
    reason: Reason
    seed: int
    values: Mapping[str, str] = field(default_factory=dict)
    moment_id: str | None = None
    prompt_id: str | None = None
    at: datetime | None = None
    says_less: bool = False
    """The question says that there will be fewer of them, after two ignored."""
    asks_less: bool = False
    """In place of a prompt: "less, other, or stop?", after four ignored."""
    probability: float = 1.0
    next_look_at: datetime | None = None
    lapsed: tuple[str, ...] = ()
    """Moments whose window has closed."""
