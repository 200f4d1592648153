"""Each person's own clock on the wall counts, also when clocks change or people travel."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.loop.reading_along import digests, others, times
from tests.world import World, at


@pytest.mark.parametrize(
    ("starts_at", "promise", "friday", "monday"),
    [
        # Clocks in Berlin go forward on Sunday 29 March and back on Sunday 25 October.
        ((2026, 3, 26), "30 March", "Fri 27 Mar", "Mon 30 Mar"),
        ((2026, 10, 22), "26 October", "Fri 23 Oct", "Mon 26 Oct"),
    ],
)
def test_when_clocks_change_the_hour_on_the_wall_stays(
    migrated_database_url: str,
    request: pytest.FixtureRequest,
    starts_at: tuple[int, int, int],
    promise: str,
    friday: str,
    monday: str,
) -> None:
    start = datetime(*starts_at, 8, 0, tzinfo=UTC)
    world = World(migrated_database_url, start)
    request.addfinalizer(world.database.close)
    world.has_joined(world.ada)
    world.ada.runs("/client add Gira")
    world.ada.runs(f"/promise send Gira two references by {promise}")
    world.passes(days=4, hours=6)
    assert times(world.ada, others(world.ada)) == [f"{friday} 08:40", f"{monday} 08:40"]
    assert times(world.ada, digests(world.ada)) == [f"{friday} 14:00"]


def test_in_tokyo_it_is_morning_first(sold: World) -> None:
    world = sold
    world.has_joined(world.dee)
    world.ada.runs("/client add Gira")
    for seller in (world.ada, world.dee):
        seller.runs("/promise send Gira two references by Thursday")
    world.moves_to(at("2026-05-13 03:00"))
    assert times(world.dee, others(world.dee)) == ["Wed 13 May 08:40"]
    assert others(world.ada) == []


def test_who_travels_is_written_to_in_the_new_zone(sold: World) -> None:
    world = sold
    world.ada.runs("/client add Gira")
    world.ada.runs("/promise send Gira two references by Friday")
    world.moves_to(at("2026-05-12 20:00"))
    world.ada.moves_to("America/New_York")
    world.moves_to(at("2026-05-14 20:00"))
    assert times(world.ada, others(world.ada)) == ["Thu 14 May 08:40"]  # by New York's clocks
    world.ada.moves_to("Asia/Tokyo")
    world.moves_to(at("2026-05-15 12:00"))
    assert times(world.ada, others(world.ada))[1:] == ["Fri 15 May 08:40"]
    assert times(world.ada, digests(world.ada)) == ["Fri 15 May 14:00"]


def test_a_day_that_is_over_elsewhere_is_counted_where_the_person_is(world: World) -> None:
    world.moves_to(at("2026-05-12 18:00"))  # in Tokyo it is Wednesday already
    world.has_joined(world.dee)
    world.dee.runs("/client add Gira")
    assert "Friday 15 May" in world.dee.runs("/promise Gira: the offer in two days").words
