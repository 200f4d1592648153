"""What is kept goes when its time is over; the page, the docs and the rows say the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.domain.retention import DAYS_KEPT, Kept, kept_for
from bot.flows.keep_house import keep_house
from bot.slack.views.kept import kept_view, standing_lines, term_lines
from bot.store.old_rows import DROPPED
from bot.store.tables import metadata
from tests.loop.reading_along import worker_sleeps_until
from tests.own_data.seeding import OWN, has_sold
from tests.privacy.seeing import everything_stored
from tests.views.accepted import slack_takes_view
from tests.world import World

DOCS = (Path(__file__).parents[2] / "docs" / "privacy.md").read_text()


@pytest.fixture
def selling(sold: World) -> World:
    return has_sold(sold)


def counts(world: World) -> dict[str, int]:
    with world.database.engine.connect() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
        }


def plain_lines() -> list[str]:
    return [*term_lines(), *standing_lines()]


def test_the_docs_say_what_the_page_says() -> None:
    assert [line for line in plain_lines() if line not in DOCS] == []


def test_each_term_is_on_the_page(selling: World) -> None:
    assert len(term_lines()) == len(Kept) == len(DAYS_KEPT)
    slack_takes_view(kept_view())
    selling.ada.runs("/alongside privacy")
    assert selling.ada.modal is not None
    for line in plain_lines():
        assert line in selling.ada.modal.words


@pytest.mark.prove
def test_nothing_goes_early_and_a_second_round_changes_nothing(selling: World) -> None:
    keep_house(selling.services)
    before = counts(selling)
    keep_house(selling.services)
    assert counts(selling) == before
    assert before["decisions"] > 0


@pytest.mark.prove
def test_decisions_and_messages_go_when_their_time_is_over(selling: World) -> None:
    with selling.services.transaction(selling.town.id) as store:
        store.people.set(selling.ada.id, paused_until=datetime(2030, 1, 1, tzinfo=UTC))
        store.people.set(selling.ben.id, paused_until=datetime(2030, 1, 1, tzinfo=UTC))
    before = counts(selling)
    old = selling.clock.now() + kept_for(Kept.DECISIONS) + timedelta(days=1)
    worker_sleeps_until(selling, old)
    with selling.database.engine.connect() as connection:
        oldest = connection.execute(select(func.min(metadata.tables["decisions"].c.at))).scalar()
    assert oldest is None or oldest >= old - kept_for(Kept.DECISIONS)
    assert counts(selling)["nudges"] >= before["nudges"]
    assert counts(selling)["answers"] == before["answers"]
    worker_sleeps_until(selling, old + kept_for(Kept.MESSAGES) + timedelta(days=1))
    with selling.services.reading(selling.town.id) as store:
        assert store.personal_rows.sent_to(selling.ada.id) == []
    assert counts(selling)["answers"] == before["answers"]
    assert counts(selling)["promises"] == before["promises"]


@pytest.mark.prove
@pytest.mark.parametrize("what", DROPPED)
def test_old_rows_go_in_parts(selling: World, what: Kept) -> None:
    later = selling.clock.now() + timedelta(days=5_000)
    with selling.services.transaction(selling.town.id) as store:
        first = store.old_rows.drop(what, later, 1)
        rest = store.old_rows.drop(what, later, 1_000)
        assert first <= 2
        assert store.old_rows.drop(what, later, 1_000) == 0
        assert rest >= 0


def test_a_closed_account_loses_its_answers_at_once_and_the_rest_in_time(selling: World) -> None:
    ada = selling.ada
    selling.town.deactivates(ada)
    stored = everything_stored(selling)
    assert [word for word in (*OWN[1:], "cobalt offer") if word in stored] == []
    assert "Ada Brandt" in stored
    with selling.services.reading(selling.town.id) as store:
        assert store.clients.kept_by(ada.id)
        assert [one.words for one in store.promises.open_of_deactivated()] == ["pilot report"]
    selling.clock.set(selling.clock.now() + kept_for(Kept.CLOSED_ACCOUNTS) + timedelta(days=1))
    keep_house(selling.services)
    assert "Ada Brandt" not in everything_stored(selling)
    with selling.services.reading(selling.town.id) as store:
        assert [one.words for one in store.promises.open_of_deactivated()] == ["pilot report"]
