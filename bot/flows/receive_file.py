"""A seller sends a file of clients in the direct message; the worker reads it in its turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.importing import MOST_BYTES
from bot.domain.letters import Reply
from bot.domain.people import Person
from bot.domain.vocabulary import NudgeKind
from bot.ports import Address
from bot.store.store import Store

_TABLES = (".csv", ".tsv", ".txt")
_MOST_FILES = 3


@dataclass(frozen=True, slots=True)
class FileSent:
    """A file as Slack tells of it; its content is fetched by the worker."""

    id: str
    name: str
    size: int
    url: str

    @property
    def is_table(self) -> bool:
        """Whether it can be a table of clients, by its name."""
        return self.name.lower().endswith(_TABLES)


def receive_files(
    store: Store, person: Person, files: Sequence[FileSent], key: str, now: datetime
) -> None:
    """Each file that can be a table is taken in once; anything else is told why not."""
    if not person.is_reachable:
        _reply(store, person, Reply("not_joined"), key, now)
        return
    for file in files[:_MOST_FILES]:
        if not file.is_table or not file.url:
            _reply(
                store, person, Reply("import_not_csv", {"file": file.name}), f"{key}:{file.id}", now
            )
        elif file.size > MOST_BYTES:
            _reply(
                store, person, Reply("import_too_big", {"file": file.name}), f"{key}:{file.id}", now
            )
        else:
            store.imports.add(f"file:{file.id}", person.id, file.name, file.url, now)
    store.people.set(person.id, acted_at=now)


def _reply(store: Store, person: Person, letter: Reply, key: str, now: datetime) -> None:
    store.nudges.plan(
        f"reply:{key}",
        Address(store.team_id, person.id),
        NudgeKind.REPLY,
        letter,
        now,
        person_id=person.id,
        is_asked_for=True,
    )
