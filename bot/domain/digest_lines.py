"""The weekly digest: when its slot comes, and which lines it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.letters import Digest, DigestLine, DigestLineKind, ListLine, Offer
from bot.domain.quiet import (
    at_local,
    is_working_day,
    local_day,
    midnight_after,
    step,
    working_day_before,
)
from bot.domain.record import OpenPromise
from bot.domain.schedule import Schedule

LINES = 12
LINES_IN_EMPTY_WEEK = 2
_WEEKS_AHEAD = 60
_INSTANT = timedelta(microseconds=1)
# Room for each part, so that one long part leaves some for the others; Home has the rest.
_OVERDUE, _NEXT, _OWED, _CANDIDATES, _HEARD = 5, 3, 3, 2, 2
_Kind = DigestLineKind


@dataclass(frozen=True, slots=True)
class GoalGap:
    """A client whose goal is unknown, or was last confirmed too long ago."""

    client_id: str
    client: str
    goal: str | None = None
    said_on: date | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """What a client was heard saying this week, as it stands on their record."""

    client_id: str
    client: str
    words: str


@dataclass(frozen=True, slots=True)
class GiveAsk:
    """How often the seller gave and asked; with a client, that client's facts."""

    gave: int
    asked: int
    client: str | None = None
    gave_on: date | None = None


def iso_week(at: datetime, zone: str) -> str:
    """The person's ISO week, such as "2026-W48"."""
    return _iso_week(local_day(at, zone))


def next_digest_at(
    after: datetime, digest_day: int | None, digest_at: time, schedule: Schedule
) -> datetime | None:
    """The next digest later than `after`; None where the person switched it off.

    A slot on a day off moves to the working day before, unless that is where the slot of the week
    before stands: who is away for a whole week gets no digest for it.
    """
    found = next_digest_slot(after, digest_day, digest_at, schedule)
    return found[0] if found else None


def digest_after_one(
    sent_at: datetime, digest_day: int | None, digest_at: time, schedule: Schedule
) -> datetime | None:
    """The next digest once one was sent: never a second on its day, also if that one was late."""
    day_ends_at = midnight_after(local_day(sent_at, schedule.zone), schedule.zone)
    return next_digest_at(day_ends_at - _INSTANT, digest_day, digest_at, schedule)


def next_digest_slot(
    after: datetime, digest_day: int | None, digest_at: time, schedule: Schedule
) -> tuple[datetime, str] | None:
    """The same, with the ISO week of the slot, which is the digest's key also when it moved."""
    if digest_day is None:
        return None
    slot = _slot_in_week_of(local_day(after, schedule.zone), digest_day)
    for week in range(_WEEKS_AHEAD):
        slot_on = step(slot, 7 * week)
        falls_on = digest_falls_on(slot_on, schedule)
        if falls_on is not None:
            at = at_local(falls_on, digest_at, schedule.zone)
            if at > after:
                return at, _iso_week(slot_on)
    return None


def week_of_digest(due_on: date, digest_day: int) -> str:
    """The ISO week of the slot whose digest falls due on this day, its own or one before it."""
    slot = _slot_in_week_of(due_on, digest_day)
    return _iso_week(slot if slot >= due_on else step(slot, 7))


def digest_falls_on(slot: date, schedule: Schedule) -> date | None:
    """The day on which the digest of this slot comes; None where its whole week is off."""
    if is_working_day(slot, schedule):
        return slot
    before = working_day_before(slot, schedule)
    return before if step(slot, -7) < before < slot else None


def is_digest_day(day: date, digest_day: int | None, schedule: Schedule) -> bool:
    """Whether a digest comes on this day: its own slot, or one that moved here."""
    if digest_day is None:
        return False
    slot = _slot_in_week_of(day, digest_day)
    later = slot if slot >= day else step(slot, 7)
    return day in (slot, digest_falls_on(later, schedule))


def compose_digest(  # noqa: PLR0913, PLR0917 - one parameter for each part of the letter
    iso_week: str,
    overdue: Sequence[OpenPromise],
    next_promises: Sequence[OpenPromise],
    owed: Sequence[ListLine],
    unknown_goals: Sequence[GoalGap],
    stale_goals: Sequence[GoalGap],
    candidates: Sequence[Offer],
    heard: Sequence[Heard],
    closed: int,
    give_ask: GiveAsk | None,
    question: str | None,
    told: DigestLine | None = None,
    pulse: DigestLine | None = None,
) -> Digest:
    """At most twelve lines, exceptions first; two at most in a week in which nothing was.

    `told` has its line whatever else there is: nothing is done with it before it was told. So has
    the month's `pulse`, which comes once.
    """
    exceptions = [
        *(_promise(_Kind.PROMISE_OVERDUE, one) for one in overdue[:_OVERDUE]),
        *(_promise(_Kind.PROMISE_NEXT, one) for one in next_promises[:_NEXT]),
        *(_owed(one) for one in owed[:_OWED]),
        *(_candidate(one) for one in candidates[:_CANDIDATES]),
    ]
    happened = [
        *(_heard(one) for one in heard[:_HEARD]),
        *([DigestLine(_Kind.PROMISES_CLOSED, {"count": str(closed)})] if closed > 0 else []),
        *([_give_ask(give_ask)] if give_ask and (give_ask.gave or give_ask.asked) else []),
    ]
    gaps = [*_unknown(unknown_goals), *(_stale(one) for one in stale_goals[:1])]
    asked = [DigestLine(_Kind.QUESTION, {"text": question})] if question else []
    is_empty = not exceptions and not happened
    most = LINES_IN_EMPTY_WEEK if is_empty else LINES
    lines = [*exceptions, *gaps, *happened, *asked][: most - (pulse is not None)]
    lines += [pulse] if pulse else []
    return Digest(iso_week, (*lines[: LINES - 1], told) if told else tuple(lines))


def _iso_week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _slot_in_week_of(day: date, digest_day: int) -> date:
    return step(day, digest_day - day.weekday())


def _promise(kind: DigestLineKind, promise: OpenPromise) -> DigestLine:
    values = {"client": promise.client, "text": promise.text}
    if promise.due_on is not None:
        values["due_on"] = promise.due_on.isoformat()
    return DigestLine(kind, values, promise.id)


def _owed(line: ListLine) -> DigestLine:
    values = {"client": line.client, "give": line.give.value}
    if line.last_word_on is not None:
        values["last_word_on"] = line.last_word_on.isoformat()
    if line.quote:
        values["quote"] = line.quote
    return DigestLine(_Kind.OWED_A_WORD, values, line.client_id)


def _candidate(offer: Offer) -> DigestLine:
    values = {"client": offer.client, "text": offer.text, "what": offer.what.value}
    if not offer.is_own:
        values["written_by"] = "app"
    return DigestLine(_Kind.CANDIDATE, values, offer.candidate_id)


def _heard(heard: Heard) -> DigestLine:
    return DigestLine(_Kind.HEARD, {"client": heard.client, "text": heard.words}, heard.client_id)


def _unknown(gaps: Sequence[GoalGap]) -> list[DigestLine]:
    if len(gaps) > 1:
        return [DigestLine(_Kind.GOAL_UNKNOWN, {"count": str(len(gaps))})]
    return [DigestLine(_Kind.GOAL_UNKNOWN, {"client": gap.client}, gap.client_id) for gap in gaps]


def _stale(gap: GoalGap) -> DigestLine:
    values = {"client": gap.client}
    if gap.goal:
        values["goal"] = gap.goal
    if gap.said_on is not None:
        values["said_on"] = gap.said_on.isoformat()
    return DigestLine(_Kind.GOAL_STALE, values, gap.client_id)


def _give_ask(give_ask: GiveAsk) -> DigestLine:
    values = {"gave": str(give_ask.gave), "asked": str(give_ask.asked)}
    if give_ask.client:
        values["client"] = give_ask.client
    if give_ask.gave_on is not None:
        values["gave_on"] = give_ask.gave_on.isoformat()
    return DigestLine(_Kind.GIVE_AND_ASK, values)
