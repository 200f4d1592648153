from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.vocabulary import DealEvent, Facet, MomentKind, PostKind
from bot.errors import DatabaseError
from bot.store.database import Database
from bot.store.engine import open_engine
from bot.store.noticed import NoticedOutcome

NOW = datetime(2026, 5, 12, 8, 0, 30, 123456, tzinfo=UTC)


@pytest.fixture
def database(migrated_database_url: str) -> Iterator[Database]:
    database = Database(migrated_database_url)
    yield database
    database.close()


def test_times_lists_and_nothing_come_back_as_they_went_in(database: Database) -> None:
    facets = [Facet.GOAL, Facet.MONEY]
    with database.transaction("T1") as store:
        store.noticed.write(
            "C1", "1.1", NoticedOutcome.NOTED, NOW, kind=PostKind.DEAL_UPDATE,
            event=DealEvent.WON, facets=facets,
        )  # fmt: skip
        store.noticed.write("C1", "1.2", NoticedOutcome.NOT_OURS, NOW)
    with database.reading("T1") as store:
        full, empty = store.noticed.get("C1", "1.1"), store.noticed.get("C1", "1.2")
    assert full is not None
    assert (full.at, full.event, list(full.facets)) == (NOW, DealEvent.WON, sorted(facets))
    assert empty is not None
    assert (empty.event, empty.client_id, list(empty.facets)) == (None, None, [])


def test_a_second_writing_replaces_the_first(database: Database) -> None:
    with database.transaction("T1") as store:
        store.noticed.write("C1", "1.1", NoticedOutcome.NOTED, NOW, facets=[Facet.GOAL])
        store.noticed.write("C1", "1.1", NoticedOutcome.WITHDRAWN, NOW)
        notice = store.noticed.get("C1", "1.1")
    assert notice is not None
    assert (notice.outcome, list(notice.facets)) == (NoticedOutcome.WITHDRAWN, [])


def test_no_team_sees_or_changes_what_is_anothers(database: Database) -> None:
    with database.transaction("T1") as store:
        client = store.clients.add("Delmar", NOW)
        meeting_id = store.meetings.add(client.id, NOW, NOW, owner_id=None)
    with database.transaction("T2") as store:
        assert store.clients.named("Delmar") == []
        assert store.meetings.get(meeting_id) is None
        store.meetings.move(meeting_id, NOW + timedelta(days=1), NOW + timedelta(days=1))
    with database.reading("T1") as store:
        meeting = store.meetings.get(meeting_id)
    assert meeting is not None
    assert meeting.starts_at == NOW


@pytest.mark.parametrize("how_many", [0, 1, 2, 40])
def test_any_number_of_ids_is_looked_up(database: Database, how_many: int) -> None:
    with database.transaction("T1") as store:
        ids = [store.clients.add(f"Client {number}", NOW).id for number in range(how_many)]
        store.clients.add("Somebody else", NOW)
        assert set(store.clients.resolve(ids)) == set(ids)
        assert len(store.deals.of_client(ids)) == 0


@pytest.mark.parametrize("name", ["100% Juice", "under_score", "back\\slash", "Delmar"])
def test_a_name_that_only_begins_alike_is_found_by_its_own_letters(
    database: Database, name: str
) -> None:
    with database.transaction("T1") as store:
        meant = store.clients.add(f"{name} Holding", NOW)
        store.clients.add("100x Juice Holding", NOW)
        store.clients.add("underXscore Holding", NOW)
        assert [client.id for client in store.clients.named(name)] == [meant.id]


def test_a_look_is_pulled_forward_and_never_back(database: Database) -> None:
    with database.transaction("T1") as store:
        store.people.set("U1", name="Ada", joined_at=NOW, next_look_at=NOW)
        store.people.look_by("U1", NOW + timedelta(hours=1))
        assert store.people.next_look_at("U1") == NOW
        store.people.look_by("U1", NOW - timedelta(hours=1))
        assert store.people.next_look_at("U1") == NOW - timedelta(hours=1)


def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    naive = NOW.replace(tzinfo=None)
    with pytest.raises(TypeError), database.transaction("T1") as store:
        store.moments.add(
            "U1", MomentKind.MEETING_HELD, opens_at=naive, closes_at=naive
        )  # fmt: skip


def test_a_failure_leaves_nothing_behind(database: Database) -> None:
    with pytest.raises(TypeError):
        _keep_and_fail(database)
    with database.reading("T1") as store:
        assert store.clients.named("Delmar") == []


def _keep_and_fail(database: Database) -> None:
    with database.transaction("T1") as store:
        client = store.clients.add("Delmar", NOW)
        store.clients.keep(client.id, "U1", date(2026, 5, 12))
        store.meetings.add(client.id, NOW.replace(tzinfo=None), NOW, owner_id=None)


def test_a_server_that_goes_away_is_said_and_the_next_transaction_works(
    database: Database,
) -> None:
    if database.engine.name == "sqlite":
        pytest.skip("SQLite has no server that could go away")
    with pytest.raises(DatabaseError):
        _look_while_it_is_thrown_out(database)
    with database.reading("T1") as store:
        assert store.channels.get("C1") is None


def test_a_connection_that_was_cut_off_while_it_lay_idle_is_replaced(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    if database.engine.name == "sqlite":
        pytest.skip("SQLite has no server that could go away")
    monkeypatch.setattr("bot.store.engine.RESTED_SECONDS", 0.0)
    with database.transaction("T1") as store:
        own = store.connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    elsewhere = open_engine(database.engine.url.render_as_string(hide_password=False))
    with elsewhere.connect() as other:
        other.exec_driver_sql(f"SELECT pg_terminate_backend({own})")
    elsewhere.dispose()
    with database.transaction("T1") as store:
        assert store.channels.get("C1") is None


def _look_while_it_is_thrown_out(database: Database) -> None:
    with database.transaction("T1") as store:
        own = store.connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        with database.engine.connect() as other:
            other.exec_driver_sql(f"SELECT pg_terminate_backend({own})")
        store.channels.get("C1")
