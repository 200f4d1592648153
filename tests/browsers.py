"""Finds the Chrome or Chromium of this machine and opens it for a test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ON_A_MAC = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
QUIET = ["--disable-quic", "--no-first-run", "--disable-sync", "--disable-component-update"]


def find_browser() -> str | None:
    """The path of an installed Chrome or Chromium, if there is one."""
    on_path = (shutil.which(name) for name in NAMES)
    on_a_mac = (str(path) for path in ON_A_MAC if path.exists())
    return next((found for found in (*on_path, *on_a_mac) if found), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless browser for one file of tests.

    Not for the session: while it is open an event loop runs in this thread, and a test of another
    file that calls `asyncio.run` would fail.
    """
    from playwright.sync_api import sync_playwright  # half a second that few tests need

    path = find_browser()
    if path is None and os.environ.get("CI"):
        pytest.fail("CI runs the browser tests too, and there is no Chrome or Chromium")
    if path is None:
        pytest.skip("PAGE NOT TESTED: no Chrome or Chromium on this machine")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield opened
        opened.close()
