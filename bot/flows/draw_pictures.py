"""The picture of a digest: drawn and uploaded once the text has arrived, which never waits for it.

1. A digest that arrives writes a row. 2. A worker takes it, gathers eight weeks of the record, and
has the picture drawn and uploaded; nobody sees it yet. 3. Its name stands in the row, and the
message no longer shows what it should: the next tick shows it. What Slack refuses for good leaves
the digest as text.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta

from bot.domain.client_weeks import Picture
from bot.domain.letters import Digest
from bot.domain.quiet import local_day
from bot.errors import RemoteError
from bot.flows.gather_client_weeks import gather_client_weeks
from bot.ports import Reader
from bot.services import Services
from bot.store.across_teams import Work
from bot.store.nudge import Nudge
from bot.store.pictures import WantedPicture
from bot.store.store import Store

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
AT_ONCE = 5
MOST_TRIES = 4
_TRY_AGAIN = timedelta(seconds=20)


def draw_pictures(services: Services) -> bool:
    """Draw some of those that wait. Says whether there were any."""
    machine = services.clock.machine()
    with services.database.reading_across_teams() as across:
        if Work.PICTURES not in across.waiting(services.clock.now(), machine):
            return False
    with services.database.across_teams() as across:
        leased = across.lease_pictures(machine, LEASE, AT_ONCE)
    for wanted in leased:
        _draw(services, wanted)
    return bool(leased)


def with_picture(store: Store, nudge: Nudge) -> Digest | None:
    """The digest with its picture, once Slack has it; None for any other letter."""
    if not isinstance(nudge.letter, Digest):
        return None
    picture = store.pictures.of_digest(nudge.id)
    return replace(nudge.letter, picture=picture) if picture is not None else None


def refused(services: Services, nudge: Nudge) -> timedelta:
    """Slack would not show it: says how soon to try again, the last time without the picture.

    A file is known to Slack some seconds before it can be shown.
    """
    with services.transaction(nudge.to.team_id) as store:
        tries = store.pictures.shown_in_vain(nudge.id)
        if tries <= MOST_TRIES:
            return _TRY_AGAIN
        store.pictures.leave_out(nudge.id)
    return timedelta()


def _draw(services: Services, wanted: WantedPicture) -> None:
    with services.reading(wanted.team_id) as store:
        nudge = store.nudges.get(wanted.id)
        person = store.people.get(nudge.person_id) if nudge is not None else None
        weeks = None
        if person is not None and wanted.tries <= MOST_TRIES:
            weeks = gather_client_weeks(store, person, local_day(services.clock.now(), person.zone))
    if person is None or weeks is None:
        with services.transaction(wanted.team_id) as store:
            store.pictures.leave_out(wanted.id)
        return
    reader = Reader(person.locale, person.zone)
    try:
        picture = services.messenger.upload_picture(wanted.team_id, weeks, reader)
    except RemoteError as error:
        _failed(services, wanted, error)
        return
    _show(services, wanted, picture)


def _show(services: Services, wanted: WantedPicture, picture: Picture) -> None:
    with services.transaction(wanted.team_id) as store:
        if not store.pictures.uploaded(wanted.id, picture):
            store.erasures.add_file(picture.file_id)
            return
        store.nudges.changed(wanted.id)
    log.info("drawn", extra={"action": "drawn", "nudge": wanted.id})


def _failed(services: Services, wanted: WantedPicture, error: RemoteError) -> None:
    """Again a little later, some times; then the digest stays as text."""
    log.warning("picture", extra={"action": "picture_failed", "code": error.code})
    with services.transaction(wanted.team_id) as store:
        if error.permanent or wanted.tries >= MOST_TRIES:
            store.pictures.leave_out(wanted.id)
            return
        wait = error.retry_after or _TRY_AGAIN * wanted.tries
        store.pictures.retry(wanted.id, services.clock.machine() + wait)
