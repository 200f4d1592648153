"""`/alongside export`: a file with everything of one's own, in one's direct message, once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.flows.pack_own_data import pack_own_data
from bot.store.ids import new_id
from tests.loop.reading_along import letters
from tests.own_data.seeding import LEARNED, OWN, files_in, has_sold, unpacked
from tests.world import World


@pytest.fixture
def selling(sold: World) -> World:
    return has_sold(sold)


def test_it_holds_all_that_is_hers_and_nothing_of_others(selling: World) -> None:
    selling.ben.runs("/promise Gira: a benperiwinkle list by Friday")
    said = selling.ada.runs("/alongside export").words
    assert "I am putting everything of yours into one file" in said
    selling.works()
    (file,) = files_in(selling.ada)
    assert file["name"] == "alongside-2026-05-12.zip"
    assert file["title"] == "Everything of yours that I hold"
    got = unpacked(selling, file)
    rows = {name.removesuffix(".json"): got[name] for name in got if name.endswith(".json")}
    assert {"answers", "promises", "goals", "keeps", "people", "nudges", "decisions"} <= set(rows)
    assert rows["promises"][0]["words"] == "pilot report"
    assert rows["promises"][0]["client"] == "Gira"
    assert rows["answers"][0]["learned"] == f"they {LEARNED} nights"
    assert rows["people"][0]["preferences"]["leave"] == [
        {"first": "2026-06-03", "last": "2026-06-14"}
    ]
    assert {name.replace(".json", ".csv") for name in got} == {n for n in got if "csv" in n}
    assert got["promises.csv"][0]["words"] == "pilot report"
    everything = str(got)
    assert all(word in everything for word in OWN)
    assert "benperiwinkle" not in everything
    assert selling.ben.id not in everything
    assert files_in(selling.ben) == []


@pytest.mark.prove
def test_asking_twice_makes_one_file_and_asking_later_another(selling: World) -> None:
    selling.ada.runs("/alongside export")
    assert "on its way already" in selling.ada.runs("/alongside export").words
    selling.works()
    assert len(files_in(selling.ada)) == 1
    selling.works()
    assert len(files_in(selling.ada)) == 1
    selling.ada.runs("/alongside export")
    selling.works()
    assert len(files_in(selling.ada)) == 2


@pytest.mark.prove
@pytest.mark.parametrize(
    ("kind", "method"),
    [
        ("server_error", "files.getUploadURLExternal"),
        ("ratelimited", "files.completeUploadExternal"),
        ("timeout_before", "files.completeUploadExternal"),
        ("timeout_after", "files.completeUploadExternal"),
    ],
)
def test_whatever_slack_does_it_comes_once(selling: World, kind: str, method: str) -> None:
    selling.slack.faults.add(kind, method=method)  # type: ignore[arg-type]
    selling.ada.runs("/alongside export")
    selling.works()
    selling.clock.pass_machine_time(timedelta(minutes=10))
    selling.works()
    assert len(files_in(selling.ada)) == 1


@pytest.mark.prove
def test_a_worker_that_dies_after_sharing_sends_it_once(
    selling: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    class GoneError(Exception):
        pass

    share = selling.services.messenger.share_file

    def shares_and_dies(*args: object) -> None:
        share(*args)  # type: ignore[arg-type]
        raise GoneError

    selling.ada.runs("/alongside export")
    with monkeypatch.context() as patch:
        patch.setattr(selling.services.messenger, "share_file", shares_and_dies)
        with pytest.raises(GoneError):
            selling.works()
    assert len(files_in(selling.ada)) == 1
    selling.clock.pass_machine_time(timedelta(minutes=10))
    selling.works()
    assert len(files_in(selling.ada)) == 1
    assert "putting everything" in selling.ada.runs("/alongside export").words


@pytest.mark.prove
def test_she_hears_of_it_where_slack_refuses_for_good(selling: World) -> None:
    (install,) = selling.town.team.installs.values()
    install.scopes.remove("files:write")
    selling.ada.runs("/alongside export")
    selling.works()
    assert files_in(selling.ada) == []
    assert "Your file did not reach you" in letters(selling.ada)[-1].text


@pytest.mark.prove
def test_who_never_joined_gets_what_there_is(selling: World) -> None:
    selling.eve.runs("/alongside export")
    selling.works()
    (file,) = files_in(selling.eve)
    got = unpacked(selling, file)
    assert got["people.json"][0]["name"]
    assert LEARNED not in str(got)


@pytest.mark.prove
@pytest.mark.parametrize("typed", ["=cmd|'/c calc'!A1", "+1", "-2+3", "@SUM(A1)", "\t=1"])
def test_no_cell_is_run_by_a_spreadsheet(sold: World, typed: str) -> None:
    sold.ada.runs("/client add Gira")
    with sold.services.transaction(sold.town.id) as store:
        (client,) = store.clients.named("Gira")
        store.promises.add(client.id, sold.ada.id, typed, None, sold.clock.now())
    sold.ada.runs("/alongside export")
    sold.works()
    got = unpacked(sold, files_in(sold.ada)[0])
    assert got["promises.csv"][0]["words"] == f"'{typed}"
    assert got["promises.json"][0]["words"] == typed


@pytest.mark.prove
def test_fifty_thousand_answers_fit_in_little_memory(sold: World) -> None:
    import tracemalloc

    from bot.store.tables import answers

    at = sold.clock.now()
    rows = [
        {"team_id": sold.town.id, "id": new_id(), "person_id": sold.ada.id,
         "learned": f"they count nights {number}", "at": at}
        for number in range(50_000)
    ]  # fmt: skip
    with sold.database.engine.begin() as connection:
        connection.execute(answers.insert(), rows)
    del rows
    tracemalloc.start()
    with sold.database.snapshot(sold.town.id) as store:
        packed = pack_own_data(store, sold.ada.id, at)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(packed) > 100_000
    assert most < 40_000_000
