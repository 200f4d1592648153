"""Colleagues on one client see its facts, and never what another answered for themselves."""

from __future__ import annotations

import pytest

from bot.playground.member import Member
from tests.privacy.seeing import everything_stored
from tests.world import World

LEARNED = "siennamarker"


@pytest.fixture
def shared(sold: World) -> World:
    """Ada and Ben keep Gira; Ada answered something for herself alone about it."""
    sold.has_joined(sold.ben)
    for member in (sold.ada, sold.ben):
        member.runs("/client add Gira: fewer callouts at night")
        member.runs("/followups Gira every 6 weeks, at worst 10")
    sold.ada.runs("/promise Gira: pilot report by Thursday")
    sold.ada.runs("/reflect Gira")
    sold.works()
    question = sold.ada.dm_messages()[-1]
    for label in question.labels:
        sold.ada.presses(question, label)
        if sold.ada.modal is not None:
            break
    assert sold.ada.modal is not None
    sold.ada.presses(sold.ada.modal, "Add more")
    sold.ada.submits(learned=f"they count {LEARNED} nights")
    sold.works()
    return sold


def record_seen_by(world: World, member: Member) -> str:
    """The card, every search, the history, and the form, as this person sees them."""
    said = [
        member.runs("/client Gira").words,
        member.runs(f"/client search {LEARNED}").words,
        member.runs(f"/client Gira {LEARNED}?").words,
        member.runs("/client search nights").words,
    ]
    member.presses(member.runs("/client Gira").message, "Earlier goals")
    member.presses(member.runs("/client Gira").message, "Edit")
    assert member.modal is not None
    said.append(member.modal.words + str(member.modal.raw))
    member.closes_modal(everything=True)
    member.dms(f"what did Gira say about {LEARNED}?")
    world.works()
    said += [one.words for one in (*member.ephemerals(member.dm()), *member.dm_messages())]
    return "\n".join(said).replace(f"‘{LEARNED}’", "")


def test_a_colleague_reads_the_facts_and_no_answer(shared: World) -> None:
    seen = record_seen_by(shared, shared.ben)
    assert "fewer callouts at night" in seen
    assert "pilot report" in seen
    assert LEARNED in everything_stored(shared)
    assert f"count {LEARNED}" not in seen
    assert "Yours alone" not in seen
    assert "of your own answers" not in seen


def test_she_finds_her_own_and_no_message_that_lasts_bears_it(shared: World) -> None:
    found = shared.ada.runs(f"/client search {LEARNED}").text
    assert f"• Yours alone: ‘they count {LEARNED} nights’ (12 May)" in found
    shared.ada.dms(f"what did Gira say about {LEARNED}?")
    shared.works()
    said = shared.ada.dm_messages()[-1].text
    assert "1 of your own answers says it too" in said
    assert "they count" not in "\n".join(one.words for one in shared.ada.dm_messages())
    assert "nudges" in everything_stored(shared)
    for line in everything_stored(shared).splitlines():
        assert not (line.startswith("nudges") and "they count" in line)


def test_a_client_that_changes_hands_takes_no_answer_along(shared: World) -> None:
    shared.has_joined(shared.eve)
    shared.ada.presses(shared.ada.runs("/client Gira").message, "Hand over to a colleague")
    assert shared.ada.submits(colleague=shared.eve.id) is None
    shared.works()
    shared.eve.presses(shared.eve.dm_messages()[-1], "Take it")
    shared.works()
    seen = "\n".join(one.words for one in shared.eve.dm_messages())
    assert "Gira* is yours now" in seen
    assert LEARNED not in seen
