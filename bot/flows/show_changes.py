"""Brings what Slack shows into agreement with what is so: answered messages, and Home."""

from __future__ import annotations

import logging
from datetime import timedelta

from bot.errors import RemoteError
from bot.flows.compose_home import compose_home
from bot.flows.draw_pictures import refused, with_picture
from bot.ports import Reader
from bot.services import Services
from bot.store.nudge import Nudge

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=1)
AT_ONCE = 20
_TRY_AGAIN = timedelta(seconds=20)


def show_changed_nudges(services: Services) -> bool:
    """Update messages whose state moved on since they were sent. Says whether there were any."""
    with services.database.across_teams() as across:
        leased = across.lease_changed(services.clock.machine(), LEASE, AT_ONCE)
    for nudge in leased:
        _show(services, nudge)
    return bool(leased)


def _show(services: Services, nudge: Nudge) -> None:
    team_id = nudge.to.team_id
    if nudge.delivered is None:
        return
    with services.reading(team_id) as store:
        person = store.people.get_or_stranger(nudge.person_id)
        digest = with_picture(store, nudge)
    reader = Reader(person.locale, person.zone, nudge.sent_at)
    try:
        if nudge.to.ephemeral_to is None:
            services.messenger.show(
                team_id, nudge.delivered, digest or nudge.letter, nudge.shown, nudge.key, reader
            )
    except RemoteError as error:
        if not error.permanent or digest is not None:
            wait = error.retry_after or _TRY_AGAIN
            if error.permanent:
                wait = refused(services, nudge)
            with services.transaction(team_id) as store:
                store.sendings.retry(
                    nudge.id, error.code, services.clock.machine() + wait, nudge.tries
                )
            return
        log.warning("not shown", extra={"action": "not_shown", "code": error.code})
    with services.transaction(team_id) as store:
        store.sendings.shown(nudge.id, nudge.revision)


def show_stale_homes(services: Services) -> bool:
    """Publish the Home of everybody for whom something changed. Says whether there were any."""
    with services.database.across_teams() as across:
        stale = across.take_stale_homes(AT_ONCE)
    for one in stale:
        show_home(services, one.team_id, one.id)
    return bool(stale)


def show_home(services: Services, team_id: str, person_id: str) -> None:
    """Publish one person's Home as things stand."""
    home = compose_home(services, team_id, person_id)
    try:
        services.messenger.publish_home(home)
    except RemoteError as error:
        log.warning("home not shown", extra={"action": "home_not_shown", "code": error.code})
        if not error.permanent:
            with services.transaction(team_id) as store:
                store.people.set(person_id, is_home_stale=True)
