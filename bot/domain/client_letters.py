"""A client changes hands: what a colleague is asked, and what the new owner is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.date_line import DateLine


@dataclass(frozen=True, slots=True)
class PromisedThem:
    """Something promised to the client, by when and by whom; `owner` None is the reader."""

    promise_id: str
    text: str
    due_on: date | None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class HandOverClient:
    """One person asks another to take over a client, and what they promised it."""

    asked_by_id: str
    asked_by: str
    client_id: str
    client: str
    promises: tuple[PromisedThem, ...] = ()


@dataclass(frozen=True, slots=True)
class ClientLetter:
    """The facts of a client for whoever owns it from now on, short."""

    client_id: str
    client: str
    goal: str | None = None
    goal_by: str | None = None
    goal_on: date | None = None
    measure: str | None = None
    problems: tuple[str, ...] = ()
    promises: tuple[PromisedThem, ...] = ()
    people: tuple[str, ...] = ()
    word_on: date | None = None
    word_by: str | None = None
    word_way: str | None = None
    gave_on: date | None = None
    gave_what: str | None = None
    asked_since: int = 0
    dates: tuple[DateLine, ...] = ()
