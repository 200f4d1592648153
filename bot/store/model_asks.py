"""What the language model is to be asked about, how that went, and how often it was called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select

from bot.domain.model_help import AskedAbout, AskOutcome
from bot.store.ids import new_id
from bot.store.noun import Noun
from bot.store.tables import model_asks


@dataclass(frozen=True, slots=True)
class Ask:
    """One text to ask about, by the place where it stands."""

    team_id: str
    id: str
    person_id: str
    about: AskedAbout
    channel_id: str | None
    ts: str | None
    nudge_id: str | None
    drop_at: datetime
    tries: int
    lease_until: datetime | None


class ModelAsks(Noun):
    """Leasing is across teams; the rest of an ask's life is here."""

    def about_post(
        self, person_id: str, channel_id: str, ts: str, at: datetime, drop_at: datetime
    ) -> None:
        """A post waits to be asked about; one that was edited waits afresh."""
        fresh = {
            "person_id": person_id,
            "about": AskedAbout.POST.value,
            "channel_id": channel_id,
            "ts": ts,
            "outcome": AskOutcome.WAITING.value,
            "asked_at": at,
            "drop_at": drop_at,
            "tries": 0,
            "lease_until": None,
            "try_after": None,
        }
        key = f"post:{channel_id}:{ts}"
        values = {"key": key, **fresh}
        known = select(model_asks.c.id).where(
            model_asks.c.team_id == self._team_id, model_asks.c.key == key
        )
        ask_id = self._connection.execute(known).scalar()
        if ask_id is None:
            self._insert_if_new(model_asks, id=new_id(), **values)
        else:
            self._set(model_asks, ask_id, **fresh)

    def about_answer(self, person_id: str, nudge_id: str, at: datetime, drop_at: datetime) -> None:
        """An answer waits to be asked about, once."""
        self._insert_if_new(
            model_asks,
            id=new_id(),
            key=f"answer:{nudge_id}",
            person_id=person_id,
            about=AskedAbout.ANSWER.value,
            nudge_id=nudge_id,
            outcome=AskOutcome.WAITING.value,
            asked_at=at,
            drop_at=drop_at,
        )

    def is_held(self, ask: Ask) -> bool:
        """Whether it still waits and this lease holds: an edited post is another text."""
        statement = select(model_asks.c.lease_until).where(
            model_asks.c.team_id == self._team_id,
            model_asks.c.id == ask.id,
            model_asks.c.outcome == AskOutcome.WAITING.value,
        )
        found = self._connection.execute(statement).scalar()
        return found is not None and found == ask.lease_until

    def take_call(self, ask: Ask, today: date, most: int) -> bool:
        """Count one call; False where the day's are used up.

        Counted before it is made: a process that dies in between must not make it free.
        """
        self._take_turns("model calls")
        if self.calls_on(today) >= most:
            return False
        self._set(model_asks, ask.id, called_on=today, calls=model_asks.c.calls + 1)
        return True

    def calls_on(self, today: date) -> int:
        """How often the model was called on a day. A second try on another day counts there."""
        statement = select(func.sum(model_asks.c.calls)).where(
            model_asks.c.team_id == self._team_id, model_asks.c.called_on == today
        )
        return self._connection.execute(statement).scalar() or 0

    def end(self, ask: Ask, outcome: AskOutcome) -> None:
        """It is over, unless the post was edited meanwhile and waits afresh."""
        if self.is_held(ask):
            self._set(model_asks, ask.id, outcome=outcome.value, lease_until=None)

    def again(self, ask: Ask, try_after: datetime, tries: int) -> None:
        """Once more, after this machine time."""
        if self.is_held(ask):
            self._set(model_asks, ask.id, try_after=try_after, tries=tries, lease_until=None)

    def outcomes(self, since: datetime) -> dict[str, int]:
        """How many came to what."""
        statement = (
            select(model_asks.c.outcome, func.count())
            .where(model_asks.c.team_id == self._team_id, model_asks.c.asked_at >= since)
            .group_by(model_asks.c.outcome)
        )
        return {row.outcome: row[1] for row in self._connection.execute(statement)}

    def drop_waiting(self) -> None:
        """Switched off: nothing that waits is asked."""
        self._run(
            self._update(model_asks)
            .where(model_asks.c.outcome == AskOutcome.WAITING.value)
            .values(outcome=AskOutcome.NOT_WANTED.value, lease_until=None)
        )


def ask_from(row: Any) -> Ask:
    """An ask from a whole row."""
    return Ask(
        row.team_id,
        row.id,
        row.person_id,
        AskedAbout(row.about),
        row.channel_id,
        row.ts,
        row.nudge_id,
        row.drop_at,
        row.tries,
        row.lease_until,
    )
