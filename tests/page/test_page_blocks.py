"""What apps and people write is shown as it should read."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.playground import messages
from tests.page.conftest import World, acted, visit
from tests.page.small_app import button, option, plain

pytestmark = [pytest.mark.browser, pytest.mark.prove]


def words(text: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text}


def last(page: Page) -> Locator:
    return page.locator(".main-list article").last


def shown(page: Page, world: World, blocks: list[dict[str, Any]]) -> Locator:
    """The app posts blocks into a room of their own; the message as Ada sees it."""
    place = world.channel()
    world.app.says(place.id, "In short", blocks)
    visit(page, world.address(place.id))
    return last(page)


def test_words_with_marks_links_and_names(page: Page, world: World) -> None:
    ben = world.town.person("Ben")
    place = world.channel()
    text = (
        f"*bold* _soft_ ~old~ `code` <https://example.org/a|the notes> <@{ben.id}> "
        f"<#{place.id}> 2*3*4 snake_case_name\n• first\n1. second\n&gt; said Lina\n```x &lt; y```"
    )
    world.app.says(place.id, text)
    visit(page, world.address(place.id))
    message = last(page)
    expect(message.locator("strong", has_text="bold")).to_be_visible()
    expect(message.locator("em")).to_have_text("soft")
    expect(message.locator("s")).to_have_text("old")
    expect(message.locator("code")).to_have_text("code")
    notes = message.get_by_role("link", name="the notes")
    expect(notes).to_have_attribute("href", "https://example.org/a")
    expect(message.locator(".mention")).to_have_text(["@Ben", f"#{place.name}"])
    expect(message).to_contain_text("2*3*4 snake_case_name")
    expect(message.locator(".item")).to_have_count(2)
    expect(message.locator("blockquote")).to_have_text("said Lina")
    expect(message.locator("pre")).to_have_text("x < y")


def test_a_date_is_told_in_the_zone_of_whoever_reads(page: Page, world: World) -> None:
    place = world.channel()
    seconds = int(world.clock.now().timestamp())
    world.app.says(place.id, f"<!date^{seconds}^{{date_short_pretty}} at {{time}}|then>")
    visit(page, world.address(place.id))
    expect(last(page)).to_contain_text("today at 14:07")
    visit(page, world.address(place.id, "Dee"))
    expect(last(page)).to_contain_text("today at 22:07")


def test_section_header_context_and_divider(page: Page, world: World) -> None:
    fields = [words("*Client*\nDelmar"), words("*Stage*\nProposal")]
    message = shown(page, world, [
        {"type": "header", "text": plain("Delmar Foods")},
        {"type": "section", "text": words("*Moved*"), "fields": fields},
        {"type": "divider"},
        {"type": "context", "elements": [words("from the CRM")]},
    ])  # fmt: skip
    expect(message.get_by_role("heading", name="Delmar Foods")).to_be_visible()
    expect(message.locator(".fields .words")).to_have_count(2)
    expect(message.locator("hr")).to_have_count(1)
    expect(message.locator(".context")).to_have_text("from the CRM")


def test_pressable_and_choosable_elements(page: Page, world: World) -> None:
    two = [option("Deals"), option("Meetings")]
    elements = [
        button("Yes", "yes", style="primary"),
        {"type": "static_select", "action_id": "one", "options": two},
        {"type": "multi_static_select", "action_id": "many", "options": two},
        {"type": "users_select", "action_id": "who"},
        {"type": "conversations_select", "action_id": "where"},
        {"type": "datepicker", "action_id": "day", "initial_date": "2026-11-26"},
        {"type": "timepicker", "action_id": "time", "initial_time": "14:00"},
        {"type": "checkboxes", "action_id": "ticks", "options": two, "initial_options": two[:1]},
        {"type": "radio_buttons", "action_id": "radio", "options": two},
        {"type": "overflow", "action_id": "more", "options": two},
    ]
    blocks = [{"type": "actions", "block_id": "a", "elements": elements[:2] + elements[3:]}]
    many = {"type": "section", "block_id": "s", "text": words("Which"), "accessory": elements[2]}
    message = shown(page, world, [*blocks, many])
    expect(message.get_by_role("button", name="Yes")).to_have_class("button primary")
    expect(message.locator("[data-action=day]")).to_have_value("2026-11-26")
    expect(message.locator("[data-action=time]")).to_have_value("14:00")
    expect(message.get_by_role("checkbox", name="Deals")).to_be_checked()
    with acted(page):
        message.locator("[data-action=one]").select_option("meetings")
    with acted(page):
        message.get_by_role("radio", name="Deals").check()
    with acted(page):
        message.locator("[data-action=who]").select_option(label="Ben")
    message.locator("[data-action=many]").click()
    with acted(page):
        page.get_by_role("listbox").get_by_role("option", name="Meetings").click()
    page.keyboard.press("Escape")
    expect(message.locator(".chip")).to_have_text("Meetings")
    message.get_by_role("button", name="More choices").click()
    with acted(page):
        page.get_by_role("menuitem", name="Deals").click()
    told = [one["actions"][0] for one in world.app.heard if one.get("type") == "block_actions"][-5:]
    assert [one["action_id"] for one in told] == ["one", "radio", "who", "many", "more"]
    assert told[0]["selected_option"]["value"] == "meetings"
    assert told[2]["selected_user"] == world.town.person("Ben").id
    assert told[3]["selected_options"][0]["value"] == "meetings"
    assert told[4]["selected_option"]["value"] == "deals"


def test_table_rich_text_markdown_image_and_call(page: Page, world: World) -> None:
    def cell(text: str) -> dict[str, Any]:
        return {"type": "raw_text", "text": text}

    def line(text: str, **style: bool) -> dict[str, Any]:
        return {"type": "text", "text": text, **({"style": style} if style else {})}

    bullet = {"type": "rich_text_section", "elements": [line("first")]}
    rich = [
        {"type": "rich_text_section", "elements": [line("Rich", bold=True)]},
        {"type": "rich_text_list", "style": "bullet", "elements": [bullet]},
        {"type": "rich_text_quote", "elements": [line("quoted")]},
    ]
    message = shown(page, world, [
        {"type": "table", "rows": [[cell("Client"), cell("Last")], [cell("Gira"), cell("May")]]},
        {"type": "rich_text", "elements": rich},
        {"type": "markdown", "text": "## Plan\n**now** [notes](https://example.org/n)\n- one"},
        {"type": "image", "image_url": "https://example.org/chart.png", "alt_text": "A chart"},
    ])  # fmt: skip
    expect(message.get_by_role("columnheader", name="Client")).to_be_visible()
    expect(message.get_by_role("cell", name="Gira")).to_be_visible()
    expect(message.locator(".rich strong")).to_have_text("Rich")
    expect(message.locator(".rich blockquote")).to_have_text("quoted")
    expect(message.locator(".md li")).to_have_text("one")
    expect(message.get_by_role("link", name="notes")).to_be_visible()
    expect(message.locator(".picture-away")).to_have_text("A chart")


def test_a_call_and_an_attachment_of_other_apps(page: Page, world: World) -> None:
    place = world.channel()
    call = {"name": "Gira, weekly", "date_start": 1795525200, "date_end": 1795527900}
    block = {"type": "call", "call_id": "R1", "call": {"v1": {**call, "has_ended": True}}}
    world.town.app_posts(place, username="Zoom", blocks=[block])
    visit(page, world.address(place.id))
    expect(last(page)).to_contain_text("Gira, weekly")
    expect(last(page)).to_contain_text("ended")
    page.get_by_role("button", name="Post as an app").click()
    page.get_by_role("menuitem", name="HubSpot: deal moved").click()
    expect(last(page).locator(".attachment")).to_contain_text("Proposal sent")
    expect(last(page).locator(".message-head")).to_contain_text("HubSpot")


@pytest.mark.parametrize(
    "hostile",
    [
        "<img src=x onerror=alert(1)>",
        "<https://example.org/|<img src=x onerror=alert(1)>>",
        "<javascript:alert(1)|press me>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<!date^1^{date}^javascript:alert(1)|now>",
    ],
)
def test_hostile_text_stays_text(page: Page, world: World, hostile: str) -> None:
    place = world.channel()
    attached = {"title": hostile, "title_link": "javascript:alert(1)", "text": hostile,
                "fallback": hostile, "color": "url(javascript:alert(1))"}  # fmt: skip
    said = {"type": "message", "bot_id": "B1", "username": hostile, "text": hostile}
    with world.slack.ground.lock:  # past the checks, which refuse some of this already
        town = world.town
        messages.add(town.ground, town.team, place, {**said, "attachments": [attached]})
    visit(page, world.address(place.id))
    body = last(page)
    expect(body).to_be_visible()
    assert body.locator("img, script").count() == 0
    links = body.locator("a").evaluate_all("all => all.map((one) => one.protocol)")
    assert set(links) <= {"https:"}


def test_a_40000_character_post_does_not_stop_the_page(page: Page, world: World) -> None:
    place = world.channel()
    world.app.says(place.id, ("*a _b ~c `d <e :f: " * 2200)[:39_900])
    visit(page, world.address(place.id))
    expect(last(page)).to_contain_text("*a _b ~c")
