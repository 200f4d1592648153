"""Things' names in the systems they came from."""

from __future__ import annotations

from sqlalchemy import select

from bot.domain.signals import SourceRef
from bot.store.noun import Noun
from bot.store.tables import sources


class Sources(Noun):
    """system + external id → our row."""

    def find(self, ref: SourceRef, noun: str) -> str | None:
        """The id of our row for this thing, None when it is new."""
        statement = select(sources.c.row_id).where(
            sources.c.team_id == self._team_id,
            sources.c.system == ref.system,
            sources.c.external_id == ref.external_id,
            sources.c.noun == noun,
        )
        return self._connection.execute(statement).scalar()

    def add(self, ref: SourceRef, noun: str, row_id: str) -> None:
        """Remember under which name the other system knows our row."""
        self._insert_if_new(
            sources,
            system=ref.system,
            external_id=ref.external_id[:255],
            noun=noun,
            row_id=row_id,
        )
