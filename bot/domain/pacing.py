"""How often a person is asked: caps, cool-downs, and stepping back when questions go by unread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import lru_cache

from bot.domain.decision import Asked, PastNudge, Reason
from bot.domain.moments import Moment
from bot.domain.prompt import Prompt
from bot.domain.quiet import at_local, day_ends_at, local_day, step, working_day_after
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import MomentKind, NudgeKind, NudgeState

MOST_PER_WEEK = 5
UNASKED_PER_DAY = 2
SAYS_LESS_AFTER = 2
ASKS_LESS_AFTER = 4
WEEK, PROMPT_REST, DEAL_REST, LONG_REST = 7, 14, 14, 30
"""Days in which a client is asked about once; a prompt, a deal's moves, all questions rest."""
DEAL_MOVES = frozenset(
    {
        MomentKind.DEAL_CREATED,
        MomentKind.DEAL_MOVED,
        MomentKind.DEAL_CHANGED,
        MomentKind.DEAL_QUIET,
    }
)
_ACTED = frozenset({NudgeState.ANSWERED, NudgeState.SNOOZED, NudgeState.DISMISSED})


@dataclass(frozen=True, slots=True)
class Wait:
    """Something that stands against a question until a time; for good where `until` is None."""

    until: datetime | None
    reason: Reason
    asked_at: datetime | None = None
    """When the question was sent that stands behind it."""
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, str]:
        """What a text needs to tell of it; written out only for the one that is told."""
        asked_at = {} if self.asked_at is None else {"asked_at": self.asked_at.isoformat()}
        return {**asked_at, **self.more}


@dataclass(frozen=True, slots=True)
class Pace:
    """What past questions mean for the next one, whatever it will be about.

    `wait` is None when one may come now. `needs_client`: after the long rest one returns, and it
    names a client.
    """

    wait: Wait | None
    says_less: bool = False
    asks_less: bool = False
    needs_client: bool = False
    asked_this_week: int = 0


@dataclass(frozen=True, slots=True)
class _Standing:
    """How many questions in a row a person ignored, and what came after that."""

    ignored: int = 0
    was_told: bool = False
    """Whether one of them already said that there will be fewer."""
    less_at: datetime | None = None
    returned_at: datetime | None = None


def halved(per_week: int) -> int:
    """Fewer questions a week: half of 3 is 2, of 1 is 1."""
    return (max(0, per_week) + 1) // 2


def has_acted(nudge: PastNudge) -> bool:
    """Whether the person pressed, answered or postponed."""
    return nudge.acted_at is not None or nudge.state in _ACTED


def ignored_at(nudge: PastNudge, schedule: Schedule) -> datetime | None:
    """When a question counts as ignored: the end of the next working day; None if it never does."""
    if has_acted(nudge) or nudge.state is NudgeState.WITHDRAWN:
        return None
    next_day = working_day_after(local_day(nudge.sent_at, schedule.zone), schedule)
    return day_ends_at(next_day, schedule)


def earliest_question_at(
    asked: Asked,
    schedule: Schedule,
    history: Sequence[PastNudge],
    now: datetime,
    questions: Sequence[PastNudge] | None = None,
) -> Pace:
    """Caps and back-off as they stand; of several reasons to wait the longest binds.

    `questions` are those of the history that count, where the caller has them at hand.
    """
    cap = min(asked.questions_per_week, MOST_PER_WEEK)
    if cap <= 0:
        return Pace(Wait(None, Reason.QUESTIONS_OFF))
    if questions is None:
        questions = counted(history)
    standing = _standing(asked, questions, schedule, now)
    waits = [
        *_cap_waits(questions, cap, schedule.zone, now),
        *_back_off_waits(questions, standing, schedule.zone),
        *_same_day_waits(history, schedule.zone, now),
    ]
    week_ago = now - timedelta(days=WEEK)
    asks_less = standing.ignored >= ASKS_LESS_AFTER and standing.less_at is None
    return Pace(
        wait=longest(waits, now),
        says_less=not asks_less and standing.ignored >= SAYS_LESS_AFTER and not standing.was_told,
        asks_less=asks_less,
        needs_client=standing.less_at is not None,
        asked_this_week=sum(question.sent_at > week_ago for question in questions),
    )


def counted(history: Iterable[PastNudge]) -> list[PastNudge]:
    """The questions that count in caps, first sent first: unasked ones that reached the person."""
    return sorted(
        (
            nudge
            for nudge in history
            if nudge.kind is NudgeKind.QUESTION
            and not nudge.asked_for
            and nudge.state is not NudgeState.REFUSED
        ),
        key=lambda nudge: nudge.sent_at,
    )


def longest(waits: Iterable[Wait], now: datetime) -> Wait | None:
    """The wait that binds: one without end, else the latest that is still to come."""
    binding: Wait | None = None
    for wait in waits:
        if wait.until is None:
            return wait
        if wait.until > now and (
            binding is None or binding.until is None or wait.until > binding.until
        ):
            binding = wait
    return binding


def not_postponed(questions: Iterable[PastNudge]) -> list[PastNudge]:
    """Without those answered by "Later": their new message must not be held up by the old one."""
    return [past for past in questions if past.state is not NudgeState.SNOOZED]


def client_and_deal_waits(
    moment: Moment, questions: Iterable[PastNudge], zone: str
) -> Iterable[Wait]:
    """The same client once a week; the same deal's moves not within 14 days."""
    for past in questions:
        if moment.client_id is not None and past.client_id == moment.client_id:
            yield _wait(past.sent_at, WEEK, zone, Reason.CLIENT_THIS_WEEK)
        is_move = moment.kind in DEAL_MOVES and moment.deal_id is not None
        if is_move and past.deal_id == moment.deal_id:
            yield _wait(past.sent_at, DEAL_REST, zone, Reason.DEAL_LATELY)


def prompt_waits(
    prompt: Prompt, moment: Moment, in_family: Sequence[PastNudge], zone: str
) -> Iterable[Wait]:
    """The same prompt not within 14 days, and the prompt's own caps, which its family shares.

    `in_family` are the questions from the prompt's family, first sent first.
    """
    for past in in_family:
        if past.prompt_id == prompt.id:
            yield _wait(past.sent_at, PROMPT_REST, zone, Reason.NO_FRESH_PROMPT)
        if prompt.every_days is not None:
            yield _wait(past.sent_at, prompt.every_days, zone, Reason.NO_FRESH_PROMPT)
        is_same_client = moment.client_id is not None and past.client_id == moment.client_id
        if prompt.client_every_days is not None and is_same_client:
            yield _wait(past.sent_at, prompt.client_every_days, zone, Reason.NO_FRESH_PROMPT)
        is_same_deal = moment.deal_id is not None and past.deal_id == moment.deal_id
        if prompt.deal_every_days is not None and is_same_deal:
            yield _wait(past.sent_at, prompt.deal_every_days, zone, Reason.NO_FRESH_PROMPT)
    if prompt.per_week is not None and len(in_family) >= prompt.per_week > 0:
        yield _wait(in_family[-prompt.per_week].sent_at, WEEK, zone, Reason.NO_FRESH_PROMPT)


@lru_cache(maxsize=4096)
def clear_at(sent_at: datetime, days: int, zone: str) -> datetime:
    """When so many days have passed, by the clock and by the person's calendar as well."""
    by_calendar = at_local(step(local_day(sent_at, zone), days), time(0), zone)
    return max(sent_at + timedelta(days=days), by_calendar)


def _standing(
    asked: Asked, questions: Sequence[PastNudge], schedule: Schedule, now: datetime
) -> _Standing:
    """Go through the questions in order, from the last that was acted on: that starts it anew.

    Whether one was ignored is asked of the day on which the next was sent: over a leave several
    may wait, and become ignored together.
    """
    deadlines: list[datetime] = []
    was_told = False
    less_at: datetime | None = None
    returned_at: datetime | None = None
    acted = next((n for n in range(len(questions), 0, -1) if has_acted(questions[n - 1])), 0)
    for question in questions[acted:]:
        # One more after the one that returned: the person must have acted in between.
        if returned_at is not None:
            deadlines, was_told, less_at, returned_at = [], False, None, None
        was_told = was_told or _reached(deadlines, question.sent_at) >= SAYS_LESS_AFTER
        if question.is_less_question:
            less_at = question.sent_at
        elif less_at is not None:
            returned_at = question.sent_at
        elif (deadline := ignored_at(question, schedule)) is not None:
            deadlines.append(deadline)
    if returned_at is not None and asked.acted_at is not None and asked.acted_at > returned_at:
        return _Standing()
    return _Standing(_reached(deadlines, now), was_told, less_at, returned_at)


def _reached(deadlines: Sequence[datetime], at: datetime) -> int:
    return sum(deadline <= at for deadline in deadlines)


def _cap_waits(
    questions: Sequence[PastNudge], cap: int, zone: str, now: datetime
) -> Iterable[Wait]:
    if not questions:
        return
    last_at = questions[-1].sent_at
    is_today = local_day(last_at, zone) == local_day(now, zone)
    yield _wait(last_at, 1, zone, Reason.ASKED_TODAY if is_today else Reason.TOO_SOON)
    if len(questions) >= cap:
        free_at = clear_at(questions[-cap].sent_at, WEEK, zone)
        yield Wait(free_at, Reason.WEEK_FULL, last_at, {"cap": str(cap)})


def _back_off_waits(
    questions: Sequence[PastNudge], standing: _Standing, zone: str
) -> Iterable[Wait]:
    if standing.returned_at is not None:
        yield Wait(None, Reason.RESTING, more={"since": standing.returned_at.isoformat()})
    elif standing.less_at is not None:
        rested_at = clear_at(standing.less_at, LONG_REST, zone)
        yield Wait(rested_at, Reason.RESTING, more={"since": standing.less_at.isoformat()})
    elif standing.ignored >= SAYS_LESS_AFTER:
        last_at, ignored = questions[-1].sent_at, {"ignored": str(standing.ignored)}
        yield Wait(clear_at(last_at, WEEK, zone), Reason.BACKED_OFF, last_at, ignored)


def _same_day_waits(history: Sequence[PastNudge], zone: str, now: datetime) -> Iterable[Wait]:
    """Never a third unasked message on a day, and no question beside a digest."""
    today = local_day(now, zone)
    lately = now - timedelta(days=2)
    unasked = [
        nudge
        for nudge in history
        # First what is cheap to know of every message ever sent.
        if nudge.sent_at > lately
        and not nudge.asked_for
        and nudge.kind is not NudgeKind.REPLY
        and nudge.state is not NudgeState.REFUSED
        and local_day(nudge.sent_at, zone) == today
    ]
    tomorrow_at = at_local(step(today, 1), time(0), zone)
    for nudge in unasked:
        if nudge.kind is NudgeKind.DIGEST:
            yield Wait(tomorrow_at, Reason.DIGEST_DAY)
    if len(unasked) >= UNASKED_PER_DAY:
        last_at = max(nudge.sent_at for nudge in unasked)
        yield Wait(tomorrow_at, Reason.ASKED_TODAY, last_at)


def _wait(sent_at: datetime, days: int, zone: str, reason: Reason) -> Wait:
    return Wait(clear_at(sent_at, days, zone), reason, sent_at)
