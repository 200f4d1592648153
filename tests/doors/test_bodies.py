"""A body is what it says it is, or the sender hears so: 400 or 413, never 500."""

from __future__ import annotations

import json
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import Client

from tests.doors.knocking import FORM, JSON, PATH, knock, post_event, rows, send_command, send_event
from tests.world import World

DEEP = 200_000
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "type event event_id team_id team user actions view callback_id id trigger_id "
                "container message channel command payload challenge authorizations".split()
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)
kinds = st.sampled_from(
    "event_callback block_actions view_submission view_closed shortcut message_action "
    "block_suggestion interactive_message dialog_submission url_verification "
    "app_rate_limited unheard_of".split()
)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", JSON),
        (b"not json", JSON),
        (b"[1, 2]", JSON),
        (b'"text"', JSON),
        (b"null", JSON),
        (b"\xff\xfe\x00", JSON),
        (b'{"type": "event_callback"', JSON),
        (b'{"a": ' + b"9" * 5_000 + b"}", JSON),
        (b'{"a":' * DEEP + b"1" + b"}" * DEEP, JSON),
        (b"[" * DEEP, JSON),
        (b"payload=nothing", FORM),
        (b"payload=%5B1%5D", FORM),
        (b"payload=%7B", FORM),
        (b"payload=" + b"%5B" * DEEP, FORM),
        (b"payload=%ff%fe", FORM),
        (b'{"type": "event_callback", "event": null}', JSON),
        (b'{"type": "event_callback", "team": true}', JSON),
        (b"{", FORM),
        (b"payload=", FORM),
    ],
    ids=lambda value: repr(value[:24]) if isinstance(value, bytes) else "",
)
def test_what_is_not_what_it_says_is_400(world: World, body: bytes, content_type: str) -> None:
    assert knock(world, body, content_type).status_code == 400


@pytest.mark.parametrize("content_type", [JSON, FORM, "text/plain"])
def test_three_megabytes_are_too_large(world: World, content_type: str) -> None:
    assert knock(world, b"x" * 3_000_000, content_type).status_code == 413


@pytest.mark.parametrize("depth", [100, 800, 900, 940, 960, 990])
def test_nesting_is_read_or_refused_at_every_depth(watched: World, depth: int) -> None:
    nested = '{"elements":[' * depth + "]}" * depth
    event = json.dumps({**post_event(watched, "#deals", "Hello"), "blocks": []})
    event = event.replace('"blocks": []', f'"blocks": [{nested}]')
    envelope = (
        f'{{"type": "event_callback", "team_id": "{watched.town.id}", "event_id": "Ev1", '
        f'"event": {event}}}'
    )
    assert knock(watched, envelope.encode()).status_code in (200, 400)


def test_a_form_without_a_payload_is_no_failure(world: World) -> None:
    assert knock(world, b"nothing=1", FORM).status_code < 500
    assert knock(world, b"", FORM).status_code < 500


def test_a_command_whose_form_is_half_is_ignored(world: World) -> None:
    assert knock(world, urlencode({"command": "/alongside"}).encode(), FORM).status_code < 500


@given(kind=kinds, more=st.dictionaries(st.text(max_size=9), values, max_size=3), body=values)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_json_brings_the_door_down(
    world: World, kind: str, more: dict[str, object], body: object
) -> None:
    found = body if isinstance(body, dict) else {}
    sent = {"type": kind, "team_id": world.town.id, "team": {"id": world.town.id}, **more, **found}
    text = json.dumps(sent)
    assert knock(world, text.encode()).status_code < 500
    assert knock(world, urlencode({"payload": text}).encode(), FORM).status_code < 500


@pytest.mark.parametrize("odd", ["\0", "\ud800", "\udfff x \ud83d", "a\0b"])
def test_letters_that_no_database_keeps_are_taken_in(sold: World, odd: str) -> None:
    text = f"Met with Delmar Foods today. {odd} I will send the {odd} report by Thursday."
    assert send_event(sold, post_event(sold, "#deals", text), "Ev" + odd).status_code == 200
    assert len(rows(sold, "noticed")) == 1


@pytest.mark.parametrize("odd", ["\0", "\ud800", "é" * 200, "x" * 300, "'; --", "\u202e"])
def test_ids_that_are_none_are_taken_in(watched: World, odd: str) -> None:
    post = post_event(watched, "#deals", "Met with Delmar Foods today.")
    for place in ("channel", "user", "ts", "subtype", "thread_ts"):
        assert send_event(watched, {**post, place: odd}, f"Ev-{place}").status_code == 200
    for place in ("event_id", "team_id", "api_app_id"):
        assert send_event(watched, post, **{place: odd}).status_code < 500
    for place in ("team_id", "user_id", "channel_id", "trigger_id", "command", "text"):
        if "\ud800" not in odd:
            assert send_command(watched, **{place: odd}).status_code < 500


def test_other_places_and_ways_in_are_closed(world: World) -> None:
    door = Client(world.web)
    assert door.get("/").status_code == 404
    assert door.post("/slack/nowhere").status_code == 404
    assert door.get(PATH).status_code == 405
    assert door.put(PATH).status_code == 405
    assert door.delete(PATH).status_code == 405


def test_slack_s_look_at_the_certificate_is_answered(world: World) -> None:
    assert Client(world.web).get(f"{PATH}?ssl_check=1&token=t").status_code == 200
    assert knock(world, b"ssl_check=1&token=t", FORM).status_code == 200


def test_the_challenge_is_given_back_when_the_address_is_set(world: World) -> None:
    body = json.dumps({"type": "url_verification", "token": "t", "challenge": "3eZbrw1a"})
    answer = knock(world, body.encode())
    assert answer.status_code == 200
    assert answer.get_json(force=True, silent=True) == {"challenge": "3eZbrw1a"}
