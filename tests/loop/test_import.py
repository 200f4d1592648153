"""A seller sends a file of clients: seen before anything changes, imported once, taken back."""

from __future__ import annotations

import pytest

from bot.domain.importing import MOST_BYTES
from bot.flows import run_import
from bot.playground.shown import Message
from tests.world import World

FILE = (
    "Client;Goal;Said by;Owner;Domain;Contact;Role;Last contact;Status;Shoe size\n"
    "Gira GmbH;fewer callouts at night;Jo Baker;Ada;gira.example;Jo Baker;head of nursing;"
    "2025-11-03;customer;43\n"
    "Delmar;less waste;;Cy;delmar.example;;;;;\n"
    ";nobody wants this;;;;;;;;\n"
    "Orbit;;;;;;;;prospect;\n"
    "Peak;;;;;;;31.02.2026;;\n"
)


def sends(world: World, content: str | bytes, name: str = "clients.csv") -> Message:
    raw = content.encode() if isinstance(content, str) else content
    world.ada.sends_file(name, raw)
    world.works()
    return latest(world)


def latest(world: World) -> Message:
    return world.ada.dm_messages()[-1]


def presses(world: World, label: str) -> str:
    world.ada.presses(latest(world), label)
    world.works()
    return latest(world).words


def test_it_is_seen_first_then_imported_once_and_taken_back(sold: World) -> None:
    runs = sold.ada.runs
    runs("/client add Gira: quieter nights")
    said = sends(sold, FILE).words
    assert "5 rows. Nothing is changed yet." in said
    assert "2 new clients" in said
    assert "1 client that is on record already" in said
    assert "1 thing differs from the record, which stays as it is" in said
    assert "1 prospect, without a clock" in said
    assert "1 row names an owner who has not joined" in said
    assert "Line 4: there is no client's name." in said
    assert "there is no day ‘31.02.2026’" in said
    assert "Shoe size" in said
    assert "no client called" in runs("/client show Delmar").words

    assert "is imported. New clients: 2" in presses(sold, "Import")
    card = runs("/client show Gira").words
    assert "quieter nights" in card
    assert "fewer callouts" not in card
    assert "Jo Baker, head of nursing" in card
    assert "less waste" in runs("/client show Delmar").words
    assert "Gira" in runs("/followups").words
    assert "Delmar" not in runs("/followups").words

    imported = latest(sold)
    assert "nothing in them is new" in sends(sold, FILE).words
    runs("/promise Delmar: the report, 12 June")
    sold.ada.presses(imported, "Take back")
    sold.works()
    words = next(one.words for one in sold.ada.dm_messages() if one.ts == imported.ts)
    assert "is taken back" in words
    assert "Kept, because they changed since: 1." in words
    assert "no client called" in runs("/client show Orbit").words
    assert "the report" in runs("/client show Delmar").words
    assert "quieter nights" in runs("/client show Gira").words
    assert "Jo Baker" not in runs("/client show Gira").words


def test_cancel_keeps_nothing_and_history_asks_nothing(sold: World) -> None:
    sends(sold, FILE)
    assert "not imported" in presses(sold, "Cancel")
    assert "no client called" in sold.ada.runs("/client show Delmar").words
    sends(sold, FILE.replace("clients", "again"))
    presses(sold, "Import")
    before = len(sold.ada.dm_messages())
    sold.passes(days=6)
    unasked = [one.words for one in sold.ada.dm_messages()[before:]]
    assert [w for w in unasked if "Gira" in w] == []


def test_a_worker_that_dies_goes_on_where_it_stopped(
    sold: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "".join(f"Client {n},{n} things\n" for n in range(450))
    sends(sold, "client,goal\n" + rows)
    sold.ada.presses(latest(sold), "Import")
    with sold.database.across_teams() as across:
        (held,) = across.lease_imports(sold.clock.machine(), run_import.LEASE)
    assert run_import.import_part(sold.services, held)
    # The process ends here; its lease runs out.
    monkeypatch.setattr(sold.clock, "machine", lambda: held.lease_until)
    sold.works()
    assert "New clients: 450" in latest(sold).words
    assert "449 things" in sold.ada.runs("/client show Client 449").words
    assert not run_import.import_part(sold.services, held)  # it is no longer in those hands


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"\0" * 90, "a.csv", "no CSV that I can read"),
        (b"PK\x03\x04", "a.xlsx", "no CSV that I can read"),
        (b"x" * (MOST_BYTES + 1), "a.csv", "larger than 20 MB"),
        (b"client\n" + b"a," * 9_000_000, "a.csv", "does not end"),
        (b'client\n"' + b"a" * 1_000_000, "a.csv", "does not end"),
        (b"foo,bar\n1,2\n", "a.csv", "no column that names the client"),
        (b"", "a.csv", "holds no rows"),
        (b"client\n" + b"A\n" * 50_001, "a.csv", "more than 50,000 rows"),
    ],
    ids=["nul", "xlsx", "large", "wide", "cell", "no name", "empty", "long"],
)
@pytest.mark.prove
def test_a_hostile_file_is_told_why(sold: World, content: bytes, name: str, said: str) -> None:
    assert said in sends(sold, content, name).words


def test_who_has_not_joined_is_answered_with_join(sold: World) -> None:
    sold.eve.sends_file("clients.csv", FILE.encode())
    sold.works()
    (answer,) = [one for one in sold.eve.dm_messages() if "not joined" in one.words]
    assert "Join" in answer.words
