"""The named jumps of the demo's clock; the worker then walks it there, moment by moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time, timedelta

from bot.clock import FileClock
from bot.commands.demo.opening import HOME_ZONE
from bot.playground.state import Json
from bot.store.database import Database

_MONDAY, _FRIDAY = 0, 4
_MORNING = time(8, 45)
_AFTER_MEETING = timedelta(minutes=6)
"""By then a question about it has come, if this is a good moment."""
_SIX_MONTHS = timedelta(weeks=26)


class Moves:
    """Where each press on the clock leads."""

    def __init__(self, database: Database, clock: FileClock, team_id: str) -> None:
        self._database = database
        self._clock = clock
        self._team_id = team_id

    def listed(self) -> list[Json]:
        """The presses, in the order in which the page shows them."""
        return [{"id": name, "label": label} for name, (label, _) in _MOVES.items()]

    def move(self, to: datetime | str) -> None:
        """Ask for a moment, or for a named one; a name that nobody knows moves nothing."""
        now = self._clock.now()
        if isinstance(to, datetime):
            self._clock.ask_for(to)
        elif to == "end_of_meeting":
            self._clock.ask_for(self._after_meeting(now))
        elif to in _MOVES:
            self._clock.ask_for(_MOVES[to][1](now))

    def _after_meeting(self, now: datetime) -> datetime:
        """A little after the meeting that is on, was just over, or comes next today."""
        since = now - _AFTER_MEETING
        with self._database.reading(self._team_id) as store:
            ends = [
                meeting.ends_at
                for person in store.people.joined()
                for meeting in store.meetings.of_person(person.id, since, _tomorrow(now))
            ]
        return min(ends, default=now + timedelta(hours=1) - _AFTER_MEETING) + _AFTER_MEETING


def _tomorrow(now: datetime) -> datetime:
    """The next working morning."""
    day = now + timedelta(days=1)
    while day.astimezone(HOME_ZONE).weekday() > _FRIDAY:
        day += timedelta(days=1)
    return _at(day, _MORNING)


def _next(weekday: int, at: time) -> Callable[[datetime], datetime]:
    def found(now: datetime) -> datetime:
        ahead = (weekday - now.astimezone(HOME_ZONE).weekday()) % 7
        then = _at(now + timedelta(days=ahead), at)
        return then if then > now else _at(now + timedelta(days=ahead + 7), at)

    return found


def _six_months_on(now: datetime) -> datetime:
    """At the same hour of the day, also where summer time begins in between."""
    return (now.astimezone(HOME_ZONE) + _SIX_MONTHS).astimezone(UTC)


def _at(day: datetime, at: time) -> datetime:
    return datetime.combine(day.astimezone(HOME_ZONE).date(), at, HOME_ZONE).astimezone(UTC)


_MOVES: Mapping[str, tuple[str, Callable[[datetime], datetime]]] = {
    "end_of_meeting": ("End of the meeting", lambda now: now),
    "in_an_hour": ("In an hour", lambda now: now + timedelta(hours=1)),
    "tomorrow": ("Tomorrow", _tomorrow),
    "friday": ("Friday 14:05", _next(_FRIDAY, time(14, 5))),
    "six_months": ("Six months on", _six_months_on),
    "next_monday": ("Next Monday", _next(_MONDAY, _MORNING)),
}
