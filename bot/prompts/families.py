"""Each family of questions: its habit, its moments, how often at most, how well supported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.prompt import Prompt
from bot.domain.vocabulary import Habit, Kind, MomentKind

GRADES = ("A", "A-", "A/B", "B", "C", "none")
"""How well a thought is supported, the best first."""
_DEAL_STEPS = frozenset(
    {
        MomentKind.DEAL_CREATED,
        MomentKind.DEAL_MOVED,
        MomentKind.DEAL_CHANGED,
        MomentKind.DEAL_QUIET,
        MomentKind.DEAL_WON,
    }
)


@dataclass(frozen=True, slots=True)
class Family:
    """A family's frame; `habit` is None where it follows the question before it."""

    habit: Habit | None
    kinds: frozenset[Kind]
    moments: frozenset[MomentKind]
    best_grade: str
    per_week: int | None = None
    every_days: int | None = None
    client_every_days: int | None = None
    deal_every_days: int | None = None


FAMILIES: dict[str, Family] = {
    "P1": Family(
        Habit.GOAL,
        frozenset({Kind.MEETINGS, Kind.RELATIONSHIPS}),
        frozenset({MomentKind.MEETING_HELD, MomentKind.GOAL_STALE}),
        "A",
        per_week=2,
    ),
    "P2": Family(
        Habit.LISTEN,
        frozenset({Kind.MEETINGS}),
        frozenset({MomentKind.MEETING_HELD}),
        "A",
        per_week=1,
    ),
    "P3": Family(None, frozenset(Kind), frozenset({MomentKind.ANSWER_GIVEN}), "A", per_week=1),
    "P4": Family(Habit.GOAL, frozenset({Kind.DEALS}), _DEAL_STEPS, "B", deal_every_days=14),
    "P6": Family(
        Habit.LONG_GAME,
        frozenset({Kind.RELATIONSHIPS}),
        frozenset({MomentKind.RELATIONSHIP_COOLING}),
        "A/B",
        client_every_days=30,
    ),
    "P7": Family(
        Habit.LONG_GAME,
        frozenset({Kind.RELATIONSHIPS}),
        frozenset({MomentKind.RENEWAL_TALK, MomentKind.DEAL_MOVED, MomentKind.DEAL_CHANGED}),
        "B",
        deal_every_days=300,
    ),
    # Ten working days with their holidays are at most seventeen days, so nine apart is two of them.
    "P8": Family(
        Habit.SUCCESS,
        frozenset({Kind.REFLECTIONS}),
        frozenset({MomentKind.QUARTER_END}),
        "B",
        every_days=9,
    ),
    "P9": Family(
        Habit.SIXTY,
        frozenset({Kind.REFLECTIONS}),
        frozenset({MomentKind.SIXTY_MINUTES}),
        "none",
        every_days=28,
    ),
    "P10": Family(
        Habit.LISTEN, frozenset({Kind.MEETINGS}), frozenset({MomentKind.MEETING_AHEAD}), "B"
    ),
    "P11": Family(
        Habit.SUCCESS,
        frozenset({Kind.CHECK_INS}),
        frozenset({MomentKind.CHECK_IN_DUE}),
        "B",
        deal_every_days=28,
    ),
    "P12": Family(
        Habit.LONG_GAME,
        frozenset({Kind.CHECK_INS, Kind.DEALS}),
        frozenset({MomentKind.CHECK_IN_DUE, MomentKind.DEAL_LOST}),
        "C",
        deal_every_days=28,
    ),
    "P13": Family(
        Habit.MINDS,
        frozenset({Kind.RELATIONSHIPS}),
        frozenset({MomentKind.PROBLEM_OPEN}),
        "C",
        client_every_days=30,
    ),
}
"""P5, promises that come back, is no question. A team's own families are free in all of this."""


def family_breaches(prompt: Prompt) -> Iterator[tuple[str, str, str]]:
    """What a prompt of one of these families does that its family does not: code, found, where."""
    family = FAMILIES.get(prompt.family)
    if prompt.grade not in GRADES:
        yield "unknown_grade", prompt.grade, "grade"
    if family is None:
        return
    if family.habit not in (None, prompt.habit):
        yield "habit_not_of_family", prompt.habit.value, "habit"
    if prompt.kind not in family.kinds:
        yield "kind_not_of_family", prompt.kind.value, "kind"
    for moment in sorted(prompt.moments - family.moments):
        yield "moment_not_of_family", moment.value, "moments"
    if prompt.grade in GRADES and GRADES.index(prompt.grade) < GRADES.index(family.best_grade):
        yield "grade_above_family", prompt.grade, "grade"
    yield from _caps(prompt, family)


def _caps(prompt: Prompt, family: Family) -> Iterator[tuple[str, str, str]]:
    """A prompt may come more seldom than its family, never more often."""
    if family.per_week is not None and not 0 < (prompt.per_week or 99) <= family.per_week:
        yield "above_cap", str(family.per_week), "per_week"
    for name in ("every_days", "client_every_days", "deal_every_days"):
        least = getattr(family, name)
        if least is not None and (getattr(prompt, name) or 0) < least:
            yield "above_cap", str(least), name
