"""After a meeting two presses: who talked more, and what was learned; a range of it in Home."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.answers import Given, WhoTalked
from bot.playground.shown import Message
from tests.loop.reading_along import letters
from tests.privacy.seeing import everything_seen_by
from tests.world import World, at

ROW = ["They did", "About even", "We did"]
LEARNED = "ceruleanmarker"


@pytest.fixture
def met(sold: World) -> World:
    """Ada is asked about her meeting with Gira."""
    sold.ada.runs("/client add Gira: fewer callouts at night")
    sold.ada.posts("#deals", "Met with Gira today. They have the budget for the second site.")
    sold.passes(minutes=10)
    return sold


def asked(world: World) -> Message:
    return letters(world.ada)[0]


def presses(world: World, label: str) -> None:
    world.ada.presses(asked(world), label)
    world.works()


def talked(world: World) -> list[str]:
    """What is kept of who talked more, for Ada."""
    with world.services.reading(world.town.id) as store:
        return [who.value for _, who in store.answers.who_talked(world.ada.id, 10)]


def test_one_press_is_noted_without_saying_what_and_the_question_stays(met: World) -> None:
    assert asked(met).labels[-3:] == ROW
    presses(met, "We did")
    assert asked(met).text.endswith("Who talked more: noted, for you alone.")
    assert asked(met).labels[-1] == "What you learned"
    assert "We did" not in str(asked(met).raw)
    assert talked(met) == ["we"]


def test_a_second_press_corrects_the_first_and_the_answer_erases_neither(met: World) -> None:
    met.ada.presses(asked(met), "We did")
    met.ada.presses(asked(met), "They did")  # her screen is a moment behind
    met.ada.dms("two nights without a call")
    met.works()
    assert asked(met).labels == ["Change"]
    assert talked(met) == ["they"]
    presses(met, "Change")
    assert met.ada.submits(words="three nights without a call") is None
    assert talked(met) == ["they"]


@pytest.mark.prove
def test_what_was_learned_is_one_field_and_may_stay_empty(met: World) -> None:
    presses(met, "They did")
    presses(met, "What you learned")
    assert met.ada.modal is not None
    assert [field.block_id for field in met.ada.modal.fields] == ["learned"]
    assert met.ada.submits() is None
    met.works()
    assert asked(met).labels[-1] == "What you learned"
    presses(met, "What you learned")
    assert met.ada.submits(learned=LEARNED) is None
    met.works()
    assert LEARNED not in str(asked(met).raw)
    assert "What you learned" not in asked(met).labels


@pytest.mark.prove
def test_who_pressed_it_did_not_ignore_the_question(met: World) -> None:
    presses(met, "About even")
    with met.services.reading(met.town.id) as store:
        (past,) = store.past_nudges.of(met.ada.id, met.clock.now())
    assert past.acted_at is not None


@pytest.mark.prove
def test_a_question_that_is_no_meeting_s_has_no_such_row(sold: World) -> None:
    sold.ada.posts("#deals", "Lost Acme to a competitor")
    sold.passes(minutes=20)
    sold.ada.runs("/reflect")
    sold.works()
    assert len(letters(sold.ada)) == 2
    assert not any(set(ROW) & set(one.labels) for one in letters(sold.ada))


@pytest.mark.prove
def test_a_press_of_last_year_changes_nothing(met: World) -> None:
    met.slack.faults.add("server_error", method="chat.update", times=1_000)
    met.clock.set(at("2027-06-01 10:00"))
    met.works()
    met.ada.presses(asked(met), "They did")
    assert "nothing was changed" in met.ada.ephemerals(met.ada.dm())[-1].text
    assert talked(met) == []


@pytest.mark.prove
def test_another_person_cannot_press_for_her(met: World) -> None:
    met.has_joined(met.ben)
    value = next(one for one in asked(met).buttons if one.label == "They did").value
    assert value
    with pytest.raises(Exception, match="no button"):
        met.ben.presses(met.ben.dm_messages()[-1], "They did")
    assert talked(met) == []


def weeks_of_meetings(world: World, meetings: int) -> None:
    """What Ada pressed after so many meetings, one a week until today."""
    with world.services.transaction(world.town.id) as store:
        client = store.clients.named("Gira")[0]
        for week in range(meetings):
            store.answers.write(
                world.ada.id,
                world.clock.now() - timedelta(weeks=week),
                nudge_id=None,
                client_id=client.id,
                given=given(week),
            )
        store.people.home_changed(world.ada.id)


def given(week: int) -> Given:
    """They talked more in two of three."""
    return Given(who_talked=WhoTalked.WE if week % 3 == 0 else WhoTalked.THEY)


def home(world: World) -> str:
    world.ada.opens_home()
    world.works()
    assert world.ada.home is not None
    return world.ada.home.words


def test_home_shows_a_range_once_enough_is_behind_it(met: World) -> None:
    weeks_of_meetings(met, 5)
    assert "they talked more" not in home(met)
    weeks_of_meetings(met, 6)
    met.ada.opens_home()
    assert (
        "In 4 to 8 of your last 10 meetings they talked more, going by what you pressed. "
        "Only you see this."
    ) in home(met)


@pytest.mark.prove
def test_it_is_in_home_alone_and_nobody_else_meets_it(met: World) -> None:
    met.has_joined(met.ben)
    met.ben.runs("/followups Gira every 6 weeks, at worst 10")
    presses(met, "We did")
    presses(met, "What you learned")
    assert met.ada.submits(learned=LEARNED) is None
    weeks_of_meetings(met, 10)
    assert "they talked more" in home(met)
    met.ben.runs("/prep Gira")
    met.works()
    for other in (met.ben, met.max):
        seen = everything_seen_by(met, other)
        assert LEARNED not in seen
        assert "they talked more" not in seen
    met.moves_to(at("2026-05-22 15:00"))
    said = "\n".join(one.text for one in met.ada.dm_messages())
    assert "they talked more" not in said
    assert LEARNED not in said
