"""`/alongside`: taking part, days away, settings, why, one's own data, what admins set."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from bot.domain.letters import Reply
from bot.domain.quiet import local_day
from bot.errors import TellUser
from bot.flows import watch_channel
from bot.flows.admins import name_admin, unname_admin
from bot.flows.compose_home import worker_health
from bot.flows.join import ignore, join, leave, pause, resume
from bot.flows.switch_model import tell_model
from bot.flows.tell_why import last_unasked, why_lately, why_this
from bot.reading.dates import find_bad_day
from bot.reading.spans import find_end
from bot.slack.doors import Doors, Open, Say, Visit
from bot.slack.listeners.away import away_words, back_words
from bot.slack.listeners.groups import groups_words
from bot.slack.listeners.model import model_words
from bot.slack.listeners.own_data import export_words, forget_words, log_words, privacy_words
from bot.slack.listeners.prompts import prompts_view
from bot.slack.listeners.settings import settings_view
from bot.slack.listeners.teaching import listed
from bot.slack.listeners.team import team_words
from bot.slack.payloads import CommandIn
from bot.slack.views.reply import reply_message
from bot.slack.views.why import why_line

_CHANNEL = re.compile(r"<#([A-Z0-9]{1,30})(?:\|[^>]{0,100})?>")
_PERSON = re.compile(r"<@([A-Z0-9]{1,30})(?:\|[^>]{0,100})?>")


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.commands["alongside"] = command


def command(visit: Visit, ran: CommandIn, words: str) -> Say | Open:  # noqa: ARG001
    """The first word says what; `ignore me` may be written with or without the "me"."""
    verb, _, rest = words.partition(" ")
    act = _VERBS.get(verb.lower() or "help")
    if act is None:
        raise TellUser("unknown_command", said=verb)
    return act(visit, rest.strip())


def _help(visit: Visit, words: str) -> Say:  # noqa: ARG001 - one shape for all verbs
    return _reply(Reply(f"help_{words.lower()}" if words else "help"))


def _join(visit: Visit, words: str) -> Say:  # noqa: ARG001
    return _reply(join(visit.store, visit.person, visit.now))


def _leave(visit: Visit, words: str) -> Say:  # noqa: ARG001
    return _reply(leave(visit.store, visit.person, visit.now))


def _ignore(visit: Visit, words: str) -> Say:  # noqa: ARG001
    return _reply(ignore(visit.store, visit.person, visit.now))


def _pause(visit: Visit, words: str) -> Say:
    until = _until(visit, words)
    holidays_of = visit.services.holidays_of
    return _reply(pause(visit.store, visit.person, until, visit.now, holidays_of))


def _resume(visit: Visit, words: str) -> Say:  # noqa: ARG001
    return _reply(resume(visit.store, visit.person, visit.now))


def _settings(visit: Visit, words: str) -> Open:  # noqa: ARG001
    return Open(settings_view(visit))


def _why(visit: Visit, words: str) -> Say:  # noqa: ARG001
    """The latest message's reasons, and what was decided at the latest looks."""
    if not visit.person.is_reachable:
        raise TellUser("not_joined")
    zone = visit.person.zone
    lines = [
        why_line(one.decision.reason, one.decision.values, visit.now, zone)
        for one in why_lately(visit.store, visit.person)
    ]
    if lines:
        return _reply(Reply("why", {"lines": "\n".join(dict.fromkeys(lines))}))
    nudge = last_unasked(visit.store, visit.person)
    return _reply(
        why_this(visit.store, nudge, visit.services.catalogue_of(visit.store))
        if nudge
        else Reply("why_nothing")
    )


def _status(visit: Visit, words: str) -> Say:  # noqa: ARG001
    """Whether the worker is alive, what is overdue, and when this person is looked at next."""
    person = visit.person
    values: dict[str, str] = {}
    if person.paused_until is not None and person.paused_until > visit.now:
        values["until"] = person.paused_until.isoformat()
    health = worker_health(visit.services, visit.store)
    if health.last_tick_at is not None:
        values["last_tick_at"] = health.last_tick_at.isoformat()
    if health.oldest_overdue_at is not None:
        values["overdue_since"] = health.oldest_overdue_at.isoformat()
    read = [channel.name or channel.id for channel in visit.store.channels.read()]
    if read:
        values["channels"] = ", ".join(f"#{name}" for name in read)
    next_look_at = visit.store.people.next_look_at(person.id)
    if next_look_at is not None and person.is_reachable:
        values["next_look_at"] = next_look_at.isoformat()
    model = tell_model(visit.services, visit.store, person, visit.now)
    if model.values:
        values |= {f"model_{name}": model.values[name] for name in ("host", "mine")}
    return _reply(Reply("status", values))


def _shapes(visit: Visit, words: str) -> Say:  # noqa: ARG001
    """What somebody taught about posts, each with Forget."""
    return listed(visit)


def _allow(visit: Visit, words: str) -> Say:
    """`/alongside allow #channel`: read a channel although outsiders are in it."""
    channel = _CHANNEL.search(words)
    if channel is None:
        raise TellUser("needs_channel")
    return _reply(watch_channel.allow_shared(visit.store, visit.person, channel[1], visit.now))


def _owner(visit: Visit, words: str) -> Say:
    """`/alongside owner #channel @person`: who is asked where nobody else can be."""
    channel, person = _CHANNEL.search(words), _PERSON.search(words)
    if channel is None or person is None:
        raise TellUser("needs_channel_and_person")
    said = watch_channel.set_owner(visit.store, visit.person, channel[1], person[1], visit.now)
    return _reply(said)


def _admin(visit: Visit, words: str) -> Say:
    """`/alongside admin @person`, and `admin remove @person`."""
    verb, _space, _rest = words.strip().partition(" ")
    person = _PERSON.search(words)
    if person is None:
        raise TellUser("needs_person")
    if verb.lower() == "remove":
        other = unname_admin(visit.store, visit.person, person[1], visit.now)
        return _reply(Reply("admin_removed", {"name": other.name}))
    other = name_admin(visit.store, visit.person, person[1], visit.now)
    return _reply(Reply("admin_named", {"name": other.name}))


def _prompts(visit: Visit, words: str) -> Open:  # noqa: ARG001
    """`/alongside prompts`: what is asked in this workspace, for an admin."""
    return Open(prompts_view(visit))


def _until(visit: Visit, words: str) -> date:
    """The first day on which messages come again: "2 weeks", "until 12 June"."""
    today = local_day(visit.now, visit.person.zone)
    bad = find_bad_day(words)
    if bad is not None:
        raise TellUser("bad_date", said=bad)
    until = find_end(words, today)
    if until is None:
        raise TellUser("bad_span")
    return until


def _reply(reply: Reply) -> Say:
    return Say(reply_message(reply, ""))


_VERBS: dict[str, Callable[[Visit, str], Say | Open]] = {
    "help": _help,
    "join": _join,
    "leave": _leave,
    "ignore": _ignore,
    "pause": _pause,
    "resume": _resume,
    "away": away_words,
    "back": back_words,
    "settings": _settings,
    "export": export_words,
    "forget": forget_words,
    "privacy": privacy_words,
    "log": log_words,
    "why": _why,
    "allow": _allow,
    "owner": _owner,
    "prompts": _prompts,
    "status": _status,
    "shapes": _shapes,
    "model": model_words,
    "team": team_words,
    "groups": groups_words,
    "admin": _admin,
}
