"""What a search in the record found, grouped by client."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Place(StrEnum):
    """Where in the record something stands."""

    GOAL = "goal"
    EARLIER_GOAL = "earlier_goal"
    MEASURE = "measure"
    PROBLEM = "problem"
    SOLVED_PROBLEM = "solved_problem"
    PERSON = "person"
    NOTE = "note"
    PROMISE = "promise"
    CLOSED_PROMISE = "closed_promise"
    GAVE = "gave"
    DATE = "date"
    ANSWER = "answer"
    """The person's own, which nobody else ever finds."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand: who said it and when."""

    place: Place
    words: str
    by: str | None
    on: date | None


@dataclass(frozen=True, slots=True)
class ClientHits:
    """What was found about one client; without a client for answers that were about none."""

    client_id: str
    client: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class RecordFound:
    """At most ten hits; `more` were left out, `own` are answers that a command would show."""

    query: str
    client: str | None
    groups: tuple[ClientHits, ...]
    more: int = 0
    own: int = 0
