"""Events a second through the whole path, beside bare Bolt and the same SQL issued bare.

Each post goes once through a database where its statements are taken down; then, in turns, a batch
of posts goes through the path on one copy of that database, and through bare Bolt and the bare
driver on another. So both do the same work, and the machine's moods hit both alike.

Run: python -m benchmarks.events [--in-memory]
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from slack_sdk import WebClient
from sqlalchemy import create_engine, make_url, text

from benchmarks.event_floor import Recorded, Recorder, bare_bolt, bare_transaction
from benchmarks.event_posts import KINDS, SECRET, Delivery, Place
from benchmarks.report import Figure, table
from benchmarks.seed import seed
from bot.clock import SystemClock
from bot.prompts.catalogue import load
from bot.public_holidays import public_holidays
from bot.services import Services
from bot.slack.app import build_app
from bot.slack.messenger import SlackMessenger
from bot.store.database import Database
from bot.web import Web
from tests import postgres

BATCH = 10
BATCHES = 30
WARM_UP = 3
"""Batches that are run and not counted."""
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
DURABLE = "-c fsync=on -c synchronous_commit=on"

Copy = Callable[[], str]
"""Makes another database with what is in the first, and says where it is."""


@dataclass(frozen=True, slots=True)
class Bot:
    """The bot on one database, as a WSGI server calls it."""

    database: Database
    web: Web

    def takes(self, environ: dict[str, object]) -> None:
        """Deliver a request, which has to be answered with 200."""
        answered: list[str] = []
        b"".join(self.web(environ, lambda status, _headers: answered.append(status)))
        assert answered == ["200 OK"], answered


@dataclass(frozen=True, slots=True)
class Measured:
    """Microseconds an event, through the path and on the floor, and what it cost in SQL."""

    path: float
    floor: float
    recorded: Recorded


def run() -> list[Figure]:
    """Both databases, as durable as in production."""
    return _figures(Path(tempfile.gettempdir()))


def _figures(place: Path) -> list[Figure]:
    figures: list[Figure] = []
    for name, database in (("SQLite", _sqlite), ("PostgreSQL", _postgresql)):
        with database(place) as (url, copy):
            lane = Lanes(seed(url), url, copy)
            figures += [_figure(name, kind, lane.measure(make)) for kind, make in KINDS.items()]
            lane.close()
    return figures


def _figure(database: str, kind: str, measured: Measured) -> Figure:
    return Figure(
        f"events, {kind}, {database}",
        round(1e6 / measured.path),
        "/s",
        f"bare, {measured.recorded.count} statements: {1e6 / measured.floor:,.0f}/s",
        round(measured.path / measured.floor, 2),
    )


class Lanes:
    """A bot whose statements are taken down, a bot that is timed, and the floor beside it."""

    def __init__(self, place: Place, url: str, copy: Copy) -> None:
        self._place = place
        timed, bare = copy(), copy()
        self._written, self._timed = _bot(url), _bot(timed)
        self._recorder = Recorder(self._written.database.engine)
        self._bolt, self._sql = bare_bolt(place), bare_transaction(bare)

    def measure(self, make: Callable[[Place, int], Delivery]) -> Measured:
        """One kind of post; the median of its batches."""
        path: list[float] = []
        floor: list[float] = []
        records: list[Recorded] = []
        for batch in range(WARM_UP + BATCHES):
            posts = [make(self._place, batch * BATCH + number) for number in range(BATCH)]
            records = [self._record(post) for post in posts]
            # Whoever comes second finds warmer caches, so they take turns at it.
            if batch % 2:
                path.append(self._through_path(posts))
            floor.append(self._on_floor(posts, records))
            if not batch % 2:
                path.append(self._through_path(posts))
        return Measured(median(path[WARM_UP:]), median(floor[WARM_UP:]), records[-1])

    def close(self) -> None:
        """Let go of the databases."""
        for bot in (self._written, self._timed):
            bot.database.close()
        self._sql.close()

    def _record(self, post: Delivery) -> Recorded:
        self._recorder.take()
        self._written.takes(post.environ())
        return self._recorder.take()

    def _through_path(self, posts: Sequence[Delivery]) -> float:
        environs = [post.environ() for post in posts]
        started = time.perf_counter()
        for environ in environs:
            self._timed.takes(environ)
        return (time.perf_counter() - started) / len(posts) * 1e6

    def _on_floor(self, posts: Sequence[Delivery], records: Sequence[Recorded]) -> float:
        started = time.perf_counter()
        for post, recorded in zip(posts, records, strict=True):
            self._bolt(post)
            self._sql.run(recorded.statements)
        return (time.perf_counter() - started) / len(posts) * 1e6


def _bot(url: str) -> Bot:
    clock, database = SystemClock(), Database(url)
    messenger = SlackMessenger(lambda _team: WebClient(), clock)
    services = Services(clock, database, messenger, load(), public_holidays)
    return Bot(database, Web(build_app(services, messenger), services, SECRET))


@contextmanager
def _sqlite(place: Path) -> Iterator[tuple[str, Copy]]:
    with tempfile.TemporaryDirectory(prefix="alongside-", dir=place) as folder:

        def copy() -> str:
            other = tempfile.mkdtemp(dir=folder)
            shutil.copytree(Path(folder) / "first", other, dirs_exist_ok=True)
            return f"sqlite:///{other}/alongside.db"

        yield f"sqlite:///{folder}/first/alongside.db", copy


_END_SESSIONS = text(
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = :name"
)


@contextmanager
def _postgresql(place: Path) -> Iterator[tuple[str, Copy]]:
    folder = Path(tempfile.mkdtemp(prefix="as-", dir=place))
    server = make_url(
        postgres.start(folder, DURABLE if place != MEMORY else postgres.FOR_TESTS_ONLY)
    )
    admin = create_engine(server, isolation_level="AUTOCOMMIT")

    def create(name: str, template: str) -> str:
        with admin.connect() as connection:
            # Whoever filled it has closed; their session may take a moment longer to go.
            connection.execute(_END_SESSIONS, {"name": template})
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        return server.set(database=name).render_as_string(hide_password=False)

    names = iter(("timed", "bare"))
    try:
        yield create("first", "template0"), lambda: create(next(names), "first")
    finally:
        admin.dispose()
        postgres.stop(folder)


def main(arguments: list[str] | None = None) -> None:
    """Prints the figures; in memory the disk's share of the time is gone, and ours is larger."""
    parser = argparse.ArgumentParser(description="Events a second beside a bare floor.")
    parser.add_argument("--in-memory", action="store_true")
    options = parser.parse_args(arguments)
    print(table(_figures(MEMORY if options.in_memory else Path(tempfile.gettempdir()))))


if __name__ == "__main__":
    main()
