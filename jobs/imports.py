"""Reads and imports files of clients that sellers sent, a slice at a time."""

from __future__ import annotations

from bot.flows.run_import import run_imports
from bot.services import Services


def run(services: Services) -> bool:
    """Do what is due once; says whether there was anything."""
    return run_imports(services)
