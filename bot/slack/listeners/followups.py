"""`/followups`: whom one owes a word, how often each hears from us, contacts, days that matter."""

from __future__ import annotations

import re

from bot.domain.client_dates import ClientDate, next_on
from bot.domain.date_line import DateLine
from bot.domain.letters import Reply
from bot.domain.quiet import local_day
from bot.domain.tiers import INTERVALS, tier_of
from bot.errors import TellUser
from bot.flows.find_client import client_said
from bot.flows.join import join
from bot.flows.log_touch import say_touch
from bot.flows.set_cadence import cadence_of, set_cadence, stop_cadence
from bot.flows.set_date import DateSet, drop_dates, remove_dates, set_date
from bot.reading.followup_words import (
    CadenceSaid,
    DateSaid,
    NameSaid,
    OffSaid,
    TierSaid,
    TouchSaid,
    read_followup,
)
from bot.reading.spans import read_cadence
from bot.slack.doors import After, Doors, Errors, Open, Say, Visit
from bot.slack.listeners.kept_lists import kept_page
from bot.slack.listeners.promises import day_given
from bot.slack.payloads import CommandIn, PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import cadence_form, dates_form
from bot.slack.views.client_dates import sort_name
from bot.slack.views.followups import followups
from bot.slack.views.reply import reply_message
from bot.slack.views.touches import touch_said
from bot.store.clients import Client

_PAGE = re.compile(r"(?:list)?\s*(\d{0,4})", re.IGNORECASE)


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.commands["followups"] = command
    doors.presses[Act.CADENCE] = cadence
    doors.presses[Act.DATES] = dates
    doors.forms[cadence_form.CALLBACK] = submit_cadence
    doors.forms[dates_form.CALLBACK] = submit_dates


def command(visit: Visit, ran: CommandIn, words: str) -> Say | Open:  # noqa: ARG001
    """`/followups`, `Acme close`, `Acme called today`, `Acme renewal 1 October`, `Acme off`."""
    if words.lower() == "help":
        return Say(reply_message(Reply("help_followups"), ""))
    page = _PAGE.fullmatch(words)
    if page is not None:
        return Say(followups(kept_page(visit, int(page[1] or 1))))
    said = read_followup(words, local_day(visit.now, visit.person.zone))
    if isinstance(said, NameSaid):
        return _one(visit, said.name)
    client = client_said(visit.store, said.name)
    if isinstance(said, OffSaid):
        return Say(reply_message(stop_cadence(visit.store, visit.person, client), ""))
    if not visit.person.is_reachable:
        join(visit.store, visit.person, visit.now)
    if isinstance(said, TouchSaid):
        return _touch(visit, client, said)
    if isinstance(said, DateSaid):
        return _date(visit, client, said)
    return _cadence(visit, client, said)


def cadence(visit: Visit, pressed: PressIn) -> After:
    """The form that says how often."""
    client = _client(visit, pressed.press.ref)
    tier = tier_of(cadence_of(client))
    return Open(cadence_form.cadence_form(client.id, client.name, tier))


def submit_cadence(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """A name or words; words count first."""
    given = cadence_form.read_cadence_form(submitted.view)
    client = _client(visit, given.client_id)
    said = read_cadence(given.said) if given.said else None
    if given.said and said is None:
        return Errors({"said": "bad_cadence"})
    intervals = said or (INTERVALS[given.tier] if given.tier else None)
    if intervals is None:
        return Errors({"said": "bad_cadence"})
    if not visit.person.is_reachable:
        join(visit.store, visit.person, visit.now)
    try:
        set_cadence(visit.store, visit.person, client, *intervals, visit.now)
    except TellUser as error:
        return Errors({"said": error.code}, error.values)
    return None


def dates(visit: Visit, pressed: PressIn) -> After:
    """The form for the days that matter to a client."""
    client = _client(visit, pressed.press.ref)
    return Open(dates_form.dates_form(client.id, client.name, _known(visit, client)))


def submit_dates(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """Take off what is ticked, and put on what was written."""
    given = dates_form.read_dates_form(submitted.view)
    client = _client(visit, given.client_id)
    day = day_given(visit, given.on, given.said)
    if given.said and day is None:
        return Errors({"said": "date_needs_day"})
    if day is None and not given.off:
        return Errors({"said": "date_needs_day"})
    if not visit.person.is_reachable:
        join(visit.store, visit.person, visit.now)
    drop_dates(visit.store, visit.person, client, list(given.off))
    if day is None:
        return None
    words = given.words or sort_name(given.sort)
    noted = ClientDate(given.sort, words, day, given.is_yearly)
    try:
        set_date(visit.store, visit.person, client, noted, visit.now)
    except TellUser as error:
        return Errors({"said": error.code}, error.values)
    return None


def _one(visit: Visit, name: str) -> Say | Open:
    """A name alone opens the form for how often; what cannot be read is told how to write."""
    found = visit.store.clients.named(name)
    if len(found) > 1:
        client_said(visit.store, name)
    if not found:
        raise TellUser("bad_cadence")
    tier = tier_of(cadence_of(found[0]))
    return Open(cadence_form.cadence_form(found[0].id, found[0].name, tier))


def _cadence(visit: Visit, client: Client, said: TierSaid | CadenceSaid) -> Say:
    ideal, worst = (
        INTERVALS[said.tier] if isinstance(said, TierSaid) else (said.ideal_days, said.worst_days)
    )
    reply = set_cadence(visit.store, visit.person, client, ideal, worst, visit.now)
    return Say(reply_message(reply, ""))


def _touch(visit: Visit, client: Client, said: TouchSaid) -> Say:
    if said.bad_day is not None:
        raise TellUser("bad_date", said=said.bad_day)
    logged = say_touch(visit.store, visit.person, client, said.kind, said.way, said.on, visit.now)
    touch = logged.touch
    return Say(touch_said(client.name, touch.kind.value, touch.way, touch.on_day, touch.id))


def _date(visit: Visit, client: Client, said: DateSaid) -> Say:
    if said.is_off:
        if not remove_dates(visit.store, visit.person, client, said.sort, said.words):
            raise TellUser("no_such_date", name=client.name)
        values = {"client": client.name, "what": said.words}
        return Say(reply_message(Reply("date_off", values), ""))
    if said.bad_day is not None:
        raise TellUser("bad_date", said=said.bad_day)
    if said.on is None:
        raise TellUser("date_needs_day")
    words = said.words or sort_name(said.sort)
    noted = ClientDate(said.sort, words, said.on, said.is_yearly)
    return Say(
        reply_message(_set(set_date(visit.store, visit.person, client, noted, visit.now)), "")
    )


def _set(made: DateSet) -> Reply:
    values = {
        "client": made.client.name,
        "what": made.noted.words,
        "day_on": made.next_on.isoformat(),
        **({"is_kept": "yes"} if made.is_kept else {}),
    }
    return Reply("date_set", values)


def _known(visit: Visit, client: Client) -> list[DateLine]:
    today = local_day(visit.now, visit.person.zone)
    family = visit.store.clients.family(client.id)
    return [
        DateLine(
            one.id, client.id, client.name, one.sort, one.words, next_on(one, today) or one.on_day
        )
        for one in visit.store.client_dates.of_client(family)
    ]


def _client(visit: Visit, client_id: str) -> Client:
    client = visit.store.clients.get(client_id)
    if client is None:
        raise TellUser("gone")
    return client
