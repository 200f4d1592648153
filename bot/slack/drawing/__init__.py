"""Pictures as PNG files, drawn by the worker alone: the plotting library takes a second to load."""

from __future__ import annotations

from collections.abc import Callable

from bot.domain.client_weeks import ClientWeeks

Draw = Callable[[ClientWeeks], tuple[bytes, tuple[int, ...]]]
"""Says the PNG, and the places of the rows whose client's name no font could write."""


def draw(weeks: ClientWeeks) -> tuple[bytes, tuple[int, ...]]:
    """Draw eight weeks, in the language spoken at the moment."""
    from bot.slack.drawing.client_weeks import draw_client_weeks, unwritten  # noqa: PLC0415

    return draw_client_weeks(weeks), unwritten(weeks)
