"""The sender of a file presses Import, Cancel or Take back; the worker does the rest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.importing import KEPT_FOR, UNDO_FOR, ImportState
from bot.domain.people import Person
from bot.domain.vocabulary import NudgeState
from bot.errors import TellUser
from bot.flows.read_import import letter_key
from bot.flows.run_import import shown_of
from bot.store.imports import Import
from bot.store.store import Store


def start_import(store: Store, person: Person, import_id: str, now: datetime) -> None:
    """From now on the worker imports it."""
    _turn(store, person, import_id, [ImportState.SHOWN], ImportState.RUNNING, now)


def cancel_import(store: Store, person: Person, import_id: str, now: datetime) -> None:
    """Nothing is imported, and nothing of the file is kept."""
    _turn(store, person, import_id, [ImportState.SHOWN], ImportState.CANCELLED, now)
    store.imports.erase_rows(import_id)


def take_back_import(store: Store, person: Person, import_id: str, now: datetime) -> None:
    """What it added goes again, but for what somebody changed since; for seven days."""
    found = _own(store, person, import_id)
    is_late = found.settled_at is None or now - found.settled_at > UNDO_FOR
    if found.state is ImportState.DONE and is_late:
        raise TellUser("import_too_late")
    _turn(store, person, import_id, [ImportState.DONE], ImportState.UNDOING, now)


def end_old_imports(store: Store, now: datetime) -> None:
    """Files that nobody pressed anything on are erased, and what cannot be undone forgotten."""
    for found in store.imports.waiting_since(now - KEPT_FOR):
        store.imports.turn(found.id, [ImportState.SHOWN], ImportState.EXPIRED, now)
        store.imports.erase_rows(found.id)
        _show(store, found.id, NudgeState.EXPIRED, None)
    store.imports.forget_changes(now - UNDO_FOR)


def _own(store: Store, person: Person, import_id: str) -> Import:
    found = store.imports.get(import_id)
    if found is None or found.person_id != person.id:
        raise TellUser("gone")
    return found


def _turn(
    store: Store,
    person: Person,
    import_id: str,
    was: Sequence[ImportState],
    state: ImportState,
    now: datetime,
) -> None:
    found = _own(store, person, import_id)
    if not person.is_reachable:
        raise TellUser("not_joined")
    if not store.imports.turn(import_id, was, state, now):
        return  # pressed twice: the message shows already what became of it
    store.people.set(person.id, acted_at=now)
    _show(store, found.id, NudgeState.ANSWERED, now)


def _show(store: Store, import_id: str, state: NudgeState, at: datetime | None) -> None:
    found = store.imports.get(import_id)
    nudge = store.nudges.with_key(letter_key(import_id))
    if found is not None and nudge is not None:
        store.nudges.settle(nudge.id, state, shown_of(found, found.state), at)
