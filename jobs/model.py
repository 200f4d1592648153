"""Asks a language model about one text that waits, where an admin switched that on."""

from __future__ import annotations

from bot.flows.ask_model import ask_model
from bot.services import Services


def run(services: Services) -> bool:
    """Do what is due once; says whether there was anything."""
    return ask_model(services)
