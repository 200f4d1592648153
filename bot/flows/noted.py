"""What became of one signal, for the row that explains it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.store.noticed import NoticedOutcome


@dataclass(frozen=True, slots=True)
class Noted:
    """The outcome, the client it was about, who is asked, and the moment that was opened."""

    outcome: NoticedOutcome
    client_id: str | None = None
    asked_id: str | None = None
    moment_id: str | None = None
