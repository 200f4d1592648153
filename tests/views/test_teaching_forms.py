"""The forms of teaching, whatever stands in a post: Slack takes them, and reads them back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.shapes import Marks, Shape, Told, Way, Where
from bot.domain.signals import Reading
from bot.domain.vocabulary import DealEvent, PostKind
from bot.reading import read_post
from bot.reading.post import read_message
from bot.reading.post_parts import Part, parts_of
from bot.slack.escape import escape
from bot.slack.post_note import MOST_PACKED, pack_post, unpack_post
from bot.slack.views.reading_words import WHAT, reading_words
from bot.slack.views.shape_list import ShapeRow, shape_list
from bot.slack.views.teach_form import TOLD, Taught, part_words, read_teach_form, teach_form
from bot.slack.views.teach_preview import read_teach_preview, teach_preview
from tests.reading.test_hostile import EVENT, WORDS
from tests.views import hostile
from tests.views.accepted import slack_takes, slack_takes_view
from tests.views.test_forms import submitted
from tests.views.test_presses import json_like

wheres = st.builds(
    Where, st.sampled_from(Way), hostile.texts, hostile.texts, st.integers(0, 9), st.none()
)
some_parts = st.lists(st.builds(Part, wheres, hostile.texts), max_size=3).map(lambda one: one * 30)
shapes = st.builds(
    Shape,
    st.just(PostKind.DEAL_UPDATE),
    st.sampled_from(DealEvent),
    st.dictionaries(st.sampled_from(Told), wheres),
    st.just(Marks("C1")),
)


@pytest.mark.prove
@given(some_parts, hostile.texts, WORDS)
def test_any_post_fits_the_first_form(parts: list[Part], name: str, text: str) -> None:
    reading = read_post({"type": "message", "bot_id": "B1", "ts": "1", "text": text})
    read = reading_words(reading, name, shows_found=True)
    note = {"post": "x" * MOST_PACKED, "channel": "C1"}
    slack_takes_view(teach_form(read, parts, {Told.CLIENT: 0}, None, note, {"U1": name}))


@pytest.mark.prove
@given(shapes, hostile.texts, hostile.texts)
def test_any_shape_fits_the_second_form_and_the_list(shape: Shape, name: str, said: str) -> None:
    note = {"post": "x" * MOST_PACKED, "channel": "C0" * 10}
    taught = Taught("won", dict.fromkeys(Told, 89), "\U0001f98a" * 60, note)
    slack_takes_view(teach_preview(escape(said), shape, taught, name, name))
    rows = [ShapeRow(str(n), shape, name, name, may_forget=n % 2 == 0) for n in range(40)]
    slack_takes(shape_list(rows))


def test_what_was_chosen_comes_back_through_both_forms() -> None:
    message = {"bot_id": "B1", "ts": "1.2", "text": "Kunde: Delmar AG\nWert: 40k"}
    parts = parts_of(read_message(message, "UTC"))
    note = {"post": pack_post(message), "channel": "C1"}
    guessed = {Told.CLIENT: 0, Told.AMOUNT: 1}
    form = teach_form("*A deal was won*", parts, guessed, "won", note, {})
    slack_takes_view(form)
    first = submitted(form)
    taught = read_teach_form(first)
    assert taught is not None
    assert (taught.kind, taught.event) == (PostKind.DEAL_UPDATE, DealEvent.WON)
    assert taught.numbers == guessed
    shape = Shape(taught.kind, taught.event, taught.wheres(parts))
    again = read_teach_preview(teach_preview("", shape, taught, "", ""))
    assert again is not None
    assert (again.what, again.numbers, again.client_words) == ("won", guessed, None)
    assert unpack_post(again.note["post"]) == message


@pytest.mark.prove
@given(EVENT)
def test_any_post_is_packed_small_and_unpacked_the_same_each_time(event: dict[str, Any]) -> None:
    packed = pack_post(event)
    assert len(packed) <= MOST_PACKED
    once = unpack_post(packed)
    assert unpack_post(pack_post(once)) == once
    assert parts_of(read_message(once, "UTC")) == parts_of(read_message(once, "UTC"))


def test_a_long_post_keeps_the_beginnings_of_its_parts() -> None:
    noise = "".join(chr(0x4E00 + n * 7 % 20_000) for n in range(30_000))
    fields = [{"title": f"Feld {n}", "value": noise[n * 50 : n * 50 + 900]} for n in range(90)]
    fields[0] = {"title": "Kunde", "value": "Delmar AG"}
    packed = pack_post({"bot_id": "B1", "ts": "1.2", "attachments": [{"fields": fields}]})
    assert len(packed) <= MOST_PACKED
    parts = parts_of(read_message(unpack_post(packed), "UTC"))
    assert part_words(parts[0], {}) == "Kunde: Delmar AG"


@given(st.text(max_size=200))
def test_a_note_that_is_not_ours_is_nothing(packed: str) -> None:
    assert isinstance(unpack_post(packed), dict)


@pytest.mark.prove
@given(st.fixed_dictionaries({}, optional={"state": json_like, "private_metadata": json_like}))
def test_no_view_is_a_fault(view: dict[str, object]) -> None:
    assert read_teach_form(view) is None
    assert read_teach_preview(view) is None


def test_everything_that_can_be_read_or_told_has_words() -> None:
    codes = {event.value for event in DealEvent} | {kind.value for kind in PostKind}
    assert set(WHAT) == codes - {"deal_update"}
    assert set(TOLD) == set(Told)
    assert all(words().strip() for words in (*WHAT.values(), *TOLD.values()))
    assert isinstance(read_post({}), Reading)
