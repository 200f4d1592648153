"""Many deliveries at the same moment: none fails, none is lost, none counts twice."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from tests.doors.knocking import post_event, rows, send_command, send_event
from tests.world import World

THREADS = 8


def at_once(world: World, sendings: list[tuple[dict[str, object], str]]) -> list[int]:
    """All of them by eight threads that start together; the status of each."""
    together = Barrier(THREADS)

    def send(mine: list[tuple[dict[str, object], str]]) -> list[int]:
        together.wait(timeout=10)
        return [send_event(world, event, event_id).status_code for event, event_id in mine]

    parts = [sendings[number::THREADS] for number in range(THREADS)]
    with ThreadPoolExecutor(THREADS) as pool:
        return [status for found in pool.map(send, parts) for status in found]


def recap(world: World, number: int, client: str) -> dict[str, object]:
    at = f"{world.clock.now().timestamp() + number * 0.001:.6f}"
    text = f"Met with {client} today. I will send the offer by Thursday."
    return post_event(world, "#deals", text, ts=at)


def test_one_event_by_eight_at_once_counts_once(sold: World) -> None:
    event = recap(sold, 0, "Delmar Foods")
    assert at_once(sold, [(event, "Ev1")] * 24) == [200] * 24
    assert len(rows(sold, "noticed")) == 1
    assert len(rows(sold, "candidates")) == 1
    assert len(rows(sold, "clients")) == 1


def test_one_post_under_many_event_ids_counts_once(sold: World) -> None:
    event = recap(sold, 0, "Delmar Foods")
    sendings = [(event, f"Ev{number}") for number in range(24)]
    assert at_once(sold, sendings) == [200] * 24
    assert len(rows(sold, "noticed")) == 1
    assert len(rows(sold, "candidates")) == 1


def test_different_events_at_once_all_count(sold: World) -> None:
    events = [(recap(sold, number, "Delmar Foods"), f"Ev{number}") for number in range(32)]
    assert at_once(sold, events) == [200] * 32
    assert len(rows(sold, "noticed")) == 32


def test_new_clients_at_once_are_one_client(sold: World) -> None:
    """The same new name in posts of the same moment."""
    events = [(recap(sold, number, "Osprey Rail"), f"Ev{number}") for number in range(16)]
    assert at_once(sold, events) == [200] * 16
    assert len(rows(sold, "clients")) == 1


def test_a_command_sent_eight_times_at_once_is_one(sold: World) -> None:
    with ThreadPoolExecutor(THREADS) as pool:
        sent = [pool.submit(send_command, sold, text="client add Gira") for _ in range(THREADS)]
        assert {one.result().status_code for one in sent} == {200}
    assert len(rows(sold, "clients")) == 1


def test_two_processes_on_one_file_lose_nothing(migrated_sqlite: Path, tmp_path: Path) -> None:
    """Two bots, each with connections of its own, as behind two gunicorn workers."""
    folder = tmp_path / "database"
    shutil.copytree(migrated_sqlite, folder)
    url = f"sqlite:///{folder / 'alongside.db'}"
    one, other = World(url), World(url)
    one.watches("#deals")
    one.has_joined(one.ada)
    other.town, other.ada, other.app = one.town, one.ada, one.app
    other.web = one.web.__class__(
        one.web._app, other.services, one.app.signing_secret  # noqa: SLF001 - the same app
    )  # fmt: skip
    events = [(recap(one, number, "Delmar Foods"), f"Ev{number}") for number in range(16)]
    with ThreadPoolExecutor(2) as pool:
        sent = [pool.submit(at_once, world, events) for world in (one, other)]
        assert [one.result() for one in sent] == [[200] * 16] * 2
    assert len(rows(one, "noticed")) == 16
    one.database.close()
    other.database.close()
