"""A person answers the month's four statements about their own habits, for themselves alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.domain.letters import Digest, DigestLine, DigestLineKind
from bot.domain.people import Person
from bot.domain.pulse import (
    SETS,
    STEPS,
    Month,
    PulseSeen,
    band_of,
    is_enough,
    items_of,
    pulse_month,
)
from bot.domain.quiet import local_day
from bot.domain.vocabulary import Kind, NudgeKind
from bot.errors import TellUser
from bot.flows.mark_line import with_line
from bot.prompts.pulse_bank import pulse_bank
from bot.store.store import Store

_MONTHS = 3 * SETS
_DIGESTS = 8


def pulse_digest_line(store: Store, person: Person, iso_week: str) -> DigestLine | None:
    """In the month's first full week, unless it was answered already or reflections are off."""
    month = pulse_month(iso_week)
    if month is None or Kind.REFLECTIONS in person.preferences.kinds_off:
        return None
    if _is_answered(store, person, month):
        return None
    return DigestLine(DigestLineKind.PULSE, {}, str(month))


def pulse_now(person: Person, now: datetime) -> Month:
    """The month whose four can be answered: the person's own."""
    return Month.of(local_day(now, person.zone))


def pulse_seen(store: Store, person: Person, now: datetime) -> PulseSeen | None:
    """What their own Home shows of it; None where reflections are off and nothing is kept."""
    month = pulse_now(person, now)
    pulses = store.pulses.of_person(person.id, _MONTHS)
    if Kind.REFLECTIONS in person.preferences.kinds_off:
        return PulseSeen(month, is_answered=True, has_any=True) if pulses else None
    return PulseSeen(
        month,
        is_answered=any(pulse.month == month for pulse in pulses),
        has_any=bool(pulses),
        band=band_of(pulses, pulse_bank(), month),
    )


def answer_pulse(
    store: Store, person: Person, month: Month, given: Mapping[str, int], now: datetime
) -> None:
    """At least three of the four; once more replaces what was said before.

    TellUser `gone` for the form of a month that is over.
    """
    if month not in (pulse_now(person, now), pulse_now(person, now).back(1)):
        raise TellUser("gone")
    asked = {item.id for item in items_of(month, pulse_bank())}
    known = {name: step for name, step in given.items() if name in asked and 1 <= step <= STEPS}
    if not is_enough(known):
        raise TellUser("pulse_too_few")
    store.pulses.answer(person.id, month, known, now)
    for digest in store.nudges.latest(
        person.id, (NudgeKind.DIGEST, NudgeKind.REPLY), limit=_DIGESTS
    ):
        if isinstance(digest.letter, Digest) and _asks(digest.letter, month):
            store.nudges.show(digest.id, with_line(digest, str(month), "noted"))
    store.people.home_changed(person.id)


def delete_pulses(store: Store, person: Person) -> None:
    """Every answer is gone; what may be said of them goes with it."""
    store.pulses.delete_all(person.id)
    store.people.home_changed(person.id)


def _asks(letter: Digest, month: Month) -> bool:
    return any(
        line.kind is DigestLineKind.PULSE and line.ref == str(month) for line in letter.lines
    )


def _is_answered(store: Store, person: Person, month: Month) -> bool:
    return any(pulse.month == month for pulse in store.pulses.of_person(person.id, 1))
