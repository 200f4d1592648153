"""The further names of one client, as they are shown in a form and taken away again."""

from __future__ import annotations

from sqlalchemy import delete, select

from bot.domain.names import client_key
from bot.store.noun import Noun
from bot.store.tables import client_names, clients


class ClientNames(Noun):
    """Names of a record that was merged into another stay with that record."""

    def own(self, client_id: str) -> list[str]:
        """The further names that were given to this very record."""
        statement = (
            select(client_names.c.name)
            .join_from(
                client_names,
                clients,
                (clients.c.team_id == client_names.c.team_id)
                & (clients.c.id == client_names.c.client_id),
            )
            .where(
                client_names.c.team_id == self._team_id,
                client_names.c.client_id == client_id,
                client_names.c.name != clients.c.name,
            )
            .order_by(client_names.c.name)
        )
        return list(self._connection.execute(statement).scalars())

    def drop(self, client_id: str, name: str) -> None:
        """Posts that use this name no longer mean this client."""
        self._connection.execute(
            delete(client_names).where(
                client_names.c.team_id == self._team_id,
                client_names.c.client_id == client_id,
                client_names.c.key == client_key(name)[:200],
            )
        )
