"""What can wait gives way to the better question that the same day still has: after a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.decision import PastNudge
from bot.domain.looking import (
    AFTER_MEETING,
    GAP_LASTS,
    Look,
    LookedAt,
    is_about_meeting,
    look_at,
    looked_at,
)
from bot.domain.pacing import earliest_question_at
from bot.domain.quiet import local_day
from bot.domain.vocabulary import NudgeKind, NudgeState


def better_today(
    person: LookedAt, ready: Sequence[Look], looks: Sequence[Look], closing: dict[str, datetime]
) -> Look | None:
    """The question after a meeting for which all that is ready can wait; None to ask now.

    An offer never waits, nor does what the person put off to this hour, nor a meeting's question.
    """
    if person.pace.asks_less or not all(_may_wait(look) for look in ready):
        return None
    planned = [look for look in looks if _is_planned_today(person, look)]
    if not planned:
        return None
    first = min(planned, key=lambda look: (look.at or person.now, look.moment.id))
    after = _after(person, first)
    keep = all(_keeps_its_time(after, look, closing[look.moment.id]) for look in ready)
    return first if keep else None


def _may_wait(look: Look) -> bool:
    moment = look.moment
    was_put_off = moment.named_at is not None
    return moment.candidate_id is None and not was_put_off and not is_about_meeting(moment)


def _is_planned_today(person: LookedAt, look: Look) -> bool:
    """A meeting with a gap after it, in which it can be asked about today."""
    moment, zone = look.moment, person.schedule.zone
    if look.at is None or look.at <= person.now or not look.prompts or not is_about_meeting(moment):
        return False
    ended_at = moment.happened_at or moment.opens_at
    is_in_gap = look.at <= ended_at + AFTER_MEETING + GAP_LASTS
    is_today = local_day(look.at, zone) == local_day(person.now, zone)
    return is_in_gap and is_today and moment.candidate_id is None


def _after(person: LookedAt, planned: Look) -> LookedAt:
    """How the person stands once the planned question was sent, whichever prompt it will be."""
    at = planned.at or person.now
    client_id, deal_id = planned.moment.client_id, planned.moment.deal_id
    sent = PastNudge(NudgeKind.QUESTION, NudgeState.SENT, at, client_id=client_id, deal_id=deal_id)
    after = looked_at(person.asked, person.schedule, [*person.history, sent], person.prompts, at)
    in_family = {family: [*past] for family, past in after.in_family.items()}
    for prompt in planned.prompts:
        used = replace(sent, prompt_id=prompt.id)
        in_family.setdefault(prompt.family, []).append(used)
    return replace(after, in_family=in_family)


def _keeps_its_time(after: LookedAt, look: Look, closes: datetime) -> bool:
    """Whether the question can still be asked after the planned one, should that go unanswered."""
    later = look_at(after, look.moment, closes)
    if later.at is None:
        return False
    pace = earliest_question_at(after.asked, after.schedule, after.history, later.at)
    return pace.wait is None and not pace.asks_less
