"""What is not known is taken in and ignored; what comes twice, late or in disorder counts once."""

from __future__ import annotations

import pytest

from bot.slack.listeners import open_doors
from bot.slack.presses import Act
from tests.doors.knocking import (
    post_event,
    pressed,
    rows,
    send_command,
    send_event,
    send_interaction,
    submitted,
)
from tests.world import World

RECAP = "Met with Delmar Foods today. I will send the pilot report by Thursday."


def facts(world: World) -> dict[str, int]:
    """How much is on record."""
    tables = ("clients", "moments", "candidates", "touches", "promises", "noticed", "nudges")
    return {table: len(rows(world, table)) for table in tables}


@pytest.mark.parametrize("kind", ["reaction_added", "unheard_of", "app_mention", "message.x", "é"])
def test_unknown_events_are_ignored(sold: World, kind: str) -> None:
    before = facts(sold)
    assert send_event(sold, {"type": kind, "user": sold.ada.id}).status_code == 200
    assert facts(sold) == before


@pytest.mark.parametrize("subtype", ["channel_join", "channel_topic", "huddle_thread", "new_one"])
def test_messages_that_are_no_posts_are_ignored(sold: World, subtype: str) -> None:
    before = facts(sold)
    event = post_event(sold, "#deals", RECAP, subtype=subtype)
    assert send_event(sold, event).status_code == 200
    assert facts(sold) == before


@pytest.mark.parametrize(
    "payload",
    [
        {"type": "block_suggestion"},
        {"type": "interactive_message", "callback_id": "c", "actions": [{"name": "n"}]},
        {"type": "dialog_submission", "callback_id": "c"},
        {"type": "workflow_step_edit", "callback_id": "c", "workflow_step": {}},
        {"type": "view_closed", "view": {"callback_id": "unheard_of"}},
        {"type": "message_action", "callback_id": "unheard_of"},
        {"type": "shortcut", "callback_id": "unheard_of"},
        {"type": "unheard_of"},
        {},
    ],
    ids=str,
)
def test_unknown_payloads_are_ignored(world: World, payload: dict[str, object]) -> None:
    common = {"team": {"id": world.town.id}, "user": {"id": world.ada.id}, "trigger_id": "T.1"}
    assert send_interaction(world, {**common, **payload}).status_code == 200


def test_an_unknown_form_closes(world: World) -> None:
    answer = send_interaction(world, submitted(world, "unheard_of"))
    assert (answer.status_code, answer.data) == (200, b"")


def test_an_unknown_command_gets_a_sentence(world: World) -> None:
    answer = send_command(world, command="/unheard-of", text="x")
    assert answer.status_code == 200
    assert "/alongside help" in answer.json["text"]


@pytest.mark.parametrize("other", ["T0UNKNOWN", "T0'; --", "T\N{SNOWMAN}", ""])
def test_a_workspace_that_never_installed_it_changes_nothing(sold: World, other: str) -> None:
    before = facts(sold)
    event = post_event(sold, "#deals", RECAP)
    assert send_event(sold, event, team_id=other).status_code == 200
    assert facts(sold) == before
    assert send_command(sold, team_id=other).status_code == 200


def test_an_event_that_comes_twice_counts_once(sold: World) -> None:
    event = post_event(sold, "#deals", RECAP)
    send_event(sold, event)
    once = facts(sold)
    assert once["noticed"] == once["candidates"] == 1
    for _ in range(3):
        assert send_event(sold, event).status_code == 200
    assert facts(sold) == once


def test_one_post_under_two_event_ids_counts_once(sold: World) -> None:
    event = post_event(sold, "#deals", RECAP)
    send_event(sold, event, "Ev1")
    once = facts(sold)
    send_event(sold, event, "Ev2")
    assert facts(sold) == once


def test_a_command_and_a_form_that_come_twice_count_once(sold: World) -> None:
    for _ in range(2):
        send_command(sold, text="client add Gira")
    assert facts(sold)["clients"] == 1
    for trigger in ("T.2", "T.3"):
        send_command(sold, text="client add Gira", trigger_id=trigger)
    assert facts(sold)["clients"] == 1


def edited(event: dict[str, object], text: str) -> dict[str, object]:
    """The event that this post now reads otherwise."""
    return {
        "type": "message", "subtype": "message_changed", "channel": event["channel"],
        "channel_type": "channel", "ts": "9.9", "message": {**event, "text": text},
        "previous_message": event,
    }  # fmt: skip


def deleted(event: dict[str, object]) -> dict[str, object]:
    """The event that this post is gone."""
    return {
        "type": "message", "subtype": "message_deleted", "channel": event["channel"],
        "channel_type": "channel", "ts": "9.9", "deleted_ts": event["ts"],
        "previous_message": event,
    }  # fmt: skip


def test_a_deletion_that_overtakes_its_post_leaves_nothing_to_ask(sold: World) -> None:
    event = post_event(sold, "#deals", RECAP)
    assert send_event(sold, deleted(event), "Ev2").status_code == 200
    assert send_event(sold, event, "Ev1").status_code == 200
    sold.passes(days=2)
    assert facts(sold)["candidates"] == 0
    assert len(sold.ada.dm_messages()) == 1


def test_an_edit_that_overtakes_its_post_is_what_counts(sold: World) -> None:
    event = post_event(sold, "#deals", RECAP)
    said = "Met with Osprey Rail today. I will send the offer by Thursday."
    send_event(sold, edited(event, said), "Ev2")
    send_event(sold, event, "Ev1")
    sold.passes(hours=2)
    told = sold.ada.dm_messages()[-1].words
    assert "Osprey Rail" in told
    assert "Delmar" not in told


def test_a_post_after_alongside_was_sent_away_is_not_read(sold: World) -> None:
    event = post_event(sold, "#deals", RECAP)
    sold.ben.removes_app("#deals")
    send_event(sold, event)
    assert facts(sold)["noticed"] == 0


@pytest.mark.parametrize("act", sorted(Act))
def test_any_button_of_a_message_that_is_long_gone_gets_a_word(world: World, act: Act) -> None:
    """A press that cannot be read any more is answered, one that can is never a failure."""
    said: list[object] = []
    world.slack.post_response = lambda _url, body: (said.append(body), (200, "ok"))[1]  # type: ignore[method-assign]
    url = "https://hooks.slack.com/actions/1"
    for value in ("0:n1:gone", "1:no-such-nudge:no-such-row", "1:no-such-nudge:"):
        payload = pressed(world, f"{act}#x", value, response_url=url, trigger_id=f"T.{value}")
        assert send_interaction(world, payload).status_code == 200
    assert "long ago" in str(said[0])
    assert "reference" not in str(said)


def test_a_button_of_another_app_gets_a_word_and_does_nothing(sold: World) -> None:
    before = facts(sold)
    for value in ("", "x" * 2_000, "1:::", "2:a:b", "\0"):
        payload = pressed(sold, "other-app.approve", value)
        assert send_interaction(sold, payload).status_code == 200
    assert facts(sold) == before


@pytest.mark.parametrize("callback", sorted(open_doors().forms))
def test_every_form_bears_being_empty_foreign_and_late(world: World, callback: str) -> None:
    """Nothing in it, and private words of ours that are none: a sentence or silence, no failure."""
    for turn, hidden in enumerate(("", "{", "[]", '{"nudge_id": "gone"}', "gone", "x" * 3_000)):
        payload = submitted(world, callback, f"V{turn}")
        payload["view"]["private_metadata"] = hidden
        answer = send_interaction(world, payload)
        assert answer.status_code == 200
        assert "reference" not in answer.text
