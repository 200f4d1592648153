"""Messages that only one person sees, and that are gone after a while."""

from __future__ import annotations

from bot.playground.ground import Ground
from bot.playground.state import Channel, Json, Team

_KEPT = 50


def show(ground: Ground, team: Team, channel: Channel, user_id: str, message: Json) -> Json:
    """Show one person a message that nobody else sees."""
    shown = {**message, "ts": ground.next_ts(team), "ephemeral": True, "ephemeral_for": user_id}
    channel.ephemerals.append(shown)
    del channel.ephemerals[:-_KEPT]
    ground.changed()
    return shown


def seen_by(channel: Channel, user_id: str) -> list[Json]:
    return [m for m in channel.ephemerals if m["ephemeral_for"] == user_id]


def find(channel: Channel, user_id: str, ts: object) -> Json | None:
    return next((m for m in seen_by(channel, user_id) if m["ts"] == ts), None)


def replace(ground: Ground, shown: Json, message: Json) -> None:
    kept = {name: shown[name] for name in ("ts", "ephemeral", "ephemeral_for", "thread_ts")
            if name in shown}  # fmt: skip
    shown.clear()
    shown.update(message, **kept)
    ground.changed()


def remove(ground: Ground, channel: Channel, shown: Json) -> None:
    channel.ephemerals.remove(shown)
    ground.changed()
