"""The two fields that name a client: one of those known, or a new name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.slack.escape import plain
from bot.slack.views.blocks import Block
from bot.slack.views.fields import Choices, choice, field, read_choice, read_typed, typed
from bot.texts import _


@dataclass(frozen=True, slots=True)
class ClientNamed:
    """A known client by id, or a name as written; a written name counts first."""

    client_id: str | None
    name: str | None


def client_fields(known: Choices, client_id: str | None = None, name: str = "") -> list[Block]:
    """A choice among known clients (pairs of id and name), and a field for another name."""
    written = field(
        "client_name",
        _("Or another client") if known else _("Client"),
        typed(name, limit=200),
        needed=not known,
    )
    if not known:
        return [written]
    return [field("client_id", _("Client"), choice(known, client_id)), written]


def read_client(view: Mapping[str, object]) -> ClientNamed:
    """Which client was meant."""
    name = read_typed(view, "client_name")
    if name:
        return ClientNamed(None, plain(name, 200))
    return ClientNamed(read_choice(view, "client_id"), None)
