"""Every kind of field keeps what a person chose, and every kind of block can be read."""

from __future__ import annotations

from typing import Any

import pytest

from bot.playground import InProcessWebClient, Town
from bot.playground.member import Member
from tests.playground.parts import RecordingApp, actions, button, modal, plain, section

pytestmark = pytest.mark.usefixtures("installed")
OPTIONS = [{"text": plain("One"), "value": "1"}, {"text": plain("Two"), "value": "2"}]
GROUPED = [{"label": plain("All"), "options": OPTIONS}]


def field(kind: str, **more: Any) -> dict[str, Any]:
    element = {"type": kind, "action_id": "it", **more}
    return {"type": "input", "block_id": "f", "label": plain("It"), "element": element}


FIELDS = [
    (field("plain_text_input", initial_value="a"), "b", {"value": "b"}),
    (field("static_select", options=OPTIONS), "Two", {"selected_option": OPTIONS[1]}),
    (field("static_select", option_groups=GROUPED), "1", {"selected_option": OPTIONS[0]}),
    (field("multi_static_select", options=OPTIONS), ["1", "2"], {"selected_options": OPTIONS}),
    (field("checkboxes", options=OPTIONS), "Two", {"selected_options": [OPTIONS[1]]}),
    (field("radio_buttons", options=OPTIONS, initial_option=OPTIONS[0]), "2",
     {"selected_option": OPTIONS[1]}),
    (field("external_select"), "x", {"selected_option": {"text": plain("x"), "value": "x"}}),
    (field("users_select"), "U1", {"selected_user": "U1"}),
    (field("multi_users_select"), ["U1"], {"selected_users": ["U1"]}),
    (field("channels_select"), "C1", {"selected_channel": "C1"}),
    (field("conversations_select"), "C1", {"selected_conversation": "C1"}),
    (field("datepicker", initial_date="2026-06-12"), "2026-06-15",
     {"selected_date": "2026-06-15"}),
    (field("timepicker"), "09:30", {"selected_time": "09:30"}),
    (field("datetimepicker"), 1780304400, {"selected_date_time": 1780304400}),
    (field("number_input", is_decimal_allowed=False), "7", {"value": "7"}),
    (field("email_text_input"), "jo@gira.example", {"value": "jo@gira.example"}),
]  # fmt: skip


@pytest.fixture
def shows(app: RecordingApp, ada: Member, client: InProcessWebClient) -> Any:
    """Open a modal with these blocks on Ada's screen."""

    def shows(*blocks: dict[str, Any]) -> None:
        client.chat_postMessage(channel=ada.id, text="?", blocks=[actions(button("Go", "go"))])
        ada.presses(ada.dm_messages()[-1], "Go")
        client.views_open(trigger_id=app.interactions[-1]["trigger_id"], view=modal(*blocks))

    return shows


@pytest.mark.parametrize(("block", "value", "kept"), FIELDS, ids=lambda v: str(v)[:30])
def test_a_field_keeps_what_was_chosen(
    app: RecordingApp, ada: Member, shows: Any, block: Any, value: Any, kept: Any
) -> None:
    shows(block)
    assert ada.submits({"It": value}) is None
    entry = app.interactions[-1]["view"]["state"]["values"]["f"]["it"]
    assert entry == {"type": block["element"]["type"], **kept}


@pytest.mark.parametrize(
    ("block", "value", "why"),
    [
        (field("plain_text_input", min_length=3), "ab", "at least 3"),
        (field("plain_text_input", max_length=3), "abcd", "no more than 3"),
        (field("email_text_input"), "jo at gira", "valid email"),
        (field("number_input", is_decimal_allowed=False), "1.5", "valid number"),
        (field("number_input", is_decimal_allowed=True), "one", "valid number"),
        (field("number_input", is_decimal_allowed=True, min_value="2"), "1.5", "at least 2"),
        (field("number_input", is_decimal_allowed=True, max_value="2"), "2.5", "at most 2"),
        (field("checkboxes", options=OPTIONS), [], "complete this required field"),
        (field("datepicker"), None, "complete this required field"),
    ],
)
def test_slack_itself_keeps_wrong_values_back(
    app: RecordingApp, ada: Member, shows: Any, block: Any, value: Any, why: str
) -> None:
    shows(block)
    asked = len(app.requests)
    assert why in ada.submits({"It": value})["f"]
    assert len(app.requests) == asked


def test_a_field_that_dispatches_tells_the_app_at_once(
    app: RecordingApp, ada: Member, shows: Any
) -> None:
    shows({**field("plain_text_input"), "dispatch_action": True})
    ada.fills("It", "typed")
    told = app.interactions[-1]
    assert (told["type"], told["actions"][0]["value"]) == ("block_actions", "typed")


def test_fields_in_a_message_travel_with_a_press(
    app: RecordingApp, ada: Member, client: InProcessWebClient
) -> None:
    menu = {"type": "static_select", "action_id": "menu", "options": OPTIONS}
    blocks = [actions(menu, button("Go", "go"), block_id="b")]
    client.chat_postMessage(channel=ada.id, text="?", blocks=blocks)
    shown = ada.dm_messages()[-1]
    assert [f.options for f in shown.fields] == [("One", "Two")]
    ada.selects(shown, "menu", "Two")
    ada.presses(shown, "Go")
    values = app.interactions[-1]["state"]["values"]
    assert values["b"]["menu"]["selected_option"]["value"] == "2"


def test_all_that_is_on_screen_can_be_read(town: Town) -> None:
    rich = {"type": "rich_text", "elements": [
        {"type": "rich_text_list", "style": "bullet", "elements": [
            {"type": "rich_text_section", "elements": [
                {"type": "text", "text": "first "}, {"type": "user", "user_id": "U1"},
                {"type": "emoji", "name": "wave"},
                {"type": "link", "url": "https://x.example"}]}]}]}  # fmt: skip
    blocks = [
        {"type": "header", "text": plain("Header")},
        section("Body &amp; more", fields=[plain("Field")], accessory=button("Side", "side")),
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "Small"}]},
        {"type": "image", "image_url": "https://x.example/a.png", "alt_text": "A chart"},
        {"type": "markdown", "text": "*Marked*"},
        {"type": "table", "rows": [[{"type": "raw_text", "text": "a"},
                                    {"type": "raw_number", "value": 7}]]},
        {"type": "call", "call_id": "R1", "call": {"v1": {"name": "Weekly"}}},
        {"type": "carousel", "elements": [
            {"type": "card", "title": plain("Card"), "actions": [button("Open", "open")]}]},
        {"type": "container", "title": plain("Box"), "child_blocks": [section("Inside")]},
        rich,
    ]  # fmt: skip
    attachment = {"pretext": "Before", "title": "Deal", "text": "Won",
                  "fields": [{"title": "Owner", "value": "Ada"}]}  # fmt: skip
    said = town.app_posts("#deals", "unseen", blocks=blocks, attachments=[attachment])
    lines = [line for line in said.words.splitlines() if line]
    assert lines == [
        "Header", "Body & more", "Field", "Side", "Small", "A chart", "*Marked*", "a | 7",
        "Weekly", "Card", "Open", "Box", "Inside", "first <@U1>:wave:https://x.example",
        "Before", "Deal", "Won", "Owner Ada",
    ]  # fmt: skip
    assert said.labels == ["Side", "Open"]
