"""Rules 2, 3 and 5 over random histories: whatever happens, these hold of what a person gets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from bot.domain.deciding import decide
from bot.domain.decision import Asked, Outcome, Reason
from bot.domain.letters import DueStage
from bot.domain.moments import Moment
from bot.domain.quiet import at_local, zone_named
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import MomentKind
from tests.domain.walking import Sent, Walk, is_kept, walk, works_on
from tests.domain.worlds import PROMPTS, Vow, World, batches, examples, worlds

MINUTES = timedelta(minutes=1)
DAY = timedelta(days=1)
BY_NAME = {prompt.id: prompt for prompt in PROMPTS}
PARTS = 4


@pytest.mark.hypothesis
@pytest.mark.parametrize("part", range(PARTS))
def test_every_rule_holds_of_what_is_sent(
    part: int,
    record_property: Callable[[str, object], None],
) -> None:
    """In four parts for both cores: 1,000 histories each day, 100,000 at full size."""
    seen: Counter[str] = Counter()

    @examples(2, proving=10)
    @given(batches())
    def histories(batch: list[World]) -> None:
        for world in batch:
            walked = walk(world)
            assert_rules(walked)
            seen.update(counts(walked))

    # Where examples depend on the commit alone, each part would draw the same.
    (seed(part)(histories) if settings.default.derandomize else histories)()
    assert seen["questions"] > seen["histories"] / 10
    rare = ("says_less", "asks_less", "waits") if seen["histories"] > 1_000 else ()
    for name in ("offers", "notes", "today", "with_a_gap", *rare):
        assert seen[name] > 0, f"{name} never happened, so nothing was shown of it"
    share = seen["in_the_gap"] / seen["with_a_gap"]
    record_property(
        "figure",
        f"{seen['histories']:,} histories, {seen['questions']:,} questions, {seen['notes']:,}"
        f" notes; of {seen['with_a_gap']:,} questions about a meeting with a gap {share:.1%} came"
        " within 5 to 20 minutes",
    )
    assert share >= 0.95


def assert_rules(walked: Walk) -> None:
    world = walked.world
    for sent in walked.sent:
        assert_good_moment(sent, world)
        assert_fits(sent, world.asked)
    assert_caps(walked)
    assert_cool_downs(walked)
    assert_steps_back(walked)
    assert_notes(walked)
    for vow in world.vows:
        assert_kept_in_mind(vow, walked)
    for at, decision in walked.looks:
        assert (decision.outcome is Outcome.SILENCE) == (decision.reason is not Reason.CHOSEN)
        assert decision.next_look_at is None or decision.next_look_at > at
        assert 0 < decision.probability <= 1


def counts(walked: Walk) -> dict[str, int]:
    schedule = walked.world.schedule
    about = [one for one in walked.sent if one.decision.prompt_id and is_about_meeting(one.moment)]
    gaps = [one for one in about if has_gap(one.moment, schedule)]
    return {
        "histories": 1,
        "questions": len(walked.sent),
        "offers": sum(one.decision.outcome is Outcome.OFFER for one in walked.sent),
        "says_less": sum(one.decision.says_less for one in walked.sent),
        "asks_less": sum(one.decision.asks_less for one in walked.sent),
        "waits": sum(one.reason is Reason.WAITS_FOR_MEETING for _, one in walked.looks),
        "notes": len(walked.notes),
        "today": len(walked.today),
        "with_a_gap": len(gaps),
        "in_the_gap": sum(5 <= minutes_after(one) <= 20 for one in gaps),
    }


def minutes_after(sent: Sent) -> float:
    assert sent.moment is not None
    assert sent.moment.happened_at is not None
    return (sent.at - sent.moment.happened_at) / MINUTES


def is_about_meeting(moment: Moment | None) -> bool:
    return moment is not None and moment.kind is MomentKind.MEETING_HELD


def has_gap(moment: Moment | None, schedule: Schedule) -> bool:
    """A quarter of an hour after the meeting, in working time, with no meeting in it."""
    assert moment is not None
    assert moment.happened_at is not None
    since, until = moment.happened_at, moment.happened_at + 15 * MINUTES
    taken = [*schedule.away, *schedule.busy]
    is_free = not any(span.start < until and since < span.end for span in taken)
    day = local(since, schedule).date()
    starts_at = at_local(day, schedule.work_starts, schedule.zone)
    return is_free and starts_at <= since < until <= at_local(
        day, schedule.work_ends, schedule.zone
    )


def test_a_meeting_question_comes_at_the_first_gap_of_its_day() -> None:
    """By itself it comes 5 to 20 minutes after the end wherever that is possible, else later."""

    @examples(2, proving=4)
    @given(worlds(), st.integers(0, 2**20))
    def each(world: World, pick: int) -> None:
        held = [one for one in world.moments if is_about_meeting(one) and not one.candidate_id]
        if not held:
            return
        moment = held[pick % len(held)]
        assert moment.happened_at is not None
        asked = replace(world.asked, questions_per_week=5, digest_day=None)
        walked = walk(replace(world.with_moments(moment), asked=asked, vows=()))
        gap = first_good(moment.happened_at + 5 * MINUTES, world.schedule, moment.happened_at)
        assert [sent.at for sent in walked.sent] == ([] if gap is None else [gap])

    each()


@examples(1)
@given(worlds())
def test_the_same_look_decides_the_same(world: World) -> None:
    now = world.begins_at + timedelta(days=2, hours=10)
    args = (world.asked, world.schedule, [], world.moments, PROMPTS, now, world.seed)
    assert decide(*args) == decide(*args)


@examples(1)
@given(worlds(caps=(0,)))
def test_a_cap_of_nought_stops_questions_and_no_promise(world: World) -> None:
    walked = walk(world)
    assert not walked.sent
    assert walked.notes == walk(world.with_moments()).notes


@examples(1)
@given(worlds(caps=(5,)), st.integers(0, 2**20))
def test_what_gave_way_to_a_meeting_is_asked_all_the_same(world: World, pick: int) -> None:
    """A deal's question that waits for a known meeting is asked after it, if nothing new comes."""
    held = [one for one in world.moments if is_about_meeting(one) and not one.candidate_id]
    deals = [one for one in world.moments if not is_about_meeting(one)]
    if not held or not deals:
        return
    meeting, deal = held[pick % len(held)], deals[pick % len(deals)]
    alone = replace(world.with_moments(deal), vows=(), temper=0.0)
    alone = replace(alone, ends_at=world.ends_at + 14 * DAY)
    both = replace(alone, noted=((world.begins_at, meeting), (deal.opens_at, deal)))
    walked = walk(both)
    if not any(one.reason is Reason.WAITS_FOR_MEETING for _, one in walked.looks):
        return
    assert walk(alone).sent, "without the meeting it would have been asked"
    assert [sent.moment for sent in walked.sent] == [meeting, deal]


def assert_good_moment(sent: Sent, world: World) -> None:
    moment = sent.moment
    own_end = moment.happened_at if moment is not None and is_about_meeting(moment) else None
    assert is_good(sent.at, world.schedule, own_end)
    assert local(sent.at, world.schedule).weekday() != world.asked.digest_day
    if own_end is not None and sent.decision.outcome is Outcome.ASK:
        assert sent.at >= own_end + 5 * MINUTES
        first = first_good(own_end + 5 * MINUTES, world.schedule, own_end)
        assert first is not None
        assert sent.at <= first + 15 * MINUTES, "not later than in the day's first gap"
    if moment is not None:
        assert moment.opens_at <= sent.at < moment.closes_at


def first_good(since: datetime, schedule: Schedule, own_end: datetime | None) -> datetime | None:
    """The day's first good minute, minute by minute where something is in the way."""
    day = local(since, schedule).date()
    at = max(since, at_local(day, schedule.work_starts, schedule.zone))
    ends_at = at_local(day, schedule.work_ends, schedule.zone)
    while at < ends_at:
        if is_good(at, schedule, own_end):
            return at
        at += MINUTES
    return None


def is_good(at: datetime, schedule: Schedule, own_end: datetime | None) -> bool:
    """By the clock on the wall, without the rules under test."""
    day = local(at, schedule).date()
    if day.weekday() not in schedule.work_days or day in schedule.holidays:
        return False
    starts_at = at_local(day, schedule.work_starts, schedule.zone)
    if not starts_at <= at < at_local(day, schedule.work_ends, schedule.zone):
        return False
    if any(span.start <= at < span.end for span in schedule.away):
        return False
    since, until = at - 10 * MINUTES, at + 10 * MINUTES
    near = [span for span in schedule.busy if span.start < until and since < span.end]
    own = next((span for span in near if span.end == own_end), None)
    return not near or (near == [own] and at >= own.end)


def assert_fits(sent: Sent, asked: Asked) -> None:
    """Rule 5: what is known is not asked; what was written is offered, not asked."""
    decision, moment = sent.decision, sent.moment
    if decision.asks_less:
        assert moment is None
        return
    assert moment is not None
    if moment.candidate_id is not None:
        assert decision.outcome is Outcome.OFFER
        return
    prompt = BY_NAME[decision.prompt_id or ""]
    assert prompt.needs <= moment.facts.keys()
    assert not prompt.unless & moment.facts.keys()
    assert moment.kind in prompt.moments
    assert prompt.kind not in asked.kinds_off


def assert_caps(walked: Walk) -> None:
    world = walked.world

    def days_of(times: list[datetime]) -> list[date]:
        return [local(at, world.schedule).date() for at in times]

    asked = days_of([sent.at for sent in walked.sent])
    noted, digests = days_of([note.at for note in walked.notes]), days_of(walked.digests)
    assert len(set(asked)) == len(asked), "one question a day"
    assert len(set(noted)) == len(noted), "one note a day"
    assert not set(asked) & set(digests)
    unasked = Counter([*asked, *noted, *digests])
    assert max(unasked.values(), default=0) <= 2
    for earlier, later in pairwise(walked.sent):
        assert later.at - earlier.at >= DAY
    for day in asked:
        assert sum(0 <= (other - day).days < 7 for other in asked) <= world.asked.questions_per_week


def assert_cool_downs(walked: Walk) -> None:
    for place, later in enumerate(walked.sent):
        for earlier in walked.sent[:place]:
            apart = later.at - earlier.at
            if later.decision.prompt_id is not None:
                is_same = later.decision.prompt_id == earlier.decision.prompt_id
                assert not is_same or apart >= 14 * DAY
            if later.moment is None or earlier.moment is None:
                continue
            client = later.moment.client_id
            assert client is None or client != earlier.moment.client_id or apart >= 7 * DAY
            if later.moment.kind in (MomentKind.DEAL_MOVED, MomentKind.DEAL_CREATED):
                is_same = later.moment.deal_id == earlier.moment.deal_id
                assert not is_same or apart >= 14 * DAY


def assert_steps_back(walked: Walk) -> None:
    """After two ignored one a week, and it says so; after four the question of less."""
    answered = {nudge.sent_at for nudge in walked.history if nudge.acted_at is not None}
    less_at = None
    returned_at = None
    for place, sent in enumerate(walked.sent):
        assert returned_at is None, "nothing after the one that came back, until they act"
        if less_at is not None:
            assert sent.at - less_at >= 30 * DAY
            assert sent.moment is not None
            assert sent.moment.client_id is not None
            returned_at = sent.at
        elif sent.ignored_before >= 2:
            assert sent.at - walked.sent[place - 1].at >= 7 * DAY
            assert sent.decision.asks_less == (sent.ignored_before >= 4)
            is_first = place < 1 or walked.sent[place - 1].ignored_before < 2
            assert sent.decision.says_less == (is_first and sent.ignored_before < 4)
        else:
            assert not sent.decision.says_less
            assert not sent.decision.asks_less
        if sent.decision.asks_less:
            less_at = sent.at
        if sent.at in answered:
            less_at = returned_at = None


def assert_notes(walked: Walk) -> None:
    """At a good moment, before the day's first meeting wherever that leaves a minute for it."""
    schedule = walked.world.schedule
    for note in walked.notes:
        assert is_good(note.at, schedule, None)
        day = local(note.at, schedule).date()
        starts_at = at_local(day, schedule.work_starts, schedule.zone)
        ends_at = at_local(day, schedule.work_ends, schedule.zone)
        first = min(
            (s.start for s in schedule.busy if starts_at <= s.start < ends_at), default=None
        )
        if first is not None and starts_at <= first - 10 * MINUTES:
            is_free = is_good(min(starts_at + 10 * MINUTES, first - 10 * MINUTES), schedule, None)
            assert not is_free or note.at <= first - 10 * MINUTES


def assert_kept_in_mind(vow: Vow, walked: Walk) -> None:
    """No promise is delayed or lost, whatever else is sent: each morning that is its own has it."""
    schedule = walked.world.schedule
    made_on = told_on = local(vow.made_at, schedule).date()
    mornings = mornings_of(vow, made_on, schedule)
    notes = {local(note.at, schedule).date(): note for note in walked.notes}
    last_day = local(walked.world.ends_at, schedule).date()
    for ahead in range(1, 1 + ((mornings[-1] if mornings else made_on) - made_on).days + 12):
        day = made_on + ahead * DAY
        ends_at = at_local(day, schedule.work_ends, schedule.zone)
        if day >= last_day or is_kept(vow, ends_at):
            break
        is_pending = any(told_on < morning <= day for morning in mornings)
        note = notes.get(day)
        if note is not None and vow.id in note.stages:
            assert is_pending
            assert note.stages[vow.id] is stage_of(vow, day)
            told_on = day
        elif works_on(day, schedule) and is_pending:
            after_start = at_local(day, schedule.work_starts, schedule.zone) + 10 * MINUTES
            is_out_of_room = note is not None and len(note.stages) == 6 and note.more > 0
            assert is_out_of_room or first_good(after_start, schedule, None) is None
            told_on = day if is_out_of_room else told_on
        elif works_on(day, schedule):
            told_on = day
    assert_due_today(vow, walked)


def mornings_of(vow: Vow, made_on: date, schedule: Schedule) -> list[date]:
    """The last working morning before the date, the date's own, the next; day by day."""
    between = [made_on + n * DAY for n in range(1, (vow.due_on - made_on).days)]
    before = [day for day in between if works_on(day, schedule)][-1:]
    own = [vow.due_on] if vow.due_on > made_on and works_on(vow.due_on, schedule) else []
    after = (max(vow.due_on, made_on) + n * DAY for n in range(1, 60))
    return [*before, *own, next(day for day in after if works_on(day, schedule))]


def stage_of(vow: Vow, day: date) -> DueStage:
    if day < vow.due_on:
        return DueStage.TOMORROW
    return DueStage.TODAY if day == vow.due_on else DueStage.OVERDUE


def assert_due_today(vow: Vow, walked: Walk) -> None:
    """What is made and due on one working day comes back in its last hour, at a good minute."""
    schedule = walked.world.schedule
    made_on = local(vow.made_at, schedule).date()
    hour_at = at_local(made_on, schedule.work_ends, schedule.zone) - 60 * MINUTES
    is_due = vow.due_on == made_on and works_on(made_on, schedule) and vow.made_at < hour_at
    came_at = walked.today.get(vow.id)
    if came_at is not None:
        assert hour_at <= came_at < hour_at + 60 * MINUTES
        assert is_good(came_at, schedule, None)
    elif is_due and not is_kept(vow, hour_at + 60 * MINUTES):
        assert first_good(hour_at, schedule, None) is None


def local(at: datetime, schedule: Schedule) -> datetime:
    return at.astimezone(zone_named(schedule.zone))
