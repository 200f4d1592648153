"""The whole loop by mouse and keyboard, as somebody does who follows the tour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.demo.running import Running

pytestmark = pytest.mark.browser
_PATIENCE_MS = 30_000


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Running]:
    demo = Running(tmp_path)
    yield demo
    assert demo.stop() == 0


@pytest.fixture
def page(browser: Browser, demo: Running) -> Iterator[Page]:
    """A window on the demo; it is closed before the demo ends."""
    expect.set_options(timeout=_PATIENCE_MS)
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.set_default_timeout(_PATIENCE_MS)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(demo.url)
    yield page
    context.close()
    assert complaints == []


@pytest.mark.prove
def test_the_tour_can_be_followed_to_its_end(page: Page, tmp_path: Path) -> None:
    acts_as(page, "Ben")
    page.get_by_role("button", name="Invite Alongside").click()
    press(page, "Both")
    press(page, "Post it")
    acts_as(page, "Ada")
    goes_to(page, "deals")
    press(page, "Join")
    goes_to(page, "Alongside")
    press(page, "Choose")
    keeps_three_clients(page)
    expect(messages(page).last).to_contain_text("You keep: ")
    goes_to(page, "deals")
    page.get_by_role("button", name="Post as an app").click()
    page.get_by_role("menuitem", name=re.compile("Notetaker")).click()
    expect(panel(page)).to_contain_text("A meeting that was held: Delmar Foods")
    move(page, "End of the meeting")
    goes_to(page, "Alongside")
    expect(messages(page).last).to_contain_text("Shall I bring it back tomorrow morning?")
    page.screenshot(path=tmp_path / "offer.png")
    press(page, "Yes")
    expect(messages(page).last).to_contain_text("It comes back on Wednesday")
    move(page, "Tomorrow")
    expect(messages(page).last).to_contain_text("Tomorrow: Send the pilot report for Delmar Foods")
    press(page, "Sent")
    move(page, "Friday 14:05")
    expect(messages(page).last).to_contain_text("Your week with your clients")
    page.screenshot(path=tmp_path / "digest.png")
    expect(panel(page)).to_contain_text("10 of 11")


def messages(page: Page) -> Locator:
    return page.locator(".main-list article")


def panel(page: Page) -> Locator:
    return page.get_by_role("complementary", name="What Alongside noticed")


def press(page: Page, label: str) -> None:
    page.locator(".main-list").get_by_role("button", name=label, exact=True).last.click()


def acts_as(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile("Acting as")).click()
    page.get_by_role("menuitemradio", name=re.compile(name)).or_(
        page.get_by_role("menuitem", name=re.compile(name))
    ).click()
    expect(page.get_by_role("button", name=re.compile("Acting as"))).to_contain_text(name)


def goes_to(page: Page, name: str) -> None:
    page.get_by_role("navigation").get_by_role("button", name=re.compile(name)).first.click()
    expect(page.locator(".head h1")).to_contain_text(name)


def keeps_three_clients(page: Page) -> None:
    form = page.get_by_role("dialog", name="Clients you keep")
    form.get_by_label("Clients on the record").click()
    for name in ("Delmar Foods", "Gira Hospitals", "Osprey Rail"):
        page.get_by_role("option", name=name).click()
    page.keyboard.press("Escape")
    form.get_by_role("button", name="Save").click()


def move(page: Page, label: str) -> None:
    page.get_by_role("group", name="Clock of the workspace").get_by_role(
        "button", name=label, exact=True
    ).click()
    expect(page.locator(".clock")).not_to_have_class(re.compile("walking"))
