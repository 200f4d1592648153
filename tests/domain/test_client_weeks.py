"""Eight weeks of a client: which marks are shown, and which days are days of silence."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cadence import Kept, Standing
from bot.domain.client_weeks import (
    ClientRow,
    Mark,
    Marked,
    Silence,
    client_row,
    first_day,
    who_matters,
)

LAST = date(2026, 5, 15)
FIRST = first_day(LAST)


def kept(ideal: int = 14, worst: int = 28, *, starts: date = date(2026, 1, 1)) -> Kept:
    return Kept("C1", "Gira", None, starts, ideal, worst)


def ago(days: int) -> date:
    return LAST - timedelta(days=days)


def row(client: Kept, *days: int, before: date | None = None) -> ClientRow:
    return client_row(client, [Marked(Mark.LISTENED, ago(day)) for day in days], before, LAST)


def test_eight_weeks_are_fifty_six_days() -> None:
    assert (LAST - FIRST).days == 55


def test_silence_begins_at_the_ideal_interval_and_ends_with_a_word() -> None:
    assert row(kept(), 40, 5, before=ago(56)).silences == (
        Silence(Standing.DUE, ago(42), ago(41)),
        Silence(Standing.DUE, ago(26), ago(13)),
        Silence(Standing.PAST_WORST, ago(12), ago(6)),
    )


def test_silence_before_the_keep_does_not_count() -> None:
    assert row(kept(starts=ago(10)), before=ago(200)).silences == ()


def test_a_promise_is_no_word() -> None:
    marked = [Marked(Mark.PROMISE_KEPT, ago(20))]
    assert client_row(kept(starts=ago(28)), marked, None, LAST).silences == (
        Silence(Standing.DUE, ago(14), ago(1)),
        Silence(Standing.PAST_WORST, LAST, LAST),
    )


def test_who_is_owed_a_word_comes_first_then_who_was_heard_last() -> None:
    def one(client_id: str, last_word_on: date | None) -> Kept:
        return Kept(client_id, client_id, last_word_on, ago(60), 14, 28)

    clients = [
        Kept("new", "new", None, LAST),
        one("fresh", ago(1)),
        one("late", ago(20)),
        one("lost", ago(50)),
        one("older", ago(9)),
    ]
    assert [each.client_id for each in who_matters(clients, LAST)] == [
        *("lost", "late"),
        *("fresh", "older", "new"),
    ]


@given(
    st.lists(st.integers(-5, 90), max_size=30),
    st.integers(0, 120),
    st.integers(0, 120),
    st.integers(0, 200),
)
def test_each_day_is_silent_just_as_its_clock_says(
    days: list[int], ideal: int, worst: int, starts_ago: int
) -> None:
    client = kept(ideal, worst, starts=ago(starts_ago))
    before = max((ago(day) for day in days if ago(day) < FIRST), default=None)
    found = row(client, *days, before=before).silences
    words = [ago(day) for day in days if ago(day) <= LAST]
    for place in range(56):
        day = FIRST + timedelta(days=place)
        inside = [one.standing for one in found if one.since <= day <= one.until]
        clock = max([client.clock_starts_on, *(word for word in words if word <= day)])
        silent = (day - clock).days
        if silent >= max(1, ideal, worst):
            assert inside == [Standing.PAST_WORST]
        elif silent >= max(1, ideal):
            assert inside == [Standing.DUE]
        else:
            assert inside == []
