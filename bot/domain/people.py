"""A person whom Alongside knows, and what they set for themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from bot.domain.vocabulary import Kind

MONDAY, TUESDAY, FRIDAY = 0, 1, 4


@dataclass(frozen=True, slots=True)
class Leave:
    """Whole days off, both ends included, in the person's own calendar."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person may set; the defaults are a gentle start. Weekdays count from Monday = 0."""

    questions_per_week: int = 3
    kinds_off: frozenset[Kind] = frozenset()
    work_starts: time = time(8, 30)
    work_ends: time = time(17, 30)
    work_days: frozenset[int] = frozenset({0, 1, 2, 3, 4})
    country: str | None = None
    list_day: int = TUESDAY
    digest_day: int | None = FRIDAY
    digest_at: time = time(14, 0)
    leave: tuple[Leave, ...] = ()
    quarter_end: bool = False
    """Whether they want a question about terms in the last working days of a quarter."""
    language: str | None = None
    """In which language to write, "de"; None follows their Slack."""
    not_followed: tuple[str, ...] = ()
    """Ids of clients that they let go of lately, to be taken back by one press."""
    uses_model: bool = True
    """Whether their own posts and answers may go to a language model that an admin switched on."""


@dataclass(frozen=True, slots=True)
class Person:
    """A member of a workspace. Only who `joined_at` some time, and did not leave, is written to."""

    team_id: str
    id: str
    name: str
    email: str | None = None
    zone: str = "UTC"
    locale: str = "en"
    is_admin: bool = False
    joined_at: datetime | None = None
    ignored_at: datetime | None = None
    deactivated_at: datetime | None = None
    paused_until: datetime | None = None
    preferences: Preferences = field(default_factory=Preferences)

    @property
    def is_reachable(self) -> bool:
        """Whether Alongside may write to them unasked at all."""
        return (
            self.joined_at is not None and self.ignored_at is None and self.deactivated_at is None
        )


@dataclass(frozen=True, slots=True)
class Presence:
    """What Slack says of a person right now; at most a quarter of an hour old when used."""

    zone: str
    locale: str
    name: str
    email: str | None
    is_admin: bool
    is_deactivated: bool
    quiet_until: datetime | None
    """End of do-not-disturb, or of a status that says "away"; None when neither holds."""
    checked_at: datetime
