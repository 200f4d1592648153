"""Eight weeks of a seller's clients: when each was heard, and when nobody had a word for them.

It tells the clients' side alone. Nothing in it counts what its seller did well or badly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.cadence import Kept, Standing, owed
from bot.domain.quiet import step

WEEKS = 8
MOST_ROWS = 10
MOST_MARKS = 60
"""In one row; more would be one smear."""


class Mark(StrEnum):
    """What happened on a day: a contact of one kind, or what became of a promise."""

    LISTENED = "listened"
    ASKED = "asked"
    GAVE = "gave"
    PROMISE_KEPT = "promise_kept"
    PROMISE_MOVED = "promise_moved"


@dataclass(frozen=True, slots=True)
class Marked:
    """One mark, on its day."""

    mark: Mark
    on: date


@dataclass(frozen=True, slots=True)
class Silence:
    """Days without a word, from the client's ideal interval on (`DUE`) or from the worst on."""

    standing: Standing
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One client's eight weeks."""

    client: str
    marks: tuple[Marked, ...]
    silences: tuple[Silence, ...]


@dataclass(frozen=True, slots=True)
class ClientWeeks:
    """What the picture shows, from its first day to its last; `more` clients are not in it."""

    first: date
    last: date
    rows: tuple[ClientRow, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that Slack has, and what is to be seen on it, for whoever does not see it."""

    file_id: str
    weeks: ClientWeeks
    unwritten: tuple[int, ...] = ()
    """The places of rows whose client no font could write: they bear a number."""


def first_day(last: date) -> date:
    """The first of the eight weeks' days."""
    return step(last, 1 - 7 * WEEKS)


def who_matters(kept: Sequence[Kept], today: date) -> list[Kept]:
    """Who is owed a word first, then whoever was heard last; who was never heard comes last."""
    late = owed(kept, today)
    late_ids = {one.client_id for one in late}
    rest = [one for one in kept if one.client_id not in late_ids]
    heard = [one for one in rest if one.last_word_on is not None]
    never = [one for one in rest if one.last_word_on is None]
    heard.sort(key=lambda one: (one.last_word_on or today, one.client_id), reverse=True)
    return [*late, *heard, *never]


def client_row(client: Kept, marks: Sequence[Marked], before: date | None, last: date) -> ClientRow:
    """One client's row; `before` is the last contact before the first of the eight weeks."""
    first = first_day(last)
    shown = sorted(
        {one for one in marks if first <= one.on <= last}, key=lambda one: (one.on, one.mark)
    )
    words = [one.on for one in shown if one.mark not in _OF_PROMISES]
    return ClientRow(
        client.client,
        tuple(shown[-MOST_MARKS:]),
        tuple(_silences(client, [*([before] if before else []), *words], first, last)),
    )


_OF_PROMISES = frozenset({Mark.PROMISE_KEPT, Mark.PROMISE_MOVED})


def _silences(client: Kept, words: Sequence[date], first: date, last: date) -> list[Silence]:
    """Each stretch between two words that grew longer than the client's cadence.

    The clock starts with the Keep: silence before it does not count. A day on which there was a
    word is no day of silence.
    """
    starts = sorted({max(word, client.clock_starts_on) for word in (*words, date.min)})
    ends = [step(start, -1) for start in starts[1:]] + [last]
    worst_days = max(client.worst_days, client.ideal_days)
    found = []
    for start, end in zip(starts, ends, strict=True):
        due_on, worst_on = step(start, max(1, client.ideal_days)), step(start, max(1, worst_days))
        found += [
            Silence(Standing.DUE, max(due_on, first), min(end, step(worst_on, -1))),
            Silence(Standing.PAST_WORST, max(worst_on, first), end),
        ]
    return [one for one in found if one.since <= one.until]
