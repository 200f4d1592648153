"""Contacts by two presses or in words, cadences by name, and the days that matter to a client."""

from __future__ import annotations

import pytest

from bot.playground.shown import Message
from tests.loop.reading_along import letters, others, questions, worker_sleeps_until
from tests.world import World, at

WAYS = ["Call", "Visit", "Mail", "Message", "Something to know", "Another day"]


@pytest.fixture
def keeping(sold: World) -> World:
    """Ada keeps two clients since Tuesday 12 May."""
    for name in ("Brix", "Gira"):
        sold.ada.runs(f"/client add {name}")
        assert name in sold.ada.runs(f"/followups {name} steady").text
    return sold


def morning(world: World, day: str) -> str:
    """What the notes of that morning say."""
    before = len(others(world.ada))
    worker_sleeps_until(world, at(f"{day} 09:00"))
    return "\n".join(one.text for one in others(world.ada)[before:])


def on_screen(world: World) -> Message:
    return world.ada.ephemerals(world.ada.dm())[-1]


def row(world: World, name: str = "Gira") -> str:
    lines = world.ada.runs("/followups").text.split("\n")
    return next(line for line in lines if line.startswith(f"*{name}*"))


def gave(world: World, name: str = "Gira") -> str:
    """The line about giving on the client's card, or nothing."""
    lines = world.ada.runs(f"/client show {name}").text.split("\n")
    return next((line for line in lines if line.startswith("Last gave")), "")


def test_a_line_takes_two_presses_and_can_be_put_right(keeping: World) -> None:
    world = keeping
    assert "*Gira*" in morning(world, "2026-06-23")
    note = letters(world.ada)[-1]
    button = [one for one in note.buttons if one.label == "Gave something"][-1]
    world.ada.presses(note, action_id=button.action_id)
    world.works()
    note = letters(world.ada)[-1]
    assert note.text.endswith("Gira: gave something.")
    assert note.labels[-7:] == [*WAYS, "What was it?"]
    world.ada.presses(note, "Mail")
    world.ada.presses(note, "Mail")  # an old screen
    world.works()
    note = letters(world.ada)[-1]
    assert note.text.endswith("Gira: gave something (mail).")
    assert "23 June" in gave(world)
    world.ada.presses(note, "What was it?")
    assert world.ada.submits(what="the benchmark") is None
    assert gave(world) == "Last gave: the benchmark, 23 June."
    world.ada.presses(note, "Change")
    assert world.ada.submits(kind="asked", on="2026-06-19") is None
    world.works()
    assert letters(world.ada)[-1].text.endswith("Gira: asked them for something (mail).")
    assert gave(world) == "", "asking is not giving"
    assert "last word 19 June" in row(world)
    world.ada.presses(letters(world.ada)[-1], "Change")
    assert world.ada.submits(undo=["yes"]) is None
    world.works()
    assert "Gave something" in letters(world.ada)[-1].labels[-4:]
    assert "last word none yet" in row(world)


@pytest.mark.prove
def test_from_the_card_the_list_and_home_it_is_answered_with_the_ways(keeping: World) -> None:
    world = keeping
    card = world.ada.runs("/client show Gira").message
    world.ada.presses(card, "Asked them")
    said = on_screen(world)
    assert said.text == "Gira: asked them for something, noted for Tuesday 12 May."
    assert said.labels == WAYS
    world.ada.presses(said, "Visit")
    assert (
        on_screen(world).text == "Gira: asked them for something (visit), noted for Tuesday 12 May."
    )
    listed = world.ada.runs("/followups").message
    world.ada.presses(listed, "Heard from them")
    shown = next(one for one in world.ada.ephemerals(world.ada.dm()) if one.ts == listed.ts)
    assert shown.text.split("\n")[0] == "Brix: heard from them, noted for Tuesday 12 May."
    world.ada.presses(shown, "Call")
    shown = next(one for one in world.ada.ephemerals(world.ada.dm()) if one.ts == listed.ts)
    assert shown.text.split("\n")[0] == "Brix: heard from them (call), noted for Tuesday 12 May."
    worker_sleeps_until(world, at("2026-06-24 12:00"))
    world.ada.opens_home()
    world.works()
    world.ada.presses(world.ada.home, "Gave something")
    world.ada.presses(world.ada.modal, "Something to know")
    assert "gave something (something to know)" in world.ada.modal.words


@pytest.mark.prove
@pytest.mark.parametrize(
    ("words", "said", "day"),
    [
        ("called today", "heard from them (call)", "Tuesday 12 May"),
        ("gave the benchmark yesterday by mail", "gave something (mail)", "Monday 11 May"),
        ("asked for a reference on Friday", "asked them for something", "Friday 8 May"),
        ("besucht am 4. Mai", "heard from them (visit)", "Monday 4 May"),
    ],
)
def test_a_contact_in_words(keeping: World, words: str, said: str, day: str) -> None:
    for _twice in range(2):
        answer = keeping.ada.runs(f"/followups Gira {words}")
        assert answer.text == f"Gira: {said}, noted for {day}."
    assert f"last word {day.split(' ', 1)[1]}" in row(keeping)
    keeping.ada.presses(answer.message, "Change" if "(" in said else "Another day")
    assert keeping.ada.submits(undo=["yes"]) is None
    assert "last word none yet" in row(keeping), "said twice, it is one"


def test_a_day_to_come_or_none_at_all_is_a_sentence(keeping: World) -> None:
    ada = keeping.ada
    assert "is still to come" in ada.runs("/followups Gira called tomorrow").text
    assert "There is no day ‘31 February’" in ada.runs("/followups Gira called 31 February").text
    assert "On which day?" in ada.runs("/followups Gira renewal").text
    assert "no such date" in ada.runs("/followups Gira renewal off").text
    assert "I know no client" in ada.runs("/followups Zeta called today").text
    assert "is past" in ada.runs("/followups Gira go-live 3 June 2019").text
    assert "last word none yet" in row(keeping)


@pytest.mark.prove
def test_a_contact_from_a_message_is_one_for_each_who_notes_it(keeping: World) -> None:
    said = keeping.ben.posts("#random", "Jo from Gira liked the benchmark")
    for kind in ("asked", "gave"):  # used twice on one message: it is as it was said last
        keeping.ada.uses_shortcut("Note a contact", said)
        assert keeping.ada.submits(kind=kind, way="knowledge") is None
    assert gave(keeping) == "Last gave: something to know, 12 May."
    keeping.ben.uses_shortcut("Note a contact", said)
    assert keeping.ben.submits(kind="asked") is None
    with keeping.services.reading(keeping.town.id) as store:
        (client,) = store.clients.named("Gira")
        last = store.touches.last([client.id])
    assert (last.person_id, last.kind) == (keeping.ben.id, "asked")


@pytest.mark.prove
def test_what_was_changed_into_another_contact_can_be_pressed_again(keeping: World) -> None:
    card = keeping.ada.runs("/client show Gira").message
    keeping.ada.presses(card, "Gave something")
    keeping.ada.presses(on_screen(keeping), "Another day")
    assert keeping.ada.submits(kind="asked", on="2026-05-11") is None
    assert gave(keeping) == ""
    keeping.ada.presses(card, "Gave something")
    assert on_screen(keeping).text == "Gira: gave something, noted for Tuesday 12 May."
    assert "12 May" in gave(keeping)


@pytest.mark.prove
def test_a_cadence_by_name_in_words_and_in_the_form(keeping: World) -> None:
    ada = keeping.ada
    assert ada.runs("/followups Gira close").text == "Gira: a word every 3 weeks, at worst 5."
    assert "(close)" in row(keeping)
    ada.runs("/followups Gira")
    assert ada.submits(tier="light") is None
    assert "every 12 weeks, at worst 20 (light)" in row(keeping)
    ada.presses(ada.runs("/followups").message, "How often")
    assert ada.submits(said="sometimes") == {
        "said": "Write it like /followups Gira every 6 weeks, at worst 10, Gira close, "
        "Gira called today or Gira renewal 1 October."
    }
    assert ada.submits(said="every 10 days, at worst 15") is None
    assert "every 10 days, at worst 15" in row(keeping, "Brix")


def test_whom_i_owe_a_word_comes_first_page_by_page(keeping: World) -> None:
    with keeping.services.transaction(keeping.town.id) as store:
        for number in range(23):
            client = store.clients.add(f"Client {number:02}", keeping.clock.now())
            store.clients.set_cadence(client.id, 20 + number, 300)
            store.clients.keep(client.id, keeping.ada.id, at("2026-04-01 10:00").date())
    said = keeping.ada.runs("/followups").message
    lines = said.text.split("\n")
    assert [line.split("*")[1] for line in lines[:10]] == [f"Client {n:02}" for n in range(10)]
    assert all("Owed one since" in line for line in lines[:10])
    assert lines[10] == "1 to 10 of 25."
    keeping.ada.presses(said, "Next")
    assert "11 to 20 of 25." in on_screen(keeping).text
    assert keeping.ada.runs("/followups 3").text.split("\n")[-3].startswith("*Gira*")


def test_a_renewal_comes_on_the_list_day_before_and_asks_to_give_first(keeping: World) -> None:
    world = keeping
    world.ada.runs("/digest off")
    said = world.ada.runs("/followups Gira renewal 18 June")
    assert said.text == "Gira: renewal, Thursday 18 June. You hear of it before."
    assert morning(world, "2026-06-02") == ""
    worker_sleeps_until(world, at("2026-06-04 08:45"))
    worker_sleeps_until(world, at("2026-06-04 15:05"))
    (asked,) = questions(world.ada)
    assert "Gira" in asked.text, "what comes before a renewal is to give"
    listed = morning(world, "2026-06-09")
    assert listed == (
        "*Gira*: renewal, Thursday 18 June. Is there anything to give them before it?"
    )
    assert {"Gave something", "Asked them"} <= set(letters(world.ada)[-1].labels)
    assert morning(world, "2026-06-16") == ""
    assert morning(world, "2026-06-17").startswith("*Gira*: renewal, Thursday 18 June.")
    assert morning(world, "2026-06-18") == ""


@pytest.mark.prove
def test_a_yearly_day_comes_again_and_one_over_a_weekend_on_friday(keeping: World) -> None:
    world = keeping
    world.ada.runs("/followups Brix off")
    world.ada.runs("/followups Gira every 60 weeks, at worst 90")
    world.ada.runs("/followups Gira anniversary 14 June 2020")  # a Sunday this year
    assert "*Gira*: anniversary, Sunday 14 June. Worth a word?" in morning(world, "2026-06-09")
    assert "*Gira*: anniversary" in morning(world, "2026-06-12")
    assert morning(world, "2026-06-15") == ""
    assert "*Gira*: anniversary, Monday 14 June" in morning(world, "2027-06-08")


@pytest.mark.prove
def test_what_nobody_keeps_brings_nothing(sold: World) -> None:
    sold.ada.runs("/client add Gira")
    said = sold.ada.runs("/followups Gira go-live 16 June")
    assert "You do not keep them, so nothing brings it back" in said.text
    assert morning(sold, "2026-06-09") == ""
    assert morning(sold, "2026-06-15") == ""


@pytest.mark.prove
def test_dates_are_put_on_and_taken_off_in_a_form(keeping: World) -> None:
    ada = keeping.ada
    keeping.ada.runs("/followups Brix off")
    ada.presses(ada.runs("/followups").message, "Dates that matter")
    assert ada.submits() == {"said": "On which day? Write 1 October or 2026-10-01."}
    assert ada.submits(sort="go_live", said="3 June", words="line 3 starts") is None
    assert row(keeping).endswith("Ahead: line 3 starts, 3 June.")
    ada.runs("/followups Gira go-live 5 June")
    assert row(keeping).endswith("Ahead: go-live, 5 June."), "there is one go-live"
    ada.presses(ada.runs("/followups").message, "Dates that matter")
    ada.selects(ada.modal, "off", ["go-live, Friday 5 June"])
    assert ada.submits() is None
    assert "5 June" not in row(keeping)


def test_a_list_line_proposes_from_the_record_and_presumes_nothing(keeping: World) -> None:
    world = keeping
    world.ada.runs("/promise Gira: the benchmark by 20 May")
    world.ada.presses(world.ada.runs("/promise list").message, "Sent")
    world.ada.runs("/followups Brix go-live 20 July")
    listed = morning(world, "2026-06-30")
    assert "You sent ‘the benchmark’. Worth asking how it works for them?" in listed
    assert "Theirs on Monday 20 July: go-live. Is there anything they need before it?" in listed
    assert all(line.endswith("?") for line in listed.split("\n"))


def test_what_came_of_a_check_in_goes_on_the_record_and_ends_it(sold: World) -> None:
    sold.ada.posts("#deals", "Delmar: closed won, 40k")
    assert "30 days since Delmar was won" in morning(sold, "2026-06-11")
    sold.ada.presses(letters(sold.ada)[-1], "What came of it")
    assert sold.ada.submits(words="callouts halved") is None
    sold.works()
    assert letters(sold.ada)[-1].text == "Delmar: heard from them."
    assert morning(sold, "2026-06-16") == ""
    with sold.services.reading(sold.town.id) as store:
        (client,) = store.clients.named("Delmar")
        assert store.touches.last([client.id]).kind == "listened"


@pytest.mark.prove
def test_two_records_made_one_keep_their_contacts_and_dates(keeping: World) -> None:
    ada = keeping.ada
    ada.runs("/client add Wetra")
    ada.runs("/followups Wetra called 4 May")
    ada.runs("/followups Wetra renewal 1 July")
    ada.runs("/client merge Wetra into Gira")
    assert "last word 4 May" in row(keeping)
    assert row(keeping).endswith("Ahead: renewal, 1 July.")
    card = ada.runs("/client Gira").message
    assert "Ahead: renewal, 1 July." in card.text.split("\n")
    assert "A day of theirs: renewal (1 July)" in ada.runs("/client Gira renewal?").text
    ada.runs("/client unmerge Wetra")
    assert "Ahead" not in ada.runs("/client Gira").text
    assert "Ahead: renewal, 1 July." in ada.runs("/client show Wetra").text
