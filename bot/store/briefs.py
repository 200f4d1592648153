"""Plans for meetings, and how each went: every seller's own, read by nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import BindParameter, bindparam, select, update

from bot.domain.briefs import Brief, Went
from bot.domain.plans import Plan
from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun, starting_with
from bot.store.nudge import Nudge, nudge_from
from bot.store.tables import briefs, nudges

_OF_PERSON: BindParameter[str] = bindparam("of_person")
_COLUMNS = (
    briefs.c.id,
    briefs.c.client_id,
    briefs.c.meeting_id,
    briefs.c.minutes,
    briefs.c.plan,
    briefs.c.went,
    briefs.c.made_at,
)
_GET = select(*_COLUMNS).where(
    briefs.c.team_id == OF_TEAM,
    briefs.c.id == bindparam("of_brief"),
    briefs.c.person_id == _OF_PERSON,
)
_OF_MEETING = select(*_COLUMNS, briefs.c.person_id).where(
    briefs.c.team_id == OF_TEAM, briefs.c.meeting_id == bindparam("of_meeting")
)
_LATEST = (
    select(*_COLUMNS)
    .where(
        briefs.c.team_id == OF_TEAM,
        briefs.c.person_id == _OF_PERSON,
        briefs.c.client_id.in_(bindparam("of_clients", expanding=True)),
        briefs.c.made_at >= bindparam("since"),
    )
    .order_by(briefs.c.made_at.desc(), briefs.c.id.desc())
)
_MESSAGES = (
    select(nudges)
    .where(
        nudges.c.team_id == OF_TEAM,
        nudges.c.person_id == _OF_PERSON,
        nudges.c.letter_type == Brief.__name__,
        nudges.c.key.like(bindparam("of_key"), escape="\\"),
    )
    .order_by(nudges.c.id.desc())
    .limit(10)
)
_BELONGS = (
    update(briefs)
    .where(briefs.c.team_id == OF_TEAM, briefs.c.id == bindparam("of_brief"))
    .values(meeting_id=bindparam("to_meeting"))
)


@dataclass(frozen=True, slots=True)
class BriefRow:
    """A plan as it is stored; `minutes` is the length of the meeting that it was made for."""

    id: str
    client_id: str
    meeting_id: str | None
    minutes: int
    plan: Plan
    went: Went | None
    made_at: datetime


class Briefs(Noun):
    """Each query names the person whose plans they are."""

    def get(self, brief_id: str, person_id: str) -> BriefRow | None:
        row = self._row(_GET, of_brief=brief_id, of_person=person_id)
        return _brief(row) if row else None

    def of_meeting(self, meeting_id: str) -> list[tuple[str, BriefRow]]:
        """Everybody's plan for a meeting, each with the id of whose it is."""
        found = self._rows(_OF_MEETING, of_meeting=meeting_id)
        return [(row.person_id, _brief(row)) for row in found]

    def latest(self, person_id: str, client_ids: Sequence[str], since: datetime) -> list[BriefRow]:
        """The person's plans for a client since then, the latest first."""
        found = self._rows(_LATEST, of_person=person_id, of_clients=client_ids, since=since)
        return [_brief(row) for row in found]

    def add(
        self,
        person_id: str,
        client_id: str,
        meeting_id: str | None,
        minutes: int,
        plan: Plan,
        at: datetime,
    ) -> str:
        """A plan; says its id."""
        brief_id = new_id()
        self._insert(
            briefs,
            id=brief_id,
            person_id=person_id,
            client_id=client_id,
            meeting_id=meeting_id,
            minutes=minutes,
            plan=msgspec.to_builtins(plan),
            made_at=at,
        )
        return brief_id

    def belongs_to(self, brief_id: str, meeting_id: str) -> None:
        """The meeting for which it was made is known now."""
        self._change(_BELONGS, of_brief=brief_id, to_meeting=meeting_id)

    def change(self, brief_id: str, minutes: int, plan: Plan) -> None:
        """Another plan, or one for a meeting of another length."""
        self._set(briefs, brief_id, minutes=minutes, plan=msgspec.to_builtins(plan))

    def went(self, brief_id: str, went: Went, at: datetime) -> None:
        """How the meeting went beside it."""
        self._set(briefs, brief_id, went=went.value, went_at=at)

    def messages(self, brief_id: str, person_id: str) -> list[Nudge]:
        """The latest messages in which it was sent to its seller."""
        pattern = starting_with(message_key(brief_id, ""))
        found = self._rows(_MESSAGES, of_person=person_id, of_key=pattern)
        return [nudge_from(row) for row in found]


def message_key(brief_id: str, asked_key: str) -> str:
    """The key of a message that brings this brief; a press that is repeated has the same."""
    return f"brief:{brief_id}:{asked_key}"


def _brief(row: Any) -> BriefRow:
    return BriefRow(
        row.id,
        row.client_id,
        row.meeting_id,
        row.minutes,
        msgspec.convert(row.plan, Plan),
        Went(row.went) if row.went else None,
        row.made_at,
    )
