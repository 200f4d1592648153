"""A file of clients that a seller sends: its rows, what is wrong with some, what it changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MOST_BYTES = 20_000_000
MOST_ROWS = 50_000
MOST_COLUMNS = 200
FAULTS_SHOWN = 10
KEPT_FOR = timedelta(days=14)
"""So long the rows of a file wait for a press; then they are erased."""
UNDO_FOR = timedelta(days=7)
_GOLDEN = 0.6180339887498949


class ImportState(StrEnum):
    """Where a file is on its way."""

    SENT = "sent"
    SHOWN = "shown"
    RUNNING = "running"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    REFUSED = "refused"


class RowFault(StrEnum):
    """Why a row is left out."""

    NO_NAME = "no_name"
    LONG_NAME = "long_name"
    FORMULA = "formula"
    BAD_DATE = "bad_date"
    UNCLEAR_DATE = "unclear_date"
    FUTURE_DATE = "future_date"
    BAD_DAYS = "bad_days"
    LONG_TEXT = "long_text"
    BAD_DOMAIN = "bad_domain"
    TWO_CLIENTS = "two_clients"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Fault:
    """One row that is left out, by its line in the file."""

    line: int
    code: RowFault
    said: str = ""


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row as it is understood."""

    line: int
    name: str
    also: tuple[str, ...] = ()
    domain: str | None = None
    link: str | None = None
    goal: str | None = None
    said_by: str | None = None
    goal_on: date | None = None
    measure: str | None = None
    owner: str | None = None
    ideal_days: int | None = None
    worst_days: int | None = None
    last_word_on: date | None = None
    contact: str | None = None
    role: str | None = None
    stake: str | None = None
    is_prospect: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A whole file: rows, what is wrong with others, which columns were read and which not."""

    rows: tuple[ImportRow, ...]
    faults: tuple[Fault, ...]
    ignored: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """What an import changes, or would change."""

    new: int = 0
    matched: int = 0
    changed: int = 0
    differs: int = 0
    keeps: int = 0
    not_joined: int = 0
    prospects: int = 0
    faults: int = 0
    taken_back: int = 0
    stayed: int = 0


@dataclass(frozen=True, slots=True)
class ImportLetter:
    """To who sent the file: what it would change, before anything is changed."""

    import_id: str
    file: str
    rows: int
    tally: Tally
    faults: tuple[Fault, ...] = ()
    ignored: tuple[str, ...] = ()

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to import."""
        return bool(self.tally.new or self.tally.changed)


def spread_days(place: int, ideal_days: int) -> int:
    """How many days after the import the clock of its nth client starts.

    Steps of the golden section: any run of neighbours, and each owner's share of the rows, lies
    evenly over the interval, so that nothing has to be counted beforehand.
    """
    return int((place * _GOLDEN) % 1 * ideal_days)
