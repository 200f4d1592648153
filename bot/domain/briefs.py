"""What to have in mind before a meeting: their goal, what is owed, what is not known yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.domain.plans import Plan

QUESTIONS = 3
MOST_PROMISES = 5


class Gap(StrEnum):
    """What the client's record does not say; the views ask for each in words."""

    GOAL = "goal"
    GOAL_STILL = "goal_still"
    PROBLEM = "problem"
    MEASURE = "measure"
    PEOPLE = "people"
    TIMING = "timing"


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One thing to find out: a gap in the record, or a question of the catalogue in its words."""

    gap: Gap | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class OwedLine:
    """A promise to them that is open, by whomever of us."""

    text: str
    due_on: date | None
    is_overdue: bool
    owner: str | None


@dataclass(frozen=True, slots=True)
class BriefFacts:
    """The client's record as the brief quotes it."""

    goal: str | None = None
    goal_by: str | None = None
    goal_on: date | None = None
    goal_is_stale: bool = False
    measure: str | None = None
    problem: str | None = None
    people: tuple[str, ...] = ()
    owed: tuple[OwedLine, ...] = ()
    more_owed: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """The plan before a meeting, for one seller: a reply, since they asked for it.

    What the seller learned for themselves is counted only: messages can be exported by a company.
    """

    brief_id: str
    client_id: str
    client: str
    plan: Plan
    minutes: int
    starts_at: datetime | None = None
    facts: BriefFacts = field(default_factory=BriefFacts)
    questions: tuple[OpenQuestion, ...] = ()
    own_notes: int = 0


@dataclass(frozen=True, slots=True)
class SharedBrief:
    """What colleagues see of a brief that its seller shared.

    There is no place in it for notes of the seller's own: only the client's record, the gaps in
    it, and the plan.
    """

    shared_by: str
    client: str
    plan: Plan
    starts_at: datetime | None = None
    facts: BriefFacts = field(default_factory=BriefFacts)
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class AfterMeeting:
    """What a question after a meeting offers besides its own answers, each one press.

    `planned` of `of` minutes were for what the client wants, where a brief was made.
    """

    asks_who_talked: bool = False
    brief_id: str = ""
    planned: int = 0
    of: int = 0


class Went(StrEnum):
    """How a meeting went beside its plan, as the seller saw it; theirs alone."""

    AS_PLANNED = "as_planned"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class OwnNote:
    """What they wrote on a day."""

    on: date
    words: str


@dataclass(frozen=True, slots=True)
class PastPlan:
    """A plan made on a day, and how the meeting went beside it."""

    on: date
    planned: int
    of: int
    went: Went


def gaps(facts: BriefFacts, *, knows_timing: bool) -> tuple[Gap, ...]:
    """What the record does not say, the goal before all else; at most three."""
    checks = (
        (Gap.GOAL, facts.goal is None),
        (Gap.GOAL_STILL, facts.goal is not None and facts.goal_is_stale),
        (Gap.PROBLEM, facts.problem is None),
        (Gap.MEASURE, facts.measure is None),
        (Gap.PEOPLE, not facts.people),
        (Gap.TIMING, not knows_timing),
    )
    return tuple(gap for gap, is_open in checks if is_open)[:QUESTIONS]


def as_shared(brief: Brief, shared_by: str) -> SharedBrief:
    """The copy for colleagues; questions that ask the seller something stay behind."""
    return SharedBrief(
        shared_by,
        brief.client,
        brief.plan,
        brief.starts_at,
        brief.facts,
        tuple(one.gap for one in brief.questions if one.gap is not None),
    )
