"""Who may set things for the whole workspace."""

from __future__ import annotations

from bot.domain.people import Person
from bot.errors import TellUser
from bot.store.store import Store


def is_admin(store: Store, person: Person) -> bool:
    """An admin or owner of the Slack workspace, or whoever installed Alongside."""
    if person.is_admin:
        return True
    installation = store.teams.installation()
    return installation is not None and installation.installer_id == person.id


def must_be_admin(store: Store, person: Person) -> None:
    """TellUser `not_allowed` for anybody else."""
    if not is_admin(store, person):
        raise TellUser("not_allowed")
