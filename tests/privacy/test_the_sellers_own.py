"""What a seller learned, who talked and what she plans are hers: nobody else meets them."""

from __future__ import annotations

import logging

import pytest

from bot.playground.member import Member
from tests.privacy.seeing import everything_seen_by, everything_stored
from tests.world import World

ANSWER = "ochremarker"
LEARNED = "siennamarker"
SITUATION = "umbermarker"
PLAN = "madderlake"
OWN = (LEARNED, SITUATION, PLAN)


@pytest.fixture
def answered(sold: World, caplog: pytest.LogCaptureFixture) -> World:
    """Ada answered a question about Gira with all that the form has room for. Ben sells too."""
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.WARNING, "slack_sdk")
    sold.has_joined(sold.ben)
    sold.ada.runs("/client add Gira")
    sold.ben.runs("/followups Gira every 6 weeks, at worst 10")
    sold.ada.runs("/reflect Gira")
    sold.works()
    question = sold.ada.dm_messages()[-1]
    for label in question.labels:
        sold.ada.presses(question, label)
        if sold.ada.modal is not None:
            break
    fill_in_everything(sold.ada)
    sold.works()
    return sold


def fill_in_everything(ada: Member) -> None:
    """The one field that the form opens with, and all behind "Add more"."""
    assert ada.modal is not None
    ada.fills(ada.modal.fields[0].block_id, ANSWER)
    ada.presses(ada.modal, "Add more")
    assert ada.modal is not None
    own = {
        "learned": f"they {LEARNED} nights",
        "if_situation": SITUATION,
        "then_act": PLAN,
    }
    there = {field.block_id for field in ada.modal.fields}
    assert set(own) <= there, there
    for block_id, words in own.items():
        ada.fills(block_id, words)
    who = next(field for field in ada.modal.fields if "talked" in field.label.lower())
    ada.fills(who.block_id, who.options[0])
    assert ada.submits() is None


def test_it_was_kept_for_her(answered: World) -> None:
    """Else the tests below could not fail."""
    stored = everything_stored(answered)
    assert [word for word in OWN if word not in stored] == []


@pytest.mark.parametrize("name", ["ben", "max"])
def test_no_other_person_meets_it_on_any_screen(answered: World, name: str) -> None:
    seen = everything_seen_by(answered, getattr(answered, name))
    assert [word for word in OWN if word in seen] == []


def test_no_log_line_bears_it(answered: World, caplog: pytest.LogCaptureFixture) -> None:
    answered.passes(days=4)
    logged = caplog.text + "".join(str(vars(record)) for record in caplog.records)
    assert [word for word in (*OWN, ANSWER) if word in logged] == []


def test_her_own_message_says_noted_and_not_what(answered: World) -> None:
    """A company's export may reach direct messages."""
    answered.passes(days=4)
    written = "\n".join(one.words for one in answered.ada.dm_messages())
    assert [word for word in (LEARNED, SITUATION, PLAN) if word in written] == []


def test_nothing_of_it_is_posted_for_all(answered: World) -> None:
    answered.passes(days=4)
    posted = "\n".join(
        one.words for name in ("#deals", "#customer-calls") for one in answered.ben.sees(name)
    )
    assert [word for word in (*OWN, ANSWER) if word in posted] == []


def test_a_colleague_sees_whose_promise_is_open_and_only_that_it_is_closed(world: World) -> None:
    world.has_joined(world.ada, world.ben)
    world.ada.runs("/client add Gira")
    world.ada.runs("/promise send Gira the indigo folder by Friday")
    card = world.ben.runs("/client show Gira").words
    assert "indigo folder" in card
    assert "Ada" in card
    world.moves_to(world.clock.now().replace(day=14, hour=9))
    note = world.ada.dm_messages()[-1]
    world.ada.presses(note, "Sent")
    world.works()
    closed = world.ben.runs("/client show Gira").words
    assert "indigo folder" not in closed
    assert "Ada" not in closed.replace("Last word", "").split("No promise is open")[0]


def test_there_is_no_list_or_filter_by_colleague(world: World) -> None:
    world.has_joined(world.ada, world.ben)
    world.ada.runs("/client add Gira")
    world.ada.runs("/promise send Gira the indigo folder by Friday")
    for typed in (
        f"/promise list {world.ada.mention}",
        "/promise list Ada",
        "/promise list @ada",
        f"/client list {world.ada.mention}",
        "/followups Ada",
        f"/alongside why {world.ada.mention}",
        f"/alongside status {world.ada.mention}",
    ):
        assert "indigo folder" not in world.ben.runs(typed).words
