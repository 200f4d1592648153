"""Sends people the files with all that is theirs; deletes in Slack what is to be forgotten."""

from __future__ import annotations

from bot.flows.export_own_data import send_exports
from bot.flows.forget_person import erase_in_slack
from bot.services import Services


def run(services: Services) -> bool:
    """Do what is due once; says whether there was anything."""
    sent, erased = send_exports(services), erase_in_slack(services)
    return sent or erased
