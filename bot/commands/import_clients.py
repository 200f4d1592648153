"""`alongside import FILE --team T --as U`: clients from a file, for whoever hosts Alongside."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

from bot.domain.importing import ImportLetter, ImportState
from bot.flows.read_import import letter_key, read_content
from bot.flows.run_import import import_part
from bot.flows.settle_import import cancel_import, start_import
from bot.services import Services
from bot.settings import Settings
from bot.slack.views.import_letter import fault_words, tally_lines
from bot.store.ids import new_id
from bot.store.imports import PART, Import
from bot.wiring import Parts

_LEASE = timedelta(minutes=10)
_SAID_EVERY = 25


def import_clients(
    settings: Settings, path: str, team_id: str, person_id: str, *, yes: bool
) -> int:
    """Tell what would change; with `yes` import it. 2 comes back where it cannot be read."""
    if not Path(path).is_file():
        print(f"There is no file {path}.", file=sys.stderr)
        return 2
    parts = Parts(settings)
    parts.database.check()
    try:
        return _import(parts.services, Path(path), team_id, person_id, yes=yes)
    finally:
        parts.database.close()


def _import(services: Services, path: Path, team_id: str, person_id: str, *, yes: bool) -> int:
    with services.reading(team_id) as store:
        person = store.people.get(person_id)
    if person is None or not person.is_reachable:
        print(f"Nobody by the id {person_id} has joined in {team_id}.", file=sys.stderr)
        return 2
    key = f"command:{new_id()}"
    with services.transaction(team_id) as store:
        # Reading belongs to us from the first: a worker must not look for its address in Slack.
        import_id = store.imports.add(key, person_id, path.name, None, services.clock.now())
        store.imports.lease(str(import_id), services.clock.machine() + _LEASE)
    held = _held(services, team_id, str(import_id))
    read_content(services, held, path.read_bytes())
    with services.reading(team_id) as store:
        nudge = store.nudges.with_key(letter_key(held.id))
        refused = store.nudges.with_key(f"import:no:{held.id}")
    letter = nudge.letter if nudge else None
    if not isinstance(letter, ImportLetter):
        code = getattr(refused.letter, "code", "unreadable") if refused else "unreadable"
        print(f"{path.name} cannot be read: {code}.", file=sys.stderr)
        return 2
    print(f"{path.name}: {letter.rows} rows.")
    print("\n".join([*tally_lines(letter.tally), *(fault_words(one) for one in letter.faults)]))
    if not letter.changes_anything:
        return 0
    if not yes:
        with services.transaction(team_id) as store:
            cancel_import(store, person, held.id, services.clock.now())
        print("Nothing is changed. Add --yes to import it.")
        return 0
    with services.transaction(team_id) as store:
        start_import(store, person, held.id, services.clock.now())
    return _run(services, _held(services, team_id, held.id))


def _run(services: Services, held: Import) -> int:
    done = 0
    while import_part(services, held):
        done += 1
        if done % _SAID_EVERY == 0:
            print(f"{min(done * PART, held.rows)} of {held.rows} rows …")
    found = _held(services, held.team_id, held.id)
    is_done = found.state is ImportState.DONE
    print("Imported." if is_done else "A worker has taken it over and goes on.")
    return 0


def _held(services: Services, team_id: str, import_id: str) -> Import:
    with services.reading(team_id) as store:
        found = store.imports.get(import_id)
    if found is None:
        raise LookupError(import_id)
    return found
