"""What Slack sends is read; what it never sends is nothing, and never a fault."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack import payloads
from bot.slack.presses import Act, Press
from tests.views.test_presses import json_like

NAMES = (
    "team team_id user user_id id event event_id event_time type channel channel_id ts text "
    "subtype message previous_message deleted_ts bot_profile app_id actions action_id value view "
    "container trigger_id callback_id response_url command selected_option message_ts thread_ts"
).split()
bodies = st.recursive(
    json_like,
    lambda inner: st.dictionaries(st.sampled_from(NAMES), inner, max_size=8) | st.lists(inner),
    max_leaves=25,
)
READERS: tuple[Callable[[object], object], ...] = (
    payloads.read_event,
    payloads.read_action,
    payloads.read_submission,
    payloads.read_shortcut,
    payloads.read_command,
)
OF_EVENTS = (payloads.read_message, payloads.read_membership, payloads.read_person)


@given(bodies)
def test_no_body_is_a_fault(body: object) -> None:
    for read in READERS:
        read(body)
    if isinstance(body, dict):
        for read_inner in OF_EVENTS:
            read_inner(body)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("body", [None, [], "x", 3, {}, {"team": "T1"}])
def test_what_is_no_payload_is_nothing(read: Callable[[object], object], body: object) -> None:
    assert read(body) is None


def test_an_event() -> None:
    body = {
        "team_id": "T1",
        "event_id": "Ev1",
        "event_time": 1_780_000_000,
        "event": {"type": "message", "channel": "D1", "user": "U1", "ts": "1.2", "text": "hi"},
    }
    event = payloads.read_event(body)
    assert event is not None
    assert (event.team, event.event_id, event.type) == ("T1", "Ev1", "message")
    said = payloads.read_message(event.event)
    assert said is not None
    assert (said.channel, said.person, said.text, said.is_direct) == ("D1", "U1", "hi", True)
    assert not said.is_in_thread


def test_an_edit_and_a_deletion_name_the_message_they_are_about() -> None:
    edit = payloads.read_message(
        {
            "channel": "C1",
            "subtype": "message_changed",
            "ts": "9.9",
            "message": {"ts": "1.2", "user": "U1", "text": "new", "thread_ts": "1.0"},
            "previous_message": {"ts": "1.2", "text": "old"},
        }
    )
    assert edit is not None
    assert (edit.ts, edit.text, edit.is_edit, edit.is_in_thread) == ("1.2", "new", True, True)
    gone = payloads.read_message(
        {
            "channel": "C1",
            "subtype": "message_deleted",
            "deleted_ts": "1.2",
            "previous_message": {"user": "U1", "text": "old"},
        }
    )
    assert gone is not None
    assert (gone.ts, gone.person, gone.text, gone.is_deletion) == ("1.2", "U1", "", True)


def test_a_press_in_a_message() -> None:
    pressed = payloads.read_action(
        {
            "type": "block_actions",
            "team": {"id": "T1"},
            "user": {"id": "U1"},
            "trigger_id": "1.2.3",
            "response_url": "https://hooks.slack.com/x",
            "container": {"channel_id": "C1", "message_ts": "1.2", "is_ephemeral": True},
            "actions": [{"action_id": "promise.sent#P1", "value": "1:n1:P1"}],
        }
    )
    assert pressed is not None
    assert pressed.press == Press(Act.PROMISE_SENT, "n1", "P1")
    assert (pressed.channel, pressed.ts, pressed.is_ephemeral) == ("C1", "1.2", True)


def test_a_response_url_of_another_sort_is_left_out() -> None:
    form = {
        "team_id": "T1",
        "user_id": "U1",
        "channel_id": "C1",
        "command": "/promise",
        "text": "  send it  ",
        "response_url": "file:///etc/passwd",
    }
    command = payloads.read_command(form)
    assert command is not None
    assert command.text == "send it"
    assert command.response_url is None
