"""Lends PostgreSQL databases to tests, and puts the rows back to how they stood.

A new database costs 25 ms and a cold start of each connection to it; putting the rows of one
back costs one or two. Who alters a table, or leaves a transaction open, gets it for themselves:
such a database is dropped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import psycopg
from sqlalchemy import URL, Engine, make_url, text

from bot.store.tables import metadata
from tests.lent import LentDatabase

TIDIED_EVERY = 25
"""Deleted rows stay in PostgreSQL's files until they are swept; sweeping each time costs more."""
_ALTERED = """
CREATE FUNCTION stood.note_altered() RETURNS event_trigger LANGUAGE plpgsql
    AS 'BEGIN INSERT INTO stood.altered VALUES (true); END';
CREATE EVENT TRIGGER note_altered ON ddl_command_end EXECUTE FUNCTION stood.note_altered()
"""
_PUT_BACK = """
CREATE FUNCTION stood.put_back() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN
    IF EXISTS (SELECT FROM stood.altered) OR EXISTS (
        SELECT FROM pg_stat_activity WHERE datname = current_database()
        AND pid <> pg_backend_pid() AND state <> 'idle'
    ) THEN RETURN false; END IF;
    {changes}
    RETURN true;
END $$
"""


def remember(url: str) -> None:
    """Note in the database itself how its rows stand; copies of it know it as well."""
    with _connected(url) as connection:
        connection.execute("DROP SCHEMA IF EXISTS stood CASCADE")
        connection.execute("CREATE SCHEMA stood")
        connection.execute("CREATE TABLE stood.altered (is_so boolean)")
        names = [*(table.name for table in metadata.sorted_tables), "alembic_version"]
        changes = [f'DELETE FROM public."{name}";' for name in reversed(names)]
        for name in names:
            if connection.execute(f'SELECT FROM public."{name}" LIMIT 1').fetchone() is None:
                continue
            connection.execute(f'CREATE TABLE stood."{name}" AS TABLE public."{name}"')
            changes.append(f'INSERT INTO public."{name}" SELECT * FROM stood."{name}";')
        connection.execute(_PUT_BACK.format(changes="\n    ".join(changes)))
        connection.execute(_ALTERED)


class Shelf:
    """The databases of one process, by the template that they are copies of."""

    def __init__(self, server: Engine) -> None:
        self._server = server
        self._free: defaultdict[str, list[_Copy]] = defaultdict(list)

    @contextmanager
    def lends(self, template: str) -> Iterator[str]:
        """The address of a database whose rows are the template's."""
        free = self._free[template]
        copy = free.pop() if free else self._copied(template)
        yield copy.url
        if copy.is_put_back():
            free.append(copy)
        else:
            self.drop(copy)

    def close(self) -> None:
        """Drop what is left."""
        for copy in [one for free in self._free.values() for one in free]:
            self.drop(copy)
        self._free.clear()

    def drop(self, copy: _Copy) -> None:
        LentDatabase.let_go(copy.name)
        copy.close()
        drop_database(self._server, copy.name)

    def _copied(self, template: str) -> _Copy:
        name = f"test_{uuid4().hex}"
        create_database(self._server, name, template)
        return _Copy(name, named(self._server.url, name))


class _Copy:
    """One database, and the connection by which it is put back."""

    def __init__(self, name: str, url: str) -> None:
        self.name = name
        self.url = url
        self._connection: psycopg.Connection | None = None
        self._times = 0

    def is_put_back(self) -> bool:
        """Whether the rows are as they stood again; if not, nobody else should have it."""
        try:
            connection = self._connection = self._connection or _connected(self.url)
            (is_done,) = connection.execute("SELECT stood.put_back()", prepare=True).fetchone()
            self._times += 1
            if self._times % TIDIED_EVERY == 0:
                connection.execute("VACUUM")
        except psycopg.Error:
            return False
        return bool(is_done)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()


def _connected(url: str) -> psycopg.Connection:
    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(address, autocommit=True, options="-c lock_timeout=1s")


def named(server: URL, name: str) -> str:
    """The address of a database beside the server's own."""
    return server.set(database=name).render_as_string(hide_password=False)


def create_database(server: Engine, name: str, template: str) -> None:
    with server.connect() as connection:
        # Copying files is twice as fast as writing them through the log, known since release 15.
        by_files = "STRATEGY file_copy" if server.dialect.server_version_info >= (15,) else ""
        connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}" {by_files}'))


def drop_database(server: Engine, name: str) -> None:
    with server.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
