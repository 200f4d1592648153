"""Somebody whose Slack is German is talked to in German, from the first message to the digest."""

from __future__ import annotations

import re

import pytest

from bot.playground.member import Member
from tests.world import World, at

ENGLISH = re.compile(
    r"\b(the|your|you|with|this|of|and|is|are|will|today|tomorrow)\b", re.IGNORECASE
)


@pytest.fixture
def german(watched: World) -> World:
    """Ada's Slack is German; Ben's is not."""
    watched.ada.speaks("de-DE")
    return watched


def said_to(member: Member) -> str:
    return "\n".join(f"{one.words} {' '.join(one.labels)}" for one in member.dm_messages())


def test_joining_an_offer_and_a_promise_in_german(german: World) -> None:
    ada = german.ada
    german.has_joined(ada)
    assert "Welche drei Kunden würdest du ungern verlieren?" in said_to(ada)
    ada.posts("#deals", "Gespräch mit Delmar Foods. Ich schicke den Pilotbericht bis Freitag.")
    german.passes(hours=1)
    offer = ada.dm_messages()[-1]
    assert "Soll ich es am Morgen (Donnerstag) zurückbringen?" in offer.words
    ada.dms("ja")
    german.works()
    assert "Kommt zurück am Donnerstag, 14. Mai." in said_to(ada)

    german.moves_to(at("2026-05-14 12:00"))
    note = ada.dm_messages()[-1]
    assert note.words.startswith("Morgen: ")
    assert {"Erledigt", "Neuer Termin", "Fallen gelassen"} <= set(note.labels)
    assert not ENGLISH.search(said_to(ada))


def test_ben_still_reads_english(german: World) -> None:
    german.has_joined(german.ada, german.ben)
    assert "Which three clients would you hate to lose?" in said_to(german.ben)
