"""Files of clients that sellers sent: how far each is, and its rows while they wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import delete, select

from bot.domain.importing import ImportRow, ImportState, Tally
from bot.store.ids import new_id
from bot.store.noun import Noun
from bot.store.tables import import_changes, import_parts, imports

PART = 200
"""Rows a part: each is one transaction, short enough that nobody waits for it."""
_MANY = 500


@dataclass(frozen=True, slots=True)
class Import:
    """One file that somebody sent."""

    team_id: str
    id: str
    key: str
    person_id: str
    state: ImportState
    name: str
    url: str | None
    position: int
    rows: int
    tally: Tally
    sent_at: datetime
    settled_at: datetime | None
    lease_until: datetime | None
    tries: int


def import_from(row: Any) -> Import:
    """An import from a whole row."""
    return Import(
        row.team_id,
        row.id,
        row.key,
        row.person_id,
        ImportState(row.state),
        row.name,
        row.url,
        row.position,
        row.rows,
        msgspec.convert(row.tally, Tally),
        row.sent_at,
        row.settled_at,
        row.lease_until,
        row.tries,
    )


class Imports(Noun):
    """Taking a file in, walking through its parts, and ending it."""

    def add(
        self,
        key: str,
        person_id: str,
        name: str,
        url: str | None,
        at: datetime,
        state: ImportState = ImportState.SENT,
    ) -> str | None:
        """A file that waits to be read; None where it is known already."""
        import_id = new_id()
        is_new = self._insert_if_new(
            imports,
            id=import_id,
            key=key[:120],
            person_id=person_id,
            state=state.value,
            name=name[:200],
            url=url,
            tally=msgspec.to_builtins(Tally()),
            sent_at=at,
        )
        return import_id if is_new else None

    def get(self, import_id: str) -> Import | None:
        statement = select(imports).where(
            imports.c.team_id == self._team_id, imports.c.id == import_id
        )
        row = self._connection.execute(statement).one_or_none()
        return import_from(row) if row else None

    def is_held(self, held: Import) -> bool:
        """Whether it is still in the hands of who leased it; the first write of each part."""
        changed = self._run(
            self._update(imports)
            .where(
                imports.c.id == held.id,
                imports.c.state == held.state.value,
                imports.c.lease_until.is_not_distinct_from(held.lease_until),
            )
            .values(lease_until=held.lease_until)
        )
        return changed == 1

    def lease(self, import_id: str, until: datetime) -> None:
        """It is worked on here, before any worker could take it."""
        self._set(imports, import_id, lease_until=until)

    def let_go(self, held: Import, try_again_at: datetime | None = None) -> None:
        """Free for the next worker, at once or not before a moment of machine time."""
        self._run(
            self._update(imports)
            .where(
                imports.c.id == held.id,
                imports.c.lease_until.is_not_distinct_from(held.lease_until),
            )
            .values(lease_until=try_again_at)
        )

    def walk_on(self, import_id: str, position: int, tally: Tally) -> None:
        """So many parts are done, with what they changed."""
        self._set(imports, import_id, position=position, tally=msgspec.to_builtins(tally), tries=0)

    def shown(self, import_id: str, rows: int, tally: Tally) -> None:
        """It was read, and its sender was told what it would change."""
        plain = msgspec.to_builtins(tally)
        self._set(
            imports, import_id, state=ImportState.SHOWN.value, rows=rows, tally=plain, url=None
        )

    def turn(
        self, import_id: str, was: Sequence[ImportState], state: ImportState, at: datetime
    ) -> bool:
        """From one of these states to another; of two presses one finds it so."""
        values: dict[str, Any] = {"state": state.value, "settled_at": at, "tries": 0}
        if state is ImportState.RUNNING:
            values |= {"position": 0, "tally": msgspec.to_builtins(Tally())}
        if state is not ImportState.SENT:
            values["url"] = None
        changed = self._run(
            self._update(imports)
            .where(imports.c.id == import_id, imports.c.state.in_([one.value for one in was]))
            .values(**values)
        )
        return changed == 1

    def keep_rows(self, import_id: str, person_id: str, rows: Sequence[ImportRow]) -> None:
        """Keep the rows until they are imported or not wanted; what was kept before goes."""
        self.erase_rows(import_id)
        for place in range(0, len(rows), PART):
            self._insert(
                import_parts,
                import_id=import_id,
                person_id=person_id,
                place=place // PART,
                rows=[_packed(row) for row in rows[place : place + PART]],
            )

    def part(self, import_id: str, place: int) -> list[ImportRow] | None:
        """The rows of one part; None behind the last."""
        statement = select(import_parts.c.rows).where(
            import_parts.c.team_id == self._team_id,
            import_parts.c.import_id == import_id,
            import_parts.c.place == place,
        )
        found = self._connection.execute(statement).scalar()
        return None if found is None else msgspec.convert(found, list[ImportRow])

    def erase_rows(self, import_id: str) -> None:
        """Nothing of the file is kept any more."""
        self._connection.execute(
            delete(import_parts).where(
                import_parts.c.team_id == self._team_id, import_parts.c.import_id == import_id
            )
        )

    def waiting_since(self, before: datetime) -> list[Import]:
        """Files that nobody pressed anything on since then."""
        statement = select(imports).where(
            imports.c.team_id == self._team_id,
            imports.c.state == ImportState.SHOWN.value,
            imports.c.sent_at < before,
        )
        return [import_from(row) for row in self._connection.execute(statement)]

    def forget_changes(self, before: datetime) -> None:
        """What can no longer be taken back need not be remembered as added."""
        done = (
            select(imports.c.id)
            .where(
                imports.c.team_id == self._team_id,
                imports.c.state.in_([ImportState.DONE.value, ImportState.UNDONE.value]),
                imports.c.settled_at < before,
            )
            .limit(_MANY)
        )
        self._connection.execute(
            delete(import_changes).where(
                import_changes.c.team_id == self._team_id, import_changes.c.import_id.in_(done)
            )
        )


def _packed(row: ImportRow) -> dict[str, Any]:
    """Without what is empty: fifty thousand rows are mostly that."""
    plain: dict[str, Any] = msgspec.to_builtins(row)
    return {name: value for name, value in plain.items() if value not in (None, [], (), False)}
