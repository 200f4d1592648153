"""The form of a plan: whatever stands in it and whatever is pressed, Slack takes it."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.briefs import OwnNote, PastPlan, SharedBrief, Went
from bot.domain.plans import MOST_BLOCKS, BlockKind, Plan, PlanBlock, total, usual_plan
from bot.slack.views.own_notes import own_notes_view
from bot.slack.views.plan_form import PlanGiven, given_from, plan_form, read_plan_form, stepped
from bot.slack.views.share_form import share_form, share_preview
from tests.views import hostile
from tests.views.accepted import slack_takes_view

verbs = st.sampled_from(["up", "down", "side", "drop", "add", "fit", "time", "", "nonsense"])
letters = st.sampled_from([*"abcdefghijz", "", "ab", "é"])
steps = st.one_of(
    st.tuples(verbs, letters, st.sampled_from(["5", "0", "9999", "x", "", "²"])).map(".".join),
    hostile.texts,
)


def back(given: PlanGiven) -> PlanGiven:
    """What is read from the form when nothing was typed in it."""
    view = plan_form(given)
    typed = {
        block["block_id"]: {block["block_id"]: {"value": block["element"].get("initial_value")}}
        for block in view["blocks"]
        if block["type"] == "input"
    }
    return read_plan_form({**view, "state": {"values": typed}})


@given(hostile.plan_blocks, st.integers(10, 480), st.lists(steps, max_size=12))
def test_any_plan_and_any_presses(plan: Plan, minutes: int, pressed: list[str]) -> None:
    given = given_from("B1", minutes, plan)
    for step in pressed:
        given = stepped(given, step)
        assert len(given.rows) <= MOST_BLOCKS
        assert all(1 <= block.minutes <= 480 for block in given.plan)
    slack_takes_view(plan_form(given))
    again = back(given)
    assert [(b.kind, b.minutes, b.is_theirs) for b in again.plan] == [
        (b.kind, b.minutes, b.is_theirs) for b in given.plan
    ]


def test_nothing_typed_changes_nothing_and_the_usual_names_stay_translatable() -> None:
    given = given_from("B1", 60, usual_plan())
    assert back(given) == given


def test_a_block_moves_to_its_end_and_no_further() -> None:
    given = given_from("B1", 60, usual_plan())
    up = stepped(given, "up.a")
    assert up == given
    last = stepped(given, "down.e")
    assert last == given
    assert [row.letter for row in stepped(given, "down.a").rows] == ["b", "a", "c", "d", "e"]


def test_what_is_added_never_takes_the_letter_of_what_was_removed() -> None:
    given = stepped(stepped(given_from("B1", 60, usual_plan()), "drop.e"), "add")
    assert [row.letter for row in given.rows] == ["a", "b", "c", "d", "f"]
    assert given.rows[-1].block == PlanBlock(BlockKind.OWN, 5, is_theirs=True)
    assert total(stepped(given, "fit").plan) == 60


@pytest.mark.prove
@given(hostile.texts, st.text(max_size=40))
def test_a_form_that_was_tampered_with_is_an_empty_plan_or_a_sane_one(a: str, b: str) -> None:
    for packed in (a, b, f"a:their_goal:{a}:1", f"a:own:5:1;{b}"):
        note = {"v": 1, "ref": "B1", "rows": packed, "minutes": a, "added": b}
        read = read_plan_form({"private_metadata": json.dumps(note)})
        assert len(read.rows) <= MOST_BLOCKS
        slack_takes_view(plan_form(read))


@pytest.mark.prove
@given(hostile.shared_briefs, hostile.texts)
def test_a_preview_and_the_choice_before_it(copy: SharedBrief, name: str) -> None:
    slack_takes_view(share_preview(copy, name, {"ref": "B1"}))
    slack_takes_view(share_form("B1", [("C1", name), ("C2", name)]))
    slack_takes_view(share_form("B1", []))


@pytest.mark.prove
@given(hostile.texts, hostile.texts, st.integers(0, 20))
def test_own_notes(client: str, words: str, count: int) -> None:
    day = date(2026, 5, 12)
    notes = [OwnNote(day, words)] * count
    plans = [PastPlan(day, 25, 60, Went.OTHERWISE)] * count
    slack_takes_view(own_notes_view(client, notes, plans))
