"""The workspace that this transaction is bound to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import teams

_GET = select(teams).where(teams.c.team_id == OF_TEAM)


@dataclass(frozen=True, slots=True)
class Installation:
    """What Slack gave us when a workspace installed Alongside."""

    team_id: str
    name: str
    bot_token: str
    bot_user_id: str
    bot_id: str
    app_id: str | None = None
    installer_id: str | None = None


class Teams(Noun):
    """Installing and uninstalling."""

    def install(self, installation: Installation, at: datetime) -> None:
        """Write down a workspace, or its new token."""
        values = {
            "name": installation.name[:200],
            "bot_token": installation.bot_token,
            "bot_user_id": installation.bot_user_id,
            "bot_id": installation.bot_id,
            "app_id": installation.app_id,
            "installer_id": installation.installer_id,
            "installed_at": at,
            "uninstalled_at": None,
        }
        self._upsert(teams, {}, values)

    def uninstall(self, at: datetime) -> None:
        """The workspace removed Alongside: its token is worth nothing now."""
        self._run(self._update(teams).values(bot_token=None, uninstalled_at=at))

    def installation(self) -> Installation | None:
        """The installation, None when there is none or it was removed."""
        row = self._row(_GET)
        if row is None or row.bot_token is None:
            return None
        return Installation(
            row.team_id,
            row.name,
            row.bot_token,
            row.bot_user_id,
            row.bot_id,
            row.app_id,
            row.installer_id,
        )
