"""Random people with random weeks: their hours, meetings, absences, deals and promises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from bot.domain.decision import Asked
from bot.domain.moments import Moment
from bot.domain.prompt import Choice, Prompt
from bot.domain.quiet import at_local, midnight_after, zone_named
from bot.domain.schedule import Schedule, Span
from bot.domain.vocabulary import Habit, Kind, MomentKind

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
WEEKS = (*(1,) * 22, *(2,) * 6, 3, 9)
"""Most are short; in nine weeks questions can be ignored until they rest and return."""
HOURS = (0, 6, 8, 8, 9, 9, 10, 10, 12, 15, 18, 23)
IN_A_BATCH = 5
FULL_SIZE = 500
CLIENTS = ("delmar", "gira", "osprey", "tern")


def examples(factor: int, proving: int | None = None) -> settings:
    """So many times the examples of the profile in force; another factor at full size."""
    profile = settings.default.max_examples
    is_full_size = proving is not None and profile >= FULL_SIZE
    return settings(max_examples=profile * (proving if is_full_size and proving else factor))


@dataclass(frozen=True, slots=True)
class Vow:
    """One promise of the person; `kept_at` is when it was done, if ever."""

    id: str
    made_at: datetime
    due_on: date
    kept_at: datetime | None


@dataclass(frozen=True, repr=False)
class World:
    asked: Asked
    schedule: Schedule
    noted: tuple[tuple[datetime, Moment], ...]
    """Each moment with the time from which it was known."""
    vows: tuple[Vow, ...]
    begins_at: datetime
    ends_at: datetime
    temper: float
    """How probable it is that a question is answered."""
    seed: int

    @property
    def moments(self) -> tuple[Moment, ...]:
        return tuple(moment for _, moment in self.noted)

    def with_moments(self, *moments: Moment) -> World:
        """The same with these moments alone, each known from when it opens."""
        return replace(self, noted=tuple((one.opens_at, one) for one in moments))

    def __repr__(self) -> str:
        zone, cap = self.schedule.zone, self.asked.questions_per_week
        weeks = (self.ends_at - self.begins_at) // timedelta(days=6, hours=23)
        start = self.begins_at.astimezone(zone_named(zone)).date()
        return f"world_of({zone!r}, {start!r}, {cap}, {weeks}, {self.seed})"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002
        """Hypothesis shows a failing world by the call that makes it again."""
        printer.text(repr(self))


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
    """Hypothesis chooses the frame, which it can shrink; all that fills it comes from one seed."""
    zone = draw(st.sampled_from(ZONES))
    start = draw(st.sampled_from(STARTS))
    cap = draw(st.sampled_from(caps))
    weeks = draw(st.sampled_from(WEEKS))
    return world_of(zone, start, cap, weeks, draw(st.integers(0, 2**32)))


@st.composite
def batches(draw: st.DrawFn) -> list[World]:
    """Some worlds in one frame: what Hypothesis takes for an example is spread over them."""
    frame = (draw(st.sampled_from(ZONES)), draw(st.sampled_from(STARTS)), draw(st.integers(0, 5)))
    weeks, seed = draw(st.sampled_from(WEEKS)), draw(st.integers(0, 2**32))
    return [world_of(*frame, weeks, seed + n) for n in range(IN_A_BATCH)]


def world_of(zone: str, start: date, cap: int, weeks: int, seed: int) -> World:
    """The same arguments give the same world."""
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
        digest_day=chance.choice((None, 0, 4, 4)),
    )
    begins_at = at_local(days[0], time(0), zone)
    return World(
        asked,
        schedule,
        _noted(chance, days, zone, busy),
        _vows(chance, days, zone),
        begins_at,
        at_local(days[-1] + timedelta(days=1), time(0), zone),
        chance.choice((0.0, 0.2, 0.5, 1.0)),
        seed,
    )


def _meetings(chance: Random, day: date, zone: str) -> list[Span]:
    """Some days are empty, some have meetings back to back, some with short gaps."""
    spans: list[Span] = []
    at = at_local(day, time(chance.choice((7, 9, 11)), chance.choice((0, 20))), zone)
    for _ in range(chance.choice((0, 0, 0, 1, 2, 6))):
        ends_at = at + timedelta(minutes=chance.choice((30, 45, 60)))
        spans.append(Span(at, ends_at))
        at = ends_at + timedelta(minutes=chance.choice((0, 5, 10, 15, 15, 30, 90)))
    return spans


def _away(chance: Random, days: Sequence[date], zone: str) -> tuple[Span, ...]:
    first = chance.choice(days)
    leave = Span(
        at_local(first, time(0), zone),
        midnight_after(first + timedelta(days=chance.choice((0, 0, 1, 4, 9))), zone),
    )
    quiet_at = at_local(chance.choice(days), time(chance.randint(0, 23)), zone)
    quiet = Span(quiet_at, quiet_at + timedelta(minutes=chance.choice((30, 240, 1500))))
    return tuple(chance.sample((leave, quiet), chance.choice((0, 0, 1, 1, 2))))


def _noted(
    chance: Random, days: Sequence[date], zone: str, busy: Sequence[Span]
) -> tuple[tuple[datetime, Moment], ...]:
    """Client meetings, known the evening before or only by a recap, and what happened to deals."""
    noted: list[tuple[datetime, Moment]] = []
    for place, span in enumerate(busy):
        if chance.random() < 0.5:
            moment = _held(chance, place, span)
            is_planned = moment.candidate_id is None and chance.random() < 0.6
            known_at = at_local(span.start.date(), time(0), zone) - timedelta(days=1)
            noted.append((known_at if is_planned else span.end, moment))
    for place, day in enumerate(days):
        if chance.random() < 0.5:
            moment = _other(chance, place, day, zone)
            noted.append((moment.opens_at, moment))
    return tuple(noted)


def _held(chance: Random, place: int, span: Span) -> Moment:
    client = chance.choice(CLIENTS)
    return Moment(
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


def _other(chance: Random, place: int, day: date, zone: str) -> Moment:
    opens_at = at_local(day, time(chance.choice(HOURS), chance.choice((0, 17, 40))), zone)
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


def _vows(chance: Random, days: Sequence[date], zone: str) -> tuple[Vow, ...]:
    """Some promises, several of them due on one morning, some done before."""
    shared = chance.choice(days)
    vows = []
    for place in range(chance.choice((0, 1, 2, 3, 7)) * (1 + len(days) // 30)):
        made_on = chance.choice(days)
        made_at = at_local(made_on, time(chance.choice((6, 8, 10, 13, 16, 18)), 10), zone)
        due_on = made_on + timedelta(days=chance.choice((0, 0, 1, 1, 2, 3, 5, 9)))
        if made_on <= shared and chance.random() < 0.5:
            due_on = shared
        kept_at = made_at + timedelta(hours=chance.randint(1, 150))
        vows.append(Vow(f"vow-{place}", made_at, due_on, chance.choice((None, None, kept_at))))
    return tuple(vows)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]
