"""The database as the rest of Alongside sees it: transactions, each bound to one team."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from bot.errors import DatabaseError
from bot.store.across_teams import AcrossTeams
from bot.store.engine import open_engine, reading, snapshot, translated, writing
from bot.store.store import Store
from bot.store.version import schema_state


class Database:
    """Opens transactions. Nothing can be read or written outside one, or for no team."""

    def __init__(self, url: str) -> None:
        self.engine: Engine = open_engine(url)

    def check(self) -> None:
        """Raise DatabaseError unless the schema is the one that the code expects."""
        with translated(self.engine), self.engine.connect() as connection:
            state = schema_state(connection)
        if state != "current":
            self.close()
            raise DatabaseError(state)

    @contextmanager
    def transaction(self, team_id: str) -> Iterator[Store]:
        """One transaction that may write, for one team: all of it or nothing."""
        with writing(self.engine) as connection:
            yield Store(connection, team_id)

    @contextmanager
    def reading(self, team_id: str) -> Iterator[Store]:
        """One transaction that only reads, for one team."""
        with reading(self.engine) as connection:
            yield Store(connection, team_id)

    @contextmanager
    def snapshot(self, team_id: str) -> Iterator[Store]:
        """One transaction that reads more than fits in memory at once, for one team."""
        with snapshot(self.engine) as connection:
            yield Store(connection, team_id)

    @contextmanager
    def across_teams(self) -> Iterator[AcrossTeams]:
        """One transaction over all teams, which may write: leases, signs of life."""
        with writing(self.engine) as connection:
            yield AcrossTeams(connection)

    @contextmanager
    def reading_across_teams(self) -> Iterator[AcrossTeams]:
        """One transaction over all teams that only reads: what waits, what is due, health."""
        with reading(self.engine) as connection:
            yield AcrossTeams(connection)

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()
