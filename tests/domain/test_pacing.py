"""Caps and stepping back, told message by message."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain.decision import Asked, PastNudge, Reason
from bot.domain.pacing import clear_at, earliest_question_at, halved, ignored_at
from bot.domain.quiet import at_local
from bot.domain.schedule import Schedule, Span
from bot.domain.vocabulary import NudgeKind, NudgeState

BERLIN = "Europe/Berlin"
ADA = Schedule(BERLIN, time(8, 30), time(17, 30), frozenset({0, 1, 2, 3, 4}))
ASKED = Asked("ada", 3)
MON = date(2026, 11, 2)
DAY = timedelta(days=1)


def at(day: date, clock: str = "10:00") -> datetime:
    return at_local(day, time.fromisoformat(clock), BERLIN)


def ignored(*days_after: int, is_less: bool = False) -> list[PastNudge]:
    return [
        PastNudge(
            NudgeKind.QUESTION,
            NudgeState.EXPIRED,
            at(MON + n * DAY),
            client_id="gira",
            is_less_question=is_less,
        )
        for n in days_after
    ]


def test_half_of_three_is_two_and_of_one_is_one() -> None:
    assert [halved(n) for n in range(6)] == [0, 1, 1, 2, 2, 3]


def test_a_week_is_seven_days_by_the_clock_and_by_the_calendar() -> None:
    autumn = at(date(2026, 10, 19), "00:30")
    assert clear_at(autumn, 7, BERLIN) == at(date(2026, 10, 26), "00:00")
    spring = at(date(2026, 3, 23), "10:00")
    assert clear_at(spring, 7, BERLIN) == spring + 7 * DAY


def test_ignored_is_by_the_end_of_the_next_working_day() -> None:
    friday, monday = MON + 4 * DAY, MON + 7 * DAY
    nudge = PastNudge(NudgeKind.QUESTION, NudgeState.SENT, at(friday))
    assert ignored_at(nudge, ADA) == at(monday, "17:30")
    leave = replace(ADA, away=(Span(at(monday, "00:00"), at(monday + 2 * DAY, "00:00")),))
    assert ignored_at(nudge, leave) == at(monday + 2 * DAY, "17:30")
    for acted in (
        replace(nudge, acted_at=at(friday, "11:00")),
        replace(nudge, state=NudgeState.SNOOZED),
        replace(nudge, state=NudgeState.WITHDRAWN),
    ):
        assert ignored_at(acted, ADA) is None


def test_after_two_ignored_one_a_week_and_the_next_says_so_once() -> None:
    history = ignored(0, 2)
    pace = earliest_question_at(ASKED, ADA, history, at(MON + 4 * DAY))
    assert pace.wait is not None
    assert (pace.wait.reason, pace.wait.until) == (Reason.BACKED_OFF, at(MON + 9 * DAY))
    assert pace.wait.values["ignored"] == "2"
    pace = earliest_question_at(ASKED, ADA, history, at(MON + 9 * DAY))
    assert (pace.wait, pace.says_less) == (None, True)
    pace = earliest_question_at(ASKED, ADA, ignored(0, 2, 9), at(MON + 16 * DAY))
    assert (pace.wait, pace.says_less, pace.asks_less) == (None, False, False)


def test_an_answer_starts_anew() -> None:
    history = ignored(0, 2, 9)
    history.append(replace(ignored(16)[0], acted_at=at(MON + 16 * DAY, "12:00")))
    pace = earliest_question_at(ASKED, ADA, history, at(MON + 17 * DAY, "11:00"))
    assert (pace.wait, pace.says_less, pace.asks_less) == (None, False, False)


def test_several_that_become_ignored_in_one_leave_still_lead_to_the_word() -> None:
    leave = replace(ADA, away=(Span(at(MON + 3 * DAY, "00:00"), at(MON + 11 * DAY, "00:00")),))
    history = ignored(0, 1, 2)
    pace = earliest_question_at(ASKED, leave, history, at(MON + 14 * DAY))
    assert (pace.wait, pace.says_less) == (None, True)


def test_after_four_ignored_less_other_or_stop_then_thirty_days_of_rest() -> None:
    four = ignored(0, 2, 9, 16)
    pace = earliest_question_at(ASKED, ADA, four, at(MON + 23 * DAY))
    assert (pace.wait, pace.asks_less, pace.says_less) == (None, True, False)
    rest = [*four, *ignored(23, is_less=True)]
    pace = earliest_question_at(ASKED, ADA, rest, at(MON + 40 * DAY))
    assert pace.wait is not None
    assert (pace.wait.reason, pace.wait.until) == (Reason.RESTING, at(MON + 53 * DAY))
    pace = earliest_question_at(ASKED, ADA, rest, at(MON + 53 * DAY))
    assert (pace.wait, pace.needs_client, pace.asks_less) == (None, True, False)


def test_after_the_one_that_came_back_none_until_the_person_acts() -> None:
    history = [*ignored(0, 2, 9, 16), *ignored(23, is_less=True), *ignored(53)]
    year_on = at(MON + 400 * DAY)
    pace = earliest_question_at(ASKED, ADA, history, year_on)
    assert pace.wait is not None
    assert (pace.wait.reason, pace.wait.until) == (Reason.RESTING, None)
    acted = replace(ASKED, acted_at=at(MON + 60 * DAY))
    pace = earliest_question_at(acted, ADA, history, year_on)
    assert (pace.wait, pace.says_less, pace.asks_less) == (None, False, False)
    pace = earliest_question_at(acted, ADA, [*history, *ignored(61)], year_on)
    assert (pace.wait, pace.says_less, pace.asks_less) == (None, False, False)


def test_a_full_week_counts_any_seven_days() -> None:
    answered = [replace(one, acted_at=one.sent_at + DAY / 24) for one in ignored(0, 2, 3)]
    pace = earliest_question_at(ASKED, ADA, answered, at(MON + 4 * DAY, "11:00"))
    assert pace.wait is not None
    assert (pace.wait.reason, pace.wait.until) == (Reason.WEEK_FULL, at(MON + 7 * DAY))
    assert pace.asked_this_week == 3


def test_what_was_asked_for_or_refused_counts_in_no_cap() -> None:
    free = [
        replace(one, asked_for=True) if n % 2 else replace(one, state=NudgeState.REFUSED)
        for n, one in enumerate(ignored(0, 1, 2, 3, 4))
    ]
    pace = earliest_question_at(ASKED, ADA, free, at(MON + 4 * DAY, "11:00"))
    assert pace.wait is None
    assert pace.asked_this_week == 0


def test_more_than_five_a_week_is_five() -> None:
    answered = [replace(one, acted_at=one.sent_at) for one in ignored(0, 1, 2, 3, 4)]
    many = replace(ASKED, questions_per_week=99)
    pace = earliest_question_at(many, ADA, answered, at(MON + 5 * DAY, "11:00"))
    assert pace.wait is not None
    assert pace.wait.reason is Reason.WEEK_FULL
