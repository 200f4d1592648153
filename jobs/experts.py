"""Brings open questions to colleagues who can help."""

from __future__ import annotations

from bot.flows.ask_experts import ask_due_experts
from bot.services import Services


def run(services: Services) -> bool:
    """Do what is due once; says whether there was anything."""
    return ask_due_experts(services)
