"""Rules 2, 3 and 5 over random weeks: whatever happens, these hold of what a person gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.deciding import decide
from bot.domain.decision import Outcome, Reason
from bot.domain.quiet import at_local, zone_named
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import MomentKind
from tests.domain.worlds import PROMPTS, Sent, Walk, World, examples, walk, worlds

MINUTES = timedelta(minutes=1)
DAY = timedelta(days=1)


@pytest.mark.parametrize("part", range(4))
@examples(1, proving=10)
@given(world=worlds())
def test_every_rule_holds_of_what_is_sent(part: int, world: World) -> None:  # noqa: ARG001
    """In four parts, so that both cores prove them: 20,000 histories at full size."""
    walked = walk(world)
    for sent in walked.sent:
        assert_good_moment(sent, world)
        assert_fits(sent, world)
    assert_caps(walked, world)
    assert_cool_downs(walked)
    assert_steps_back(walked)
    for at, decision in walked.looks:
        assert (decision.outcome is Outcome.SILENCE) == (decision.reason is not Reason.CHOSEN)
        assert decision.next_look_at is None or decision.next_look_at > at
        assert 0 < decision.probability <= 1


@examples(2)
@given(worlds(), st.integers(0, 2**20))
def test_a_meeting_question_comes_at_the_first_gap_of_its_day(world: World, pick: int) -> None:
    """By itself it comes 5 to 20 minutes after the end wherever that is possible."""
    held = [one for one in world.moments if one.kind is MomentKind.MEETING_HELD]
    held = [one for one in held if one.candidate_id is None]
    if not held:
        return
    moment = held[pick % len(held)]
    assert moment.happened_at is not None
    asked = replace(world.asked, questions_per_week=5, digest_day=None)
    walked = walk(replace(world, asked=asked, moments=(moment,)))
    after = [moment.happened_at + minute * MINUTES for minute in range(5, 24 * 60)]
    day = local(moment.happened_at, world).date()
    gap = next(
        (
            at
            for at in after
            if local(at, world).date() == day and is_good(at, world.schedule, moment.happened_at)
        ),
        None,
    )
    assert [sent.at for sent in walked.sent] == ([] if gap is None else [gap])


@examples(1)
@given(worlds())
def test_the_same_look_decides_the_same(world: World) -> None:
    now = world.begins_at + timedelta(days=2, hours=10)
    args = (world.asked, world.schedule, [], world.moments, PROMPTS, now, world.seed)
    assert decide(*args) == decide(*args)


@examples(1)
@given(worlds(caps=(0,)))
def test_a_cap_of_nought_stops_questions(world: World) -> None:
    assert not walk(world).sent


def assert_good_moment(sent: Sent, world: World) -> None:
    moment = sent.moment
    is_meeting = moment is not None and moment.kind is MomentKind.MEETING_HELD
    own_end = moment.happened_at if moment is not None and is_meeting else None
    assert is_good(sent.at, world.schedule, own_end)
    assert local(sent.at, world).weekday() != world.asked.digest_day
    if own_end is not None:
        assert sent.at >= own_end + 5 * MINUTES
        is_same_day = local(sent.at, world).date() == local(own_end, world).date()
        assert is_same_day or sent.decision.outcome is Outcome.OFFER
    if moment is not None:
        assert moment.opens_at <= sent.at < moment.closes_at


def is_good(at, schedule: Schedule, own_end) -> bool:  # type: ignore[no-untyped-def]
    """By the clock on the wall, without the rules under test."""
    wall = at.astimezone(zone_named(schedule.zone))
    day = wall.date()
    if day.weekday() not in schedule.work_days or day in schedule.holidays:
        return False
    starts_at = at_local(day, schedule.work_starts, schedule.zone)
    if not starts_at <= at < at_local(day, schedule.work_ends, schedule.zone):
        return False
    if any(span.start <= at < span.end for span in schedule.away):
        return False
    others = list(schedule.busy)
    own = next((span for span in others if span.end == own_end), None)
    if own is not None:
        others.remove(own)
    near = 10 * MINUTES
    return not any(span.start - near < at < span.end + near for span in others)


def assert_fits(sent: Sent, world: World) -> None:
    """Rule 5: what is known is not asked; what was written is offered, not asked."""
    decision, moment = sent.decision, sent.moment
    if decision.asks_less:
        assert moment is None
        return
    assert moment is not None
    if moment.candidate_id is not None:
        assert decision.outcome is Outcome.OFFER
        return
    prompt = next(one for one in PROMPTS if one.id == decision.prompt_id)
    assert prompt.needs <= moment.facts.keys()
    assert not prompt.unless & moment.facts.keys()
    assert moment.kind in prompt.moments
    assert prompt.kind not in world.asked.kinds_off


def assert_caps(walked: Walk, world: World) -> None:
    days = [local(sent.at, world).date() for sent in walked.sent]
    assert len(set(days)) == len(days), "one a day"
    for earlier, later in pairwise(walked.sent):
        assert later.at - earlier.at >= DAY
    for day in days:
        assert sum(0 <= (other - day).days < 7 for other in days) <= world.asked.questions_per_week


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


def local(at, world: World):  # type: ignore[no-untyped-def]
    return at.astimezone(zone_named(world.schedule.zone))


def test_the_walk_does_send() -> None:
    """The properties above are about something: over the seeds a fair number is sent."""
    seen: list[World] = []

    @examples(1)
    @given(worlds(caps=(3,)))
    def collect(world: World) -> None:
        seen.append(world)

    collect()
    sent = [one for world in seen for one in walk(world).sent]
    assert len(sent) > len(seen)
    assert any(one.decision.outcome is Outcome.OFFER for one in sent)
    assert any(one.decision.says_less for one in sent)
