"""The clients that a form offers to choose from: by name, and first the one it is about."""

from __future__ import annotations

from bot.slack.doors import Visit
from bot.slack.listeners.joining import KNOWN_CLIENTS


def client_choices(visit: Visit, client_id: str | None) -> list[tuple[str, str]]:
    """Ids and names; of very many clients the one in question is among them all the same."""
    known = [(one.id, one.name) for one in visit.store.clients.every(KNOWN_CLIENTS)]
    meant = visit.store.clients.get(client_id) if client_id else None
    if meant is None or any(meant.id == one for one, _ in known):
        return known
    return [(meant.id, meant.name), *known]
