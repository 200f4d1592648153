"""Who is asked about a post: its poster, else the owner it names, else the channel's owner."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.people import Person
from bot.domain.signals import OwnerNamed
from bot.store.channels import Channel
from bot.store.store import Store


@dataclass(frozen=True, slots=True)
class Asked:
    """The person, None when nobody is; and whether what the text shows may be used for them.

    A text by somebody who has not joined gives its client and deal event only.
    """

    person: Person | None
    may_use_found: bool


def who_is_asked(
    store: Store, author: Person | None, owner: OwnerNamed | None, channel: Channel
) -> Asked:
    """As product.md defines it. `author` is None when an app posted."""
    may_use_found = author is None or author.is_reachable
    if author is not None and author.is_reachable:
        return Asked(author, may_use_found)
    if owner is not None:
        found = store.people.find_owner(owner)
        if found is not None and found.is_reachable:
            return Asked(found, may_use_found)
    if channel.owner_id is not None:
        keeper = store.people.get(channel.owner_id)
        if keeper is not None and keeper.is_reachable:
            return Asked(keeper, may_use_found)
    return Asked(None, may_use_found)
