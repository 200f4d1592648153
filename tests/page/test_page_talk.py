"""Writing, answering and pressing, by keyboard and by mouse."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.page.conftest import World, acted, visit
from tests.page.small_app import button

pytestmark = pytest.mark.browser

ASK = [{"type": "actions", "block_id": "ask", "elements": [
    button("Nothing new", "answer"), button("Something", "open"), button("Break", "fails"),
    button("Stop", "answer", confirm={
        "title": {"type": "plain_text", "text": "Stop this kind?"},
        "text": {"type": "plain_text", "text": "Nothing else changes."},
        "confirm": {"type": "plain_text", "text": "Stop it"},
        "deny": {"type": "plain_text", "text": "Keep it"},
    }) | {"action_id": "stop"},
]}]  # fmt: skip


def last(page: Page) -> Locator:
    return page.locator(".main-list article").last


def composer(page: Page) -> Locator:
    return page.locator("#composer-text")


def asked(page: Page, world: World) -> str:
    """The app asks in a room of its own, and Ada looks at it."""
    place = world.channel()
    world.app.says(place.id, "What did you hear?", ASK)
    visit(page, world.address(place.id))
    expect(last(page)).to_contain_text("Nothing new")
    return place.id


def test_enter_sends_and_shift_enter_starts_a_line(page: Page, world: World) -> None:
    place = world.channel()
    visit(page, world.address(place.id))
    composer(page).click()
    page.keyboard.type("*first* & <b>")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("second")
    page.keyboard.press("Enter")
    expect(last(page)).to_contain_text("first & <b>")
    expect(last(page).locator("strong").last).to_have_text("first")
    expect(composer(page)).to_have_value("")
    expect(composer(page)).to_be_focused()
    assert world.ada.sees(place)[-1].text == "*first* &amp; &lt;b&gt;\nsecond"


@pytest.mark.prove
def test_names_are_completed_and_become_mentions(page: Page, world: World) -> None:
    place = world.channel()
    visit(page, world.address(place.id))
    composer(page).press_sequentially("thanks @be")
    expect(page.get_by_role("option", name="Ben")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.type("<!channel>")
    page.keyboard.press("Enter")
    expect(last(page).locator(".mention")).to_have_text("@Ben")
    ben = world.town.person("Ben")
    assert world.ada.sees(place)[-1].text == f"thanks <@{ben.id}> &lt;!channel&gt;"


@pytest.mark.prove
def test_a_command_is_completed_with_its_hint_and_answered_to_me_alone(
    page: Page, world: World
) -> None:
    place = world.channel()
    visit(page, world.address(place.id))
    composer(page).press_sequentially("/pr")
    expect(page.locator(".suggestion")).to_contain_text("send Acme the report by Friday")
    page.keyboard.press("Enter")
    expect(composer(page)).to_have_value("/promise ")
    page.keyboard.type("call Jo tomorrow")
    page.keyboard.press("Enter")
    expect(last(page)).to_contain_text("Only visible to you")
    expect(last(page)).to_contain_text("You wrote: call Jo tomorrow")


@pytest.mark.prove
def test_what_is_being_typed_survives_news_and_other_places(page: Page, world: World) -> None:
    place = world.channel()
    visit(page, world.address(place.id))
    composer(page).press_sequentially("half a sen")
    world.app.says(place.id, "Meanwhile")
    expect(last(page)).to_contain_text("Meanwhile")
    expect(composer(page)).to_have_value("half a sen")
    expect(composer(page)).to_be_focused()
    page.keyboard.type("tence")
    page.get_by_role("button", name="Alongside App").click()
    expect(composer(page)).to_have_value("")
    page.go_back()
    expect(composer(page)).to_have_value("half a sentence")


@pytest.mark.prove
def test_reading_back_is_not_disturbed_by_news(page: Page, world: World) -> None:
    place = world.channel()
    for number in range(40):
        world.ada.posts(place, f"Line {number}\nand more")
    visit(page, world.address(place.id))
    expect(last(page)).to_be_in_viewport()
    feed = page.locator(".main-list")
    feed.evaluate("node => node.scrollTop = 100")
    world.app.says(place.id, "Something new")
    expect(last(page)).to_contain_text("Something new")
    assert feed.evaluate("node => node.scrollTop") == 100


@pytest.mark.prove
def test_a_thread_is_read_and_answered_beside_the_channel(page: Page, world: World) -> None:
    place = world.channel()
    said = world.ada.posts(place, "Recap with Delmar")
    visit(page, world.address(place.id))
    last(page).hover()
    page.get_by_role("button", name="Reply in thread").click()
    page.locator("#thread-text").fill("Who else should see it?")
    page.keyboard.press("Enter")
    expect(page.locator(".thread article").last).to_contain_text("Who else should see it?")
    expect(page.get_by_role("button", name="1 reply")).to_be_visible()
    assert [one.text for one in world.ada.thread(said)][1:] == ["Who else should see it?"]
    page.keyboard.press("Escape")
    expect(page.locator(".thread")).to_have_count(0)


@pytest.mark.prove
def test_my_own_message_can_be_edited_and_deleted(page: Page, world: World) -> None:
    place = world.channel()
    world.ada.posts(place, "Delmar, *pilot* in tow branches")
    visit(page, world.address(place.id))
    last(page).hover()
    page.get_by_role("button", name="More about this message").click()
    page.get_by_role("menuitem", name="Edit").click()
    field = page.get_by_role("textbox", name="Edit message")
    expect(field).to_have_value("Delmar, *pilot* in tow branches")
    field.fill("Delmar, pilot in two branches")
    page.keyboard.press("Enter")
    expect(last(page)).to_contain_text("two branches(edited)")
    last(page).hover()
    page.get_by_role("button", name="More about this message").click()
    page.get_by_role("menuitem", name="Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.get_by_text("two branches")).to_have_count(0)


@pytest.mark.prove
def test_nobody_elses_message_can_be_changed(page: Page, world: World) -> None:
    place = world.channel()
    world.town.person("Ben").posts(place, "Osprey asked again")
    visit(page, world.address(place.id))
    last(page).hover()
    page.get_by_role("button", name="More about this message").click()
    expect(page.get_by_role("menuitem")).to_have_text([re.compile("Remember a promise")])


def test_a_press_changes_the_message(page: Page, world: World) -> None:
    asked(page, world)
    page.get_by_role("button", name="Nothing new").click()
    expect(last(page)).to_contain_text("Noted.")
    expect(page.get_by_role("button", name="Nothing new")).to_have_count(0)


@pytest.mark.prove
def test_a_press_with_a_question_back_counts_only_after_yes(page: Page, world: World) -> None:
    asked(page, world)
    before = len(world.app.heard)
    page.get_by_role("button", name="Stop").press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Nothing else changes.")
    dialog.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("button", name="Stop")).to_be_focused()
    assert len(world.app.heard) == before
    page.keyboard.press("Enter")
    with acted(page):
        page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    assert [one["actions"][0]["action_id"] for one in world.app.heard[before:]] == ["stop"]


@pytest.mark.prove
def test_an_app_that_fails_is_told_in_words(page: Page, world: World) -> None:
    asked(page, world)
    page.get_by_role("button", name="Break").click()
    expect(page.locator(".toast")).to_contain_text("Alongside had a problem")
    page.get_by_role("button", name="Dismiss").click()
    expect(page.locator(".toast")).to_have_count(0)
    expect(page.get_by_role("button", name="Break")).not_to_have_attribute("aria-busy", "true")


def test_a_modal_checks_its_fields_and_keeps_what_was_typed(page: Page, world: World) -> None:
    asked(page, world)
    page.get_by_role("button", name="Something").press("Enter")
    dialog = page.get_by_role("dialog", name="Gira Hospitals")
    field = dialog.get_by_label("What did you hear?")
    expect(field).to_be_focused()
    dialog.get_by_role("button", name="Save").click()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_be_focused()
    page.keyboard.type("Fewer callouts at night")
    dialog.get_by_label("Promised by").fill("2020-01-01")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.locator(".field-error")).to_have_text("This day has passed.")
    expect(field).to_have_value("Fewer callouts at night")
    dialog.get_by_label("Promised by").fill("2026-12-01")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_have_count(0)
    values = world.app.submitted[-1]
    assert values["heard"]["heard"]["value"] == "Fewer callouts at night"
    assert values["day"]["day"]["selected_date"] == "2026-12-01"
    expect(page.get_by_role("button", name="Something")).to_be_focused()


@pytest.mark.prove
def test_a_modal_traps_the_focus_and_a_second_one_lies_above(page: Page, world: World) -> None:
    asked(page, world)
    page.get_by_role("button", name="Something").click()
    first = page.get_by_role("dialog", name="Gira Hospitals")
    expect(first).to_be_visible()
    page.keyboard.type("words kept")
    outside = "() => !document.activeElement.matches('body, dialog *')"
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate(outside)
    first.get_by_role("button", name="Add more").click()
    second = page.get_by_role("dialog", name="Second page")
    expect(second).to_be_visible()
    page.keyboard.press("Escape")
    expect(first.get_by_label("What did you hear?")).to_have_value("words kept")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.prove
def test_a_message_shortcut_opens_its_modal(page: Page, world: World) -> None:
    place = world.channel()
    world.ada.posts(place, "I send Delmar the report by Friday")
    visit(page, world.address(place.id))
    last(page).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="Remember a promise")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="A promise")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
