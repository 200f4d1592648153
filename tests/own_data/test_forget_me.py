"""`/alongside forget me`: asked once, then everything personal is gone, and the facts stay."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.flows.forget_person import forget_person
from tests.loop.reading_along import letters
from tests.own_data.seeding import OWN, files_in, from_app, has_sold
from tests.privacy.seeing import everything_stored
from tests.world import World

PRIVATE = (*OWN, "cobalt offer")


@pytest.fixture
def selling(sold: World) -> World:
    return has_sold(sold)


def home_of(world: World, member: object) -> str:
    member.opens_home()  # type: ignore[attr-defined]
    world.works()
    seen = member.home  # type: ignore[attr-defined]
    assert seen is not None
    return str(seen.words)


def forgets(world: World) -> str:
    """Ada asks, reads, and presses; what stands where the question was."""
    world.ada.runs("/alongside forget me")
    assert world.ada.modal is not None
    assert world.ada.submits() is None
    words = world.ada.modal.words if world.ada.modal else ""
    world.works()
    return words


@pytest.mark.prove
def test_it_says_first_what_goes_what_stays_and_what_is_open(selling: World) -> None:
    before = everything_stored(selling)
    selling.ada.runs("/alongside forget me")
    asked = selling.ada.modal
    assert asked is not None
    assert "What goes, at once and for good" in asked.words
    assert "What stays" in asked.words
    assert "1 promise of yours is open" in asked.words
    assert [one.label for one in asked.buttons] == ["Hand over first", "Export first"]
    selling.ada.closes_modal(everything=True)
    kept = everything_stored(selling)
    assert all(word in kept for word in OWN)
    assert len(kept) >= len(before)


def test_no_table_holds_her_id_her_name_or_a_word_of_hers(selling: World) -> None:
    stored = everything_stored(selling)
    for word in (selling.ada.id, "Ada Brandt", *PRIVATE):
        assert word in stored, f"{word}: the test would see nothing"
    email = selling.ada.profile.email
    assert "Everything personal is gone" in forgets(selling)
    left = everything_stored(selling)
    found = [w for w in (selling.ada.id, "Ada Brandt", email, *PRIVATE) if w and w in left]
    assert found == []


@pytest.mark.prove
def test_the_clients_facts_stay_and_name_nobody(selling: World) -> None:
    forgets(selling)
    card = selling.ben.runs("/client show Gira").words
    assert "fewer callouts at night" in card
    assert "pilot report" in card
    assert "Ada" not in card


@pytest.mark.prove
def test_her_open_promise_waits_without_a_name_until_somebody_takes_it(selling: World) -> None:
    forgets(selling)
    assert "pilot report" in home_of(selling, selling.ben)
    seen = selling.ben.home
    assert seen is not None
    selling.ben.presses(seen, "Take it")
    selling.works()
    assert "pilot report" in selling.ben.runs("/promise list").words
    assert "Without an owner" not in home_of(selling, selling.ben)


@pytest.mark.prove
def test_what_a_colleague_asked_of_her_stays_with_the_colleague(selling: World) -> None:
    forgets(selling)
    assert "price list" in selling.ben.runs("/promise list").words
    assert letters(selling.ben)[-1].text == (
        "‘price list’ for Gira stays with you: whoever was asked cannot take it this time."
    )


def test_messages_to_her_are_deleted_and_her_home_is_empty(selling: World) -> None:
    home_of(selling, selling.ada)
    assert from_app(selling.ada)
    forgets(selling)
    assert from_app(selling.ada) == []
    home = selling.ada.home
    assert home is not None
    assert "Gira" not in home.words
    assert "Start" in [one.label for one in home.buttons]


@pytest.mark.prove
def test_a_file_that_was_sent_is_deleted_too(selling: World) -> None:
    selling.ada.runs("/alongside export")
    selling.works()
    assert len(files_in(selling.ada)) == 1
    forgets(selling)
    assert files_in(selling.ada) == []
    assert selling.town.team.files == {}


@pytest.mark.prove
def test_nothing_comes_any_more_and_who_rejoins_starts_afresh(selling: World) -> None:
    forgets(selling)
    selling.passes(days=8)
    assert from_app(selling.ada) == []
    selling.has_joined(selling.ada)
    assert [one.text.split("\n")[0] for one in from_app(selling.ada)] == [
        "Which three clients would you hate to lose?"
    ]
    assert "No promise is open" in selling.ada.runs("/promise list").words
    assert "No days away" in selling.ada.runs("/alongside away").words


@pytest.mark.prove
def test_twice_changes_nothing_more_and_a_stranger_may_ask(selling: World) -> None:
    forgets(selling)
    before = everything_stored(selling)
    assert "Everything personal is gone" in forgets(selling)
    assert before.count("pilot report") == everything_stored(selling).count("pilot report")
    selling.eve.runs("/alongside forget me")
    assert selling.eve.submits() is None
    selling.works()
    assert selling.eve.id not in everything_stored(selling)


@pytest.mark.prove
def test_nobody_is_forgotten_by_somebody_else(selling: World) -> None:
    said = selling.ben.runs(f"/alongside forget {selling.ada.mention}").words
    assert "Only you can have yourself forgotten" in said
    assert selling.ben.modal is None


@pytest.mark.prove
def test_another_team_with_the_same_ids_keeps_everything(selling: World) -> None:
    with selling.services.transaction("T0OTHER") as store:
        store.people.set(selling.ada.id, name="Ada Brandt", joined_at=selling.clock.now())
    forgets(selling)
    with selling.services.reading("T0OTHER") as store:
        other = store.people.get(selling.ada.id)
        assert other is not None
        assert other.name == "Ada Brandt"


@pytest.mark.prove
def test_what_slack_does_not_delete_at_once_is_tried_again(selling: World) -> None:
    count = len(from_app(selling.ada))
    selling.slack.faults.add("ratelimited", method="chat.delete", retry_after=30)
    forgets(selling)
    assert len(from_app(selling.ada)) == count
    selling.clock.pass_machine_time(timedelta(minutes=5))
    selling.works()
    assert from_app(selling.ada) == []


@pytest.mark.prove
def test_a_message_that_was_on_its_way_is_taken_back(
    selling: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """She is forgotten while Slack takes the message: nothing of it stays."""
    send = selling.services.messenger.send

    def forgets_meanwhile(*args: object) -> object:
        with selling.services.transaction(selling.town.id) as store:
            forget_person(store, store.people.get_or_stranger(selling.ada.id), selling.clock.now())
        return send(*args)  # type: ignore[arg-type]

    selling.ada.runs("/reflect Gira")
    monkeypatch.setattr(selling.services.messenger, "send", forgets_meanwhile)
    selling.works()
    assert from_app(selling.ada) == []
