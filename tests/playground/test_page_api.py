"""What the page asks and does, without a socket: state, messages, verbs, failures in words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from werkzeug.test import Client

from bot.playground import AppRequest, AppResponse, InProcessWebClient, LocalSlack, Town
from bot.playground.http.page_state import Demo
from bot.playground.http.routes import Routes
from bot.playground.http.socket_mode import SocketHub
from bot.playground.member import Member
from bot.playground.seed import Cast, seed_demo
from bot.playground.slack import InstalledApp
from bot.playground.templates import app_templates
from tests.playground.parts import RecordingApp, actions, button, modal, section, text_input


class Page:
    """A browser's requests, as one person."""

    def __init__(self, slack: LocalSlack, demo: Demo, who: Member) -> None:
        self._client = Client(Routes(slack, demo, SocketHub(slack.ground)))
        self.who = who

    def get(self, path: str, **args: str) -> Any:
        query = {"team": self.who.town.id, "user": self.who.id, **args}
        return self._client.get(path, query_string=query)

    def state(self) -> dict[str, Any]:
        return self.get("/page/state").json

    def messages(self, channel: str, **args: str) -> list[dict[str, Any]]:
        return self.get("/page/messages", channel=channel, **args).json["messages"]

    def act(self, verb: str, headers: dict[str, str] | None = None, **facts: Any) -> Any:
        body = {"team": self.who.town.id, "user": self.who.id, "verb": verb, **facts}
        return self._client.post("/page/act", json=body, headers=headers or {}).json

    def post_raw(self, content: bytes, kind: str) -> Any:
        return self._client.post("/page/act", data=content, content_type=kind)


@pytest.fixture
def moved() -> list[object]:
    return []


@pytest.fixture
def demo(moved: list[object]) -> Demo:
    return Demo(
        panel=lambda team, channel, user: {
            "sections": [{"title": f"{team} {channel} {user}", "lines": []}]
        },
        moves=lambda: [{"id": "tomorrow", "label": "Tomorrow"}],
        move_clock=moved.append,
        templates=app_templates(),
    )


@pytest.fixture
def page(slack: LocalSlack, demo: Demo, ada: Member, client: InProcessWebClient) -> Page:
    assert client.auth_test()["ok"]
    return Page(slack, demo, ada)


def deals_of(town: Town) -> str:
    return town.channel("#deals").id


def test_state_tells_everything_around_the_messages(
    page: Page, installed: InstalledApp, ada: Member, ben: Member
) -> None:
    ben.posts("#deals", f"{ada.mention} look at Osprey")
    ben.posts("#deals", "and at Halden")
    state = page.state()
    assert state["me"] == ada.id
    assert [team["name"] for team in state["teams"]] == ["Meridian"]
    deals = state["channels"][0]
    assert (deals["name"], deals["unread"], deals["mention"]) == ("deals", 2, True)
    assert deals["bot_is_member"] is True
    assert [im["user"] for im in state["ims"]] == [installed.bot_user_id]
    assert state["commands"][0]["command"] == "/alongside"
    assert {s["type"] for s in state["shortcuts"]} == {"message", "global"}
    assert state["clock"] == {"now": 1780304400.0, "walking": False, "target": None}
    assert (state["has_panel"], state["moves"][0]["id"]) == (True, "tomorrow")
    assert state["templates"][0]["label"].startswith("HubSpot")
    page.act("open_channel", channel=deals["id"])
    assert page.state()["channels"][0]["unread"] == 0


def test_a_page_that_names_nobody_gets_the_first_workspace(page: Page) -> None:
    assert page.get("/page/state", team="", user="").json["me"] == page.who.id


def test_posting_editing_and_deleting(page: Page, town: Town, app: RecordingApp) -> None:
    place = deals_of(town)
    said = page.act("post", channel=place, text="Osprey at 10k")
    assert app.events[0]["text"] == "Osprey at 10k"
    page.act("post", channel=place, text="a reply", thread_ts=said["ts"])
    page.act("edit", channel=place, ts=said["ts"], text="Osprey at 12k")
    shown = next(m for m in page.messages(place) if m["ts"] == said["ts"])
    assert (shown["text"], shown["reply_count"]) == ("Osprey at 12k", 1)
    assert [m["text"] for m in page.messages(place, thread_ts=said["ts"])][1] == "a reply"
    page.act("delete", channel=place, ts=said["ts"])
    assert page.messages(place)[-1]["subtype"] == "tombstone"
    assert page.act("post", channel=place, text="  ")["ok"] is False


def test_commands_and_their_private_answers(page: Page, town: Town, app: RecordingApp) -> None:
    app.says(200, {"text": "You may write: help"})
    assert page.act("post", channel=deals_of(town), text="/alongside help")["ok"]
    shown = page.messages(deals_of(town))[-1]
    assert (shown["text"], shown["ephemeral"]) == ("You may write: help", True)
    assert "ephemeral_for" not in shown
    answer = page.act("command", channel=deals_of(town), text="/dance")
    assert answer == {"ok": False, "error": "/dance is not a command of any app here."}


def test_pressing_filling_and_submitting(
    page: Page, ada: Member, app: RecordingApp, client: InProcessWebClient
) -> None:
    blocks = [actions(button("Something", "some"), block_id="a")]
    said = client.chat_postMessage(channel=ada.id, text="?", blocks=blocks)
    view = modal(text_input("goal", "Goal"))

    def on_request(request: AppRequest) -> AppResponse | None:
        if request.payload["type"] == "block_actions":
            client.views_open(trigger_id=request.payload["trigger_id"], view=view)
        return None

    app.on_request = on_request
    where = {"type": "message", "channel": said["channel"], "ts": said["ts"]}
    assert page.act("press", container=where, block_id="a", action_id="some")["ok"]
    shown = page.state()["view"]
    field = {"view_id": shown["id"], "block_id": "goal", "action_id": "goal_typed"}
    assert page.act("input", **field, value="fewer")["ok"]
    assert page.state()["view"]["state"]["values"]["goal"]["goal_typed"]["value"] == "fewer"
    empty = page.act("submit", view_id=shown["id"], values={"goal": {"goal_typed": ""}})
    assert empty["errors"] == {"goal": "Please complete this required field."}
    assert page.state()["view"]["errors"] == empty["errors"]
    values = {"goal": {"goal_typed": "fewer callouts"}}
    assert page.act("submit", view_id=shown["id"], values=values) == {"ok": True}
    assert page.state()["view"] is None


def test_failures_of_the_app_are_told_in_words(page: Page, town: Town, app: RecordingApp) -> None:
    app.answers.append(AppResponse(0, failure="http_timeout"))
    silent = page.act("command", channel=deals_of(town), text="/alongside")
    assert silent["error"] == "Alongside did not answer in time."
    app.says(500)
    failed = page.act("command", channel=deals_of(town), text="/alongside")
    assert failed["error"] == "Alongside had a problem with this (HTTP 500)."
    gone = {"type": "message", "channel": deals_of(town), "ts": "1.1"}
    pressed = page.act("press", container=gone, block_id="a", action_id="b")
    assert pressed["error"] == "This message is gone."


def test_home_opens_and_closes_modals(page: Page, installed: InstalledApp, client: Any) -> None:
    client.views_publish(user_id=page.who.id, view={"type": "home", "blocks": [section("Today")]})
    assert page.act("open_home", app_user_id=installed.bot_user_id)["ok"]
    assert page.state()["home"][installed.bot_user_id]["type"] == "home"
    assert page.act("close", view_id="V0")["error"] == "No modal is open."


def test_people_and_bots_come_and_go(
    page: Page, town: Town, ben: Member, installed: InstalledApp, app: RecordingApp
) -> None:
    place = town.channel("#random").id
    page.act("join", channel=place)
    page.act("invite", channel=place, invitee=installed.bot_user_id)
    bot = installed.bot_user_id
    joined = next(e for e in app.events if e["type"] != "message" and e.get("user") == bot)
    assert joined["inviter"] == page.who.id
    assert page.act("invite", channel=place, invitee=ben.id)["ok"]
    assert page.act("kick", channel=place, invitee=installed.bot_user_id)["ok"]
    assert app.kinds[-1] == "channel_left"
    assert page.act("invite", channel=place, invitee="U0")["error"] == (
        "There is no such person here."
    )


@pytest.mark.parametrize("said", ["@Ben", "ben", "<@{id}>"])
def test_slacks_own_invite_brings_somebody_in(
    page: Page, town: Town, ben: Member, said: str
) -> None:
    place = town.channel("#new-room")
    page.act("join", channel=place.id)
    done = page.act("command", channel=place.id, text=f"/invite {said.format(id=ben.id)}")
    assert done == {"ok": True}
    assert ben.id in place.members


@pytest.mark.parametrize("said", ["/invite", "/invite @nobody"])
def test_an_invitation_of_nobody_is_answered_in_words(page: Page, town: Town, said: str) -> None:
    done = page.act("command", channel=deals_of(town), text=said)
    assert done["error"].startswith("Nobody here goes by that name.")


def test_status_pause_and_zone(page: Page) -> None:
    page.act("set_status", text="On leave", emoji=":palm_tree:")
    page.act("set_dnd", until=1780308000)
    assert page.act("set_tz", tz="Mars/Base")["error"] == "There is no such time zone."
    assert page.act("set_tz", tz="../../etc/passwd")["ok"] is False
    page.act("set_tz", tz="Asia/Tokyo")
    me = next(u for u in page.state()["users"] if u["id"] == page.who.id)
    assert (me["status_text"], me["dnd_until"], me["tz"]) == ("On leave", 1780308000, "Asia/Tokyo")


def test_the_clock_moves_to_a_time_or_by_a_name(page: Page, moved: list[object]) -> None:
    page.act("move_clock", to=1780308000)
    page.act("move_clock", move="tomorrow")
    assert moved == [datetime(2026, 6, 1, 10, 0, tzinfo=UTC), "tomorrow"]
    assert page.act("move_clock", to=1e40)["ok"]


def test_a_colleagues_direct_message_is_private(page: Page, ben: Member) -> None:
    place = page.act("open_dm", **{"with": ben.id})["channel"]
    page.act("post", channel=place, text="between us")
    assert page.messages(place)[-1]["text"] == "between us"
    eve = ben.town.person("Eve")
    page.who = eve
    assert page.get("/page/messages", channel=place).status_code == 404
    assert page.act("post", channel=place, text="me too")["error"] == (
        "There is no such channel here."
    )


def test_only_the_page_itself_may_act(page: Page) -> None:
    body = b'{"team": "T", "user": "U", "verb": "post"}'
    assert page.post_raw(body, "text/plain").status_code == 403
    strange = page.act("join", headers={"Origin": "http://evil.example"}, channel="C")
    assert strange == {"ok": False, "error": "Only this page may do that."}


@pytest.mark.parametrize("body", [b"{", b"[]", b"null", b"{}", b'{"team": [], "verb": {}}'])
def test_nonsense_is_answered_in_words(page: Page, body: bytes) -> None:
    answer = page.post_raw(body, "application/json").json
    assert answer == {"ok": False, "error": "This is not something that can be done here."}


@pytest.mark.parametrize(
    "facts",
    [
        {"verb": "press", "container": "x"},
        {"verb": "press", "container": {"view_id": ["V"]}, "action_id": {"a": 1}},
        {"verb": "submit", "values": ["x"]},
        {"verb": "edit", "channel": 7, "ts": None},
        {"verb": "shortcut", "callback_id": None},
        {"verb": "app_post", "template": "none", "channel": "C"},
        {"verb": "set_dnd", "until": "soon"},
    ],
)
def test_wrong_facts_never_break_it(page: Page, facts: dict[str, Any]) -> None:
    verb = facts.pop("verb")
    answer = page.act(verb, **facts)
    assert answer["ok"] is (verb == "set_dnd")
    assert answer["ok"] or answer["error"].endswith(".")


def test_static_files_stay_in_their_folder(page: Page) -> None:
    assert page.get("/").headers["Content-Security-Policy"].startswith("default-src 'self'")
    for path in ("/page/../slack.py", "/page/%2e%2e/slack.py", "/page/none.js", "/page/file/F0"):
        assert page.get(path).status_code == 404


def test_the_panel_is_what_the_demo_says(page: Page, town: Town) -> None:
    panel = page.get("/page/panel", channel=deals_of(town)).json
    assert panel["sections"][0]["title"] == f"{town.id} {deals_of(town)} {page.who.id}"


class TestSeed:
    @pytest.fixture
    def cast(self, slack: LocalSlack) -> Cast:
        return seed_demo(slack)

    def test_the_cast_and_their_talk_lie_in_the_past(self, slack: LocalSlack, cast: Cast) -> None:
        assert [t.name for t in slack.workspaces] == ["Meridian", "Harbour & Pine"]
        assert cast.dee.profile.tz == "Asia/Tokyo"
        assert cast.max.profile.is_owner
        for channel in ("#deals", "#customer-calls", "#random"):
            said = cast.ada.sees(channel)
            stamps = [m.ts for m in said]
            assert stamps == sorted(stamps)
            assert stamps[-1] < "1780304400"
            assert any("subtype" not in m.raw for m in said)

    def test_each_template_posts_into_a_channel(
        self, slack: LocalSlack, cast: Cast, demo: Demo
    ) -> None:
        page = Page(slack, demo, cast.ada)
        place = cast.town.channel("#deals").id
        for name in demo.templates:
            before = len(page.messages(place))
            assert page.act("app_post", channel=place, template=name) == {"ok": True}
            assert len(page.messages(place)) == before + 1

    @pytest.mark.usefixtures("installed")
    def test_an_ended_call_is_a_change_of_its_message(self, town: Town, app: RecordingApp) -> None:
        app_templates()["zoom_ended"].post(town, town.channel("#deals"))
        posted, changed = app.events
        assert posted["text"] == ""
        assert changed["subtype"] == "message_changed"
        assert changed["message"]["blocks"][0]["call"]["v1"]["has_ended"] is True
