"""Somebody asks for help on a client's question; whoever says no is seen by nobody."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import select

from bot.playground.member import Member
from bot.playground.shown import Message
from bot.store.tables import client_notes
from tests.loop.reading_along import letters, times
from tests.world import World, at

QUESTION = "how do they cut unplanned downtime on line 3?"
ASKS = [
    "Ada Brandt asks for your help with Gira.",
    "Gira wants: ‘fewer callouts at night’.",
    f"The question: ‘{QUESTION}’",
    "About 30 minutes of your time.",
    "No is a full answer, and nobody sees it.",
]
OVER = "This one is over. Nobody sees whether or how you answered."


def lists(world: World, member: Member, topics: str, asks: str = "2") -> None:
    """They say in Home what they can help with; nobody of them has joined."""
    member.opens_home()
    world.works()
    assert member.home is not None
    labels = [one.label for one in member.home.buttons]
    member.presses(member.home, next(one for one in HOME if one in labels))
    assert member.submits(topics=topics, asks_a_month=asks) is None
    world.works()


HOME = ("I can help", "Switch on", "Edit")


@pytest.fixture
def minds(sold: World) -> World:
    """Ada knows what Gira wants; Eve and Max listed what they can help with."""
    sold.ada.runs("/client add Gira: fewer callouts at night")
    lists(sold, sold.eve, "sensors\nline maintenance, downtime")
    lists(sold, sold.max, "databases")
    return sold


def asks(
    world: World, question: str = QUESTION, whom: Sequence[str] = (), **more: str
) -> dict[str, str] | None:
    world.ada.runs(f"/swarm Gira {question}")
    chosen: dict[str, object] = {"whom": list(whom)} if whom else {}
    refused = world.ada.submits({**chosen, **more})
    world.works()
    return refused


def asked(world: World) -> Message:
    """Eve's message."""
    assert asks(world) is None
    return letters(world.eve)[-1]


def home(member: Member) -> str:
    assert member.home is not None
    return member.home.words


def on_record(world: World) -> list[tuple[str, str, str]]:
    """The notes on clients' records: what they are about, their words, and who wrote them."""
    notes = (client_notes.c.about, client_notes.c.words, client_notes.c.author_id)
    with world.database.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(select(*notes))]


def told(member: Member) -> str:
    return member.ephemerals(member.dm())[-1].text


def test_the_best_match_is_asked_once_and_her_yes_is_told(minds: World) -> None:
    said = asked(minds)
    assert said.text.split("\n") == ASKS
    assert said.labels == ["I can help", "Not me", "Why this?", "Stop asking me"]
    assert letters(minds.max) == []
    assert letters(minds.ada)[-1].text == (
        f"Your question about Gira goes to Eve Lindholm: ‘{QUESTION}’. "
        "You hear from me when somebody can help."
    )
    minds.eve.presses(said, "I can help")
    minds.eve.presses(said, "I can help")
    assert told(minds.eve) == "You said yes to this one already."
    minds.works()
    assert letters(minds.eve)[-1].text == (
        f"You help Ada Brandt with Gira: ‘{QUESTION}’. Ada Brandt hears it from me, and writes "
        "to you."
    )
    yes = letters(minds.ada)[-1]
    assert yes.text.startswith("Eve Lindholm can help with Gira:")
    assert yes.labels == ["Post in a channel", "Close it"]
    minds.passes(days=5)
    assert len(letters(minds.eve)) == 1
    assert letters(minds.max) == []


def test_listing_topics_makes_nobody_a_seller(minds: World) -> None:
    assert "I can help with sensors, line maintenance, downtime." in home(minds.eve).replace(
        "*", ""
    )
    assert "Start" in [one.label for one in minds.eve.home.buttons]  # type: ignore[union-attr]
    minds.eve.posts("#deals", "Met with Gira today, I will send the report by Thursday.")
    minds.moves_to(at("2026-05-15 12:00"))
    assert letters(minds.eve) == []
    assert minds.eve.dm_messages() == []


def test_a_no_looks_like_no_reply_to_whoever_asked(minds: World) -> None:
    """What Ada and everybody else sees is the same, minute by minute, whatever Eve did."""
    lists(minds, minds.dee, "line speed")
    said = asked(minds)
    before = len(letters(minds.ada))
    minds.ada.opens_home()
    minds.works()
    shown = home(minds.ada)
    minds.eve.presses(said, "Not me")
    minds.works()
    assert letters(minds.eve)[-1].text == OVER
    assert home(minds.ada) == shown
    minds.moves_to(at("2026-05-13 17:29"))
    assert len(letters(minds.ada)) == before
    assert letters(minds.dee) == []
    minds.moves_to(at("2026-05-14 09:00"))
    assert times(minds.dee, letters(minds.dee)) == ["Thu 14 May 08:30"]
    assert letters(minds.ada)[-1].text == (
        f"Your question about Gira goes to Dee Tanaka as well: ‘{QUESTION}’."
    )
    assert "Asked: Eve Lindholm, Dee Tanaka." in home(minds.ada)


@pytest.mark.prove
def test_no_reply_lapses_silently_with_the_same_words(minds: World) -> None:
    said = asked(minds)
    minds.moves_to(at("2026-05-13 17:31"))
    (now,) = letters(minds.eve)
    assert now.ts == said.ts
    assert now.text == OVER
    minds.moves_to(at("2026-05-14 09:00"))
    last = letters(minds.ada)[-1]
    assert last.text.startswith("I find nobody else to ask about Gira:")
    assert last.labels == ["Post in a channel", "Close it"]


@pytest.mark.prove
def test_who_says_no_rests_two_weeks(minds: World) -> None:
    minds.eve.presses(asked(minds), "Not me")
    minds.works()
    minds.moves_to(at("2026-05-27 10:00"))
    assert asks(minds, "what stops downtime of sensors?") is None
    assert len(letters(minds.eve)) == 1
    minds.moves_to(at("2026-05-28 10:00"))
    assert asks(minds, "what else stops downtime of sensors?") is None
    assert len(letters(minds.eve)) == 2


@pytest.mark.prove
def test_twice_a_month_is_enough(minds: World) -> None:
    for what in ("sensors", "downtime", "maintenance"):
        assert asks(minds, f"what about {what}?") is None
        if letters(minds.eve)[-1].labels:
            minds.eve.presses(letters(minds.eve)[-1], "I can help")
            minds.works()
    assert len(letters(minds.eve)) == 2
    assert letters(minds.ada)[-1].text.startswith("I find nobody to ask about Gira just now")
    minds.moves_to(at("2026-06-11 09:59"))
    lists(minds, minds.eve, "sensors", "3")
    assert asks(minds, "which sensors?") is None
    assert len(letters(minds.eve)) == 4 - 1


@pytest.mark.prove
def test_stop_ends_it_and_home_switches_it_on_again(minds: World) -> None:
    minds.eve.presses(asked(minds), "Stop asking me")
    minds.works()
    assert letters(minds.eve)[-1].text.startswith("Stopped: I bring you no more questions.")
    assert "Stopped: questions about sensors" in home(minds.eve)
    assert asks(minds, "which sensors?") is None
    assert len(letters(minds.eve)) == 1
    lists(minds, minds.eve, "sensors")
    minds.moves_to(at("2026-05-28 10:00"))
    assert asks(minds, "which sensors now?") is None
    assert len(letters(minds.eve)) == 2


@pytest.mark.prove
def test_why_this_names_the_topics_that_fitted(minds: World) -> None:
    minds.eve.presses(asked(minds), "Why this?")
    said = told(minds.eve)
    assert "Ada Brandt asks colleagues for help with Gira." in said
    assert "You listed line maintenance, downtime." in said
    assert "Nobody sees a no" in said


@pytest.mark.prove
def test_a_question_goes_out_in_the_experts_own_hours(minds: World) -> None:
    lists(minds, minds.dee, "quality of welds")
    minds.clock.set(at("2026-05-12 14:00"))  # 21:00 in Tokyo
    assert asks(minds, "how do they check welds?") is None
    assert letters(minds.dee) == []
    minds.moves_to(at("2026-05-13 09:00"))
    assert times(minds.dee, letters(minds.dee)) == ["Wed 13 May 08:30"]


@pytest.mark.prove
def test_do_not_disturb_at_the_last_moment_moves_it(minds: World) -> None:
    minds.clock.set(at("2026-05-12 19:00"))
    assert asks(minds) is None
    minds.eve.sets_dnd(at("2026-05-13 11:00"))
    minds.moves_to(at("2026-05-13 12:00"))
    assert times(minds.eve, letters(minds.eve)) == ["Wed 13 May 11:00"]


def test_it_is_posted_where_the_asker_chose_as_it_was_previewed(minds: World) -> None:
    minds.eve.presses(asked(minds), "I can help")
    minds.works()
    before = len(minds.ada.sees("#deals"))
    minds.ada.presses(letters(minds.ada)[-1], "Post in a channel")
    assert minds.ada.modal is not None
    shown = minds.ada.modal.words
    assert f"<@{minds.eve.id}> can help." in shown
    assert len(minds.ada.sees("#deals")) == before
    assert minds.ada.submits(channel=minds.town.channel("#random").id) == {
        "channel": "I am not in that channel. Invite me there first, or choose another one."
    }
    assert minds.ada.submits(channel=minds.town.channel("#deals").id) is None
    minds.works()
    posted = minds.ada.sees("#deals")[-1].text
    assert posted in shown
    assert posted.split("\n")[0] == f"<@{minds.ada.id}> asks for help with Gira."
    minds.ada.presses(letters(minds.ada)[-1], "Post in a channel")
    assert told(minds.ada) == "It is posted already; nothing was posted now."
    assert len(minds.ada.sees("#deals")) == before + 1


@pytest.mark.prove
def test_what_changed_since_the_preview_is_not_posted(minds: World) -> None:
    said = asked(minds)
    minds.ada.opens_home()
    minds.works()
    minds.ada.presses(minds.ada.home, "Post in a channel")  # type: ignore[arg-type]
    minds.eve.presses(said, "I can help")
    minds.works()
    refused = minds.ada.submits(channel=minds.town.channel("#deals").id)
    assert refused == {
        "channel": "It would read differently by now. Close this, and open it again to see how."
    }


@pytest.mark.prove
def test_a_channel_with_outsiders_is_refused(minds: World) -> None:
    asked(minds)
    minds.ada.opens_home()
    minds.works()
    channel = minds.town.channel("#deals")
    with minds.services.transaction(minds.town.id) as store:
        store.channels.shared(channel.id, is_shared=True)
    minds.ada.presses(minds.ada.home, "Post in a channel")  # type: ignore[arg-type]
    assert minds.ada.submits(channel=channel.id) == {
        "channel": "People of another organisation are in that channel. Choose another one."
    }


def test_closing_tells_helpers_and_keeps_what_was_found(minds: World) -> None:
    minds.eve.presses(asked(minds), "I can help")
    minds.works()
    minds.ada.presses(letters(minds.ada)[-1], "Close it")
    said = {"found": "A loose sensor on gate 2", "thanks": "That saved their week"}
    assert minds.ada.submits(said) is None
    minds.works()
    assert letters(minds.eve)[-1].text.split("\n") == [
        f"Ada Brandt closed the question about Gira that you help with: ‘{QUESTION}’.",
        "What came out: ‘A loose sensor on gate 2’.",
        "Ada Brandt writes: ‘That saved their week’.",
    ]
    assert on_record(minds) == [("found", "A loose sensor on gate 2", minds.ada.id)]
    minds.ada.presses(letters(minds.ada)[-1], "Close it")
    assert told(minds.ada) == "This question is closed by now; nothing was changed."


@pytest.mark.prove
def test_closed_without_a_word_says_only_that_it_is_closed(minds: World) -> None:
    minds.eve.presses(asked(minds), "I can help")
    minds.works()
    minds.ada.presses(letters(minds.ada)[-1], "Close it")
    assert minds.ada.submits() is None
    minds.works()
    assert letters(minds.eve)[-1].text == (
        f"Ada Brandt closed the question about Gira that you help with: ‘{QUESTION}’."
    )


@pytest.mark.prove
def test_a_closed_question_is_not_sent_and_a_late_yes_is_a_sentence(minds: World) -> None:
    said = asked(minds)
    lists(minds, minds.dee, "welds")
    minds.clock.set(at("2026-05-12 14:00"))
    assert asks(minds, "how do they check welds?") is None
    minds.ada.opens_home()
    minds.works()
    for _ in range(2):
        assert minds.ada.home is not None
        minds.ada.presses(minds.ada.home, "Close it")
        assert minds.ada.submits() is None
        if letters(minds.eve)[-1].text != OVER:
            minds.eve.presses(said, "I can help")  # her screen is a moment behind
            assert told(minds.eve) == "This question is closed by now; nothing was changed."
        minds.works()
    assert letters(minds.eve)[-1].text == OVER
    minds.moves_to(at("2026-05-13 12:00"))
    assert letters(minds.dee) == []


def test_nobody_listed_anything_and_it_goes_to_a_channel(sold: World) -> None:
    sold.ada.runs("/client add Gira")
    sold.ada.runs(f"/swarm Gira: {QUESTION}")
    assert sold.ada.modal is not None
    assert "Nobody listed topics who can be asked just now." in sold.ada.modal.words
    assert sold.ada.submits() is None
    sold.works()
    last = letters(sold.ada)[-1]
    assert last.text.startswith("I find nobody to ask about Gira just now")
    sold.ada.presses(last, "Post in a channel")
    assert sold.ada.submits(channel=sold.town.channel("#deals").id) is None
    sold.works()
    assert "asks for help with Gira" in sold.ada.sees("#deals")[-1].text


@pytest.mark.prove
def test_whom_the_asker_chose_is_asked_whatever_they_listed(minds: World) -> None:
    assert asks(minds, whom=[minds.max.id, minds.eve.id]) is None
    assert len(letters(minds.max)) == len(letters(minds.eve)) == 1
    assert "goes to" in letters(minds.ada)[-1].text
    assert {"Eve", "Max"} <= set(letters(minds.ada)[-1].text.replace(",", " ").split())


@pytest.mark.prove
@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        ("x" * 501, "A precise question fits in 500 characters."),
        ("?" * 2999, "A precise question fits in 500 characters."),
    ],
)
def test_a_question_that_is_too_long_keeps_its_words(
    minds: World, typed: str, refused: str
) -> None:
    assert asks(minds, typed) == {"question": refused}
    assert minds.ada.modal is not None
    assert letters(minds.eve) == []


@pytest.mark.prove
def test_an_unknown_client_is_typed_and_kept(minds: World) -> None:
    minds.ada.runs(f"/swarm {QUESTION}")
    assert minds.ada.submits(client_name="Osprey Rail") is None
    minds.works()
    assert letters(minds.eve)[-1].text.startswith("Ada Brandt asks for your help with Osprey Rail.")


@pytest.mark.prove
def test_who_leaves_asks_for_nothing_any_more(minds: World) -> None:
    said = asked(minds)
    minds.ada.runs("/alongside leave")
    minds.eve.presses(said, "I can help")  # her screen is a moment behind
    assert told(minds.eve) == "This question is closed by now; nothing was changed."
    minds.works()
    assert letters(minds.eve)[-1].text == OVER


@pytest.mark.prove
def test_ignore_me_ends_being_asked(minds: World) -> None:
    minds.eve.runs("/alongside ignore me")
    assert asks(minds) is None
    assert letters(minds.eve) == []


@pytest.mark.prove
def test_whose_account_is_closed_is_not_asked(minds: World) -> None:
    minds.clock.set(at("2026-05-12 19:00"))
    assert asks(minds) is None
    minds.town.deactivates(minds.eve)
    minds.moves_to(at("2026-05-15 12:00"))
    assert letters(minds.eve) == []
    assert letters(minds.ada)[-1].text.startswith("I find nobody to ask about Gira")


@pytest.mark.prove
def test_a_merged_client_is_called_by_its_name_of_today(minds: World) -> None:
    minds.eve.presses(asked(minds), "I can help")
    minds.ada.runs("/client add Gira Hospitals")
    minds.ada.runs("/client merge Gira into Gira Hospitals")
    minds.works()
    minds.ada.opens_home()
    minds.works()
    assert "Gira Hospitals: ‘how do they" in home(minds.ada).replace("*", "")


@pytest.mark.prove
def test_the_answer_to_who_else_could_help_leads_to_asking_them(minds: World) -> None:
    card = minds.ada.runs("/client show Gira")
    assert card.message is not None
    minds.ada.presses(card.message, "Ask for help")
    assert minds.ada.modal is not None
    assert "Gira wants: ‘fewer callouts at night’." in minds.ada.modal.words


@pytest.mark.prove
def test_help_says_what_it_does(minds: World) -> None:
    assert "nobody sees who said no" in minds.ada.runs("/swarm help").words
    minds.ada.runs("/alongside swarm topics")
    assert minds.ada.submits(topics="prices") is None
    minds.works()


@pytest.mark.prove
def test_three_who_help_are_enough(minds: World) -> None:
    lists(minds, minds.dee, "welds")
    lists(minds, minds.cy, "prices")
    minds.clock.set(at("2026-05-12 10:00"))
    four = [minds.eve, minds.dee, minds.cy, minds.max]
    assert asks(minds, whom=[one.id for one in four]) == {"whom": "Choose three people at most."}
    assert minds.ada.submits(whom=[one.id for one in four[:3]]) is None
    minds.works()
    with minds.services.transaction(minds.town.id) as store:
        (swarm,) = store.swarms.open_of(minds.ada.id)
        now = minds.clock.now()
        assert store.swarm_asks.reserve(swarm.id, minds.max.id, 2, now, now, at("2026-05-14 10:00"))
        for one in (minds.dee, minds.cy, minds.max):
            store.swarm_asks.say_yes(swarm.id, one.id)
    minds.eve.presses(letters(minds.eve)[-1], "I can help")
    assert told(minds.eve) == "Three people help already, so nothing is needed from you."
    minds.works()
    assert letters(minds.eve)[-1].text == OVER


@pytest.mark.prove
def test_five_open_questions_are_enough(minds: World) -> None:
    for each in range(5):
        assert asks(minds, f"which price for batch {each}?") is None
    assert asks(minds, "and the sixth?") == {
        "question": "Five questions of yours are open. Close one in Home first."
    }


@pytest.mark.prove
def test_a_press_in_home_gives_a_stranger_a_name_and_an_hour(sold: World) -> None:
    """Else the message would come at night, and the list would show nobody's name."""
    lists(sold, sold.dee, "welds")
    sold.ada.runs("/client add Gira")
    sold.ada.runs("/swarm Gira how do they check welds?")
    assert sold.ada.modal is not None
    (field,) = (one for one in sold.ada.modal.fields if one.block_id == "whom")
    assert list(field.options) == ["Dee Tanaka: welds"]


@pytest.mark.prove
def test_words_under_the_ask_say_which_buttons_answer(minds: World) -> None:
    asked(minds)
    minds.eve.dms("gladly, tomorrow at ten")
    minds.works()
    assert letters(minds.eve)[-1].text.startswith("What you write here reaches nobody.")
    minds.max.dms("hello")
    minds.works()
    assert letters(minds.max)[-1].text.startswith("You have not joined yet.")


@pytest.mark.prove
@pytest.mark.parametrize("pressed", ["Not me", None])
def test_who_can_be_chosen_tells_nothing_of_a_no(minds: World, pressed: str | None) -> None:
    """Whoever was asked and has not said yes is not in the list, whatever they pressed."""
    said = asked(minds)
    if pressed:
        minds.eve.presses(said, pressed)
        minds.works()
    for when in ("2026-05-12 11:00", "2026-05-13 18:00", "2026-05-27 17:00"):
        minds.clock.set(at(when))
        minds.works()
        assert chosen_from(minds) == ["Max Oduya: databases"], when
    minds.clock.set(at("2026-05-27 17:31"))
    assert "Eve Lindholm: sensors, line maintenance, downtime" in chosen_from(minds)


def chosen_from(world: World) -> list[str]:
    """The names that the form offers, whom to ask."""
    world.ada.runs(f"/swarm Gira {QUESTION}")
    assert world.ada.modal is not None
    (field,) = (one for one in world.ada.modal.fields if one.block_id == "whom")
    world.ada.closes_modal(everything=True)
    return list(field.options)
