"""Which clients have heard nothing from us for longer than they deserve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.quiet import step

IDEAL_DAYS, WORST_DAYS = 42, 70
GOAL_STALE_DAYS = 90


@dataclass(frozen=True, slots=True)
class Kept:
    """A client whom somebody chose to keep, with the clock that runs for it.

    `clock_starts_on` is the day of the Keep or the import: silence before it does not count.
    """

    client_id: str
    client: str
    last_word_on: date | None
    clock_starts_on: date
    ideal_days: int = IDEAL_DAYS
    worst_days: int = WORST_DAYS


class Standing(StrEnum):
    """How a relationship stands to its cadence."""

    WITHIN = "within"
    DUE = "due"
    PAST_WORST = "past_worst"


def standing(client: Kept, today: date) -> tuple[Standing, date]:
    """How it stands, and the day on which it came to that, or on which the next word is due."""
    silent = silent_days(client, today)
    since = step(today, -silent)
    if silent >= client.worst_days:
        return Standing.PAST_WORST, step(since, client.worst_days)
    due_on = step(since, client.ideal_days)
    return (Standing.DUE if silent >= client.ideal_days else Standing.WITHIN), due_on


def silent_days(client: Kept, today: date) -> int:
    """For how many days the clock has run."""
    since = max(client.clock_starts_on, client.last_word_on or client.clock_starts_on)
    return (today - since).days


def owed(clients: Sequence[Kept], today: date) -> list[Kept]:
    """Who is owed a word: past the worst interval first, then by overdue ÷ cadence."""

    def place(client: Kept) -> tuple[bool, float, str]:
        silent = silent_days(client, today)
        ideal = max(1, client.ideal_days)
        return silent < client.worst_days, -(silent - ideal) / ideal, client.client_id

    late = [one for one in clients if silent_days(one, today) >= max(1, one.ideal_days)]
    return sorted(late, key=place)


def in_turn(clients: Sequence[Kept], today: date) -> list[Kept]:
    """All of them, whoever is owed a word first, then by how soon they will be."""
    late = owed(clients, today)
    late_ids = {one.client_id for one in late}

    def left(client: Kept) -> tuple[float, str]:
        ideal = max(1, client.ideal_days)
        return -(silent_days(client, today) - ideal) / ideal, client.client_id

    return late + sorted((one for one in clients if one.client_id not in late_ids), key=left)


def starts_spread(n: int, on: date) -> list[date]:
    """Days on which the clocks of n imported clients start, so that not all ring at once."""
    return [step(on, place * IDEAL_DAYS // n) for place in range(n)]


def is_goal_stale(confirmed_on: date, today: date) -> bool:
    """Whether a goal was confirmed so long ago that it wants a question again."""
    return (today - confirmed_on).days >= GOAL_STALE_DAYS
