"""What no post tells of: quarters end, goals go stale, clients cool, check-ins come due."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.vocabulary import MomentKind
from bot.playground.shown import Message
from tests.loop.reading_along import came_at, questions, worker_sleeps_until
from tests.world import World, at

FLOWS = Path(__file__).parents[2] / "bot" / "flows"
NEVER_OPENED = {
    MomentKind.PROMISE_DUE: "promises come back in the morning note",
    MomentKind.CANDIDATE_FOUND: "what was found is offered at the moment of its own post",
    MomentKind.MEETING_AHEAD: "what to find out is asked when the person asks for it",
    MomentKind.ANSWER_GIVEN: "the second turn stands in the form of the first",
}


def asked(world: World) -> list[tuple[str, Message]]:
    """The family of each question that Ada was asked, and the question."""
    found = []
    for message in questions(world.ada):
        key = str((message.metadata or {})["event_payload"]["key"])
        with world.services.reading(world.town.id) as store:
            nudge = store.nudges.with_key(key)
        assert nudge is not None
        prompt = world.services.catalogue.get(nudge.prompt_id or "")
        found.append((prompt.family if prompt else "", message))
    return found


def lives_through(world: World, *days: str) -> list[tuple[str, Message]]:
    """A morning and an afternoon of each day; the questions that came in them."""
    before = len(questions(world.ada))
    for day in days:
        worker_sleeps_until(world, at(f"{day} 08:45"))
        worker_sleeps_until(world, at(f"{day} 15:05"))
    return asked(world)[before:]


def crm_says(world: World, client: str, stage: str, amount: str = "€40,000") -> None:
    """A CRM posts a step of one of Ada's deals."""
    world.town.app_posts(
        "#deals",
        username="CRM",
        text=f"Deal stage changed\n*Deal:* {client} rollout\n*Company:* {client}\n"
        f"*New Stage:* {stage}\n*Amount:* {amount}\n*Owner:* {world.ada.mention}",
    )


def keeps(world: World, client: str, every: str) -> None:
    """Ada keeps a client from now on."""
    world.ada.runs(f"/client add {client}")
    assert client in world.ada.runs(f"/followups {client} every {every}").text


def test_every_moment_is_opened_by_a_flow_or_comes_in_another_way() -> None:
    sources = "\n".join(path.read_text() for path in FLOWS.glob("*.py"))
    opened = set(re.findall(r"MomentKind\.([A-Z_]+)", sources))
    silent = {kind for kind in MomentKind if kind.name not in opened}
    assert silent <= set(NEVER_OPENED)
    assert not set(NEVER_OPENED) & {
        MomentKind[name] for name in re.findall(r"_once\([^)]*MomentKind\.([A-Z_]+)", sources)
    }


def test_a_goal_nobody_spoke_of_for_a_quarter_is_asked_about(sold: World) -> None:
    keeps(sold, "Gira", "40 weeks, at worst 50")
    sold.ada.runs("/client edit Gira")
    assert sold.ada.submits({"goal": "fewer callouts at night", "said_by": "Jo"}) is None
    sold.ada.runs("/digest off")  # one that comes late would make its day a digest day
    assert lives_through(sold, "2026-08-05") == []
    ((family, message),) = lives_through(sold, "2026-08-10")
    assert family == "P1"
    assert "‘fewer callouts at night’" in message.text
    assert came_at(sold.ada, message).hour == 15, "late, so that what the day brings comes first"


@pytest.mark.prove
def test_a_goal_that_was_confirmed_meanwhile_is_not(sold: World) -> None:
    keeps(sold, "Gira", "40 weeks, at worst 50")
    sold.ada.runs("/client edit Gira")
    sold.ada.submits({"goal": "fewer callouts at night"})
    worker_sleeps_until(sold, at("2026-08-10 08:45"))
    sold.ada.runs("/client edit Gira")
    sold.ada.submits({"goal": "no callouts at night"})
    assert lives_through(sold, "2026-08-11", "2026-08-12") == []


def test_a_renewal_is_asked_about_only_where_nothing_was_given_lately(sold: World) -> None:
    sold.ada.posts("#deals", "Gira is up for renewal in July, 40k")
    sold.passes(minutes=10)
    ((family, message),) = asked(sold)
    assert family == "P7"
    assert "Gira" in message.text


def test_who_gave_lately_is_not_told_to_give(sold: World) -> None:
    keeps(sold, "Gira", "2 weeks, at worst 20")
    worker_sleeps_until(sold, at("2026-05-26 08:45"))
    note = next(one for one in sold.ada.dm_messages() if "Gave something" in one.labels)
    sold.ada.presses(note, "Gave something")
    sold.works()
    sold.ada.posts("#deals", "Gira is up for renewal in July, 40k")
    worker_sleeps_until(sold, at("2026-05-26 11:00"))
    assert asked(sold) == []
    assert "no question that fits is fresh" in sold.ada.runs("/alongside why").words


def test_talk_of_a_price_can_be_asked_about_as_giving_first(sold: World) -> None:
    crm_says(sold, "Gira", "Verhandlung")
    with sold.services.reading(sold.town.id) as store:
        (moment,) = store.moments.open_of(sold.ada.id)
    assert moment.facts["price_talk"] == "yes"


@pytest.mark.prove
def test_another_amount_is_talk_of_a_price_and_the_same_is_not(sold: World) -> None:
    for stage, amount in (("Proposal", "€40,000"), ("Pilot", "€40,000"), ("Trial", "€35,000")):
        crm_says(sold, "Gira", stage, amount)
    with sold.services.reading(sold.town.id) as store:
        moments = store.moments.open_of(sold.ada.id)
    assert ["price_talk" in one.facts for one in moments] == [False, False, True]


def wants_quarter_end(world: World, *chosen: str) -> None:
    world.ada.runs("/alongside settings")
    assert world.ada.submits({"quarter_end": list(chosen)}) is None


def haggles(world: World, *clients: str) -> None:
    """Deals in which there is talk of a price, and the question that came of it."""
    for client in clients:
        crm_says(world, client, "Negotiation")
    worker_sleeps_until(world, at("2026-05-12 10:10"))
    world.ada.presses(questions(world.ada)[-1], "Not relevant")


CHOSEN = "Ask me whether I would offer this on its first day"


def test_the_end_of_a_quarter_is_silent_unless_chosen(sold: World) -> None:
    haggles(sold, "Gira")
    assert lives_through(sold, "2026-06-17", "2026-06-18") == []


def test_at_the_end_of_a_quarter_two_questions_at_most(sold: World) -> None:
    sold.ada.runs("/digest off")
    haggles(sold, "Gira", "Acme", "Brix")
    wants_quarter_end(sold, CHOSEN)
    before = lives_through(sold, "2026-06-16")
    assert [family for family, _ in before if family == "P8"] == []
    days = [f"2026-06-{day}" for day in (17, 18, 22, 26, 29, 30)]
    told = []
    for day in days:
        for family, message in lives_through(sold, day):
            told.append(family)
            sold.ada.presses(message, "Not relevant")
    assert told.count("P8") == 2
    assert lives_through(sold, "2026-07-01") == []


@pytest.mark.prove
def test_who_no_longer_wants_it_hears_no_more_of_it(sold: World) -> None:
    haggles(sold, "Gira")
    wants_quarter_end(sold, CHOSEN)
    worker_sleeps_until(sold, at("2026-06-17 08:45"))
    wants_quarter_end(sold)
    assert lives_through(sold, "2026-06-17", "2026-06-18") == []


def test_a_client_past_the_worst_interval_is_asked_about_once_a_month(sold: World) -> None:
    keeps(sold, "Gira", "2 weeks, at worst 4")
    assert lives_through(sold, "2026-06-02", "2026-06-04") == [], "a line on the list day till then"
    ((family, message),) = lives_through(sold, "2026-06-10", "2026-06-11")
    assert family == "P6"
    assert "Gira" in message.text
    assert lives_through(sold, "2026-06-15", "2026-06-22") == []


@pytest.mark.prove
def test_a_word_with_the_client_ends_it(sold: World) -> None:
    keeps(sold, "Gira", "2 weeks, at worst 4")
    worker_sleeps_until(sold, at("2026-06-10 08:45"))
    with sold.services.transaction(sold.town.id) as store:
        (moment,) = store.moments.open_of(sold.ada.id)
        assert moment.kind is MomentKind.RELATIONSHIP_COOLING
    gives_something(sold)
    assert lives_through(sold, "2026-06-10", "2026-06-11") == []


def gives_something(world: World) -> None:
    """Ada gives the client something, from the list of the list day before."""
    note = next(one for one in world.ada.dm_messages()[::-1] if "Gave something" in one.labels)
    world.ada.presses(note, "Gave something")
    world.works()


def wins_and_waits(world: World) -> Message:
    """A deal is won, and thirty days later its check-in stands in the morning note."""
    world.ada.posts("#deals", "Delmar: closed won, 40k")
    worker_sleeps_until(world, at("2026-05-12 10:10"))
    world.ada.presses(questions(world.ada)[-1], "Not relevant")
    worker_sleeps_until(world, at("2026-06-11 08:45"))
    note = world.ada.dm_messages()[-1]
    assert "30 days since Delmar was won" in note.text
    return note


def test_after_a_check_in_it_is_asked_what_became_of_it(sold: World) -> None:
    note = wins_and_waits(sold)
    sold.ada.presses(note, "Heard from them")
    assert lives_through(sold, "2026-06-11") == [], "not on the day of the note itself"
    came = lives_through(sold, "2026-06-12", "2026-06-15")
    ((family, message),) = came
    assert family == "P11"
    assert "Delmar" in message.text


@pytest.mark.prove
def test_a_check_in_that_was_put_off_is_not_asked_about(sold: World) -> None:
    note = wins_and_waits(sold)
    worker_sleeps_until(sold, at("2026-06-12 08:45"))
    sold.ada.presses(note, "Later")
    assert lives_through(sold, "2026-06-12", "2026-06-15") == []


def test_before_a_meeting_what_to_find_out_is_asked_on_request(sold: World) -> None:
    sold.ada.posts("#deals", "Meeting with Gira today at 13:00")
    sold.ada.runs("/reflect Gira")
    sold.works()
    assert asked(sold)[0][0] == "P10"
    sold.ada.runs("/reflect Acme")
    sold.ada.runs("/client add Acme")
    sold.ada.runs("/reflect Acme")
    sold.works()
    assert asked(sold)[-1][0] != "P10"


def opens_everything(world: World, question: Message) -> str:
    """The form at its full length, as it reads."""
    for button in question.buttons:
        if not button.is_in_menu:
            world.ada.presses(question, button.label)
            if world.ada.modal is not None:
                break
    world.ada.presses(world.ada.modal, "Add more")
    return world.ada.modal.words


def test_the_second_turn_asks_for_a_plan_once_a_week(sold: World) -> None:
    turns = [one for one in sold.services.catalogue.prompts if one.family == "P3"]
    starts = {turn.texts["en"].split("{")[0].strip() for turn in turns}
    sold.ada.posts("#deals", "Just met with Gira, went well.")
    sold.passes(minutes=10)
    form = opens_everything(sold, questions(sold.ada)[-1])
    assert any(start in form for start in starts)
    assert (
        sold.ada.submits(words="two engineers", if_situation="Jo waits", then_act="I ask") is None
    )
    sold.works()
    sold.moves_to(at("2026-05-13 11:00"))
    sold.ada.posts("#deals", "Just met with Acme, went well.")
    sold.passes(minutes=10)
    again = opens_everything(sold, questions(sold.ada)[-1])
    assert "… then I will" not in again
    sold.ada.closes_modal(everything=True)
    sold.clock.set(sold.clock.now() + timedelta(days=8))
    assert "… then I will" in opens_everything(sold, questions(sold.ada)[-1])
