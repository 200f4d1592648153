"""A team's own prompts and those it silenced, and the version that tells whether they changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import silenced_prompts, team_catalogues, team_prompts

_VERSION = select(team_catalogues.c.version).where(team_catalogues.c.team_id == OF_TEAM)


@dataclass(frozen=True, slots=True)
class Written:
    """One prompt as an admin wrote it; `entry` is as loose as a file's."""

    id: str
    entry: Mapping[str, Any]
    is_removed: bool


class TeamPrompts(Noun):
    """Written, changed, removed, silenced and spoken again by admins."""

    def version(self) -> str | None:
        """Names the state of all this; None where the team never changed anything."""
        row = self._row(_VERSION)
        return str(row.version) if row else None

    def written(self) -> list[Written]:
        """All that the team ever wrote, the oldest first."""
        statement = (
            select(team_prompts.c.id, team_prompts.c.entry, team_prompts.c.removed_at)
            .where(team_prompts.c.team_id == self._team_id)
            .order_by(team_prompts.c.written_at, team_prompts.c.id)
        )
        rows = self._connection.execute(statement)
        return [Written(row.id, row.entry, row.removed_at is not None) for row in rows]

    def silenced(self) -> frozenset[str]:
        """The ids that are not asked in this team."""
        statement = select(silenced_prompts.c.prompt_id).where(
            silenced_prompts.c.team_id == self._team_id
        )
        return frozenset(self._connection.execute(statement).scalars())

    def write(self, prompt_id: str, entry: Mapping[str, Any], at: datetime) -> None:
        """A new prompt, or new words for one."""
        self._insert_if_new(
            team_prompts, id=prompt_id, entry=dict(entry), written_at=at, removed_at=None
        )
        self._run(
            self._update(team_prompts)
            .where(team_prompts.c.id == prompt_id)
            .values(entry=dict(entry), removed_at=None)
        )
        self._changed()

    def remove(self, prompt_id: str, at: datetime) -> None:
        """Asked no more; what was asked of it can still be answered."""
        self._run(
            self._update(team_prompts)
            .where(team_prompts.c.id == prompt_id, team_prompts.c.removed_at.is_(None))
            .values(removed_at=at)
        )
        self._changed()

    def silence(self, prompt_id: str, at: datetime) -> None:
        self._insert_if_new(silenced_prompts, prompt_id=prompt_id, silenced_at=at)
        self._changed()

    def speak_again(self, prompt_id: str) -> None:
        self._connection.execute(
            silenced_prompts.delete().where(
                silenced_prompts.c.team_id == self._team_id,
                silenced_prompts.c.prompt_id == prompt_id,
            )
        )
        self._changed()

    def take_turns(self) -> None:
        """Two admins at once: the second waits, so that both count what the other wrote."""
        self._take_turns("team_prompts")

    def _changed(self) -> None:
        # An id that is never used again: a change that is rolled back leaves no version behind
        # under which another process may remember something else.
        self._upsert(team_catalogues, {}, {"version": new_id()})
