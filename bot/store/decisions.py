"""What each look at a person came to: what explains Alongside afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select

from bot.domain.decision import Decision, Outcome, Reason
from bot.store.ids import new_id
from bot.store.noun import Noun
from bot.store.tables import decisions


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, when it was made, and the nudge that came of it."""

    at: datetime
    decision: Decision
    nudge_id: str | None


class Decisions(Noun):
    """One row a look; a look that changed nothing repeats no row."""

    def add(
        self, person_id: str, decision: Decision, at: datetime, nudge_id: str | None = None
    ) -> None:
        """Write a decision down."""
        self._insert(
            decisions,
            id=new_id(),
            person_id=person_id,
            at=at,
            outcome=decision.outcome.value,
            reason=decision.reason.value,
            values=dict(decision.values),
            moment_id=decision.moment_id,
            prompt_id=decision.prompt_id,
            nudge_id=nudge_id,
            probability=decision.probability,
            seed=decision.seed,
            next_look_at=decision.next_look_at,
        )

    def last_of(self, person_id: str, limit: int = 1) -> list[Decided]:
        """The latest decisions about a person, the latest first."""
        statement = (
            select(decisions)
            .where(decisions.c.person_id == person_id)
            .order_by(decisions.c.id.desc())
            .limit(limit)
        )
        return self._all(statement)

    def about_moment(self, moment_id: str) -> Decided | None:
        """The latest decision that was about this moment."""
        statement = (
            select(decisions)
            .where(decisions.c.moment_id == moment_id)
            .order_by(decisions.c.id.desc())
            .limit(1)
        )
        return next(iter(self._all(statement)), None)

    def behind(self, nudge_id: str) -> Decided | None:
        """The decision of which this nudge came."""
        statement = select(decisions).where(decisions.c.nudge_id == nudge_id).limit(1)
        return next(iter(self._all(statement)), None)

    def _all(self, statement: Select[tuple[object, ...]]) -> list[Decided]:
        rows = self._connection.execute(statement.where(decisions.c.team_id == self._team_id))
        return [
            Decided(
                row.at,
                Decision(
                    outcome=Outcome(row.outcome),
                    reason=Reason(row.reason),
                    seed=row.seed,
                    values=row.values,
                    moment_id=row.moment_id,
                    prompt_id=row.prompt_id,
                    probability=row.probability,
                    next_look_at=row.next_look_at,
                ),
                row.nudge_id,
            )
            for row in rows
        ]
