"""Trigger ids: the three seconds in which an app may open a window, once."""

from __future__ import annotations

from dataclasses import dataclass

from bot.playground.ground import Ground
from bot.playground.refusals import Refusal

VALID_S = 3.0
_KEPT = 500


@dataclass(slots=True)
class Trigger:
    """One press by one person, counted in machine time."""

    team_id: str
    user_id: str
    app_id: str
    made_at: float
    view_id: str = ""
    is_used: bool = False


class Triggers:
    """All that may still open something."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._made: dict[str, Trigger] = {}

    def make(self, team_id: str, user_id: str, app_id: str, view_id: str = "") -> str:
        name = f"{self._ground.new_id('1')}.{self._ground.new_id('2')}".lower()
        made_at = self._ground.machine_s()
        self._made[name] = Trigger(team_id, user_id, app_id, made_at, view_id)
        while len(self._made) > _KEPT:
            del self._made[next(iter(self._made))]
        return name

    def use(self, name: object, app_id: str) -> Trigger:
        """Spend a trigger; Slack's three ways of refusing one are told apart."""
        trigger = self._made.get(name) if isinstance(name, str) else None
        if trigger is None or trigger.app_id != app_id:
            raise Refusal("invalid_trigger_id")
        if trigger.is_used:
            raise Refusal("exchanged_trigger_id")
        if self._ground.machine_s() - trigger.made_at > VALID_S:
            raise Refusal("expired_trigger_id")
        trigger.is_used = True
        return trigger
