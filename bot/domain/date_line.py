"""A day that matters to a client comes near: its line in a note and in Home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.client_dates import DateSort


@dataclass(frozen=True, slots=True)
class DateLine:
    """So many days before a go-live, an anniversary, a renewal; `words` name it."""

    date_id: str
    client_id: str
    client: str
    sort: DateSort
    words: str
    on: date
