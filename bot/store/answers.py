"""What sellers said: each one's own property, read by nobody else."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, or_, select

from bot.domain.answers import Given, WhoTalked
from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import answers

_BY_ITSELF = frozenset({"learned", "who_talked", "if_situation", "then_act"})
_WHO_TALKED = (
    select(answers.c.at, answers.c.who_talked)
    .where(
        answers.c.team_id == OF_TEAM,
        answers.c.person_id == bindparam("of_person"),
        answers.c.who_talked.is_not(None),
    )
    .order_by(answers.c.at.desc(), answers.c.id.desc())
    .limit(bindparam("most"))
)
_LEARNED = (
    select(answers.c.at, answers.c.learned, answers.c.words)
    .where(
        answers.c.team_id == OF_TEAM,
        answers.c.person_id == bindparam("of_person"),
        answers.c.client_id.in_(bindparam("of_clients", expanding=True)),
        or_(
            answers.c.learned.is_not(None),
            and_(
                answers.c.words.is_not(None),
                answers.c.prompt_id.in_(bindparam("of_prompts", expanding=True)),
            ),
        ),
    )
    .order_by(answers.c.at.desc(), answers.c.id.desc())
    .limit(bindparam("most"))
)


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
        if nudge_id is not None and self._change_known(person_id, nudge_id, values, said):
            return
        self._insert(answers, id=new_id(), person_id=person_id, nudge_id=nudge_id, **values)

    def _change_known(
        self, person_id: str, nudge_id: str, values: dict[str, Any], said: Given
    ) -> bool:
        """Change the answer that there is; says whether there is one.

        What was told by a press of its own stays, unless the form showed it and it was emptied.
        """
        keeps = {"who_talked"} if said.is_whole else _BY_ITSELF
        fresh = {
            name: value for name, value in values.items() if value is not None or name not in keeps
        }
        return bool(
            self._run(
                self._update(answers)
                .where(answers.c.nudge_id == nudge_id, answers.c.person_id == person_id)
                .values(**fresh)
            )
        )

    def tell(
        self,
        person_id: str,
        at: datetime,
        *,
        nudge_id: str,
        prompt_id: str | None,
        client_id: str | None,
        who_talked: WhoTalked | None = None,
        learned: str | None = None,
    ) -> None:
        """Who talked more, or what was learned, told beside the answer to the question itself."""
        own = {"who_talked": who_talked.value if who_talked else None, "learned": learned}
        told = {name: value for name, value in own.items() if value is not None}
        if self._run(
            self._update(answers)
            .where(answers.c.nudge_id == nudge_id, answers.c.person_id == person_id)
            .values(**told)
        ):
            return
        self._insert(
            answers,
            id=new_id(),
            person_id=person_id,
            nudge_id=nudge_id,
            prompt_id=prompt_id,
            client_id=client_id,
            at=at,
            **told,
        )

    def who_talked(self, person_id: str, limit: int) -> list[tuple[datetime, WhoTalked]]:
        """After which meetings this person told who talked more, the latest first."""
        rows = self._rows(_WHO_TALKED, of_person=person_id, most=limit)
        return [(row.at, WhoTalked(row.who_talked)) for row in rows]

    def learned_of(
        self, person_id: str, client_ids: Sequence[str], prompt_ids: Collection[str], limit: int
    ) -> list[tuple[datetime, str]]:
        """What this person learned at a client, for them alone, the latest first.

        That is what they wrote as learned, and their answers to these prompts.
        """
        rows = self._rows(
            _LEARNED,
            of_person=person_id,
            of_clients=client_ids,
            of_prompts=list(prompt_ids),
            most=limit,
        )
        return [(row.at, row.learned or row.words) for row in rows]

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
            who_talked=WhoTalked(row.who_talked) if row.who_talked else None,
            if_situation=row.if_situation,
            then_act=row.then_act,
        )
