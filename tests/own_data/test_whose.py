"""Each table says whose its rows are, so that nothing is left out when somebody exports or goes."""

from __future__ import annotations

import pytest

from bot.store.columns import SLACK_ID
from bot.store.tables import metadata
from bot.store.whose import WHOSE, Whose, owner_of, people_in

NAMES_NO_PERSON = frozenset(
    "team_id channel_id to_channel_id posted_in bot_user_id bot_id app_id file_id poster".split()
)
"""Slack ids of something else; `poster` is an app."""
CHANNELS = ("channels", "id")
TABLES = sorted(metadata.tables)


@pytest.mark.parametrize("name", TABLES)
def test_each_table_is_in_the_list(name: str) -> None:
    assert name in WHOSE, f"say in bot/store/whose.py whose the rows of {name} are"


def test_the_list_names_no_other() -> None:
    assert set(WHOSE) == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_each_column_with_a_slack_id_says_whether_it_names_a_person(name: str) -> None:
    """`person_id(...)` in `bot/store/tables/parts.py` marks it."""
    table = metadata.tables[name]
    unmarked = [
        column.name
        for column in table.columns
        if column.type is SLACK_ID
        and column not in people_in(table)
        and column.name not in NAMES_NO_PERSON
        and (name, column.name) != CHANNELS
    ]
    assert unmarked == []


@pytest.mark.parametrize("name", TABLES)
def test_what_it_says_fits_the_columns(name: str) -> None:
    table, whose = metadata.tables[name], WHOSE[name]
    if whose in (Whose.PERSONAL, Whose.PERSONAL_LASTING):
        assert owner_of(table) in people_in(table)
    elif whose is Whose.TECHNICAL:
        assert people_in(table) == []
