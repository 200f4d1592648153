"""A local Slack with a small app behind it, served on this machine, and a page that looks at it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.clock import ManualClock
from bot.playground import LocalSlack, Town
from bot.playground.member import Member
from bot.playground.server import LocalSlackServer
from bot.playground.state import Channel
from tests.page.small_app import MANIFEST, SmallApp

TUESDAY = datetime(2026, 11, 24, 13, 7, tzinfo=UTC)
_PATIENCE_MS = 20_000  # only a failing test waits so long; a busy machine needs some


@dataclass(frozen=True)
class Template:
    """A post of another app, as the seed has them."""

    label: str

    def post(self, town: Town, channel: Channel) -> None:
        fields = [{"title": "Stage", "value": "Proposal sent", "short": True}]
        moved = {"title": "Delmar Foods", "fallback": "Delmar Foods", "fields": fields}
        town.app_posts(channel, username="HubSpot", attachments=[moved])


@dataclass
class World:
    """What stands behind the page: the workspace, its people, the app and the clock."""

    slack: LocalSlack
    town: Town
    app: SmallApp
    clock: ManualClock
    url: str = ""
    panel: dict[str, Any] = field(default_factory=dict)
    target: datetime | None = None
    asked: list[datetime | str] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def ada(self) -> Member:
        return self.town.person("Ada")

    def channel(self, *, with_app: bool = True) -> Channel:
        """A channel of this test's own, in which Ada is."""
        place = self.town.channel(f"room-{next(self.numbers)}")
        self.ada.joins(place)
        if with_app:
            self.ada.invites_app(place)
        return place

    def address(self, at: str, who: str = "Ada", **more: str) -> str:
        person = self.town.person(who)
        rest = "".join(f"&{name}={value}" for name, value in more.items())
        return f"{self.url}/?team={self.town.id}&as={person.id}&at={at}{rest}"

    def move_clock(self, to: datetime | str) -> None:
        self.asked.append(to)
        self.target = to if isinstance(to, datetime) else TUESDAY + timedelta(days=1)


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    clock = ManualClock(TUESDAY, datetime.now(UTC))
    slack = LocalSlack(clock)
    town = slack.workspace("Meridian")
    town.person("Ada", tz="Europe/Berlin", title="Sells")
    town.person("Ben", tz="Europe/Berlin", title="Leads")
    town.person("Dee", tz="Asia/Tokyo", title="Sells")
    slack.workspace("Harbour & Pine").person("Ann", title="Sells")
    app = SmallApp(slack)
    app.installed = slack.install(town, MANIFEST, app.deliver)
    world = World(slack, town, app, clock)
    server = LocalSlackServer(
        slack,
        panel=lambda *_viewer: world.panel,
        moves=lambda: [{"id": "tomorrow", "label": "Tomorrow"}],
        move_clock=world.move_clock,
        target=lambda: world.target,
        templates={"hubspot": Template("HubSpot: deal moved")},
    )
    server.start()
    world.url = server.url
    yield world
    server.stop()


@dataclass
class Window:
    """One browser window, and what the browser complained about in it."""

    page: Page
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Window]:
    yield from opened(browser, viewport={"width": 1400, "height": 900})


@pytest.fixture
def page(window: Window, world: World) -> Iterator[Page]:
    """A desktop window, kept for a file of tests since loading the page costs most of a test."""
    world.target = None
    yield window.page
    assert window.complaints == []


@pytest.fixture
def phone(browser: Browser, world: World) -> Iterator[Page]:
    world.target = None
    size = {"width": 375, "height": 740}
    for window in opened(browser, viewport=size, is_mobile=True, has_touch=True):
        yield window.page
        assert window.complaints == []


def opened(browser: Browser, **options: Any) -> Iterator[Window]:
    expect.set_options(timeout=_PATIENCE_MS)
    context = browser.new_context(reduced_motion="reduce", **options)
    window = Window(context.new_page())
    window.page.set_default_timeout(_PATIENCE_MS)
    tell = window.complaints.append
    window.page.on("pageerror", lambda error: tell(str(error)))
    window.page.on("console", lambda said: tell(said.text) if said.type == "error" else None)
    window.page.on("dialog", lambda dialog: (tell(dialog.message), dialog.dismiss()))
    yield window
    context.close()


def visit(page: Page, address: str) -> None:
    """Go somewhere as the back button does, without loading the page anew."""
    if page.url == "about:blank":
        page.goto(address)
        return
    page.evaluate(_GO, address)


@contextmanager
def acted(page: Page) -> Iterator[None]:
    """Goes on once the local Slack has taken what is done in the page meanwhile."""
    with page.expect_response("**/page/act"):
        yield


_GO = """address => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
}"""
