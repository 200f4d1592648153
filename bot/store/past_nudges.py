"""What was sent to a person lately, as far as pacing needs to know it."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, or_, select

from bot.domain.decision import PastNudge
from bot.domain.letters import LessOtherStop
from bot.domain.vocabulary import NudgeKind, NudgeState
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import nudges

_HISTORY = timedelta(days=400)
"""How far back pacing looks: the longest cool-down is a year's check-in."""

_OF_LATE = (
    select(
        nudges.c.kind,
        nudges.c.state,
        nudges.c.sent_at,
        nudges.c.planned_at,
        nudges.c.acted_at,
        nudges.c.prompt_id,
        nudges.c.client_id,
        nudges.c.deal_id,
        nudges.c.is_asked_for,
        nudges.c.is_unhelpful,
        nudges.c.letter_type,
    )
    .where(
        nudges.c.team_id == OF_TEAM,
        nudges.c.person_id == bindparam("of_person"),
        nudges.c.kind != NudgeKind.REPLY.value,
        nudges.c.planned_at >= bindparam("since"),
        or_(
            nudges.c.sent_at.is_not(None),
            and_(
                nudges.c.state != NudgeState.WITHDRAWN.value,
                nudges.c.state != NudgeState.REFUSED.value,
            ),
        ),
    )
    .order_by(nudges.c.id)
)


class PastNudges(Noun):
    """Read at each look; written by nobody."""

    def of(self, person_id: str, now: datetime) -> list[PastNudge]:
        """What pacing needs: every message of the last year, planned ones as if sent now."""
        rows = self._rows(_OF_LATE, of_person=person_id, since=now - _HISTORY)
        return [
            PastNudge(
                kind=NudgeKind(row.kind),
                state=NudgeState(row.state),
                sent_at=row.sent_at or row.planned_at,
                acted_at=row.acted_at,
                prompt_id=row.prompt_id,
                client_id=row.client_id,
                deal_id=row.deal_id,
                asked_for=row.is_asked_for,
                was_unhelpful=row.is_unhelpful,
                is_less_question=row.letter_type == LessOtherStop.__name__,
            )
            for row in rows
        ]
