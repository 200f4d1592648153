"""The morning note: when it comes and what is in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.letters import (
    AwayLine,
    CheckInLine,
    DueStage,
    GiveIdea,
    ListLine,
    MeetingLine,
    PromiseLine,
)
from bot.domain.morning import compose_note, next_note_at, note_at
from bot.domain.quiet import at_local
from bot.domain.schedule import Schedule, Span

BERLIN = "Europe/Berlin"
ADA = Schedule(BERLIN, time(8, 30), time(17, 30), frozenset({0, 1, 2, 3, 4}))
WED, THU, FRI, MON = date(2026, 11, 25), date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 30)
NOBODY: frozenset[str] = frozenset()


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return at_local(day, time(hour, minute), BERLIN)


def promise(name: str, stage: DueStage = DueStage.TOMORROW, due_on: date = THU) -> PromiseLine:
    return PromiseLine(name, "Delmar", "the pilot report", due_on, stage)


def meeting(client: str, hour: int = 13) -> MeetingLine:
    return MeetingLine(f"m-{client}", client, client.title(), at(WED, hour))


def owed(client: str) -> ListLine:
    return ListLine(client, client.title(), None, GiveIdea.ASK_GOAL)


def check_in(client: str) -> CheckInLine:
    return CheckInLine(f"c-{client}", client, client.title(), None, True, 30, GiveIdea.GOAL)


def test_it_comes_ten_minutes_into_the_day() -> None:
    assert note_at(WED, ADA, None) == at(WED, 8, 40)


def test_it_comes_before_the_first_meeting_but_never_before_work() -> None:
    assert note_at(WED, ADA, at(WED, 8, 45)) == at(WED, 8, 35)
    assert note_at(WED, ADA, at(WED, 8, 30)) == at(WED, 8, 30)
    assert note_at(WED, ADA, at(WED, 8, 0)) == at(WED, 8, 30)
    assert note_at(WED, ADA, at(WED, 13)) == at(WED, 8, 40)


def test_it_waits_for_who_is_still_away_or_in_an_early_meeting() -> None:
    away = replace(ADA, away=(Span(at(WED, 0), at(WED, 11)),))
    assert note_at(WED, away, None) == at(WED, 11)
    early = replace(ADA, busy=(Span(at(WED, 8), at(WED, 9)),))
    assert note_at(WED, early, None) == at(WED, 9)


def test_the_next_one_is_on_the_next_working_morning() -> None:
    assert next_note_at(at(WED, 8, 39), ADA) == at(WED, 8, 40)
    assert next_note_at(at(WED, 8, 40), ADA) == at(THU, 8, 40)
    assert next_note_at(at(FRI, 12), ADA) == at(MON, 8, 40)
    assert next_note_at(at(WED, 9), replace(ADA, work_days=frozenset())) is None
    busy = replace(ADA, busy=(Span(at(THU, 8, 45), at(THU, 9)),))
    assert next_note_at(at(WED, 12), busy) == at(THU, 8, 35)


def test_the_wednesday_note_of_the_first_week() -> None:
    note = compose_note(WED, [promise("pilot")], [meeting("gira")], NOBODY, [], [], None, False)
    assert note is not None
    assert note.lines == (promise("pilot"), meeting("gira"))
    assert note.more == 0


def test_nothing_dated_is_no_note() -> None:
    assert compose_note(WED, [], [meeting("gira")], NOBODY, [], [owed("tern")], None, False) is None
    assert compose_note(WED, [], [], NOBODY, [], [], None, True) is None


def test_a_ticked_meeting_a_check_in_an_absence_or_the_list_are_reasons() -> None:
    away = AwayLine(THU, FRI, ("p1",))
    for note in (
        compose_note(WED, [], [meeting("gira")], frozenset({"gira"}), [], [], None, False),
        compose_note(WED, [], [], NOBODY, [check_in("gira")], [], None, False),
        compose_note(WED, [], [], NOBODY, [], [], away, False),
        compose_note(WED, [], [], NOBODY, [], [owed("tern")], None, True),
    ):
        assert note is not None
        assert len(note.lines) == 1


def test_what_is_late_stands_before_what_is_due_before_tomorrow() -> None:
    lines = [
        promise("c"),
        promise("b", DueStage.TODAY, WED),
        promise("a", DueStage.OVERDUE, WED - timedelta(days=1)),
    ]
    note = compose_note(WED, lines, [], NOBODY, [], [], None, False)
    assert note is not None
    assert [line.promise_id for line in note.lines] == ["a", "b", "c"]  # type: ignore[union-attr]


def test_a_client_with_a_check_in_is_not_on_the_list_as_well() -> None:
    note = compose_note(
        WED, [], [], NOBODY, [check_in("gira")], [owed("gira"), owed("tern")], None, True
    )
    assert note is not None
    assert note.lines == (check_in("gira"), owed("tern"))


def test_meetings_nobody_ticked_leave_room_for_the_list() -> None:
    meetings = [meeting(f"m{n}", 9 + n) for n in range(7)]
    note = compose_note(WED, [], meetings, NOBODY, [], [owed("tern")], None, True)
    assert note is not None
    assert len(note.lines) == 6
    assert note.lines[-1] == owed("tern")
    assert note.more == 2


@given(st.integers(0, 9), st.integers(0, 5), st.integers(0, 4), st.integers(0, 9), st.booleans())
def test_never_more_than_six_lines_and_no_promise_pushed_out(
    promises: int, meetings: int, check_ins: int, listed: int, is_list_day: bool
) -> None:
    note = compose_note(
        WED,
        [promise(f"p{n}") for n in range(promises)],
        [meeting(f"m{n}") for n in range(meetings)],
        frozenset({"m0"}),
        [check_in(f"c{n}") for n in range(check_ins)],
        [owed(f"o{n}") for n in range(listed)],
        None,
        is_list_day,
    )
    if note is None:
        assert promises == check_ins == meetings == 0
        assert not is_list_day or listed == 0
        return
    assert 1 <= len(note.lines) <= 6
    assert sum(isinstance(line, PromiseLine) for line in note.lines) == min(6, promises)
    assert sum(isinstance(line, ListLine) for line in note.lines) <= 3
    owed_lines = listed if is_list_day else 0
    assert note.more == promises + meetings + check_ins + owed_lines - len(note.lines)
