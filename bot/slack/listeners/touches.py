"""A contact with a client is noted by two presses: what it was, and by which way."""

from __future__ import annotations

from bot.domain.letters import Reply
from bot.domain.names import find_names
from bot.domain.quiet import local_day
from bot.domain.vocabulary import TouchKind
from bot.domain.ways import Way
from bot.errors import TellUser
from bot.flows.join import join
from bot.flows.log_touch import (
    Logged,
    check_in_done,
    check_in_later,
    correct_touch,
    log_touch,
    say_touch,
    take_back_touch,
    touch_of,
)
from bot.flows.mark_line import mark_line
from bot.slack.doors import After, Doors, Errors, Open, Say, Visit
from bot.slack.listeners.client_choices import client_choices
from bot.slack.listeners.kept_lists import kept_page, kept_page_of
from bot.slack.listeners.offers import own_nudge
from bot.slack.listeners.promises import client_named
from bot.slack.payloads import PressIn, ShortcutIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import touch_form
from bot.slack.views.followups import followups
from bot.slack.views.reply import reply_message
from bot.slack.views.touch_form import touch_change_form
from bot.slack.views.touches import touch_said, touch_said_blocks, touch_said_words

SHORTCUT = "note_contact"


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.GAVE] = gave
    doors.presses[Act.HEARD] = heard
    doors.presses[Act.ASKED] = asked
    doors.presses[Act.TOUCH_WAY] = way
    doors.presses[Act.TOUCH_CHANGE] = change
    doors.shortcuts[SHORTCUT] = note_contact
    doors.forms[touch_form.CALLBACK] = submit
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


def way(visit: Visit, pressed: PressIn) -> After:
    """The second press: by which way it was."""
    touch_id, _at, said = pressed.press.ref.partition("@")
    if said not in set(Way):
        raise TellUser("gone")
    nudge = own_nudge(visit, pressed.press.nudge_id)
    logged = correct_touch(visit.store, visit.person, touch_id, nudge, visit.now, way=Way(said))
    return _shown(visit, pressed, logged, is_second=True)


def change(visit: Visit, pressed: PressIn) -> After:
    """Another day, another way, or it did not happen."""
    touch = touch_of(visit.store, visit.person, pressed.press.ref)
    client = visit.store.clients.get(touch.client_id)
    note = {"touch": touch.id, "key": pressed.press.nudge_id}
    name = client.name if client else ""
    return Open(touch_change_form(name, touch.kind.value, touch.way, touch.on_day, note))


def note_contact(visit: Visit, used: ShortcutIn) -> After:
    """Note a contact, on a message: the form, with the client that the message names."""
    named = find_names(used.text, visit.store.clients.all_names())
    found = visit.store.clients.named(named[0]) if named else []
    note = {"post": f"{used.channel or ''}:{used.ts or ''}"}
    client_id = found[0].id if len(found) == 1 else None
    known = client_choices(visit, client_id)
    today = local_day(visit.now, visit.person.zone)
    return Open(touch_form.touch_form(known, client_id=client_id, on=today, note=note))


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """A new contact, or what of one is otherwise."""
    given = touch_form.read_touch_form(submitted.view)
    today = local_day(visit.now, visit.person.zone)
    try:
        if "touch" in given.note:
            _corrected(visit, given)
            return None
        if not visit.person.is_reachable:
            join(visit.store, visit.person, visit.now)
        client = client_named(visit, given.client)
        post = given.note.get("post")
        key = f"post:{visit.person.id}:{post}" if post else visit.key
        say_touch(
            visit.store,
            visit.person,
            client,
            given.kind,
            given.way,
            given.on or today,
            visit.now,
            source_key=key,
        )
    except TellUser as error:
        is_day = error.code in ("day_ahead", "bad_date")
        return Errors({"on" if is_day else _first(given): error.code}, error.values)
    return None


def _corrected(visit: Visit, given: touch_form.TouchGiven) -> None:
    touch_id, nudge = given.note["touch"], own_nudge(visit, given.note.get("key", ""))
    if given.did_not_happen:
        take_back_touch(visit.store, visit.person, touch_id, nudge, visit.now)
        return
    correct_touch(
        visit.store,
        visit.person,
        touch_id,
        nudge,
        visit.now,
        kind=given.kind,
        way=None if given.way is Way.OTHER else given.way,
        on=given.on,
    )


def _first(given: touch_form.TouchGiven) -> str:
    return "kind" if "touch" in given.note else "client_name"


def _log(visit: Visit, pressed: PressIn, kind: TouchKind) -> After:
    """A note's line shows it; on a card, which shows nothing, it is said."""
    nudge = own_nudge(visit, pressed.press.nudge_id)
    logged = log_touch(visit.store, visit.person, pressed.press.ref, kind, nudge, visit.now)
    return _shown(visit, pressed, logged)


def _check_in(visit: Visit, pressed: PressIn, kind: TouchKind) -> After:
    nudge = own_nudge(visit, pressed.press.nudge_id)
    logged = check_in_done(visit.store, visit.person, pressed.press.ref, kind, nudge, visit.now)
    return _shown(visit, pressed, logged)


def _shown(visit: Visit, pressed: PressIn, logged: Logged, *, is_second: bool = False) -> After:
    """A note shows it by itself; a list is shown anew; else it is answered, with the ways."""
    key, touch = pressed.press.nudge_id, logged.touch
    if own_nudge(visit, key) is not None:
        return None
    said = (logged.client.name, touch.kind.value, touch.way, touch.on_day)
    number = kept_page_of(key)
    if number is not None:
        above = touch_said_blocks(*said, touch.id, key)
        page = followups(kept_page(visit, number), tuple(above), touch_said_words(*said))
        return Say(page, replaces=True)
    return Say(touch_said(*said, touch.id), replaces=is_second)
