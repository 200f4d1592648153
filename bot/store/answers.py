"""What sellers said: each one's own property, read by nobody else."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_, select

from bot.domain.answers import Given
from bot.store.ids import new_id
from bot.store.noun import Noun
from bot.store.tables import answers


class Answers(Noun):
    """One answer a nudge; a change replaces it."""

    def write(
        self,
        person_id: str,
        at: datetime,
        *,
        nudge_id: str | None,
        prompt_id: str | None = None,
        client_id: str | None = None,
        choice: str | None = None,
        own_words: str | None = None,
        given: Given | None = None,
    ) -> None:
        """Keep what is the person's own of an answer. `own_words` answers a private question."""
        said = given or Given()
        values = {
            "prompt_id": prompt_id,
            "client_id": client_id,
            "choice": choice,
            "words": own_words,
            "learned": said.learned,
            "who_talked": said.who_talked.value if said.who_talked else None,
            "if_situation": said.if_situation,
            "then_act": said.then_act,
            "at": at,
        }
        if nudge_id is not None:
            updated = self._run(
                self._update(answers)
                .where(answers.c.nudge_id == nudge_id, answers.c.person_id == person_id)
                .values(**values)
            )
            if updated:
                return
        self._insert(answers, id=new_id(), person_id=person_id, nudge_id=nudge_id, **values)

    def has_plan_since(self, person_id: str, since: datetime, beside: str) -> bool:
        """Whether an if-then line was written since then, but with another nudge than `beside`."""
        statement = select(answers.c.id).where(
            answers.c.team_id == self._team_id,
            answers.c.person_id == person_id,
            answers.c.at >= since,
            or_(answers.c.nudge_id.is_(None), answers.c.nudge_id != beside),
            or_(answers.c.if_situation.is_not(None), answers.c.then_act.is_not(None)),
        )
        return self._connection.execute(statement.limit(1)).scalar() is not None

    def to_nudge(self, nudge_id: str, person_id: str) -> Given | None:
        """What this person answered to this nudge, for them to change."""
        row = self._connection.execute(
            select(answers).where(
                answers.c.team_id == self._team_id,
                answers.c.nudge_id == nudge_id,
                answers.c.person_id == person_id,
            )
        ).one_or_none()
        if row is None:
            return None
        return Given(
            words=row.words,
            learned=row.learned,
            if_situation=row.if_situation,
            then_act=row.then_act,
        )

    def forget_person(self, person_id: str) -> None:
        """Everything that was theirs is gone."""
        self._connection.execute(
            answers.delete().where(
                answers.c.team_id == self._team_id, answers.c.person_id == person_id
            )
        )
