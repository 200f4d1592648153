"""Days away: said, taken back, over; what falls due in them is moved, handed over or kept."""

from __future__ import annotations

from bot.domain.leave import leave_ahead, tidy_leave
from bot.domain.letters import AwayLine, MorningNote, Reply
from bot.domain.quiet import local_day
from bot.errors import TellUser
from bot.flows.absence import mark_away, move_away, promises_away
from bot.flows.days_away import come_back, go_away, stay
from bot.flows.gather import open_promises
from bot.reading.day_range import bad_day_in, find_day_range
from bot.slack.doors import After, Doors, Open, Say, Visit
from bot.slack.listeners.offers import own_nudge
from bot.slack.payloads import PressIn
from bot.slack.presses import Act
from bot.slack.views.hand_over_form import hand_over_form
from bot.slack.views.leave_list import leave_list, read_leave_ref
from bot.slack.views.promise_list import promise_list
from bot.slack.views.reply import reply_message
from bot.store.nudge import Nudge
from bot.store.promises import Promise


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.AWAY_KEEP] = keep
    doors.presses[Act.AWAY_MOVE] = move
    doors.presses[Act.AWAY_HAND_OVER] = hand_over
    doors.presses[Act.AWAY_LIST] = one_by_one
    doors.presses[Act.LEAVE_BACK] = take_back


def away_words(visit: Visit, words: str) -> Say:
    """`/alongside away 3 June to 14 June`; without days, those that are set."""
    if not visit.person.is_reachable:
        raise TellUser("not_joined")
    today = local_day(visit.now, visit.person.zone)
    if not words:
        return Say(leave_list(leave_ahead(tidy_leave(visit.person.preferences.leave), today)))
    bad = bad_day_in(words)
    if bad is not None:
        raise TellUser("bad_date", said=bad)
    days = find_day_range(words, today)
    if days is None:
        raise TellUser("bad_leave")
    said = go_away(visit.store, visit.person, *days, visit.now, visit.services.holidays_of)
    return Say(reply_message(said, ""))


def back_words(visit: Visit, words: str) -> Say:  # noqa: ARG001 - one shape for all verbs
    """`/alongside back`: a pause ends, and so do days away that include today."""
    said = come_back(visit.store, visit.person, visit.now, visit.services.holidays_of)
    return Say(reply_message(said, ""))


def take_back(visit: Visit, pressed: PressIn) -> After:
    """Days away that are not taken after all."""
    leave = read_leave_ref(pressed.press.ref)
    if leave is None:
        raise TellUser("gone")
    stay(visit.store, visit.person, leave, visit.now, visit.services.holidays_of)
    if pressed.in_home:
        return None
    left = visit.store.people.get_or_stranger(visit.person.id).preferences.leave
    today = local_day(visit.now, visit.person.zone)
    return Say(leave_list(leave_ahead(left, today)), replaces=True)


def keep(visit: Visit, pressed: PressIn) -> After:
    """What falls due in the absence stays as it is."""
    nudge = own_nudge(visit, pressed.press.nudge_id)
    mark_away(visit.store, nudge, "kept", visit.now)
    return _instead(nudge, Reply("away_kept"))


def move(visit: Visit, pressed: PressIn) -> After:
    """All of it to the first working day back, by one press."""
    nudge = own_nudge(visit, pressed.press.nudge_id)
    holidays_of = visit.services.holidays_of
    args = (visit.store, visit.person, _line(nudge), nudge, visit.now, holidays_of)
    return _instead(nudge, Reply("away_moved", {"due_on": move_away(*args).isoformat()}))


def hand_over(visit: Visit, pressed: PressIn) -> After:
    """The form that asks a colleague, with all of it ticked."""
    nudge = own_nudge(visit, pressed.press.nudge_id)
    today = local_day(visit.now, visit.person.zone)
    rows = open_promises(visit.store, _promises(visit, nudge), today)
    key = nudge.key if nudge is not None else ""
    return Open(hand_over_form(rows, key, [row.id for row in rows]))


def one_by_one(visit: Visit, pressed: PressIn) -> After:
    """The promises that fall due in the absence, each with its own buttons."""
    nudge = own_nudge(visit, pressed.press.nudge_id)
    today = local_day(visit.now, visit.person.zone)
    rows = open_promises(visit.store, _promises(visit, nudge), today)
    return Say(promise_list(rows, today))


def _promises(visit: Visit, nudge: Nudge | None) -> list[Promise]:
    found = promises_away(
        visit.store, visit.person, _line(nudge), visit.now, visit.services.holidays_of
    )
    if not found:
        raise TellUser("nothing_due_away")
    return found


def _line(nudge: Nudge | None) -> AwayLine | None:
    """The line of the note that was pressed; None for the answer to a pause."""
    if nudge is None:
        return None
    lines = nudge.letter.lines if isinstance(nudge.letter, MorningNote) else ()
    line = next((one for one in lines if isinstance(one, AwayLine)), None)
    if line is None:
        raise TellUser("gone")
    return line


def _instead(nudge: Nudge | None, said: Reply) -> After:
    """A note shows by itself what became of it; the answer to a pause is replaced."""
    return Say(reply_message(said, ""), replaces=True) if nudge is None else None
