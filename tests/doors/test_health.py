"""Whether all is well can be asked without a signature, and is answered in words."""

from __future__ import annotations

from datetime import timedelta

from werkzeug.test import Client

from tests.doors.test_failing_store import gone
from tests.world import World


def health(world: World) -> tuple[int, dict[str, object]]:
    answer = Client(world.web).get("/healthz")
    return answer.status_code, answer.json


def beats(world: World) -> None:
    with world.database.across_teams() as across:
        across.beat("worker", world.clock.machine())


def test_a_worker_that_ticks_is_well(world: World) -> None:
    beats(world)
    status, said = health(world)
    assert (status, said["database"], said["worker"]) == (200, "well", "well")
    assert said["last_tick_at"] == world.clock.machine().isoformat()


def test_without_a_worker_it_is_unwell(world: World) -> None:
    status, said = health(world)
    assert (status, said["database"], said["worker"]) == (503, "well", "late")


def test_a_worker_that_stopped_ticking_is_late_by_machine_time_alone(world: World) -> None:
    beats(world)
    world.clock.set(world.clock.now() + timedelta(days=180))
    assert health(world)[0] == 200
    world.clock.pass_machine_time(timedelta(minutes=3))
    assert (health(world)[0], health(world)[1]["worker"]) == (503, "late")


def test_a_database_that_is_gone_is_said(world: World) -> None:
    beats(world)
    with gone(world):
        status, said = health(world)
    assert (status, said) == (503, {"database": "absent"})
    assert health(world)[0] == 200


def test_what_is_overdue_and_what_comes_next_is_told(world: World) -> None:
    beats(world)
    world.ada.runs("/alongside join")
    world.clock.set(world.clock.now() + timedelta(hours=1))
    said = health(world)[1]
    assert said["overdue"]
    assert said["oldest_overdue_at"]
    world.works()
    assert health(world)[1]["overdue"] == 0
    assert str(health(world)[1]["next_due_at"]) > world.clock.now().isoformat()
