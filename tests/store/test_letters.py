"""What is stored comes back as it was: letters of every sort, moments in time, ids in order."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import StatementError

from bot.domain import letters
from bot.domain.letters import Shown
from bot.store.database import Database
from bot.store.ids import new_id
from bot.store.letters import pack, pack_shown, unpack, unpack_shown

SORTS = (
    letters.Question,
    letters.LessOtherStop,
    letters.Offer,
    letters.MorningNote,
    letters.DueToday,
    letters.HandOver,
    letters.AskForHelp,
    letters.HelpThread,
    letters.Digest,
    letters.Welcome,
    letters.WhatIsPosted,
    letters.Announcement,
    letters.Reply,
)


def _dictionaries(asked: type) -> st.SearchStrategy[object]:
    """Else hypothesis makes a ChainMap of what is called a Mapping, as none of our code does."""
    sorts = (st.from_type(each) for each in get_args(asked) or (str, str))
    return st.dictionaries(*sorts, max_size=3)


st.register_type_strategy(Mapping, _dictionaries)
NOW = datetime(2026, 5, 12, 8, 0, tzinfo=UTC)


@given(st.one_of(*(st.from_type(sort) for sort in SORTS)))
def test_a_letter_survives_being_stored(letter: letters.Letter) -> None:
    kind, plain = pack(letter)
    assert unpack(kind, json.loads(json.dumps(plain))) == letter


@given(st.from_type(Shown))
def test_what_became_of_it_survives_too(shown: Shown) -> None:
    assert unpack_shown(json.loads(json.dumps(pack_shown(shown)))) == shown
    assert unpack_shown(None) == Shown()


def test_ids_sort_by_time() -> None:
    made = []
    for _ in range(5):
        made.append(new_id())
        before = time.time_ns() // 1_000_000
        while time.time_ns() // 1_000_000 == before:
            pass
    assert made == sorted(made)
    many = {new_id() for _ in range(5_000)}
    assert len(many) == 5_000
    assert all(len(one) == 32 and one[12] == "7" and one[16] in "89ab" for one in many)


def test_a_naive_moment_is_refused(database: Database) -> None:
    with (
        pytest.raises((StatementError, TypeError), match="naive"),
        database.transaction("T1") as store,
    ):
        store.people.set("U1", joined_at=NOW.replace(tzinfo=None))
    with database.reading("T1") as store:
        assert store.people.get("U1") is None


@pytest.mark.parametrize("hours", [-11, 0, 2, 14])
def test_a_moment_of_any_zone_comes_back_in_utc(database: Database, hours: int) -> None:
    at = NOW.astimezone(timezone(timedelta(hours=hours)))
    with database.transaction("T1") as store:
        store.people.set("U1", joined_at=at)
    with database.reading("T1") as store:
        person = store.people.get("U1")
    assert person is not None
    assert person.joined_at == NOW
    assert person.joined_at.utcoffset() == timedelta(0)
