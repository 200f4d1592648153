"""Presses, modals, Home, commands and shortcuts, in Slack's shapes and with Slack's limits."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from bot.clock import ManualClock
from bot.playground import AppRequest, AppResponse, InProcessWebClient, LocalSlack, Town
from bot.playground.member import Member
from bot.playground.refusals import AppDidNotAnswerError, NothingToPressError, Refusal
from bot.playground.shown import Message
from bot.playground.slack import InstalledApp
from tests.playground.parts import RecordingApp, actions, button, modal, plain, section, text_input

pytestmark = pytest.mark.usefixtures("installed")

OPTIONS = [{"text": plain("Later"), "value": "later"}, {"text": plain("Stop"), "value": "stop"}]
MENU = {"type": "overflow", "action_id": "more", "options": OPTIONS}


@pytest.fixture
def question(client: InProcessWebClient, ada: Member) -> Message:
    blocks = [
        section("What did you hear?", block_id="ask", accessory=MENU),
        actions(button("Nothing new", "none", value="v1"), button("Something", "some")),
    ]
    client.chat_postMessage(channel=ada.id, text="What did you hear?", blocks=blocks)
    return ada.dm_messages()[-1]


@pytest.fixture
def opens(app: RecordingApp, client: InProcessWebClient) -> Callable[..., None]:
    """Let the app open this view at every press."""

    def opens(view: dict[str, object], method: str = "views_open") -> None:
        def on_request(request: AppRequest) -> AppResponse | None:
            trigger = request.payload.get("trigger_id")
            if request.payload.get("type") in ("block_actions", "shortcut"):
                getattr(client, method)(trigger_id=trigger, view=view)
            return None

        app.on_request = on_request

    return opens


def test_a_message_tells_what_is_on_it(question: Message) -> None:
    assert question.labels == ["Later", "Stop", "Nothing new", "Something"]
    assert question.words.splitlines()[0] == "What did you hear?"


def test_a_press_arrives_as_block_actions(
    app: RecordingApp, ada: Member, question: Message, installed: InstalledApp
) -> None:
    ada.presses(question, "Nothing new")
    pressed = app.interactions[-1]
    assert pressed["type"] == "block_actions"
    assert pressed["user"]["id"] == ada.id
    assert pressed["api_app_id"] == installed.app_id
    assert pressed["container"] == {
        "type": "message", "message_ts": question.ts, "channel_id": question.channel_id,
        "is_ephemeral": False,
    }  # fmt: skip
    assert pressed["message"]["ts"] == question.ts
    assert pressed["trigger_id"]
    assert pressed["response_url"].startswith("https://slack.local/response/")
    action = pressed["actions"][0]
    assert (action["type"], action["action_id"], action["value"]) == ("button", "none", "v1")


def test_a_menu_line_is_pressed_by_its_label(
    app: RecordingApp, ada: Member, question: Message
) -> None:
    ada.presses(question, "Stop")
    action = app.interactions[-1]["actions"][0]
    assert action["type"] == "overflow"
    assert action["selected_option"]["value"] == "stop"


def test_what_is_not_there_cannot_be_pressed(
    ada: Member, question: Message, client: InProcessWebClient
) -> None:
    with pytest.raises(NothingToPressError, match="'Nothing new', 'Something'"):
        ada.presses(question, "Everything")
    client.chat_delete(channel=question.channel_id, ts=question.ts)
    with pytest.raises(NothingToPressError, match="gone"):
        ada.presses(question, "Something")


def test_an_app_that_fails_is_seen_to_fail(
    app: RecordingApp, ada: Member, question: Message
) -> None:
    app.says(500)
    with pytest.raises(AppDidNotAnswerError, match="Alongside answered 500"):
        ada.presses(question, "Something")


def test_a_modal_is_opened_filled_and_submitted(
    app: RecordingApp, ada: Member, question: Message, opens: Callable[..., None]
) -> None:
    opens(modal(text_input("goal", "Goal"), text_input("who", "Who said it", optional=True),
                private_metadata="n1"))  # fmt: skip
    ada.presses(question, "Something")
    assert ada.modal.title == "A form"
    assert ada.submits() == {"goal": "Please complete this required field."}
    assert len(app.interactions) == 1
    assert ada.submits({"Goal": "fewer callouts"}) is None
    submitted = app.interactions[-1]
    assert submitted["type"] == "view_submission"
    assert submitted["view"]["private_metadata"] == "n1"
    assert submitted["view"]["state"]["values"]["goal"]["goal_typed"] == {
        "type": "plain_text_input", "value": "fewer callouts",
    }  # fmt: skip
    assert submitted["view"]["state"]["values"]["who"]["who_typed"]["value"] is None
    assert ada.modal is None


def test_errors_update_push_and_clear(
    app: RecordingApp, ada: Member, question: Message, opens: Callable[..., None]
) -> None:
    opens(modal(text_input("goal", "Goal")))
    ada.presses(question, "Something")
    app.says(200, {"response_action": "errors", "errors": {"goal": "Say it in their words"}})
    assert ada.submits(goal="x") == {"goal": "Say it in their words"}
    assert ada.modal.errors == {"goal": "Say it in their words"}
    longer = modal(text_input("goal", "Goal"), text_input("by", "By when", optional=True))
    app.says(200, {"response_action": "update", "view": longer})
    ada.submits()
    assert ada.modal.errors == {}
    assert ada.modal.values["goal"]["goal_typed"]["value"] == "x"
    app.says(200, {"response_action": "push", "view": modal(section("Sure?"))})
    ada.submits()
    assert "Sure?" in ada.modal.words
    ada.closes_modal()
    assert "By when" in ada.modal.words
    app.says(200, {"response_action": "clear"})
    ada.submits()
    assert ada.modal is None


def test_errors_about_no_input_are_refused(
    app: RecordingApp, ada: Member, question: Message, opens: Callable[..., None]
) -> None:
    opens(modal(text_input("goal", "Goal")))
    ada.presses(question, "Something")
    app.says(200, {"response_action": "errors", "errors": {"gaol": "?"}})
    with pytest.raises(Refusal, match="invalid_arguments"):
        ada.submits(goal="x")


def test_a_failing_submit_keeps_the_modal_with_its_words(
    app: RecordingApp, ada: Member, question: Message, opens: Callable[..., None]
) -> None:
    opens(modal(text_input("goal", "Goal")))
    ada.presses(question, "Something")
    app.says(500)
    with pytest.raises(AppDidNotAnswerError):
        ada.submits(goal="fewer callouts")
    assert ada.modal.values["goal"]["goal_typed"]["value"] == "fewer callouts"


def test_a_trigger_is_good_once_and_for_three_seconds(
    app: RecordingApp, ada: Member, question: Message, client: InProcessWebClient,
    clock: ManualClock,
) -> None:  # fmt: skip
    ada.presses(question, "Something")
    trigger = app.interactions[-1]["trigger_id"]
    clock.set(clock.now() + timedelta(days=1))
    client.views_open(trigger_id=trigger, view=modal())
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        client.views_open(trigger_id=trigger, view=modal())
    ada.presses(question, "Something")
    clock.pass_machine_time(timedelta(seconds=3.1))
    with pytest.raises(SlackApiError, match="expired_trigger_id"):
        client.views_open(trigger_id=app.interactions[-1]["trigger_id"], view=modal())
    with pytest.raises(SlackApiError, match="invalid_trigger_id"):
        client.views_open(trigger_id="1.2.3", view=modal())


def test_a_stack_is_three_deep_and_closing_is_told(
    app: RecordingApp, ada: Member, question: Message, client: InProcessWebClient
) -> None:
    view = modal(notify_on_close=True)
    ada.presses(question, "Something")
    client.views_open(trigger_id=app.interactions[-1]["trigger_id"], view=view)
    for _ in range(2):
        ada.presses(question, "Something")
        client.views_push(trigger_id=app.interactions[-1]["trigger_id"], view=view)
    ada.presses(question, "Something")
    with pytest.raises(SlackApiError, match="push_limit_reached"):
        client.views_push(trigger_id=app.interactions[-1]["trigger_id"], view=view)
    ada.closes_modal(everything=True)
    closed = [i for i in app.interactions if i["type"] == "view_closed"]
    assert len(closed) == 3
    assert closed[0]["is_cleared"] is True
    assert ada.modal is None


def test_views_are_updated_by_id_with_a_guard_against_races(
    app: RecordingApp, ada: Member, question: Message, client: InProcessWebClient
) -> None:
    ada.presses(question, "Something")
    opened = client.views_open(
        trigger_id=app.interactions[-1]["trigger_id"],
        view=modal(text_input("goal", "Goal"), external_id="mine"),
    )["view"]
    ada.fills("goal", "typed already")
    longer = modal(text_input("goal", "Goal"), text_input("more", "More"), external_id="mine")
    client.views_update(view_id=opened["id"], hash=opened["hash"], view=longer)
    assert ada.modal.values["goal"]["goal_typed"]["value"] == "typed already"
    with pytest.raises(SlackApiError, match="hash_conflict"):
        client.views_update(view_id=opened["id"], hash=opened["hash"], view=longer)
    client.views_update(external_id="mine", view=modal(section("Done")))
    assert "Done" in ada.modal.words
    ada.closes_modal()
    with pytest.raises(SlackApiError, match="not_found"):
        client.views_update(view_id=opened["id"], view=longer)


def test_a_view_of_more_than_250_kb_is_too_large(client: InProcessWebClient, ada: Member) -> None:
    blocks = [section("ä" * 3000) for _ in range(100)]
    with pytest.raises(SlackApiError, match="view_too_large"):
        client.views_publish(user_id=ada.id, view={"type": "home", "blocks": blocks})


def test_home_is_told_when_opened_and_shows_what_was_published(
    app: RecordingApp, ada: Member, client: InProcessWebClient
) -> None:
    choices = {"type": "static_select", "action_id": "cap", "options": OPTIONS}
    home = {"type": "home", "blocks": [section("Today"), actions(choices, block_id="caps")]}
    app.on_request = lambda _: client.views_publish(user_id=ada.id, view=home) and None
    shown = ada.opens_home()
    assert app.events[0]["type"] == "app_home_opened"
    assert app.events[0]["tab"] == "home"
    assert "Today" in shown.words
    ada.selects(shown, "cap", "Stop")
    pressed = app.interactions[-1]
    assert pressed["container"] == {"type": "view", "view_id": shown.id}
    assert pressed["actions"][0]["selected_option"]["value"] == "stop"
    assert pressed["view"]["state"]["values"]["caps"]["cap"]["selected_option"]["value"] == "stop"
    with pytest.raises(NothingToPressError, match="'Later', 'Stop'"):
        ada.selects(shown, "cap", "Never")


def test_a_command_is_a_form_and_its_answer_is_seen_by_one(
    app: RecordingApp, ada: Member, ben: Member
) -> None:
    app.says(200, {"text": "You may write: help, join"})
    answer = ada.runs("/alongside help me", "#deals")
    request = app.requests[-1]
    assert request.path == "/slack/commands"
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert request.payload["command"] == "/alongside"
    assert request.payload["text"] == "help me"
    assert request.payload["channel_name"] == "deals"
    assert answer.text == "You may write: help, join"
    assert ada.ephemerals("#deals")[-1].text == answer.text
    assert ben.ephemerals("#deals") == []
    with pytest.raises(NothingToPressError, match="/unknown"):
        ada.runs("/unknown", "#deals")


def test_a_command_may_be_answered_by_an_ephemeral_message(
    app: RecordingApp, ada: Member, client: InProcessWebClient
) -> None:
    def on_request(request: AppRequest) -> None:
        place = request.payload["channel_id"]
        client.chat_postEphemeral(channel=place, user=ada.id, text="Here it is")

    app.on_request = on_request
    assert ada.runs("/alongside why", "#deals").text == "Here it is"


def test_shortcuts_on_a_message_and_anywhere(app: RecordingApp, ada: Member) -> None:
    said = ada.posts("#deals", "I will send Osprey the plan")
    ada.uses_shortcut("Remember a promise", said)
    used = app.interactions[-1]
    assert (used["type"], used["callback_id"]) == ("message_action", "remember")
    assert used["message"]["text"] == "I will send Osprey the plan"
    assert used["channel"]["name"] == "deals"
    ada.uses_shortcut("plan")
    assert app.interactions[-1]["type"] == "shortcut"
    with pytest.raises(NothingToPressError, match="used on a message"):
        ada.uses_shortcut("remember")


class TestResponseUrl:
    """Five posts in half an hour, to replace, delete or add."""

    @pytest.fixture
    def url(self, app: RecordingApp, ada: Member, question: Message) -> str:
        ada.presses(question, "Something")
        address: str = app.interactions[-1]["response_url"]
        return address

    def test_it_replaces_and_deletes(self, slack: LocalSlack, ada: Member, url: str) -> None:
        body = {"replace_original": True, "text": "Noted"}
        assert slack.post_response(url, json.dumps(body)) == (200, "ok")
        assert ada.dm_messages()[-1].text == "Noted"
        slack.post_response(url, {"delete_original": True})
        assert ada.dm_messages() == []

    def test_it_adds_for_one_or_for_all(self, slack: LocalSlack, ada: Member, url: str) -> None:
        slack.post_response(url, {"text": "alone"})
        slack.post_response(url, {"text": "all", "response_type": "in_channel"})
        assert ada.ephemerals(ada.dm())[-1].text == "alone"
        assert ada.dm_messages()[-1].text == "all"

    def test_it_is_used_up_after_five(self, slack: LocalSlack, url: str) -> None:
        said = [slack.post_response(url, {"text": "x"})[1] for _ in range(6)]
        assert said == ["ok"] * 5 + ["used_url"]

    def test_it_ends_after_half_an_hour_of_machine_time(
        self, slack: LocalSlack, url: str, clock: ManualClock
    ) -> None:
        clock.set(clock.now() + timedelta(days=1))
        assert slack.post_response(url, {"text": "x"})[0] == 200
        clock.pass_machine_time(timedelta(minutes=31))
        assert slack.post_response(url, {"text": "x"}) == (404, "expired_url")

    @pytest.mark.parametrize("body", ["{", "[]", {}, {"text": "x", "blocks": [{"type": "?"}]}])
    def test_it_refuses_nonsense(self, slack: LocalSlack, url: str, body: Any) -> None:
        assert slack.post_response(url, body)[0] == 400

    def test_an_ephemeral_message_is_replaced_for_its_person(
        self, slack: LocalSlack, app: RecordingApp, ada: Member, client: InProcessWebClient,
        town: Town,
    ) -> None:  # fmt: skip
        blocks = [actions(button("Join", "join"))]
        place = town.channel("#deals").id
        client.chat_postEphemeral(channel=place, user=ada.id, text="Join?", blocks=blocks)
        ada.presses(ada.ephemerals("#deals")[-1], "Join")
        assert app.interactions[-1]["container"]["is_ephemeral"] is True
        url = app.interactions[-1]["response_url"]
        slack.post_response(url, {"replace_original": True, "text": "You are in"})
        assert [m.text for m in ada.ephemerals("#deals")] == ["You are in"]
