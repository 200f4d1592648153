"""Off unless an admin agrees, told before it is used, and never a word of who keeps theirs out."""

from __future__ import annotations

import json
import logging

import pytest

from bot.connectors.chat_model import ChatModel
from tests.chat_server import ChatServer, NobodyAsks
from tests.loop.model_talk import HIDDEN, MET, POST, home_of, posts, switch_on
from tests.privacy.seeing import everything_stored
from tests.world import World, at


def test_nothing_is_asked_where_nobody_switched_it_on(sold: World) -> None:
    nobody = NobodyAsks()
    sold.has_model(nobody.model())
    posts(sold)
    sold.ada.dms("fewer callouts")
    sold.passes(days=1)
    assert nobody.requests == []
    assert "No language model is switched on" in sold.ada.runs("/alongside model").text
    assert "language model" not in home_of(sold, sold.ada)


def test_nothing_is_asked_of_whom_it_need_not_concern(helped: World, server: ChatServer) -> None:
    """Of strangers, apps, other channels, other talk, and whoever keeps theirs out."""
    helped.cy.posts("#deals", POST)
    helped.ada.posts("#random", POST)
    helped.town.app_posts("#deals", f"{POST}\nOwner: {helped.ada.mention}", username="Recap")
    helped.ada.posts("#deals", "Lunch is at one, and the blue folder are fun.")
    said = helped.ada.runs("/alongside model not mine")
    assert "kept out" in said.text
    posts(helped)
    helped.ada.dms("fewer callouts at night")
    helped.passes(days=1)
    assert server.requests == []

    helped.ada.runs("/alongside model mine")
    posts(helped)
    assert len(server.requests) == 1


@pytest.mark.prove
def test_nothing_of_a_seller_is_sent_before_she_was_told(sold: World, server: ChatServer) -> None:
    sold.has_model(server.model())
    switch_on(sold)
    posts(sold)
    assert server.requests == []

    sold.moves_to(at("2026-05-15 16:00"))
    digest = next(one for one in sold.ada.dm_messages() if one.text.startswith("Your week"))
    told = "Max Oduya switched on a language model at model.example."
    assert told in digest.text
    assert {"Fine", "Keep mine out"} <= set(digest.labels)
    posts(sold)
    assert len(server.requests) == 1
    sold.moves_to(at("2026-05-22 16:00"))
    assert sum(told in one.text for one in sold.ada.dm_messages()) == 1, "once"


def test_a_morning_note_that_comes_anyway_tells_it(sold: World, server: ChatServer) -> None:
    sold.has_model(server.model())
    sold.ada.runs("/client add Gira")
    sold.ada.runs("/promise send Gira the benchmark by Thursday")
    switch_on(sold)
    sold.moves_to(at("2026-05-13 10:00"))
    note = sold.ada.dm_messages()[-1]
    assert note.text.startswith("Tomorrow:")
    assert "switched on a language model" in note.text
    sold.ada.presses(note, "Keep mine out")
    sold.works()
    assert "The language model: yours are kept out." in sold.ada.dm_messages()[-1].text
    assert "Fine" not in sold.ada.dm_messages()[-1].labels
    posts(sold)
    assert server.requests == []
    assert "You keep yours out" in home_of(sold, sold.ada)


@pytest.mark.prove
def test_in_home_a_seller_sees_it_and_lets_hers_in(sold: World, server: ChatServer) -> None:
    sold.has_model(server.model())
    switch_on(sold)
    assert "Nothing of yours was sent so far." in home_of(sold, sold.ada)
    assert sold.ada.home is not None
    sold.ada.presses(sold.ada.home, "Fine")
    posts(sold)
    assert len(server.requests) == 1


def test_switched_off_it_is_over_at_once(helped: World, server: ChatServer) -> None:
    helped.ada.posts("#deals", POST)
    assert "Nothing more is sent" in helped.max.runs("/alongside model off").text
    posts(helped)
    helped.passes(days=1)
    assert server.requests == []


@pytest.mark.prove
def test_another_address_than_the_one_agreed_to_gets_nothing(
    helped: World, server: ChatServer
) -> None:
    moved = ChatModel("https://other.example/v1", "small", transport=server.transport())
    helped.has_model(moved)
    posts(helped)
    assert server.requests == []


@pytest.mark.prove
def test_only_an_admin_switches_it_and_sees_what_for(helped: World) -> None:
    assert "Only an admin" in helped.ada.runs("/alongside model on").text
    assert "Only an admin" in helped.ada.runs("/alongside model off").text
    assert "Write `/alongside model`" in helped.ada.runs("/alongside model maybe").text
    preview = helped.max.runs("/alongside model on").words
    for said in ("model.example", "telephone", "14 days", "200 calls a day", "Switch on"):
        assert said in preview
    assert "not set up" not in preview


@pytest.mark.prove
def test_without_an_address_there_is_nothing_to_switch_on(sold: World) -> None:
    assert "MODEL_URL" in sold.max.runs("/alongside model on").text


def test_what_must_not_leave_does_not_and_the_offer_has_it_still(
    helped: World, server: ChatServer
) -> None:
    server.answers(
        {"facets": [], "promises": [{"quote": "The folder is at [address 1] on Thursday"}]}
    )
    posts(
        helped,
        f"{MET} The folder is at jo@gira.example on Thursday. Call +49 30 1234567, see "
        f"<https://gira.example/x?token=abc|here>, {helped.ben.mention}.",
    )
    sent = json.dumps(server.requests)
    for secret in ("jo@", "1234567", "token=", helped.ben.id, "gira.example"):
        assert secret not in sent
    assert "jo@gira.example" in helped.ada.dm_messages()[-1].text


def test_nothing_that_was_sent_or_came_back_is_stored_or_logged(
    helped: World, server: ChatServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.WARNING, "slack_sdk")
    server.answers(
        {"facets": [{"facet": "problem", "quote": "veridianmarker"}], "promises": []}, "xanaduword"
    )
    posts(helped, f"{MET} zaffremarker over lunch.")
    posts(helped, f"{MET} zaffremarker again, {HIDDEN}")
    stored = everything_stored(helped)
    logged = caplog.text + "".join(str(vars(one)) for one in caplog.records)
    assert len(server.requests) >= 2
    for word in ("zaffremarker", "veridianmarker", "xanaduword"):
        assert word not in stored
        assert word not in logged
    assert "sk-secret" not in logged + stored
    assert "model_failed" in logged
