"""A brief is shared by its seller's own press, after a preview, without what is theirs alone."""

from __future__ import annotations

import pytest

from bot.playground.shown import Message
from tests.loop.reading_along import letters
from tests.world import World

SECRET = "siennamarker"


@pytest.fixture
def noted(sold: World) -> World:
    """Ada learned something at Gira for herself, and made a brief. Ben is in #deals too."""
    sold.ada.runs("/client add Gira: fewer callouts at night")
    sold.ada.posts("#deals", "Met with Gira today. They have the budget for the second site.")
    sold.passes(minutes=10)
    asked = next(one for one in letters(sold.ada) if "Who talked more" in one.text)
    sold.ada.presses(asked, "They did")
    sold.works()
    asked = next(one for one in letters(sold.ada) if "Who talked more" in one.text)
    sold.ada.presses(asked, "What you learned")
    assert sold.ada.submits(learned=f"the {SECRET} ward decides") is None
    sold.ada.runs("/prep Gira")
    sold.works()
    return sold


def brief(world: World) -> Message:
    return [one for one in letters(world.ada) if one.text.startswith("*Before you meet")][-1]


def shares(world: World, **to: str) -> None:
    """Ada says with whom, and looks at the preview."""
    world.ada.presses(brief(world), "Share")
    assert world.ada.submits(to) is None


@pytest.mark.prove
def test_own_notes_open_beside_the_message_and_stand_in_none(noted: World) -> None:
    said = brief(noted)
    assert SECRET not in str(said.raw)
    noted.ada.presses(said, "Your 1 note")
    assert noted.ada.modal is not None
    assert f"the {SECRET} ward decides" in noted.ada.modal.words
    assert "Nobody else sees this." in noted.ada.modal.words


def test_a_channel_sees_what_was_previewed_and_nothing_before_the_press(noted: World) -> None:
    before = len(noted.ben.sees("#deals"))
    shares(noted, channel="#deals")
    assert noted.ada.modal is not None
    preview = noted.ada.modal.words
    assert "This is what #deals will see." in preview
    noted.works()
    assert len(noted.ben.sees("#deals")) == before
    assert noted.ada.submits() is None
    assert noted.ada.modal is None
    noted.works()
    posted = noted.ben.sees("#deals")[-1]
    assert posted.text.startswith("Ada Brandt shares a plan for a meeting.")
    assert posted.words.split("\n")[-1] in preview
    assert SECRET not in posted.text + str(posted.raw)
    assert SECRET not in preview
    assert "They want: ‘fewer callouts at night’" in posted.text


@pytest.mark.prove
def test_a_colleague_who_joined_gets_it_once(noted: World) -> None:
    noted.has_joined(noted.ben)
    shares(noted, colleague=noted.ben.id)
    assert noted.ada.modal is not None
    assert "This is what Ben Castellan will see." in noted.ada.modal.words
    assert letters(noted.ben) == []
    assert noted.ada.submits() is None
    noted.works()
    (said,) = letters(noted.ben)
    assert said.text.startswith("Ada Brandt shares a plan for a meeting.")
    assert SECRET not in str(said.raw)
    assert said.labels == []


@pytest.mark.prove
def test_what_changed_since_the_preview_is_not_shared(noted: World) -> None:
    shares(noted, channel="#deals")
    noted.ben.runs("/promise Gira: price list by Friday")
    before = len(noted.ben.sees("#deals"))
    noted.ada.submits()
    assert noted.ada.modal is not None
    assert "so nothing was shared" in noted.ada.modal.words
    noted.works()
    assert len(noted.ben.sees("#deals")) == before


@pytest.mark.prove
def test_a_channel_with_outsiders_in_it_is_not_offered(noted: World) -> None:
    with noted.services.transaction(noted.town.id) as store:
        (channel,) = store.channels.read()
        store.channels.shared(channel.id, is_shared=True)
        store.channels.allow_shared(channel.id)
    noted.ada.presses(brief(noted), "Share")
    assert noted.ada.modal is not None
    assert [field.block_id for field in noted.ada.modal.fields] == ["colleague"]


@pytest.mark.prove
def test_an_own_question_of_the_brief_is_not_in_the_copy(noted: World) -> None:
    """Where the record has few gaps, a brief asks the seller something: that stays hers."""
    ada = noted.ada
    ada.runs("/client edit Gira")
    assert ada.submits(measure="two nights without a call", problem="the pager") is None
    noted.works()
    own = [line for line in prepared(noted) if "Gira" in line and line.endswith("?")]
    assert own
    shares(noted, channel="#deals")
    assert ada.modal is not None
    assert not [line for line in own if line.split(". ", 1)[1] in ada.modal.words]


def prepared(world: World) -> list[str]:
    world.ada.runs("/prep Gira")
    world.works()
    return brief(world).text.split("\n")


@pytest.mark.prove
def test_who_has_not_joined_is_not_written_to(noted: World) -> None:
    noted.ada.presses(brief(noted), "Share")
    refused = noted.ada.submits(colleague=noted.ben.id)
    assert refused is not None
    assert "They have not joined" in refused["colleague"]
    assert (
        "Choose either" in (noted.ada.submits(channel="#deals") or {"colleague": ""})["colleague"]
    )
    noted.works()
    assert noted.ben.dm_messages() == []
