"""The messenger with slack_sdk's own client, over HTTP on this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.domain.letters import Reply, Shown, Welcome, WhatIsPosted
from bot.domain.people import Person
from bot.domain.record import Home
from bot.errors import RemoteError
from bot.playground.server import LocalSlackServer
from bot.ports import Address, Reader
from bot.slack.messenger import SlackMessenger
from bot.slack.payloads import read_action
from bot.slack.views.letters import letter_view
from bot.slack.web_calls import web_client
from tests.views.meridian import NOW, Workspace

pytestmark = pytest.mark.sockets


@pytest.fixture
def meridian() -> Iterator[Workspace]:
    workspace = Workspace()
    server = LocalSlackServer(workspace.slack)
    server.start()
    client = web_client(workspace.client.token or "", f"{workspace.slack.ground.base_url}/api/")
    workspace.messenger = SlackMessenger(lambda _team: client, workspace.clock)
    try:
        yield workspace
    finally:
        server.stop()


def test_every_call_is_understood(meridian: Workspace) -> None:
    messenger, team, ada = meridian.messenger, meridian.town.id, meridian.ada
    assert messenger.presence(team, ada.id).zone == "Europe/Berlin"
    at = messenger.send(meridian.to_ada, Welcome(), "n1", "en-GB")
    assert messenger.find_sent(meridian.to_ada, "n1", NOW) == at
    messenger.show(team, at, Welcome(), Shown("choose_later"), "n1", Reader("en"))
    assert ada.dm_messages()[-1].text.startswith("Later.")
    messenger.publish_home(Home(Person(team, ada.id, "Ada"), NOW))
    assert ada.home is not None
    ada.joins("#deals")
    ada.invites_app("#deals")
    channel = meridian.town.channel("#deals").id
    assert ada.id in messenger.members(team, channel)
    assert messenger.channel(team, channel).name == "deals"
    alone = Address(team, channel_id=channel, ephemeral_to=ada.id)
    messenger.send(alone, WhatIsPosted(channel), "n2", "en")
    ada.presses(ada.ephemerals("#deals")[-1], "Neither")
    pressed = read_action(meridian.last_heard())
    assert pressed is not None
    said = letter_view(Reply("holds", {"holds": "neither"}), "")
    messenger.answer(pressed.response_url or "", said, replaces=True)
    assert ada.ephemerals("#deals")[-1].text == "I read nothing here."
    messenger.clear(pressed.response_url or "")
    assert ada.ephemerals("#deals") == []


def test_too_fast_and_nobody_there(meridian: Workspace) -> None:
    meridian.sends("n0")
    meridian.slack.faults.add("ratelimited", method="chat.postMessage", retry_after=7)
    with pytest.raises(RemoteError) as slow:
        meridian.sends()
    assert slow.value.retry_after is not None
    assert slow.value.retry_after.total_seconds() == 7
    nobody = SlackMessenger(
        lambda _team: web_client("xoxb-1", "http://127.0.0.1:9/api/"), meridian.clock
    )
    with pytest.raises(RemoteError) as absent:
        nobody.send(Address("T1", channel_id="C1"), Welcome(), "n1", "en")
    assert not absent.value.maybe_done
