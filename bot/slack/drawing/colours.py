"""The picture's own colours, on its own ground, so that it reads the same in light and dark mode.

Text stands out from the ground by 4.5 to 1 or more, marks and bands by 3 to 1, as WCAG 2 asks for;
a test computes it. What a colour says is also said by a shape or a width.
"""

from __future__ import annotations

from bot.domain.cadence import Standing
from bot.domain.client_weeks import Mark

GROUND = "#ffffff"
FRAME = "#8a8a8a"
TEXT = "#1d1c1d"
QUIET_TEXT = "#555555"
LINE = "#d5d5d5"
"""Weeks and rows, which only guide the eye."""

MARKS = {
    Mark.LISTENED: "#1f5f99",
    Mark.ASKED: "#1f5f99",
    Mark.GAVE: "#1b6e4b",
    Mark.PROMISE_KEPT: "#3b3b3b",
    Mark.PROMISE_MOVED: "#3b3b3b",
}
BANDS = {Standing.DUE: "#b7791f", Standing.PAST_WORST: "#8c2f1b"}
