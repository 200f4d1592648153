"""Looks at people who are due: questions, morning notes, digests."""

from __future__ import annotations

from bot.flows.look_at_person import look_at_due_people
from bot.services import Services


def run(services: Services) -> bool:
    """Do what is due once; says whether there was anything."""
    return look_at_due_people(services)
