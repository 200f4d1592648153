"""One engine a kind of database, lent to one test after another.

SQLAlchemy writes the SQL of a statement once an engine; a fresh engine for each test would write
hundreds of statements anew each time, which took longer than the tests themselves. PostgreSQL
also keeps the connections to a database that is lent again: each knows its tables and plans.
"""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import URL, Engine, Pool, event, make_url

from bot.store.database import Database
from bot.store.engine import open_engine


class LentDatabase(Database):
    """A database whose engine is used again by the next test; open one at a time."""

    _engines: ClassVar[dict[str, Engine]] = {}
    _in_use: ClassVar[dict[str, URL]] = {}
    _kept: ClassVar[dict[str, Pool]] = {}
    """Connections to PostgreSQL, by the name of their database."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._kind = self._url.get_backend_name()
        self._is_lent = self._kind not in self._in_use
        if not self._is_lent:  # a test with two worlds at once
            super().__init__(url)
            return
        if self._kind not in self._engines:
            self._engines[self._kind] = _pointed(open_engine(url), self._in_use)
        self._in_use[self._kind] = self._url
        self.engine = self._engines[self._kind]
        if kept := self._kept.pop(str(self._url.database), None):
            self.engine.pool = kept

    def close(self) -> None:
        if not self._is_lent:
            super().close()
        elif self._in_use.pop(self._kind, None) and self._kind == "postgresql":
            self._kept[str(self._url.database)] = self.engine.pool
            self.engine.pool = self.engine.pool.recreate()
        else:
            super().close()

    @classmethod
    def let_go(cls, database: str) -> None:
        """Close the connections to a database that nobody will open again."""
        if kept := cls._kept.pop(database, None):
            kept.dispose()


def _pointed(engine: Engine, in_use: dict[str, URL]) -> Engine:
    """Each new connection goes to the database that is lent at the moment."""

    @event.listens_for(engine, "do_connect")
    def point(dialect: Any, _record: Any, args: list[Any], named: dict[str, Any]) -> None:
        kind = "sqlite" if dialect.name == "sqlite" else "postgresql"
        fresh_args, fresh_named = dialect.create_connect_args(in_use[kind])
        args[:] = fresh_args
        named.update(fresh_named)

    return engine
