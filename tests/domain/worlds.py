"""Random people with random weeks, and a walk that looks at them whenever they are due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from hypothesis import settings
from hypothesis import strategies as st

from bot.domain.deciding import decide
from bot.domain.decision import Asked, Decision, Outcome, PastNudge
from bot.domain.moments import Moment
from bot.domain.prompt import Choice, Prompt
from bot.domain.quiet import at_local, midnight_after
from bot.domain.schedule import Schedule, Span
from bot.domain.vocabulary import Habit, Kind, MomentKind, NudgeKind, NudgeState

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Pacific/Kiritimati",
    "UTC",
    "Not/AZone",
)
# Weeks with both daylight-saving Sundays of two continents, a leap day, and a year's end.
STARTS = (
    date(2026, 3, 2),
    date(2026, 3, 23),
    date(2026, 10, 19),
    date(2026, 11, 2),
    date(2028, 2, 21),
    date(2026, 12, 21),
    date(2026, 6, 1),
)
FULL_SIZE = 500
CLIENTS = ("delmar", "gira", "osprey", "tern")


def examples(factor: int, proving: int | None = None) -> settings:
    """So many times the examples of the profile in force; another factor at full size."""
    profile = settings.default.max_examples
    is_full_size = proving is not None and profile >= FULL_SIZE
    return settings(max_examples=profile * (proving if is_full_size and proving else factor))


@dataclass(frozen=True, repr=False)
class World:
    asked: Asked
    schedule: Schedule
    moments: tuple[Moment, ...]
    begins_at: datetime
    ends_at: datetime
    temper: float
    """How probable it is that a question is answered."""
    seed: int

    def __repr__(self) -> str:
        zone, cap = self.schedule.zone, self.asked.questions_per_week
        return f"World({zone} {self.begins_at:%d %b %Y} cap={cap} {self.temper} seed={self.seed})"


@dataclass(frozen=True)
class Sent:
    at: datetime
    decision: Decision
    moment: Moment | None
    ignored_before: int
    """How many in a row had been ignored when this one was sent, as the walk counted it."""


@dataclass
class Walk:
    """What one person got over some weeks, and every look at them."""

    sent: list[Sent] = field(default_factory=list)
    looks: list[tuple[datetime, Decision]] = field(default_factory=list)
    history: list[PastNudge] = field(default_factory=list)


def prompt(
    prompt_id: str,
    *moments: MomentKind,
    kind: Kind = Kind.MEETINGS,
    family: str = "T",
    **others: object,
) -> Prompt:
    made = Prompt(
        id=prompt_id,
        family=family,
        habit=Habit.GOAL,
        kind=kind,
        moments=frozenset(moments),
        texts={"en": "What does {client} want?"},
        helps={"en": "In their words."},
        choices=(Choice("nothing_new", {"en": "Nothing new"}),),
        records="goal",
        evidence="none",
        grade="none",
        near_measure="answered",
        needs=frozenset({"client"}),
    )
    return replace(made, **others)  # type: ignore[arg-type]


_DEALS = (MomentKind.DEAL_MOVED, MomentKind.DEAL_CREATED, MomentKind.DEAL_WON)
PROMPTS = (
    *(prompt(f"meeting-{n}", MomentKind.MEETING_HELD, family="M", per_week=3) for n in range(4)),
    prompt("meeting-goal", MomentKind.MEETING_HELD, needs=frozenset({"client", "goal"})),
    prompt("meeting-no-goal", MomentKind.MEETING_HELD, unless=frozenset({"goal"})),
    *(prompt(f"deal-{n}", *_DEALS, kind=Kind.DEALS, prior_answered=1.0 + n) for n in range(4)),
    *(
        prompt(
            f"cooling-{n}",
            MomentKind.RELATIONSHIP_COOLING,
            kind=Kind.RELATIONSHIPS,
            family="C",
            client_every_days=30,
        )
        for n in range(2)
    ),
)


@st.composite
def worlds(draw: st.DrawFn, caps: tuple[int, ...] = (0, 1, 2, 3, 4, 5)) -> World:
    """Hypothesis chooses the frame; the many small things of a week come from one seed."""
    zone = draw(st.sampled_from(ZONES))
    start = draw(st.sampled_from(STARTS))
    cap = draw(st.sampled_from(caps))
    weeks = draw(st.sampled_from((1, 1, 1, 2, 3, 8)))
    temper = draw(st.sampled_from((0.0, 0.2, 0.5, 1.0)))
    digest_day = draw(st.sampled_from((None, 0, 4)))
    seed = draw(st.integers(0, 2**32))
    chance = Random(seed)
    days = [start + timedelta(days=n) for n in range(weeks * 7)]
    busy = tuple(span for day in days for span in _meetings(chance, day, zone))
    schedule = Schedule(
        zone=zone,
        work_starts=time(chance.choice((7, 8, 9)), chance.choice((0, 30))),
        work_ends=time(chance.choice((15, 17, 19)), chance.choice((0, 30))),
        work_days=frozenset(chance.choice(((0, 1, 2, 3, 4), (0, 1, 3), (6, 0, 1, 2, 3)))),
        holidays=frozenset(chance.sample(days, chance.randint(0, 2))),
        away=_away(chance, days, zone),
        busy=busy,
    )
    asked = Asked(
        "ada",
        cap,
        kinds_off=frozenset(chance.sample([Kind.DEALS, Kind.PROMISES], chance.choice((0, 0, 1)))),
        digest_day=digest_day,
    )
    moments = _moments(chance, days, zone, busy)
    begins_at = at_local(days[0], time(0), zone)
    return World(
        asked, schedule, moments, begins_at, begins_at + timedelta(weeks=weeks), temper, seed
    )


def walk(world: World, prompts: Sequence[Prompt] = PROMPTS) -> Walk:
    """Look at the person when a moment is noted and whenever the last look said so."""
    walked = Walk()
    chance = Random(world.seed + 1)
    noted_at = sorted({moment.opens_at for moment in world.moments})
    used: set[str] = set()
    now = world.begins_at
    reactions: list[PastNudge] = []
    while now < world.ends_at:
        walked.history = [_as_known(nudge, now) for nudge in reactions]
        known = [one for one in world.moments if one.opens_at <= now and one.id not in used]
        decision = decide(
            world.asked, world.schedule, walked.history, known, prompts, now, chance.getrandbits(32)
        )
        walked.looks.append((now, decision))
        used.update(decision.lapsed)
        if decision.outcome is not Outcome.SILENCE:
            moment = next((one for one in known if one.id == decision.moment_id), None)
            walked.sent.append(Sent(now, decision, moment, _ignored(walked.history, world, now)))
            used.add(decision.moment_id or "")
            reactions.append(_reaction(chance, world, decision, moment, now))
        ahead = [at for at in noted_at if at > now]
        upcoming = [at for at in (decision.next_look_at, ahead[0] if ahead else None) if at]
        if not upcoming:
            break
        assert min(upcoming) > now, "a look that asks for itself again would never end"
        now = min(upcoming)
    return walked


def _ignored(history: Sequence[PastNudge], world: World, now: datetime) -> int:
    """Counted anew, without the rules under test: from the last act on, those past their day."""
    count = 0
    for nudge in reversed(history):
        if nudge.acted_at is not None:
            break
        count += ends_of_next_working_day(nudge.sent_at, world.schedule) <= now
    return count


def ends_of_next_working_day(at: datetime, schedule: Schedule) -> datetime:
    """The deadline for an answer, by walking day after day."""
    zone = schedule.zone
    day = _local(at, zone).date()
    for _ in range(500):
        day += timedelta(days=1)
        if day.weekday() not in schedule.work_days or day in schedule.holidays:
            continue
        minute = at_local(day, schedule.work_starts, zone)
        ends_at = at_local(day, schedule.work_ends, zone)
        while minute < ends_at:
            if not any(span.start <= minute < span.end for span in schedule.away):
                return ends_at
            minute += timedelta(minutes=15)
    raise AssertionError("nobody is away for 500 days here")


def _local(at: datetime, zone: str) -> datetime:
    from bot.domain.quiet import zone_named

    return at.astimezone(zone_named(zone))


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


def _meetings(chance: Random, day: date, zone: str) -> list[Span]:
    """Some days are empty, some have meetings back to back, some with short gaps."""
    spans: list[Span] = []
    at = at_local(day, time(chance.choice((7, 9, 11)), chance.choice((0, 20))), zone)
    for _ in range(chance.choice((0, 0, 1, 3, 6))):
        ends_at = at + timedelta(minutes=chance.choice((30, 45, 60)))
        spans.append(Span(at, ends_at))
        at = ends_at + timedelta(minutes=chance.choice((0, 5, 10, 15, 15, 30, 90)))
    return spans


def _away(chance: Random, days: Sequence[date], zone: str) -> tuple[Span, ...]:
    first = chance.choice(days)
    leave = Span(
        at_local(first, time(0), zone),
        midnight_after(first + timedelta(days=chance.randint(0, 9)), zone),
    )
    quiet_at = at_local(chance.choice(days), time(chance.randint(0, 23)), zone)
    quiet = Span(quiet_at, quiet_at + timedelta(minutes=chance.choice((30, 240, 1500))))
    return tuple(chance.sample((leave, quiet), chance.choice((0, 1, 1, 2))))


def _moments(
    chance: Random, days: Sequence[date], zone: str, busy: Sequence[Span]
) -> tuple[Moment, ...]:
    held = [
        Moment(
            f"held-{place}",
            MomentKind.MEETING_HELD,
            span.end,
            span.end + timedelta(days=2),
            client_id=client,
            meeting_id=f"meeting-{place}",
            candidate_id=f"found-{place}" if chance.random() < 0.15 else None,
            happened_at=span.end,
            facts=_facts(chance, client),
        )
        for place, span in enumerate(busy)
        if chance.random() < 0.5 and (client := chance.choice(CLIENTS))
    ]
    others = [_other(chance, place, day, zone) for place, day in enumerate(days)]
    return (*held, *chance.sample(others, len(others) // 2))


def _other(chance: Random, place: int, day: date, zone: str) -> Moment:
    opens_at = at_local(day, time(chance.randint(0, 23), chance.randint(0, 59)), zone)
    client = chance.choice(CLIENTS)
    return Moment(
        f"other-{place}",
        chance.choice((*_DEALS, MomentKind.RELATIONSHIP_COOLING)),
        opens_at,
        opens_at + timedelta(hours=chance.choice((2, 24, 72))),
        client_id=chance.choice((client, client, None)),
        deal_id=f"deal-{client}",
        happened_at=opens_at,
        facts=_facts(chance, client),
    )


def _facts(chance: Random, client: str) -> dict[str, str]:
    goal = {"goal": "fewer callouts at night"} if chance.random() < 0.5 else {}
    return {"client": client.title(), "deal": f"{client} rollout", **goal}


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]
