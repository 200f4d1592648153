"""Sends what is due."""

from __future__ import annotations

from bot.flows.send_nudges import send_due_nudges
from bot.services import Services


def run(services: Services) -> bool:
    """Do what is due once; says whether there was anything."""
    return send_due_nudges(services)
