"""A person changes what they set for themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.letters import LessOtherStop, Reply, Shown
from bot.domain.people import Person, Preferences
from bot.domain.vocabulary import NudgeKind, NudgeState
from bot.errors import TellUser
from bot.flows.absence import ask_late
from bot.flows.schedules import schedule_of
from bot.services import HolidaysOf
from bot.store.nudge import Nudge
from bot.store.store import Store


def change_settings(
    store: Store,
    person: Person,
    preferences: Preferences,
    now: datetime,
    holidays_of: HolidaysOf,
) -> Reply:
    """Everything at once, from the settings form; note and digest are timed anew."""
    if person.is_reachable and preferences.leave != person.preferences.leave:
        fresh = replace(person, preferences=preferences)
        noted_on = store.people.timetable(person.id).noted_on
        ask_late(store, fresh, noted_on, schedule_of(store, fresh, now, holidays_of), now)
    store.people.set_preferences(person.id, preferences)
    store.people.set(person.id, next_note_at=None, next_digest_at=None, acted_at=now)
    store.people.look_by(person.id, now)
    return Reply("settings_saved")


def less_other_stop(store: Store, person: Person, nudge: Nudge, choice: str, now: datetime) -> None:
    """The answer to "less, other, or stop?"."""
    if not isinstance(nudge.letter, LessOtherStop) or nudge.state is not NudgeState.SENT:
        raise TellUser("gone")
    wanted = person.preferences
    if choice == "less":
        store.people.set_preferences(person.id, replace(wanted, questions_per_week=1))
    elif choice == "stop":
        store.people.set_preferences(person.id, replace(wanted, questions_per_week=0))
    else:
        asked = store.nudges.latest(person.id, (NudgeKind.QUESTION,), limit=5)
        tired_of = {one.prompt_id for one in asked if one.prompt_id}
        off = store.people.prompts_off(person.id) | tired_of
        store.people.set(person.id, prompts_off=sorted(off))
    store.nudges.settle(nudge.id, NudgeState.ANSWERED, Shown(choice), now)
    store.people.set(person.id, acted_at=now)
    store.people.look_by(person.id, now)
