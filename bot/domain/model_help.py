"""What a language model may be asked and may propose; each proposal quotes what it was shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.prompt import Choice, Prompt
from bot.domain.vocabulary import Facet, Habit, Kind


class AskedAbout(StrEnum):
    """Of what the model is asked."""

    POST = "post"
    ANSWER = "answer"


class AskOutcome(StrEnum):
    """What became of asking; in all but the first two the rules stand alone."""

    WAITING = "waiting"
    ANSWERED = "answered"
    SLOW = "slow"
    BUSY = "busy"
    REFUSED = "refused"
    FAILED = "failed"
    UNREADABLE = "unreadable"
    OVER_BUDGET = "over_budget"
    TOO_LATE = "too_late"
    NOT_WANTED = "not_wanted"
    """Switched off, kept out, edited away or deleted before it was its turn."""


@dataclass(frozen=True, slots=True)
class FacetProposed:
    """One facet of a post, and the words that are said to show it."""

    facet: Facet
    quote: str


@dataclass(frozen=True, slots=True)
class PostProposed:
    """What the model says that a post shows; `promises` are quotations, without a day."""

    facets: tuple[FacetProposed, ...] = ()
    promises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUpProposed:
    """One further question, and the words of the answer that it takes up."""

    question: str
    quote: str


@dataclass(frozen=True, slots=True)
class ModelSeen:
    """The language model as Home and commands show it to one person."""

    host: str
    name: str
    is_on: bool
    by: str = ""
    on_at: datetime | None = None
    is_mine: bool = True
    """Whether this person lets their own posts and answers in."""
    is_told: bool = False
    calls_today: int = 0
    calls_per_day: int = 0
    outcomes: Mapping[str, int] = field(default_factory=dict)
    """How asking went in the last seven days; only for an admin."""


SECOND_TURN = Prompt(
    id="second_turn",
    family="second_turn",
    habit=Habit.LISTEN,
    kind=Kind.REFLECTIONS,
    moments=frozenset(),
    texts={},
    helps={},
    choices=(Choice("add", {}, opens=True), Choice("enough", {})),
    records="learned",
    evidence="",
    grade="none",
    near_measure="",
)
"""What a question drawn from an answer is to the flows: no catalogue has it, no look chooses it,
and what is answered to it stays the person's own."""
