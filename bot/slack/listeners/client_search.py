"""`/client search downtime`, `/client Gira downtime?`: what they said, and when."""

from __future__ import annotations

from bot.errors import TellUser
from bot.flows.search_record import Sought, read_search, search_record
from bot.slack.doors import Doors, Say, Visit
from bot.slack.listeners.client_card import card_of
from bot.slack.views.found import found_message


def register(doors: Doors) -> None:
    """It comes in by the door of `/client`; see clients.py."""


def search(visit: Visit, words: str) -> Say:
    """Everywhere, or on the record of the client that stands first."""
    sought = read_search(visit.store, words)
    if not sought.words and sought.client is None:
        raise TellUser("needs_search")
    return _found(visit, sought)


def asked(visit: Visit, words: str) -> Say:
    """A line that ends in a question mark; only a client's name asks for its card."""
    return _found(visit, read_search(visit.store, words))


def _found(visit: Visit, sought: Sought) -> Say:
    if sought.client is not None and not sought.words:
        return card_of(visit, sought.client)
    return Say(found_message(search_record(visit.store, visit.person, sought)))
