"""What a seller said of their own habits: theirs alone, asked for by nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.domain.pulse import Month, Pulse
from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import pulses

_OF_PERSON = (
    select(pulses.c.month, pulses.c.given)
    .where(pulses.c.team_id == OF_TEAM, pulses.c.person_id == bindparam("of_person"))
    .order_by(pulses.c.month.desc())
    .limit(bindparam("most"))
)
_FORGET = pulses.delete().where(
    pulses.c.team_id == OF_TEAM, pulses.c.person_id == bindparam("of_person")
)


class Pulses(Noun):
    """One a person and month; answering again replaces it."""

    def answer(self, person_id: str, month: Month, given: Mapping[str, int], at: datetime) -> None:
        """What was given for each item of the month; an item that was skipped is not in it."""
        self._upsert_pulse(person_id, str(month), dict(given), at)

    def _upsert_pulse(
        self, person_id: str, month: str, given: dict[str, int], at: datetime
    ) -> None:
        self._take_turns(f"pulse:{person_id}")
        changed = self._run(
            self._update(pulses)
            .where(pulses.c.person_id == person_id, pulses.c.month == month)
            .values(given=given, at=at)
        )
        if not changed:
            self._insert(pulses, id=new_id(), person_id=person_id, month=month, given=given, at=at)

    def of_person(self, person_id: str, limit: int) -> list[Pulse]:
        """The latest months, the latest first."""
        rows = self._rows(_OF_PERSON, of_person=person_id, most=limit)
        return [Pulse(Month.read(row.month), row.given) for row in rows]

    def delete_all(self, person_id: str) -> int:
        """All of them are gone; says how many there were."""
        return self._change(_FORGET, of_person=person_id)
