"""What a team's answers add up to, by prompt: adding only, whoever adds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.learning import PRIOR_WORTH, Tally, pooled
from bot.domain.vocabulary import MomentKind
from bot.store.database import Database
from tests.domain.worlds import prompt

NOW = datetime(2026, 5, 12, 8, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def database(migrated_database_url: str) -> Iterator[Database]:
    opened = Database(migrated_database_url)
    yield opened
    opened.close()


def test_asked_and_answered_add_up_and_fade(database: Database) -> None:
    with database.transaction("T1") as store:
        assert store.prompt_tallies.all() == {}
        for ago in (0, 100):
            store.prompt_tallies.asked("one", NOW - ago * DAY)
        store.prompt_tallies.answered("one", NOW, NOW + HOUR)
        store.prompt_tallies.answered("one", NOW, NOW + 5 * HOUR)  # too late to speak for it
    with database.transaction("T2") as store:
        assert store.prompt_tallies.all() == {}, "another team's answers teach nothing"
    with database.transaction("T1") as store:
        tallies = store.prompt_tallies.all()
    expected = Tally().and_one(NOW, was_answered=True).and_one(NOW - 100 * DAY, was_answered=False)
    assert tallies["one"].asked == pytest.approx(expected.asked)
    assert tallies["one"].answered == pytest.approx(expected.answered)
    (taught,) = pooled([prompt("one", MomentKind.MEETING_HELD)], tallies, NOW)
    assert taught.prior_answered == pytest.approx(PRIOR_WORTH * 3 / (5 + 0.985**100))
