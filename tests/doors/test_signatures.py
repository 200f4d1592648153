"""Only Slack gets in: whatever is not signed by it, now, is turned away before it is read."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.doors.knocking import knock
from tests.world import World

BODY = json.dumps({"type": "url_verification", "challenge": "c"}).encode()
STAMP = "X-Slack-Request-Timestamp"
SIGNATURE = "X-Slack-Signature"


@pytest.fixture
def world(migrated_sqlite_world: World) -> World:
    """Nothing here comes as far as the database."""
    return migrated_sqlite_world


def test_a_request_of_slack_gets_in(world: World) -> None:
    assert knock(world, BODY).status_code == 200


@pytest.mark.parametrize("age", [timedelta(minutes=6), timedelta(minutes=-6), timedelta(days=400)])
def test_a_stale_or_future_signature_does_not(world: World, age: timedelta) -> None:
    assert knock(world, BODY, age=age).status_code == 401


def test_a_signature_that_took_four_minutes_does(world: World) -> None:
    assert knock(world, BODY, age=timedelta(minutes=4)).status_code == 200


def test_machine_time_counts_whatever_day_it_is_for_people(world: World) -> None:
    world.clock.set(world.clock.now() + timedelta(days=180))
    assert knock(world, BODY).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {SIGNATURE: "v0=" + "0" * 64},
        {SIGNATURE: ""},
        {SIGNATURE: "v0=é"},
        {SIGNATURE: "v1=abc"},
        {STAMP: ""},
        {STAMP: "soon"},
        {STAMP: "-1"},
        {STAMP: "1e9"},
        {STAMP: "²³"},
        {STAMP: "9" * 400},
        {STAMP: "NaN"},
        {STAMP: "1,1"},
    ],
)
def test_a_wrong_or_odd_header_does_not(world: World, headers: dict[str, str]) -> None:
    assert knock(world, BODY, headers=headers).status_code == 401


@given(stamp=st.text("0123456789-+. ²é\u0660", max_size=12), signature=st.text(
    st.characters(max_codepoint=255, blacklist_characters="\r\n\0"), max_size=80
))  # fmt: skip
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_headers_that_somebody_made_up_get_in(world: World, stamp: str, signature: str) -> None:
    answer = knock(world, BODY, headers={STAMP: stamp, SIGNATURE: signature})
    assert answer.status_code == 401


def test_a_body_that_was_changed_on_the_way_does_not(world: World) -> None:
    first = knock(world, BODY)
    sent = dict(first.request.headers)
    headers = {name: sent[name] for name in (STAMP, SIGNATURE)}
    assert knock(world, BODY + b" ", headers=headers).status_code == 401
