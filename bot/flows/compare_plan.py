"""After a meeting: who talked more, what was learned, and how it went beside the plan.

All of it is the seller's own. Each is one press on the question about the meeting, or one field.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.answers import WhoTalked
from bot.domain.briefs import AfterMeeting, Went
from bot.domain.letters import Question, Shown
from bot.domain.moments import Moment
from bot.domain.people import Person
from bot.domain.plans import for_their_goal, total
from bot.domain.prompt import Prompt
from bot.domain.vocabulary import MomentKind, NudgeState
from bot.errors import TellUser
from bot.flows.answer import WHO_TALKED, acted
from bot.flows.prepare_brief import unplaced_plan
from bot.store.briefs import BriefRow
from bot.store.nudge import Nudge
from bot.store.store import Store

TALKED, LEARNED, WENT = "talked", "learned", "went"
"""Under these names a question's message remembers what was told; never what it was."""
NOTED = "noted"


def after_meeting(
    store: Store, person: Person, moment: Moment, prompt: Prompt | None, now: datetime
) -> AfterMeeting | None:
    """What else the question about a meeting offers; None for any other question."""
    if moment.kind is not MomentKind.MEETING_HELD or moment.client_id is None:
        return None
    row = _brief_behind(store, person, moment, now)
    asks_itself = prompt is not None and prompt.id == WHO_TALKED
    if row is None:
        return AfterMeeting(asks_who_talked=not asks_itself)
    return AfterMeeting(not asks_itself, row.id, for_their_goal(row.plan), total(row.plan))


def told_who_talked(
    store: Store, person: Person, nudge: Nudge, who: WhoTalked, now: datetime
) -> None:
    """Who talked more; a second press corrects the first."""
    _after(nudge)
    store.answers.tell(
        person.id,
        now,
        nudge_id=nudge.id,
        prompt_id=nudge.prompt_id,
        client_id=nudge.client_id,
        who_talked=who,
    )
    _noted(store, person, nudge, TALKED, now)


def told_what_was_learned(
    store: Store, person: Person, nudge: Nudge, words: str, now: datetime
) -> None:
    """The one optional field."""
    _after(nudge)
    store.answers.tell(
        person.id,
        now,
        nudge_id=nudge.id,
        prompt_id=nudge.prompt_id,
        client_id=nudge.client_id,
        learned=words,
    )
    _noted(store, person, nudge, LEARNED, now)


def told_how_it_went(store: Store, person: Person, nudge: Nudge, went: Went, now: datetime) -> None:
    """Beside the plan that the question quoted."""
    row = store.briefs.get(_after(nudge).brief_id, person.id)
    if row is None:
        raise TellUser("gone")
    store.briefs.went(row.id, went, now)
    _noted(store, person, nudge, WENT, now)


def _brief_behind(store: Store, person: Person, moment: Moment, now: datetime) -> BriefRow | None:
    """The plan for this meeting, or the latest for this client that was made without one."""
    if moment.meeting_id is None:
        return None
    for person_id, row in store.briefs.of_meeting(moment.meeting_id):
        if person_id == person.id:
            return row if row.went is None else None
    unplaced = unplaced_plan(store, person, moment.client_id or "", now)
    if unplaced is not None:
        store.briefs.belongs_to(unplaced.id, moment.meeting_id)
    return unplaced


def _after(nudge: Nudge) -> AfterMeeting:
    letter = nudge.letter
    is_open = nudge.state in (NudgeState.SENT, NudgeState.ANSWERED)
    if not is_open or not isinstance(letter, Question) or letter.after is None:
        raise TellUser("gone")
    return letter.after


def _noted(store: Store, person: Person, nudge: Nudge, what: str, now: datetime) -> None:
    """The message says that it was noted, not what; its own question stays open."""
    shown: Shown = replace(nudge.shown, done={**nudge.shown.done, what: NOTED})
    is_first = nudge.state is NudgeState.SENT and nudge.acted_at is None
    store.nudges.pressed(nudge.id, shown, now if is_first else None)
    acted(store, person, now)
