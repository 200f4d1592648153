"""What a source tells us, in domain terms: a deal update, a meeting ahead, a meeting held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.vocabulary import DealEvent, Facet, PostKind

EXCERPT_LIMIT = 200
"""Characters of a post that may be kept while something waits for confirmation."""


@dataclass(frozen=True, slots=True)
class OwnerNamed:
    """The colleague whom a source names as owner; any of the three may be missing."""

    slack_id: str | None = None
    email: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A thing's name in the system it came from, so that three reports of one event are one."""

    system: str
    external_id: str


MAIL_DOMAIN = "mail_domain"
"""The system under which a client's mail domain is known."""


@dataclass(frozen=True, slots=True)
class PromiseFound:
    """Something a text shows our side promising; offered to a person, never saved by itself."""

    text: str
    due_on: date | None
    excerpt: str


@dataclass(frozen=True, slots=True)
class GoalFound:
    """Something a text shows the client wanting, in their words where the text has them."""

    words: str
    said_by: str | None
    excerpt: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a text shows beside its event."""

    facets: frozenset[Facet] = frozenset()
    promises: tuple[PromiseFound, ...] = ()
    goal: GoalFound | None = None


@dataclass(frozen=True, slots=True)
class DealUpdate:
    """One deal was created, moved, changed, won, lost, went quiet or is up for renewal."""

    client: str
    event: DealEvent
    deal: str | None = None
    stage: str | None = None
    amount: str | None = None
    close_on: date | None = None
    owner: OwnerNamed | None = None
    source: SourceRef | None = None
    found: Found = Found()
    traces: tuple[SourceRef, ...] = ()
    """What points at the client beside its name: accounts in a CRM, mail domains."""


@dataclass(frozen=True, slots=True)
class MeetingAhead:
    """A client meeting is still to come or is starting now; `starts_at` is aware UTC."""

    client: str
    starts_at: datetime | None = None
    minutes: int | None = None
    title: str | None = None
    owner: OwnerNamed | None = None
    source: SourceRef | None = None
    found: Found = Found()
    traces: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingHeld:
    """A client meeting took place; `ended_at` is aware UTC, None where only the post is known."""

    client: str
    ended_at: datetime | None = None
    minutes: int | None = None
    title: str | None = None
    owner: OwnerNamed | None = None
    source: SourceRef | None = None
    found: Found = Found()
    traces: tuple[SourceRef, ...] = ()


Signal = DealUpdate | MeetingAhead | MeetingHeld


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of one post. `signal` is None exactly when `kind` is OTHER."""

    kind: PostKind
    event: DealEvent | None
    client: str | None
    found: Found
    signal: Signal | None
    recogniser: str
