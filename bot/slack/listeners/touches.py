"""Lines of a note or of Home are done by a press: gave something, heard from them, later."""

from __future__ import annotations

from bot.domain.letters import Reply
from bot.domain.quiet import local_day
from bot.domain.vocabulary import TouchKind
from bot.errors import TellUser
from bot.flows.log_touch import check_in_done, check_in_later, log_touch
from bot.flows.mark_line import mark_line
from bot.slack.doors import After, Doors, Say, Visit
from bot.slack.listeners.gifts import said_of
from bot.slack.listeners.offers import own_nudge
from bot.slack.payloads import PressIn
from bot.slack.presses import Act
from bot.slack.views.reply import reply_message


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.GAVE] = gave
    doors.presses[Act.HEARD] = heard
    doors.presses[Act.ASKED] = asked
    doors.presses[Act.CLIENT_LATER] = client_later
    doors.presses[Act.CHECK_IN_GAVE] = check_in_gave
    doors.presses[Act.CHECK_IN_HEARD] = check_in_heard
    doors.presses[Act.CHECK_IN_LATER] = later
    doors.presses[Act.TELL_BEFORE] = tell_before


def gave(visit: Visit, pressed: PressIn) -> After:
    """Something was given: moves "last gave" and "last word"."""
    return _log(visit, pressed, TouchKind.GAVE)


def heard(visit: Visit, pressed: PressIn) -> After:
    """Heard from them: moves "last word"."""
    return _log(visit, pressed, TouchKind.LISTENED)


def asked(visit: Visit, pressed: PressIn) -> After:
    """Something was asked of them: moves "last word", and is counted since the last gift."""
    return _log(visit, pressed, TouchKind.ASKED)


def client_later(visit: Visit, pressed: PressIn) -> After:
    """Not today; the client stays on the list."""
    nudge = own_nudge(visit, pressed.press.nudge_id)
    if nudge is not None:
        mark_line(visit.store, nudge, pressed.press.ref, "later", visit.now)
    return None


def check_in_gave(visit: Visit, pressed: PressIn) -> After:
    """The check-in took place, and something was given."""
    return _check_in(visit, pressed, TouchKind.GAVE)


def check_in_heard(visit: Visit, pressed: PressIn) -> After:
    """The check-in took place."""
    return _check_in(visit, pressed, TouchKind.LISTENED)


def later(visit: Visit, pressed: PressIn) -> After:
    """The check-in comes back in a week."""
    nudge = own_nudge(visit, pressed.press.nudge_id)
    check_in_later(visit.store, visit.person, pressed.press.ref, nudge, visit.now)
    return None


def tell_before(visit: Visit, pressed: PressIn) -> After:
    """Whether meetings with this client are announced in the morning."""
    client = visit.store.clients.get(pressed.press.ref)
    if client is None:
        raise TellUser("gone")
    keeps = {keep.client.id: keep for keep in visit.store.clients.kept_by(visit.person.id)}
    tell = not (client.id in keeps and keeps[client.id].is_told_before)
    visit.store.clients.keep(client.id, visit.person.id, local_day(visit.now, visit.person.zone))
    visit.store.clients.tell_before(client.id, visit.person.id, tell=tell)
    visit.store.people.look_by(visit.person.id, visit.now)
    code = "tell_before_on" if tell else "tell_before_off"
    return Say(reply_message(Reply(code, {"client": client.name}), ""))


def _log(visit: Visit, pressed: PressIn, kind: TouchKind) -> After:
    """A note's line shows it; on a card, which shows nothing, it is said."""
    nudge = own_nudge(visit, pressed.press.nudge_id)
    client = log_touch(visit.store, visit.person, pressed.press.ref, kind, nudge, visit.now)
    return None if nudge is not None or pressed.in_home else said_of(visit, client, kind)


def _check_in(visit: Visit, pressed: PressIn, kind: TouchKind) -> After:
    nudge = own_nudge(visit, pressed.press.nudge_id)
    check_in_done(visit.store, visit.person, pressed.press.ref, kind, nudge, visit.now)
    return None
