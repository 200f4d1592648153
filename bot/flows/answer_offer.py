"""An offer is answered in words: yes, no, or another day."""

from __future__ import annotations

from datetime import datetime

from bot.domain.letters import FoundKind, Offer
from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.domain.vocabulary import NudgeState
from bot.errors import TellUser
from bot.flows.settle_candidate import accept, candidate_of, reject
from bot.reading.yes_or_no import read_yes_or_no
from bot.services import HolidaysOf
from bot.store.nudge import Nudge
from bot.store.store import Store


def answer_offer(
    store: Store,
    person: Person,
    nudge: Nudge,
    offer: Offer,
    words: str,
    now: datetime,
    holidays_of: HolidaysOf,
) -> bool:
    """Whether the words were an answer; then it is settled as a press would settle it.

    TellUser `offer_settled`, `bad_date`, `date_past` or `promise_needs_date` where they were one
    that cannot hold.
    """
    said = read_yes_or_no(words, local_day(now, person.zone))
    is_promise = offer.what is FoundKind.PROMISE
    day = said.day if is_promise else None
    if not (said.is_yes or said.is_no or day or (said.bad_day and is_promise)):
        return False
    if nudge.state is not NudgeState.SENT:
        raise TellUser("offer_settled")
    if said.bad_day is not None:
        raise TellUser("bad_date", said=said.bad_day)
    candidate = candidate_of(store, offer.candidate_id, person.id)
    if said.is_no:
        reject(store, person, candidate, nudge, now)
    else:
        accept(store, person, candidate, nudge, now, holidays_of, due_on=day)
    return True
