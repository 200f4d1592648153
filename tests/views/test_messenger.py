"""The messenger in the local Slack: what arrives, what is found again, and how it fails."""

from __future__ import annotations

import http.client
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.error import URLError

import pytest
from slack_sdk import WebClient

from bot.clock import ManualClock
from bot.domain.letters import MeetingLine, MorningNote, Reply, Shown, Welcome, WhatIsPosted
from bot.domain.people import Person
from bot.domain.record import Home
from bot.errors import RemoteError
from bot.ports import Address, Reader
from bot.slack.messenger import SlackMessenger
from bot.slack.payloads import read_action
from bot.slack.views.keep_form import keep_form
from bot.slack.views.letters import letter_view
from bot.slack.web_calls import web_client
from tests.views.meridian import NOW, Workspace


@pytest.fixture
def meridian() -> Workspace:
    return Workspace()


def refused(call: Any) -> RemoteError:
    with pytest.raises(RemoteError) as caught:
        call()
    return caught.value


def test_a_letter_arrives_and_shrinks(meridian: Workspace) -> None:
    at = meridian.sends()
    (seen,) = meridian.ada.dm_messages()
    assert seen.text.startswith("Which three clients")
    assert [button.label for button in seen.buttons] == ["Choose", "Later", "Why this?"]
    chosen = Shown("chosen", {"clients": "Gira\nDelmar"}, can_change=True)
    meridian.messenger.show(meridian.town.id, at, Welcome(), chosen, "n1", Reader("en"))
    (seen,) = meridian.ada.dm_messages()
    assert seen.text == "You keep: Gira, Delmar."
    assert [button.label for button in seen.buttons] == ["Change"]


def test_what_was_sent_is_found_by_its_key_alone(meridian: Workspace) -> None:
    at = meridian.sends("n1")
    for number in range(120):
        meridian.ada.dms(f"message {number}")
    find = meridian.messenger.find_sent
    assert find(meridian.to_ada, "n1", NOW) == at
    assert find(meridian.to_ada, "n2", NOW) is None
    assert find(meridian.to_ada, "n1", NOW + timedelta(days=1)) is None


def test_what_was_sent_into_a_thread_is_found_there(meridian: Workspace) -> None:
    first = meridian.sends("n1")
    there = Address(meridian.town.id, meridian.ada.id, thread_ts=first.ts)
    at = meridian.messenger.send(there, Reply("dm_noted"), "n2", "en")
    assert meridian.messenger.find_sent(there, "n2", NOW) == at


def test_in_a_channel_for_one_person_alone(meridian: Workspace) -> None:
    meridian.ada.joins("#deals")
    meridian.ada.invites_app("#deals")
    channel = meridian.town.channel("#deals").id
    to = Address(meridian.town.id, channel_id=channel, ephemeral_to=meridian.ada.id)
    meridian.messenger.send(to, WhatIsPosted(channel), "n1", "en")
    (seen,) = meridian.ada.ephemerals("#deals")
    assert seen.text.startswith("What is posted here")
    assert meridian.messenger.find_sent(to, "n1", NOW) is None
    meridian.ada.presses(seen, "Deals")
    pressed = read_action(meridian.last_heard())
    assert pressed is not None
    assert pressed.press.ref == f"deals@{channel}"
    said = letter_view(Reply("holds", {"holds": "deals"}), "")
    meridian.messenger.answer(pressed.response_url or "", said, replaces=True)
    assert meridian.ada.ephemerals("#deals")[-1].text == "From now on I read deal posts here."


def test_an_answer_that_comes_too_late_is_refused_for_good(meridian: Workspace) -> None:
    url = "https://hooks.slack.com/response/none"
    error = refused(lambda: meridian.messenger.answer(url, letter_view(Reply("help"), "")))
    assert error.permanent


def test_home_a_form_and_another_form(meridian: Workspace) -> None:
    person = Person(meridian.town.id, meridian.ada.id, "Ada")
    meridian.messenger.publish_home(Home(person, NOW))
    assert meridian.ada.home is not None
    assert "Start" in meridian.ada.home.words
    meridian.sends()
    meridian.ada.presses(meridian.ada.dm_messages()[-1], "Choose")
    pressed = read_action(meridian.last_heard())
    assert pressed is not None
    view_id = meridian.messenger.open_view(meridian.town.id, pressed.trigger_id, keep_form((), ""))
    assert meridian.ada.modal is not None
    known = keep_form((("C1", "Gira"),), "")
    meridian.messenger.update_view(meridian.town.id, view_id, known)
    assert "Gira" in meridian.ada.modal.words
    again = refused(
        lambda: meridian.messenger.open_view(
            meridian.town.id, pressed.trigger_id, keep_form((), "")
        )
    )
    assert again.permanent


def test_members_and_name_of_a_channel(meridian: Workspace) -> None:
    for number in range(3):
        meridian.town.person(f"Seller {number}").joins("#deals")
    meridian.ada.joins("#deals")
    meridian.ada.invites_app("#deals")
    channel = meridian.town.channel("#deals").id
    members = meridian.messenger.members(meridian.town.id, channel)
    assert meridian.ada.id in members
    assert len(members) == 5
    seen = meridian.messenger.channel(meridian.town.id, channel)
    assert (seen.name, seen.is_shared, seen.is_member) == ("deals", False, True)


def test_presence_is_asked_afresh(meridian: Workspace) -> None:
    team, ada = meridian.town.id, meridian.ada.id
    there = meridian.messenger.presence(team, ada)
    assert (there.zone, there.email, there.is_deactivated) == (
        "Europe/Berlin",
        "ada@meridian.example",
        False,
    )
    assert there.quiet_until is None
    meridian.ada.sets_dnd(NOW + timedelta(hours=2))
    assert meridian.messenger.presence(team, ada).quiet_until == NOW + timedelta(hours=2)
    meridian.ada.sets_dnd(None)
    meridian.ada.sets_status("Vacationing", ":palm_tree:")
    assert meridian.messenger.presence(team, ada).quiet_until == datetime(
        2026, 6, 9, 22, tzinfo=UTC
    )
    meridian.town.deactivates(meridian.ada)
    assert meridian.messenger.presence(team, ada).is_deactivated


def test_too_fast_is_not_asked_again_before_its_time(meridian: Workspace) -> None:
    meridian.sends("n0")
    meridian.slack.faults.add("ratelimited", method="chat.postMessage", retry_after=40)
    assert refused(meridian.sends).retry_after == timedelta(seconds=40)
    meridian.clock.pass_machine_time(timedelta(seconds=30))
    assert refused(meridian.sends).retry_after == timedelta(seconds=10)
    meridian.ada.joins("#deals")
    meridian.ada.invites_app("#deals")
    elsewhere = Address(meridian.town.id, channel_id=meridian.town.channel("#deals").id)
    meridian.messenger.send(elsewhere, Reply("help"), "n3", "en")
    meridian.clock.pass_machine_time(timedelta(seconds=10))
    meridian.sends("n4")
    assert len(meridian.ada.dm_messages()) == 2


@pytest.mark.parametrize(
    ("fault", "arrived"), [("timeout_before", 1), ("timeout_after", 2), ("server_error", 1)]
)
def test_what_may_have_arrived_is_said_so(meridian: Workspace, fault: Any, arrived: int) -> None:
    meridian.sends("n0")
    meridian.slack.faults.add(fault, method="chat.postMessage")
    error = refused(lambda: meridian.sends("n1"))
    assert error.maybe_done
    assert not error.permanent
    found = meridian.messenger.find_sent(meridian.to_ada, "n1", NOW)
    assert (found is not None) == (arrived == 2)
    assert len(meridian.ada.dm_messages()) == arrived


def test_a_question_that_changes_nothing_is_never_maybe_done(meridian: Workspace) -> None:
    meridian.slack.faults.add("timeout_after", method="users.info")
    error = refused(lambda: meridian.messenger.presence(meridian.town.id, meridian.ada.id))
    assert not error.maybe_done


def test_what_will_never_work_is_permanent(meridian: Workspace) -> None:
    team = meridian.town.id
    nobody = Address(team, person_id="U0NOBODY")
    outside = Address(team, channel_id=meridian.town.channel("#random").id)
    for to in (nobody, outside, Address(team)):
        assert refused(lambda to=to: meridian.messenger.send(to, Welcome(), "n1", "en")).permanent
    meridian.client.token = "xoxb-wrong"
    assert refused(meridian.sends).code == "invalid_auth"


class Broken(WebClient):
    """A connection on which something goes wrong."""

    def __init__(self, error: Exception) -> None:
        super().__init__(token="xoxb-1")
        self.error = error

    def api_call(self, *_args: Any, **_more: Any) -> Any:
        raise self.error


@pytest.mark.parametrize(
    ("error", "maybe_done"),
    [
        (URLError(ConnectionRefusedError()), False),
        (URLError(TimeoutError()), True),
        (TimeoutError(), True),
        (http.client.RemoteDisconnected(), True),
        (ConnectionResetError(), True),
    ],
)
def test_a_broken_connection(error: Exception, maybe_done: bool) -> None:
    messenger = SlackMessenger(lambda _team: Broken(error), ManualClock(NOW))
    to = Address("T1", channel_id="C1")
    raised = refused(lambda: messenger.send(to, Welcome(), "n1", "en"))
    assert (raised.maybe_done, raised.permanent) == (maybe_done, False)


def test_the_client_never_tries_again_by_itself() -> None:
    assert web_client("xoxb-1").retry_handlers == []


def test_push_shows_the_persons_own_time_once_their_zone_is_known(meridian: Workspace) -> None:
    note = MorningNote(NOW.date(), (MeetingLine("M1", "C1", "Gira", NOW),))
    meridian.messenger.send(meridian.to_ada, note, "n1", "en")
    assert "|09:00 UTC>" in meridian.ada.dm_messages()[-1].text
    meridian.messenger.presence(meridian.town.id, meridian.ada.id)
    meridian.messenger.send(meridian.to_ada, note, "n2", "en")
    assert "|11:00>" in meridian.ada.dm_messages()[-1].text
