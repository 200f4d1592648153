"""What came of a deal for the client, heard at a check-in: a fact on their record."""

from __future__ import annotations

from datetime import datetime

from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.domain.vocabulary import TouchKind
from bot.errors import TellUser
from bot.flows.log_touch import check_in_done
from bot.flows.mark_line import mark_line
from bot.store.check_ins import CheckIn
from bot.store.nudge import Nudge
from bot.store.store import Store


def check_in_of(store: Store, person: Person, check_in_id: str) -> CheckIn:
    """The person's own check-in; TellUser `gone` for anything else."""
    found = store.check_ins.get(check_in_id)
    if found is None or found.person_id != person.id:
        raise TellUser("gone")
    return found


def note_outcome(
    store: Store,
    person: Person,
    check_in_id: str,
    words: str,
    nudge: Nudge | None,
    now: datetime,
) -> None:
    """Who knows what came of it has heard from them: the check-in is done as well."""
    check_in = check_in_of(store, person, check_in_id)
    store.goals.note(check_in.client_id, "outcome", words, person.id, now)
    done = nudge.shown.done if nudge is not None else {}
    if check_in.done_on is None:
        check_in_done(store, person, check_in.id, TouchKind.LISTENED, nudge, now)
    elif nudge is not None and check_in.id not in done:
        mark_line(store, nudge, check_in.id, "heard", now)
    store.check_ins.done(check_in.id, check_in.done_on or local_day(now, person.zone))
