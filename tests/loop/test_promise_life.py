"""A promise is shown back, put right, moved, told, closed, and opened again; nothing is doubled."""

from __future__ import annotations

import pytest

from bot.playground.shown import Message
from tests.loop.reading_along import diary, letters, others, worker_sleeps_until
from tests.world import World, at

PILOT = "send Delmar the pilot report"


@pytest.fixture
def selling(sold: World) -> World:
    """Ada has joined, on Tuesday at ten, and two clients are on the record."""
    sold.ada.runs("/client add Delmar")
    sold.ada.runs("/client add Gira & Söhne")
    return sold


def note_of(world: World, day: str) -> Message:
    """The last message by that morning."""
    worker_sleeps_until(world, at(f"{day} 09:00"))
    return letters(world.ada)[-1]


def listed(world: World) -> Message:
    return world.ada.runs("/promise list").message


def on_screen(world: World) -> Message:
    """The list as it stands after a press in it."""
    return world.ada.ephemerals(world.ada.dm())[-1]


def test_what_was_read_is_shown_back_with_change(selling: World) -> None:
    said = selling.ada.runs(f"/promise {PILOT} by Friday")
    assert said.text == (
        f"Delmar: ‘{PILOT}’ by Friday 15 May. I will bring it back on Thursday 14 May."
    )
    assert said.message.labels == ["Change"]
    selling.ada.presses(said.message, "Change")
    assert (
        selling.ada.submits({"text": "send Delmar the price list", "said": "next Monday"}) is None
    )
    selling.works()
    assert letters(selling.ada)[-1].text == (
        "Delmar: ‘send Delmar the price list’ by Monday 18 May. "
        "I will bring it back on Friday 15 May."
    )
    assert listed(selling).text.split("\n") == [
        "Monday 18 May: send Delmar the price list."
    ]  # one promise, not two, and it never counted as moved
    selling.ada.presses(listed(selling), "History")
    assert on_screen(selling).text.split("\n")[1:] == ["• 12 May: promised, by Monday 18 May."]


def test_a_form_with_a_day_in_words_is_answered_with_the_day(selling: World) -> None:
    selling.ada.runs("/promise")
    assert selling.ada.submits(client_name="Delmar", text="pilot report", said="by Friday") is None
    selling.works()
    assert letters(selling.ada)[-1].text == (
        "Delmar: ‘pilot report’ by Friday 15 May. I will bring it back on Thursday 14 May."
    )
    assert letters(selling.ada)[-1].labels == ["Change"]


@pytest.mark.prove
def test_from_the_next_day_on_change_moves_the_date(selling: World) -> None:
    said = selling.ada.runs(f"/promise {PILOT} by Friday").message
    worker_sleeps_until(selling, at("2026-05-13 10:00"))
    selling.ada.presses(said, "Change")
    assert "Does the client know?" in [field.label for field in selling.ada.modal.fields]


@pytest.mark.prove
def test_an_offer_that_was_accepted_can_be_changed(selling: World) -> None:
    selling.ada.posts("#deals", "Good call with Delmar. I will send the pilot report by Thursday.")
    selling.passes(minutes=10)
    selling.ada.presses(letters(selling.ada)[-1], "Yes")
    selling.works()
    selling.ada.presses(letters(selling.ada)[-1], "Change")
    assert selling.ada.submits(said="Friday") is None
    selling.works()
    assert (
        "by Friday 15 May. It comes back on Thursday 14 May."
        in [one.text for one in letters(selling.ada)][-2]
    )
    assert listed(selling).text.startswith("Friday: ")


def test_sent_by_mistake_is_opened_again_and_comes_back_once_a_morning(selling: World) -> None:
    selling.ada.runs(f"/promise {PILOT} by Thursday")
    note = note_of(selling, "2026-05-13")
    selling.ada.presses(note, "Sent")
    selling.works()
    note = letters(selling.ada)[-1]
    assert (note.text, note.labels[0]) == (f"Sent: {PILOT}.", "Change")
    selling.ada.presses(note, "Change")
    selling.ada.presses(note, "Change")  # an old screen: pressed a second time
    selling.works()
    assert letters(selling.ada)[-1].labels[-3:] == ["Sent", "New date", "Dropped"]
    selling.moves_to(at("2026-05-18 12:00"))
    assert [when for when, _ in diary(selling.ada)] == [
        "Wed 13 May 09:00",
        "Thu 14 May 08:40",
        "Fri 15 May 08:40",
    ]


def test_dropped_says_why_if_one_likes(selling: World) -> None:
    selling.ada.runs(f"/promise {PILOT} by Thursday")
    selling.ada.presses(note_of(selling, "2026-05-13"), "Dropped")
    selling.works()
    note = letters(selling.ada)[-1]
    assert note.text == f"Dropped: {PILOT}."
    selling.ada.presses(note, "Say why")
    assert selling.ada.submits({"Why?": "they no longer need it"}) is None
    closed = selling.ada.runs("/promise closed").message
    assert closed.text == f"Dropped Wednesday 13 May: {PILOT}."
    selling.ada.presses(closed, "History")
    assert "dropped. ‘they no longer need it’" in on_screen(selling).text
    selling.ada.presses(closed, "Open it again")
    said = selling.ada.ephemerals(selling.ada.dm())[-2]  # the list, where it stood
    assert said.text.split("\n")[0] == f"Open again: ‘{PILOT}’."
    assert PILOT in listed(selling).text


def test_a_client_who_was_not_told_is_a_line_each_morning_until_they_are(selling: World) -> None:
    selling.ada.runs(f"/promise {PILOT} by Thursday")
    selling.ada.presses(note_of(selling, "2026-05-13"), "New date")
    assert selling.ada.submits({"Or in words": "22 May"}) is None  # "Not yet" stands
    selling.works()
    assert letters(selling.ada)[-1].text == f"New date, Friday 22 May: {PILOT}."
    untold = f"Moved to Friday 22 May: {PILOT}. They were told Thursday 14 May. Do they know?"
    assert note_of(selling, "2026-05-14").text == untold
    note = note_of(selling, "2026-05-15")
    assert (note.text, note.labels[-3:]) == (untold, ["Told them", "New date", "Sent"])
    selling.ada.presses(note, "Told them")
    selling.works()
    assert letters(selling.ada)[-1].text == f"They know the new date: {PILOT}."
    selling.moves_to(at("2026-05-22 12:00"))
    assert diary(selling.ada)[-2:] == [
        ("Thu 21 May 08:40", f"Tomorrow: {PILOT}."),
        ("Fri 22 May 08:40", f"Today: {PILOT}. Did it go?"),
    ]
    selling.ada.presses(listed(selling), "History")
    assert on_screen(selling).text.split("\n")[1:] == [
        "• 12 May: promised, by Thursday 14 May.",
        "• 13 May: moved from Thursday 14 May to Friday 22 May.",
        "• 15 May: they were told Friday 22 May.",
    ]


@pytest.mark.prove
def test_on_its_own_mornings_an_untold_date_says_what_the_client_counts_on(selling: World) -> None:
    selling.ada.runs(f"/promise {PILOT} by Wednesday")
    selling.ada.presses(listed(selling), "New date")
    assert selling.ada.submits(due_on="2026-05-14") is None
    selling.moves_to(at("2026-05-13 09:00"))
    note = letters(selling.ada)[-1]
    assert note.text == f"Tomorrow: {PILOT}. They were told Wednesday 13 May."
    selling.ada.presses(note, "Told them")
    selling.works()
    assert letters(selling.ada)[-1].text == f"Tomorrow: {PILOT}."
    assert "Told them" not in letters(selling.ada)[-1].labels


@pytest.mark.prove
def test_moved_back_to_the_day_that_was_told_nothing_is_to_tell(selling: World) -> None:
    selling.ada.runs(f"/promise {PILOT} by 20 May")
    for day in ("2026-05-22", "2026-05-25", "2026-05-20"):
        selling.ada.presses(listed(selling), "New date")
        assert selling.ada.submits(due_on=day) is None
        is_told = "They were told" not in listed(selling).text
        assert is_told == (day == "2026-05-20"), "the first day is what the client counts on"
    selling.moves_to(at("2026-05-18 12:00"))
    assert others(selling.ada) == []


@pytest.mark.prove
def test_what_falls_due_under_an_away_status_waits_for_the_first_morning_back(
    selling: World,
) -> None:
    selling.ada.runs(f"/promise {PILOT} by Thursday")
    selling.ada.sets_status("Vacationing", ":palm_tree:", until=at("2026-05-18 00:00"))
    selling.moves_to(at("2026-05-18 12:00"))
    assert diary(selling.ada) == [("Mon 18 May 08:40", f"Thursday 14 May: {PILOT}. Did it go?")]


@pytest.mark.prove
def test_over_leave_and_a_weekend_an_untold_date_is_no_line(selling: World) -> None:
    selling.ada.runs("/alongside settings")
    selling.ada.submits(leave_from="2026-05-13", leave_to="2026-05-14")
    selling.ada.runs(f"/promise {PILOT} by 27 May")
    selling.ada.presses(listed(selling), "New date")
    assert selling.ada.submits(due_on="2026-05-28") is None
    selling.moves_to(at("2026-05-18 12:00"))
    assert [when for when, _ in diary(selling.ada)] == ["Fri 15 May 08:40", "Mon 18 May 08:40"]


@pytest.mark.prove
def test_untold_dates_leave_the_six_lines_to_what_is_due(selling: World) -> None:
    for number in range(7):
        selling.ada.runs(f"/promise Delmar: thing {number} by 20 May")
        selling.ada.presses(selling.ada.runs("/promise list").message, "New date")
        assert selling.ada.submits(due_on="2026-05-29") is None
    selling.ada.runs(f"/promise {PILOT} by Thursday")
    note = note_of(selling, "2026-05-13")
    lines = note.text.split("\n")
    assert (lines[0], len(lines)) == (f"Tomorrow: {PILOT}.", 7)
    assert lines[-1] == "2 more wait in Home."


def test_a_name_with_an_ampersand_is_read_as_it_is_written(selling: World) -> None:
    selling.ada.runs("/promise Gira & Söhne: pilot <report> by Thursday")
    selling.ada.presses(listed(selling), "New date")
    assert "&amp;amp;" not in str(selling.ada.modal.raw)
    assert "pilot &lt;report&gt; for Gira &amp; Söhne" in str(selling.ada.modal.raw)


def test_five_hundred_open_ones_are_turned_page_by_page(selling: World) -> None:
    with selling.services.transaction(selling.town.id) as store:
        (client,) = store.clients.named("Delmar")
        day = selling.clock.now().date()
        for number in range(499):
            due_on = day.replace(day=1 + number % 28) if number % 5 else None
            store.promises.add(
                client.id, selling.ada.id, f"thing {number}", due_on, selling.clock.now()
            )
    selling.ada.runs("/promise Delmar: pilot report by tomorrow")
    first = listed(selling)
    lines = first.text.split("\n")
    assert lines[-1] == "1 to 10 of 500."
    assert all("still open" in line for line in lines[:-1]), "overdue first"
    selling.ada.presses(first, "Next")
    second = on_screen(selling)
    assert second.text.endswith("11 to 20 of 500.")
    assert [one.label for one in second.buttons if not one.is_in_menu][:2] == ["Earlier", "Next"]
    last = selling.ada.runs("/promise list 99").message
    assert last.text.endswith("491 to 500 of 500.")
    assert "No day yet" in last.text
    selling.ada.presses(last, "Sent")
    after = on_screen(selling)
    assert after.text.split("\n")[0].startswith("Sent: ‘thing")
    assert after.text.endswith("491 to 499 of 499.")
    selling.ada.presses(after, "Change")
    assert on_screen(selling).text.endswith("491 to 500 of 500.")


@pytest.mark.prove
def test_the_list_in_home_turns_and_acts_where_it_stands(selling: World) -> None:
    for number in range(12):
        selling.ada.runs(f"/promise Delmar: thing {number} by Friday")
    selling.ada.opens_home()
    selling.works()
    selling.ada.presses(selling.ada.home, "My promises")
    selling.ada.presses(selling.ada.modal, "Next")
    assert "11 to 12 of 12." in selling.ada.modal.words
    selling.ada.presses(selling.ada.modal, "Dropped")
    assert "Dropped: ‘thing" in selling.ada.modal.words
    assert "1 to 10" not in selling.ada.modal.words


def test_old_buttons_and_other_people_change_nothing(selling: World) -> None:
    said = selling.ada.runs(f"/promise {PILOT} by Thursday").message
    here, there = listed(selling), listed(selling)
    selling.ada.presses(here, "Sent")
    selling.ada.presses(there, "Dropped")
    assert "This promise is closed by now" in on_screen(selling).text
    selling.ada.presses(said, "Change")
    assert "This promise is closed by now" in on_screen(selling).text
    assert "Sent Tuesday 12 May" in selling.ada.runs("/promise closed").text
    assert "Nothing was sent" in selling.ben.runs("/promise closed").text


@pytest.mark.prove
def test_among_very_many_clients_change_knows_the_one_it_is_about(selling: World) -> None:
    with selling.services.transaction(selling.town.id) as store:
        for number in range(150):
            store.clients.add(f"Aachen {number:03}", selling.clock.now())
    said = selling.ada.runs(f"/promise {PILOT} by Friday").message
    selling.ada.presses(said, "Change")
    assert selling.ada.submits(text="the price list") is None
    assert listed(selling).text == "Friday: the price list for Delmar."


@pytest.mark.prove
def test_a_form_that_was_open_meanwhile_is_told_and_loses_nothing(selling: World) -> None:
    selling.ada.runs(f"/promise {PILOT} by Thursday")
    selling.ada.presses(listed(selling), "New date")
    with selling.services.transaction(selling.town.id) as store:
        (promise,) = store.promises.open_of(selling.ada.id)
        store.promises.hand_over(promise, selling.ben.id)
    assert selling.ada.submits(due_on="2026-05-20") == {
        "said": "A colleague has this promise now; nothing was changed."
    }
