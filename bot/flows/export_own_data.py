"""Somebody asks for everything of theirs, and gets it as a file in their direct message, once.

1. Asking writes a row. 2. A worker takes it, packs the file and uploads it; nobody sees it yet, and
its name stands in the row before 3. it is shared. A worker that dies in between leaves the name,
and the next one looks whether the file is in the conversation before it shares it.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from bot.domain.letters import Reply
from bot.domain.people import Person
from bot.domain.vocabulary import NudgeKind
from bot.errors import RemoteError
from bot.flows.pack_own_data import pack_own_data
from bot.ports import Address
from bot.services import Services
from bot.store.exports import Export
from bot.store.store import Store

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
MOST_TRIES = 5
_TRY_AGAIN = timedelta(seconds=30)
_LOOK_BACK = timedelta(minutes=5)


def ask_export(services: Services, store: Store, person: Person) -> Reply:
    """The file comes in a minute; asking twice makes one."""
    is_new = store.exports.ask(person.id, services.clock.now())
    return Reply("export_asked" if is_new else "export_on_its_way")


def send_exports(services: Services) -> bool:
    """Send what was asked for, one file for each workspace. Says whether there was any."""
    with services.database.reading_across_teams() as across:
        team_ids = across.team_ids()
    found = False
    for team_id in team_ids:
        with services.transaction(team_id) as store:
            export = store.exports.lease(services.clock.machine(), LEASE)
        if export is not None:
            found = True
            _send(services, team_id, export)
    return found


def _send(services: Services, team_id: str, export: Export) -> None:
    to = Address(team_id, export.person_id)
    try:
        file_id, was_uploaded = export.file_id, export.file_id is not None
        if file_id is None:
            file_id = _upload(services, team_id, export)
        if file_id is None:
            return
        since = export.asked_at - _LOOK_BACK
        if not (was_uploaded and services.messenger.has_file(to, file_id, since)):
            with services.reading(team_id) as store:
                reader = store.people.get_or_stranger(export.person_id)
            services.messenger.share_file(to, file_id, Reply("export_title"), reader.locale)
    except RemoteError as error:
        _failed(services, team_id, export, error)
        return
    with services.transaction(team_id) as store:
        if not store.exports.sent(export.id, services.clock.now()):
            store.erasures.add_file(file_id)
    log.info("export sent", extra={"action": "export_sent", "export": export.id})


def _upload(services: Services, team_id: str, export: Export) -> str | None:
    """Slack's name for the file; None where its person was forgotten meanwhile."""
    with services.database.snapshot(team_id) as store:
        packed = pack_own_data(store, export.person_id, export.asked_at)
    name = f"alongside-{export.asked_at:%Y-%m-%d}.zip"
    file_id = services.messenger.upload_file(team_id, name, packed)
    with services.transaction(team_id) as store:
        if store.exports.uploaded(export.id, file_id):
            return file_id
        store.erasures.add_file(file_id)
    return None


def _failed(services: Services, team_id: str, export: Export, error: RemoteError) -> None:
    """Again later; after five times the person hears that it did not work."""
    log.warning("export", extra={"action": "export_failed", "code": error.code})
    with services.transaction(team_id) as store:
        if not error.permanent and export.tries < MOST_TRIES:
            wait = error.retry_after or _TRY_AGAIN * 2**export.tries
            store.exports.retry(export.id, services.clock.machine() + wait)
            return
        store.exports.fail(export.id)
        store.nudges.plan(
            f"export:{export.id}",
            Address(team_id, export.person_id),
            NudgeKind.REPLY,
            Reply("export_failed"),
            services.clock.now(),
            person_id=export.person_id,
            is_asked_for=True,
        )
