"""What Alongside listens to, one behaviour a file. To add one: a file, and its name below."""

from __future__ import annotations

from bot.slack.doors import Doors
from bot.slack.listeners import (
    about_client,
    alongside_command,
    answering,
    asking_for_help,
    away,
    channels,
    client_card,
    client_search,
    clients,
    digest,
    direct_messages,
    followups,
    gifts,
    handing_over,
    handing_over_client,
    helping,
    home,
    joining,
    kept_lists,
    listening,
    model,
    offers,
    own_data,
    people,
    planning,
    posts,
    preparing,
    promise_acts,
    promise_lists,
    promises,
    prompts,
    reflecting,
    settings,
    sharing,
    teaching,
    touches,
    which_client,
    words,
)

LISTENERS = (
    about_client,
    alongside_command,
    answering,
    asking_for_help,
    away,
    channels,
    client_card,
    client_search,
    clients,
    digest,
    direct_messages,
    followups,
    gifts,
    handing_over,
    handing_over_client,
    helping,
    home,
    joining,
    listening,
    kept_lists,
    model,
    offers,
    own_data,
    people,
    planning,
    posts,
    preparing,
    promise_acts,
    promise_lists,
    promises,
    prompts,
    reflecting,
    settings,
    sharing,
    teaching,
    touches,
    which_client,
    words,
)


def open_doors() -> Doors:
    """Every listener at its door."""
    doors = Doors()
    for listener in LISTENERS:
        listener.register(doors)
    return doors
