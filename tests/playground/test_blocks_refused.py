"""What Slack would not take in a message, the local Slack does not take either."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.errors import SlackApiError

from bot.playground import InProcessWebClient
from bot.playground.checks.attachments import check_attachments
from bot.playground.checks.blocks import check_message_blocks
from bot.playground.checks.views import check_view
from bot.playground.member import Member
from tests.playground.parts import actions, button, modal, plain, section, text_input

LONG = "x" * 3001
OPTION = {"text": plain("One"), "value": "1"}
MENU = {"type": "static_select", "action_id": "menu", "options": [OPTION]}
IMAGE = {"type": "image", "image_url": "https://x.example/a.png", "alt_text": "A chart"}
RICH = {"type": "rich_text", "elements": [
    {"type": "rich_text_section", "elements": [{"type": "text", "text": "hi"}]}]}  # fmt: skip


def menu(**more: object) -> dict[str, object]:
    return {**MENU, **more}


def options(count: int) -> list[dict[str, object]]:
    return [{"text": plain(f"Option {n}"), "value": str(n)} for n in range(count)]


GOOD = {
    "section": [section("Words")],
    "section with fields": [{"type": "section", "fields": [plain("a"), plain("b")]}],
    "section with a button": [section("Words", accessory=button("Go", "go"))],
    "header": [{"type": "header", "text": plain("Today")}],
    "divider": [{"type": "divider"}],
    "context": [{"type": "context", "elements": [{"type": "mrkdwn", "text": "small"}]}],
    "actions": [actions(button("Yes", "yes", style="primary"), menu())],
    "overflow": [actions({"type": "overflow", "action_id": "more", "options": options(5)})],
    "input": [text_input("goal", "What do they want?")],
    "image": [IMAGE],
    "uploaded image": [
        {"type": "image", "slack_file": {"url": "https://x.example/F1"}, "alt_text": "A chart"},
    ],
    "rich text": [RICH],
    "markdown": [{"type": "markdown", "text": "**bold**"}],
    "table": [{"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]}],
    "call": [{"type": "call", "call_id": "R1", "call": {"v1": {"name": "Weekly"}}}],
    "fifty": [{"type": "divider"} for _ in range(50)],
}  # fmt: skip

BAD = {
    "unknown block": [{"type": "chart"}],
    "no type": [{"text": plain("x")}],
    "not a block": ["section"],
    "not a list": {"type": "divider"},
    "unknown field": [section("x", colour="red")],
    "empty section": [{"type": "section"}],
    "section too long": [section(LONG)],
    "empty text": [section("")],
    "text of a wrong kind": [{"type": "section", "text": {"type": "html", "text": "x"}}],
    "text as a bare string": [{"type": "section", "text": "x"}],
    "header too long": [{"type": "header", "text": plain("x" * 151)}],
    "header in mrkdwn": [{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}],
    "eleven fields": [{"type": "section", "fields": [plain("a")] * 11}],
    "field too long": [{"type": "section", "fields": [plain("a" * 2001)]}],
    "eleven in a context": [{"type": "context", "elements": [plain("a")] * 11}],
    "button in a context": [{"type": "context", "elements": [button("Go", "go")]}],
    "twenty-six actions": [actions(*[button("Go", f"go{n}") for n in range(26)])],
    "no actions": [actions()],
    "text input among actions": [actions({"type": "plain_text_input", "action_id": "t"})],
    "button in an input": [
        {"type": "input", "label": plain("x"), "element": button("Go", "go")},
    ],
    "button label too long": [actions(button("x" * 76, "go"))],
    "button value too long": [actions(button("Go", "go", value="x" * 2001))],
    "button in mrkdwn": [actions({**button("Go", "go"), "text": {"type": "mrkdwn", "text": "x"}})],
    "unknown style": [actions(button("Go", "go", style="warning"))],
    "url that is none": [actions(button("Go", "go", url="not an address"))],
    "action_id too long": [actions(button("Go", "x" * 256))],
    "block_id too long": [section("x", block_id="x" * 256)],
    "block_id twice": [section("x", block_id="a"), section("y", block_id="a")],
    "action_id twice": [actions(button("A", "a")), actions(button("B", "a"))],
    "six in an overflow": [
        actions({"type": "overflow", "action_id": "more", "options": options(6)})],
    "select without options": [actions({"type": "static_select", "action_id": "s"})],
    "101 options": [actions(menu(options=options(101)))],
    "option too long": [actions(menu(options=[{"text": plain("x" * 76), "value": "1"}]))],
    "option value too long": [actions(menu(options=[{"text": plain("x"), "value": "1" * 151}]))],
    "initial option not offered": [
        actions(menu(initial_option={"text": plain("Two"), "value": "2"}))],
    "eleven radio buttons": [
        actions({"type": "radio_buttons", "action_id": "r", "options": options(11)})],
    "image without alt text": [{"type": "image", "image_url": "https://x.example/a.png"}],
    "image from nowhere": [{"type": "image", "alt_text": "A chart"}],
    "image from two places": [{**IMAGE, "slack_file": {"id": "F1"}}],
    "date that is none": [
        actions({"type": "datepicker", "action_id": "d", "initial_date": "tomorrow"})],
    "time that is none": [
        actions({"type": "timepicker", "action_id": "d", "initial_time": "25:00"})],
    "markdown too long": [{"type": "markdown", "text": "x" * 12_001}],
    "markdown too long together": [
        {"type": "markdown", "text": "x" * 7000}, {"type": "markdown", "text": "x" * 7000}],
    "picture that nobody uploaded": [
        {"type": "image", "slack_file": {"id": "F1"}, "alt_text": "A chart"}],
    "101 rows": [{"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]] * 101}],
    "21 columns": [{"type": "table", "rows": [[{"type": "raw_text", "text": "a"}] * 21]}],
    "confirm without words": [actions(button("Go", "go", confirm={"title": plain("Sure?")}))],
    "51 blocks": [{"type": "divider"} for _ in range(51)],
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_good_blocks_are_taken(client: InProcessWebClient, ada: Member, name: str) -> None:
    client.chat_postMessage(channel=ada.id, text="words", blocks=GOOD[name])
    assert len(ada.dm_messages()[-1].blocks) == len(GOOD[name])


@pytest.mark.parametrize("name", BAD)
def test_bad_blocks_are_refused(client: InProcessWebClient, ada: Member, name: str) -> None:
    with pytest.raises(SlackApiError) as refused:
        client.chat_postMessage(channel=ada.id, text="words", blocks=BAD[name])
    answer = refused.value.response
    assert answer["error"] == "invalid_blocks"
    assert "json-pointer:/blocks" in answer["response_metadata"]["messages"][0]
    assert ada.dm_messages() == []


BAD_VIEWS = {
    "title too long": modal(title=plain("x" * 25)),
    "no title": {k: v for k, v in modal().items() if k != "title"},
    "submit too long": modal(submit=plain("x" * 25)),
    "input without submit": {
        k: v for k, v in modal(text_input("a", "A")).items() if k != "submit"},
    "no blocks": {**modal(), "blocks": []},
    "101 blocks": {**modal(), "blocks": [{"type": "divider"}] * 101},
    "note too long": modal(private_metadata="x" * 3001),
    "callback too long": modal(callback_id="x" * 256),
    "unknown field": modal(colour="red"),
    "unknown kind": modal(type="drawer"),
    "table in a view": modal({"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]}),
    "same block_id": modal(text_input("a", "A"), text_input("a", "B")),
    "title on Home": {"type": "home", "blocks": [], "title": plain("x")},
    "not a view": "view",
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_VIEWS)
def test_bad_views_are_refused(name: str) -> None:
    assert check_view(BAD_VIEWS[name])


def test_good_views_are_taken() -> None:
    assert check_view(modal(text_input("goal", "Goal"))) == []
    assert check_view({"type": "home", "blocks": []}) == []


def test_attachments_with_unknown_fields_are_refused() -> None:
    usual = {"text": "*Stage*: Won", "fields": [{"title": "a", "value": "b"}]}
    assert check_attachments([usual]) == []
    assert check_attachments([{"txt": "x"}])
    assert check_attachments([{"text": "x"}] * 101)
    assert check_attachments([{"blocks": [{"type": "chart"}]}])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "text", "elements", "accessory", "block_id", "options", "x"]),
            inner | st.sampled_from(["section", "actions", "button", "rich_text", "container"]),
            max_size=5,
        )
    ),
    max_leaves=25,
)


@given(JSON)
def test_no_input_breaks_the_checks(anything: object) -> None:
    for check in (check_message_blocks, check_view, check_attachments):
        found = check(anything)
        assert all(problem.startswith("[ERROR]") for problem in found)
