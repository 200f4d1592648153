"""Gives each test a database of its own, on SQLite and on PostgreSQL, in a few milliseconds.

One PostgreSQL serves the whole session. Whichever worker needs it first starts it, under a lock;
the process that started the session stops it. The folder for both kinds is in memory where the
machine has room there: copying a database took 430 ms on a busy disk and 17 ms in memory.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine

from tests import postgres
from tests.put_back import Shelf, create_database, drop_database, named, remember

SESSION_FOLDER = "ALONGSIDE_TEST_SESSION"
"""Environment variable by which the session's first process hands its folder to the workers."""
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it by mkdtemp
ROOM_NEEDED = 1 << 30
PREFIX = "alongside-tests-"


def pytest_configure(config: pytest.Config) -> None:
    if SESSION_FOLDER in os.environ:
        return  # a worker: the folder belongs to the process that started the session
    place = MEMORY if _has_room(MEMORY) else Path(tempfile.gettempdir())
    _remove_what_killed_sessions_left(place)
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=place))
    os.environ[SESSION_FOLDER] = str(folder)
    config.add_cleanup(lambda: _end_session(folder))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty database; the test runs once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        with sqlite_copy() as url:
            yield url
    else:
        with postgresql_copy(request.getfixturevalue("postgres_server"), "template0") as url:
            yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated_database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The same with all tables in it, copied from a template that was migrated once."""
    template = request.getfixturevalue(f"migrated_{request.param}")
    if request.param == "sqlite":
        with sqlite_copy(template) as url:
            yield url
    else:
        with request.getfixturevalue("shelf").lends(template) as url:
            yield url


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Engine]:
    """A connection to the session's PostgreSQL that may create databases."""
    folder = _session_folder()
    with one_at_a_time(folder):
        address = folder / "address"
        if not address.exists():
            address.write_text(os.environ.get("TEST_DATABASE_URL") or _start(folder))
    engine = create_engine(address.read_text(), isolation_level="AUTOCOMMIT")
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def shelf(postgres_server: Engine) -> Iterator[Shelf]:
    """The databases that one test after another is lent."""
    opened = Shelf(postgres_server)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def migrated_postgresql(postgres_server: Engine) -> str:
    """The name of a database with all tables, migrated by the first worker that needs it."""
    folder = _session_folder()
    name = f"migrated_{folder.name.removeprefix(PREFIX)}"
    with one_at_a_time(folder):
        if not (folder / "migrated").exists():
            create_database(postgres_server, name, "template0")
            address = named(postgres_server.url, name)
            _migrate(address)
            remember(address)
            (folder / "migrated").write_text(name)
    return name


@pytest.fixture(scope="session")
def migrated_sqlite() -> Path:
    """The folder of a SQLite database with all tables, one a worker."""
    folder = _session_folder() / f"sqlite-{uuid4().hex}"
    folder.mkdir()
    _migrate(_sqlite_url(folder))
    return folder


@contextmanager
def sqlite_copy(template: Path | None = None) -> Iterator[str]:
    folder = _session_folder() / f"sqlite-{uuid4().hex}"
    if template:
        shutil.copytree(template, folder)  # the whole folder: a write-ahead log may stand beside
    else:
        folder.mkdir()
    yield _sqlite_url(folder)
    shutil.rmtree(folder)


@contextmanager
def postgresql_copy(server: Engine, template: str) -> Iterator[str]:
    name = f"test_{uuid4().hex}"
    create_database(server, name, template)
    yield named(server.url, name)
    drop_database(server, name)


def _start(folder: Path) -> str:
    try:
        return postgres.start(folder)
    except postgres.PostgresError as error:
        if os.environ.get("CI"):
            pytest.fail(f"CI tests on PostgreSQL too, and it does not run: {error}")
        pytest.skip(f"PostgreSQL NOT TESTED: {error}")


def _end_session(folder: Path) -> None:
    """Leave nothing behind, on a server that was lent to us either."""
    del os.environ[SESSION_FOLDER]
    lent = os.environ.get("TEST_DATABASE_URL")
    if lent and (folder / "migrated").exists():
        server = create_engine(lent, isolation_level="AUTOCOMMIT")
        drop_database(server, (folder / "migrated").read_text())
        server.dispose()
    postgres.stop(folder)


def _has_room(place: Path) -> bool:
    writable = place.is_dir() and os.access(place, os.W_OK)
    return writable and shutil.disk_usage(place).free > ROOM_NEEDED


def _remove_what_killed_sessions_left(place: Path) -> None:
    for left in place.glob(f"{PREFIX}*"):
        owner = int(left.name.removeprefix(PREFIX).split("-")[0])
        try:
            os.kill(owner, 0)
        except ProcessLookupError:
            with suppress(OSError, postgres.PostgresError):  # another session may be at it too
                postgres.stop(left)
        except PermissionError:
            continue  # somebody else's, and alive


def _migrate(url: str) -> None:
    from bot.store import migrations

    migrations.upgrade(url)


def _session_folder() -> Path:
    return Path(os.environ[SESSION_FOLDER])


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """What several workers would do at once, they do in turns."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _sqlite_url(folder: Path) -> str:
    return f"sqlite:///{folder / 'alongside.db'}"
