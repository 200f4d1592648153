"""Erases what waited too long, forgets old deliveries, keeps channels' members fresh."""

from __future__ import annotations

from bot.flows.keep_house import keep_house
from bot.services import Services


def run(services: Services) -> bool:
    """Do what is due once; says whether there was anything."""
    return keep_house(services)
