"""Asks about channels that invited Alongside."""

from __future__ import annotations

from bot.flows.watch_channel import see_new_channels
from bot.services import Services


def run(services: Services) -> bool:
    """Do what is due once; says whether there was anything."""
    return see_new_channels(services)
