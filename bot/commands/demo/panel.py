"""The panel beside the chat: what was noticed, who is asked, what was decided and why.

It shows facts, and of decisions only those about the person who looks: nobody sees here what
somebody else was asked or answered.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.clock import Clock
from bot.commands.demo.next_lines import next_lines
from bot.commands.demo.noticed_lines import noticed_lines
from bot.commands.demo.opening import HOME_ZONE
from bot.commands.demo.tour import tour
from bot.playground.slack import LocalSlack
from bot.playground.state import Json
from bot.store.across_teams import AcrossTeams, HealthRow
from bot.store.database import Database

_LATE_AFTER_S = 60
_ALIVE_S = 5


class Panel:
    """Lent to the local Slack's server, which asks it for each viewer."""

    def __init__(
        self,
        database: Database,
        slack: LocalSlack,
        clock: Clock,
        target: Callable[[], datetime | None],
    ) -> None:
        self._database = database
        self._slack = slack
        self._clock = clock
        self._target = target

    def __call__(self, team_id: str, channel_id: str, user_id: str) -> Json:
        team = self._slack.ground.state.teams.get(team_id)
        if team is None:
            return {"sections": []}
        now = self._clock.now()
        with self._database.reading(team_id) as store:
            if store.teams.installation() is None:
                words = f"Alongside is not installed in {team.name}, so it sees nothing here."
                return {"sections": [{"title": team.name, "lines": [{"text": words}]}]}
            place = team.channels.get(channel_id)
            shown = place if place is not None and place.kind != "im" else None
            viewer = team.people.get(user_id)
            name = viewer.real_name.split()[0] if viewer is not None else ""
            return {
                "tour": tour(store, team),
                "sections": [
                    {
                        "title": f"Posts in #{shown.name}" if shown else "Latest posts",
                        "lines": noticed_lines(store, shown.id if shown else None, user_id, now),
                    },
                    {"title": f"Next for {name}", "lines": next_lines(store, user_id, name, now)},
                ],
                "health": self._health(AcrossTeams(store.connection).health(now), now),
            }

    def _health(self, health: HealthRow, now: datetime) -> str:
        """Whether the worker is alive, and whether anything waits that should not."""
        if health.last_tick_at is None:
            return "The worker has not ticked yet."
        if self._target() is not None:
            return "The worker is walking the clock."
        since = (self._clock.machine() - health.last_tick_at).total_seconds()
        alive = "a moment ago" if since < _ALIVE_S else f"{since:.0f} seconds ago"
        late_at = health.oldest_overdue_at
        if late_at is None or (now - late_at).total_seconds() < _LATE_AFTER_S:
            return f"Worker: last tick {alive}, nothing overdue."
        late = f"{health.overdue} overdue since {late_at.astimezone(HOME_ZONE):%H:%M}"
        return f"Worker: last tick {alive}, {late}."
