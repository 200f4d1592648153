"""Open situations of people, each with its window in time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from bot.domain.moments import Moment
from bot.domain.vocabulary import MomentKind
from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import moments

OPEN, USED, LAPSED, WITHDRAWN = "open", "used", "lapsed", "withdrawn"

_GET = select(moments).where(moments.c.team_id == OF_TEAM, moments.c.id == bindparam("of_moment"))
_OPEN_OF = (
    select(moments)
    .where(
        moments.c.team_id == OF_TEAM,
        moments.c.person_id == bindparam("of_person"),
        moments.c.state == OPEN,
    )
    .order_by(moments.c.id)
)
_USED_MEETING = (
    select(moments.c.id)
    .where(
        moments.c.team_id == OF_TEAM,
        moments.c.meeting_id == bindparam("of_meeting"),
        moments.c.state == USED,
    )
    .limit(1)
)
_WITHDRAW_MEETING = (
    update(moments)
    .where(
        moments.c.team_id == OF_TEAM,
        moments.c.meeting_id == bindparam("of_meeting"),
        moments.c.state == OPEN,
    )
    .values(state=WITHDRAWN)
)


class Moments(Noun):
    """Noted by flows, chosen among at a look."""

    def add(
        self,
        person_id: str,
        kind: MomentKind,
        *,
        opens_at: datetime,
        closes_at: datetime,
        happened_at: datetime | None = None,
        client_id: str | None = None,
        deal_id: str | None = None,
        meeting_id: str | None = None,
        candidate_id: str | None = None,
        facts: Mapping[str, str] | None = None,
        channel_id: str | None = None,
        ts: str | None = None,
    ) -> str:
        """Note a moment. Says its id."""
        moment_id = new_id()
        self._insert(
            moments,
            id=moment_id,
            person_id=person_id,
            kind=kind.value,
            client_id=client_id,
            deal_id=deal_id,
            meeting_id=meeting_id,
            candidate_id=candidate_id,
            happened_at=happened_at,
            opens_at=opens_at,
            closes_at=closes_at,
            state=OPEN,
            facts=dict(facts or {}),
            channel_id=channel_id,
            ts=ts,
        )
        return moment_id

    def get(self, moment_id: str) -> Moment | None:
        """The moment, open or not."""
        row = self._row(_GET, of_moment=moment_id)
        return _moment(row) if row else None

    def open_of(self, person_id: str) -> list[Moment]:
        """All that is open for a person, oldest first."""
        return [_moment(row) for row in self._rows(_OPEN_OF, of_person=person_id)]

    def settle(self, ids: Collection[str], state: str) -> None:
        """Moments that were used, or whose window closed."""
        if ids:
            self._run(self._update(moments).where(moments.c.id.in_(ids)).values(state=state))

    def withdraw_post(self, channel_id: str, ts: str) -> list[str]:
        """The post that opened them was edited or deleted. Says all moments that it opened."""
        of_post = (moments.c.channel_id == channel_id, moments.c.ts == ts)
        self._run(
            self._update(moments).where(*of_post, moments.c.state == OPEN).values(state=WITHDRAWN)
        )
        statement = select(moments.c.id).where(moments.c.team_id == self._team_id, *of_post)
        return list(self._connection.execute(statement).scalars())

    def was_used(self, moment_id: str) -> bool:
        """Whether the person was asked because of this moment."""
        statement = select(moments.c.state).where(
            moments.c.team_id == self._team_id, moments.c.id == moment_id
        )
        return self._connection.execute(statement).scalar() == USED

    def reopen(self, moment_id: str) -> None:
        """What was to be asked was not sent: the moment is open as it was."""
        self._set(moments, moment_id, state=OPEN)

    def postpone(self, moment_id: str, named_at: datetime, closes_at: datetime) -> None:
        """The person asked for it later: open again at that time, whenever it happened."""
        self._set(
            moments,
            moment_id,
            state=OPEN,
            happened_at=None,
            opens_at=named_at,
            named_at=named_at,
            closes_at=closes_at,
        )

    def offer(self, moment_id: str, candidate_id: str) -> None:
        """Something found in the post is offered at this moment in place of a question."""
        self._set(moments, moment_id, candidate_id=candidate_id)

    def also_offers(self, moment_id: str, candidate_id: str) -> None:
        """Something to offer was found later; a moment that has one, or is over, keeps as it is."""
        self._run(
            self._update(moments)
            .where(
                moments.c.id == moment_id,
                moments.c.state == OPEN,
                moments.c.candidate_id.is_(None),
            )
            .values(candidate_id=candidate_id)
        )

    def also_knows(self, moment_id: str, facts: Mapping[str, str]) -> None:
        """Further facts of a moment that is still open."""
        statement = select(moments.c.facts).where(
            moments.c.team_id == self._team_id, moments.c.id == moment_id, moments.c.state == OPEN
        )
        known = self._connection.execute(statement).scalar()
        if known is not None:
            self._set(moments, moment_id, facts={**known, **facts})

    def without_candidate(self, candidate_id: str) -> None:
        """What could be offered at these moments was settled elsewhere."""
        self._run(
            self._update(moments)
            .where(moments.c.candidate_id == candidate_id, moments.c.state == OPEN)
            .values(candidate_id=None)
        )

    def withdraw_channel(self, channel_id: str) -> None:
        """Reading of the channel stopped."""
        self._run(
            self._update(moments)
            .where(moments.c.channel_id == channel_id, moments.c.state == OPEN)
            .values(state=WITHDRAWN)
        )

    def withdraw_meeting(self, meeting_id: str) -> None:
        """Another moment takes this meeting's place, or the meeting is off."""
        self._change(_WITHDRAW_MEETING, of_meeting=meeting_id)

    def has_used_meeting(self, meeting_id: str) -> bool:
        """Whether the person was asked about this meeting already."""
        return self._row(_USED_MEETING, of_meeting=meeting_id) is not None

    def covers_meeting(self, meeting_id: str) -> bool:
        """Whether the person was or will be asked about this meeting."""
        statement = select(moments.c.id).where(
            moments.c.team_id == self._team_id,
            moments.c.meeting_id == meeting_id,
            moments.c.state.in_((OPEN, USED)),
        )
        return self._connection.execute(statement.limit(1)).scalar() is not None


def _moment(row: Any) -> Moment:
    return Moment(
        id=row.id,
        kind=MomentKind(row.kind),
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        client_id=row.client_id,
        deal_id=row.deal_id,
        meeting_id=row.meeting_id,
        candidate_id=row.candidate_id,
        happened_at=row.happened_at,
        facts=row.facts,
        named_at=row.named_at,
    )
