"""Works through files of clients, a part at a time: read, import, or take back what was added.

Each part is one transaction, whose first write finds out whether the file is still in our hands;
with it goes the mark how far it is. So a worker may die anywhere, and another one goes on.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.domain.importing import ImportState
from bot.domain.letters import Shown
from bot.domain.people import Person
from bot.domain.vocabulary import NudgeState
from bot.errors import RemoteError
from bot.flows.read_import import known_owner, letter_key, read_import
from bot.flows.write_row import Writing, write_row
from bot.services import Services
from bot.store.import_changes import Added
from bot.store.imports import PART, Import
from bot.store.store import Store

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
READING_LEASE = timedelta(minutes=15)
"""Fifty thousand clients that are all on record take some three minutes to look up."""
SLICE = timedelta(seconds=4)
"""So long one file is worked on before its message says how far it is, and others have a turn."""
PAUSE_SECONDS = 0.02
"""Between two parts: SQLite lets one write at a time, and others want to."""
_AGAIN_AFTER = timedelta(seconds=20)
_TAKEN_BACK_AT_ONCE = 300


def run_imports(services: Services, pause: Callable[[float], None] = time.sleep) -> bool:
    """One slice of the file that has waited longest. Says whether there was any."""
    machine = services.clock.machine()
    with services.database.reading_across_teams() as across:
        if not across.imports_wait(machine):
            return False
    with services.database.across_teams() as across:
        leased = across.lease_imports(machine, LEASE)
    for held in leased:
        try:
            _work_on(services, held, pause)
        except RemoteError as error:
            again_at = services.clock.machine() + (error.retry_after or _AGAIN_AFTER)
            with services.transaction(held.team_id) as store:
                store.imports.let_go(held, again_at)
    return bool(leased)


def _work_on(services: Services, held: Import, pause: Callable[[float], None]) -> None:
    if held.state is ImportState.SENT:
        until = services.clock.machine() + READING_LEASE
        with services.transaction(held.team_id) as store:
            if not store.imports.is_held(held):
                return
            store.imports.lease(held.id, until)
        held = replace(held, lease_until=until)
        read_import(services, held)
    else:
        step = import_part if held.state is ImportState.RUNNING else take_back_part
        ends_at = services.clock.machine() + SLICE
        while step(services, held) and services.clock.machine() < ends_at:
            pause(PAUSE_SECONDS)
        _show_progress(services, held)
    with services.transaction(held.team_id) as store:
        store.imports.let_go(held)


def import_part(services: Services, held: Import) -> bool:
    """Import the next part in one transaction; False where there is none left."""
    now = services.clock.now()
    with services.transaction(held.team_id) as store:
        if not store.imports.is_held(held):
            return False
        found = store.imports.get(held.id)
        if found is None:
            return False
        rows = store.imports.part(held.id, found.position)
        if rows is None:
            _end(store, found, ImportState.DONE, services)
            return False
        person = store.people.get_or_stranger(held.person_id)
        writing = Writing(store, held.id, person, now)
        owners: dict[str, Person | None] = {}
        for place, row in enumerate(rows, found.position * PART):
            write_row(writing, row, place, known_owner(store, row, owners), found.tally)
        store.imports.walk_on(held.id, found.position + 1, found.tally)
    return True


def take_back_part(services: Services, held: Import) -> bool:
    """Take back what was added last, in one transaction; False where nothing is left."""
    with services.transaction(held.team_id) as store:
        if not store.imports.is_held(held):
            return False
        found = store.imports.get(held.id)
        if found is None:
            return False
        changes = store.import_changes.latest(held.id, _TAKEN_BACK_AT_ONCE)
        if not changes:
            _end(store, found, ImportState.UNDONE, services)
            return False
        added = [change for change in changes if change.noun is not Added.CLIENT]
        clients = [change for change in changes if change.noun is Added.CLIENT]
        gone = [store.import_changes.take_back(change) for change in added]
        # What was added under a client went before it, or just now.
        used = store.import_changes.in_use([change.ref for change in clients]) if clients else set()
        gone += [
            change.ref not in used and store.import_changes.take_back(change) for change in clients
        ]
        found.tally.taken_back += sum(gone)
        found.tally.stayed += len(gone) - sum(gone)
        store.import_changes.forget([change.id for change in changes])
        store.imports.walk_on(held.id, found.position, found.tally)
    return True


def _end(store: Store, found: Import, state: ImportState, services: Services) -> None:
    """Nothing of the file is kept any more; its sender sees what became of it."""
    now = services.clock.now()
    store.imports.turn(found.id, [found.state], state, now)
    store.imports.erase_rows(found.id)
    store.people.every_home_changed()
    nudge = store.nudges.with_key(letter_key(found.id))
    if nudge is not None:
        store.nudges.settle(nudge.id, NudgeState.ANSWERED, shown_of(found, state), now)
    log.info("import", extra={"action": f"import_{state.value}", "import": found.id})


def shown_of(found: Import, state: ImportState) -> Shown:
    """What the message about a file shows from now on."""
    tally = found.tally
    names = ("new", "matched", "changed", "differs", "keeps", "faults", "taken_back", "stayed")
    values = {name: str(getattr(tally, name)) for name in names}
    done = min(found.position * PART, found.rows)
    code = f"import_{state.value}"
    return Shown(code, values | {"done": str(done), "rows": str(found.rows)})


def _show_progress(services: Services, held: Import) -> None:
    with services.transaction(held.team_id) as store:
        found = store.imports.get(held.id)
        if found is None or found.state is not held.state:
            return
        nudge = store.nudges.with_key(letter_key(held.id))
        if nudge is not None:
            store.nudges.pressed(nudge.id, shown_of(found, found.state), None)
