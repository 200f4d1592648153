"""Clients' names as people and automations write them: small, bent, glued, amid hours."""

from __future__ import annotations

from typing import Any

import pytest

from bot.reading import read_post
from bot.reading.org_words import is_org


def _client(text: str, **who: Any) -> str | None:
    who = who or {"user": "U1"}
    return read_post({"type": "message", "ts": "1781082000.0", "text": text, **who}).client


@pytest.mark.parametrize(
    ("text", "client"),
    [
        ("heard nowt from osprey rail since june", "Osprey Rail"),
        ("did the phone call with palmetto house just now", "Palmetto House"),
        ("fechou cooperativa vale do araçá assinou 480 mil", "Cooperativa Vale do Araçá"),
        ("zo meteen naar bakkerij Ten Dam, om 9 uur", "Bakkerij Ten Dam"),
        ("Fahre morgen um zehn zu Gut Eichhof", "Gut Eichhof"),
        ("Van der Aar Tomaten heeft getekend, 20k", "Van der Aar Tomaten"),
        ("Bin eben bei den Stadtwerken Kaltenbach gewesen, lief gut", "Stadtwerke Kaltenbach"),
        ("Delmar-Pilot: Vertrag unterschrieben, 20k", "Delmar"),
        ("Neue Anfrage vom Klinikum Ostertal, 30 Plätze", "Klinikum Ostertal"),
        ("Beim Autohaus Brenner sind wir jetzt in der Verhandlung", "Autohaus Brenner"),
    ],
)
def test_people_name_a_client_in_many_ways(text: str, client: str) -> None:
    assert _client(text) == client


@pytest.mark.parametrize(
    ("text", "client"),
    [
        ("NEW ENTRY #7 | company=Pilling Rope Works | est=19000 | by=sim", "Pilling Rope Works"),
        ("Opportunity: Delmar Foods – 40 seats\nStage: Closed Won", "Delmar Foods"),
        ("Verschoben: Erstgespräch Möbelhaus Quast von Di 09.06. 9:00 auf Do 11.06. 15:00",
         "Möbelhaus Quast"),
        ("In 15 minutes: Corrib Foods <> Us, walkthrough", "Corrib Foods"),
    ],
)  # fmt: skip
def test_automations_name_a_client_in_many_ways(text: str, client: str) -> None:
    assert _client(text, bot_id="B1", subtype="bot_message") == client


def test_a_glued_word_is_known_by_its_end() -> None:
    assert is_org("papierfabrik")
    assert is_org("foods")
    assert not is_org("stefan")
