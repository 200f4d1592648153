"""What is said to a person, as frozen values; the views turn them into what Slack shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.domain.asking_for_help import AskForHelp, HelpThread
from bot.domain.briefs import AfterMeeting, Brief, Gap, SharedBrief
from bot.domain.client_letters import ClientLetter, HandOverClient
from bot.domain.client_weeks import Picture
from bot.domain.date_line import DateLine
from bot.domain.found import RecordFound
from bot.domain.importing import ImportLetter


@dataclass(frozen=True, slots=True)
class Button:
    """One press that answers a question; `opens` means that the modal for writing comes up."""

    code: str
    label: str
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question from the catalogue, its words ready in the person's language."""

    prompt_id: str
    habit: str
    kind: str
    text: str
    help: str
    buttons: tuple[Button, ...]
    client_id: str | None = None
    client: str | None = None
    says_less: bool = False
    by_model: bool = False
    """Drawn by the language model from the person's own answer; its view names its buttons."""
    after: AfterMeeting | None = None


@dataclass(frozen=True, slots=True)
class LessOtherStop:
    """After four ignored questions: whether there shall be less, other ones, or none."""


class FoundKind(StrEnum):
    """What was found in a post and can be offered for one press."""

    PROMISE = "promise"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class Offer:
    """Something found in a text, offered for confirmation: never saved by itself."""

    candidate_id: str
    what: FoundKind
    client_id: str
    client: str
    excerpt: str
    text: str
    due_on: date | None = None
    remind_on: date | None = None
    said_by: str | None = None
    is_own: bool = True
    """Whether the person wrote it; else an app did, in a post that names them."""
    by_model: bool = False
    """Whether the language model pointed at it."""


class DueStage(StrEnum):
    """Which of a promise's three mornings this is, or that its new date is still to be told."""

    TOMORROW = "tomorrow"
    TODAY = "today"
    OVERDUE = "overdue"
    TELL = "tell"
    """It has a new date, which the client was not told yet."""


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise comes back: before its day, on its day, or on the next working day."""

    promise_id: str
    client: str
    text: str
    due_on: date
    stage: DueStage
    expected_on: date | None = None
    """The day the client still counts on, where it is another."""


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A client meeting today, with the client's goal where it is known."""

    meeting_id: str
    client_id: str
    client: str
    starts_at: datetime
    goal: str | None = None
    goal_by: str | None = None
    goal_on: date | None = None
    to_find_out: tuple[Gap, ...] = ()
    """The short brief, for clients whose meetings the person wants to be told of before."""
    on: date | None = None
    """The day, where it is not the note's own: an early meeting is told the working day before."""


class GiveIdea(StrEnum):
    """From what the record says, something that could be given."""

    PROBLEM = "problem"
    GOAL = "goal"
    PROMISE_KEPT = "promise_kept"
    DATE = "date"
    ASK_HOW_IT_GOES = "ask_how_it_goes"
    ASK_GOAL = "ask_goal"


@dataclass(frozen=True, slots=True)
class ListLine:
    """A client who deserves a word, with something to give; `last_word_on` None means never."""

    client_id: str
    client: str
    last_word_on: date | None
    give: GiveIdea
    quote: str | None = None
    goal_is_stale: bool = False
    quote_on: date | None = None
    """The day of what is quoted, where it has one ahead."""


@dataclass(frozen=True, slots=True)
class CheckInLine:
    """So many days after a deal was won or lost: a word, with something to give or to ask."""

    check_in_id: str
    client_id: str
    client: str
    deal: str | None
    was_won: bool
    days: int
    give: GiveIdea
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class AwayLine:
    """Promises that fall due while the person is away: to move, hand over, or keep."""

    first: date
    last: date
    promise_ids: tuple[str, ...]
    back_on: date | None = None
    """The first working day after it, for "Move to Monday 18 May"."""


@dataclass(frozen=True, slots=True)
class ModelLine:
    """An admin switched a language model on: told once, before anything of theirs is sent."""

    switch_id: str
    host: str
    by: str


NoteLine = PromiseLine | MeetingLine | ListLine | CheckInLine | DateLine | AwayLine | ModelLine


@dataclass(frozen=True, slots=True)
class MorningNote:
    """At most six lines before the first meeting of a working day."""

    day: date
    lines: tuple[NoteLine, ...]
    more: int = 0
    """How many further lines wait in Home."""

    @property
    def is_of_eve(self) -> bool:
        """Whether it came towards a day's end, with nothing in it but early meetings ahead."""
        return all(isinstance(line, MeetingLine) and line.on for line in self.lines)


@dataclass(frozen=True, slots=True)
class DueToday:
    """A promise made for this very day comes back an hour before the day's end."""

    line: PromiseLine


@dataclass(frozen=True, slots=True)
class HandOverLine:
    """A promise that a colleague is asked to take over; its date is the one told to the client."""

    promise_id: str
    client: str
    text: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class HandOver:
    """One person asks another to take over promises: a person's request, not a nudge of ours."""

    asked_by: str
    lines: tuple[HandOverLine, ...]


class DigestLineKind(StrEnum):
    """What a line of the digest tells; exceptions come first."""

    PROMISE_OVERDUE = "promise_overdue"
    PROMISE_NEXT = "promise_next"
    OWED_A_WORD = "owed_a_word"
    GOAL_UNKNOWN = "goal_unknown"
    GOAL_STALE = "goal_stale"
    CANDIDATE = "candidate"
    HEARD = "heard"
    PROMISES_CLOSED = "promises_closed"
    GIVE_AND_ASK = "give_and_ask"
    MODEL_ON = "model_on"
    PULSE = "pulse"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One line; `ref` is the promise or client that its button acts on."""

    kind: DigestLineKind
    values: Mapping[str, str] = field(default_factory=dict)
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """The weekly letter to one seller: at most twelve lines, exceptions first."""

    iso_week: str
    lines: tuple[DigestLine, ...]
    picture: Picture | None = None
    """Comes after the text, which never waits for it; kept apart from the letter."""


@dataclass(frozen=True, slots=True)
class Welcome:
    """The first direct message after joining: whom the person would hate to lose."""


@dataclass(frozen=True, slots=True)
class WhatIsPosted:
    """To the inviter alone, in the channel: whether it holds deals, meetings, both or neither."""

    channel_id: str


@dataclass(frozen=True, slots=True)
class Announcement:
    """In the channel, after a person's preview and press: what is read, and how to join."""

    holds: str
    words: str | None = None
    """What a lead wrote in place of the words of ours, and who that is."""
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to somebody who wrote or pressed; `code` names the text, `values` fill it."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


Letter = (
    Question
    | LessOtherStop
    | Offer
    | MorningNote
    | DueToday
    | HandOver
    | HandOverClient
    | ClientLetter
    | RecordFound
    | Brief
    | SharedBrief
    | AskForHelp
    | HelpThread
    | ImportLetter
    | Digest
    | Welcome
    | WhatIsPosted
    | Announcement
    | Reply
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What became of a letter, for the one line it shrinks to.

    `code` names the line ("kept", "noted", "goal_saved", "later", ...), `values` fill it.
    `done` does the same for single lines of a note or digest, by their promise, client,
    meeting or check-in id.
    """

    code: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    done: Mapping[str, str] = field(default_factory=dict)
    can_change: bool = False
