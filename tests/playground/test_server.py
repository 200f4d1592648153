"""The same Slack over real HTTP and WebSocket, spoken to by slack_sdk's and Bolt's own parts."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.response import SocketModeResponse
from werkzeug.serving import make_server

from bot.clock import ManualClock, SystemClock
from bot.playground import AppRequest, LocalSlack, Town, deliver_to_url
from bot.playground.disk import Keeper, read_slack
from bot.playground.member import Member
from bot.playground.refusals import AppDidNotAnswerError, PortTakenError
from bot.playground.server import LocalSlackServer
from bot.playground.slack import InstalledApp
from tests.playground.parts import (
    MONDAY,
    RecordingApp,
    actions,
    button,
    manifest_of,
    modal,
    section,
    text_input,
)

pytestmark = pytest.mark.sockets


def until(holds: Callable[[], Any], within_s: float = 20.0) -> Any:
    """Wait for another thread, at most so long."""
    end = time.monotonic() + within_s
    while not (found := holds()):
        assert time.monotonic() < end, "it did not happen in time"
        threading.Event().wait(0.01)
    return found


def texts_of(heard: list[Any]) -> set[str]:
    return {request.payload["event"].get("text", "") for request in heard}


def hang_up(
    server: LocalSlackServer, installed: InstalledApp, clients: list[SocketModeClient]
) -> None:
    """End connections from the server's side: the client's own way waits three seconds."""
    for client in clients:
        client.default_auto_reconnect_enabled = client.auto_reconnect_enabled = False

    def is_alone() -> bool:
        # One that was just coming back on its own is parted from as well.
        server.hub.disconnect(installed.app_id, reason="")
        return server.hub.connections(installed.app_id) == 0

    until(is_alone)
    until(lambda: not any(client.is_connected() for client in clients))
    for client in clients:
        client.close()


@pytest.fixture
def web(server: LocalSlackServer, installed: InstalledApp) -> WebClient:
    return WebClient(token=installed.token, base_url=server.api_url, retry_handlers=[])


class TestWebApi:
    def test_slack_sdk_posts_and_reads(self, web: WebClient, ada: Member) -> None:
        assert web.auth_test()["team"] == "Meridian"
        said = web.chat_postMessage(channel=ada.id, text="Hello", blocks=[section("Hello")])
        assert ada.dm_messages()[0].ts == said["ts"]
        history = web.conversations_history(channel=said["channel"])
        assert history["messages"][0]["text"] == "Hello"

    def test_slack_sdk_sees_refusals(self, web: WebClient) -> None:
        with pytest.raises(SlackApiError, match="channel_not_found"):
            web.chat_postMessage(channel="C0NOWHERE", text="x")

    def test_slack_sdk_uploads(self, web: WebClient, town: Town, ada: Member) -> None:
        web.files_upload_v2(filename="a.txt", content="abc", channel=town.channel("#deals").id)
        file = ada.sees("#deals")[-1].raw["files"][0]
        assert httpx.get(file["url_private"], trust_env=False).text == "abc"

    def test_faults_reach_the_wire(
        self, web: WebClient, slack: LocalSlack, server: LocalSlackServer
    ) -> None:
        slack.faults.add("ratelimited", method="auth.test", retry_after=3)
        with pytest.raises(SlackApiError) as limited:
            web.auth_test()
        assert limited.value.response.headers["Retry-After"] == "3"
        slack.faults.add("timeout_after", method="auth.test")
        with pytest.raises(httpx.TransportError):
            httpx.post(f"{server.api_url}auth.test", trust_env=False)

    def test_get_form_and_json_are_all_taken(
        self, server: LocalSlackServer, installed: InstalledApp
    ) -> None:
        url = f"{server.api_url}auth.test"
        bearer = {"Authorization": f"Bearer {installed.token}"}
        with httpx.Client(trust_env=False) as http:
            answers = [
                http.get(url, params={"token": installed.token}),
                http.post(url, data={"token": installed.token}),
                http.post(url, json={}, headers=bearer),
                http.post(url, headers=bearer),
            ]
            assert all(answer.json()["ok"] for answer in answers)
            assert "chat:write" in answers[0].headers["x-oauth-scopes"]
            broken = http.post(url, content=b"{", headers={"content-type": "application/json"})
            assert broken.json()["error"] == "invalid_json"

    def test_other_names_for_this_machine_are_turned_away(self, server: LocalSlackServer) -> None:
        answer = httpx.get(server.url, headers={"Host": "evil.example"}, trust_env=False)
        assert answer.status_code == 403


def test_a_taken_port_is_a_clear_error(server: LocalSlackServer, slack: LocalSlack) -> None:
    with pytest.raises(PortTakenError) as taken:
        LocalSlackServer(slack, port=server.port).start()
    assert taken.value.port == server.port


def test_it_listens_on_this_machine_only(slack: LocalSlack) -> None:
    with pytest.raises(ValueError, match="this machine only"):
        LocalSlackServer(slack, host="0.0.0.0")  # noqa: S104 - refused is what is tested


class TestOverHttp:
    """The app is a Bolt app behind a real HTTP server, and Slack is another."""

    @pytest.fixture
    def clock(self) -> SystemClock:
        """Bolt checks signatures by the computer's own clock."""
        return SystemClock()

    @pytest.fixture
    def bolt(
        self, server: LocalSlackServer, slack: LocalSlack, installed: InstalledApp
    ) -> Iterator[App]:
        web = WebClient(token=installed.token, base_url=server.api_url)
        bolt = App(client=web, signing_secret=installed.signing_secret,
                   process_before_response=True)  # fmt: skip
        http = make_server("127.0.0.1", 0, SlackRequestHandler(bolt), threaded=True)
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        manifest = slack.ground.app(installed.app_id).manifest
        for entry in manifest["features"]["slash_commands"]:
            entry["url"] = "https://app.example/slack/events"
        settings = manifest["settings"]
        settings["interactivity"]["request_url"] = "https://app.example/slack/events"
        slack.connect(installed.app_id, deliver_to_url(f"http://127.0.0.1:{http.port}"))
        yield bolt
        http.shutdown()
        thread.join()
        http.server_close()

    def test_events_presses_modals_and_commands(
        self, bolt: App, web: WebClient, ada: Member
    ) -> None:
        bolt.event("message")(
            lambda event: (
                web.chat_postMessage(
                    channel=event["user"], text="Heard?", blocks=[actions(button("Yes", "yes"))]
                )
                if event.get("channel_type") == "channel"
                else None
            )
        )

        def on_yes(ack: Any, body: dict[str, Any]) -> None:
            ack()
            view = modal(text_input("goal", "Goal"))
            web.views_open(trigger_id=body["trigger_id"], view=view)

        bolt.action("yes")(on_yes)
        bolt.view("form")(
            lambda ack: ack(response_action="errors", errors={"goal": "In their words"})
        )
        bolt.command("/alongside")(lambda ack, command: ack(f"You said {command['text']}"))
        ada.posts("#deals", "Osprey moved")
        question = until(ada.dm_messages)[0]
        ada.presses(question, "Yes")
        assert ada.submits(goal="x") == {"goal": "In their words"}
        assert ada.runs("/alongside help", "#deals").text == "You said help"

    def test_bolt_answers_by_response_url(self, bolt: App, web: WebClient, ada: Member) -> None:
        bolt.action("yes")(lambda ack, respond: (ack(), respond("Noted", replace_original=True)))
        web.chat_postMessage(channel=ada.id, text="?", blocks=[actions(button("Yes", "yes"))])
        ada.presses(ada.dm_messages()[0], "Yes")
        assert ada.dm_messages()[0].text == "Noted"


def test_a_silent_app_is_given_up_on_and_tried_again(
    slack: LocalSlack, installed: InstalledApp, ada: Member
) -> None:
    slack.connect(installed.app_id, deliver_to_url("http://127.0.0.1:9", within_s=0.5))
    ada.posts("#deals", "hello")
    assert slack.pending_deliveries[0].reason == "connection_failed"


@pytest.mark.usefixtures("installed", "server")
def test_the_background_delivers_again_after_its_pauses(
    slack: LocalSlack, app: RecordingApp, ada: Member
) -> None:
    slack.deliveries.retry_delays_s = (0.0, 0.02, 0.02)
    for _ in range(3):
        app.says(500)
    ada.posts("#deals", "hello")
    until(lambda: len(app.requests) == 4)
    numbers = [r.headers.get("x-slack-retry-num") for r in app.requests]
    assert numbers == [None, "1", "2", "3"]
    assert slack.pending_deliveries == []


class TestSocketMode:
    @pytest.fixture
    def installed(self, slack: LocalSlack, town: Town, ada: Member) -> InstalledApp:
        installed = slack.install(town, manifest_of(socket_mode=True))
        ada.invites_app("#deals")
        return installed

    @pytest.fixture
    def connect(
        self, server: LocalSlackServer, installed: InstalledApp
    ) -> Iterator[Callable[..., list[Any]]]:
        server.connect_by_socket(installed.app_id)
        clients: list[SocketModeClient] = []

        def connect(*, answers: bool = True, reconnects: bool = True) -> list[Any]:
            heard: list[Any] = []
            client = SocketModeClient(
                installed.app_token, web_client=WebClient(base_url=server.api_url),
                auto_reconnect_enabled=reconnects, concurrency=2,
            )  # fmt: skip

            def listen(client: SocketModeClient, request: Any) -> None:
                heard.append(request)
                if answers:
                    payload = {"text": "here"} if request.type == "slash_commands" else None
                    client.send_socket_mode_response(
                        SocketModeResponse(request.envelope_id, payload=payload)
                    )

            client.socket_mode_request_listeners.append(listen)
            before = server.hub.connections(installed.app_id)
            client.connect()
            until(lambda: server.hub.connections(installed.app_id) > before)
            clients.append(client)
            return heard

        yield connect
        hang_up(server, installed, clients)

    def test_events_and_commands_go_through_the_socket(
        self, connect: Callable[..., list[Any]], slack: LocalSlack, ada: Member
    ) -> None:
        heard = connect()
        ada.posts("#deals", "Osprey moved")
        request = until(lambda: heard)[0]
        assert request.type == "events_api"
        assert request.payload["event"]["text"] == "Osprey moved"
        assert ada.runs("/alongside help", "#deals").text == "here"
        until(lambda: not slack.pending_deliveries)

    @pytest.mark.prove
    def test_what_one_connection_leaves_another_gets(
        self, connect: Callable[..., list[Any]], server: LocalSlackServer, slack: LocalSlack,
        ada: Member,
    ) -> None:  # fmt: skip
        slack.deliveries.retry_delays_s = (0.05,) * 60
        server.hub.answer_within_s = 0.1
        deaf, good = connect(answers=False), connect()
        for text in ("one", "two", "three"):
            ada.posts("#deals", text)
        until(lambda: {"one", "two", "three"} <= texts_of(good))
        until(lambda: deaf)
        assert texts_of(deaf) <= texts_of(good)

    @pytest.mark.prove
    def test_a_closed_connection_is_made_anew(
        self, connect: Callable[..., list[Any]], slack: LocalSlack, ada: Member
    ) -> None:
        slack.deliveries.retry_delays_s = (0.05,) * 60
        heard = connect()
        slack.faults.add("disconnect", event="message")
        ada.posts("#deals", "Osprey moved")
        assert until(lambda: heard)[0].payload["event"]["text"] == "Osprey moved"
        assert heard[0].retry_attempt >= 1

    @pytest.mark.usefixtures("connect")
    def test_without_a_connection_nobody_answers(self, ada: Member) -> None:
        with pytest.raises(AppDidNotAnswerError):
            ada.runs("/alongside help", "#deals")

    def test_bolts_socket_mode_handler(
        self, server: LocalSlackServer, installed: InstalledApp, ada: Member
    ) -> None:
        server.connect_by_socket(installed.app_id)
        web = WebClient(token=installed.token, base_url=server.api_url)
        bolt = App(client=web)
        bolt.command("/alongside")(lambda ack: ack("from Bolt"))
        handler = SocketModeHandler(bolt, installed.app_token, web_client=web)
        handler.connect()
        until(lambda: server.hub.connections(installed.app_id))
        try:
            assert ada.runs("/alongside", "#deals").text == "from Bolt"
        finally:
            hang_up(server, installed, [handler.client])

    @pytest.mark.usefixtures("server")
    def test_a_ticket_is_good_for_one_connection(
        self, installed: InstalledApp, slack: LocalSlack
    ) -> None:
        from simple_websocket import Client

        url = slack.call("apps.connections.open", installed.app_token, {})["url"]
        first, second = Client(url), Client(url)
        assert json.loads(first.receive(15))["type"] == "hello"
        assert json.loads(second.receive(15))["reason"] == "link_disabled"
        first.close()
        for client in (first, second):
            client.sock.close()


class TestOAuth:
    def test_an_admin_allows_and_the_app_trades_the_code(
        self, server: LocalSlackServer, slack: LocalSlack, installed: InstalledApp
    ) -> None:
        back = "http://127.0.0.1:3000/slack/oauth_redirect"
        asked = {"client_id": installed.client_id, "scope": "chat:write,commands", "state": "s<1>",
                 "redirect_uri": back}  # fmt: skip
        other = slack.workspace("Harbour & Pine")
        with httpx.Client(trust_env=False) as http:
            page = http.get(f"{server.url}/oauth/v2/authorize", params=asked)
            assert "Harbour &amp; Pine" in page.text
            assert "s&lt;1&gt;" in page.text
            sent = http.post(f"{server.url}/oauth/v2/authorize",
                             data={**asked, "team": other.id, "answer": "allow"})  # fmt: skip
        there = httpx.URL(sent.headers["location"])
        assert there.params["state"] == "s<1>"
        web = WebClient(base_url=server.api_url)
        trade = {"client_id": installed.client_id, "client_secret": installed.client_secret,
                 "code": there.params["code"], "redirect_uri": back}  # fmt: skip
        granted = web.oauth_v2_access(**trade)
        assert granted["team"]["id"] == other.id
        assert WebClient(granted["access_token"], base_url=server.api_url).auth_test()["ok"]
        with pytest.raises(SlackApiError, match="invalid_code"):
            web.oauth_v2_access(**trade)

    def test_another_way_back_is_refused(
        self, server: LocalSlackServer, installed: InstalledApp
    ) -> None:
        asked = {"client_id": installed.client_id, "redirect_uri": "http://evil.example/"}
        page = httpx.get(f"{server.url}/oauth/v2/authorize", params=asked, trust_env=False)
        assert page.status_code == 400


def test_the_file_on_disk_follows_and_is_read_again(
    slack: LocalSlack, ada: Member, tmp_path: Path
) -> None:
    path = tmp_path / "slack" / "state.json"
    keeper = Keeper(slack, path)
    keeper.start()
    said = ada.posts("#deals", "kept")
    keeper.stop()
    again = read_slack(ManualClock(MONDAY), path)
    assert again.workspace("Meridian").person("Ada").sees("#deals")[-1].ts == said.ts
    path.write_text("{half")
    assert read_slack(ManualClock(MONDAY), path) is None
    assert read_slack(ManualClock(MONDAY), tmp_path / "none.json") is None


def test_the_hub_without_apps_says_that_nobody_is_there(server: LocalSlackServer) -> None:
    request = AppRequest("POST", "/", {}, b"", "interactive", {}, app_id="A0")
    assert server.hub.deliver(request).failure == "connection_failed"


def test_the_stream_tells_of_changes(server: LocalSlackServer, ada: Member) -> None:
    with httpx.stream("GET", f"{server.url}/page/stream", trust_env=False) as stream:
        lines = stream.iter_lines()
        assert next(lines) == "event: changed"
        first = json.loads(next(lines).removeprefix("data: "))["revision"]
        ada.posts("#deals", "news")
        following = (line for line in lines if line.startswith("data: "))
        assert json.loads(next(following).removeprefix("data: "))["revision"] > first
