"""Two workspaces with the same ids in them: no query of one returns what the other has."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.store.database import Database
from bot.store.tables import metadata
from tests.world import World

OTHER = "T0OTHER"


@pytest.fixture
def mixed(migrated_database_url: str) -> Iterator[tuple[World, Database]]:
    """A busy workspace, and a second one that is its copy, row by row, with other words."""
    world = World(migrated_database_url)
    world.watches("#deals")
    world.has_joined(world.ada, world.ben)
    world.ada.runs("/client add Gira")
    world.ada.runs("/promise send Gira the indigo folder by Friday")
    world.ada.posts("#deals", "Met with Delmar Foods today. I will send the offer by Thursday.")
    world.ada.posts("#deals", "Osprey Rail closed won, 40k.")
    world.passes(days=4)
    with world.database.engine.begin() as connection:
        for table in metadata.sorted_tables:
            if "team_id" not in table.c:
                continue
            rows = [dict(row._mapping) for row in connection.execute(table.select())]  # noqa: SLF001
            for row in rows:
                row["team_id"] = OTHER
                for name in ("name", "words", "excerpt"):
                    if row.get(name) and isinstance(row[name], str):
                        row[name] = "SECRET " + row[name][:150]
            if rows:
                connection.execute(table.insert(), rows)
    yield world, world.database
    world.database.close()


def dump(database: Database, team: str) -> list[object]:
    with database.engine.connect() as connection:
        return [
            (table.name, *sorted(map(str, connection.execute(
                table.select().where(table.c.team_id == team)
            ))))
            for table in metadata.sorted_tables
            if "team_id" in table.c
        ]  # fmt: skip


def test_both_have_rows_in_most_tables(mixed: tuple[World, Database]) -> None:
    filled = [one for one in dump(mixed[1], OTHER) if len(one) > 1]  # type: ignore[arg-type]
    assert len(filled) > 12


def test_a_busy_week_of_one_shows_and_changes_nothing_of_the_other(
    mixed: tuple[World, Database],
) -> None:
    world, database = mixed
    with database.across_teams() as across:
        assert set(across.team_ids()) == {world.town.id, OTHER}
    with database.transaction(OTHER) as store:
        # The other's people are looked at by nobody here: its Slack is not this one.
        for person in ("ada", "ben"):
            store.people.set(getattr(world, person).id, next_look_at=None, is_home_stale=False)
        store.teams.uninstall(world.clock.now())
    before = dump(database, OTHER)
    ada = world.ada
    said = [
        ada.runs(typed).words
        for typed in (
            "/client show Gira", "/client list", "/promise list", "/followups",
            "/alongside status", "/alongside why", "/client rename Gira to Gira Two",
            "/client merge Delmar Foods into Gira Two", "/followups Osprey Rail every 3 weeks",
            "/alongside pause 1 week", "/alongside resume", "/alongside ignore me",
        )
    ]  # fmt: skip
    ada.opens_home()
    world.works()
    assert ada.home is not None
    said.append(ada.home.words)
    said += [one.words for one in ada.dm_messages()]
    assert "SECRET" not in "\n".join(said)
    assert dump(database, OTHER) == before
