"""What can wait gives way to the question after a meeting that the day still has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.decision import Outcome, Reason
from bot.domain.moments import Moment
from bot.domain.vocabulary import MomentKind, NudgeState
from tests.domain.test_deciding import (
    ASKED,
    DAY,
    THU,
    TUE,
    WED,
    ada,
    at,
    held,
    look,
    meetings,
    moved,
    sent,
)

SCHEDULE = ada(*meetings("14:00-15:00"))
PLANNED = held(at(WED, "15:00"))
DEAL = moved(at(WED, "09:00"), happened_at=at(WED, "09:00"))
TEN = at(WED, "10:00")


def test_a_deal_s_question_waits_for_the_meeting_of_the_afternoon() -> None:
    decision = look([DEAL, PLANNED], TEN, SCHEDULE)
    assert (decision.outcome, decision.reason) == (Outcome.SILENCE, Reason.WAITS_FOR_MEETING)
    assert decision.moment_id == "moved"
    assert decision.values["meeting_at"] == at(WED, "14:00").isoformat()
    assert decision.values["next_at"] == at(WED, "15:05").isoformat()
    assert decision.next_look_at == at(WED, "15:05")

    asked = look([DEAL, PLANNED], at(WED, "15:05"), SCHEDULE)
    assert (asked.moment_id, asked.next_look_at) == ("held", at(THU, "15:05"))
    after = sent(at(WED, "15:05"), client_id="gira")
    assert look([DEAL], at(THU, "15:05"), SCHEDULE, (after,)).moment_id == "moved"


def test_a_meeting_that_is_called_off_costs_the_deal_s_question_nothing() -> None:
    assert look([DEAL], at(WED, "15:05"), SCHEDULE).moment_id == "moved"


@pytest.mark.parametrize(
    ("deal", "planned", "busy", "why"),
    [
        (replace(DEAL, closes_at=at(THU, "12:00")), PLANNED, (), "its window would close"),
        (replace(DEAL, client_id="gira"), PLANNED, (), "its client would have had its question"),
        (replace(DEAL, happened_at=None), PLANNED, (), "Later named this hour"),
        (replace(DEAL, candidate_id="c1"), PLANNED, (), "what was promised is offered at once"),
        (DEAL, PLANNED, ("15:10-17:25",), "the meeting has no gap after it"),
        (DEAL, held(at(THU, "15:00")), (), "the meeting is tomorrow"),
        (DEAL, replace(PLANNED, facts={}), (), "no question fits the meeting"),
        (DEAL, replace(PLANNED, candidate_id="c2"), (), "an offer has its whole window"),
    ],
)
def test_it_is_asked_now_where(
    deal: Moment, planned: Moment, busy: tuple[str, ...], why: str
) -> None:
    schedule = ada(*meetings("14:00-15:00", *busy))
    assert look([deal, planned], TEN, schedule).moment_id == "moved", why


def test_it_is_asked_now_where_the_week_has_room_for_one_more() -> None:
    week = tuple(sent(TEN - n * DAY, prompt_id=f"old-{n}") for n in (5, 6))
    deal = replace(DEAL, closes_at=at(THU, "16:00"))
    assert look([deal, PLANNED], TEN, SCHEDULE, week).moment_id == "moved"
    five = replace(ASKED, questions_per_week=5)
    waits = look([deal, PLANNED], TEN, SCHEDULE, week, five)
    assert waits.reason is Reason.WAITS_FOR_MEETING


def test_it_is_asked_now_where_a_question_may_count_as_ignored_by_tomorrow() -> None:
    """With a second one ignored there would be one a week, and its window would be gone."""
    ignored = tuple(
        sent(at(day, "09:30"), state=NudgeState.SENT, acted_at=None) for day in (TUE - DAY, TUE)
    )
    assert look([DEAL, PLANNED], TEN, SCHEDULE, ignored).moment_id == "moved"


def test_what_happened_lately_is_not_a_meeting_ahead() -> None:
    late = replace(PLANNED, kind=MomentKind.DEAL_WON, id="won")
    assert look([DEAL, late], TEN, SCHEDULE).moment_id == "moved"
