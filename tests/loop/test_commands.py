"""Every slash command: its help, its examples, and a sentence for what cannot be understood."""

from __future__ import annotations

import pytest

from tests.loop.reading_along import digests, questions
from tests.world import World

COMMANDS = ["alongside", "client", "promise", "reflect", "prep", "followups", "digest"]

WRONG = (
    ("/alongside frobnicate", "I do not know ‘frobnicate’. `/alongside help`"),
    ("/alongside pause", "How long? Write `pause 2 weeks`"),
    ("/alongside pause for ever", "How long? Write `pause 2 weeks`"),
    ("/alongside pause until 31 February", "There is no day ‘31 February’"),
    ("/client show", "Write the name after it: `/client show Gira`"),
    ("/client show Zeta", "I know no client called ‘Zeta’. `/client add Zeta`"),
    ("/client rename Gira", "Write it like `/client rename Gira to"),
    ("/client rename Zeta to Eta", "I know no client called ‘Zeta’"),
    ("/client merge Gira", "Write it like `/client merge Gira Ltd into"),
    ("/client merge Gira into Gira", "These are one client already"),
    ("/client add Gira", "Gira is on the record already"),
    ("/client list 9", "not that long"),
    ("/client unmerge Gira", "Nothing was merged into Gira"),
    ("/client add " + "x" * 300, "200 characters are enough"),
    ("/promise send Gira the report", "By when? Write it with a day"),
    ("/promise send the report by Friday", "For which client?"),
    ("/promise send Zeta the report by Friday", "I know no client called ‘Zeta’"),
    ("/promise send Gira the report by 31 February", "There is no day ‘31 February’"),
    ("/promise send Gira the report by 2026-05-01", "is past"),
    ("/promise " + "x" * 600, "500 characters are enough"),
    ("/reflect Zeta", "I know no client called ‘Zeta’"),
    ("/followups Zeta", "Write it like `/followups Gira every 6 weeks, at worst 10`"),
    ("/followups Gira every now and then", "Write it like `/followups Gira every 6 weeks"),
    ("/followups Gira every 10 weeks, at worst 6", "/followups Gira every 6 weeks"),
    ("/followups Zeta every 6 weeks", "I know no client called ‘Zeta’"),
    ("/digest sometimes", "Write it like `/digest Thursday 16:00`"),
    ("/digest Thursday 25:00", "Write it like `/digest Thursday 16:00`"),
)


@pytest.fixture
def selling(sold: World) -> World:
    """Ada has joined, and Gira is on the record."""
    sold.ada.runs("/client add Gira")
    return sold


def test_each_answers_help_with_examples_and_as_alongside_too(world: World) -> None:
    for name in COMMANDS:
        said = world.eve.runs(f"/{name} help").words
        assert said.count(f"`/{name}") >= 2, name
        if name != "alongside":
            assert world.eve.runs(f"/alongside {name} help").words == said
        assert f"`/{name}" in world.eve.runs("/alongside help").words
    assert "`/alongside promise …`" in world.eve.runs("/alongside").words
    assert world.eve.dm_messages() == []  # help is no reason to write to anybody


def test_wrong_input_is_told_what_to_write(selling: World) -> None:
    for typed, said in WRONG:
        assert said in selling.ada.runs(typed).words, typed
        if not typed.startswith("/alongside"):
            also = typed.replace("/", "/alongside ", 1)
            assert said in selling.ada.runs(also).words, also


def test_a_client_from_first_word_to_merger(selling: World) -> None:
    ada, runs = selling.ada, selling.ada.runs
    assert "Delmar is on the record" in runs("/client add Delmar: fewer callouts at night").words
    card = runs("/client show delmar").words
    assert "fewer callouts at night" in card
    assert "No promise is open" in card
    runs("/promise Delmar: the pilot report, 12 June")
    assert "the pilot report" in runs("/client Delmar").words
    assert "now called Delmar Mills" in runs("/client rename Delmar to Delmar Mills").words
    assert "(also called Delmar)" in runs("/client show Delmar").words
    assert "Gira is now part of Delmar Mills" in runs("/client merge Gira into Delmar Mills").words
    assert runs("/client show Gira").words.startswith("*Delmar Mills*")
    listed = runs("/client list").words
    assert "*Delmar Mills*" in listed
    assert "*Gira*" not in listed
    assert "Gira stands by itself again" in runs("/client unmerge Delmar Mills").words
    assert "*Gira*" in runs("/client list").words
    ada.presses(runs("/client show Delmar").message, "Edit")
    assert ada.submits({"measure": "under five a week"}) is None
    assert "under five a week" in runs("/client show Delmar").words


def test_two_clients_of_one_name_are_asked_about(selling: World) -> None:
    runs = selling.ada.runs
    runs("/client add Alpha North")
    runs("/client add Alpha South")
    said = runs("/promise send Alpha the plan by Friday").words
    assert "Alpha North" in said
    assert "Alpha South" in said
    assert "?" in said
    assert "No promise is open" in runs("/promise list").words


def test_a_promise_without_words_opens_the_form(selling: World) -> None:
    ada = selling.ada
    ada.runs("/promise")
    assert ada.modal.title == "A promise"
    assert ada.submits({"text": "the pilot report", "client_name": "Gira"})  # no day yet
    assert ada.submits({"said": "next Tuesday"}) is None
    assert "the pilot report for Gira" in ada.runs("/promise list").words


def test_a_question_at_once(selling: World) -> None:
    selling.ada.runs("/client add Delmar: fewer callouts at night")
    assert "direct messages" in selling.ada.runs("/reflect").words
    assert "direct messages" in selling.ada.runs("/reflect Delmar").words
    selling.works()
    at_large, about = questions(selling.ada)
    assert at_large.text.count("?") == 1
    assert "Delmar" in about.text
    assert "Later" in about.labels


def test_whom_one_keeps(selling: World) -> None:
    runs = selling.ada.runs
    assert "You keep no client yet" in runs("/followups").words
    assert "every 6 weeks, at worst 10" in runs("/followups Gira every 6 weeks, at worst 10").words
    assert "*Gira*" in runs("/alongside followups").words
    assert "no longer on your list" in runs("/followups Gira off").words
    assert "You keep no client yet" in runs("/followups").words


def test_a_digest_at_once(selling: World) -> None:
    assert "direct messages" in selling.ada.runs("/digest now").words
    selling.works()
    assert len(digests(selling.ada)) == 1


def test_pause_resume_settings_why_and_status(selling: World) -> None:
    ada = selling.ada
    assert "Paused until Tuesday 26 May" in ada.runs("/alongside pause 2 weeks").words
    assert "Paused until" in ada.runs("/alongside status").words
    assert "Back again" in ada.runs("/alongside resume").words
    assert "I am working" in ada.runs("/alongside status").words
    assert "noticed nothing for you yet" in ada.runs("/alongside why").words
    ada.runs("/alongside settings")
    assert ada.modal.title == "Settings"


def test_who_has_not_joined_is_told_how(world: World) -> None:
    for verb in ("why", "pause 2 weeks", "resume", "settings"):
        said = world.eve.runs(f"/alongside {verb}")
        assert "You have not joined yet" in said.words
        assert said.message.labels[0] == "Join"
        assert world.eve.modal is None
    world.works()
    assert world.eve.dm_messages() == []


def test_nothing_that_is_typed_is_live(selling: World) -> None:
    said = selling.ada.runs("/client add <!channel> & <@U123> *bold*")
    assert "<!channel>" not in said.text
    shown = selling.ada.runs("/client list").message
    assert "<!channel>" not in str(shown.raw)
    assert "<@U123>" not in str(shown.raw)
