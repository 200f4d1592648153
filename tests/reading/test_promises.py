"""Whose word a post tells of: ours is offered to be brought back, the client's never."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading import read_post
from bot.reading.promise_heads import Head, head_of

TS = f"{datetime(2026, 6, 10, 9, 0, tzinfo=UTC).timestamp():.6f}"
"""A Wednesday."""


def promised(text: str, **more: Any) -> list[tuple[str, str | None]]:
    event = {"type": "message", "user": "U1", "ts": TS, "text": text, **more}
    found = read_post(event).found.promises
    return [(each.text, each.due_on.isoformat() if each.due_on else None) for each in found]


@pytest.mark.parametrize(
    ("heading", "whose"),
    [
        ("We owe them", Head.DUE),
        ("*They owe us*", Head.THEIRS),
        ("ours_to_do", Head.DUE),
        ("theirs to do", Head.THEIRS),
        ("Promised to the client", Head.DUE),
        ("Client to do", Head.THEIRS),
        ("Acme to send", Head.THEIRS),
        ("Wir liefern", Head.DUE),
        ("Aufgaben des Kunden", Head.THEIRS),
        ("Zugesagt", Head.DUE),
        ("Nous devons", Head.DUE),
        ("À faire côté client", Head.THEIRS),
        ("Eux", Head.THEIRS),
        ("Nosotros", Head.OURS),
        ("Ellos", Head.THEIRS),
        ("Pendências do cliente", Head.THEIRS),
        ("Nossa parte", Head.DUE),
        ("Toegezegd", Head.DUE),
        ("Wij leveren", Head.DUE),
        ("Klant levert", Head.THEIRS),
        ("Next steps", Head.BOTH),
        ("Our champion", None),
        ("They said", None),
        ("What the client wants", None),
        ("", None),
    ],
)
def test_a_heading_tells_whose_tasks_stand_under_it(heading: str, whose: Head | None) -> None:
    assert head_of(heading, {"acme"}) is whose


@pytest.mark.parametrize(
    "text",
    [
        "Met Acme Foods.\nThey owe us:\n- send the meter list by Friday\n- share the floor plan",
        "Visite chez Acme Foods.\nEux : envoyer les plans vendredi",
        "Visita à Acme Foods.\nPendências do cliente:\n- enviar a planta na sexta",
        "Bezoek aan Acme Foods.\nKlant levert: de plattegrond vrijdag sturen",
        "Termin bei Acme Foods.\nAufgaben des Kunden:\n- Plan bis Freitag schicken",
        "visit.logged\nwho = Acme Foods\nours = Ada Ortiz, Ben Rook\nlength = 40 min",
        "Met Acme Foods.\nWe owe them: nothing",
        "Met Acme Foods.\nNext steps: none",
        "Met Acme Foods. Mr Rossi said he will send us the list on Friday.",
        "Termin bei Acme Foods. Frau Dirks sagt, sie schickt uns die Liste am Freitag.",
        "Met Acme Foods. They asked whether we send the list on Friday?",
    ],
)
def test_what_the_client_does_or_nobody_does_is_not_offered(text: str) -> None:
    assert promised(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Met Acme Foods.\nWe owe them:\n- the floor plan Friday\nThey owe us:\n- send the list",
        "Visite chez Acme Foods.\nNous devons : floor plan, vendredi\nEux : envoyer la liste lundi",
        "Visita à Acme Foods.\nNossa parte: floor plan até sexta\nEles: enviar a lista segunda",
        "Bezoek aan Acme Foods.\nToegezegd: floor plan vrijdag\nKlant levert: lijst maandag",
        "Termin bei Acme Foods.\nZugesagt: floor plan bis Freitag\nKunde: Liste am Montag schicken",
    ],
)
def test_only_our_side_of_two_headings_is_offered(text: str) -> None:
    assert promised(text) == [("floor plan", "2026-06-12")] or promised(text) == [
        ("the floor plan", "2026-06-12")
    ]


def test_what_an_app_says_in_text_and_again_in_a_block_is_one_promise() -> None:
    block = {
        "type": "section",
        "fields": [
            {"type": "mrkdwn", "text": "*We bring*\nthe floor plan, Friday 12 June"},
            {"type": "mrkdwn", "text": "*They bring*\nthe price list, Monday"},
        ],
    }
    text = "Visit note: Acme Foods. We will bring the floor plan by Friday"
    found = promised(text, subtype="bot_message", bot_id="B1", blocks=[block])
    assert len(found) == 1
    assert found[0][1] == "2026-06-12"


def test_a_promise_is_cut_out_of_a_sentence_that_runs_on() -> None:
    said = (
        "so i just walked out of acme foods and the coffee was terrible and the owner is the one "
        "who gets yelled at when there are no towels on a saturday and anyway i told them i would "
        "send over the floor plan by friday and that is it for now"
    )
    assert promised(said) == [("send over the floor plan", "2026-06-12")]


def test_two_people_of_ours_with_two_days_are_two_promises() -> None:
    text = "Met Acme Foods. I'll send the plan by Friday, Ben mails the price list on Monday."
    assert [due for _, due in promised(text)] == ["2026-06-12", "2026-06-15"]


def test_every_owner_of_ours_under_next_steps_keeps_the_list_open() -> None:
    text = "Met Acme Foods.\nNext steps:\nAda: send the plan by Friday\nBen: mail the prices Monday"
    assert [due for _, due in promised(text)] == ["2026-06-12", "2026-06-15"]


@given(st.text(max_size=80))
def test_any_heading_has_a_side_or_none(text: str) -> None:
    assert head_of(text) in (None, *Head)


@given(st.text(max_size=300))
def test_any_text_gives_promises_that_are_its_own(text: str) -> None:
    for words, _ in promised(f"Met Acme Foods.\nWe owe them:\n- {text} by Friday"):
        assert 0 < len(words) <= 120
