"""A walk through a random world: whoever is due is looked at, and what they get is written down.

As the flow does at each look: digest, morning note, what is due today, then one question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from random import Random

from bot.domain.deciding import decide
from bot.domain.decision import Decision, Outcome, PastNudge
from bot.domain.digest_lines import digest_after_one, next_digest_at
from bot.domain.letters import DueStage, PromiseLine
from bot.domain.moments import Moment
from bot.domain.morning import compose_note, note_turn
from bot.domain.promises import due_today_at, stage_on, today_turn
from bot.domain.prompt import Prompt
from bot.domain.quiet import at_local, local_day, next_good, zone_named
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import NudgeKind, NudgeState
from tests.domain.worlds import PROMPTS, Vow, World

DIGEST_AT = time(14)
_BEFORE, _AFTER = timedelta(days=2), timedelta(days=15)


@dataclass(frozen=True, slots=True)
class Sent:
    at: datetime
    decision: Decision
    moment: Moment | None
    ignored_before: int
    """How many in a row had been ignored when this one was sent, as the walk counted it."""


@dataclass(frozen=True, slots=True)
class Note:
    """A morning note: the promises in it, and how many lines found no room."""

    at: datetime
    stages: dict[str, DueStage]
    more: int


@dataclass(slots=True)
class Walk:
    """What one person got over some weeks, and every look at them."""

    world: World
    sent: list[Sent] = field(default_factory=list)
    looks: list[tuple[datetime, Decision]] = field(default_factory=list)
    history: list[PastNudge] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    today: dict[str, datetime] = field(default_factory=dict)
    """When each promise came back on the day on which it was made."""
    digests: list[datetime] = field(default_factory=list)

    # What the flow keeps in the store.
    next_note_at: datetime | None = None
    noted_on: date | None = None
    next_digest_at: datetime | None = None
    due_today: dict[str, datetime] = field(default_factory=dict)
    settled: set[str] = field(default_factory=set)
    deadlines: dict[datetime, datetime] = field(default_factory=dict)


def walk(world: World, prompts: Sequence[Prompt] = PROMPTS) -> Walk:
    """Look at the person whenever something is noted or promised, and when the last look said."""
    walked = Walk(world)
    chance = Random(world.seed + 1)
    for vow in world.vows:
        at = due_today_at(vow.due_on, vow.made_at, world.schedule)
        if at is not None:
            walked.due_today[vow.id] = at
    events = sorted({at for at, _ in world.noted} | {*walked.due_today.values()}, reverse=True)
    reactions: list[PastNudge] = []
    now = world.begins_at
    while now < world.ends_at:
        schedule = _as_loaded(world.schedule, now)
        walked.history = [_as_known(nudge, now) for nudge in reactions]
        digest_at = _digest(walked, schedule, reactions, now)
        upcoming = [
            digest_at,
            _note(walked, schedule, reactions, now),
            *_due_today(walked, schedule, now),
            _question(walked, schedule, prompts, reactions, chance, now, digest_at),
        ]
        while events and events[-1] <= now:
            events.pop()
        ahead = [at for at in (*upcoming, *events[-1:]) if at is not None]
        if not ahead:
            break
        assert min(ahead) > now, "a look that asks for itself again would never end"
        now = min(ahead)
    return walked


def _as_loaded(schedule: Schedule, now: datetime) -> Schedule:
    """The flow loads the meetings of some weeks, not of all time."""
    if len(schedule.busy) < 40:
        return schedule
    near = (one for one in schedule.busy if now - _BEFORE < one.end and one.start < now + _AFTER)
    return replace(schedule, busy=tuple(near))


def _digest(
    walked: Walk, schedule: Schedule, reactions: list[PastNudge], now: datetime
) -> datetime | None:
    day = walked.world.asked.digest_day
    if walked.next_digest_at is None or walked.next_digest_at > now:
        if walked.next_digest_at is None:
            walked.next_digest_at = next_digest_at(now, day, DIGEST_AT, schedule)
        return walked.next_digest_at
    good_at = next_good(now, schedule)
    if good_at is not None and good_at > now:
        return good_at
    walked.digests.append(now)
    _add(walked, reactions, PastNudge(NudgeKind.DIGEST, NudgeState.SENT, now))
    walked.next_digest_at = digest_after_one(now, day, DIGEST_AT, schedule)
    return walked.next_digest_at


def _note(
    walked: Walk, schedule: Schedule, reactions: list[PastNudge], now: datetime
) -> datetime | None:
    turn = note_turn(walked.next_note_at, now, schedule, walked.noted_on)
    walked.next_note_at = turn.next_at
    if turn.is_now:
        today = local_day(now, schedule.zone)
        lines = [
            PromiseLine(vow.id, "Gira", "the report", vow.due_on, stage)
            for vow in walked.world.vows
            if vow.made_at <= now
            and not is_kept(vow, now)
            and (stage := _stage(vow, today, walked.noted_on, schedule)) is not None
        ]
        walked.noted_on = today
        note = compose_note(today, lines, [], frozenset(), [], [], None, False)
        if note is not None:
            kept = [line for line in note.lines if isinstance(line, PromiseLine)]
            stages = {line.promise_id: line.stage for line in kept}
            walked.notes.append(Note(now, stages, note.more))
            _add(walked, reactions, PastNudge(NudgeKind.MORNING_NOTE, NudgeState.SENT, now))
    return turn.next_at


def _stage(vow: Vow, today: date, told_on: date | None, schedule: Schedule) -> DueStage | None:
    return stage_on(today, vow.due_on, local_day(vow.made_at, schedule.zone), told_on, schedule)


def _due_today(walked: Walk, schedule: Schedule, now: datetime) -> list[datetime | None]:
    upcoming = []
    for vow in walked.world.vows:
        if vow.id not in walked.due_today:
            continue
        turn = today_turn(walked.due_today[vow.id], now, schedule)
        upcoming.append(turn.next_at)
        if turn.next_at is None:
            del walked.due_today[vow.id]
        if turn.is_now and not is_kept(vow, now):
            walked.today[vow.id] = now
    return upcoming


def _question(
    walked: Walk,
    schedule: Schedule,
    prompts: Sequence[Prompt],
    reactions: list[PastNudge],
    chance: Random,
    now: datetime,
    digest_at: datetime | None,
) -> datetime | None:
    world = walked.world
    asked = replace(world.asked, next_digest_at=digest_at)
    known = [one for at, one in world.noted if at <= now and one.id not in walked.settled]
    seed = chance.getrandbits(32)
    decision = decide(asked, schedule, walked.history, known, prompts, now, seed)
    walked.looks.append((now, decision))
    walked.settled.update(decision.lapsed)
    if decision.outcome is not Outcome.SILENCE:
        moment = next((one for one in known if one.id == decision.moment_id), None)
        walked.sent.append(Sent(now, decision, moment, _ignored(walked, now)))
        walked.settled.add(decision.moment_id or "")
        reactions.append(_reaction(chance, world, decision, moment, now))
    return decision.next_look_at


def _add(walked: Walk, reactions: list[PastNudge], sent: PastNudge) -> None:
    reactions.append(sent)
    walked.history.append(sent)


def is_kept(vow: Vow, at: datetime) -> bool:
    return vow.kept_at is not None and vow.kept_at <= at


def _ignored(walked: Walk, now: datetime) -> int:
    """Counted anew, without the rules under test: from the last act on, those past their day."""
    count = 0
    for nudge in reversed(walked.history):
        if nudge.kind is not NudgeKind.QUESTION:
            continue
        if nudge.acted_at is not None:
            break
        if nudge.sent_at not in walked.deadlines:
            ends_at = ends_of_next_working_day(nudge.sent_at, walked.world.schedule)
            walked.deadlines[nudge.sent_at] = ends_at
        count += walked.deadlines[nudge.sent_at] <= now
    return count


def ends_of_next_working_day(at: datetime, schedule: Schedule) -> datetime:
    """The deadline for an answer, by walking day after day."""
    day = at.astimezone(zone_named(schedule.zone)).date()
    for _ in range(500):
        day += timedelta(days=1)
        if works_on(day, schedule):
            return at_local(day, schedule.work_ends, schedule.zone)
    raise AssertionError("nobody is away for 500 days here")


def works_on(day: date, schedule: Schedule) -> bool:
    """By the quarters of an hour: whether some of the day's hours are not spent away."""
    if day.weekday() not in schedule.work_days or day in schedule.holidays:
        return False
    quarter = at_local(day, schedule.work_starts, schedule.zone)
    ends_at = at_local(day, schedule.work_ends, schedule.zone)
    while quarter < ends_at:
        if not any(span.start <= quarter < span.end for span in schedule.away):
            return True
        quarter += timedelta(minutes=15)
    return False


def _reaction(
    chance: Random, world: World, decision: Decision, moment: Moment | None, now: datetime
) -> PastNudge:
    acted_at = None
    if chance.random() < world.temper:
        acted_at = now + timedelta(minutes=chance.choice((1, 60, 300)))
    return PastNudge(
        NudgeKind.QUESTION,
        NudgeState.ANSWERED if acted_at else NudgeState.EXPIRED,
        now,
        acted_at,
        decision.prompt_id,
        moment.client_id if moment else None,
        moment.deal_id if moment else None,
        is_less_question=decision.asks_less,
    )


def _as_known(nudge: PastNudge, now: datetime) -> PastNudge:
    """What is known by now: an act still to come has not happened."""
    if nudge.acted_at is not None and nudge.acted_at > now:
        return replace(nudge, acted_at=None, state=NudgeState.SENT)
    return nudge
