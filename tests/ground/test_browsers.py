from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests import browsers

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.mark.prove
@pytest.mark.browser
def test_the_browser_of_this_machine_shows_a_page(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<button onclick=\"this.textContent = 'pressed'\">Press</button>")
    page.get_by_role("button").click()
    assert page.get_by_role("button").text_content() == "pressed"
    page.close()


def test_a_browser_that_is_missing_is_not_invented(
    monkeypatch: pytest.MonkeyPatch, tmp_path: os.PathLike[str]
) -> None:
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    monkeypatch.setattr(browsers, "ON_A_MAC", ())
    assert browsers.find_browser() is None
