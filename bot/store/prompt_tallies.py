"""How often each prompt was asked and answered in a team: what the next choice learns from.

Counts by prompt alone, of all sellers together; no screen, export or log shows them.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache

from sqlalchemy import Insert, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.learning import Tally, is_success, weight_of
from bot.store.noun import OF_TEAM, Noun
from bot.store.prepared import change
from bot.store.tables import prompt_tallies

_ALL = select(prompt_tallies.c.prompt_id, prompt_tallies.c.asked, prompt_tallies.c.answered).where(
    prompt_tallies.c.team_id == OF_TEAM
)


class PromptTallies(Noun):
    """Reading the tallies, and adding to them; a later observation weighs more."""

    def all(self) -> dict[str, Tally]:
        """The tallies of the team, by prompt."""
        return {row.prompt_id: Tally(row.asked, row.answered) for row in self._rows(_ALL)}

    def asked(self, prompt_id: str, at: datetime) -> None:
        """It was sent to somebody unasked."""
        self._add(prompt_id, asked=weight_of(at), answered=0.0)

    def answered(self, prompt_id: str, sent_at: datetime, at: datetime) -> None:
        """Somebody answered; that counts within four hours."""
        if is_success(sent_at, at):
            self._add(prompt_id, asked=0.0, answered=weight_of(sent_at))

    def _add(self, prompt_id: str, **weights: float) -> None:
        statement = _add_to(self._connection.dialect.name)
        values = {"team_id": self._team_id, "prompt_id": prompt_id, **weights}
        change(self._connection, statement, values)


@cache
def _add_to(dialect: str) -> Insert:
    """One statement that adds, so that two at once need no lock and lose nothing."""
    statement = (
        postgresql.insert(prompt_tallies)
        if dialect == "postgresql"
        else sqlite.insert(prompt_tallies)
    )
    table, fresh = prompt_tallies.c, statement.excluded
    return statement.on_conflict_do_update(
        index_elements=["team_id", "prompt_id"],
        set_={
            "asked": table.asked + fresh.asked,
            "answered": table.answered + fresh.answered,
        },
    )
