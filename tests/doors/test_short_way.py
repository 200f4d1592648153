"""A new post goes past Bolt; whatever is unusual goes through it, and both end alike."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from slack_bolt.authorization import AuthorizeResult

from bot.slack.short_way import ShortWay
from tests.doors.knocking import post_event, send_event
from tests.world import World

INSTALLED = AuthorizeResult(
    enterprise_id=None, team_id="T1", bot_token="xoxb-none", bot_id="B0OWN", bot_user_id="U0OWN"
)
POST = {"type": "message", "user": "U1", "channel": "C1", "ts": "1.0", "text": "Acme: signed"}
HERE = {"team_id": "T1"}


def _request(event: Mapping[str, Any], **more: Any) -> str:
    told = {"type": "event_callback", "team_id": "T1", "event_id": "Ev1", **more}
    return json.dumps({**told, "event": event})


def _take(raw: str) -> tuple[int | None, list[Mapping[str, Any]]]:
    heard: list[Mapping[str, Any]] = []
    way = ShortWay(lambda team: INSTALLED if team == "T1" else None, heard.append)
    return way.take(raw), heard


@pytest.mark.parametrize(
    ("event", "more"),
    [
        (POST, {}),
        (POST, {"authorizations": [HERE]}),
        (POST, {"authorizations": [HERE, {"team_id": "T2"}]}),
        ({**POST, "user": "U2", "bot_id": "B0ELSE", "subtype": "bot_message"}, {}),
        ({"type": "message", "bot_id": "B0ELSE", "channel": "C1", "ts": "1.0"}, {}),
    ],
)
def test_a_new_post_is_taken(event: dict[str, Any], more: dict[str, Any]) -> None:
    status, heard = _take(_request(event, **more))
    assert status == 200
    assert [one["event"] for one in heard] == [event]


@pytest.mark.parametrize("own", [{"user": "U0OWN"}, {"bot_id": "B0OWN"}])
def test_what_alongside_wrote_itself_is_answered_and_not_heard(own: dict[str, str]) -> None:
    assert _take(_request({**POST, **own})) == (200, [])


@pytest.mark.parametrize(
    "raw",
    [
        _request({**POST, "type": "reaction_added"}),
        _request({**POST, "subtype": "message_changed", "message": POST}),
        _request({**POST, "subtype": "message_deleted", "previous_message": POST}),
        _request({**POST, "user": {"id": "U0OWN"}}),
        _request({**POST, "user": None, "user_id": "U0OWN"}),
        _request({**POST, "text": "a\0b"}),
        _request({**POST, "text": "half a letter \ud800"}),
        _request(POST, team_id="T9"),
        _request(POST, team_id=None),
        _request(POST, team={"id": "T2"}),
        _request(POST, enterprise={"id": "E1"}),
        _request(POST, authorizations=[{"team_id": "T2"}]),
        _request(POST, authorizations=[]),
        _request(POST, authorizations="T1"),
        _request(POST, type="url_verification"),
        _request(POST).replace('"U1"', "NaN"),
        '{"type": "event_callback", "event": [1], "team_id": "T1"}',
        '{"deep": ' + "[" * 90_000 + "]" * 90_000 + "}",
        "payload=%7B%7D",
        "[]",
        "{",
        "",
    ],
)  # fmt: skip
def test_whatever_is_unusual_is_left_to_bolt(raw: str) -> None:
    assert _take(raw) == (None, [])


def test_a_failure_of_ours_is_answered_so_that_slack_delivers_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(_body: Mapping[str, Any]) -> None:
        raise RuntimeError("a bug")

    assert ShortWay(lambda _team: INSTALLED, fail).take(_request(POST)) == 500
    assert [record.exc_info is not None for record in caplog.records] == [True]


def test_a_post_is_read_alike_on_both_ways(sold: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def noticed(name: str) -> object:
        with sold.services.reading(sold.town.id) as store:
            found = store.noticed.latest()[0]
            client = store.clients.get(found.client_id or "")
        return found.kind, found.event, found.outcome, client and client.name == name

    short = post_event(sold, "#deals", "Birch Foods: signed, 40k")
    assert send_event(sold, short, "Ev1").status_code == 200
    by_short_way = noticed("Birch Foods")
    monkeypatch.setattr(ShortWay, "take", lambda _self, _raw: None)
    through_bolt = post_event(sold, "#deals", "Cedar Foods: signed, 40k", ts="1781082000.000900")
    assert send_event(sold, through_bolt, "Ev2").status_code == 200
    assert noticed("Cedar Foods") == by_short_way
