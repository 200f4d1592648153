"""The foot of a long list: where one is in it, and the way on."""

from __future__ import annotations

from typing import Any

from bot.domain.pages import Page
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, actions, button, context
from bot.texts import _


def foot_words(page: Page[Any]) -> str:
    """11 to 20 of 500; nothing where all are in sight."""
    if page.total <= len(page.rows):
        return ""
    last = page.first + len(page.rows) - 1
    return _("{first} to {last} of {total}.").format(first=page.first, last=last, total=page.total)


def foot_blocks(page: Page[Any], act: Act, name: str) -> list[Block | None]:
    """Where one is, and Earlier and Next; `name` and the number say which page is meant."""
    words = foot_words(page)
    if not words:
        return []
    back = button(_("Earlier"), act, ref=f"{name}.{page.number - 1}")
    on = button(_("Next"), act, ref=f"{name}.{page.number + 1}")
    return [
        context(words),
        actions(back if page.number > 1 else None, on if page.has_more else None),
    ]
