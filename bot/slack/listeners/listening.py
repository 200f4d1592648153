"""After a meeting: who talked more, what was learned, and how it went beside the plan."""

from __future__ import annotations

from bot.domain.answers import WhoTalked
from bot.domain.briefs import Went
from bot.errors import TellUser
from bot.flows.answer import nudge_of
from bot.flows.compare_plan import told_how_it_went, told_what_was_learned, told_who_talked
from bot.slack.doors import After, Doors, Errors, Open, Visit
from bot.slack.payloads import PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import after_meeting


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.TALKED] = talked
    doors.presses[Act.LEARNED] = learned
    doors.presses[Act.WENT] = went
    doors.forms[after_meeting.CALLBACK] = submit


def talked(visit: Visit, pressed: PressIn) -> After:
    """They did, about even, we did: one press."""
    if pressed.press.ref not in set(WhoTalked):
        raise TellUser("gone")
    nudge = nudge_of(visit.store, pressed.press.nudge_id, visit.person.id)
    told_who_talked(visit.store, visit.person, nudge, WhoTalked(pressed.press.ref), visit.now)
    return None


def learned(visit: Visit, pressed: PressIn) -> After:
    """One field, and it may stay empty."""
    nudge = nudge_of(visit.store, pressed.press.nudge_id, visit.person.id)
    before = visit.store.answers.to_nudge(nudge.id, visit.person.id)
    return Open(after_meeting.learned_form(nudge.key, before.learned if before else None))


def went(visit: Visit, pressed: PressIn) -> After:
    """As planned, or otherwise."""
    if pressed.press.ref not in set(Went):
        raise TellUser("gone")
    nudge = nudge_of(visit.store, pressed.press.nudge_id, visit.person.id)
    told_how_it_went(visit.store, visit.person, nudge, Went(pressed.press.ref), visit.now)
    return None


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """What was learned, if anything was written."""
    key, words = after_meeting.read_learned_form(submitted.view)
    nudge = nudge_of(visit.store, key, visit.person.id)
    if words:
        told_what_was_learned(visit.store, visit.person, nudge, words, visit.now)
    return None
