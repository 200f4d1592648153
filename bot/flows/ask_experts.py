"""Brings open questions to people: to those chosen, then to the next name, one after another.

When the next name is asked depends on the clock alone, not on whether somebody said no: a no and
no reply look the same to whoever asked.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.domain.asking_for_help import AskForHelp
from bot.domain.letters import Reply
from bot.domain.people import Person, Presence
from bot.domain.quiet import (
    day_ends_at,
    local_day,
    next_good,
    quiet_reason,
    working_day_after,
)
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import NudgeKind
from bot.errors import RemoteError
from bot.flows.account_closed import account_closed
from bot.flows.gather import current_goal
from bot.flows.gather_swarm import (
    LONGEST_WAIT,
    asked_reply,
    client_name,
    name_of,
    tell,
    told_at,
    values_of,
    who_may_help,
)
from bot.flows.offer_help import ask_key, end_message
from bot.flows.schedules import schedule_of
from bot.ports import Address
from bot.services import Services
from bot.store.nudge import Nudge
from bot.store.store import Store
from bot.store.swarm_asks import AskState
from bot.store.swarms import Swarm

log = logging.getLogger(__name__)

AT_ONCE = 20
CLAIM = timedelta(minutes=5)
"""After so long a question that a worker left half done is seen again."""
PRESENCE_LASTS = timedelta(minutes=15)
LONGEST_REPLY = timedelta(days=7)
MOST_ASKED = 8
"""About one question, one after another; then it is for a channel."""


def ask_due_experts(services: Services) -> bool:
    """See to each question that is due. Says whether there was any."""
    now = services.clock.now()
    with services.database.reading_across_teams() as across:
        due = across.due_swarms(now, AT_ONCE)
    for team_id, swarm_id in due:
        _go_on(services, team_id, swarm_id, now)
    return bool(due)


def _go_on(services: Services, team_id: str, swarm_id: str, now: datetime) -> None:
    """End what nobody replied to, ask whom the asker chose, or else the next name."""
    with services.transaction(team_id) as store:
        swarm = store.swarms.get(swarm_id)
        if swarm is None or not store.swarms.claim(swarm_id, now, now + CLAIM):
            return
        _end_late(store, swarm, now)
        wanted, following = _whom(store, swarm, now)
    asked = [one for one in wanted if _ask(services, team_id, swarm_id, one, now)]
    if not asked:
        found = (one for one in following if _ask(services, team_id, swarm_id, one, now))
        asked += [one for one in (next(found, None),) if one is not None]
    with services.transaction(team_id) as store:
        _settle(services, store, swarm_id, asked, now)


def _end_late(store: Store, swarm: Swarm, now: datetime) -> None:
    for ask in store.swarm_asks.of(swarm.id):
        if ask.state is AskState.ASKED and ask.reply_by is not None and ask.reply_by <= now:
            was_not_sent = end_message(store, swarm.id, ask.person_id)
            store.swarm_asks.end(swarm.id, ask.person_id)
            if was_not_sent:
                store.swarm_asks.drop(swarm.id, ask.person_id)


def _whom(store: Store, swarm: Swarm, now: datetime) -> tuple[list[str], list[str]]:
    """Whom the asker chose; and who comes next where nobody is asked and nobody helps."""
    asks = store.swarm_asks.of(swarm.id)
    wanted = [one.person_id for one in asks if one.state is AskState.WANTED]
    known = {one.person_id for one in asks}
    busy = any(one.state in (AskState.ASKED, AskState.YES) for one in asks)
    if busy or len(known) - len(wanted) >= MOST_ASKED:
        return wanted, []
    client = store.clients.get(swarm.client_id)
    matches = who_may_help(store, swarm.asker_id or "", client, swarm.question, now)
    fitting = [one.expert.id for one in matches if one.is_fitting]
    return wanted, [one for one in fitting if one not in known]


def _ask(services: Services, team_id: str, swarm_id: str, person_id: str, now: datetime) -> bool:
    """Ask one person at their next good moment, if they may be asked; says whether they are."""
    presence = _presence(services, team_id, person_id, now)
    with services.transaction(team_id) as store:
        swarm, person = store.swarms.get(swarm_id), store.people.get(person_id)
        if swarm is None or not swarm.is_open or person is None or presence is None:
            store.swarm_asks.drop(swarm_id, person_id)
            return False
        person = _seen(store, person, presence, now)
        schedule = schedule_of(store, person, now, services.holidays_of, presence)
        at = next_good(now, schedule)
        listed = store.experts.get(person_id)
        if (
            at is None
            or at - now > LONGEST_WAIT
            or listed is None
            or not listed.is_on
            or person.deactivated_at is not None
            or not store.swarm_asks.reserve(
                swarm_id, person_id, listed.asks_a_month, now, at, _reply_by(at, schedule)
            )
        ):
            _forget_wish(store, swarm_id, person_id)
            return False
        store.nudges.plan(
            ask_key(swarm_id, person_id),
            Address(team_id, person_id),
            NudgeKind.REPLY,
            _letter(store, swarm),
            at,
            person_id=person_id,
            client_id=swarm.client_id,
            is_asked_for=True,
        )
    return True


def _forget_wish(store: Store, swarm_id: str, person_id: str) -> None:
    ask = store.swarm_asks.get(swarm_id, person_id)
    if ask is not None and ask.state is AskState.WANTED:
        store.swarm_asks.drop(swarm_id, person_id)


def _settle(
    services: Services, store: Store, swarm_id: str, asked: list[str], now: datetime
) -> None:
    """When this question is to be seen again, and a word to the asker where there is news."""
    swarm = store.swarms.get(swarm_id)
    if swarm is None or swarm.asker_id is None or not swarm.is_open:
        store.swarms.wake(swarm_id, None)
        return
    asks = store.swarm_asks.of(swarm_id)
    waiting = [one.reply_by for one in asks if one.state is AskState.ASKED and one.reply_by]
    helps = any(one.state is AskState.YES for one in asks)
    store.swarms.wake(swarm_id, min(waiting, default=None))
    store.people.home_changed(swarm.asker_id)
    at = now
    if now - swarm.opened_at > CLAIM:
        asker = store.people.get_or_stranger(swarm.asker_id)
        at = told_at(store, asker, now, services.holidays_of)
    if asked:
        is_more = len(asks) > len(asked)
        names = [name_of(store, one) for one in asked]
        letter = asked_reply(store, swarm, names, is_more=is_more)
        tell(store, f"swarm:asked:{swarm_id}:{asked[0]}", swarm.asker_id, letter, at)
    elif not waiting and not helps and store.swarms.nobody_left(swarm_id, now):
        code = "swarm_nobody_else" if asks else "swarm_nobody"
        letter = Reply(code, values_of(store, swarm))
        tell(store, f"swarm:nobody:{swarm_id}", swarm.asker_id, letter, at)


def may_still_ask(services: Services, nudge: Nudge, now: datetime) -> bool:
    """Right before an ask is sent: whether it still holds, and this is no quiet time.

    In a quiet time it waits for the next good moment; where it no longer holds it is not sent.
    """
    team_id, letter = nudge.to.team_id, nudge.letter
    if not isinstance(letter, AskForHelp):
        return True
    presence = _presence(services, team_id, nudge.person_id, now)
    with services.transaction(team_id) as store:
        swarm, person = store.swarms.get(letter.swarm_id), store.people.get(nudge.person_id)
        listed = store.experts.get(nudge.person_id)
        is_on = listed is not None and listed.is_on
        if swarm is None or not swarm.is_open or person is None or not is_on or presence is None:
            store.nudges.withdraw(nudge.id)
            return False
        person = _seen(store, person, presence, now)
        if person.deactivated_at is not None:
            store.nudges.withdraw(nudge.id)
            return False
        schedule = schedule_of(store, person, now, services.holidays_of, presence)
        if quiet_reason(now, schedule) is None:
            return True
        at = next_good(now, schedule)
        if at is None or at - now > LONGEST_WAIT:
            store.nudges.withdraw(nudge.id)
            return False
        store.sendings.postpone(nudge.id, at)
        store.swarm_asks.move(swarm.id, person.id, at, _reply_by(at, schedule))
        store.swarms.wake(swarm.id, now)
    return False


def _letter(store: Store, swarm: Swarm) -> AskForHelp:
    goal = current_goal(store, swarm.client_id)
    return AskForHelp(
        swarm.id,
        name_of(store, swarm.asker_id or ""),
        client_name(store, swarm),
        swarm.question,
        swarm.time_box,
        goal.words if goal else None,
    )


def _reply_by(at: datetime, schedule: Schedule) -> datetime:
    """The end of the next working day after they were asked; a week on where leave lies between."""
    next_day = working_day_after(local_day(at, schedule.zone), schedule)
    return min(day_ends_at(next_day, schedule), at + LONGEST_REPLY)


def _presence(services: Services, team_id: str, person_id: str, now: datetime) -> Presence | None:
    """What Slack says of the person; what it said last where it does not answer."""
    with services.reading(team_id) as store:
        known = store.people.presence(person_id)
    if known is not None and now - PRESENCE_LASTS <= known.checked_at <= now:
        return known
    try:
        return services.messenger.presence(team_id, person_id)
    except RemoteError as error:
        log.warning("presence", extra={"action": "presence_failed", "code": error.code})
        return None if error.permanent else known


def _seen(store: Store, person: Person, presence: Presence, now: datetime) -> Person:
    """The person as Slack shows them now."""
    store.people.set_presence(person.id, presence)
    if presence.is_deactivated and person.deactivated_at is None:
        account_closed(store, person, now)
    return store.people.get_or_stranger(person.id)
