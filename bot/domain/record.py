"""The client's record as colleagues on that client see it: rooted in the client's goal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.asking_for_help import HelpOffered, OpenQuestion
from bot.domain.cadence import Standing
from bot.domain.client_people import PersonThere
from bot.domain.date_line import DateLine
from bot.domain.letters import CheckInLine, ListLine, MeetingLine, Offer
from bot.domain.listening import TheyTalked
from bot.domain.model_help import ModelSeen
from bot.domain.people import Person
from bot.domain.prompt import Prompt
from bot.domain.pulse import PulseSeen


@dataclass(frozen=True, slots=True)
class Goal:
    """What the client wants, in their words."""

    words: str
    said_by: str | None
    said_on: date
    measure: str | None
    confirmed_on: date
    is_stale: bool
    id: str = ""


@dataclass(frozen=True, slots=True)
class ProblemFacts:
    """What stands in the client's way, since it is known."""

    words: str
    since: date


@dataclass(frozen=True, slots=True)
class KeptFacts:
    """The cadence of a client that somebody keeps, and how things stand to it since or by a day."""

    ideal_days: int
    worst_days: int
    standing: Standing
    day: date


@dataclass(frozen=True, slots=True)
class LastTouch:
    """The last contact of one sort: on which day, by whom, by what way."""

    on: date
    by: str | None
    way: str | None
    what: str | None = None
    """What was given, where its giver said."""


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """A promise to a client that is still open; colleagues see who owns it."""

    id: str
    client_id: str
    client: str
    text: str
    due_on: date | None
    owner: str | None
    is_overdue: bool
    expected_on: date | None = None
    """The day the client still counts on, where it is another: only its owner sees that."""
    asked: str | None = None
    """The colleague who is asked to take it over: only its owner sees that."""


@dataclass(frozen=True, slots=True)
class DealFacts:
    """One opportunity with the client as it stands."""

    name: str
    state: str
    stage: str | None
    amount: str | None
    close_on: date | None


@dataclass(frozen=True, slots=True)
class ClientCard:
    """One client on one phone screen."""

    id: str
    name: str
    aliases: tuple[str, ...]
    goal: Goal | None
    problems: tuple[ProblemFacts, ...]
    promises: tuple[OpenPromise, ...]
    last_word: LastTouch | None
    last_gave: LastTouch | None
    asked_since: int
    kept: KeptFacts | None
    kept_by_you: bool
    deals: tuple[DealFacts, ...]
    next_check_in_on: date | None
    people: tuple[PersonThere, ...] = ()
    said_of_people: tuple[str, ...] = ()
    dates: tuple[DateLine, ...] = ()
    """The days ahead that matter to them, the nearest first."""
    archived_on: date | None = None


@dataclass(frozen=True, slots=True)
class PastGoalFacts:
    """What the client wanted at a time; `until` None is what they want now."""

    words: str
    said_by: str | None
    said_on: date
    measure: str | None
    author: str | None
    until: date | None


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One client in a list."""

    id: str
    name: str
    goal: str | None
    last_word_on: date | None
    is_kept: bool
    cadence_days: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class WaitingPost:
    """A post nobody in particular is asked about; it waits in Home of the channel's members."""

    channel_id: str
    client: str | None
    what: str
    link: str | None
    at: datetime
    ts: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """Ids and names of the clients that could be meant, where it is unclear which."""
    archived_id: str = ""
    """The client, where it is archived: one press brings it back."""


@dataclass(frozen=True, slots=True)
class Health:
    """How the worker is: its last tick, and since when the oldest row has been overdue."""

    last_tick_at: datetime | None
    oldest_overdue_at: datetime | None
    overdue: int
    refused: int
    checked_at: datetime


@dataclass(frozen=True, slots=True)
class Home:
    """Everything the Home tab shows one person, most important first."""

    person: Person
    now: datetime
    promises: tuple[OpenPromise, ...] = ()
    offers: tuple[Offer, ...] = ()
    owed: tuple[ListLine, ...] = ()
    check_ins: tuple[CheckInLine, ...] = ()
    dates: tuple[DateLine, ...] = ()
    """Days that matter to clients they keep, within two weeks."""
    meetings: tuple[MeetingLine, ...] = ()
    waiting: tuple[WaitingPost, ...] = ()
    clients: tuple[ClientRow, ...] = ()
    left_promises: tuple[OpenPromise, ...] = ()
    """Whose owners are no longer in the workspace."""
    left_clients: tuple[ClientRow, ...] = ()
    more_left: int = 0
    more_promises: int = 0
    more_clients: int = 0
    next_digest_at: datetime | None = None
    listening: TheyTalked | None = None
    """Theirs alone, and nowhere but here; None while too little is behind it."""
    questions: tuple[OpenQuestion, ...] = ()
    """Those for which the person asks for help."""
    helps: HelpOffered | None = None
    """What the person can help with; None where they listed nothing yet."""
    prompts_off: tuple[Prompt, ...] = ()
    """Questions that they never want again."""
    more_prompts_off: int = 0
    not_followed: tuple[tuple[str, str], ...] = ()
    """Ids and names of clients that they let go of."""
    lead_id: str | None = None
    """Who leads the group that they are in."""
    pulse: PulseSeen | None = None
    """Theirs alone, and nowhere but here."""
    model: ModelSeen | None = None
    """None where the settings name no language model."""
    health: Health | None = None
    """Only for an admin."""
