"""Things' names in the systems they came from."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from bot.domain.signals import SourceRef
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import sources

_FIND = select(sources.c.row_id).where(
    sources.c.team_id == OF_TEAM,
    sources.c.system == bindparam("of_system"),
    sources.c.external_id == bindparam("of_id"),
    sources.c.noun == bindparam("of_noun"),
)


class Sources(Noun):
    """system + external id → our row."""

    def find(self, ref: SourceRef, noun: str) -> str | None:
        """The id of our row for this thing, None when it is new."""
        row = self._row(_FIND, of_system=ref.system, of_id=ref.external_id, of_noun=noun)
        return row.row_id if row else None

    def point(self, ref: SourceRef, noun: str, row_id: str) -> None:
        """Somebody says which row of ours it is; what it was before counts no longer."""
        self._upsert(
            sources,
            {"system": ref.system, "external_id": ref.external_id[:255]},
            {"noun": noun, "row_id": row_id},
        )

    def add(self, ref: SourceRef, noun: str, row_id: str) -> None:
        """Remember under which name the other system knows our row."""
        self._insert_if_new(
            sources,
            system=ref.system,
            external_id=ref.external_id[:255],
            noun=noun,
            row_id=row_id,
        )
