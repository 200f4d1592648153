"""The frozen bundle that is handed to every flow."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date

from bot.clock import Clock
from bot.domain.prompt import Prompt
from bot.ports import LanguageModel, Messenger
from bot.prompts.catalogue import Catalogue
from bot.prompts.written import read_written
from bot.store.database import Database
from bot.store.store import Store

_MOST_TEAMS = 200
HolidaysOf = Callable[[str | None, Iterable[int]], frozenset[date]]


@dataclass(frozen=True, slots=True)
class Services:
    """Clock, database, messenger, catalogue: everything a flow may need from outside itself."""

    clock: Clock
    database: Database
    messenger: Messenger
    catalogue: Catalogue
    holidays_of: HolidaysOf
    worker: str = "worker"
    model: LanguageModel | None = None
    """None unless the settings name one; even then it is asked only where an admin agreed."""
    group_minimum: int = 8
    """For how many people figures of a group exist at the least."""
    _of_teams: dict[str, Catalogue] = field(default_factory=dict, repr=False, compare=False)
    """Catalogues of teams that changed theirs, by a version that never comes again."""

    def catalogue_of(self, store: Store) -> Catalogue:
        """The catalogue as this team has it; one statement where nothing changed since."""
        version = store.team_prompts.version()
        if version is None:
            return self.catalogue
        known = self._of_teams.get(version)
        if known is None:
            if len(self._of_teams) >= _MOST_TEAMS:
                self._of_teams.clear()
            known = self._of_teams[version] = team_catalogue(self.catalogue, store)
        return known

    def transaction(self, team_id: str) -> AbstractContextManager[Store]:
        """One transaction for one team, which may write."""
        return self.database.transaction(team_id)

    def reading(self, team_id: str) -> AbstractContextManager[Store]:
        """One transaction for one team, which only reads."""
        return self.database.reading(team_id)


def team_catalogue(ours: Catalogue, store: Store) -> Catalogue:
    """Our prompts with those that the team wrote, less those that it silenced."""
    written: list[Prompt] = []
    removed: list[Prompt] = []
    for one in store.team_prompts.written():
        prompt = read_written(one.id, one.entry)
        if prompt is not None:
            (removed if one.is_removed else written).append(prompt)
    return ours.with_team(written, removed, store.team_prompts.silenced())
