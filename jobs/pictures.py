"""Draws the pictures of digests that have arrived."""

from __future__ import annotations

from bot.flows.draw_pictures import draw_pictures
from bot.services import Services


def run(services: Services) -> bool:
    """Do what is due once; says whether there was anything."""
    return draw_pictures(services)
