"""Signed deliveries, retries as Slack makes them, and faults on demand."""

from __future__ import annotations

import json
import urllib.error
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.signature import SignatureVerifier

from bot.clock import ManualClock
from bot.playground import AppRequest, AppResponse, InProcessWebClient, LocalSlack, deliver_to_wsgi
from bot.playground.member import Member
from bot.playground.slack import InstalledApp
from tests.playground.parts import RecordingApp

pytestmark = pytest.mark.usefixtures("installed")


class _At:
    """slack_sdk's verifier wants to know the time."""

    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock

    def now(self) -> float:
        return self._clock.machine().timestamp()


def test_deliveries_are_signed_by_machine_time(
    app: RecordingApp, ada: Member, installed: InstalledApp, clock: ManualClock
) -> None:
    clock.set(clock.now() + timedelta(days=180))
    ada.posts("#deals", "äöü €")
    request = app.requests[0]
    verifier = SignatureVerifier(installed.signing_secret, clock=_At(clock))
    assert verifier.is_valid_request(request.body.decode(), dict(request.headers))
    assert not verifier.is_valid_request(request.body.decode() + " ", dict(request.headers))
    assert request.path == "/slack/events"


def test_a_failed_delivery_comes_again_three_times(
    slack: LocalSlack, app: RecordingApp, ada: Member
) -> None:
    for _ in range(4):
        app.says(500)
    ada.posts("#deals", "hello")
    tried = [slack.redeliver() for _ in range(4)]
    assert tried == [1, 1, 1, 0]
    numbers = [r.headers.get("x-slack-retry-num") for r in app.requests]
    assert numbers == [None, "1", "2", "3"]
    assert app.requests[1].headers["x-slack-retry-reason"] == "http_error"
    assert len({e["event_id"] for e in app.envelopes}) == 1
    assert len(slack.deliveries.given_up) == 1


def test_an_app_may_ask_for_no_retry(slack: LocalSlack, app: RecordingApp, ada: Member) -> None:
    app.says(500, x_slack_no_retry="1")
    ada.posts("#deals", "hello")
    assert slack.pending_deliveries == []


def test_an_exception_in_a_wsgi_app_is_a_500(
    slack: LocalSlack, ada: Member, installed: InstalledApp
) -> None:
    def broken(_environ: object, _start: object) -> list[bytes]:
        raise RuntimeError("broken")

    slack.connect(installed.app_id, deliver_to_wsgi(broken))
    ada.posts("#deals", "hello")
    assert slack.pending_deliveries[0].answer.status == 500


def test_deliveries_can_be_lost_repeated_and_out_of_order(
    slack: LocalSlack, app: RecordingApp, ada: Member
) -> None:
    slack.faults.add("lost", event="message")
    ada.posts("#deals", "one")
    assert app.events == []
    slack.redeliver()
    slack.faults.add("repeated")
    ada.posts("#deals", "two")
    slack.faults.add("out_of_order")
    ada.posts("#deals", "three")
    ada.posts("#deals", "four")
    slack.faults.add("answer_lost")
    ada.posts("#deals", "five")
    slack.redeliver()
    texts = [event["text"] for event in app.events]
    assert texts == ["one", "two", "two", "four", "three", "five", "five"]
    assert app.requests[-1].headers["x-slack-retry-reason"] == "http_timeout"


def test_calls_can_be_limited_and_fail(
    slack: LocalSlack, client: InProcessWebClient, ada: Member
) -> None:
    slack.faults.add("ratelimited", method="chat.postMessage", retry_after=7)
    with pytest.raises(SlackApiError) as limited:
        client.chat_postMessage(channel=ada.id, text="x")
    assert limited.value.response.status_code == 429
    assert limited.value.response.headers["Retry-After"] == "7"
    slack.faults.add("server_error", times=2)
    for _ in range(2):
        with pytest.raises(SlackApiError) as failed:
            client.auth_test()
        assert failed.value.response.status_code == 500
    assert client.auth_test()["ok"]
    assert ada.dm_messages() == []


def test_a_timeout_may_come_before_or_after_the_effect(
    slack: LocalSlack, client: InProcessWebClient, ada: Member
) -> None:
    slack.faults.add("timeout_before", method="chat.postMessage")
    with pytest.raises(urllib.error.URLError):
        client.chat_postMessage(channel=ada.id, text="before")
    slack.faults.add("timeout_after", method="chat.postMessage")
    with pytest.raises(urllib.error.URLError):
        client.chat_postMessage(channel=ada.id, text="after")
    assert [m.text for m in ada.dm_messages()] == ["after"]


def test_state_goes_to_json_and_back(
    slack: LocalSlack, clock: ManualClock, ada: Member, installed: InstalledApp
) -> None:
    said = ada.posts("#deals", "kept")
    again = LocalSlack.load(clock, json.loads(json.dumps(slack.dump())))
    heard = RecordingApp()
    again.connect(installed.app_id, heard)
    town = again.workspace("Meridian")
    assert town.person("Ada").sees("#deals")[-1].ts == said.ts
    assert again.call("auth.test", installed.token, {})["user_id"] == installed.bot_user_id
    later = town.person("Ada").posts("#deals", "after")
    assert later.ts > said.ts
    assert heard.events[0]["text"] == "after"


def test_a_silent_app_is_tried_again(slack: LocalSlack, app: RecordingApp, ada: Member) -> None:
    app.answers.append(AppResponse(0, failure="http_timeout"))
    ada.posts("#deals", "hello")
    assert slack.pending_deliveries[0].reason == "http_timeout"


def test_an_app_hears_of_its_own_deeds_after_it_has_answered(
    app: RecordingApp, ada: Member, client: InProcessWebClient
) -> None:
    heard_meanwhile: list[int] = []

    def on_request(request: AppRequest) -> None:
        if request.kind == "slash_commands":
            client.chat_postMessage(channel=ada.id, text="Noted")
            heard_meanwhile.append(len(app.events))

    app.on_request = on_request
    ada.runs("/alongside help", "#deals")
    assert heard_meanwhile == [0]
    assert app.events[0]["text"] == "Noted"


def test_many_threads_lose_and_repeat_nothing(
    app: RecordingApp, ada: Member, client: InProcessWebClient
) -> None:
    def post(number: int) -> None:
        client.chat_postMessage(channel=ada.id, text=str(number))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(post, range(80)))
    wanted = {str(number) for number in range(80)}
    assert {m.text for m in ada.dm_messages()} == wanted
    assert sorted(e["text"] for e in app.events) == sorted(wanted)
    assert len({m.ts for m in ada.dm_messages()}) == 80


def test_what_was_not_taken_outlives_a_restart(
    slack: LocalSlack, clock: ManualClock, app: RecordingApp, ada: Member, installed: InstalledApp
) -> None:
    app.says(500)
    ada.posts("#deals", "kept")
    ada.posts("#deals", "taken")
    again = LocalSlack.load(clock, json.loads(json.dumps(slack.dump())))
    heard = RecordingApp()
    again.connect(installed.app_id, heard)
    again.deliveries.flush()
    assert [event["text"] for event in heard.events] == ["kept"]
    assert heard.requests[0].headers["x-slack-retry-num"] == "1"
    assert again.dump()["undelivered"] == {}
