"""Brings messages and Home tabs into agreement with what became of them."""

from __future__ import annotations

from bot.flows.show_changes import show_changed_nudges, show_stale_homes
from bot.services import Services


def run(services: Services) -> bool:
    """Do what is due once; says whether there was anything."""
    messages, homes = show_changed_nudges(services), show_stale_homes(services)
    return messages or homes
