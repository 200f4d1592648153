"""Who looks, where and when: people, places, the clock, the panel, the phone, a lost connection."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.page.conftest import TUESDAY, World, acted, visit
from tests.page.small_app import button

pytestmark = [pytest.mark.browser, pytest.mark.prove]


def last(page: Page) -> Locator:
    return page.locator(".main-list article").last


def test_the_bare_address_opens_the_first_workspace(page: Page, world: World) -> None:
    world.channel()
    page.goto(world.url)
    expect(page.locator(".actor")).to_contain_text("Ada")
    expect(page.locator(".workspace")).to_contain_text("Meridian")
    expect(page.locator("#composer-text")).to_be_visible()


def test_the_page_can_act_as_somebody_else(page: Page, world: World) -> None:
    place = world.channel()
    visit(page, world.address(place.id))
    page.locator(".actor").press("Enter")
    expect(page.get_by_role("menuitemradio", name="Ada")).to_be_focused()
    page.keyboard.type("d")
    page.keyboard.press("Enter")
    expect(page.locator(".actor")).to_contain_text("Sells · Tokyo, 22:07")
    expect(page.locator(".actor")).to_be_focused()
    page.get_by_role("button", name=f"Join #{place.name}").click()
    page.locator("#composer-text").fill("Dee here")
    page.keyboard.press("Enter")
    expect(last(page)).to_contain_text("Dee here")
    assert world.ada.sees(place)[-1].text == "Dee here"
    page.reload()
    expect(page.locator(".actor")).to_contain_text("Dee")


def test_another_workspace_is_a_world_of_its_own(page: Page, world: World) -> None:
    visit(page, world.address(world.channel().id))
    page.locator(".workspace").click()
    page.get_by_role("menuitemradio", name="Harbour & Pine").click()
    expect(page.locator(".actor")).to_contain_text("Ann")
    expect(page.locator(".sidebar")).not_to_contain_text("room-")


def test_unread_places_are_marked_until_they_are_opened(page: Page, world: World) -> None:
    here, there = world.channel(), world.channel()
    visit(page, world.address(here.id))
    row = page.locator(".place", has_text=there.name)
    world.town.person("Ben").posts(there, f"Look, {world.ada.mention}")
    expect(row.locator(".count")).to_have_class("count loud")
    row.click()
    expect(last(page).locator(".mention-me")).to_have_text("@Ada")
    expect(row.locator(".count")).to_have_count(0)


def test_a_colleague_can_be_written_to(page: Page, world: World) -> None:
    visit(page, world.address(world.channel().id))
    page.locator(".place", has_text="Ben").click()
    page.locator("#composer-text").fill("Have you a minute")
    page.keyboard.press("Enter")
    expect(last(page)).to_contain_text("Have you a minute")


def test_the_app_can_be_invited_and_removed(page: Page, world: World) -> None:
    place = world.channel(with_app=False)
    visit(page, world.address(place.id))
    page.get_by_role("button", name="Invite Alongside").click()
    expect(page.get_by_role("button", name="Invite Alongside")).to_have_count(0)
    page.get_by_role("button", name="More about this channel").click()
    page.get_by_role("menuitem", name="Remove Alongside").click()
    expect(page.get_by_role("button", name="Invite Alongside")).to_be_visible()


def test_home_is_shown_and_its_choices_are_told(page: Page, world: World) -> None:
    visit(page, world.address(world.channel().id))
    page.get_by_role("button", name="Alongside App").click()
    page.get_by_role("tab", name="Messages").press("ArrowLeft")
    expect(page.get_by_role("tab", name="Home")).to_be_focused()
    home = page.get_by_role("tabpanel")
    expect(home.get_by_role("heading", name="Today")).to_be_visible()
    choice = home.locator("select")
    expect(choice).to_have_value("three")
    with acted(page):
        choice.select_option("none")
    told = [one["actions"][0] for one in world.app.heard if one.get("type") == "block_actions"]
    assert told[-1]["selected_option"]["value"] == "none"
    home.get_by_role("button", name="Open").click()
    expect(page.get_by_role("dialog", name="Gira Hospitals")).to_be_visible()
    page.get_by_role("button", name="Not now").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_clock_is_moved_by_a_press_and_says_where_it_walks(page: Page, world: World) -> None:
    visit(page, world.address(world.channel().id))
    expect(page.locator(".clock-face")).to_contain_text("14:07Tue, 24 Nov 2026")
    with acted(page):
        page.get_by_role("button", name="Tomorrow").click()
    expect(page.locator(".clock-progress")).to_contain_text("moving to Wed 25 Nov, 14:07")
    assert world.asked[-1] == "tomorrow"


def test_the_clock_goes_to_a_time_of_the_readers_zone(page: Page, world: World) -> None:
    visit(page, world.address(world.channel().id, "Dee"))
    page.get_by_role("button", name="Go to…").click()
    page.get_by_label("Day and time").fill("2026-11-25T09:10")
    with acted(page):
        page.keyboard.press("Enter")
    expect(page.locator(".clock-progress")).to_contain_text("09:10")
    assert world.asked[-1] == datetime(2026, 11, 25, 0, 10, tzinfo=UTC)


def test_the_panel_tells_why_and_moves_the_clock_there(page: Page, world: World) -> None:
    place = world.channel()
    said = world.ada.posts(place, "Recap with Delmar")
    to = int(TUESDAY.timestamp()) + 600
    line = {"text": "Quiet: asked at 10:05", "detail": "One a day", "move_to": to, "ts": said.ts}
    world.panel = {
        "sections": [{"title": "Your post", "lines": [line]}],
        "health": "Last tick 2 s ago",
        "tour": [{"text": "Post a recap", "done": True}, {"text": "Answer", "done": False}],
    }
    visit(page, world.address(place.id))
    panel = page.get_by_role("complementary", name="What Alongside noticed")
    expect(panel).to_contain_text("One a day")
    expect(panel).to_contain_text("Last tick 2 s ago")
    panel.get_by_text("A short tour").click()
    expect(panel.get_by_text("Post a recap")).to_be_hidden()
    panel.get_by_role("button", name="Show post").click()
    expect(last(page)).to_have_class("message own flash")
    with acted(page):
        panel.get_by_role("button", name="Go to Tue 24 Nov, 14:17").click()
    expect(page.locator(".clock-progress")).to_contain_text("14:17")
    assert world.asked[-1] == datetime.fromtimestamp(to, UTC)


def test_a_lost_connection_is_said_and_comes_back(page: Page, world: World) -> None:
    place = world.channel()
    page.route("**/page/stream*", lambda route: route.fulfill(status=204))
    page.goto(world.address(place.id))
    expect(page.locator(".banner")).to_contain_text("connection is lost")
    world.app.says(place.id, "Said meanwhile")
    page.unroute("**/page/stream*")
    expect(last(page)).to_contain_text("Said meanwhile")
    expect(page.locator(".banner")).to_have_count(0)


def test_a_phone_shows_one_thing_at_a_time(phone: Page, world: World) -> None:
    place, other = world.channel(), world.channel()
    world.panel = {"sections": [{"title": "Your post", "lines": [{"text": "Meeting held"}]}]}
    choices = [{"type": "actions", "elements": [button(f"Choice {n}", f"c{n}") for n in range(5)]}]
    world.app.says(place.id, "https://example.org/" + "x" * 300, choices)
    phone.goto(world.address(place.id))
    expect(last(phone)).to_be_visible()
    phone.wait_for_function("document.documentElement.scrollWidth === 375")
    expect(phone.locator(".sidebar")).to_be_hidden()
    expect(phone.locator(".actor")).to_contain_text("Ada")
    phone.get_by_role("button", name="Conversations").tap()
    phone.locator(".place", has_text=other.name).tap()
    expect(phone.locator(".sidebar")).to_be_hidden()
    expect(phone.get_by_role("heading", name=other.name).first).to_be_visible()
    phone.get_by_role("button", name="What Alongside noticed").tap()
    expect(phone.get_by_text("Meeting held")).to_be_visible()
    phone.keyboard.press("Escape")
    expect(phone.get_by_text("Meeting held")).to_be_hidden()
