"""Later: a new message at the time that was named, and no cap is broken for it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from random import Random

from hypothesis import given, settings

from bot.domain.deciding import decide
from bot.domain.decision import Asked, Outcome, PastNudge, Reason
from bot.domain.moments import Moment
from bot.domain.postponing import OPEN_FOR, later_at
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import MomentKind, NudgeKind, NudgeState
from tests.domain.test_rules_over_weeks import assert_caps, is_good
from tests.domain.walking import Sent, Walk
from tests.domain.worlds import FULL_SIZE, PROMPTS, World, utc, worlds

DAY = timedelta(days=1)
FULL, FEW = 6 * settings.default.max_examples, 12


@dataclass
class Week:
    """One person who puts questions off now and then, at once or some time after."""

    world: World
    chance: Random
    walked: Walk
    open: dict[str, Moment] = field(default_factory=dict)
    history: list[PastNudge] = field(default_factory=list)
    unanswered: list[tuple[int, Moment]] = field(default_factory=list)
    named: list[tuple[Moment, datetime]] = field(default_factory=list)

    def lives(self) -> None:
        now = self.world.begins_at
        coming = sorted(self.world.moments, key=lambda one: one.opens_at)
        while now < self.world.ends_at:
            while coming and coming[0].opens_at <= now:
                moment = coming.pop(0)
                self.open[moment.id] = moment
            if self.unanswered and self.chance.random() < 0.3:
                self.puts_off(*self.unanswered.pop(), now)
            next_at = self.is_looked_at(now)
            ahead = [at for at in (next_at, coming[0].opens_at if coming else None) if at]
            if not ahead:
                return
            now = max(min(ahead), now + timedelta(seconds=1))

    def is_looked_at(self, now: datetime) -> datetime | None:
        seed = self.chance.getrandbits(32)
        known = list(self.open.values())
        args = (self.world.asked, self.world.schedule)
        decision = decide(*args, self.history, known, PROMPTS, now, seed)
        for lapsed in decision.lapsed:
            self.open.pop(lapsed, None)
        if decision.outcome is Outcome.SILENCE:
            return decision.next_look_at
        moment = self.open.pop(decision.moment_id or "", None)
        self.walked.sent.append(Sent(now, decision, moment, 0))
        self.history.append(
            PastNudge(
                NudgeKind.QUESTION,
                NudgeState.SENT,
                now,
                None,
                decision.prompt_id,
                moment.client_id if moment else None,
                moment.deal_id if moment else None,
                is_less_question=decision.asks_less,
            )
        )
        if moment is None or self.chance.random() < 0.2:
            return decision.next_look_at
        if self.chance.random() < 0.5:
            self.puts_off(len(self.history) - 1, moment, now)
            return now + timedelta(minutes=1)
        self.unanswered.append((len(self.history) - 1, moment))
        return decision.next_look_at

    def puts_off(self, place: int, moment: Moment, now: datetime) -> None:
        before = self.history[place]
        self.history[place] = replace(before, state=NudgeState.SNOOZED, acted_at=now)
        put_off = [one for one in self.open.values() if one.named_at]
        again = replace(moment, happened_at=None)
        args = (self.world.asked, self.world.schedule, self.history)
        at = later_at(*args, again, put_off, PROMPTS, now)
        if at is None:
            return
        self.named.append((again, at))
        self.open[moment.id] = replace(again, opens_at=at, named_at=at, closes_at=at + OPEN_FOR)


@settings(max_examples=FULL if settings.default.max_examples >= FULL_SIZE else FEW)
@given(worlds(caps=(1, 2, 3, 5)))
def test_it_comes_at_the_time_that_was_named_and_every_cap_holds(world: World) -> None:
    week = Week(world, Random(world.seed), Walk(world))
    week.lives()
    assert_caps(week.walked)
    for sent in week.walked.sent:
        own_end = sent.moment.happened_at if sent.moment else None
        assert is_good(sent.at, world.schedule, own_end)
    came = {(sent.moment.id, sent.at) for sent in week.walked.sent if sent.moment}
    for moment, at in week.named:
        assert at >= world.ends_at or (moment.id, at) in came, moment.id


MONDAY = utc(2026, 6, 1, 10)
SCHEDULE = Schedule("UTC", time(8), time(18), frozenset(range(5)))


def asked_on(days: int, client: str = "gira", state: NudgeState = NudgeState.SENT) -> PastNudge:
    at = MONDAY + days * DAY
    acted_at = at if state is NudgeState.SNOOZED else None
    return PastNudge(NudgeKind.QUESTION, state, at, acted_at, "old", client)


def moved(name: str, **others: object) -> Moment:
    made = Moment(
        name,
        MomentKind.DEAL_MOVED,
        MONDAY,
        MONDAY + 30 * DAY,
        client_id=name,
        deal_id=f"deal-{name}",
        facts={"client": name, "deal": "rollout"},
    )
    return replace(made, **others)  # type: ignore[arg-type]


def test_a_full_week_is_waited_for() -> None:
    """Asked on Monday, Tuesday and Wednesday, put off on Wednesday: Monday is the first day."""
    asked = Asked("ada", 3, digest_day=4)
    history = [asked_on(0), asked_on(1, "tern"), asked_on(2, "osprey", NudgeState.SNOOZED)]
    at = later_at(asked, SCHEDULE, history, moved("osprey"), [], PROMPTS, MONDAY + 2 * DAY)
    assert at == MONDAY + 7 * DAY


def test_two_that_are_put_off_come_one_after_the_other() -> None:
    asked = Asked("ada", 5, digest_day=None)
    history = [asked_on(0, state=NudgeState.SNOOZED), asked_on(1, "tern", NudgeState.SNOOZED)]
    now = MONDAY + DAY
    first = later_at(asked, SCHEDULE, history, moved("gira"), [], PROMPTS, now)
    assert first == MONDAY + 2 * DAY
    waiting = moved("gira", opens_at=first, named_at=first)
    second = later_at(asked, SCHEDULE, history, moved("tern"), [waiting], PROMPTS, now)
    assert second == MONDAY + 3 * DAY


def test_what_would_push_it_past_its_time_waits_and_says_so() -> None:
    asked = Asked("ada", 3, digest_day=4)
    named_at = MONDAY + 2 * DAY
    waiting = moved("gira", opens_at=named_at, named_at=named_at)
    history = [asked_on(0, state=NudgeState.SNOOZED)]
    now = MONDAY + DAY + timedelta(hours=1)
    fresh = moved("tern")
    decision = decide(asked, SCHEDULE, history, [waiting, fresh], PROMPTS, now, 1)
    assert decision.outcome is Outcome.SILENCE
    assert decision.next_look_at == named_at
    assert decision.reason in (Reason.NOT_YET, Reason.ROOM_FOR_LATER)
    then = decide(asked, SCHEDULE, history, [waiting, fresh], PROMPTS, named_at, 1)
    assert then.moment_id == "gira"
    alone = decide(asked, SCHEDULE, history, [fresh], PROMPTS, now, 1)
    assert alone.moment_id == "tern"


def test_without_questions_there_is_no_later() -> None:
    asked = Asked("ada", 0)
    history = [asked_on(0, state=NudgeState.SNOOZED)]
    assert later_at(asked, SCHEDULE, history, moved("gira"), [], PROMPTS, MONDAY) is None
